"""What a picture rests on, in one line: every report once, with its day."""

from collections.abc import Iterable

from handlers.words import Words
from knowledge.answers import Quote
from knowledge.grammar.dates import format_date


def source_name(quote: Quote, words: Words) -> str:
    """The report as it is called; an entry has no number and comes from no file, and its own sentence, or the beginning of it, is its name."""
    is_entry = not quote.source and quote.text.strip().startswith(quote.report.removesuffix("…").strip())
    return words.plain("answer-entry") if is_entry else quote.report


def named_sources(quotes: Iterable[Quote], words: Words) -> str:
    """ "Nguồn: 134/BC-VPUBND (25/02/2019); 297/BC-VPUBND (28/05/2019)"."""
    named = {
        quote.report: f"{source_name(quote, words)} ({format_date(quote.signed_on, language=words.language)})"
        if quote.signed_on
        else source_name(quote, words)
        for quote in quotes
    }
    return words.plain("answer-source", source="; ".join(dict.fromkeys(named.values())))
