"""Lists of documents over all reports and registers: by type, issuer, unit, time, state and subject."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents.finding import MOST_TOLD_APART
from knowledge.asking.about_documents.listed_state import (
    OVERDUE,
    asks_besides,
    is_so,
    less_state,
    says_besides,
    shown_in_state,
    state_of,
)
from knowledge.asking.about_documents.owned import CHARGED_TO, is_own_row, is_whose, may_be_whose, of_level
from knowledge.asking.about_documents.registers_named import asks_as_of_register, registers_named, registers_titled
from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.documents import Document, Mention, work_assigned
from knowledge.asking.library import Library, all_words
from knowledge.asking.reading.asked_cues import WHICH_LATE
from knowledge.asking.reading.cues import ENDS_WITH_YET
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.reading.references import all_type_names, named_types
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.matching_statements import coverage
from knowledge.asking.shelves.catalogue import Is
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.asking.words.framing import framing
from knowledge.facts import Period
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY, SEVERAL
from knowledge.grammar.patterns import pattern_of

_ASKED = pattern_of(r"\b(?:van ban|tai lieu|documents?|cong van|quyet dinh|ke hoach|nghi quyet|chi thi|thong bao)\b")
# Work that a register lists: "việc trễ hạn trong danh mục", and what was handed on to be answered.
_WORK = pattern_of(r"\b(?:viec|dau viec|nhiem vu)\b")
_HANDED_ON = pattern_of(r"\b(?:phan anh|kien nghi)\b")
_REGISTER = pattern_of(r"\b(?:danh muc|so theo doi|bang theo doi|bang giao viec|giao|trong so)\b")
_REGISTERS = frozenset({"Danh mục", "Bảng theo dõi", "Sổ theo dõi"})
_ABOUT_REFORM = frozenset({"#reform"})
_THRESHOLD = 0.8
_MOST_LINES = 25


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question says of the documents that it asks for."""

    types: frozenset[str]
    periods: list[Period]
    words: frozenset[str]  # of their subjects
    state: re.Pattern[str] | None
    today: date  # the day on which they stand so
    is_as_listed: bool  # as the register stood that is named, and not as of now
    registers: frozenset[int]  # those that are named by the letter with which they came

    @property
    def is_of_all(self) -> bool:
        """Whether nothing but types, times and states tells them apart, which no document need be read for."""
        return not (self.words or self.is_as_listed or self.registers)


