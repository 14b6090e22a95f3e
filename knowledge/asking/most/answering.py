"""The thing that is most or least, with its value, by the rows of one table of one report and period."""

from collections.abc import Sequence
from datetime import date

from knowledge.answers import Answer, Choice, Topic
from knowledge.asking.library import Library
from knowledge.asking.most.asked import Asked, read_asked
from knowledge.asking.most.columns import Column, Row
from knowledge.asking.most.finding import (
    FEWEST_ROWS,
    ask_which,
    best_of,
    context_of,
    find_columns,
    things_in,
    value_of,
)
from knowledge.asking.most.in_order import answer_in_order
from knowledge.asking.most.listed import Listed
from knowledge.asking.most.quarters import answer_quarter
from knowledge.asking.most.told import answer_told
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, clarify, figure_quotes
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of


def answer_most(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The row at that end, those that share it, or a question back where tables of several periods fit."""
    asked = read_asked(query)
    if asked is None:
        return None
    if asked.noun == "quy":
        return answer_quarter(library, query, asked, today, wording)
    columns = best_of(find_columns(library, query, asked, today), asked)
    if not columns:
        return answer_in_order(library, query, asked, today) or answer_told(library, query, asked, today, wording)
    periods = list(dict.fromkeys(c.period for c in columns if c.period))
    if len(periods) > 1:
        return ask_which(columns, periods, query, wording)
    told = [(c, _ends(c, asked)) for c in told_last(columns, lambda c: c.found.report)]
    if len({tuple(r.folded for r in rows) for _, rows in told}) != 1 or not told[0][1]:
        return _ask_by_what([c for c, _ in told], query, wording) if asked.is_rated and not asked.indices else None
    return _tell(told[0][0], told[0][1], asked, wording)


def _ends(column: Column, asked: Asked) -> list[Row]:
    """The rows at the asked end, best first, with all that share the last one's value."""
    is_high = asked.is_most != (column.measure is Measure.RANK)  # the first place is the lowest number
    ordered = sorted(things_in(column, asked), key=lambda r: r.entry.figure.value, reverse=is_high)
    if _holds_the_ends(column, asked):
        return ordered if asked.are_several and isinstance(column, Listed) else ordered[: asked.many]
    if len(ordered) <= asked.many or not (is_high or column.is_of_all):
        return []  # of all there are none stands out
    last = ordered[asked.many - 1].entry.figure.value
    ends = ordered[: asked.many] + [r for r in ordered[asked.many :] if r.entry.figure.value == last]
    return ends if len(ends) < len(ordered) else []


def _holds_the_ends(column: Column, asked: Asked) -> bool:
    """Whether the table has just those at that end: "Năm xã, phường có số hồ sơ quá hạn cao nhất kỳ tháng 9:"."""
    caption = fold(column.lead if isinstance(column, Listed) else column.found.figure.head)
    return (_MOST if asked.is_most else _LEAST).search(caption) is not None


_MOST = pattern_of(r"\b(?:(?:cao|nhieu|lon|tot)(?: [a-z]+){0,4}? nhat|dan dau|dung dau|dau bang)\b")
_LEAST = pattern_of(r"\b(?:(?:thap|it|nho|kem)(?: [a-z]+){0,4}? nhat|dung cuoi|cuoi bang)\b")


def _tell(column: Column, rows: Sequence[Row], asked: Asked, wording: Wording) -> Answer:
    values = [f"{row.name}: {value_of(column, row, wording)}" for row in rows]
    context = context_of(column, wording)
    many, (rows_called, called_in_english) = len(things_in(column, asked)), column.rows_called
    compared = wording.say(f"so trong {many} {rows_called}", f"of {many} {called_in_english}")
    quotes = tuple(dict.fromkeys(one for row in rows for one in reversed(figure_quotes(row.entry))))
    body = rows[0].name if len(rows) == 1 and rows[0].body else None
    topic = Topic(report_id=column.found.report.id, organisation=body, period=column.period)
    direct = "; ".join(values)
    return answered(
        f"{direct} – {context} ({compared})",
        quotes,
        context=context,
        lines=tuple(f"{i}. {value}" for i, value in enumerate(values, 1)) if len(values) > 1 else (),
        topic=topic,
    )


def _ask_by_what(columns: Sequence[Column], query: Query, wording: Wording) -> Answer | None:
    """ "Đơn vị nào đứng đầu" where a table ranks them by two indices: by which."""
    headings = list(dict.fromkeys(" ".join(c.heading.split()) for c in columns))
    if len(headings) < FEWEST_ROWS:
        return None
    return clarify(
        wording.say("Có nhiều cách xếp hạng, bạn muốn hỏi theo cột nào?", "There are several rankings. By which?"),
        tuple(Choice(heading[:120], f"{query.text.rstrip('?. ')} {heading}") for heading in headings),
    )
