"""What reports hold: one at a glance, the documents that it names, and which reports there are."""

import re
from collections.abc import Sequence

from knowledge.answers import Answer, Choice, Topic
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.references import named_types
from knowledge.asking.reading.striking import strike
from knowledge.asking.replies import Wording, answered, clarify, quote, shorten
from knowledge.asking.reports.naming_reports import head_of, label_of
from knowledge.facts import Citation, Measure, Role, Statement
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.symbols import fold_symbol


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
    words = report.folded(statement)
    counts = sum(f.measure in {Measure.COUNT, Measure.SHARE, Measure.RATIO} for f in statement.figures)
    is_received = re.search(
        r"tiep nhan.*ho so|ho so.*tiep nhan|\bluong ho so (?:moi|nhan)\b", words
    ) is not None or _ROW_RECEIVED.match(words)
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
    named = set(named_types(strike(query.folded, [(body.start, body.end) for body in query.bodies]))) - {"Báo cáo"}
    types = named if query.named_type in named else {query.named_type} - {None, "Báo cáo"}
    for statement in report.statements:
        for citation in statement.citations:
            if "ban hanh" in query.folded and not _is_issued(citation):
                continue
            if not citation.number or (types and citation.type not in types):
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
    direct = wording.say(
        f"Có {wording.counted(len(ordered), 'báo cáo', 'report')}", wording.count(len(ordered), "report")
    )
    return answered(direct, tuple(head_of(r) for r in ordered[:6]), lines=lines, of=len(ordered))


def _row(report: ReportEntry, wording: Wording) -> str:
    day = wording.say(" ngày ", " of ") + wording.day(report.dated_on) if report.dated_on else ""
    return shorten(f"{report.name}{day}: {report.facts.title}", 200)
