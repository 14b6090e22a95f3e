"""Every command and every button by every role, in private and in a group: this table is the promise.

It is checked against the registry, so a command or button without a row fails.
"""

import itertools
import re
from dataclasses import dataclass

import pytest
from telegram import Update

from bot.sandbox.client import Sandbox
from handlers.access import Access
from handlers.registry import BUTTONS, COMMANDS
from knowledge.people.roles import PersonRole
from tests.house import OWNER, House

EVERYBODY, STATISTICS, EDITING, EDITING_ALL, OWNING = Access
COMMAND_TABLE = {
    "start": EVERYBODY,
    "trogiup": EVERYBODY,
    "hoi": EVERYBODY,
    "baocao": EVERYBODY,
    "timkiem": EVERYBODY,
    "giaoban": EVERYBODY,
    "lich": EVERYBODY,
    "chiase": EVERYBODY,
    "dangky": EVERYBODY,
    "huydangky": EVERYBODY,
    "theodoi": EVERYBODY,
    "caidat": EVERYBODY,
    "xoadulieu": EVERYBODY,
    "them": EDITING,
    "sua": EDITING,
    "xoa": EDITING,
    "hoantac": EDITING,
    "huy": EDITING,
    "nhap": EDITING,
    "xuatban": EDITING,
    "thuhoi": EDITING,
    "nguon": EDITING_ALL,
    "chuatraloi": EDITING_ALL,
    "bidanh": EDITING_ALL,
    "thongke": STATISTICS,
    "thieubaocao": STATISTICS,
    "nhatky": EDITING_ALL,
    "xuatdulieu": OWNING,
    "quantri": EDITING,
}
# One press of each sort; nothing of what it names is there.
BUTTON_TABLE = {
    "q:1:0": EVERYBODY,
    "k:x": EVERYBODY,
    "n:1:chart": EVERYBODY,
    "t:1:up": EVERYBODY,
    "c:1:wrong": EVERYBODY,
    "w:1:show": EDITING_ALL,
    "g:1:show": EDITING_ALL,
    "z:0:abc": EVERYBODY,
    "r:999": EVERYBODY,
    "ro:999": EVERYBODY,
    "rs:999:0": EVERYBODY,
    "h:999:0": EVERYBODY,
    "ra:999:staff:0": EVERYBODY,
    "rp:0": EVERYBODY,
    "gb:quarter-1-2019:0": EVERYBODY,
    "gf:quarter-1-2019:0": EVERYBODY,
    "lc:201901": EVERYBODY,
    "s:all": EVERYBODY,
    "sa:staff": EVERYBODY,
    "sr:999": EVERYBODY,
    "u:999": EVERYBODY,
    "up:0": EVERYBODY,
    "pa:0": EDITING,
    "l:vi": EVERYBODY,
    "n:on": EVERYBODY,
    "h:any": EVERYBODY,
    "f:no": EVERYBODY,
    "a:kind:note": EDITING,
    "b:save:cancel": EDITING,
    "i:999.0d0:show": EDITING,
    "v:999": EDITING,
    "m:0123456789ab:remove": EDITING_ALL,
    "y:resume": EDITING,
    "p:999": EDITING,
    "pc:999": EDITING,
    "pp:999": EDITING,
    "pd:999:0": EDITING,
    "pv:999:0": EDITING,
    "pb:999": EDITING,
    "pq:999": EDITING,
    "pu:999": EDITING,
    "pn:999": EDITING,
    "ps:999:1": EDITING,
    "o:8-0": EVERYBODY,
    "oe:999": EVERYBODY,
    "pg:999:1": EDITING,
    "pl:999": EDITING,
    "pt:999:99": EDITING,
    "px:999": EDITING,
    "wo:999": EDITING,
    "wr:999:file": EDITING,
    "wu:999": EDITING,
    "di:999:0": EDITING,
    "dx:999:0-5:0": EDITING,
    "dk:999:999:0": EDITING,
    "dh:999": EDITING,
    "df:999:number": EDITING,
    "dn:number:cancel": EDITING,
    "dz:999": EDITING,
    "d:999": EDITING,
    "e:999": EDITING_ALL,
    "eh:how": EDITING_ALL,
    "ea:999:all": EDITING_ALL,
    "et:999": EDITING_ALL,
    "ec:999": EDITING_ALL,
    "es:999:pause": EDITING_ALL,
    "ts:day": STATISTICS,
    "jr:0123456789abcdef": STATISTICS,
    "jl:all:0": EDITING_ALL,
    "m:show": EDITING,
    "m:one": OWNING,
    "m:invite": OWNING,
    "m:one-of": OWNING,
    "m:open": OWNING,
    "mi:0123456789abcdef": OWNING,
    "mx:999": OWNING,
    "mn:999:999": OWNING,
    "mp:999": OWNING,
    "mr:1:editor": OWNING,
    "mb:999": OWNING,
    "eo:999:trust": OWNING,
}
ROLES = {
    "stranger": EVERYBODY,
    "viewer": Access.STATISTICS,
    "editor of one organisation": EDITING,
    "editor": EDITING_ALL,
    "owner": OWNING,
}
REFUSALS = ("dành cho người quản trị", "dành cho người chủ", "biên tập cho một cơ quan")
ONLY_PRIVATE = "chat riêng"
ANONYMOUS_ADMIN = 1087968824
_ANSWERS = ("sendMessage", "sendPhoto", "sendMediaGroup", "answerCallbackQuery")
_numbers = itertools.count(2_100_000_000)
_last_calls: dict[str, int] = {}


