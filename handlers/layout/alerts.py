"""An alert as a message: what is new, its headline figures, and why the chat hears of it."""

import re

from handlers.layout.html import escape
from handlers.layout.message import Button, Message, button, compose, shorten
from handlers.layout.reports import data_line
from handlers.layout.sources import lay_out_source_news
from handlers.words import Words
from knowledge.following.news import ReportNews, read_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import describe
from knowledge.sources.news import read_source_news

# A catch-up names so many reports; /baocao shows all.
MOST_REPORTS = 10
# A headline is a sentence, not a paragraph.
MOST_QUOTE_CHARACTERS = 240

_TITLES = {
    EventKind.REPORT_PUBLISHED: "alert-published",
    EventKind.REPORT_REVISED: "alert-revised",
    EventKind.CATCH_UP: "alert-catch-up",
}


def lay_out_alert(notice: Notice, words: Words) -> Message:
    """The message of this notice."""
    if notice.kind is EventKind.SOURCE:
        return lay_out_source_news(read_source_news(notice.payload), words)
    reports = read_news(notice.payload).reports
    blocks = [f"<b>{words(_TITLES[notice.kind], count=len(reports))}</b>"]
    if notice.kind is EventKind.CATCH_UP:
        blocks += [_short(report, words) for report in reports[:MOST_REPORTS]]
    else:
        blocks += [block for report in reports for block in _whole(report, words)]
    if notice.rule is not None:
        blocks.append("\n" + words("alert-reason", rule=describe(notice.rule, words.language)))
    return compose("\n".join(blocks), *_buttons(notice, reports, words))


def _whole(report: ReportNews, words: Words) -> list[str]:
    blocks = [f"<b>{escape(report.title)}</b>", _data(report, words)]
    blocks += [f"• {line}" for line in _headlines(report)]
    counts = {"documents": report.documents, "figures": report.figures, "tasks": report.tasks}
    return [block for block in (*blocks, words("report-counts", **counts)) if block]


def _headlines(report: ReportNews) -> list[str]:
    """The sentences of the headline figures, each once, the figures bold."""
    figures: dict[str, list[str]] = {}
    # A row of a table says little outside of it.
    prose = [headline for headline in report.headlines if " | " not in headline.quote]
    for headline in prose or report.headlines:
        figures.setdefault(shorten(headline.quote.strip(), MOST_QUOTE_CHARACTERS), []).append(headline.written)
    return [_with_bold(quote, written) for quote, written in figures.items()]


def _with_bold(quote: str, figures: list[str]) -> str:
    parts = [re.escape(figure) for figure in sorted(set(figures), key=len, reverse=True) if figure]
    pattern = rf"(?<![\d.,])({'|'.join(parts)})(?![\d]|[.,]\d)"
    pieces = re.split(pattern, quote) if parts else [quote]
    return "".join(f"<b>{escape(p)}</b>" if n % 2 else escape(p) for n, p in enumerate(pieces))


def _short(report: ReportNews, words: Words) -> str:
    data = _data(report, words)
    return f"• {escape(report.title)}" + (f" ({data})" if data else "")


def _data(report: ReportNews, words: Words) -> str:
    return data_line(
        words,
        number=report.number,
        signed_on=report.signed_on,
        period=report.period,
        organisation=report.organisation,
    )


def _buttons(notice: Notice, reports: tuple[ReportNews, ...], words: Words) -> list[list[Button]]:
    rows = []
    if len(reports) == 1:
        rows.append([button(words.plain("button-read-on"), f"r:{reports[0].report_id}")])
    if notice.subscription_id is not None:
        rows.append([button(words.plain("button-unfollow"), f"u:{notice.subscription_id}")])
    return rows
