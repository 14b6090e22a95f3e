"""Every screen outside `handlers/layout` that is made of values only, with made-up values for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from telegram.helpers import create_deep_linked_url

from handlers import draft_data, missing, sharing, withdrawing
from handlers.adding import dialogue as adding
from handlers.adding import screens as adding_screens
from handlers.adding.steps import steps_of
from handlers.dialogues.draft import to_json
from handlers.editing import cards, screens
from handlers.editing import dialogue as correcting
from handlers.editing.steps import step_for
from handlers.layout.html import escape
from handlers.layout.message import Message
from handlers.sources import screens as sources
from handlers.words import Words
from knowledge.amending.amending import Corrected
from knowledge.amending.history import Change
from knowledge.amending.items import Item, ItemChanged, ItemRef
from knowledge.asking.links import to_link
from knowledge.entries.similarity import Similar
from knowledge.facts import Measure, Reading, ReportFacts, Role
from knowledge.fetching.errors import FetchFault
from knowledge.fields.amendments import Place
from knowledge.fields.describing import GROUPS, Changed
from knowledge.fields.entry_fields import EntryFields
from knowledge.importing.readers.errors import Fault
from knowledge.looking.missing import Missing
from knowledge.sources.links import Findings, Link, SourceKind
from knowledge.sources.source import ItemState, Source, SourceState
from knowledge.sources.trouble import Trouble
from knowledge.store.summaries import ReportState, ReportSummary
from tests.handlers.messages import NOW, days, large_ids, long_texts, names, periods
from tests.house import quarter

Maker = Callable[[Words], Message]

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
USERNAME = "b" * 32  # https://core.telegram.org/bots/features#creating-a-new-bot: 5 to 32 characters
KINDS = ("document", "figure", "task", "note")
ACTIONS = ("entry.add", "entry.edit", "entry.delete", "entry.undo", "fact.edit", "fact.drop", "fact.undo")
optional = st.none() | names
counts = st.integers(0, 10**6)
hashes = st.from_regex(r"[0-9a-f]{6}", fullmatch=True)
addresses = st.sampled_from(["https://a.example/?a=1&b=<2>", "https://a.example/" + "báo-cáo/" * 200])


def of_kind(kind: str) -> st.SearchStrategy[EntryFields]:
    """Any fields at all, as they stand in an entry of that kind."""
    return st.builds(
        EntryFields,
        kind=st.just(kind),
        organisation=optional,
        period=periods,
        note=optional | long_texts,
        type=optional,
        number=st.sampled_from([None, "192", "1" * 30]),
        symbol=optional,
        issued_on=days,
        issuer=optional,
        subject=optional | long_texts,
        role=st.sampled_from(list(Role)),
        expected=periods,
        status=optional,
        indicator=optional,
        value=st.none() | st.decimals(-(10**15), 10**15, allow_nan=False, places=2),
        unit=optional,
        measure=st.sampled_from(list(Measure)),
        task=optional | long_texts,
        responsible=optional,
        due=days,
    )


fields = st.sampled_from(KINDS).flatmap(of_kind)
groups = st.sampled_from(sorted(GROUPS))
changed = st.builds(Changed, groups, names, names)
facts = st.builds(ReportFacts, names, number=optional, organisation=optional, period=periods, signed_on=days)
many = st.sampled_from([1, 100])


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An entry, or a fact of a report, far down in the store."""
    what = draw(fields)
    kind = what.kind if what.kind in ("figure", "task") else "document"
    place = Place(draw(st.sampled_from([0, 10**9 - 1])), kind, draw(st.sampled_from([0, 10**9 - 1])))
    entry = large_ids if what.kind == "note" else st.none() | large_ids
    return Item(
        ItemRef(draw(large_ids), place),
        what,
        draw(long_texts),
        draw(facts),
        draw(entry),
        tuple(draw(st.lists(changed, max_size=3))),
    )


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """One that added, changed or took out something."""
    kind = draw(st.sampled_from(KINDS))
    before, after = draw(st.none() | of_kind(kind)), draw(st.none() | of_kind(kind))
    by, why, quote = draw(st.none() | st.just(7)), draw(names), draw(long_texts)
    return Change(draw(large_ids), NOW, by, draw(st.sampled_from(ACTIONS)), draw(large_ids), before, after, why, quote)


