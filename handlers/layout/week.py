"""The week for owners, as a message."""

from collections.abc import Iterable

from handlers.layout.html import escape
from handlers.layout.message import Message, compose, shorten
from handlers.words import Words
from knowledge.grammar.dates import format_date
from knowledge.grammar.year_parts import name_period
from knowledge.looking.weekly import Week

MOST_CHARACTERS = 120


def lay_out_week(week: Week, words: Words) -> Message:
    """What was asked, what was missing and what is late; what there is none of is left out."""
    numbers, tally = week.numbers, week.numbers.tally
    head = [
        words("week-title"),
        words("stats-questions", asked=numbers.asked, answered=tally.answered, clarified=tally.clarified),
        words("stats-unanswered", count=tally.not_found),
    ]
    gaps = (f"{escape(shorten(text, MOST_CHARACTERS))} ×{times}" for text, times in week.gaps)
    missing = (
        words(
            "missing-line",
            organisation=one.organisation,
            period=name_period(one.period, language=words.language),
            date=format_date(one.expected_by, language=words.language),
            days=one.days_late,
        )
        for one in week.missing
    )
    late = (
        words(
            "week-late",
            name=shorten(one.name, MOST_CHARACTERS),
            date=format_date(one.day, language=words.language),
            who=f"({one.responsible})" if one.responsible else "",
        ).strip()
        for one in week.overdue
    )
    blocks = [
        "\n".join(head),
        _block(words("week-gaps", count=week.gap_count), gaps),
        _block(words("week-missing", count=week.missing_count), missing),
        _block(words("week-overdue", count=week.overdue_count), late),
    ]
    return compose("\n\n".join(block for block in blocks if block))


def _block(title: str, lines: Iterable[str]) -> str:
    shown = [f"• {line}" for line in lines]
    return "\n".join([title, *shown]) if shown else ""
