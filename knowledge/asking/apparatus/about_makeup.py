"""How many parts a body has, had, or has fewer: "Sở Công Thương sau sắp xếp còn mấy phòng", "tỉnh có bao nhiêu xã, bao nhiêu phường"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.apparatus.asked_parts import (
    AFTERWARDS,
    ASKS_HOW_MANY_FEWER,
    ASKS_HOW_MANY_MERGED,
    BEFORE,
    apart_from_merged,
    asked_parts,
    asks_both_numbers,
    says_no_more,
)
from knowledge.asking.apparatus.in_rows import answer_by_row
from knowledge.asking.apparatus.kinds import (
    Kinds,
    are_agencies,
    are_of_all_agencies,
    are_same,
    divisions_of_agencies,
    is_land,
)
from knowledge.asking.apparatus.makeup import Count, read_makeup, read_reduction
from knowledge.asking.apparatus.whose_parts import are_its, owner_of_parts
from knowledge.asking.bodies import body_distance
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.reports.which_reports import is_of_period
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Period
from knowledge.grammar.organisations import Organisation, find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.standing_before import stands_before

_TELLS_OF_CHANGE = pattern_of(
    r"\b(?:sap xep|sap nhap|hop nhat|nhap|giam|con|xuong|kien toan|co cau|to chuc|ket thuc hoat dong|moi|truoc (?:day|do)|(?:02|2|hai) cap)\b"
)
# More sentences than that are not read one by one.
_MOST_SENTENCES = 400
_SAID_WITH = ("con", "giam", "gom", "co", "truoc")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence and the counts that answer each of what was asked."""

    entry: StatementEntry
    counts: tuple[Count, ...]
    total: Count  # of which they are parts, or the first of them
    end: int  # of what is told, in the sentence
    owner: Organisation | None
    fewer: int | None = None


