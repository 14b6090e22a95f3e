"""Answers about reports themselves: number, dates, issuer, signer, window, tasks, a summary, what they list."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, Choice, Quote, Topic
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, clarify, not_found, quote, shorten
from knowledge.asking.which_reports import symbol_of
from knowledge.facts import Citation, Measure, Role, Span, Statement
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.symbols import fold_symbol
from knowledge.grammar.windows import find_windows


def answer_report(reports: Sequence[ReportEntry], query: Query, wording: Wording) -> Answer | None:
    """A datum of one report, or which of several is meant."""
    if not reports:
        return None
    if query.named_type == "Báo cáo":
        reports = [r for r in reports if _is_called_report(r)] or reports
    if query.asks("latest"):
        reports = [max(reports, key=lambda r: r.not_before)]
    if len(reports) > 1:
        choices = tuple(
            Choice(label_of(r, wording), _specific(r, query))
            for r in sorted(reports, key=lambda r: r.told_on, reverse=True)
        )
        return clarify(
            wording.say("Có nhiều báo cáo phù hợp, bạn hỏi báo cáo nào?", "Several reports fit. Which one?"),
            choices,
        )
    return _datum(reports[0], query, wording)


def _is_called_report(report: ReportEntry) -> bool:
    """Whether its number is that of a báo cáo, or it has none; not a decision with a table."""
    symbol = symbol_of(report.facts.number or "")
    return symbol is None or symbol.type == "Báo cáo"


def label_of(report: ReportEntry, wording: Wording) -> str:
    """A button that tells the report apart: its name, whose it is and its period."""
    period = f", {wording.period(report.facts.period)}" if report.facts.period else ""
    return shorten(f"{report.name} – {report.facts.organisation or report.facts.title}{period}", 120)


def _specific(report: ReportEntry, query: Query) -> str:
    asked = re.sub(r"(?i)^(?:báo cáo|bc)\s(?:số\s)?\d*\S*", "", query.text).strip()
    return f"Báo cáo {report.name} {asked}" if report.facts.number else f"{report.facts.title} {asked}"


def _datum(report: ReportEntry, query: Query, wording: Wording) -> Answer:
    """What is asked of a report; its number, date, issuer and title where that is no datum of its own."""
    if report.facts.kind == "entry":
        return not_found(
            wording.say(
                "Mục này do người quản trị thêm, không nằm trong báo cáo nào.",
                "An admin added this entry; it stands in no report.",
            )
        )
    told = next((told for asked, told in _DATA.items() if query.asks(asked)), None)
    if told is not None:
        return told(report, wording)
    facts, by = report.facts, _by(report, wording)
    day = wording.day(facts.signed_on) if facts.signed_on else ""
    issued = wording.say(f" ngày {day}", f" of {day}") if day else ""
    whose = _naming(report) if _ASKS_WHOSE.search(query.folded) else ()
    quotes = (_head(report), *_titled(report), *whose)
    return answered(f"{report.name}{issued}{by}: {facts.title}", quotes, topic=_topic(report))


def _topic(report: ReportEntry) -> Topic:
    return Topic(report_id=report.id, organisation=report.facts.organisation)


def _by(report: ReportEntry, wording: Wording) -> str:
    body = report.facts.organisation
    return wording.say(f" của {body}", f" by {body}") if body else ""


def _signer(report: ReportEntry, wording: Wording) -> Answer:
    name, signer = report.name, report.facts.signer
    if signer is None:
        return not_found(wording.say(f"Báo cáo {name} không nêu người ký.", f"{name} does not say who signed it."))
    said = wording.say(f"{signer} ký báo cáo {name}", f"{signer} signed {name}")
    return answered(said, (_signature(report, signer), _head(report)), topic=_topic(report))


def _signature(report: ReportEntry, signer: str) -> Quote:
    """Where the name stands; without the "(Đã ký)" that a file may have on a line of its own."""
    place = _place_of(report, signer)
    return replace(place, text=signer) if "(" in place.text and signer in place.text else place


def _publication(report: ReportEntry, wording: Wording) -> Answer:
    name, published = report.name, report.facts.published_on
    if published is None:
        return not_found(wording.say(f"Không có ngày đăng của báo cáo {name}.", f"No publication date for {name}."))
    day = wording.day(published)
    said = wording.say(f"Đăng ngày {day} – báo cáo {name}", f"Published {day} – {name}")
    return answered(said, (_dated(report, published), _head(report)), topic=_topic(report))


def _signing(report: ReportEntry, wording: Wording) -> Answer:
    name, signed = report.name, report.facts.signed_on
    if signed is None:
        return not_found(wording.say(f"Báo cáo {name} không nêu ngày ban hành.", f"{name} gives no date."))
    day, by = wording.day(signed), _by(report, wording)
    said = wording.say(f"Ngày {day} – báo cáo {name}{by}", f"{day} – {name}{by}")
    return answered(said, (_dated(report, signed), _head(report)), topic=_topic(report))


def _issuer(report: ReportEntry, wording: Wording) -> Answer:
    name, body = report.name, report.facts.organisation
    said = wording.say(f"{body or 'Không nêu'} – báo cáo {name}", f"{body or 'Not given'} – {name}")
    return answered(said, (_head(report), *_naming(report)), topic=_topic(report))


def _no_window(report: ReportEntry, wording: Wording) -> Answer:
    """That it gives none: one that it gives is told before it comes to this."""
    name = report.name
    return not_found(wording.say(f"Báo cáo {name} không nêu kỳ số liệu.", f"{name} does not say which days it covers."))


# By what is asked for, in this order.
_DATA = {"signer": _signer, "published": _publication, "when": _signing, "who": _issuer, "window": _no_window}
_ASKS_WHOSE = pattern_of(r"\bcua (?:don vi|dia phuong|co quan|noi|cho|so|huyen|tinh|ben) nao\b|\bcua ai\b")
# The title stands within so many lines, also where its words are broken over several.
_OPENING = 24
# So many words of a title's line tell that it is one.
_FEWEST_TITLE_LINE = 4


def _titled(report: ReportEntry) -> tuple[Quote, ...]:
    """Where the head gives the title, whose lines may be several."""
    title = fold(report.facts.title)
    head = ((s, fold(s.span.cut(report.text)).strip()) for s in report.statements[:_OPENING])
    lines = [s for s, words in head if words in title and len(words.split()) >= _FEWEST_TITLE_LINE]
    return tuple(quote(report, s.span) for s in lines[:2])


def _naming(report: ReportEntry) -> tuple[Quote, ...]:
    """Where the head names the body whose report it is, in capitals as a rule and without its province."""
    own = fold(report.facts.organisation or "")
    head = ((s, fold(s.span.cut(report.text)).strip()) for s in report.statements[:_HEAD_STATEMENTS])
    named = [s for s, words in head if words in own and len(words.split()) > 1]
    if not named and (place := report.body.place):
        named = [s for s in report.statements[:_HEAD_STATEMENTS] if place in fold(s.span.cut(report.text))]
        return tuple(quote(report, s.span) for s in named[:1])
    return tuple(quote(report, s.span) for s in named[-1:])


# The head of a report has so many lines at most (Nghị định 30/2020/NĐ-CP, Phụ lục I).
_HEAD_STATEMENTS = 12


def _head(report: ReportEntry) -> Quote:
    """The place where the report names itself: its number, else its title."""
    wanted = report.facts.number or report.facts.title
    return _place_of(report, wanted)


def _place_of(report: ReportEntry, words: str) -> Quote:
    for statement in report.statements:
        if words in statement.span.cut(report.text):
            return quote(report, statement.span)
    at = report.text.find(words)
    if at >= 0:
        start = report.text.rfind("\n", 0, at) + 1
        end = report.text.find("\n", at)
        return quote(report, Span(start, end if end > 0 else len(report.text)))
    return (
        quote(report, report.statements[0].span)
        if report.statements
        else quote(report, Span(0, min(200, len(report.text))))
    )


def _dated(report: ReportEntry, day: date) -> Quote:
    for statement in report.statements:
        if any(d.day == day for d in find_dates(fold(statement.span.cut(report.text)))):
            return quote(report, statement.span)
    return _head(report)


def answer_window(report: ReportEntry, wording: Wording) -> Answer | None:
    """The days that a whole report covers: as stated for it, or of its chief figure."""
    window = report.facts.window or next((f.window for s in report.statements for f in s.figures if f.window), None)
    if window is None:
        return None
    statement = next(
        (s for s in report.statements if any(w == window for _, _, w in find_windows(fold(s.span.cut(report.text))))),
        None,
    )
    direct = wording.say(
        f"Từ ngày {wording.day(window.first)} đến ngày {wording.day(window.last)} – báo cáo {report.name}",
        f"From {wording.day(window.first)} to {wording.day(window.last)} – {report.name}",
    )
    return answered(
        direct, (quote(report, statement.span) if statement else _head(report),), topic=Topic(report_id=report.id)
    )


def answer_summary(reports: Sequence[ReportEntry], wording: Wording) -> Answer | None:
    """A report at a glance: its chief figures first, then what each reform area says."""
    reports = [r for r in reports if r.facts.kind != "register"] or reports
    if not reports:
        return None
    if len(reports) > 1:
        choices = tuple(Choice(label_of(r, wording), f"Tóm tắt báo cáo {r.name}") for r in reports)
        return clarify(
            wording.say("Có nhiều báo cáo phù hợp, bạn muốn tóm tắt báo cáo nào?", "Several reports fit. Which one?"),
            choices,
        )
    report = reports[0]
    chosen = _highlights(report)
    lines = tuple(f"{shorten(s.span.cut(report.text), 260)}" for s in chosen)
    period = f", {wording.period(report.facts.period)}" if report.facts.period else ""
    direct = wording.say(
        f"Tóm tắt {report.name} – {report.facts.organisation or report.facts.title}{period}",
        f"Summary of {report.name}{period}",
    )
    return answered(direct, tuple(quote(report, s.span) for s in chosen), lines=lines, topic=Topic(report_id=report.id))


# A message holds 4,096 characters: about twelve lines of 260 beside the heading and the sources.
_MOST_LINES = 12


def _highlights(report: ReportEntry) -> list[Statement]:
    """The statements with most to tell, in the report's order: dossiers, shares, documents issued, changes."""
    telling = [s for s in report.statements if s.kind in {"figure", "document"} and not s.task]
    ranked = sorted(telling, key=lambda s: -_telling(report, s))[:_MOST_LINES]
    return sorted(ranked, key=lambda s: s.span.start)


