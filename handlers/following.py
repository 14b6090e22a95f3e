"""/dangky and /huydangky: what the chat follows."""

from datetime import timedelta

from handlers.broken_off import is_of_this
from handlers.browsing import arrows
from handlers.guards import decides_for_chat
from handlers.layout.message import Message, button, column, compose
from handlers.marks import mark_of_name
from handlers.turn import Turn
from knowledge.answers import Answer
from knowledge.facts import Area
from knowledge.following.reminders import NEAR_DAYS
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind, describe, rule_of, rule_of_answer
from knowledge.grammar.folding import fold
from knowledge.people.questions import AskedQuestion
from knowledge.store.reports import UnknownReport

# Telegram shows more, but nobody scrolls through them: the others can be typed.
ORGANISATIONS_SHOWN = 10
# A keyboard of Telegram takes 100; these can still be looked through on a phone.
RULES_PER_PAGE = 30
# How far back a preview looks.
A_YEAR = timedelta(days=365)

# "/dangky tất cả"
_ALL = frozenset(
    {"tat ca", "het", "moi bao cao", "moi bao cao moi", "tat ca bao cao", "all", "all reports", "everything"}
)
_FOLLOWED = {RuleKind.DOCUMENT: "watched-document", RuleKind.INDICATOR: "watched-indicator"}


async def offer(turn: Turn) -> None:
    """Offer what can be followed, or follow what is named behind the command: an organisation, an area, or all."""
    organisations = await turn.know(turn.desk.knowledge.reports.organisations)
    names, words = [organisation.name for organisation in organisations], turn.words
    if turn.arguments:
        await _follow_named(turn, names)
        return
    rows = column((name, f"s:{mark_of_name(name)}") for name in names[:ORGANISATIONS_SHOWN])
    rows.insert(0, [button(words.plain("button-follow-all"), "s:all")])
    rows.append([button(words.plain("button-follow-areas"), "sa:")])
    await turn.send(compose(words("follow-what"), *rows))


async def _follow_named(turn: Turn, organisations: list[str]) -> None:
    """What alone is called so is followed; of several one is to be chosen."""
    named = " ".join(fold(turn.arguments).split())
    bodies = {f"s:{mark_of_name(name)}": Rule(RuleKind.ORGANISATION, name) for name in organisations}
    areas = {f"sa:{area.value}": Rule(RuleKind.AREA, area.value) for area in Area}
    called = _called_so(turn, named, bodies) or _called_so(turn, named, areas)
    rules = [ALL_REPORTS] if named in _ALL else list(called.values())
    if not rules:
        await turn.say(turn.words("follow-unknown", name=turn.arguments))
    elif len(rules) == 1:
        await follow_rule(turn, rules[0])
    else:
        shown = list(called.items())[:ORGANISATIONS_SHOWN]
        buttons = column((_called(turn, rule), data) for data, rule in shown)
        await turn.send(compose(turn.words("follow-what"), *buttons))


def _called_so(turn: Turn, named: str, rules: dict[str, Rule]) -> dict[str, Rule]:
    return {data: rule for data, rule in rules.items() if named in fold(_called(turn, rule))}


def _called(turn: Turn, rule: Rule) -> str:
    return rule.target if rule.kind is RuleKind.ORGANISATION else describe(rule, turn.language)


async def follow(turn: Turn) -> None:
    """Follow what the button stands for."""
    rule = await _rule(turn, turn.pressed)
    await _follow(turn, rule)


async def follow_organisation_of_report(turn: Turn) -> None:
    """Follow whoever issued the report."""
    try:
        report = await turn.know(turn.desk.knowledge.reports.summary, int(turn.pressed))
    except UnknownReport:
        report = None
    name = report.organisation if report else None
    await _follow(turn, Rule(RuleKind.ORGANISATION, name) if name else None)


async def follow_answer(turn: Turn, asked: AskedQuestion, answer: Answer) -> None:
    """Follow the document or the figure that an answer tells of, else whoever issued the report that it rests on."""
    if not await decides_for_chat(turn):
        await turn.note(turn.words.plain("group-admins-only"), alert=True)
        return
    # None where the reports that the answer rested on are gone.
    await _follow(turn, rule_of(answer.topic) or rule_of(asked.topic) or rule_of_answer(answer))


