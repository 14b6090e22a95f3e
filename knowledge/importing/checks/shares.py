"""Shares: part ÷ total, as far as the report says of what they are a share."""

import re
from collections.abc import Iterator
from decimal import Decimal

from knowledge.facts import Doubt, Figure, Measure, Operand, Reading
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import format_decimal
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.quantities import Quantity
from knowledge.importing.checks.sums import Story

# A share of a plan, an estimate or a year before is of nothing that stands beside it.
_OF_ELSE = re.compile(r"\s?(?:so voi|ke hoach|du toan|chi tieu|muc tieu|cung ky|dinh muc|nhiem vu|tong (?!so ho so))")
# The share is the one of the figure before it only where nothing but such words stands between.
_SAYS = r"(?:(?:chiem|dat|tuong ung|tuong duong|bang|ty le|ti le|la|voi)[\s,:(]*)"
_BARE = re.compile(rf"[^a-z]*{_SAYS}*|[^\d.;:]{{0,80}}[,(]\s*(?:chiem|dat|tuong ung|tuong duong)\b[\s,:(]*{_SAYS}*")
# So many sentences around a share may hold the total that it is of.
_NEAR = 3


def check_shares(reading: Reading, quantities: list[Quantity], told: list[Story]) -> Iterator[Doubt]:
    """Shares that are not their part ÷ their total; a total that is not said gives no doubt."""
    places = {(q.statement, q.index): q for q in quantities}
    totals = {(q.statement, q.index): story for story in told for q in story.told.values()}
    for quantity in quantities:
        figure = quantity.figure
        if figure.measure is not Measure.SHARE:
            continue
        if figure.share_of is None:
            yield from _in_row(reading, quantity, quantities)
            continue
        part = places.get((quantity.statement, figure.share_of))
        if part is None or part.figure.is_approximate or figure.is_approximate or not _is_bare(reading, part, quantity):
            continue
        if doubt := _check(quantities, part, quantity, places, totals):
            yield doubt


def _in_row(reading: Reading, share: Quantity, quantities: list[Quantity]) -> Iterator[Doubt]:
    """A table's row with a total, a part of it and that part's share."""
    if " | " not in share.span.cut(reading.text) or not (share.channel or share.timeliness):
        return
    row = [q for q in quantities if q.statement == share.statement and q.figure.measure is Measure.COUNT]
    row = [q for q in row if q.period == share.period]
    aspect = (share.channel, share.timeliness)
    parts = [q for q in row if (q.channel, q.timeliness) == aspect]
    stage = "resolved" if share.timeliness else "received"
    wholes = [q for q in row if not (q.channel or q.timeliness) and q.stage in {"", stage}]
    if len(parts) == len(wholes) == 1 and not is_rounded(share.figure, parts[0].figure.value, wholes[0].figure.value):
        yield _doubt(parts[0], wholes[0], share)


def is_rounded(share: Figure, part: Decimal, whole: Decimal) -> bool:
    """Whether `share` is part ÷ whole in percent, rounded or cut off at its own last digit."""
    if not whole:
        return False
    exponent = share.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(part * 100 / whole - share.value) < step


def _is_bare(reading: Reading, part: Quantity, share: Quantity) -> bool:
    between = fold(reading.text[part.figure.span.end : share.figure.span.start])
    after = fold(reading.text[share.figure.span.end : share.span.end])
    return bool(_BARE.fullmatch(between)) and not _OF_ELSE.match(after)


def _check(
    quantities: list[Quantity],
    part: Quantity,
    share: Quantity,
    places: dict[tuple[int, int], Quantity],
    totals: dict[tuple[int, int], Story],
) -> Doubt | None:
    if part.figure.whole is not None:
        if part.figure.value > part.figure.whole or part.figure.measure is not Measure.RATIO:
            return None
        return None if is_rounded(share.figure, part.figure.value, part.figure.whole) else _doubt(part, None, share)
    whole = _whole(part, places, totals)
    if whole is None or whole.figure.is_approximate or part.figure.measure is not whole.figure.measure:
        return None
    if is_rounded(share.figure, part.figure.value, whole.figure.value) or _has_other_total(quantities, part, share):
        return None
    return _doubt(part, whole, share)


def _whole(
    part: Quantity, places: dict[tuple[int, int], Quantity], totals: dict[tuple[int, int], Story]
) -> Quantity | None:
    if part.figure.part_of is not None:
        return places.get((part.statement, part.figure.part_of))
    story = totals.get((part.statement, part.index))
    if story is None or story.is_unsure:
        return None
    name = "resolved" if part.timeliness and part.stage != "pending" else "received" if part.channel else ""
    return story.told.get(name)


def _has_other_total(quantities: list[Quantity], part: Quantity, share: Quantity) -> bool:
    """Whether something else nearby is the total: then the share is right, and was only taken for another's."""
    return any(
        abs(other.statement - share.statement) <= _NEAR
        and other.figure.measure is part.figure.measure
        and other.figure.value > part.figure.value
        and is_rounded(share.figure, part.figure.value, other.figure.value)
        for other in quantities
    )


def _doubt(part: Quantity, whole: Quantity | None, share: Quantity) -> Doubt:
    total = whole.figure.value if whole else part.figure.whole or Decimal(1)
    computed = f"{format_decimal(part.figure.value * 100 / total, places=2)}%" if total else "?"
    spans = dict.fromkeys((*([whole.span] if whole else []), part.span, share.span))
    operands = [part.named("part"), *([whole.named("whole")] if whole else [])]
    return Doubt(Kind.SHARE, tuple(spans), (*operands, share.named("share"), Operand("computed", computed)))