summaries = st.builds(
    ReportSummary,
    id=large_ids,
    kind=st.just("report"),
    state=st.just(ReportState.DRAFT),
    title=names,
    number=optional,
    organisation=optional,
    province=optional,
    period=periods,
    signed_on=days,
    published_on=days,
    source=optional,
    edition=counts,
    saved_at=st.just(NOW),
    published_at=st.none(),
    documents=counts,
    figures=counts,
    tasks=counts,
    doubts=counts,
)
# What a server or a file is said to have done stands in the reason, so it comes from outside too.
given_details = st.builds(
    lambda name: dict.fromkeys(
        ["host", "seconds", "status", "limit", "reason", "size", "format", "address", "cell", "unit_vi", "unit_en"],
        name,
    ),
    names,
)
troubles = st.one_of(
    st.builds(Trouble, st.just("fetching"), st.sampled_from(list(FetchFault)), given_details, st.booleans()),
    st.builds(Trouble, st.just("reading"), st.sampled_from(list(Fault)), given_details, st.booleans()),
    st.just(Trouble("nothing", "", {}, is_lasting=True)),
)
watched = st.builds(
    Source,
    id=large_ids,
    address=addresses,
    title=optional,
    kind=st.sampled_from(list(SourceKind)),
    organisation=optional,
    province=optional,
    period=st.none(),
    state=st.sampled_from(list(SourceState)),
    is_trusted=st.booleans(),
    is_new_only=st.booleans(),
    etag=optional,
    last_modified=optional,
    last_looked_at=st.none() | st.just(NOW),
    last_seen_at=st.none() | st.just(NOW),
    last_found_at=st.none(),
    trouble=st.none() | troubles,
    failures=counts,
    next_look_at=st.just(NOW),
)
findings = st.builds(
    lambda kind, title, links, times: Findings(kind, title, tuple(links * times)),
    st.sampled_from(list(SourceKind)),
    optional,
    st.lists(st.builds(Link, addresses, names), max_size=3),
    many,
)
missed = st.builds(
    Missing, names, st.just(quarter(1)), st.just(date(2019, 4, 1)), counts, names, st.just(date(2018, 4, 1))
)
MEMBERS = {7: "<b>Lan</b> " * 30}


def _data(what: EntryFields) -> dict[str, object]:
    return {name: value for name, value in correcting._plain(what).items() if value is not None}


def _of_a_step(what: EntryFields, n: int, before: str) -> Maker:
    steps = steps_of(_data(what))
    return lambda words: adding_screens.prompt(steps[n % len(steps)], _data(what), words, before=before)


def _of_a_field(what: EntryFields, group: str, before: str) -> Maker:
    step = step_for(group)
    assert step is not None
    return lambda words: screens.prompt(step, correcting._plain(what), words, before=before)


def _preview(text: str, quotes: list[str], told: int, what: EntryFields) -> Maker:
    reading = Reading(ReportFacts("x"), text, ())
    similar = [Similar(1, quote, is_entry=False) for quote in quotes]
    return lambda words: adding_screens.preview(reading, similar, told, _data(what), words)


def _correction(item: Item, after: EntryFields, why: str, told: int, digest: str) -> Maker:
    return lambda words: screens.preview(
        item, item.fields, replace(after, kind=item.fields.kind), why, told, digest, words, before=words("edit-resumed")
    )


def _meanwhile(item: Item, now: Item | None, mine: EntryFields, who: str, digest: str) -> Maker:
    error = ItemChanged(now, 7, NOW)
    return lambda words: screens.changed_meanwhile(item.fields, mine, error, who, digest, VIETNAM, words)


def _asked(draft: ReportSummary, name: str) -> Maker:
    step = draft_data._STEPS[name]
    data = {draft_data._SEEN: to_json({name: getattr(draft, name)})[name]}
    return lambda words: draft_data._prompt(step, data, words, before=words("draft-data-meanwhile"))


