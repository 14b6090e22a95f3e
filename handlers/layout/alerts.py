"""An alert as a message: what is new, its headline figures, and why the chat hears of it."""

import re

from handlers.layout.corrections import lay_out_reply
from handlers.layout.followed import document_block, figure_block
from handlers.layout.html import capital, escape
from handlers.layout.message import Button, Message, button, compose, shorten
from handlers.layout.office import lay_out_office_news
from handlers.layout.reports import data_line
from handlers.layout.sources import lay_out_source_news
from handlers.layout.week import lay_out_week
from handlers.words import Html, Words
from knowledge.following.concerning import concerning, concerns_report, reasons_for
from knowledge.following.headlines import Earlier, Headline
from knowledge.following.news import News, ReportNews, read_news
from knowledge.following.notices import Notice
from knowledge.following.outbox import EventKind
from knowledge.following.reasons import Reason
from knowledge.following.rules import describe
from knowledge.following.states import MERGING, PUBLICATIONS
from knowledge.grammar.amounts import name_amount
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.year_parts import name_period
from knowledge.looking.weekly import read_week
from knowledge.people.replying import read_reply
from knowledge.releasing.office_news import read_office_news
from knowledge.sources.news import read_source_news

# A catch-up names so many reports; /baocao shows all.
MOST_REPORTS = 10
# Of the rules that bring one message so many are named, each with the button that ends it.
MOST_REASONS = 4
# A headline is a sentence, not a paragraph.
MOST_QUOTE_CHARACTERS = 240

_TITLES = {
    EventKind.REPORT_PUBLISHED: "alert-published",
    EventKind.REPORT_REVISED: "alert-revised",
    EventKind.DOCUMENT_NEAR: "alert-near",
    EventKind.DOCUMENT_OVERDUE: "alert-overdue",
    EventKind.CATCH_UP: "alert-catch-up",
    EventKind.DIGEST: "alert-digest",
}


# Of what an admin added by hand, which is no report.
_OF_ENTRIES = {
    EventKind.REPORT_PUBLISHED: "alert-entry-published",
    EventKind.REPORT_REVISED: "alert-entry-revised",
}


def lay_out_alert(notice: Notice, words: Words) -> Message:
    """The message of this notice."""
    if notice.kind is EventKind.SOURCE:
        return lay_out_source_news(read_source_news(notice.payload), words)
    if notice.kind is EventKind.REPLY:
        return lay_out_reply(read_reply(notice.payload), words)
    if notice.kind is EventKind.WEEKLY:
        return lay_out_week(read_week(notice.payload), words)
    if notice.kind is EventKind.OFFICE:
        return lay_out_office_news(read_office_news(notice.payload), words)
    whole = read_news(notice.payload)
    if notice.kind is EventKind.REPORT_WITHDRAWN:
        return _withdrawn(whole, words)
    if notice.kind is EventKind.REPORT_RESTORED:
        return _restored(whole, reasons_for(notice, whole), words)
    reasons = reasons_for(notice, whole)
    news = whole if notice.kind in MERGING else concerning(notice, whole)
    followed = news.documents or news.figures
    is_of_report = concerns_report(reasons) or not followed
    blocks = [f"<b>{_title(notice, news, is_of_report, words)}</b>"]
    blocks += [document_block(document, words) for document in news.documents]
    blocks += [figure_block(figure, words) for figure in news.figures]
    if notice.kind in MERGING:
        blocks += [_short(report, words) for report in news.reports[:MOST_REPORTS]]
    elif is_of_report:
        blocks += [block for report in news.reports for block in _whole(report, words)]
    else:
        blocks += [words("answer-source", source=Html(_named(report, words))) for report in news.reports]
    if whole.why:
        blocks.append(words("alert-why", why=whole.why))
    if notice.kind is EventKind.DIGEST:
        blocks.append("\n" + words("alert-digest-note"))
    return compose("\n".join([*blocks, *_why(reasons, words)]), *_buttons(news, reasons, words))


def _withdrawn(news: News, words: Words) -> Message:
    """In place of what was told, or after it."""
    is_entry = _is_of_entries(news)
    title = words("alert-entry-withdrawn" if is_entry else "alert-withdrawn")
    blocks = [f"<b>{title}</b>"]
    for report in news.reports:
        told = f"<s>{escape(report.entry or report.title)}</s>"
        blocks += [line for line in (told, capital(_data(report, words))) if line]
    if news.why:
        blocks.append(words("alert-withdrawn-why", why=news.why))
    note = words("alert-entry-withdrawn-note" if is_entry else "alert-withdrawn-note")
    return compose("\n".join([*blocks, note]))


def _is_of_entries(news: News) -> bool:
    return bool(news.reports) and all(report.entry for report in news.reports)