def answer_list(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The documents that fit everything the question says; None where it says too little or none fits."""
    registers = registers_named(library, query)
    titled = registers_titled(library, query)
    if titled is not None:
        registers = titled.registers
    if not _asks_documents(query) or (query.references and not registers):
        return None
    as_of_register = asks_as_of_register(query)
    query = titled.query if titled is not None else query
    asked = _read(library, query, today, registers, as_of_register=as_of_register)
    if not (query.bodies or asked.periods or asked.state or titled):
        return None
    candidates = _candidates(library, query, asked)
    if query.level in BELOW_PROVINCE and not query.bodies and 1 < len(candidates) <= MOST_TOLD_APART:
        # "Huyện ban hành những kế hoạch nào": none of its communes'.
        candidates = of_level(candidates, query)
    count, looked_at = None, candidates
    is_narrowed = bool(asked.periods or asks_besides(query))
    if asked.is_of_all and not query.bodies and (asked.state is None or not is_narrowed):
        # All of them fit, and are dated; only those are read that are told.
        count, looked_at = len(candidates), candidates.earliest_of(_MOST_LINES)
    rows = _rows(library, query, asked, looked_at)
    if asked.state is not None and (work := _work(library, query, asked)):
        rows = sorted([*rows, *work], key=_by_day)
        count = None
    if not rows:
        return None
    lines = tuple(f"{i}. {_line(d, m, wording)}" for i, (d, m) in enumerate(rows[:_MOST_LINES], 1))
    quotes = tuple(quote(library.reports[m.report], m.statement.span) for _, m in rows[:_MOST_LINES])
    count = len(rows) if count is None else count
    days = {library.reports[m.report].kept_up_to for _, m in rows} if asked.is_as_listed else set()
    stood = wording.say(" tính đến ", " as of ") + wording.day(days.pop()) if len(days) == 1 else ""
    is_by_today = asked.state is OVERDUE and not asked.is_as_listed
    reckoned = _reckoned(library, today, asked, rows, wording, is_whole=count == len(rows)) if is_by_today else ""
    if query.periods and all(m.is_open for m in query.periods):
        stood += f" – {', '.join(map(wording.period, asked.periods))}"
    is_work = _WORK.search(query.folded) and not _ASKED.search(query.folded)
    noun, english = ("việc", "task") if is_work else ("văn bản", "document")
    return answered(wording.counted(count, noun, english) + stood, quotes, lines=lines, of=count, context=reckoned)


def _reckoned(
    library: Library,
    today: date,
    asked: _Asked,
    rows: list[tuple[Document, Mention]],
    wording: Wording,
    *,
    is_whole: bool,
) -> str:
    """As of today, where no other day was asked for, and to which day the registers are kept that say how things stand."""
    is_today = asked.today == today
    told = [wording.say(f"tính đến {wording.day(today)}", f"as of {wording.day(today)}")] if is_today else []
    kept = {library.reports[m.report].kept_up_to for _, m in rows}
    is_all = is_whole or len(library.filed.of_kinds(_KEPT)) == 1
    if is_all and date.min not in kept:
        days = " – ".join(wording.day(day) for day in (min(kept), max(kept))[: len(kept)])
        told.append(wording.say(f"theo số liệu cập nhật đến {days}", f"by what was known on {days}"))
    return "; ".join(told)


# The reports that keep the state of documents.
_KEPT = frozenset({"register"})
_ASKS_SEVERAL = pattern_of(rf"\b(?:nao|gi|{SEVERAL}|{HOW_MANY})\b")


def _asks_documents(query: Query) -> bool:
    """Whether documents are asked for, or work that only a register lists."""
    if ENDS_WITH_YET.search(query.folded) and not _ASKS_SEVERAL.search(query.folded):
        return False  # "Nhiệm vụ số hóa sổ hộ tịch đã quá hạn chưa": of one
    if _ASKED.search(query.folded) or WHICH_LATE.search(query.folded):
        return True
    names_register = bool(_REGISTER.search(query.folded))
    asks_work = _WORK.search(query.folded) and (names_register or query.bodies)
    return bool(asks_work or (_HANDED_ON.search(query.folded) and names_register))


def _read(library: Library, query: Query, today: date, registers: frozenset[int], *, as_of_register: bool) -> _Asked:
    """What the question says of them."""
    state, types = state_of(library, query), _types(query)
    periods = _periods(library, query, types, today)
    is_as_listed = state is OVERDUE and not query.dates and as_of_register
    if not types and query.named_type and query.named_type not in _REGISTERS and WHICH_LATE.search(query.folded):
        types = frozenset({query.named_type})  # "which decision is overdue"
    if state is not None and (as_of := next((m for m in query.periods if m.is_until), None)) is not None:
        # "Tới cuối tháng 3 có những văn bản nào quá hạn": on that day, and none that were issued in that month.
        until = as_of.resolve(today)
        periods = [p for p in periods if p != until]
        today = min(today, until.last) if until else today
    if state is OVERDUE and len(query.dates) == 1:
        today = min(today, query.dates[0])
    words = _wanted(query, state)
    if words == _ABOUT_REFORM and not types:
        # "Các văn bản về cải cách hành chính": all that these reports and registers list is.
        words = frozenset()
    return _Asked(types, periods, words, state, today, is_as_listed, registers)


def _periods(library: Library, query: Query, types: frozenset[str], today: date) -> list[Period]:
    """The periods that it names; a quarter or month without its year is the last of which documents are told."""
    if not query.periods or not all(m.is_open for m in query.periods):
        # "Trong danh mục năm 2024": the register's year, in which also stands what was issued before.
        return resolve_all(tuple(m for m in query.periods if not _OF_REGISTER.search(query.folded[: m.start])), today)
    issued = library.all_documents().that_are(Is.NUMBERED)
    issued = issued.of_types(lambda own: bool(own & types)) if types else issued
    years = ([m.in_year(year) for m in query.periods] for year in range(today.year, today.year - _MOST_YEARS, -1))
    over = (own for own in years if all(p.first + (p.last - p.first) / 2 <= today for p in own))
    return next((own for own in over if issued.issued_within(own)), [])


_MOST_YEARS = 12
_OF_REGISTER = pattern_of(
    r"\b(?:danh muc|so theo doi|bang theo doi|bang giao viec)(?: (?:van ban|nhiem vu|cong viec|cai cach hanh chinh|cua tinh|cua huyen))* $"
)


def _rows(library: Library, query: Query, asked: _Asked, looked_at: Shortlist) -> list[tuple[Document, Mention]]:
    """Those that fit, the earliest first, each with the mention that shows it."""

    def fitting(documents: Iterable[Document]) -> Iterator[tuple[Document, Mention]]:
        return ((d, m) for d in documents if (m := _fits(library, query, asked, d)) is not None)

    body = query.bodies[0] if query.bodies else None
    if body is None:
        rows = list(fitting(looked_at))
    else:
        rows = [r for r in fitting(may_be_whose(looked_at, body, query)) if is_whose(r[0], body, query, library)]
    if not rows and asked.state is not None and body is not None:
        # Of a register that charges nobody but the keeper's own units all rows are the keeper's.
        own = body.organisation
        kept = looked_at.told_in(library.filed.of_issuers(lambda keeper: keeper.body.body == own.body, ()).numbers)
        rows = [row for row in fitting(kept) if is_own_row(row[0], own, library)]
    return sorted(rows, key=_by_day)


def _by_day(row: tuple[Document, Mention]) -> tuple[date, str]:
    return row[0].issued_on or date.max, row[0].written


def _work(library: Library, query: Query, asked: _Asked) -> list[tuple[Document, Mention]]:
    """The rows of work that fit, of documents that only assign it and are about something else."""
    assigning = library.all_documents().that_are(Is.ASSIGNING)
    parts = [part for document in assigning for part in work_assigned(document)]
    rows = [(part, m) for part in parts if (m := _fits(library, query, asked, part)) is not None]
    return [row for row in rows if all(is_whose(row[0], body, query, library) for body in query.bodies[:1])]


def _fits(library: Library, query: Query, asked: _Asked, document: Document) -> Mention | None:
    """The mention that shows that the document is what is asked for; None where it is not."""
    has_state = asked.state is not None
    if not (document.is_numbered or (has_state and any(m.citation.status for m in document.mentions))):
        return None
    if asked.types and not document.types & asked.types:
        return None
    if not _is_within(document, asked.periods) and not (has_state and _is_listed_in(library, document, asked.periods)):
        return None
    if asked.words and coverage(library, asked.words, _subject_words(library, document)) < _THRESHOLD:
        return None
    mention = shown_in_state(document, asked.state, asked.today, library if asked.is_as_listed else None)
    if mention is not None and asked.registers and library.reports[mention.report].index not in asked.registers:
        # A report may tell of it as well.
        listed = (m for m in document.mentions if library.reports[m.report].index in asked.registers)
        mention = None if has_state else next(listed, None)
    if mention is None:
        return None
    return mention if not has_state or says_besides(mention, query) else None


def _candidates(library: Library, query: Query, asked: _Asked) -> Shortlist:
    """At least the documents that fit, found without a look at any."""
    state = asked.state
    found = library.all_documents().that_are(Is.NUMBERED if state is None else Is.LISTED)
    if asked.types:
        found = found.of_types(lambda own: bool(own & asked.types))
    if asked.periods and state is None:
        found = found.issued_within(asked.periods)
    places = [b.organisation.place for b in query.bodies[:1] if b.organisation.place]
    if places and not CHARGED_TO.search(query.folded):
        found = found.among(library.documents_of_place(places[0]))
    if library.weights(asked.words):
        found = found.among(library.documents_named(asked.words, _THRESHOLD, None)[0])
    if state is None:
        return found
    return found.standing(lambda status, is_past: is_so(status, state, is_past_due=is_past), asked.today)


def _is_listed_in(library: Library, document: Document, periods: list[Period]) -> bool:
    """Whether a document without a date stands in a register of that time ("sổ năm 2023")."""
    if document.issued_on is not None:
        return False
    reports = [library.reports[m.report] for m in document.mentions if m.citation.status]
    return any(p.first <= r.told_on <= p.last or r.facts.period == p for r in reports for p in periods)


def _types(query: Query) -> frozenset[str]:
    """The types of document that it names, but for those of registers and of what a register came with."""
    words = query.folded
    for body in query.bodies:
        words = words.replace(fold(body.name), " ")
    came_with = {r.type for r in query.references if r.type}
    return frozenset(named_types(words)) - {"Báo cáo"} - _REGISTERS - came_with


def _wanted(query: Query, state: re.Pattern[str] | None) -> frozenset[str]:
    """The words that the subject must have; those of the state that is asked for are none of these."""
    types = {w for name in all_type_names() for w in fold(name).split()}
    words = all_words(query.naming) - framing("documents") - types - {"#legal_document"}
    return words if state is None else less_state(words, state)


def _is_within(document: Document, periods: list[Period]) -> bool:
    day = document.issued_on
    return not periods or (day is not None and any(p.first <= day <= p.last for p in periods))


def _subject_words(library: Library, document: Document) -> frozenset[str]:
    words: set[str] = set()
    for mention in document.mentions:
        words |= all_words(library.tagger.tag(fold(f"{mention.citation.type or ''} {mention.citation.subject or ''}")))
    return frozenset(words)


def _line(document: Document, mention: Mention, wording: Wording) -> str:
    day = (
        wording.say(f" ngày {wording.day(document.issued_on)}", f", {wording.day(document.issued_on)}")
        if document.issued_on
        else ""
    )
    unit = f" ({mention.citation.responsible})" if mention.citation.responsible else ""
    due = wording.say(", hạn ", ", due ") + wording.day(mention.citation.due) if mention.citation.due else ""
    status = f" – {wording.state(mention.citation.status)}" if mention.citation.status else ""
    about = f": {document.subject}" if document.subject else ""
    return shorten(f"{document.name}{day}{about}{unit}{due}{status}", 240)
