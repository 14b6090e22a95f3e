"""Parts within one sentence: no part is more than its whole, and "gồm" names all of them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from knowledge.facts import Doubt, Measure, Operand, Reading
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import format_decimal
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.quantities import Quantity
from knowledge.importing.checks.sums import doubt_of_sum

_ALL = re.compile(r"[\s,:(]*(?:bao gom|gom|chia ra)\b[^.;]*")
_MORE = re.compile(r"trong do|trong so|cung voi|ngoai ra")
_COUNTED = re.compile(r"van ban|thu tuc|ho so|nguoi|cong chuc|vien chuc|phieu|nhiem vu|de an|don vi")


_LEVELS = frozenset({"level_province", "level_district", "level_commune"})


def check_parts(reading: Reading, quantities: list[Quantity]) -> Iterator[Doubt]:
    """A part that exceeds its whole; parts after "gồm" that do not make it up."""
    by_whole: dict[tuple[int, int], list[Quantity]] = {}
    places = {(q.statement, q.index): q for q in quantities}
    for quantity in quantities:
        if quantity.figure.measure is Measure.RATIO and _is_over_one(quantity):
            yield Doubt(Kind.PART_EXCEEDS, (quantity.span,), _over(quantity.figure.value, quantity.figure.whole))
        elif quantity.figure.part_of is not None and quantity.figure.measure is Measure.COUNT:
            by_whole.setdefault((quantity.statement, quantity.figure.part_of), []).append(quantity)
    for place, parts in by_whole.items():
        if (whole := places.get(place)) and whole.figure.measure is Measure.COUNT:
            yield from _check(reading, whole, [part for part in parts if not _is_beside(whole, part)])


def _is_over_one(quantity: Quantity) -> bool:
    # "20/12" without a word after it is rather a day, and of "1.842/1.940 tỷ đồng" both share the scale.
    figure = quantity.figure
    is_counted = bool(_COUNTED.match(fold(figure.unit)))
    return figure.whole is not None and figure.value > figure.whole and is_counted


def _over(part: Decimal, whole: Decimal | None) -> tuple[Operand, ...]:
    return Operand("part", format_decimal(part)), Operand("whole", format_decimal(whole or Decimal(0)))


def _is_beside(whole: Quantity, part: Quantity) -> bool:
    """What is still in progress, or came in, is no part of what is resolved, however the sentence goes on."""
    return whole.stage == "resolved" and part.stage not in {"", "resolved"}


def _check(reading: Reading, whole: Quantity, parts: list[Quantity]) -> Iterator[Doubt]:
    if any(q.figure.is_approximate for q in (whole, *parts)):
        return
    over = [
        q
        for q in parts
        if q.figure.value > whole.figure.value
        and q.figure.unit == whole.figure.unit
        and ";" not in reading.text[whole.figure.span.end : q.figure.span.start]  # which begins something else
    ]
    if over:
        yield Doubt(Kind.PART_EXCEEDS, (whole.span,), (over[0].named("part"), whole.named("whole")))
        return
    total = sum((q.figure.value for q in parts), Decimal(0))
    names_all = _names_all(reading, whole, parts) if len(parts) > 1 else False
    if total != whole.figure.value and (names_all or _are_all_levels(whole, parts)):
        yield doubt_of_sum(Kind.PARTS, [(_words(reading, q), q) for q in parts], ("whole", whole))


def _are_all_levels(whole: Quantity, parts: list[Quantity]) -> bool:
    """Whether the parts are those of province, district and commune, which there are no more of (until 2025)."""
    told = [part.others & _LEVELS for part in parts]
    return len(parts) == len(_LEVELS) and frozenset().union(*told) == _LEVELS and not whole.others & _LEVELS


def _names_all(reading: Reading, whole: Quantity, parts: list[Quantity]) -> bool:
    """Whether the sentence says that these are all the parts, and names nothing within or beside them."""
    after = fold(reading.text[whole.figure.span.end : parts[0].figure.span.start])
    rest = fold(reading.text[whole.figure.span.end : whole.span.end])
    between = fold(reading.text[parts[0].figure.span.end : parts[-1].figure.span.start])
    return (
        bool(_ALL.fullmatch(after))
        and bool(_COUNTED.search(fold(whole.figure.unit)))
        and not _MORE.search(rest)
        and not re.search(r"[.;]\s", between)
        and len({q.index for q in parts}) == parts[-1].index - parts[0].index + 1
    )


def _words(reading: Reading, quantity: Quantity) -> str:
    """What the report calls the part: its unit, or the words before its number."""
    before = reading.text[quantity.span.start : quantity.figure.span.start]
    own = re.split(r"[,:;(]|\bgồm\b|\bvà\b", before)[-1].strip()
    return own or " ".join(quantity.figure.written.split()[1:])
