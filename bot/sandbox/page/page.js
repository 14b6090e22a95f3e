// The chat page: shows what Telegram would show, and lets one be any person. All text goes in as text, never as HTML.

const $ = (id) => document.getElementById(id);
const token = new URLSearchParams(location.search).get("token");
const state = {
  bot: null, about: {}, users: new Map(), chats: new Map(), messages: new Map(), unread: new Map(),
  chat: null, person: null, last: 0, context: null, busyUntil: 0, hasKeyboard: true, inline: 0,
};

// ---- The control API ----

function address(path, query = {}) {
  const search = new URLSearchParams(query);
  if (token) search.set("token", token);
  const words = search.toString();
  return `/control/${path}${words ? `?${words}` : ""}`;
}

async function ask(path, query) {
  return answerOf(await fetch(address(path, query)));
}

async function act(path, body) {
  return answerOf(await fetch(address(path), { method: "POST", body: JSON.stringify(body) }));
}

async function answerOf(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || response.statusText);
  return body;
}

const orToast = (work) => work.catch((error) => toast(`Không làm được: ${error.message}`));

// ---- Building elements ----

function h(tag, traits = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.filter((one) => one !== null && one !== undefined && one !== false));
  return element;
}

function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

const clock = (seconds) => new Date(seconds * 1000).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
const day = (seconds) => new Date(seconds * 1000).toLocaleDateString("vi-VN", { day: "numeric", month: "long", year: "numeric" });
const size = (bytes) => bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
const fullName = (one) => one.title || [one.first_name, one.last_name].filter(Boolean).join(" ");

function face(one, element = h("span", { class: "face", "aria-hidden": "true" })) {
  const words = fullName(one).split(/\s+/).filter(Boolean);
  element.className = `face c${Math.abs(one.id) % 7}`;
  element.textContent = words.length ? (words[0][0] + (words.length > 1 ? words.at(-1)[0] : "")).toUpperCase() : "?";
  return element;
}

// ---- Text with its marks ----

const WRAP = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
};
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

function marked(text, entities) {
  const root = document.createDocumentFragment();
  fill(root, text, entities || [], 0, text.length);
  return root;
}

function fill(parent, text, entities, from, to) {
  let at = from;
  for (let place = 0; place < entities.length;) {
    const one = entities[place];
    const end = Math.min(one.offset + one.length, to);
    let after = place + 1;
    while (after < entities.length && entities[after].offset < end) after += 1;
    if (one.offset >= at) {
      const isBlock = BLOCKS.has(one.type);
      plain(parent, text.slice(at, one.offset), { cutEnd: isBlock });
      const { outer, inner } = wrap(one, text.slice(one.offset, end));
      fill(inner, text, entities.slice(place + 1, after), one.offset, end);
      parent.append(outer);
      at = isBlock && text[end] === "\n" ? end + 1 : end;
    }
    place = after;
  }
  plain(parent, text.slice(at, to), {});
}

function plain(parent, words, { cutEnd }) {
  const shown = cutEnd && words.endsWith("\n") ? words.slice(0, -1) : words;
  if (shown) parent.append(shown);
}

function wrap(one, words) {
  switch (one.type) {
    case "blockquote": case "expandable_blockquote": return quotation(one.type !== "blockquote");
    case "text_link": return anchor(one.url);
    case "url": return anchor(/^[a-z]+:/i.test(words) ? words : `http://${words}`);
    case "email": return anchor(`mailto:${words}`);
    case "spoiler": return spoiler();
    case "bot_command": return one_element(h("button", { class: "command", type: "button", onclick: () => say(words) }));
    case "mention": case "hashtag": case "text_mention": return one_element(h("span", { class: "command" }));
    default: return one_element(h(WRAP[one.type] || "span"));
  }
}

const one_element = (element) => ({ outer: element, inner: element });

function anchor(url) {
  const start = startPayload(url);
  if (start !== null) return one_element(h("button", { class: "command", type: "button", onclick: () => say(`/start ${start}`.trim()) }));
  const isSafe = /^(https?|mailto|tg):/i.test(url);
  return one_element(h("a", isSafe ? { href: url, target: "_blank", rel: "noopener noreferrer" } : {}));
}

