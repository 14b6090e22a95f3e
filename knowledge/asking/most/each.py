"""Every row of a table with its value: "số hồ sơ tiếp nhận theo từng lĩnh vực", "số xã của từng huyện sau sắp xếp"."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_within_body
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.most.asked import Asked, indices_of, measures_of
from knowledge.asking.most.columns import Column, Row, column_of
from knowledge.asking.most.finding import (
    FEWEST_ROWS,
    ask_which,
    best_of,
    context_of,
    find_columns,
    things_in,
    value_of,
)
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import DIRECT_LIMIT, Wording, answered, figure_quotes
from knowledge.asking.words.framing import framing
from knowledge.asking.words.things import sorts_ranked
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import COMMUNE
from knowledge.grammar.sought import Sought

_EACH = Sought(
    lambda: rf"\b(?:tung|moi) (?P<noun>{sorts_ranked()})\b(?P<more>,? {COMMUNE}\b)?(?! (?:nao|gi)\b)",
)
# "Hồ sơ quá hạn nằm ở những lĩnh vực nào": each of them that has some.
_SPREAD = Sought(
    lambda: (
        rf"\b(?:nam|roi|thuoc|phan bo|phat sinh|xay ra|roi vao)(?: (?:o|vao|tai|trong|ve))* (?:nhung|cac) (?P<noun>{sorts_ranked()}) nao\b"
    )
)
# "Sở nhận hồ sơ ở những lĩnh vực nào", "kể tên 5 lĩnh vực hồ sơ của Sở".
_FIELDS = Sought(
    r"\b(?:o|tai|trong|thuoc|co|theo)(?: (?:ho so|thu tuc)(?: [a-z]+)? (?:o|tai|thuoc))? (?:nhung|cac|may) (?P<noun>linh vuc|mang) nao\b"
    r"|\b(?:ke ten|liet ke|neu ten|ke ra|neu)(?: ten)? (?:cac |nhung |\d+ )?(?P<noun_named>linh vuc|mang)\b"
)
_ALL_COMMUNES = "xã, phường"
_OF_TIME = frozenset({"quy", "thang"})
_OTHER_QUESTIONS = ("trend", "compare", "when", "due", "verify", "responsible", "tasks", "window")
_ASKING_DIMENSIONS = frozenset({"scope", "polarity"})


def answer_each(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """All rows of the one column that counts just that, or a question back where tables of several periods fit."""
    asked = _read(query)
    if asked is None:
        return None
    every = find_columns(library, query, asked, today) if asked.terms.words else _of_change(library, query, asked)
    found = [c for c in every if _is_meant(c, query)]
    columns = best_of(found, asked)
    if not columns or (not query.bodies and len({c.found.report.body for c in columns}) > 1):
        return None
    periods = list(dict.fromkeys(c.period for c in columns if c.period))
    if len(periods) > 1:
        return ask_which(columns, periods, query, wording)
    last = told_last(columns, lambda c: c.found.report)
    rows = {tuple((r.folded, r.entry.figure.value) for r in things_in(c, asked)): c for c in last}
    if len(rows) != 1:
        return None
    (column,) = rows.values()
    return _tell(column, things_in(column, asked), wording)


def _read(query: Query) -> Asked | None:
    """Of which things the values are wanted, and of what; None of every other question."""
    each = _EACH.search(query.folded) or _SPREAD.search(query.folded) or _FIELDS.search(query.folded)
    if each is None or query.references or query.claim is not None:
        return None
    said = each.groupdict()
    noun = said["noun"] or said["noun_named"]
    if noun in _OF_TIME:
        return None
    if query.asks(*_OTHER_QUESTIONS):
        return None
    dimensions = {d: v for d, v in query.terms.dimensions.items() if d not in _ASKING_DIMENSIONS}
    terms = Terms(dimensions, query.terms.words - framing("most") - framing("each"))
    if not (terms.words or terms.dimensions):
        return None
    measures = measures_of(query, terms, is_place=False)
    noun = fold(_ALL_COMMUNES) if said.get("more") else noun
    return Asked(noun, True, False, 0, measures, terms, query.asks("score"), indices_of(query, is_place=False))


# What a table of before and after is about: "Trước sắp xếp | Sau sắp xếp".
_CHANGES = (("sap", "xep"), ("sap", "nhap"), ("hop", "nhat"))
_MOST_HEADINGS = 200


def _of_change(library: Library, query: Query, asked: Asked) -> Iterator[Column]:
    """The columns of before and after such a change, where the question says nothing of what is counted but its sort."""
    seen: set[object] = set()
    for words in (w for w in _CHANGES if " ".join(w) in query.folded):
        for heading in library.statements_with_words(words)[:_MOST_HEADINGS]:
            if not heading.is_row or heading.statement.kind != "heading" or not _is_within(heading, query):
                continue
            row = library.statements[heading.number + 1]  # a heading is never the last
            for at in range(len(row.statement.figures)):
                column = column_of(library, library.figure(row, at))
                if column is None or column.key in seen or len(things_in(column, asked)) < FEWEST_ROWS:
                    continue
                seen.add(column.key)
                yield column


def _is_within(heading: StatementEntry, query: Query) -> bool:
    return all(is_within_body(heading.report, None, b.organisation) for b in query.bodies)


_COUNTED = Sought(r"\bso (?:luong )?(?P<what>xa|phuong|thi tran|thon|to dan pho|don vi|phong|nguoi|bien che)\b")


def _is_meant(column: Column, query: Query) -> bool:
    """Whether it says before and after as the question does, and counts what that wants counted."""
    told, asked = (t.dimensions.get("moment", frozenset()) for t in (column.terms, query.terms))
    if told != asked:
        return False
    said = fold(f"{column.heading} {column.found.figure.head} {column.found.figure.written}")
    counted = _COUNTED.search(query.folded)
    return all(re.search(rf"\b{what}\b", said) for what in {query.unit, counted["what"] if counted else ""} - {""})


def _tell(column: Column, rows: list[Row], wording: Wording) -> Answer | None:
    if len(rows) < FEWEST_ROWS:
        return None
    values = [f"{row.name}: {value_of(column, row, wording)}" for row in rows]
    context = context_of(column, wording)
    told = f"{'; '.join(values)} – {context}"
    if len(told) > DIRECT_LIMIT:
        many = wording.say(f"{len(rows)} dòng", f"{len(rows)} rows")
        told = f"{many} – {context}: {'; '.join(values)}"
    quotes = tuple(dict.fromkeys(one for row in rows for one in reversed(figure_quotes(row.entry))))
    lines = tuple(f"{i}. {value}" for i, value in enumerate(values, 1))
    topic = Topic(report_id=column.found.report.id, period=column.period)
    return answered(told, quotes, context=context, lines=lines, topic=topic)
