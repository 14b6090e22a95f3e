"""How a report is called, and where it says what it is: its number, title, issuer, signer and day."""

from dataclasses import replace
from datetime import date

from knowledge.answers import Quote
from knowledge.asking.library import ReportEntry
from knowledge.asking.replies import Wording, quote, shorten
from knowledge.facts import Span
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold


def signature(report: ReportEntry, signer: str) -> Quote:
    """Where the name stands; without the "(Đã ký)" that a file may have on a line of its own."""
    place = place_of(report, signer)
    return replace(place, text=signer) if "(" in place.text and signer in place.text else place


# The title stands within so many lines, also where its words are broken over several.
_OPENING = 24
# So many words of a title's line tell that it is one.
_FEWEST_TITLE_LINE = 4


def titled(report: ReportEntry) -> tuple[Quote, ...]:
    """Where the head gives the title, whose lines may be several."""
    title = fold(report.facts.title)
    head = ((s, report.folded(s).strip()) for s in report.statements[:_OPENING])
    lines = [s for s, words in head if words in title and len(words.split()) >= _FEWEST_TITLE_LINE]
    return tuple(quote(report, s.span) for s in lines[:2])


def naming(report: ReportEntry) -> tuple[Quote, ...]:
    """Where the head names the body whose report it is, in capitals as a rule and without its province."""
    own = fold(report.facts.organisation or "")
    head = ((s, report.folded(s).strip()) for s in report.statements[:_HEAD_STATEMENTS])
    named = [s for s, words in head if words in own and len(words.split()) > 1]
    if not named and (place := report.body.place):
        named = [s for s in report.statements[:_HEAD_STATEMENTS] if place in report.folded(s)]
        return tuple(quote(report, s.span) for s in named[:1])
    return tuple(quote(report, s.span) for s in named[-1:])


# The head of a report has so many lines at most (Nghị định 30/2020/NĐ-CP, Phụ lục I).
_HEAD_STATEMENTS = 12


def head_of(report: ReportEntry) -> Quote:
    """The place where the report names itself: its number, else its title."""
    wanted = report.facts.number or report.facts.title
    return place_of(report, wanted)


def place_of(report: ReportEntry, words: str) -> Quote:
    """The sentence or line that has these words as written; the report's beginning where none has."""
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


def dated(report: ReportEntry, day: date) -> Quote:
    """The first sentence that gives the day; the report's head where none does."""
    for statement in report.statements:
        if any(d.day == day for d in find_dates(report.folded(statement))):
            return quote(report, statement.span)
    return head_of(report)


def label_of(report: ReportEntry, wording: Wording) -> str:
    """A button that tells the report apart: its name, whose it is and its period."""
    period = f", {wording.period(report.facts.period)}" if report.facts.period else ""
    return shorten(f"{report.name} – {report.facts.organisation or report.facts.title}{period}", 120)