def answer_makeup(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The newest sentence that tells it of just that body and counts each kind that is asked for; None where another thing is asked."""
    if ASKS_HOW_MANY_MERGED.search(query.folded):
        return None
    query, merged = apart_from_merged(query)
    asked = asked_parts(query)
    if not asked or query.references or query.claim is not None or not says_no_more(query):
        return None
    periods = resolve_all(query.periods, today)
    sentences = [
        e
        for e in _sentences(library, query, asked)
        if _is_in_time(e, periods, query) and all(place in e.folded for place in merged)
    ]
    told = [one for entry in sentences if (one := _read(entry, query, asked)) is not None]
    if not told:
        if merged:
            return None
        return _by_row(library, query, asked, wording) if not periods else None
    is_of_province = is_land(asked[0]) or are_agencies(asked[0])
    if not query.bodies and not is_of_province and len({one.owner or one.entry.report.body for one in told}) > 1:
        return None  # "Sở còn mấy phòng": which department is not said
    last = told_last(told, lambda one: one.entry.report)
    said = {tuple((c.after, c.before if asks_both_numbers(query) else None) for c in one.counts) for one in last}
    if len(said) > 1 or len({one.entry.report.province for one in told}) > 1:
        return None
    one = max(last, key=lambda told: sum(c.before is not None for c in told.counts))
    return answered(
        _words(one, query, wording),
        (quote(one.entry.report, one.entry.statement.span),),
        topic=Topic(report_id=one.entry.report.id),
    )


def _by_row(library: Library, query: Query, asked: Sequence[Kinds], wording: Wording) -> Answer | None:
    """What a row of a table tells, where no sentence does."""

    def is_of_asked(entry: StatementEntry, kinds: Kinds) -> bool:
        return are_its(entry, None, query, is_land(kinds) or are_agencies(kinds))

    if len(asked) != 1 or ASKS_HOW_MANY_FEWER.search(query.folded):
        return None
    return answer_by_row(library, query, asked[0], is_of_asked, wording, asks_both=asks_both_numbers(query))


def _sentences(library: Library, query: Query, asked: Sequence[Kinds]) -> Iterable[StatementEntry]:
    """The sentences that may tell it, by the words that count such parts."""
    places = {b.organisation.place for b in query.bodies if b.organisation.place}
    found: dict[int, StatementEntry] = {}
    for kinds in (asked[0], frozenset({"don vi"}), frozenset({"dau moi"})):
        for word in _SAID_WITH:
            having = library.statements_with_words([*min(kinds, key=len).split(), word])
            for place in places:
                having = having.where(library.are_statements_of_place(having.numbers, place))
            if len(having) <= _MOST_SENTENCES:
                found |= {e.number: e for e in having if e.is_sentence}
    return found.values()


_END = pattern_of(r"\b(?:cuoi|het|end of)(?: nam)? $")
_END_BEGINS = 11  # a year's report is written from November on


def _is_end_of_year(mention: PeriodMention, said: str) -> bool:
    return mention.kind == "year" and stands_before(_END, said, mention.start)


def _is_long_before_end(entry: StatementEntry, year: int | None) -> bool:
    return year is not None and entry.report.told_on < date(year, _END_BEGINS, 1)


def _is_in_time(entry: StatementEntry, periods: Sequence[Period], query: Query) -> bool:
    """Whether its report is of the period that is named, or from after the day or year since which it is asked for."""
    if entry.report.is_amended(entry.statement):
        return False
    if any(entry.report.told_on < day for day in query.dates):
        return False
    if any(_is_end_of_year(m, query.folded) and _is_long_before_end(entry, m.year) for m in query.periods):
        return False
    is_timeless = entry.report.facts.period is None
    return all(
        is_of_period(entry.report, p) or ((p.kind == "month" or is_timeless) and p.first <= entry.report.told_on)
        for p in periods
    )


def _read(entry: StatementEntry, query: Query, asked: Sequence[Kinds]) -> _Told | None:
    """What a sentence tells of each kind; None where it leaves one out or speaks of another body."""
    told = read_makeup(entry.folded)
    counts = _counts_of(told, asked, only_divisions="phong chuyen mon" in query.folded) if told else ()
    if not counts and told and len(asked) == 1 and are_of_all_agencies(asked[0], query.folded):
        counts = _counts_of(told, [divisions_of_agencies()], only_divisions=False)
    # Hardly a sentence tells of the kinds that are asked for: what the question says besides is looked at then.
    if not counts or (AFTERWARDS.search(query.folded) and not _tells_of_change(entry)):
        return None
    if _OF_BEFORE.match(entry.folded):
        return None  # "Trước hợp nhất: Sở có 08 phòng": no number of now
    if asks_both_numbers(query) and any(c.before is None for c in counts):
        return None
    if BEFORE.search(query.folded) and counts[0].before is None:
        return None
    owner = owner_of_parts(entry, query, min(c.start for c in told), asked[0])
    if not are_its(entry, owner, query, is_land(asked[0]) or are_agencies(asked[0])):
        return None
    fewer = _fewer(entry, counts[0]) if ASKS_HOW_MANY_FEWER.search(query.folded) else None
    if fewer is not None and fewer <= 0:
        return None
    totals = [c for c in told if c.is_total and c.start <= counts[0].start]
    total = totals[-1] if totals else counts[0]
    return _Told(entry, counts, total, max(c.end for c in (*counts, *_parts_of(total, told))), owner, fewer)


@once_each
def _tells_of_change(entry: StatementEntry) -> bool:
    return _TELLS_OF_CHANGE.search(entry.folded) is not None


def _counts_of(told: Sequence[Count], asked: Sequence[Kinds], *, only_divisions: bool) -> tuple[Count, ...]:
    """The count of each kind that is asked for; none where one is left out, told twice or told together with another.

    Of divisions as such "08 phòng, đơn vị", which counts others with them, tells nothing.
    """
    counts = []
    for kinds in asked:
        same = [c for c in told if c.kinds == kinds] or [
            c
            for c in told
            if are_same(kinds, c.kinds, is_total=c.is_total) and not (only_divisions and len(c.kinds) > len(kinds))
        ]
        # "31 thôn, trong đó 12 thôn đặc biệt khó khăn": those of the same kind within are some of them.
        same = [c for c in same if c.is_total] or same
        if len({(c.after, c.before) for c in same}) != 1:
            return ()
        counts.append(same[0])
    return tuple(counts) if len({c.start for c in counts}) == len(counts) else ()


_OF_BEFORE = pattern_of(
    r"\W*truoc (?:khi |thoi diem )?(?:hop nhat|sap xep|sap nhap|nhap|chia tach|kien toan|thanh lap|ngay)\b(?!.*\b(?:sau|nay|con)\b)"
)


def _fewer(entry: StatementEntry, count: Count) -> int:
    """By how many they became fewer, as the two numbers or the sentence say it; 0 where neither does."""
    if count.before is not None:
        return count.before - count.after
    return read_reduction(entry.folded, count.kinds) or 0


def _parts_of(total: Count, told: Sequence[Count]) -> list[Count]:
    """The communes, wards and towns that are told behind a total of them."""
    if not is_land(total.kinds):
        return []
    return [c for c in told if c.start >= total.start and not c.is_total and not c.kinds & {"don vi"}]


def _words(one: _Told, query: Query, wording: Wording) -> str:
    """The answer in words: the counts as the sentence tells them, what they were before where that is asked, and of when it is."""
    report = one.entry.report
    words = one.entry.statement.span.cut(report.text)
    is_own = bool(query.bodies) and body_distance(report, None, query.bodies, is_row=False) is not None
    name = (not is_own and _named(one, words)) or report.facts.organisation or report.name
    of = "" if is_land(one.counts[0].kinds) else f"{name}, "
    when = f"{of}{wording.day(report.told_on)}"
    first = one.counts[0]
    if one.fewer is not None:
        operands = f" ({_from_to(first, wording)})" if first.before is not None else ""
        return f"{wording.say(f'Giảm {one.fewer}', f'{one.fewer} fewer')}{operands} – {when}"
    now = wording.amount(shorten(words[min(c.now for c in (*one.counts, one.total)) : _closed(words, one.end)], 250))
    if first.before is None or not (asks_both_numbers(query) or BEFORE.search(query.folded)):
        return f"{now} – {when}"
    if not asks_both_numbers(query):
        before = wording.say("trước khi sắp xếp, nay", "before it was reorganised, now")
        return f"{first.before} {before} {now} – {when}"
    is_less, change = first.after < first.before, abs(first.after - first.before)
    words = wording.say(f"Từ {first.before} {'còn' if is_less else 'thành'}", f"From {first.before} to")
    return (
        f"{words} {now} ({wording.say('giảm' if is_less else 'tăng', 'down' if is_less else 'up')} {change}) – {when}"
    )


def _closed(words: str, end: int) -> int:
    return end + 1 if words[end : end + 1] == ")" else end


def _from_to(count: Count, wording: Wording) -> str:
    return wording.say(f"từ {count.before} còn {count.after}", f"from {count.before} to {count.after}")


def _named(one: _Told, words: str) -> str:
    """The body as the sentence names it; empty where it names none."""
    named = [m for m in find_organisations(words[: one.total.start]) if m.organisation == one.owner]
    return named[-1].name if named else ""
