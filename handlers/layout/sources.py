"""What a watched source brought, as the message that admins get."""

from handlers.layout.html import capital, escape
from handlers.layout.message import Button, Message, button, compose, shorten
from handlers.layout.reports import data_line
from handlers.words import Words
from knowledge.grammar.year_parts import name_period
from knowledge.sources.news import FoundReport, SourceNews

MOST_TITLE_CHARACTERS = 200
# A source that was just added may bring hundreds; /xuatban has the others.
MOST_REPORTS, MOST_UNREADABLE = 20, 10


def lay_out_source_news(news: SourceNews, words: Words) -> Message:
    """The reports that were found with the buttons that open them, what could not be read, or the source's trouble."""
    name = shorten(news.name, MOST_TITLE_CHARACTERS)
    blocks: list[str] = []
    if news.reports:
        blocks.append(words("source-news", name=name, count=len(news.reports)))
        blocks += [_report(report, words) for report in news.reports[:MOST_REPORTS]]
        blocks += _more(len(news.reports) - MOST_REPORTS, words)
    if news.unreadable:
        blocks.append(words("source-unreadable", name=name, count=len(news.unreadable)))
    for missed in news.unreadable[:MOST_UNREADABLE]:
        reason = missed.trouble.in_language(words.language)
        blocks.append(
            f"• {escape(shorten(missed.title, MOST_TITLE_CHARACTERS))}\n{escape(missed.address)}\n{escape(reason)}"
        )
    blocks += _more(len(news.unreadable) - MOST_UNREADABLE, words)
    if news.trouble:
        reason = news.trouble.in_language(words.language)
        blocks.append(words("source-in-trouble", name=name, count=news.failures, reason=reason))
        blocks.append(escape(news.address))
    rows = [[_button(report, words)] for report in news.reports[:MOST_REPORTS]]
    return compose("\n".join(blocks), *rows, [button(words.plain("button-source-open"), f"e:{news.source_id}")])


def _more(count: int, words: Words) -> list[str]:
    return [words("answer-more-lines", count=count)] if count > 0 else []


def _report(report: FoundReport, words: Words) -> str:
    """Its data, what was read in it, and whether it answers already."""
    data = data_line(words, number=report.number, signed_on=None, period=report.period, organisation=None)
    lines = [
        f"• <b>{escape(shorten(report.title, MOST_TITLE_CHARACTERS))}</b>",
        capital(data),
        words("report-counts", documents=report.documents, figures=report.figures, tasks=report.tasks),
        words("source-doubts", count=report.doubts) if report.doubts else "",
        _state(report, words),
    ]
    return "\n".join(line for line in lines if line)


def _state(report: FoundReport, words: Words) -> str:
    if report.is_published:
        return words("source-published", count=report.told)
    return words("source-version" if report.is_version else "source-draft")


def _button(report: FoundReport, words: Words) -> Button:
    parts = [report.number or shorten(report.title, 40)]
    parts += [name_period(report.period, language=words.language)] if report.period else []
    return button(" · ".join(parts), f"{'r' if report.is_published else 'p'}:{report.report_id}")
