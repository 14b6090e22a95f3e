"""The lists that part a number, as columns: "Chia theo lĩnh vực: đất đai 120 hồ sơ; xây dựng 45 hồ sơ", in a sentence or one a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.asking.library import FigureEntry, Library, StatementEntry
from knowledge.asking.most.columns import Column, Row
from knowledge.facts import Measure, Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

# What says how, when or how far: an item that is called so is no thing, and a list that says one counts just that.
TELLING_APART = ("channel", "timeliness", "stage", "direction")
# Of fewer items it is no list.
_FEWEST = 2
# The number that a list parts stands so many statements before it at most.
_WHOLE_WITHIN = 15
_MOST_LINES = 100
_LEAD = re.compile(r":\s|,?\s(?:trong đó|gồm|bao gồm|cụ thể)\s", re.IGNORECASE)
# "đất đai 120 hồ sơ", "đất đai (120 hồ sơ)", "Kiểm lâm: 71 hồ sơ", "và môi trường là 31 hồ sơ".
_ITEM = re.compile(
    r"\W*(?:và\s+)?(?:(?:lĩnh vực|mảng|nhóm)\s+)?(?P<name>[^\d:()|]{2,90}?)\s*(?:[:(–-]|\slà|\scó|\svới|\s)\s*(?P<number>\d[\d.,]*)"
)
_BETWEEN = re.compile(r"[;,]\s(?![^()]*\))|\svà\s(?![^()]*\))")
# What a lead or the beginning of every item says that the items are.
_SORT_OF_LEAD = pattern_of(
    r"\b(?:theo|tung|cac|nhung|mot so)(?: nhom)? (?P<sort>linh vuc|mang|don vi|co quan|dia phuong|phong|chi nhanh|loai|thu tuc)\b"
)
_OF_SOME = pattern_of(r"\b(?:tap trung|chu yeu|nhu|tieu bieu|dien hinh|noi bat|mot so|nhat)\b")
_SORT_OF_ITEM = re.compile(r"\W*(?:và\s+)?(?P<sort>lĩnh vực|mảng|nhóm)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Listed(Column):
    """A list as a column with one row an item; `header` is the number of its first statement."""

    lead: str  # the words before the items, as written
    items: tuple[Row, ...]
    is_named_by_items: bool  # "lĩnh vực đất đai 120 hồ sơ, lĩnh vực xây dựng 45 hồ sơ"

    @property
    def key(self) -> tuple[int, str, Measure, Period | None]:
        """Which list it is."""
        return self.header, fold(self.lead), self.measure, self.period

    @cached_property
    def heading(self) -> str:
        """Nothing stands above an item but the lead, which is told by the quotes."""
        return ""

    @cached_property
    def terms(self) -> Terms:
        """What its lead says."""
        return self.library.tagger.tag(fold(self.lead))

    @cached_property
    def above(self) -> Terms:
        """What the number says that its items add up to, else the headings."""
        whole = self._whole()
        return whole.own if whole is not None else self.found.statement.above

    @cached_property
    def around(self) -> frozenset[str]:
        """The words of its unit, of the headings above and the report's title."""
        unit = self.library.tagger.tag(fold(self.found.figure.unit)).words
        found = self.found
        return unit | self.above.words | found.statement.above.words | found.report.terms.words

    @cached_property
    def named(self) -> str:
        """What its items are, folded; empty where nothing says it."""
        said = _SORT_OF_LEAD.search(fold(self.lead))
        return said["sort"] if said else "linh vuc" if self.is_named_by_items else ""

    @property
    def rows_called(self) -> tuple[str, str]:
        """What its items are called."""
        return "mục được liệt kê", "items of the list"

    @property
    def is_of_all(self) -> bool:
        """Whether nothing says that others have less: "tập trung ở các lĩnh vực: …"."""
        return _OF_SOME.search(fold(self.lead)) is None

    @cached_property
    def rows(self) -> list[Row]:
        """Its items."""
        return list(self.items)

    @cached_property
    def total(self) -> FigureEntry | None:
        """Its items are parts; the whole stands outside."""
        return None

    def _whole(self) -> FigureEntry | None:
        """The nearest number before it, of its report, period and unit, that all items add up to."""
        total = sum(row.entry.figure.value for row in self.items)
        unit = fold(self.found.figure.unit)
        for number in range(self.header, max(self.header - _WHOLE_WITHIN, -1), -1):
            entry = self.library.statements[number]
            if entry.report is not self.found.report:
                return None
            for at, figure in enumerate(entry.statement.figures):
                is_alike = figure.measure is self.measure and figure.period == self.period and fold(figure.unit) == unit
                if is_alike and figure.value == total:
                    return self.library.figure(entry, at)
        return None


