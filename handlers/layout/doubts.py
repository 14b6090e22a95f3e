"""Doubts in words: what does not agree, with the values, and the sentences they stand in."""

from datetime import date

from handlers.layout.html import escape
from handlers.layout.message import shorten
from handlers.words import Html, Words
from knowledge.facts import Doubt, Operand, Period, PeriodKind, Reading, Span
from knowledge.grammar.year_parts import name_period
from knowledge.importing.checks import Kind

# With their sentences, as many as are read without scrolling far.
DOUBTS_PER_PAGE = 3
# Of a long sentence or row of a table the beginning tells which it is.
_MOST_QUOTED = 300

_SUMS: dict[str, str] = {
    Kind.STAGES: "doubt-stages",
    Kind.TIMELINESS: "doubt-timeliness",
    Kind.CHANNELS: "doubt-channels",
    Kind.PARTS: "doubt-parts",
    Kind.PERIODS: "doubt-periods",
}
# Every other sort with the operands that its sentence names.
_SAID: dict[str, tuple[str, tuple[str, ...]]] = {
    Kind.PART_EXCEEDS: ("doubt-part-exceeds", ("part", "whole")),
    Kind.TWO_VALUES: ("doubt-two-values", ("value", "other")),
    Kind.CONTRADICTION: ("doubt-contradiction", ("value", "other", "report")),
    Kind.DATE_LATER: ("doubt-date-later", ("document", "date", "told")),
    Kind.DATE_EARLIER: ("doubt-date-earlier", ("document", "date", "from")),
    Kind.NUMBER_YEAR: ("doubt-number-year", ("document", "date")),
    Kind.FRACTION: ("doubt-fraction", ("value",)),
    Kind.SYMBOL: ("doubt-symbol", ("document",)),
    Kind.ROWS_NO_NUMBER: ("doubt-rows-no-number", ("count", "rows")),
    Kind.ROWS_SYMBOL: ("doubt-rows-symbol", ("count", "rows")),
    Kind.ROWS_NO_DATE: ("doubt-rows-no-date", ("count", "rows")),
    Kind.ROWS_IMPOSSIBLE_DATE: ("doubt-rows-impossible-date", ("count", "rows")),
    Kind.ROWS_OTHER_YEAR: ("doubt-rows-other-year", ("count", "rows")),
    Kind.ROWS_TWICE: ("doubt-rows-twice", ("count", "rows")),
    Kind.AMENDMENT_LOST: ("doubt-amendment-lost", ("before", "after")),
    Kind.RECOGNISED: ("doubt-recognised", ()),
    Kind.NO_ORGANISATION: ("doubt-no-organisation", ()),
    Kind.NO_PERIOD: ("doubt-no-period", ()),
    Kind.NO_TITLE: ("doubt-no-title", ()),
}
_NAMES = {
    "received": "operand-received",
    "resolved": "operand-resolved",
    "pending": "operand-pending",
    "carried": "operand-carried",
    "carried+received": "operand-carried-and-received",
    "to_resolve": "operand-to-resolve",
    "early": "operand-early",
    "on_time": "operand-on-time",
    "late": "operand-late",
    "early_or_on_time": "operand-early-or-on-time",
    "not_due_pending": "operand-not-due",
    "late_pending": "operand-late-pending",
    "online": "operand-online",
    "counter": "operand-counter",
    "postal": "operand-postal",
    "whole": "operand-whole",
}


def sentence(doubt: Doubt, words: Words) -> Html:
    """What does not agree, in one sentence."""
    given = {operand.name: operand for operand in doubt.operands}
    if doubt.code in _SUMS:
        return _sum(doubt, words)
    if doubt.code in _SAID:
        key, names = _SAID[doubt.code]
        return words(key, **{name: _value(given, name) for name in names})
    if doubt.code == Kind.SHARE:
        return _share(given, words)
    if doubt.code == Kind.CHANGE:
        return _change(given, words)
    if doubt.code == Kind.TWO_DATES:
        return _two_dates(given, words)
    if doubt.code == Kind.WINDOW:
        return _window(given, words)
    return _report_date(given, words)