async def follow_area(turn: Turn) -> None:
    """Offer the reform areas, or follow the one whose button was pressed."""
    if turn.pressed in set(Area):
        await _follow(turn, Rule(RuleKind.AREA, turn.pressed))
        return
    rules = [Rule(RuleKind.AREA, area.value) for area in Area]
    rows = column((describe(rule, turn.language), f"sa:{rule.target}") for rule in rules)
    await turn.send(compose(turn.words("follow-areas"), *rows))


async def list_followed(turn: Turn) -> None:
    """What the chat follows, each with the button that ends it."""
    await turn.send(await _followed(turn, 0))


async def turn_followed(turn: Turn) -> None:
    """Another page of that, in place of this one."""
    await turn.replace(await _followed(turn, int(turn.pressed)))


async def _followed(turn: Turn, page: int) -> Message:
    followed = await turn.know(turn.desk.knowledge.subscribers.list_for, turn.chat_id)
    words = turn.words
    if not followed:
        return compose(words("follow-nothing"))
    pages = -(-len(followed) // RULES_PER_PAGE)
    here = min(page, pages - 1)
    shown = followed[here * RULES_PER_PAGE :][:RULES_PER_PAGE]
    rows = column((describe(item.rule, turn.language), f"u:{item.id}") for item in shown)
    rows.append(arrows(turn, here, pages, "up:"))
    if len(followed) > 1:
        rows.append([button(words.plain("button-unfollow-all"), "u:all")])
    return compose(words("unfollow-what", count=len(followed)), *rows)


async def unfollow(turn: Turn) -> None:
    """End one rule of this chat, or all."""
    subscribers = turn.desk.knowledge.subscribers
    if turn.pressed == "all":
        count = await turn.know(subscribers.unsubscribe_all, turn.chat_id)
        is_done = turn.is_again and count == 0
        await turn.say(turn.words("unfollowed-all-again") if is_done else turn.words("unfollowed-all", count=count))
        return
    rule = await turn.know(subscribers.unsubscribe, int(turn.pressed), turn.chat_id)
    if rule is None and turn.is_again:  # by this very press, most likely, and true in any case
        await turn.say(turn.words("unfollowed-again"))
    elif rule is None:
        await turn.note(turn.words.plain("unfollowed-before"), alert=True)
    else:
        await turn.say(turn.words("unfollowed", rule=describe(rule, turn.language)))


async def _follow(turn: Turn, rule: Rule | None) -> None:
    if rule is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    await follow_rule(turn, rule)


async def follow_rule(turn: Turn, rule: Rule) -> None:
    """The chat follows it from now on; says what that means, how much it would have brought, and how it ends."""
    subscribers = turn.desk.knowledge.subscribers
    subscribed = await turn.know(subscribers.subscribe, turn.chat_id, rule, by=turn.user_id, thread_id=turn.thread_id)
    words, followed = turn.words, subscribed.subscription.rule
    is_new = subscribed.is_new or await is_of_this(turn, subscribed.since)
    key = _FOLLOWED.get(followed.kind, "followed") if is_new else "followed-before"
    key = "followed-changed" if subscribed.is_changed else key
    count = await turn.know(subscribers.preview, followed, turn.desk.clock() - A_YEAR)
    told = words(key, rule=describe(followed, turn.language), days=NEAR_DAYS)
    undo = [button(words.plain("button-unfollow"), f"u:{subscribed.subscription.id}")]
    preview = words("watched-preview", count=count)
    await turn.send(compose(f"{told} {preview}", undo))


async def _rule(turn: Turn, mark: str) -> Rule | None:
    if mark == "all":
        return ALL_REPORTS
    organisations = await turn.know(turn.desk.knowledge.reports.organisations)
    for organisation in organisations:
        if mark_of_name(organisation.name) == mark:
            return Rule(RuleKind.ORGANISATION, organisation.name)
    return None