function startPayload(url) {
  const found = /^https?:\/\/t\.me\/([A-Za-z0-9_]+)(?:\?start=([A-Za-z0-9_-]*))?$/.exec(url);
  return found && found[1].toLowerCase() === state.bot.username.toLowerCase() ? found[2] || "" : null;
}

function spoiler() {
  const element = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Nội dung ẩn, bấm để xem" });
  const open = () => { element.classList.add("open"); element.removeAttribute("aria-label"); };
  element.addEventListener("click", open);
  element.addEventListener("keydown", (event) => event.key === "Enter" && open());
  return one_element(element);
}

function quotation(isExpandable) {
  const inner = h("div", { class: "inner" });
  const outer = h("blockquote", { class: "quotation" }, inner);
  if (isExpandable) {
    const toggle = h("button", { type: "button", "aria-label": "Mở rộng trích dẫn", "aria-expanded": "false" }, icon("down"));
    const turn = () => toggle.setAttribute("aria-expanded", String(!outer.classList.toggle("closed")));
    toggle.addEventListener("click", turn);
    outer.classList.add("closed");
    outer.append(toggle);
  }
  return { outer, inner };
}

// ---- Messages ----

function bubbleOf(view) {
  const wire = view.message;
  const service = serviceWords(wire);
  if (service) return h("li", { class: "service", "data-id": wire.message_id }, service);
  const isMine = !view.is_from_bot && wire.from?.id === state.person && !wire.sender_chat;
  const text = wire.text ?? wire.caption ?? "";
  const bubble = h("div", { class: `bubble${wire.photo ? " picture" : ""}${text ? "" : " bare"}` },
    ...heading(wire, isMine), replyTo(wire), media(wire));
  if (text) bubble.append(wordsOf(text, wire.entities || wire.caption_entities || []));
  if (view.reactions.length) bubble.append(h("div", { class: "reactions" }, ...view.reactions.map((one) => h("span", {}, one.emoji || "★"))));
  bubble.append(meta(view, isMine));
  const album = wire.media_group_id ? " album" : "";
  return h("li", { class: `message ${isMine ? "out" : "in"}${wire.edit_date ? " edited" : ""}${album}`, "data-id": wire.message_id, "data-album": wire.media_group_id },
    bubble, inlineKeyboard(wire), acts(view, isMine));
}

function wordsOf(text, entities) {
  const endsInBlock = entities.some((one) => BLOCKS.has(one.type) && one.offset + one.length === text.length);
  return h("div", { class: `words${endsInBlock ? " ends-block" : ""}` }, marked(text, entities));
}

function heading(wire, isMine) {
  const isGroup = wire.chat.type !== "private";
  const who = wire.sender_chat || wire.from;
  return [
    isGroup && !isMine && who && h("div", { class: "sender" }, fullName(who)),
    wire.forward_origin && h("div", { class: "forward" }, `Chuyển tiếp từ ${fullName(wire.forward_origin.sender_user || {})}`),
    wire.via_bot && h("div", { class: "forward" }, `qua @${wire.via_bot.username}`),
  ];
}

function replyTo(wire) {
  const target = wire.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const jump = () => $("messages").querySelector(`[data-id="${target.message_id}"]`)?.scrollIntoView({ block: "center" });
  return h("button", { class: "reply", type: "button", onclick: jump },
    h("strong", {}, fullName(target.sender_chat || target.from || {})), h("span", {}, wire.quote?.text || preview(target)));
}

function media(wire) {
  if (wire.photo) {
    const source = address(`files/${encodeURIComponent(wire.photo.at(-1).file_id)}`);
    const best = wire.photo.at(-1);
    const image = h("img", { src: source, alt: wire.caption || "Ảnh", width: best.width, height: best.height, onload: stayDown });
    return h("button", { class: "photo", type: "button", "aria-label": "Xem ảnh", onclick: () => openPhoto(source, wire.caption) }, image);
  }
  if (wire.document) {
    const { file_id: id, file_name: name, file_size: bytes } = wire.document;
    return h("a", { class: "file", href: address(`files/${encodeURIComponent(id)}`), download: name || "tep" },
      h("span", { class: "disc" }, icon("file")), h("span", {}, h("b", {}, name || "tệp"), h("small", {}, size(bytes || 0))));
  }
  if (wire.contact) return h("div", { class: "file" }, face({ id: wire.contact.user_id || 0, ...wire.contact }), h("span", {}, h("b", {}, fullName(wire.contact)), h("small", {}, wire.contact.phone_number)));
  return null;
}

