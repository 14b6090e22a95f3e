"""Telegram takes every screen that is made of what the store holds: names, words and lists as hypothesis makes them.

The real bot makes them, for its owner, out of a store to which each example adds.
"""

import itertools
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from telegram import Update

from handlers import (
    audit_log,
    browsing,
    calendar,
    draft_data,
    drafts,
    following,
    picking,
    preferences,
    publishing,
    question,
    searching,
    statistics,
    unanswered,
)
from handlers.administration import inviting, overview, persons
from handlers.editing import dialogue, undoing
from handlers.layout.message import Message
from handlers.turn import Turn, begin
from handlers.words import LANGUAGES
from knowledge.amending.items import Item
from knowledge.asking.reading.courtesies import Courtesy
from knowledge.briefing.deadlines import Deadline
from knowledge.fields.entry_fields import EntryFields
from knowledge.fields.wording import tidy
from knowledge.following.manners import Digest, Manners, Quiet
from knowledge.following.rules import Rule, RuleKind
from knowledge.looking.statistics import Span
from knowledge.people.corrections import CorrectionKind, Reported
from knowledge.people.roles import PersonRole
from knowledge.releasing.draft_data import Restated
from knowledge.store.reports import ReportSummary
from tests.handlers import messages
from tests.handlers.messages import MOST_CAPTION, MOST_TEXT, check
from tests.house import OWNER, House

# Indexes of PostgreSQL take no longer ones; the longest that we know of has 120 characters.
MOST_ORGANISATION = 255
MANY = 101
_NUMBERS = itertools.count(1)
_SPOKEN = itertools.cycle(LANGUAGES)
words = st.one_of(messages.names, messages.texts).filter(str.strip)
noted = words.filter(tidy)  # nobody can save a note of which nothing is seen


@dataclass(frozen=True)
class Told:
    """What the screens are made of."""

    turn: Turn
    published: ReportSummary
    draft: ReportSummary
    entry: Item
    member: int
    deadlines: tuple[Deadline, ...]
    typed: str


async def _gap(told: Told) -> Message:
    gaps = told.turn.desk.knowledge.gaps.listing()
    return await unanswered._card(told.turn, gaps[0]) if gaps else await unanswered._list(told.turn)


async def _answer(told: Told) -> Message:
    return (await question._compose(told.turn, told.typed)).message


async def _unasked(told: Told) -> Message:
    said = await question._without_question(told.turn, "?!")
    assert said is not None
    return said


async def _month(told: Told) -> Message:
    return calendar._shown(told.turn, told.deadlines, (2019, 11), "")[1]


async def _numbers(told: Told) -> Message:
    return (await statistics._shown(told.turn, Span.MONTH))[1]


async def _hits(told: Told) -> Message:
    """What cannot be searched for is refused before."""
    query = told.typed if searching.is_searchable(told.typed) else "tiếp nhận"
    return await searching._page(told.turn, query, 0)


async def _restated(told: Told) -> Message:
    restated = Restated(told.draft.id, "title", told.typed, told.draft.title, 10**18 - 1)
    return await draft_data._restated_card(told.turn, restated)


SCREENS: dict[str, Callable[[Told], Awaitable[Message]]] = {
    "administration.inviting._invited": lambda told: inviting._invited(
        told.turn, PersonRole.EDITOR, told.published.organisation
    ),
    "administration.overview._screen": lambda told: overview._screen(told.turn),
    "administration.persons._card": lambda told: persons._card(told.turn, told.member, is_changed=True),
    "audit_log._page": lambda told: audit_log._page(told.turn, "all", None, ""),
    "browsing._card": lambda told: browsing._card(told.turn, told.published),
    "browsing._page": lambda told: browsing._page(told.turn, 1),
    "calendar._shown": _month,
    "draft_data._restated_card": _restated,
    "drafts.draft_card": lambda told: drafts.draft_card(told.turn, told.draft, before=told.turn.words("undone")),
    "editing.dialogue.card_to_delete": lambda told: dialogue.card_to_delete(told.turn, told.entry),
    "editing.undoing._list": lambda told: undoing._list(told.turn),
    "following._followed": lambda told: following._followed(told.turn, 0),
    "picking._page": lambda told: picking._page(told.turn, told.draft.id, 10**6 - 1, change=10**18 - 1),
    "preferences._screen": lambda told: preferences._screen(told.turn, told.turn.words),
    "publishing._list": lambda told: publishing._list(told.turn, 1),
    "question._compose": _answer,
    "question._without_question": _unasked,
    "question._polite": lambda told: question._polite(told.turn, Courtesy.GREETING),
    "searching._page": _hits,
    "statistics._shown": _numbers,
    "unanswered._card": _gap,
    "unanswered._list": lambda told: unanswered._list(told.turn),
}
CAPTIONS = {"calendar._shown", "statistics._shown"}