def _telling(report: ReportEntry, statement: Statement) -> float:
    """How much a statement tells, chosen so that what came in is first, then what has most figures, then documents."""
    words = fold(statement.span.cut(report.text))
    counts = sum(f.measure in {Measure.COUNT, Measure.SHARE, Measure.RATIO} for f in statement.figures)
    is_received = re.search(r"tiep nhan.*ho so|ho so.*tiep nhan", words) is not None or _ROW_RECEIVED.match(words)
    value = 3.0 if is_received else 0.0
    value += min(counts, 4) * 0.5
    value += 1.2 if any(c.role is Role.ISSUED for c in statement.citations) else 0.4 if statement.citations else 0.0
    return value - (2.0 if "|" in words and not _ROW_RECEIVED.match(words) else 0.0)


# What came in, where only a table tells it: "Tổng số tiếp nhận | 19.875 | 100%".
_ROW_RECEIVED = pattern_of(
    r"(?:[\divx]{1,3}\.? \| )?(?:tong (?:so|cong)?(?: ho so)?,? )?(?:ho so )?(?:da )?tiep nhan(?: ho so)? \|"
)


def answer_documents_of(report: ReportEntry, query: Query, wording: Wording) -> Answer | None:
    """The documents that a report names, by type and issuer where asked."""
    rows: dict[str, tuple[str, Statement]] = {}
    for statement in report.statements:
        for citation in statement.citations:
            if "ban hanh" in query.folded and not _is_issued(citation):
                continue
            if not citation.number or (query.named_type not in {None, "Báo cáo"} and citation.type != query.named_type):
                continue
            day = wording.say(" ngày ", " of ") + wording.day(citation.issued_on) if citation.issued_on else ""
            key = f"{citation.number}/{fold_symbol(citation.symbol or '')}"
            line = f"{citation.type} {citation.written}{day}: {shorten(citation.subject or '', 140)}".rstrip(": ")
            if key not in rows or len(line) > len(rows[key][0]):
                rows[key] = (line, statement)
    if not rows:
        return None
    lines = tuple(f"{i}. {line}" for i, (line, _) in enumerate(rows.values(), 1))
    direct = wording.say(
        f"{len(rows)} văn bản trong báo cáo {report.name}", f"{wording.count(len(rows), 'document')} in {report.name}"
    )
    return answered(
        direct, tuple(quote(report, s.span) for _, s in rows.values()), lines=lines, topic=Topic(report_id=report.id)
    )


def _is_issued(citation: Citation) -> bool:
    """Whether the report says that it was issued, a table of documents with their days included, but not the state of each."""
    is_row = citation.role is Role.LISTED and citation.issued_on is not None and not citation.status
    return citation.role is Role.ISSUED or is_row


def answer_report_list(reports: Sequence[ReportEntry], wording: Wording) -> Answer | None:
    """The reports there are, newest first."""
    if not reports:
        return None
    ordered = sorted(reports, key=lambda r: r.not_before, reverse=True)
    lines = tuple(f"{i}. {_row(r, wording)}" for i, r in enumerate(ordered[:30], 1))
    direct = wording.say(f"Có {len(ordered)} báo cáo", wording.count(len(ordered), "report"))
    return answered(direct, tuple(_head(r) for r in ordered[:6]), lines=lines)


def _row(report: ReportEntry, wording: Wording) -> str:
    day = wording.say(" ngày ", " of ") + wording.day(report.dated_on) if report.dated_on else ""
    return shorten(f"{report.name}{day}: {report.facts.title}", 200)
