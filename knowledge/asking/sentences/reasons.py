"""Why something is as it is: the sentence that gives the reason, where no heading says "nguyên nhân"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all, without_places
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences import sections
from knowledge.asking.sentences.matching_statements import SENTENCE_SHARE, coverage
from knowledge.asking.shelves.giving_reasons import gives_reason
from knowledge.asking.shelves.postings import Numbers, union
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.shelves.terms import is_light
from knowledge.asking.words.framing import framing
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought

_ASKS_WHY = Sought(
    lambda: (
        rf"\b(?:{listed('reasons', 'asked')})\b"
        r"|\bdo dau\b(?! (?:ban hanh|phat hanh|soan|ra|ky|cap|cong bo)\b)"
        r"|^(?:the |vay |ma )?sao (?!y\b|chup\b|luu\b|ke\b|roi\b).*\b(?:chua|cham|tre|qua han|tut|giam|tang|thap|cao|lui|khong|lau|it|nhieu)\b"
        r"|\bsao (?:ma )?(?:van |lai |con |bi )?(?:chua|cham|tre|qua han|tut|giam|tang|thap|cao|lui|khong)\b"
    )
)
# "Nguyên nhân là …", "Tình trạng này do …": the reason of what the sentence before says.
_GOES_ON = pattern_of(
    r"\W*(?:nguyen nhan|ly do|li do|(?:viec|tinh trang|su cham tre|dieu|ket qua|cham tre|ty le|con so) (?:nay|tren)\b)"
)
_BEHIND = 2
_MOST_LINES = 4
_NOT_DONE = pattern_of(lambda: rf"\b(?:{listed('reasons', 'not_done', 'told')})\b")
_ASKS_NOT_DONE = pattern_of(lambda: rf"\b(?:{listed('reasons', 'not_done', 'asked')})\b")


@dataclass(frozen=True, slots=True)
class _Reason:
    """The sentence that gives it, after the one that it is the reason of where that is another."""

    entries: tuple[StatementEntry, ...]
    share: float


def asks_why(query: Query) -> bool:
    """Whether a reason is asked for: "Sở Tài nguyên nhận mấy hồ sơ" has the letters of "nguyên nhân"."""
    is_held_up = query.claim is not None or query.asks("verify")  # "sao trễ tới 1,01% lận": no, so many
    # What has not the letters with the names of places has them no more without.
    return not is_held_up and _ASKS_WHY.may_be_in(query.folded) and bool(_ASKS_WHY.search(without_places(query)))


def answer_why(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The newest report's sentences that give the reason of just that; None where none does."""
    if not asks_why(query):
        return None
    reasons = list(_numbered(library, query)) if query.references else list(_worded(library, query, today))
    if not reasons:
        return None
    best = max(r.share for r in reasons)
    fitting = [r for r in reasons if r.share >= best - 0.05]
    told = told_last(fitting, lambda r: r.entries[0].report)
    if len({r.entries[0].report.index for r in told}) > 1:
        return None
    entries = tuple(dict.fromkeys(e for r in told for e in r.entries))[:_MOST_LINES]
    report = entries[0].report
    sentences = [e.statement.span.cut(report.text) for e in entries]
    period = f" – {wording.period(report.facts.period)}" if report.facts.period and not query.periods else ""
    return answered(
        f"{shorten(' '.join(sentences), 350)}{period}",
        tuple(quote(report, e.statement.span) for e in entries),
        topic=Topic(report_id=report.id),
    )


def _numbered(library: Library, query: Query) -> Iterator[_Reason]:
    """The sentences that name the document and give a reason."""
    number = query.references[0].number
    for document in library.documents_numbered(number):
        if query.references[0].symbol and query.references[0].symbol not in fold(document.written).replace(" ", ""):
            continue
        for mention in document.mentions:
            entry = library.statements[mention.place]
            yield from _reasons_at(library, entry, query, 1.0)


