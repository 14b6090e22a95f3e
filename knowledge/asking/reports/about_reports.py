"""Answers about reports themselves: number, dates, issuer, signer, window, tasks, a summary, what they list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers import Answer, Choice, Outcome, Topic
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, clarify, not_found, quote
from knowledge.asking.reports.naming_reports import dated, head_of, label_of, naming, signature, titled
from knowledge.asking.reports.which_reports import symbol_of
from knowledge.grammar.folding import fold, lower_first
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.windows import find_windows, may_cover


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
    answer = _datum(reports[0], query, wording)
    # What a report does not say is asked of it as well: the next question may go on with it.
    return answer if answer.topic.report_id else replace(answer, topic=_topic(reports[0]))


def _is_called_report(report: ReportEntry) -> bool:
    """Whether its number is that of a báo cáo, or it has none; not a decision with a table."""
    symbol = symbol_of(report.facts.number or "")
    return symbol is None or symbol.type == "Báo cáo"


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
        answer = told(report, wording)
        return _with_period(answer, report, wording) if _ASKS_PERIOD.search(query.folded) else answer
    if _ASKS_PERIOD_OF.search(query.folded):
        return _period(report, wording)
    facts, by = report.facts, _by(report, wording)
    if facts.number is None and query.asks("number"):
        return not_found(wording.say(f"{_called(report)} không nêu số.", f"{report.name} gives no number."))
    day = wording.day(facts.signed_on) if facts.signed_on else ""
    issued = wording.say(f" ngày {day}", f" of {day}") if day else ""
    whose = naming(report) if _ASKS_WHOSE.search(query.folded) else ()
    quotes = (head_of(report), *titled(report), *whose)
    title = f": {facts.title}" if facts.number else ""
    return answered(f"{report.name}{issued}{by}{title}", quotes, topic=_topic(report))


# "Của cơ quan nào, kỳ nào": one datum alone is half an answer.
_ASKS_PERIOD = Sought(r"\bky (?:bao cao )?(?:nao|may|gi)\b|\bwhich period\b")


# "Báo cáo 512/BC-SNV là của quý nào"
_ASKS_PERIOD_OF = Sought(
    r"\b(?:cua|thuoc|la|cho) (?:ky(?: bao cao)?|quy|thang|nam) (?:nao|may)\b|\bky bao cao nao\b|\bwhich period\b"
)


def _period(report: ReportEntry, wording: Wording) -> Answer:
    period, called = report.facts.period, _called(report)
    if period is None:
        return not_found(wording.say(f"{called} không nêu kỳ báo cáo.", f"{report.name} does not say its period."))
    named = wording.period(period)
    said = f"{named[:1].upper()}{named[1:]} – {lower_first(called)}{_by(report, wording)}"
    said = wording.say(said, f"{named[:1].upper()}{named[1:]} – {report.name}")
    return answered(said, (head_of(report), *titled(report)), topic=_topic(report))


def _with_period(answer: Answer, report: ReportEntry, wording: Wording) -> Answer:
    """The answer with the period that the report is of, as its title says."""
    if answer.outcome is not Outcome.ANSWERED or report.facts.period is None:
        return answer
    direct = f"{answer.direct} – {wording.period(report.facts.period)}"
    return replace(answer, direct=direct, quotes=(*answer.quotes, *titled(report))[:3])


def _called(report: ReportEntry) -> str:
    """The report as a sentence begins with it: one without a number is called by its title, which mostly says what it is."""
    is_said = fold(report.name).startswith("bao cao")
    return report.name if is_said else f"Báo cáo {report.name}"


def _topic(report: ReportEntry) -> Topic:
    return Topic(report_id=report.id, organisation=report.facts.organisation)


def _by(report: ReportEntry, wording: Wording) -> str:
    body = report.facts.organisation
    return wording.say(f" của {body}", f" by {body}") if body else ""


def _signer(report: ReportEntry, wording: Wording) -> Answer:
    name, signer = report.name, report.facts.signer
    if signer is None:
        return not_found(wording.say(f"{_called(report)} không nêu người ký.", f"{name} does not say who signed it."))
    said = wording.say(f"{signer} ký {lower_first(_called(report))}", f"{signer} signed {name}")
    return answered(said, (signature(report, signer), head_of(report)), topic=_topic(report))


def _publication(report: ReportEntry, wording: Wording) -> Answer:
    name, published = report.name, report.facts.published_on
    if published is None:
        return not_found(
            wording.say(f"Không có ngày đăng của {lower_first(_called(report))}.", f"No publication date for {name}.")
        )
    day = wording.day(published)
    said = wording.say(f"Đăng ngày {day} – {lower_first(_called(report))}", f"Published {day} – {name}")
    return answered(said, (dated(report, published), head_of(report)), topic=_topic(report))


def _signing(report: ReportEntry, wording: Wording) -> Answer:
    name, signed = report.name, report.facts.signed_on
    if signed is None:
        return not_found(wording.say(f"{_called(report)} không nêu ngày ban hành.", f"{name} gives no date."))
    day, by = wording.day(signed), _by(report, wording)
    said = wording.say(f"Ngày {day} – {lower_first(_called(report))}{by}", f"{day} – {name}{by}")
    return answered(said, (dated(report, signed), head_of(report)), topic=_topic(report))


def _issuer(report: ReportEntry, wording: Wording) -> Answer:
    name, body = report.name, report.facts.organisation
    said = wording.say(f"{body or 'Không nêu'} – {lower_first(_called(report))}", f"{body or 'Not given'} – {name}")
    return answered(said, (head_of(report), *naming(report)), topic=_topic(report))


def _window(report: ReportEntry, wording: Wording) -> Answer:
    """The days that it covers, or that it gives none."""
    name = report.name
    return answer_window(report, wording) or not_found(
        wording.say(f"{_called(report)} không nêu kỳ số liệu.", f"{name} does not say which days it covers.")
    )


# By what is asked for, in this order.
_DATA = {"signer": _signer, "published": _publication, "window": _window, "when": _signing, "who": _issuer}
_ASKS_WHOSE = pattern_of(r"\bcua (?:don vi|dia phuong|co quan|noi|cho|so|huyen|tinh|ben) nao\b|\bcua ai\b")


def answer_window(report: ReportEntry, wording: Wording) -> Answer | None:
    """The days that a whole report covers: as stated for it, or of its chief figure."""
    told = (report.facts.window, *(f.window for s in report.statements for f in s.figures))
    window = next((w for w in told if w is not None), None)
    if window is None or (report.facts.period is not None and not may_cover(window, report.facts.period)):
        return None
    statement = next(
        (s for s in report.statements if any(w == window for _, _, w in find_windows(report.folded(s)))),
        None,
    )
    direct = wording.say(
        f"Từ ngày {wording.day(window.first)} đến ngày {wording.day(window.last)} – {lower_first(_called(report))}",
        f"From {wording.day(window.first)} to {wording.day(window.last)} – {report.name}",
    )
    return answered(
        direct, (quote(report, statement.span) if statement else head_of(report),), topic=Topic(report_id=report.id)
    )
