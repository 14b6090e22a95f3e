"""A number as the subject: "Số 184.209 là đếm cái gì", "118.640 hồ sơ tính từ ngày nào tới ngày nào"."""

from collections.abc import Iterator
from datetime import date

from knowledge.answers import Answer, Choice, Topic
from knowledge.asking.figures.about_figures import stating
from knowledge.asking.library import Library, ReportEntry, all_words
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, clarify, quote, shorten
from knowledge.asking.words.framing import framing
from knowledge.facts import Figure, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.year_parts import period_index

_ASKS_WHAT = pattern_of(
    r"\b(?:la|dem|chi|cua|tinh|noi) (?:ve )?(?:cai |con |so |dem |ve )*gi\b|\bla (?:so|con so|chi so|ty le|so lieu) (?:gi|nao)\b"
    r"|\bnghia la gi\b|\bwhat (?:is|does|are)\b"
)


def answer_value(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The sentence that holds just this number, or the days that it covers; None where no report has it."""
    asks_days = query.asks("window")
    if len(query.values) != 1 or query.references or query.claim or query.counts:
        return None
    if not asks_days and not (query.asks("about") and _ASKS_WHAT.search(query.folded)):
        return None
    found = [f for f in _figures(library, query, today) if not asks_days or f[2].window]
    # A table repeats what a sentence says; the sentence tells what is counted.
    told = [f for f in found if "|" not in f[1].span.cut(f[0].text)] or found
    if not told:
        return None
    if len({(r.index, f.period) for r, _, f in told}) > 1:
        return _which(told, query, wording)
    report, statement, figure = told[0]
    period = wording.period(figure.period) if figure.period else ""
    context = ", ".join(p for p in (period, figure.organisation or report.facts.organisation or "") if p)
    if asks_days and figure.window:
        first, last = wording.day(figure.window.first), wording.day(figure.window.last)
        direct = wording.say(f"Từ ngày {first} đến ngày {last}", f"From {first} to {last}")
    else:
        direct = shorten(statement.span.cut(report.text), _LONGEST)
    own = quote(report, statement.span)
    quotes = stating(report, figure.window, own) if asks_days and figure.window else (own,)
    return answered(
        f"{direct} – {context}" if context else direct,
        tuple(dict.fromkeys((*quotes, own))),
        context=context,
        topic=Topic(report_id=report.id),
    )


# As much of a sentence as leaves room for its period and body.
_LONGEST = 300


def _figures(library: Library, query: Query, today: date) -> Iterator[tuple[ReportEntry, Statement, Figure]]:
    """Every figure of just that value, of the period and with the words that the question says."""
    periods = set(resolve_all(query.periods, today))
    kinds = {(m.kind, m.index) for m in query.periods if m.is_open}
    wanted = {
        w
        for w in all_words(query.naming)
        if w not in framing("values") and w.split(":")[0] not in {"moment", "direction"}
    }
    written = format_decimal(query.values[0])
    for entry in library.figures_of_value(query.values[0]):
        report, statement, figure = entry.report, entry.statement.statement, entry.figure
        own = {p for p in (figure.period, report.facts.period) if p}
        if periods and not own & periods:
            continue
        if kinds and not any((p.kind, period_index(p)) in kinds for p in own):
            continue
        if written not in report.text:  # "gần 412 nghìn"
            continue
        if wanted <= all_words(library.tagger.tag(_said(report, statement))) | report.terms.words:
            yield report, statement, figure


def _said(report: ReportEntry, statement: Statement) -> str:
    return fold(f"{statement.heading} {statement.span.cut(report.text)}")


def _which(told: list[tuple[ReportEntry, Statement, Figure]], query: Query, wording: Wording) -> Answer:
    choices = tuple(
        Choice(
            shorten(f"{report.name}: {statement.span.cut(report.text)}", 120),
            f"{query.text.rstrip('?. ')} – báo cáo {report.name}",
        )
        for report, statement, _ in told
    )
    return clarify(
        wording.say("Có nhiều báo cáo nêu số này, bạn hỏi báo cáo nào?", "Several reports give it. Which one?"), choices
    )