async def _turn(house: House, language: str) -> Turn:
    await house.bot.api.get_me()  # screens give its name, and on a busy machine it may not be up yet
    house.knowledge.people.set_language(OWNER, language)
    chat = {"id": OWNER, "type": "private", "first_name": "Minh"}
    sender = {"id": OWNER, "is_bot": False, "first_name": "Minh"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": "."}
    update = Update.de_json({"update_id": next(_NUMBERS), "message": message}, house.bot.api)
    turn = await begin(update, house.bot.api, house.bot.desk)
    assert turn is not None
    return turn


async def fill(house: House, draw: st.DrawFn, language: str) -> Told:
    """More reports, drafts, entries, people, rules and questions, with names as they are drawn."""
    knowledge, number = house.knowledge, f"{next(_NUMBERS)}/BC-X"
    organisation, typed = draw(words)[:MOST_ORGANISATION], draw(words)
    given = {"number": number, "title": draw(words), "organisation": organisation}
    published = house.published(**given, sentences=(draw(words), "Tiếp nhận 641 hồ sơ."))
    draft = house.draft(**given, sentences=(draw(words), draw(words), "Tiếp nhận 640 hồ sơ."))
    fields = EntryFields(kind="note", note=draw(noted), organisation=organisation)
    entry = knowledge.items.entry(knowledge.entries.save(fields, by=OWNER, notify=False))
    assert entry is not None
    member = await house.official(draw(words)[:32])
    knowledge.people.grant(member.id, PersonRole.EDITOR, by=OWNER, organisation=organisation)
    knowledge.subscribers.subscribe(OWNER, Rule(RuleKind.ORGANISATION, organisation), by=OWNER)
    knowledge.subscribers.set_manners(OWNER, Manners(quiet=Quiet(22, 6), digest=Digest(8, 0)))
    knowledge.asking.refresh()
    turn = await _turn(house, language)
    asked = await question._compose(turn, f"{typed} zzz")
    if asked.kept is not None:
        knowledge.questions.keep(asked.kept, None)
        reported = Reported(asked.kept.id, CorrectionKind.WRONG, typed, draw(words), OWNER, OWNER)
        knowledge.corrections.open(reported)
    due = tuple(draw(st.lists(messages.deadlines, min_size=1, max_size=12)))
    reports = knowledge.reports
    return Told(turn, reports.summary(published), reports.summary(draft), entry, member.id, due, typed)


# A store that only grows cannot be made smaller: what fails is shown as it was found.
@settings(
    max_examples=10 if "CCHC_TORTURE" in os.environ else len(LANGUAGES),
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
async def test_every_screen_of_what_the_store_holds(house: House, data: st.DataObject):
    told = await fill(house, data.draw, next(_SPOKEN))
    for name, make in SCREENS.items():
        check(await make(told), most=MOST_CAPTION if name in CAPTIONS else MOST_TEXT)


async def test_more_rules_and_drafts_than_a_keyboard_holds_are_turned_page_by_page(house: House):
    for number in range(MANY):
        house.draft(number=f"{number}/BC-X")
        house.knowledge.subscribers.subscribe(OWNER, Rule(RuleKind.ORGANISATION, f"Sở {number}"), by=OWNER)
    turn = await _turn(house, "vi")
    for turned in (publishing._list, following._followed):
        pages = [await turned(turn, page) for page in range(4)]
        shown = {one.data for page in pages for row in page.rows for one in row if one.data[:2] in ("p:", "u:")}
        assert len(shown - {"u:all"}) == MANY
        for page in pages:
            check(page)