function openPhoto(source, caption) {
  $("photo-image").src = source;
  $("photo-image").alt = caption || "Ảnh";
  $("photo").showModal();
}

function meta(view, isMine) {
  return h("div", { class: "meta" }, view.message.edit_date ? "đã sửa " : null, clock(view.message.date), isMine && icon("check"));
}

function serviceWords(wire) {
  const who = fullName(wire.from || {});
  if (wire.new_chat_members) return `${wire.new_chat_members.map(fullName).join(", ")} vào nhóm`;
  if (wire.left_chat_member) return `${fullName(wire.left_chat_member)} rời nhóm`;
  if (wire.migrate_to_chat_id || wire.migrate_from_chat_id) return "Nhóm đã được nâng cấp thành siêu nhóm";
  if (wire.forum_topic_created) return `${who} mở chủ đề “${wire.forum_topic_created.name}”`;
  if (wire.pinned_message) return `${who} ghim một tin nhắn`;
  return "";
}

function preview(wire) {
  const words = wire.text || wire.caption || serviceWords(wire);
  if (words) return words.replace(/\s+/g, " ");
  return wire.photo ? "Ảnh" : wire.document ? `Tệp ${wire.document.file_name || ""}` : wire.contact ? "Liên hệ" : "";
}

const MARKS = { url: "↗", switch_inline_query: "➤", switch_inline_query_current_chat: "➤", copy_text: "⧉" };

function inlineKeyboard(wire) {
  const rows = wire.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const button = (one) => {
    const kind = Object.keys(MARKS).find((name) => name in one);
    return h("button", { type: "button", "data-mark": kind && MARKS[kind], onclick: (event) => press(wire, one, event.currentTarget) }, one.text);
  };
  return h("div", { class: "buttons", role: "group", "aria-label": "Nút của tin nhắn" }, ...rows.map((row) => h("div", {}, ...row.map(button))));
}

async function press(wire, button, element) {
  if (button.url) return followLink(button.url);
  if (button.copy_text) {
    await navigator.clipboard?.writeText(button.copy_text.text).catch(() => {});
    return toast("Đã chép");
  }
  if (button.switch_inline_query_current_chat !== undefined) return write(`@${state.bot.username} ${button.switch_inline_query_current_chat}`);
  if (button.switch_inline_query !== undefined) return askElsewhere(button.switch_inline_query);
  element.setAttribute("aria-busy", "true");
  try {
    const path = `chats/${wire.chat.id}/messages/${wire.message_id}/press`;
    const { query_id: id } = await act(path, { user_id: state.person, data: button.callback_data });
    const { answer } = await ask(`queries/${id}`, { timeout: 20 });
    if (answer) showAnswer(answer);
  } catch (error) {
    toast(`Không bấm được: ${error.message}`);
  }
  element.removeAttribute("aria-busy");
  return undefined;
}

// core.telegram.org/bots/api#inlinekeyboardbutton: switch_inline_query "will prompt the user to select one of their chats".
function askElsewhere(query) {
  state.elsewhere = query;
  $("app").dataset.view = "list";
  toast("Chọn người hay nhóm để gửi");
}