def _restored(news: News, reasons: tuple[Reason, ...], words: Words) -> Message:
    """In place of "withdrawn", or after it: the report as it was told first."""
    is_entry = _is_of_entries(news)
    title = words("alert-entry-restored" if is_entry else "alert-restored")
    blocks = [f"<b>{title}</b>"]
    blocks += [block for report in news.reports for block in _whole(report, words)]
    note = words("alert-entry-restored-note" if is_entry else "alert-restored-note")
    blocks += [note, *_why(reasons, words)]
    return compose("\n".join(blocks), *_buttons(news, reasons, words))


def _why(reasons: tuple[Reason, ...], words: Words) -> list[str]:
    if not reasons:
        return []
    rules = "; ".join(describe(reason.rule, words.language) for reason in reasons[:MOST_REASONS])
    return ["\n" + words("alert-reason", rule=rules)]


def _title(notice: Notice, news: News, is_of_report: bool, words: Words) -> str:
    if notice.about:
        return words("alert-corrected")
    if is_of_report or notice.kind not in PUBLICATIONS:
        titles = _OF_ENTRIES if notice.kind in _OF_ENTRIES and _is_of_entries(news) else _TITLES
        return words(titles[notice.kind], count=len(news.reports))
    mended = [document.is_correction for document in news.documents]
    mended += [figure.is_gone or figure.corrected is not None for figure in news.figures]
    if all(mended):
        return words("alert-mended")
    return words("alert-document" if news.documents else "alert-figure")


def _whole(report: ReportNews, words: Words) -> list[str]:
    if report.entry:
        before = [words("alert-entry-before", before=report.entry_before)] if report.entry_before else []
        return [*before, f"<b>{escape(report.entry)}</b>"]
    blocks = [f"<b>{escape(report.title)}</b>", capital(_data(report, words))]
    blocks += [f"• {line}" for line in _headlines(report)]
    blocks += [
        _change(headline, headline.earlier, words)
        for headline in report.headlines
        if headline.earlier and not _is_said(headline, headline.earlier)
    ]
    counts = {"documents": report.documents, "figures": report.figures, "tasks": report.tasks}
    return [block for block in (*blocks, words("report-counts", **counts)) if block]


def _is_said(headline: Headline, earlier: Earlier) -> bool:
    """Whether the sentence itself tells the change."""
    size = re.escape(format_decimal(abs(earlier.difference)))
    return re.search(rf"(?<![\d.,]){size}(?![\d]|[.,]\d)", headline.quote) is not None


def _change(headline: Headline, earlier: Earlier, words: Words) -> str:
    """ "Tiếp nhận: 5.436 hồ sơ, tăng 452 (9,07%) so với quý I/2019 (4.984 hồ sơ)"."""
    size = format_decimal(abs(earlier.difference), language=words.language)
    if earlier.percent is not None:
        size += f" ({format_decimal(abs(earlier.percent), places=2, language=words.language)}%)"
    key = "change-none" if not earlier.difference else "change-up" if earlier.difference > 0 else "change-down"
    change = words(key) if key == "change-none" else words(key, size=size)
    period = name_period(earlier.period, language=words.language)
    change = Html(change[:1].lower() + change[1:])
    told = words(
        "figure-change", change=change, period=period, previous=name_amount(earlier.written, language=words.language)
    )
    name = escape(headline.called(words.language))
    return f"• {name}: <b>{escape(name_amount(headline.written, language=words.language))}</b>, {told}"


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


def _named(report: ReportNews, words: Words) -> str:
    """What its data say, or else its title; of an entry, whose title is what was just told, that it is one."""
    called = words.plain("answer-entry") if report.entry or not report.source else report.title
    return _data(report, words) or escape(shorten(called, MOST_QUOTE_CHARACTERS))


def _data(report: ReportNews, words: Words) -> str:
    return data_line(
        words,
        number=report.number,
        signed_on=report.signed_on,
        period=report.period,
        organisation=report.organisation,
    )


def _buttons(news: News, reasons: tuple[Reason, ...], words: Words) -> list[list[Button]]:
    rows = []
    read_on = {report.report_id for report in news.reports} or {document.report_id for document in news.documents}
    # Of what an admin added all of it stands in the message.
    if len(read_on) == 1 and not _is_of_entries(news):
        rows.append([button(words.plain("button-read-on"), f"r:{read_on.pop()}")])
    for reason in reasons[:MOST_REASONS]:
        label = words.plain("button-unfollow")
        if len(reasons) > 1:
            label = words.plain("button-unfollow-this", rule=describe(reason.rule, words.language))
        rows.append([button(label, f"u:{reason.subscription_id}")])
    return rows