def _worded(library: Library, query: Query, today: date) -> Iterator[_Reason]:
    """The reasons given for what the question is about, in the sentences that hold its words or right behind them."""
    if sections.asked_section(query) is not None and not sections.section_subject(query):
        return  # "Nguyên nhân của các hạn chế là gì" asks for the section of that name
    subject = _subject(query)
    places = [word for b in query.bodies for word in b.organisation.place.split()]
    if all(is_light(word) for word in subject):
        # "Vì sao dân đến một cửa huyện A tăng": only the body tells what is meant.
        entries = library.statements_with_words(places if subject else [])
    else:
        entries = library.statements_covering(subject, SENTENCE_SHARE)
    periods = resolve_all(query.periods, today)
    for entry in entries.among(library.once("reasons", lambda: _near_reasons(library))):
        if not entry.is_sentence:
            continue
        if (
            periods
            and entry.report.facts.period not in periods
            and not any(f.period in periods for f in entry.statement.figures)
        ):
            continue
        if not is_of_bodies(entry, query.bodies):
            continue
        if query.level in _LEVELS and not query.bodies and not _is_at(entry, query.level):
            continue
        if _is_reason_itself(entry, query):
            continue
        share = coverage(library, subject, entry.words) if subject - _light(subject) else 1.0
        if share >= SENTENCE_SHARE and _says_named(entry, subject):
            yield from _reasons_at(library, entry, query, share)


# "Hồ sơ quá hạn", "trễ hạn": as it is asked why, and as a sentence may give it for the reason of something else.
_LATE = pattern_of(r"\b(?:tre|qua|cham) (?:han|hen|tien do)\b")
_DUE_TO_LATE = pattern_of(
    r"\b(?:do|vi)(?: (?:de|con|van|co|lam))* [^,;.]{0,40}?\b(?:tre|qua|cham) (?:han|hen|tien do)\b"
)


def _is_reason_itself(entry: StatementEntry, query: Query) -> bool:
    """ "01 công chức bị kiểm điểm do để hồ sơ trễ hạn": why is asked of what is only the reason of something else there."""
    told = _DUE_TO_LATE.search(entry.folded)
    if told is None or _LATE.search(query.folded) is None:
        return False
    return _LATE.search(entry.folded[: told.start()]) is None and _LATE.search(entry.folded[told.end() :]) is None


def _near_reasons(library: Library) -> Numbers:
    """The statements that give a reason, and those that one may be given for behind them; no others are read."""
    giving = np.flatnonzero(library.s_tells & int(Tells.REASON)).astype(np.int32)
    return union([near[near >= 0] for near in (giving - behind for behind in range(_BEHIND + 1))])


_LEVELS = {"district": "huyen", "commune": "xa"}


def _is_at(entry: StatementEntry, level: str) -> bool:
    """Whether a district or commune is spoken of ("ở huyện"), whose reasons are not the province's."""
    return entry.report.body.level == level or bool(re.search(rf"\b{_LEVELS[level]}\b", entry.folded))


def _light(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if is_light(word))


def _subject(query: Query) -> frozenset[str]:
    """What it is that is asked about: things and states, without the asking."""
    dimensions = {d: v for d, v in query.terms.dimensions.items() if d not in {"moment", "scope"}}
    return all_words(Terms(dimensions, query.terms.words - framing("reasons")))


def _says_named(entry: StatementEntry, subject: frozenset[str]) -> bool:
    """Whether each thing and each state that is named stands in the sentence or its headings: of another there is another reason."""
    named = subject - GENERIC if subject - GENERIC - _light(subject) else subject
    telling = {w for w in named if w.startswith(("#", "timeliness:", "channel:", "direction:")) or "_" in w}
    return telling <= entry.words


def _reasons_at(library: Library, entry: StatementEntry, query: Query, share: float) -> Iterator[_Reason]:
    """The reason that the sentence gives itself, else the one that the next gives for it."""
    if _ASKS_NOT_DONE.search(query.folded) and not _NOT_DONE.search(entry.folded):
        return
    words = entry.statement.span.cut(entry.report.text)
    if gives_reason(words):
        yield _Reason((entry,), share)
        return
    last = len(library.statements) - 1
    for number in range(entry.number + 1, min(entry.number + _BEHIND, last) + 1):
        behind = library.statements[number]
        if behind.report is not entry.report or behind.statement.heading != entry.statement.heading:
            return
        if _GOES_ON.match(behind.folded):
            if gives_reason(behind.statement.span.cut(behind.report.text)):
                yield _Reason((entry, behind), share)
            return
