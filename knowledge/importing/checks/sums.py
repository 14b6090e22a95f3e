"""Dossiers that must add up: by stage, by timeliness, by channel."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from knowledge.facts import Doubt, Measure, Operand, Reading
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.quantities import Quantity

# Reports tell one story of dossiers within a few sentences; what stands further apart may be of something else.
_REACH = 10
# Dossiers leave in ways that the two sums do not name.
_LEAVING = pattern_of(lambda: listed("counting", "dossiers", "leaving"))
_COMING = pattern_of(lambda: listed("counting", "dossiers", "coming"))
_TIMELY = ("early", "on_time", "late")
_CHANNELS = ("online", "counter", "postal")


@dataclass
class Story:
    """What one stretch of a report tells of one body's dossiers of one period: one quantity for each name."""

    told: dict[str, Quantity] = field(default_factory=dict)
    is_unsure: bool = False  # a name was given twice with different values

    def tell(self, name: str, quantity: Quantity) -> None:
        """Add it; a second value of the same name makes the story unsure."""
        known = self.told.setdefault(name, quantity)
        self.is_unsure |= known.figure.value != quantity.figure.value


def stories(quantities: list[Quantity]) -> list[Story]:
    """The stories in order of their first sentence."""
    found: list[Story] = []
    current: dict[object, tuple[int, Story]] = {}
    for quantity in quantities:
        name = _name(quantity)
        if not name:
            continue
        key = (quantity.body, quantity.period, quantity.others)
        last, story = current.get(key, (-1, None))
        if story is None or quantity.statement - last > _REACH or _opens(story, name, quantity):
            story = Story()
            found.append(story)
        story.tell(name, quantity)
        current[key] = (quantity.statement, story)
    return found


def _name(quantity: Quantity) -> str:
    figure = quantity.figure
    if not quantity.is_dossiers or not quantity.is_clear or figure.measure is not Measure.COUNT:
        return ""
    if figure.is_approximate or figure.value != figure.value.to_integral_value():
        return ""
    if quantity.timeliness and quantity.channel:
        return ""
    if quantity.timeliness:
        return f"{quantity.timeliness}_pending" if quantity.stage == "pending" else quantity.timeliness
    if quantity.channel:
        return quantity.channel if quantity.stage in {"", "received"} else ""
    return "" if quantity.is_plain_part else quantity.stage


def _opens(story: Story, name: str, quantity: Quantity) -> bool:
    """A second total begins a new story, unless it only repeats the first."""
    told = story.told.get(name)
    return (
        name in {"received", "to_resolve", "resolved"}
        and told is not None
        and told.figure.value != quantity.figure.value
    )


def check_sums(reading: Reading, told: list[Story]) -> Iterator[Doubt]:
    """Sums of a story that do not come out."""
    for story in told:
        if story.is_unsure:
            continue
        yield from _timeliness(story)
        yield from _channels(story)
        yield from _stages(reading, story)


def _timeliness(story: Story) -> Iterator[Doubt]:
    yield from _sum(story, Kind.TIMELINESS, _TIMELY, "resolved")
    yield from _sum(story, Kind.TIMELINESS, ("early_or_on_time", "late"), "resolved")
    yield from _sum(story, Kind.TIMELINESS, ("not_due_pending", "late_pending"), "pending")


def _channels(story: Story) -> Iterator[Doubt]:
    yield from _sum(story, Kind.CHANNELS, _CHANNELS, "received")


def _stages(reading: Reading, story: Story) -> Iterator[Doubt]:
    if "to_resolve" in story.told:
        yield from _sum(story, Kind.STAGES, ("resolved", "pending"), "to_resolve")
        yield from _sum(story, Kind.STAGES, ("carried", "received"), "to_resolve")
        return
    wanted = ("resolved", "pending")
    if not {"received", *wanted} <= story.told.keys():
        return
    if "carried" in story.told:
        yield from _balance(story)
        return
    words = fold(" ".join(q.span.cut(reading.text) for q in story.told.values()))
    rest = story.told["received"].figure.value - sum(story.told[name].figure.value for name in wanted)
    if (rest > 0 and not _LEAVING.search(words)) or (rest < 0 and not _COMING.search(words)):
        yield from _sum(story, Kind.STAGES, wanted, "received")


def _balance(story: Story) -> Iterator[Doubt]:
    """Carried over + received = resolved + pending."""
    told = story.told
    came = told["carried"].figure.value + told["received"].figure.value
    if came != told["resolved"].figure.value + told["pending"].figure.value:
        yield doubt_of_sum(
            Kind.STAGES,
            [(name, told[name]) for name in ("resolved", "pending")],
            ("carried+received", told["received"]),
            whole_value=came,
        )


def _sum(story: Story, kind: Kind, parts: tuple[str, ...], whole: str) -> Iterator[Doubt]:
    if not {*parts, whole} <= story.told.keys():
        return
    total = sum((story.told[part].figure.value for part in parts), Decimal(0))
    if total != story.told[whole].figure.value:
        yield doubt_of_sum(kind, [(part, story.told[part]) for part in parts], (whole, story.told[whole]))


def doubt_of_sum(
    kind: Kind, parts: list[tuple[str, Quantity]], whole: tuple[str, Quantity], *, whole_value: Decimal | None = None
) -> Doubt:
    """Parts that do not make up their whole, the sum last."""
    total = sum((quantity.figure.value for _, quantity in parts), Decimal(0))
    spans = tuple(dict.fromkeys(quantity.span for _, quantity in (whole, *parts)))
    stated = whole[1].named(whole[0]) if whole_value is None else Operand(whole[0], format_decimal(whole_value))
    operands = (*(quantity.named(name) for name, quantity in parts), stated, Operand("sum", format_decimal(total)))
    return Doubt(kind, spans, operands)
