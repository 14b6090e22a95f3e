"""What became of a thing or an undertaking: "camera gắn xong chưa?", "phiên họp … tổ chức hôm nào?".

Neither a document's name nor a figure tells it.  The newest sentence, or row of a list of work, that speaks of the very
thing does: all that the question names must stand in it, and that it was opened or handed in if that was asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.concepts import load_vocabulary
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.matching_statements import has_numbers, row_begins_with, said_numbers
from knowledge.asking.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.sifting import sift_statements
from knowledge.asking.shelves.terms import is_light
from knowledge.grammar.dates import DateMention, find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, normalise
from knowledge.grammar.periods import find_periods, period_index
from knowledge.grammar.sought import Sought

# So much must be named for a sentence to be known as that of the very one: two seldom words, or one and a body.
_FEWEST_NAMED = 6.0
_NUMBER_WEIGHT, _BODY_WEIGHT = 5.0, 4.0
# What more sentences than these speak of is no one thing.
_MOST_TELLING = 12
_LEAST = 0.6
_OTHER_QUESTIONS = ("count", "percent", "money", "rank", "score", "window", "trend", "compare", "tasks", "list")
_OTHER_ANSWERS = ("summary", "about", "who", "signer", "responsible", "number", "published", "latest")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a sentence must hold: words, numbers and bodies of the thing, and words of what was done with it."""

    words: frozenset[str]
    numbers: tuple[str, ...]
    bodies: tuple[OrganisationMention, ...]
    said: tuple[re.Pattern[str], ...]
    levels: frozenset[str]  # "cấp xã"


def answer_happened(library: Library, query: Query, wording: Wording) -> Answer | None:
    """The newest that is told of the thing; None where it is not surely that one."""
    if not _asks(query):
        return None
    wanted = _read(library, query)
    if not wanted.words:
        return None
    telling = [
        e
        for e in _having(library, wanted)
        if _is_of(library, e, wanted) and _is_in_time(e, query) and _named(library, e, wanted) >= _FEWEST_NAMED
    ]
    if len(telling) > _MOST_TELLING:
        return None
    entry = _dated(telling, query) if query.asks("when") else _newest(telling, query)
    if entry is None:
        return None
    return answered(
        shorten(_words(entry, query, wording)),
        (quote(entry.report, entry.statement.span),),
        topic=Topic(report_id=entry.report.id),
    )


def _having(library: Library, wanted: _Wanted) -> Some[StatementEntry]:
    """The statements that hold every word and are of every place; short words may stand for several, which only reading tells."""
    found = sift_statements(library, wanted.words, _LEAST, period=None, report=None)
    for place in {b.organisation.place for b in wanted.bodies if b.organisation.place}:
        found = found.where(library.are_statements_of_place(found.numbers, place))
    for word in wanted.words:
        if not _CONSONANTS.fullmatch(word):
            found = found.where(library.say(found.numbers, word))
    return found


_ENDS_ASKING = Sought(
    r"\b(?:khong|chua)(?: a| em| anh| chi| nhi| vay| the| ha| ta)*\W*$|^(?:has|is|did|does|was|have)\b"
)


def _asks(query: Query) -> bool:
    if query.references or query.claim is not None or query.asks(*_OTHER_QUESTIONS, *_OTHER_ANSWERS):
        return False
    if query.asks("when"):
        return True
    asks_whether = query.asks("status", "verify") or bool(_ENDS_ASKING.search(query.folded))
    return asks_whether and not _WHICH.search(query.folded)


# "Những việc nào … chưa hoàn thành", "dịch vụ nào chưa": which ones, which no one sentence tells.
_WHICH = re.compile(r"\b(?:nao|gi|ai|which|what)\b")


@cache
def _groups() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]:
    """What is asked of a thing and what then must be said of it, each as a pattern."""
    return tuple(
        (_any(group["asked"]), _any(group["said"]) if "said" in group else None)
        for group in load_vocabulary("happenings").values()
    )