def _shared(question: str) -> Maker:
    link = to_link(question) if question else None
    return lambda words: sharing._caption(question or "x", create_deep_linked_url(USERNAME, link), question, words)


def _saved(item: Item, after: EntryFields, corrected: Corrected, *, notify: bool) -> Maker:
    return lambda words: screens.saved(item, item.fields, after, corrected, notify=notify, words=words)


corrected = st.builds(Corrected, large_ids, counts, st.none() | large_ids)
asked = st.one_of(st.none(), st.builds(adding_screens.Told, counts, counts))
SCREENS: dict[str, st.SearchStrategy[Maker]] = {
    "adding.screens.prompt": st.builds(_of_a_step, fields, st.integers(0, 6), st.just("") | names.map(escape)),
    "adding.screens.preview": st.builds(_preview, long_texts, st.lists(long_texts, max_size=5), counts, fields),
    "adding.screens.saved": st.builds(
        lambda *given: lambda words: adding_screens.saved(*given, words),
        long_texts,
        large_ids,
        st.none() | large_ids,
        asked,
        counts,
    ),
    "dialogues.course._is_it_a_question": st.builds(
        lambda course, step: lambda words: course._is_it_a_question(step, words),
        st.sampled_from([adding.COURSE, correcting.COURSE, draft_data.COURSE]),
        groups.map(step_for),
    ),
    "editing.cards.card": items().map(lambda item: lambda words: cards.card(item, words)),
    "editing.cards.card_to_delete": st.builds(
        lambda item, told: lambda words: cards.card_to_delete(item, told, words), items(), counts
    ),
    "editing.cards.choices": st.builds(
        lambda item, others, deleting, typed: (
            lambda words: cards.choices([item, *others], words, to_delete=deleting, typed=typed)
        ),
        items(),
        st.lists(items(), max_size=3),
        st.booleans(),
        st.just("") | long_texts,
    ),
    "editing.cards.history": st.builds(
        lambda item, told, times: lambda words: cards.history(item, told * times, MEMBERS, VIETNAM, words),
        items(),
        st.lists(changes(), max_size=2),
        st.sampled_from([1, 20]),
    ),
    "editing.screens.prompt": st.builds(_of_a_field, fields, groups, st.just("") | names.map(escape)),
    "editing.screens.preview": st.builds(_correction, items(), fields, st.just("") | names, counts, hashes),
    "editing.screens.incomplete": st.builds(
        lambda item, name: lambda words: screens.incomplete(item, name, words),
        items(),
        st.sampled_from(sorted(set(sum(GROUPS.values(), ())))),
    ),
    "editing.screens.saved": st.builds(_saved, items(), fields, corrected, notify=st.booleans()),
    "editing.screens.removed": st.builds(
        lambda item, done: lambda words: screens.removed(item, done, words), items(), corrected
    ),
    "editing.screens.changed_meanwhile": st.builds(_meanwhile, items(), st.none() | items(), fields, names, hashes),
    "draft_data._page": summaries.map(lambda draft: lambda words: draft_data._page(draft, words)),
    "draft_data._prompt": st.builds(_asked, summaries, st.sampled_from(sorted(draft_data._STEPS))),
    "withdrawing._card": st.builds(
        lambda report, why: lambda words: withdrawing._card(report, why, words), summaries, st.just("") | names
    ),
    "missing._list": st.builds(
        lambda found, times: lambda words: missing._list(found * times, words), st.lists(missed, max_size=3), many
    ),
    "missing._reminder": missed.map(lambda one: lambda words: missing._reminder(one, words, words)),
    "sources.screens.listing": st.builds(
        lambda found, times: lambda words: sources.listing(found * times, words), st.lists(watched, max_size=3), many
    ),
    "sources.screens.card": st.builds(
        lambda source, found, owner: lambda words: sources.card(source, found, words, VIETNAM, is_owner=owner),
        watched,
        st.dictionaries(st.sampled_from(list(ItemState)), counts),
        st.booleans(),
    ),
    "sources.screens.proposal": st.builds(
        lambda source, found: lambda words: sources.proposal(source, found, words), watched, findings
    ),
    "sharing._caption": (st.just("") | names).map(_shared),
}