@dataclass(frozen=True)
class Said:
    """What the bot said to one update: in the chat, or over it."""

    text: str

    @property
    def is_refusal(self) -> bool:
        return any(words in self.text for words in REFUSALS)

    @property
    def is_only_private(self) -> bool:
        return ONLY_PRIVATE in self.text


async def granted(house: House, role: str) -> int:
    """The id of somebody with that role."""
    people = house.knowledge.people
    user_id = OWNER if role == "owner" else 7000 + list(ROLES).index(role)
    await house.sandbox.user(role, user_id=user_id, is_started=True)
    if role == "viewer":
        people.grant(user_id, PersonRole.VIEWER, by=OWNER)
    elif role.startswith("editor"):
        people.grant(user_id, PersonRole.EDITOR, by=OWNER, organisation="Sở Nội vụ" if " of " in role else None)
    return user_id


async def send(house: House, user_id: int, chat_id: int, **given: object) -> Said:
    """What the bot says to a message or a press of a button that nobody was shown."""
    sender = {"id": user_id, "is_bot": False, "first_name": "X", "language_code": "vi"}
    chat = {"id": chat_id, "type": "private" if chat_id > 0 else "group", "first_name": "X", "title": "X"}
    message = {"message_id": 1, "date": 1, "chat": chat, "text": ".", "from": sender}
    number = next(_numbers)
    update: dict[str, object] = {"update_id": number}
    if "data" in given:
        update["callback_query"] = {
            "id": str(number),
            "from": sender,
            "chat_instance": "1",
            "message": message,
            "data": given["data"],
        }
    else:
        update["message"] = {**message, **given}
    before = await last_call(house.sandbox)
    await house.bot.intake.receive(Update.de_json(update, house.bot.api))
    await house.bot.intake.finish()
    calls = await house.sandbox.calls(after=before)
    # The log may lag behind the answer that the bot has got already.
    while not any(call.method in _ANSWERS for call in calls):
        calls = await house.sandbox.calls(count=len(calls) + 1, after=before)
    return Said(" ".join(call.given.get("text", "") for call in calls))