def _any(phrases: Sequence[str]) -> re.Pattern[str]:
    words = sorted((fold(phrase) for phrase in phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def _read(library: Library, query: Query) -> _Wanted:
    asked = [(m[0], said) for pattern, said in _groups() for m in pattern.finditer(query.folded)]
    light = frozenset().union(
        *(all_words(library.tagger.tag(words)) for words, _ in asked), *(w.split() for w, _ in asked)
    )
    words = frozenset(w for w in all_words(query.naming) if not is_light(w)) - light - _COLOURING
    said = tuple({said.pattern: said for _, said in asked if said}.values())
    if not words and said:
        words = all_words(query.naming) & {_OPERATING} or frozenset({_OPERATING})
    levels = frozenset(s for s in query.terms.dimensions.get("scope", ()) if s.startswith("level_"))
    return _Wanted(words, said_numbers(query), query.bodies, said, levels)


_OPERATING = "#operating"
# What colours such a question and names nothing: "sao lâu quá", "có kịp … như dự kiến ban đầu không", "bằng Zalo".
_COLOURING = frozenset({"lau", "kip", "dung", "ban", "dau", "nhu", "hua", "cai", "bang"})


def _is_of(library: Library, entry: StatementEntry, wanted: _Wanted) -> bool:
    statement = entry.statement
    if statement.kind == "heading" or entry.report.is_amended(statement):
        return False
    if "|" in entry.folded and statement.task is None and not statement.citations:
        return False
    if (
        "|" not in entry.folded
        and statement.task is not None
        and not (_INTENDED.search(entry.folded) and _tells_time(entry))
    ):
        return False  # what is only to be done, by no day, tells nothing of how far it is
    held = frozenset(entry.folded.split())
    scopes = entry.terms.dimensions.get("scope", frozenset()) | entry.above.dimensions.get("scope", frozenset())
    bodies = {word for body in wanted.bodies for word in body.organisation.body.split()}
    if "|" in entry.folded and not row_begins_with(library, entry, wanted.words | bodies):
        return False
    return (
        all(w in entry.words or w in held or _is_short_for(w, entry.folded) for w in wanted.words)
        and has_numbers(entry, wanted.numbers)
        and all(scope in scopes for scope in wanted.levels)
        and all(_names(entry, body) for body in wanted.bodies)
        and all(said.search(entry.folded) for said in wanted.said)
    )


_CONSONANTS = re.compile(r"[bcdghklmnpqrstvx]{3,}")


def _is_short_for(word: str, folded: str) -> bool:
    """Whether the letters begin words that follow each other: "ĐKĐĐ" for "đăng ký đất đai"."""
    if not _CONSONANTS.fullmatch(word):
        return False
    return word in "".join(one[0] if one.isalpha() else " " for one in re.findall(r"\w+|\W", folded) if one != " ")


def _named(library: Library, entry: StatementEntry, wanted: _Wanted) -> float:
    """How much of what is wanted names the thing, in the weights of words; bodies that only are the report's own do not."""
    bodies = sum(_is_named(entry, body) for body in wanted.bodies)
    return sum(library.weight(w) for w in wanted.words) + _NUMBER_WEIGHT * len(wanted.numbers) + _BODY_WEIGHT * bodies


def _names(entry: StatementEntry, body: OrganisationMention) -> bool:
    """Whether it is the body's own, or names it or its place."""
    return is_of_bodies(entry, (body,)) or _is_named(entry, body)


def _is_named(entry: StatementEntry, body: OrganisationMention) -> bool:
    said = set(normalise(f"{entry.statement.heading} {entry.folded}").split())
    own, place = body.organisation.body, body.organisation.place
    is_there = not place or place in entry.folded or place in {entry.report.province, entry.report.body.place}
    return is_there and (set(own.split()) <= said if own else place in entry.folded)


def _is_in_time(entry: StatementEntry, query: Query) -> bool:
    """Whether it speaks of the period that is named; one that is held up ("kịp quý II") restricts nothing."""
    if not query.periods or _HOLDS_UP.search(query.folded):
        return True
    if _IN_REPORT.search(query.folded):
        return any((m.kind, m.index) == _called(entry) for m in query.periods)
    years = {m.year for m in query.periods if m.year is not None}
    own = entry.report.facts.period
    told = {own.last.year} if own else {entry.report.told_on.year}
    return not years or bool(years & told) or any(str(year) in entry.folded for year in years)


_IN_REPORT = Sought(r"\b(?:theo|trong) (?:ban )?bao cao\b")


def _called(entry: StatementEntry) -> tuple[object, int | None]:
    period = entry.report.facts.period
    return (period.kind, period_index(period)) if period else (None, None)


_HOLDS_UP = re.compile(r"\b(?:kip|dung|truoc|nhu du kien|theo du kien|nhu ke hoach|som|dung hen|dung han)\b")
_INTENDED = re.compile(r"\b(?:du kien|phan dau|se|truoc ngay|truoc thang|truoc quy|xong trong)\b")
# The day of a document that is named, or one by which something is to be done.
_NOT_ITS_DAY = re.compile(r"(?:\d/[a-z0-9-]+,?|\btruoc) (?:ngay )?$")


def _days(entry: StatementEntry) -> list[DateMention]:
    """The days that it names, without those of documents where it names others."""
    every = list(find_dates(entry.folded, default_year=_year(entry)))
    own = [d for d in every if not _NOT_ITS_DAY.search(entry.folded[: d.start])]
    return own or [d for d in every if "truoc" not in entry.folded[: d.start].split()[-2:]]


def _year(entry: StatementEntry) -> int:
    period = entry.report.facts.period
    return period.last.year if period else entry.report.told_on.year


# "Từ ngày nào": the day since when it is so.
_SINCE = re.compile(r"\b(?:ke )?tu (?:ngay|hom|bua|hoi|khi|luc) nao\b|\btu bao gio\b")
_FROM_DAY = re.compile(r"\b(?:ke )?tu (?:ngay )?$")


def _dated(telling: Sequence[StatementEntry], query: Query) -> StatementEntry | None:
    """The one that tells the day on which it was; where several tell other days, none."""
    # In the row of a list stand the days of documents and deadlines.
    having = [e for e in telling if _days(e) and e.statement.task is None and "|" not in e.folded]
    if _SINCE.search(query.folded):
        having = [e for e in having if any(_FROM_DAY.search(e.folded[: d.start]) for d in _days(e))]
    done = [e for e in having if not _INTENDED.search(e.folded)] or having
    days = {_days(e)[0].day for e in done}
    return max(done, key=lambda e: e.report.told_on) if len(days) == 1 else None


def _newest(telling: Sequence[StatementEntry], query: Query) -> StatementEntry | None:
    """The newest; of one report's, what says how far it is rather than what is to be done."""
    if query.dates or (query.periods and _HOLDS_UP.search(query.folded)):
        # Whether it came by then is not told by what was planned for it.
        telling = [e for e in telling if e.statement.task is None and _tells_time(e) and not _INTENDED.search(e.folded)]
    return max(
        telling,
        key=lambda e: (e.report.told_on, e.statement.task is None, bool(_PROGRESS.search(e.folded))),
        default=None,
    )


_PROGRESS = re.compile(r"\b(?:da|chua|dang|hoan thanh|den nay|hien nay)\b")


def _tells_time(entry: StatementEntry) -> bool:
    dates = find_dates(entry.folded, default_year=_year(entry))
    return any(True for _ in dates) or any(True for _ in find_periods(entry.folded))


def _words(entry: StatementEntry, query: Query, wording: Wording) -> str:
    words = entry.statement.span.cut(entry.report.text)
    days = _days(entry)
    if query.asks("when") and len(days) == 1:
        told = _clause(words, entry, days[0])
        return f"{wording.say('Ngày ', '')}{wording.day(days[0].day)} – {shorten(told, 330)}"
    return words


def _clause(words: str, entry: StatementEntry, day: DateMention) -> str:
    """The part between semicolons in which the day stands; the other parts tell other things."""
    if len(words) != len(entry.folded):
        return words
    start = words.rfind(";", 0, day.start) + 1
    end = words.find(";", day.end)
    part = words[start : end if end >= 0 else len(words)].strip(" ()")
    return part if len(part.split()) >= _FEWEST_WORDS else words


_FEWEST_WORDS = 5
