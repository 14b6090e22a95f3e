"""Whether an answer is what was asked for.

Where something else was found it may be true, and it is still no answer: who asked for money and is told of
persons would take the one for the other.
"""

from knowledge.answers import Answer, Outcome
from knowledge.asking.fulfilling.kinds import kinds_asked
from knowledge.asking.fulfilling.numbers import (
    counts_what_was_asked,
    says_only_what_was_said,
    tells_as_many_numbers,
    tells_no_calls,
)
from knowledge.asking.fulfilling.said import is_of_prize, is_of_said_time, is_of_said_years, is_of_type, speaks_of_named
from knowledge.asking.reading.question import Query
from knowledge.grammar.folding import fold


def fulfils(query: Query, answer: Answer) -> bool:
    """Whether what is told is what was asked for; what is asked back or not found always is."""
    if answer.outcome is not Outcome.ANSWERED:
        return True
    asked = kinds_asked(query)
    words = fold(" ".join((answer.direct, answer.context, *answer.lines))) if asked or query.asks("number") else ""
    return (
        (not query.asks("number") or is_of_type(query, words))
        and tells_as_many_numbers(query, answer)
        and not says_only_what_was_said(query, answer)
        and is_of_prize(query, answer)
        and is_of_said_years(query, answer)
        and is_of_said_time(query, answer)
        and counts_what_was_asked(query, answer)
        and tells_no_calls(query, answer)
        and all(holds(words, answer) for holds in asked)
        and speaks_of_named(query, answer)
    )