def list_of(library: Library, entry: FigureEntry) -> Listed | None:
    """The list that a figure is an item of; None where it is of none."""
    if entry.statement.is_row or not entry.figure.unit:
        return None
    lead, items = _in_sentence(library, entry.statement) or _in_lines(library, entry)
    rows = [row for row in items if _is_like(row.entry, entry)]
    if len(rows) < _FEWEST or len({row.folded for row in rows}) < len(rows):
        return None
    if not any(row.entry.figure is entry.figure for row in rows) or any(_tells_apart(library, row) for row in rows):
        return None
    begin = [_SORT_OF_ITEM.match(_words_before(row.entry)) for row in rows]
    return Listed(library, rows[0].entry, rows[0].entry.statement.number, lead, tuple(rows), all(begin))


def _is_like(entry: FigureEntry, other: FigureEntry) -> bool:
    one, two = entry.figure, other.figure
    return one.measure is two.measure and one.period == two.period and fold(one.unit) == fold(two.unit)


def _tells_apart(library: Library, row: Row) -> bool:
    """Whether it is called by what became of it: "giải quyết 371 hồ sơ" is no thing."""
    return not library.tagger.tag(row.folded).dimensions.keys().isdisjoint(TELLING_APART)


def _words_before(entry: FigureEntry) -> str:
    """The words of its piece or line, up to its number."""
    start = entry.statement.statement.span.start
    words = entry.report.text[start : entry.figure.span.start]
    return _BETWEEN.split(words)[-1].rpartition(": ")[2] if _LEAD.search(words) else words


def _in_sentence(library: Library, statement: StatementEntry) -> tuple[str, Sequence[Row]] | None:
    """The lead and the items of the list that a sentence ends with; None where it has none."""
    words = statement.statement.span.cut(statement.report.text)
    lead = _LEAD.search(words)
    if lead is None:
        return None
    items: list[Row] = []
    start = lead.end()
    for piece in [*_BETWEEN.finditer(words, start), None]:
        end = piece.start() if piece else len(words)
        if (row := _item(library, statement, words, start, end)) is None:
            return None
        items.extend(row)
        start = piece.end() if piece else end
    return (words[: lead.start()], items) if len(items) >= _FEWEST else None


def _item(library: Library, statement: StatementEntry, words: str, start: int, end: int) -> list[Row] | None:
    """The item of a piece; none where it only says more of the one before, and None where it is no item."""
    item = _ITEM.match(words, start, end)
    if item is None:
        return None
    at = statement.statement.span.start + item.start("number")
    for place, figure in enumerate(statement.statement.figures):
        if figure.span.start == at:
            if figure.measure is Measure.SHARE and fold(item["name"]).split()[0] in {"chiem", "dat", "bang"}:
                return []  # "…, chiếm 58,7%"
            return [Row(item["name"].strip(), library.figure(statement, place))]
    return None


def _in_lines(library: Library, entry: FigureEntry) -> tuple[str, Sequence[Row]]:
    """The lead and the items of the list that a line stands in, each line with its own; nothing where it is none."""
    lead = entry.figure.head
    if not lead.rstrip().endswith(":"):
        return "", ()
    here = entry.statement.number
    before = _run(library, lead, range(here, max(here - _MOST_LINES, -1), -1))
    after = _run(library, lead, range(here + 1, min(here + _MOST_LINES, len(library.statements))))
    return lead, [*reversed(list(before)), *after]


def _run(library: Library, lead: str, numbers: range) -> Iterator[Row]:
    """The items of lines next to each other under one lead."""
    for number in numbers:
        entry = library.statements[number]
        first = next(iter(entry.statement.figures), None)
        if first is None or entry.is_row or first.head != lead:
            return
        words = entry.statement.span.cut(entry.report.text)
        item = _ITEM.match(words)
        if item is None or entry.statement.span.start + item.start("number") != first.span.start:
            return
        yield Row(item["name"].strip(), library.figure(entry, 0))