def page_of_doubts(reading: Reading, page: int, words: Words) -> Html:
    """One page of the doubts, each with its sentences word for word; empty where there are none."""
    shown = reading.doubts[page * DOUBTS_PER_PAGE :][:DOUBTS_PER_PAGE]
    first = page * DOUBTS_PER_PAGE + 1
    return Html("\n".join(_whole(reading, doubt, number, words) for number, doubt in enumerate(shown, first)))


def _whole(reading: Reading, doubt: Doubt, number: int, words: Words) -> str:
    quotes = (shorten(" ".join(span.cut(reading.text).split()), _MOST_QUOTED) for span in quoted(doubt))
    return "\n".join(
        [f"{number}. {sentence(doubt, words)}", *(f"<blockquote>{escape(q)}</blockquote>" for q in quotes)]
    )


def quoted(doubt: Doubt) -> tuple[Span, ...]:
    """The sentences to show under it; what is said of a register's rows holds them already."""
    return () if doubt.code.startswith("rows_") else doubt.spans


def _value(given: dict[str, Operand], name: str) -> str:
    if name == "report":
        return next((operand.report for operand in given.values() if operand.report), "")
    return given[name].value if name in given else ""


def _sum(doubt: Doubt, words: Words) -> Html:
    *parts, whole, total = doubt.operands
    added = " + ".join(_named(part, words) for part in parts)
    return words(_SUMS[doubt.code], parts=added, sum=total.value, whole=_named(whole, words))


def _named(operand: Operand, words: Words) -> str:
    """ "quý I/2019: 4.984 hồ sơ (134/BC-VPUBND)"."""
    source = f" ({operand.report})" if operand.report else ""
    return f"{_name(operand.name, words)} {operand.value}{source}".strip()


def _name(name: str, words: Words) -> str:
    if name in _NAMES:
        return words.plain(_NAMES[name])
    kind, *days = name.split(":")
    if len(days) == 2 and kind in set(PeriodKind):
        period = Period(PeriodKind(kind), date.fromisoformat(days[0]), date.fromisoformat(days[1]))
        return name_period(period, language=words.language)
    return name


def _share(given: dict[str, Operand], words: Words) -> Html:
    share, computed = given["share"].value, given["computed"].value
    if "whole" not in given:
        return words("doubt-share-of-ratio", part=given["part"].value, share=share, computed=computed)
    whole = given["whole"].value
    return words("doubt-share", part=given["part"].value, whole=whole, share=share, computed=computed)


def _change(given: dict[str, Operand], words: Words) -> Html:
    now, computed, change = given["now"].value, given["computed"].value, given["change"].value
    if "before" in given:
        return words("doubt-change", now=now, before=given["before"].value, change=change, computed=computed)
    return words("doubt-percent", now=now, change=change, percent=given["percent"].value, computed=computed)


def _two_dates(given: dict[str, Operand], words: Words) -> Html:
    document, day, other = (given[name].value for name in ("document", "date", "other_date"))
    if source := given["other_date"].report:
        return words("doubt-other-date", document=document, date=day, other=other, report=source)
    return words("doubt-two-dates", document=document, date=day, other=other)


def _window(given: dict[str, Operand], words: Words) -> Html:
    window = given["window"].value
    if "signed" in given:
        return words("doubt-window-after", window=window, signed=given["signed"].value)
    return words("doubt-window", window=window, period=given["period"].value)


def _report_date(given: dict[str, Operand], words: Words) -> Html:
    if "published" in given:
        return words("doubt-published-before", published=given["published"].value, signed=given["signed"].value)
    return words("doubt-signed-before", signed=given["signed"].value, first=given["from"].value)