function followLink(url) {
  const start = startPayload(url);
  if (start !== null) say(`/start ${start}`.trim());
  else if (/^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

function showAnswer(answer) {
  if (answer.url) followLink(answer.url);
  if (!answer.text) return;
  if (!answer.show_alert) return toast(answer.text);
  $("alert-text").textContent = answer.text;
  $("alert").showModal();
}

let toastTimer = 0;
function toast(words) {
  $("toast").textContent = words;
  $("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $("toast").hidden = true; }, 4000);
}

function acts(view, isMine) {
  const reply = h("button", { type: "button", onclick: () => setContext("reply", view) }, "Trả lời");
  const isText = isMine && view.message.text && !view.message.forward_origin;
  const edit = isText && h("button", { type: "button", onclick: () => setContext("edit", view) }, "Sửa");
  return h("div", { class: "acts" }, reply, edit);
}

// A quotation that shows all of itself has nothing to unfold, as in Telegram.
function settleQuotations(within) {
  for (const quotation of within.querySelectorAll(".quotation.closed")) {
    const inner = quotation.querySelector(":scope > .inner");
    if (inner.scrollHeight > inner.clientHeight + 2) continue;
    quotation.classList.remove("closed");
    quotation.querySelector(":scope > button")?.remove();
  }
}

// ---- The open chat ----

const chat = () => state.chats.get(state.chat);
const isAtEnd = () => $("scroll").scrollHeight - $("scroll").scrollTop - $("scroll").clientHeight < 120;
let shouldStay = true;

function stayDown() {
  if (shouldStay) $("scroll").scrollTop = $("scroll").scrollHeight;
}

async function open(chatId, person) {
  Object.assign(state, { chat: chatId, person, hasKeyboard: true, inline: state.inline + 1 });
  state.unread.delete(chatId);
  setContext(null);
  closePanel();
  history.replaceState(null, "", `#${person}${chatId === person ? "" : `/${chatId}`}`);
  const { messages } = await ask(`chats/${chatId}/messages`);
  if (state.chat !== chatId) return;
  state.messages.set(chatId, new Map(messages.map((view) => [view.message.message_id, view])));
  $("app").dataset.view = "talk";
  showChat();
  showList();
  if (state.elsewhere !== undefined) {
    write(`@${state.bot.username} ${state.elsewhere}`);
    delete state.elsewhere;
  }
  if (matchMedia("(min-width: 721px)").matches) $("words").focus();
}

function showChat() {
  const here = chat();
  const isPrivate = here.type === "private";
  const shown = isPrivate ? state.bot : here;
  $("head").hidden = $("foot").hidden = false;
  $("nobody").hidden = true;
  face(shown, $("face"));
  $("title").textContent = fullName(shown);
  $("as-box").hidden = isPrivate;
  if (!isPrivate) showMembers(here);
  showTopics(here);
  const list = $("messages");
  list.replaceChildren();
  let last = "";
  for (const view of state.messages.get(here.id).values()) {
    if (view.is_deleted) continue;
    last = addDay(list, view, last);
    list.append(bubbleOf(view));
  }
  if (!list.children.length && isPrivate) list.append(about());
  settleQuotations(list);
  shouldStay = true;
  stayDown();
  showHead();
  showFoot();
}

function addDay(list, view, last) {
  const words = day(view.message.date);
  if (words !== last) list.append(h("li", { class: "day", "data-day": words }, words));
  return words;
}

function about() {
  const words = state.about[userOf(state.person)?.language_code] || state.about[""] || "Nhắn /start để bắt đầu.";
  return h("li", { class: "about" }, h("strong", {}, "Bot này làm được gì?"), words);
}

const userOf = (id) => state.users.get(id);

function showMembers(here) {
  const options = here.members.filter((one) => !["left", "kicked"].includes(one.status)).map((one) => userOf(one.user_id)).filter(Boolean);
  $("as").replaceChildren(...options.map((user) => h("option", { value: user.id, selected: user.id === state.person }, fullName(user))));
}

function showTopics(here) {
  const chosen = $("topic").value;
  $("topic-box").hidden = !here.is_forum;
  const topics = here.is_forum ? here.topics : [];
  const option = (one) => h("option", { value: one.id, selected: String(one.id) === chosen }, one.name);
  $("topic").replaceChildren(h("option", { value: "" }, "Chung"), ...topics.map(option));
}

function showHead() {
  const here = chat();
  const isBusy = Date.now() < state.busyUntil;
  $("subtitle").className = isBusy ? "busy" : "";
  if (isBusy) $("subtitle").textContent = "đang nhập…";
  else if (here.type === "private") $("subtitle").textContent = `bot · bạn là ${fullName(userOf(state.person))}`;
  else $("subtitle").textContent = `${here.members.length + 1} thành viên`;
}

function showFoot() {
  const here = chat();
  const isPrivate = here.type === "private";
  const isEmpty = ![...(state.messages.get(here.id)?.values() || [])].some((view) => !view.is_deleted);
  const wide = isPrivate && here.bot_status === "kicked" ? "Bỏ chặn" : isPrivate && isEmpty ? "Bắt đầu" : "";
  $("wide").textContent = wide;
  $("wide").hidden = !wide;
  $("compose").hidden = Boolean(wide);
  const keyboard = here.keyboard?.keyboard;
  $("keys").hidden = !keyboard;
  $("keyboard").hidden = !keyboard || !state.hasKeyboard || Boolean(wide);
  $("keys").setAttribute("aria-pressed", String(state.hasKeyboard));
  $("words").placeholder = here.keyboard?.input_field_placeholder || "Tin nhắn";
  if (keyboard) $("keyboard").replaceChildren(...keyboard.map((row) => h("div", {}, ...row.map(key))));
  stayDown();
}

function key(one) {
  const onclick = () => {
    if (chat().keyboard?.one_time_keyboard) { state.hasKeyboard = false; showFoot(); }
    if (one.request_contact) orToast(act(`chats/${state.chat}/contacts`, { user_id: state.person, phone_number: "+84900000000" }));
    else say(one.text);
  };
  return h("button", { type: "button", onclick }, one.text);
}

function place(view, isNew) {
  const id = view.message.message_id;
  const views = state.messages.get(view.message.chat.id);
  if (!views) return;
  views.set(id, view);
  if (view.message.chat.id !== state.chat) return;
  const list = $("messages");
  const old = list.querySelector(`[data-id="${id}"]`);
  shouldStay = isAtEnd() || (isNew && view.message.from?.id === state.person);
  if (view.is_deleted) old?.remove();
  else if (old) old.replaceWith(keepOpen(old, bubbleOf(view)));
  else {
    list.querySelector(".about")?.remove();
    addDay(list, view, [...list.querySelectorAll(".day")].at(-1)?.dataset.day || "");
    const element = bubbleOf(view);
    element.classList.add("new");
    list.append(element);
  }
  settleQuotations(list);
  $("jump").hidden = shouldStay;
  stayDown();
  showFoot();
}

// An edit keeps the quotations open that the reader had opened.
function keepOpen(old, element) {
  const before = [...old.querySelectorAll(".quotation")];
  [...element.querySelectorAll(".quotation")].forEach((one, index) => {
    const hasOpened = before[index]?.querySelector(":scope > button") && !before[index].classList.contains("closed");
    if (hasOpened) one.querySelector(":scope > button")?.click();
  });
  return element;
}

// ---- The list ----

function showList() {
  const chats = [...state.chats.values()];
  const groups = chats.filter((one) => one.type !== "private" && !one.migrated_to);
  const people = chats.filter((one) => one.type === "private").slice(0, 200);
  const heading = (words) => h("h2", {}, words);
  $("list").replaceChildren(
    ...(people.length ? [heading("Bạn là"), ...people.map((one) => entry(one, one.id))] : []),
    ...(groups.length ? [heading("Nhóm và kênh"), ...groups.map((one) => entry(one, firstMember(one)))] : []));
}

function firstMember(group) {
  const ids = group.members.map((one) => one.user_id);
  return ids.includes(state.person) ? state.person : ids[0];
}

function entry(one, person) {
  const user = userOf(one.id);
  const unread = state.unread.get(one.id);
  return h("button", { class: "entry", type: "button", "data-chat": one.id, "aria-current": String(one.id === state.chat), onclick: () => orToast(open(one.id, person)) },
    face(one),
    h("span", { class: "name" }, h("span", {}, fullName(one)), user?.role && h("span", { class: "role" }, user.role)),
    h("span", { class: "time" }, one.last ? clock(one.last.date) : ""),
    h("span", { class: "last" }, one.last ? preview(one.last) : one.bot_status === "kicked" ? "đã chặn bot" : "chưa nhắn gì"),
    unread ? h("span", { class: "unread", "aria-label": `${unread} tin chưa đọc` }, String(unread)) : h("span"));
}

// ---- Writing ----

function say(text) {
  const words = text.trim();
  if (!words || !state.chat) return;
  const body = { user_id: state.person, text: words };
  if (state.context?.kind === "reply") body.reply_to_message_id = state.context.id;
  if ($("topic").value) body.message_thread_id = Number($("topic").value);
  orToast(act(`chats/${state.chat}/messages`, body));
  setContext(null);
}

function submit() {
  const text = $("words").value;
  if (!text.trim()) return;
  if (state.context?.kind === "edit") {
    orToast(act(`chats/${state.chat}/messages/${state.context.id}/edit`, { user_id: state.person, text: text.trim() }));
    setContext(null);
  } else say(text);
  write("");
}

function write(text) {
  $("words").value = text;
  $("words").dispatchEvent(new Event("input"));
  if (text) $("words").focus();
}

function setContext(kind, view) {
  const wasEdit = state.context?.kind === "edit";
  if (!kind && chat()?.keyboard?.force_reply) { chat().keyboard = null; showFoot(); }
  state.context = kind && { kind, id: view.message.message_id };
  $("context").hidden = !kind;
  if (!kind) { if (wasEdit) write(""); return; }
  $("context-title").textContent = kind === "edit" ? "Sửa tin nhắn" : `Trả lời ${fullName(view.message.from || view.message.chat)}`;
  $("context-text").textContent = preview(view.message);
  if (kind === "edit") write(view.message.text);
  $("words").focus();
}

// Several at once are one album, and what is written stands under the first.
async function uploadAll(files) {
  const album = files.length > 1 ? `album${Date.now()}` : "";
  for (const [place, file] of files.entries()) await upload(file, place ? "" : $("words").value.trim(), album);
  write("");
}

async function upload(file, caption, album) {
  const isPhoto = ["image/png", "image/jpeg"].includes(file.type) && file.size < 10485760;
  const query = { user_id: state.person, name: file.name, kind: isPhoto ? "photo" : "document", caption, ...(album && { album }) };
  await answerOf(await fetch(address(`chats/${state.chat}/files`, query), {
    method: "POST", body: file, headers: { "Content-Type": file.type || "application/octet-stream" },
  }));
}

// ---- Commands and inline queries ----

function closePanel() {
  $("panel").hidden = true;
  $("commands").setAttribute("aria-expanded", "false");
}

function showPanel(items) {
  $("panel").replaceChildren(...items);
  $("panel").hidden = !items.length;
}

async function showCommands(start) {
  const mine = (state.inline += 1);
  const menu = await ask(`chats/${state.chat}/commands`, { user_id: state.person });
  if (mine !== state.inline) return; // meanwhile something else was typed, or it was sent
  const fitting = menu.filter((one) => one.command.startsWith(start));
  const line = (one) => h("button", { type: "button", onclick: () => { closePanel(); write(""); say(`/${one.command}`); } },
    h("b", {}, `/${one.command}`), h("span", {}, one.description));
  showPanel(fitting.length || start ? fitting.map(line) : [h("p", {}, "Bot chưa có danh sách lệnh.")]);
  $("commands").setAttribute("aria-expanded", String(!$("panel").hidden));
}

async function showInline(query) {
  const mine = (state.inline += 1);
  await new Promise((done) => { setTimeout(done, 250); });
  if (mine !== state.inline) return;
  const { query_id: id } = await act("inline", { user_id: state.person, query, chat_id: state.chat });
  const { answer } = await ask(`queries/${id}`, { timeout: 10 });
  if (mine !== state.inline || !answer) return;
  const card = (one) => h("button", { class: "card", type: "button", onclick: () => choose(id, one) },
    h("b", {}, one.title || one.id), h("span", {}, one.description || preview(one.message)));
  const top = answer.button && h("button", { class: "card top", type: "button", onclick: () => startFrom(answer.button) }, h("b", {}, answer.button.text));
  showPanel([...(top ? [top] : []), ...answer.results.map(card)]);
}

// core.telegram.org/bots/api#inlinequeryresultsbutton: it leads to the private chat with the bot, and begins there.
async function startFrom(button) {
  closePanel();
  write("");
  if (state.chat !== state.person) await open(state.person, state.person);
  say(`/start ${button.start_parameter}`);
}

function choose(queryId, result) {
  closePanel();
  write("");
  orToast(act(`queries/${queryId}/choose`, { result_id: result.id, chat_id: state.chat }));
}

function onInput() {
  const field = $("words");
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  const text = field.value;
  const command = /^\/([a-z0-9_]*)$/.exec(text);
  const inline = new RegExp(`^@${state.bot.username}\\s(.*)$`, "is").exec(text);
  state.inline += 1;
  if (command) orToast(showCommands(command[1]));
  else if (inline) orToast(showInline(inline[1]));
  else closePanel();
}

// ---- The menu of the chat ----

function toggleMenu(isOpen) {
  const here = chat();
  const item = (words, onclick, kind) => h("button", { type: "button", role: "menuitem", class: kind, onclick: () => { toggleMenu(false); onclick(); } }, words);
  const isBlocked = here.bot_status === "kicked";
  const block = () => orToast(act(`users/${here.id}/block`, { is_blocking: !isBlocked }));
  const items = here.type === "private" ? [item(isBlocked ? "Bỏ chặn bot" : "Chặn bot", block, isBlocked ? "" : "danger")] : [];
  if (here.type === "group") items.push(item("Nâng cấp thành siêu nhóm", () => orToast(act(`chats/${here.id}/migrate`, {}))));
  if (here.type !== "private") {
    const isIn = ["member", "administrator"].includes(here.bot_status);
    const status = isIn ? "kicked" : here.type === "channel" ? "administrator" : "member";
    items.push(item(isIn ? "Đưa bot ra khỏi nhóm" : "Thêm bot vào nhóm", () => orToast(act(`chats/${here.id}/members`, { status, by: state.person })), isIn ? "danger" : ""));
  }
  $("menu").replaceChildren(...items);
  $("menu").hidden = !isOpen;
  $("more").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) $("menu").querySelector("button")?.focus();
}

// ---- What happens ----

const HAPPENS = {
  message: (event) => arrive(event, true),
  edited: (event) => arrive(event, false),
  deleted: (event) => arrive(event, false),
  chat: (event) => refreshChat(event.chat_id),
  keyboard: (event) => {
    const one = state.chats.get(event.chat_id);
    if (!one) return;
    one.keyboard = event.keyboard;
    if (event.chat_id === state.chat) { state.hasKeyboard = true; showFoot(); openReply(one); }
  },
  action: (event) => {
    if (event.chat_id !== state.chat) return;
    state.busyUntil = Date.now() + 5000; // core.telegram.org/bots/api#sendchataction: "5 seconds or less"
    showHead();
    setTimeout(() => chat() && showHead(), 5100);
  },
  profile: () => loadState(),
};

function arrive(event, isNew) {
  const view = event.message;
  const one = state.chats.get(event.chat_id);
  if (!one) { refreshChat(event.chat_id); return; }
  if (isNew || one.last?.message_id === view.message.message_id) one.last = view.message;
  if (isNew && !view.is_from_bot && one.type === "private" && one.bot_status === "left") one.bot_status = "member";
  if (isNew && view.is_from_bot && event.chat_id === state.chat) { state.busyUntil = 0; showHead(); }
  if (isNew && view.is_from_bot && event.chat_id !== state.chat) state.unread.set(event.chat_id, (state.unread.get(event.chat_id) || 0) + 1);
  place(view, isNew);
  showListSoon();
}

// core.telegram.org/bots/api#forcereply: clients act "as if the user has selected the bot's message and tapped 'Reply'".
function openReply(one) {
  const asking = state.messages.get(one.id)?.get(one.keyboard?.message_id);
  if (one.keyboard?.force_reply && asking) setContext("reply", asking);
}

let listTimer = 0;
function showListSoon() {
  listTimer ||= setTimeout(() => { listTimer = 0; showList(); }, 50);
}

async function refreshChat(chatId) {
  const fresh = await ask(`chats/${chatId}`);
  if (fresh.type === "private" && !state.users.has(chatId)) state.users.set(chatId, await ask(`users/${chatId}`));
  state.chats.set(chatId, fresh);
  if (chatId === state.chat) {
    showTopics(fresh);
    if (fresh.migrated_to) { await refreshChat(fresh.migrated_to); await open(fresh.migrated_to, state.person); return; }
    showHead();
    showFoot();
  }
  showListSoon();
}

async function loadState() {
  const fresh = await ask("state");
  state.bot = fresh.bot;
  state.about = fresh.descriptions;
  state.last = fresh.last_event;
  state.users = new Map(fresh.users.map((user) => [user.id, user]));
  state.chats = new Map(fresh.chats.map((one) => [one.id, one]));
  document.title = `${fullName(state.bot)} · thử bot`;
  showList();
}

function listen() {
  const source = new EventSource(address("events", { after: state.last }));
  source.onmessage = (message) => {
    const number = Number(message.lastEventId);
    if (number > state.last + 1) { source.close(); start(); return; }
    state.last = number;
    const event = JSON.parse(message.data);
    HAPPENS[event.kind]?.(event);
  };
}

// ---- Theme, and everything that listens ----

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  localStorage.setItem("theme", name);
}

function wire() {
  const isDark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  $("theme").addEventListener("click", () => setTheme(isDark() ? "light" : "dark"));
  $("back").addEventListener("click", () => { $("app").dataset.view = "list"; });
  $("compose").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  $("words").addEventListener("input", onInput);
  $("words").addEventListener("keydown", onKey);
  $("file").addEventListener("change", () => { orToast(uploadAll([...$("file").files])); $("file").value = ""; });
  $("talk").addEventListener("dragover", (event) => event.preventDefault());
  $("talk").addEventListener("drop", (event) => { event.preventDefault(); if (state.chat) orToast(uploadAll([...event.dataTransfer.files])); });
  $("commands").addEventListener("click", () => ($("panel").hidden ? orToast(showCommands("")) : closePanel()));
  $("keys").addEventListener("click", () => { state.hasKeyboard = !state.hasKeyboard; showFoot(); });
  $("context-close").addEventListener("click", () => setContext(null));
  $("wide").addEventListener("click", onWide);
  $("more").addEventListener("click", (event) => { event.stopPropagation(); toggleMenu($("menu").hidden); });
  document.addEventListener("click", (event) => { if (!$("menu").hidden && !$("menu").contains(event.target)) toggleMenu(false); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { closePanel(); $("menu").hidden = true; setContext(null); } });
  $("as").addEventListener("change", () => orToast(open(state.chat, Number($("as").value))));
  $("scroll").addEventListener("scroll", () => { shouldStay = isAtEnd(); $("jump").hidden = shouldStay; }, { passive: true });
  $("jump").addEventListener("click", () => { shouldStay = true; stayDown(); });
  $("add").addEventListener("click", () => $("new").showModal());
  $("new").addEventListener("close", addPerson);
}

function onKey(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
}

function onWide() {
  if (chat().bot_status === "kicked") orToast(act(`users/${state.chat}/block`, { is_blocking: false }));
  else say("/start");
}

async function addPerson() {
  const name = $("new-name").value.trim();
  if ($("new").returnValue !== "add" || !name) return;
  $("new-form").reset();
  const user = await act("users", { first_name: name, language_code: $("new-language").value });
  state.users.set(user.id, user);
  await refreshChat(user.id);
  await open(user.id, user.id);
}

async function start() {
  await loadState();
  listen();
  const [person, group] = location.hash.slice(1).split("/").map(Number);
  if (state.users.has(person) && state.chats.has(group || person)) await open(group || person, person);
}

const saved = localStorage.getItem("theme");
if (saved) document.documentElement.dataset.theme = saved;
wire();
orToast(start());
