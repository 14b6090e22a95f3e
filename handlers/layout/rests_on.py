"""What a picture rests on, in one line: every report once, with its day."""

from collections.abc import Iterable

from handlers.words import Words
from knowledge.answers import Quote
from knowledge.grammar.dates import format_date


def named_sources(quotes: Iterable[Quote], words: Words) -> str:
    """ "Nguồn: 134/BC-VPUBND (25/02/2019); 297/BC-VPUBND (28/05/2019)"."""
    named = {
        quote.report: f"{quote.report} ({format_date(quote.signed_on, language=words.language)})"
        if quote.signed_on
        else quote.report
        for quote in quotes
    }
    return words.plain("answer-source", source="; ".join(named.values()))