async def last_call(sandbox: Sandbox) -> int:
    """The number of the last call so far; those that were seen are not fetched again and again."""
    if sandbox.token not in _last_calls:
        await sandbox.calls("setMyCommands", count=2)  # the bot is up
    since = _last_calls.get(sandbox.token, 0)
    last = max((call.number for call in await sandbox.calls(after=since)), default=since)
    _last_calls[sandbox.token] = last
    return last


def command(name: str) -> dict[str, object]:
    entity = {"type": "bot_command", "offset": 0, "length": len(name) + 1}
    return {"text": f"/{name}", "entities": [entity]}


def test_every_command_and_button_has_a_row():
    assert set(COMMAND_TABLE) == {one.vi for one in COMMANDS}
    rows = {(name, rest) for name, rest, _ in BUTTONS}
    named = {row for row in rows for data in BUTTON_TABLE if _fits(row, data)}
    assert rows - named == set()
    assert len(BUTTON_TABLE) == len(BUTTONS)


def _fits(row: tuple[str, str], data: str) -> bool:
    name, rest = row
    return re.fullmatch(rf"{name}:(?:{rest})", data) is not None


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("first_sample")
async def test_what_a_role_may_do_in_private(house: House, role: str):
    user = await granted(house, role)
    refused = {name: (await send(house, user, user, **command(name))).is_refusal for name in COMMAND_TABLE}
    assert refused == {name: ROLES[role] < least for name, least in COMMAND_TABLE.items()}
    pressed = {data: (await send(house, user, user, data=data)).is_refusal for data in BUTTON_TABLE}
    assert pressed == {data: ROLES[role] < least for data, least in BUTTON_TABLE.items()}


@pytest.mark.parametrize("role", ["stranger", "owner", "anonymous"])
async def test_nothing_for_staff_is_done_in_a_group(house: House, role: str):
    owner = await house.owner()
    group = await house.sandbox.group("Tổ CCHC", owner)
    user = ANONYMOUS_ADMIN if role == "anonymous" else await granted(house, role)
    for name, least in COMMAND_TABLE.items():
        if least > EVERYBODY:
            said = await send(house, user, group.id, **command(name))
            assert (said.is_refusal, said.is_only_private) == (role != "owner", role == "owner"), name
    for data, least in BUTTON_TABLE.items():
        if least > EVERYBODY:
            said = await send(house, user, group.id, data=data)
            assert (said.is_refusal, said.is_only_private) == (role != "owner", role == "owner"), data


async def test_buttons_in_an_admins_chat_that_another_person_presses_are_refused(house: House):
    await house.owner()
    draft = house.draft()
    stranger = await granted(house, "stranger")
    for data, least in BUTTON_TABLE.items():
        if least > EVERYBODY:
            assert (await send(house, stranger, OWNER, data=data)).is_refusal, data
    assert [report.id for report in house.knowledge.reports.drafts()] == [draft]


async def test_a_forwarded_command_of_an_admin_is_not_done(house: House):
    await house.owner()
    draft = house.draft()
    origin = {"type": "user", "date": 1, "sender_user": {"id": 5, "is_bot": False, "first_name": "Y"}}
    for name, least in COMMAND_TABLE.items():
        if least > EVERYBODY:
            said = await send(house, OWNER, OWNER, **command(name), forward_origin=origin)
            assert "tin chuyển tiếp" in said.text, name
    assert [report.id for report in house.knowledge.reports.drafts()] == [draft]


async def test_an_editor_of_one_organisation_touches_only_its_drafts(house: House):
    own, other = house.draft(number="5/BC-SNV", organisation="Sở Nội vụ"), house.draft()
    editor = await granted(house, "editor of one organisation")
    for data in ("p", "pc", "pp", "pq", "pb", "dh", "d"):
        assert "cơ quan khác" in (await send(house, editor, editor, data=f"{data}:{other}")).text
    await send(house, editor, editor, data=f"pp:{own}")
    states = {one: house.knowledge.reports.summary(one).state for one in (own, other)}
    assert states == {own: "published", other: "draft"}
