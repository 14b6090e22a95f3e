"""Shares over the periods and the life of a document: as pictures, and in the words below them."""

from datetime import date
from decimal import Decimal

from handlers.drawing import Life, LifeStep, Part, Shares, Stack
from handlers.layout.charts import MOST_CAPTION_CHARACTERS
from handlers.layout.followed import step_name
from handlers.layout.html import escape, length, quoted
from handlers.layout.message import Message, shorten
from handlers.layout.rests_on import named_sources, source_name
from handlers.words import Words
from knowledge.answers import Quote
from knowledge.asking.replies import shorten as at_clause
from knowledge.briefing import life as lives
from knowledge.briefing import shares as divisions
from knowledge.facts import Role
from knowledge.grammar.amounts import name_amount, name_state
from knowledge.grammar.concepts import concept_names
from knowledge.grammar.dates import format_date
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.year_parts import name_period

_MOST_SUBJECT = 160
# A step of a line is read at a glance; the whole sentence is a button away.
_MOST_SAID = 220
# More are not scrolled through; a document that twelve monthly reports speak of has as many.
MOST_STEPS = 10


def shares_of(found: divisions.Shares, words: Words) -> Shares:
    """The division as a picture; shares are computed from the counts, which stand in the words below."""
    has_rest = any(divided.rest for divided in found.periods)
    names = [_called(name, words) for name in found.names] + ([words.plain("shares-rest")] if has_rest else [])
    stacks = tuple(_stack(divided, found.names, words, has_rest=has_rest) for divided in found.periods)
    quotes = [quote for divided in found.periods for quote in divided.quotes]
    return Shares(
        words.plain("shares-title", whole=_called(found.whole, words).lower()),
        found.organisation,
        tuple(names),
        has_rest,
        stacks,
        named_sources(quotes, words),
    )


def _called(name: str, words: Words) -> str:
    called = concept_names()[name][words.language == "en"]
    return called[:1].upper() + called[1:]


def _stack(divided: divisions.Divided, names: tuple[str, ...], words: Words, *, has_rest: bool) -> Stack:
    told = {part.name: part.value for part in divided.parts}
    values = [told.get(name, Decimal(0)) for name in names] + ([divided.rest] if has_rest else [])
    parts = tuple(Part(float(value), _share(value, divided, words)) for value in values)
    period = name_period(divided.period, language=words.language)
    return Stack(period[:1].upper() + period[1:], name_amount(divided.whole.written, language=words.language), parts)


def _share(value: Decimal, divided: divisions.Divided, words: Words) -> str:
    whole = divided.whole.value
    return f"{format_decimal(value * 100 / whole, places=2, language=words.language)}%" if whole else ""


def shares_caption(found: divisions.Shares, words: Words) -> Message:
    """Each period with its counts and shares, the newest first: what the picture shows, for whoever cannot see it."""
    blocks: list[str] = [f"<b>{words('shares-title', whole=_called(found.whole, words).lower())}</b>"]
    blocks.append(escape(found.organisation))
    lines = [_spoken(divided, words) for divided in reversed(found.periods)]
    return _caption(blocks, lines, [quote for divided in found.periods for quote in divided.quotes], words)


def _spoken(divided: divisions.Divided, words: Words) -> str:
    parts = [
        f"{_called(part.name, words).lower()} {name_amount(part.written, language=words.language)} ({_share(part.value, divided, words)})"
        for part in divided.parts
    ]
    if divided.rest:
        parts.append(
            f"{words.plain('shares-rest').lower()} {format_decimal(divided.rest, language=words.language)} ({_share(divided.rest, divided, words)})"
        )
    period = name_period(divided.period, language=words.language)
    return f"• {escape(period[:1].upper() + period[1:])}, {escape(name_amount(divided.whole.written, language=words.language))}: {escape('; '.join(parts))}"


def life_of(found: lives.Life, words: Words, *, is_late: bool) -> Life:
    """The life as a picture; the day by which it is due stands in its place, late where that has passed."""
    steps = [
        LifeStep(_what(step, words), _day(step, words), _said(step), source_name(step.quote, words))
        for step in found.steps
    ]
    if found.due is not None:
        due = LifeStep(
            _due(words, is_late=is_late), format_date(found.due, language=words.language), is_open=True, is_late=is_late
        )
        steps.insert(_place_of_due(found), due)
    steps = _fewer(steps, words)
    quotes = [step.quote for step in found.steps]
    subject = shorten(found.subject[:1].upper() + found.subject[1:], _MOST_SUBJECT)
    return Life(found.name, subject, tuple(steps), named_sources(quotes, words))


def _fewer(steps: list[LifeStep], words: Words) -> list[LifeStep]:
    """The first and the newest steps; how many stand between them is said."""
    left = len(steps) - MOST_STEPS
    if left <= 0:
        return steps
    gap = LifeStep(words.plain("answer-more-lines", count=left), "", is_gap=True)
    return [steps[0], gap, *steps[len(steps) - MOST_STEPS + 1 :]]


def life_caption(found: lives.Life, words: Words, *, is_late: bool) -> Message:
    """The steps in words, the oldest first."""
    lines = [
        f"• {escape(_day(step, words) + ': ' if _day(step, words) else '')}{escape(_what(step, words))}"
        for step in found.steps
    ]
    if found.due is not None:
        lines.insert(
            _place_of_due(found),
            f"• {format_date(found.due, language=words.language)}: {escape(_due(words, is_late=is_late))}",
        )
    return _caption(
        [f"<b>{escape(shorten(found.name, _MOST_SUBJECT))}</b>"], lines, [s.quote for s in found.steps], words
    )


def _due(words: Words, *, is_late: bool) -> str:
    return words.plain("life-overdue" if is_late else "life-due")


def _place_of_due(found: lives.Life) -> int:
    """After every step that was told by that day."""
    due = found.due or date.max
    return sum((step.day or step.told_on) <= due for step in found.steps)


def _what(step: lives.Step, words: Words) -> str:
    if step.role is Role.LISTED and step.status:
        return name_state(step.status, language=words.language)
    name = step_name(step.role, step.expected, words)
    return name[:1].upper() + name[1:]


def _day(step: lives.Step, words: Words) -> str:
    return format_date(step.day, language=words.language) if step.day else ""


def _said(step: lives.Step) -> str:
    """The sentence of a report; a row of a register says no more than its state."""
    return "" if step.role is Role.LISTED else at_clause(" ".join(step.quote.text.split()), _MOST_SAID)


def _caption(blocks: list[str], lines: list[str], quotes: list[Quote], words: Words) -> Message:
    """As many of the lines as a caption holds, then the source."""
    source = escape(named_sources(quotes, words))
    for kept in range(len(lines), -1, -1):
        left = [words("answer-more-lines", count=len(lines) - kept)] if kept < len(lines) else []
        html = "\n".join([*blocks, *([quoted([*lines[:kept], *left])] if kept else []), source])
        if length(html) <= MOST_CAPTION_CHARACTERS:
            return Message((html,))
    return Message((blocks[0],))
