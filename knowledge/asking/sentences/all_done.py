"""Whether all was done that came in, by what a report gives of both: "nhận 13 phản ánh, đã trả lời 10 phản ánh"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.answers import Answer
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.matching import rank_figures
from knowledge.asking.figures.rounded_shares import is_share_of
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quotes, quote
from knowledge.asking.sentences.all_of_them import (
    as_of,
    asks_for_all,
    asks_yet,
    is_of_things,
    is_of_work_or_money,
    names_all,
    said_whether,
    things_asked,
    wants_yes,
)
from knowledge.asking.sentences.matching_statements import said_numbers
from knowledge.asking.words.framing import framing
from knowledge.facts import Figure, Measure, Statement
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought

# So much of what is asked the figure must hold, as a sentence that is told in full.
_THRESHOLD, _MARGIN = 0.8, 0.05


@dataclass(frozen=True, slots=True)
class _Done:
    """So many were done, of so many; what was done and the whole may stand in two sentences."""

    part: FigureEntry
    whole: Decimal
    written: str = ""  # the whole as it stands, where it is another figure
    where: Statement | None = None  # what gives it then

    @property
    def is_all(self) -> bool:
        return self.part.figure.value == self.whole


def answer_all_done(
    library: Library, query: Query, wanted: Callable[[Query], FigureQuery], wording: Wording
) -> Answer | None:
    """Yes where all was done, no where it was so many of so many; None where no report gives both."""
    if query.references:
        return None
    if _asks_whether_filled(query):
        return _posts(library, wanted(query), query, wording)
    if not (asks_for_all(query) or asks_for_apologies(query)):
        return None
    meant = _meant(library, wanted(query))
    if not meant.terms.words - GENERIC - {"#dossier"}:
        return None
    # What an apology is for is no letter.
    things = "" if "#apology" in meant.terms.words else things_asked(query)
    ranked = rank_figures(library, meant, _THRESHOLD)
    found = [
        m
        for m in ranked
        if names_all(m.entry, meant.terms) and is_of_things(m.entry, things) and is_of_work_or_money(m.entry, query)
    ]
    if not found:
        return None
    near = [m.entry for m in found if m.score >= found[0].score - _MARGIN and m.distance == found[0].distance]
    many = said_numbers(query)
    done = [one for entry in near if (one := _done_of(library, entry)) and _is_of_so_many(one, many)]
    return _newest_told(done, query, wording)


# "Có tuyển đủ biên chế được giao chưa", "có đủ người so với biên chế không": as many as there are posts.
_FILLED = Sought(r"\b(?<!doi )du (?:[a-z]+ )*?(?:bien che|dinh bien|nguoi|cong chuc|vien chuc)\b")


def _asks_whether_filled(query: Query) -> bool:
    """ "So với biên chế" only says against what; how many are asked for is another question."""
    is_counted = query.asks("count", "percent", "money", "when", "list", "who")
    return not is_counted and bool(_FILLED.search(query.folded)) and "#headcount" in query.terms.words


_ASSIGNED = Sought(r"\b(?:giao|dinh bien|theo bien che|chi tieu)\b")


def _posts(library: Library, wanted: FigureQuery, query: Query, wording: Wording) -> Answer | None:
    """Whether as many are there as were given, by the newest sentence that gives both."""
    present = Terms({"posts": frozenset({"present"})}, frozenset({"#headcount"}))
    counted = frozenset({Measure.COUNT, Measure.RATIO})
    asked = replace(wanted, terms=present, measures=counted, unit="", value=None)
    ranked = [m.entry for m in rank_figures(library, asked, _THRESHOLD) if m.distance == 0]
    done = [one for entry in ranked if (one := _filled(entry)) is not None]
    return _newest_told(done, query, wording)


def _filled(entry: FigureEntry) -> _Done | None:
    if entry.figure.measure is Measure.RATIO:
        return _Done(entry, entry.figure.whole) if entry.figure.whole else None
    statement = entry.statement.statement
    given = [f for f in _counted_before(statement.figures, entry.figure) if _ASSIGNED.search(fold(f.label))]
    if len(given) != 1 or given[0].value < entry.figure.value:
        return None
    return _Done(entry, given[0].value, given[0].written, statement)


def asks_for_apologies(query: Query) -> bool:
    """ "Đã gửi thư xin lỗi cho hồ sơ trễ chưa", "đã gửi 25 thư phải không": each that came late is owed one."""
    return "#apology" in query.terms.words and (asks_yet(query) or (query.claim is not None and wants_yes(query)))


def _meant(library: Library, wanted: FigureQuery) -> FigureQuery:
    words, bodies = wanted.terms.words - framing("all_of_them"), wanted.bodies
    if "#apology" in words:
        # An apology is for a dossier that came late.
        words -= {"#dossier"}
    if not words and bodies and _HAVE.search(wanted.said[: bodies[0].start]):
        # "Cả 64 xã, phường đều có Trung tâm …": what is named as a body is what each of them has.
        words, bodies = library.tagger.tag(" ".join(b.name for b in bodies)).words, ()
    dimensions = {d: v for d, v in wanted.terms.dimensions.items() if d == "channel"}
    counted = frozenset({Measure.COUNT, Measure.RATIO})
    return replace(wanted, terms=Terms(dimensions, words), measures=counted, unit="", value=None, bodies=bodies)


_HAVE = Sought(r"\b(?:co|thanh lap|lap|mo|dung|van hanh) $")


def _is_of_so_many(done: _Done, many: tuple[str, ...]) -> bool:
    return not many or str(done.whole) in many


def _done_of(library: Library, entry: FigureEntry) -> _Done | None:
    """What the figure is done of, where its sentence or one close before it says that."""
    if not entry.statement.is_sentence:
        return None
    if entry.figure.measure is Measure.RATIO:
        return _Done(entry, entry.figure.whole) if entry.figure.whole else None
    if _is_said_of_all(entry):
        return _Done(entry, entry.figure.value)
    if not _SAYS_DONE.search(fold(entry.figure.label)):
        return None
    is_of_late = "#apology" in entry.own.words
    whole = _whole_of_late(library, entry) if is_of_late else _whole_of_same_sort(entry)
    return whole if whole is not None and whole.whole >= entry.figure.value else None


# What was done to what came in; that it came in says nothing of that.
_SAYS_DONE = Sought(
    r"\b(?:hoan thanh|tra loi|xu ly|giai quyet|gui|khac phuc|bo tri|kiem tra|ra soat|thuc hien|so hoa|cong khai|trien khai|tra ket qua|cap)\b"
)
_ALL_AHEAD = Sought(r"\b(?:toan bo|tat ca|ca)(?: so)? $")
_ALL_SAID = Sought(r"\b(?:du|day du) $")


def _is_said_of_all(entry: FigureEntry) -> bool:
    """ "Toàn bộ 34 hồ sơ trễ hạn đều có thư xin lỗi", "gửi thư xin lỗi đủ 126 trường hợp"."""
    start = entry.figure.span.start
    ahead = fold(entry.report.text[max(0, start - _AHEAD) : start])
    return bool(_ALL_AHEAD.search(ahead) or _ALL_SAID.search(ahead))


_AHEAD = 16


def _whole_of_same_sort(entry: FigureEntry) -> _Done | None:
    """The most of the same unit that its sentence gives before it: what came in, and what was done of that."""
    statement, figure = entry.statement.statement, entry.figure
    counted = _counted_before(statement.figures, figure)
    before = [f for f in counted if fold(f.unit) == fold(figure.unit) and f.period == figure.period]
    whole = max(before, key=lambda f: f.value, default=None)
    if whole is None or not whole.value or _says_another_share(statement.figures, figure, whole):
        return None
    return _Done(entry, whole.value, whole.written, statement)


def _counted_before(figures: Sequence[Figure], figure: Figure) -> list[Figure]:
    return [f for f in figures if f.span.start < figure.span.start and f.measure is Measure.COUNT]


def _says_another_share(figures: Sequence[Figure], part: Figure, whole: Figure) -> bool:
    """Whether the percent behind what was done is of another whole."""
    behind = next((f for f in figures if f.span.start > part.span.start), None)
    if behind is None or behind.measure is not Measure.SHARE:
        return False
    return not is_share_of(part.value, whole.value, behind.value)


def _whole_of_late(library: Library, entry: FigureEntry) -> _Done | None:
    """All dossiers that came late, of the sentence of the letters or one of two before it: each is owed one.

    Letters for one field alone are held against nothing.
    """
    if entry.own.topics - _OF_LETTERS:
        return None
    lines, at = entry.report.statements, entry.report.statements.place_of(entry.statement)
    for statement in (lines[number] for number in range(at, max(-1, at - 1 - _SENTENCES_BEFORE), -1)):
        if statement.heading.split(" > ")[:2] != lines[at].heading.split(" > ")[:2] or statement.task is not None:
            return None
        late = [f for f in statement.figures if _is_all_late(library, f) and f.period == entry.figure.period]
        before = [f for f in late if f.span.start < entry.figure.span.start]
        if before:
            whole = max(before, key=lambda f: f.value)
            return _Done(entry, whole.value, whole.written, statement)
    return None


_SENTENCES_BEFORE = 2
_OF_LETTERS = frozenset({"#apology", "#dossier", "#one_stop"})
_LATE = Sought(r"\b(?:tre han|tre hen|qua han|qua hen|cham|tre)\b")


def _is_all_late(library: Library, figure: Figure) -> bool:
    """Whether it counts what came late, and not of one field alone."""
    label = fold(figure.label)
    if figure.measure is not Measure.COUNT or "thu" in fold(figure.unit).split():
        return False
    return bool(_LATE.search(label or fold(figure.place))) and not library.tagger.tag(label).topics - _OF_LETTERS


def _newest_told(done: Sequence[_Done], query: Query, wording: Wording) -> Answer | None:
    """What the newest report tells; None where it tells two things, or none does."""
    newest = told_last(done, lambda one: one.part.report)
    is_one = len({(one.part.figure.value, one.whole) for one in newest}) == 1
    return _told(newest[0], query, wording) if is_one else None


def _told(done: _Done, query: Query, wording: Wording) -> Answer:
    entry = done.part
    told = wording.amount(entry.figure.written)
    if "#apology" in query.terms.words and "xin loi" not in fold(told):
        told = wording.say(f"{told} được gửi thư xin lỗi", f"{told} had an apology")
    if done.written:
        told = wording.say(f"{told} trên {done.written}", f"{told} of {wording.amount(done.written)}")
    direct = f"{said_whether(query, wording, holds=done.is_all)}: {told}{as_of(query, wording)}"
    context = figure_context(entry, wording)
    quotes = figure_quotes(entry)
    if done.where is not None and done.where.span != entry.statement.statement.span:
        quotes = (quote(entry.report, done.where.span), *quotes)
    topic = replace(indicator_topic(entry), period=entry.figure.period)
    return answered(f"{direct} – {context}" if context else direct, quotes, context=context, topic=topic)
