"""Putting answers together: quotes, choices, and the words around a figure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.answers import Answer, Choice, Mended, Outcome, Quote, Topic
from knowledge.asking.column_heads import column_heads
from knowledge.asking.library import FigureEntry, ReportEntry
from knowledge.asking.words.counted_sorts import counts_people
from knowledge.asking.words.counting_words import amount_told
from knowledge.facts import Cuttable, Figure, Measure, Period, Span
from knowledge.fields.describing import changes_of
from knowledge.grammar.amounts import name_amount, name_state
from knowledge.grammar.concepts import concept_names
from knowledge.grammar.dates import format_date
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.organisations import is_noun, is_noun_of
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.year_parts import name_period

# The contract of `cchc ask --jsonl` (docs/answering.md): a direct answer is at most this long.
DIRECT_LIMIT = 400
_QUOTE_LIMIT = 700
# Fewer letters prove little ("SỞ Y TẾ"): the lines around them are quoted with them.
_QUOTE_LEAST = 12
_LINES_LOOKED = 400  # letters before and behind it


@dataclass(frozen=True, slots=True)
class Wording:
    """The language that an answer is worded in."""

    language: str = "vi"

    def say(self, vi: str, en: str) -> str:
        """The sentence in this language."""
        return en if self.language == "en" else vi

    def period(self, period: Period) -> str:
        """A period's name in this language."""
        return name_period(period, language=self.language)

    def within(self, period: Period) -> str:
        """A period's name inside a sentence: "the first half of 2019"."""
        name = self.period(period)
        return f"the {name}" if self.language == "en" and name.startswith(("first", "second")) else name

    def day(self, day: date) -> str:
        """A date in this language."""
        return format_date(day, language=self.language)

    def number(self, value: Decimal, *, places: int | None = None) -> str:
        """A number with this language's separators."""
        return format_decimal(value, places=places, language=self.language)

    def amount(self, written: str) -> str:
        """A figure as a report writes it, with its unit, in this language."""
        return name_amount(written, language=self.language)

    def state(self, status: str) -> str:
        """The state that a register gives, in this language."""
        return name_state(status, language=self.language)

    def counted(self, number: int, vi: str, en: str) -> str:
        """How many of a thing there are: "6.732 văn bản", "2 documents"."""
        return self.say(f"{self.number(Decimal(number))} {vi}", self.count(number, en))

    def count(self, number: int, one: str) -> str:
        """How many of an English thing there are: "1 document", "2 documents"."""
        return f"{number} {one}" if number == 1 else f"{format_decimal(Decimal(number), language='en')} {one}s"


def quote(report: ReportEntry, span: Span) -> Quote:
    """The words of a place in a report, cut at a clause where they are very long."""
    facts = report.facts
    return Quote(
        report_id=report.id,
        report=report.name,
        title=facts.title,
        text=_shorten(_widened(report.text, span).cut(report.text).strip(), _QUOTE_LIMIT),
        signed_on=facts.signed_on,
        period=facts.period,
        organisation=facts.organisation or "",
        source=facts.source,
        mended=mended_at(report, span),
    )


def _widened(text: Cuttable, span: Span) -> Span:
    """A place that holds few letters with the rest of its line, and then with the line before it or, without one, behind it."""
    for before, behind in ((0, 0), (1, 0), (0, 1)):
        if len(span.cut(text).strip()) >= _QUOTE_LEAST:
            break
        first, last = max(span.start - _LINES_LOOKED, 0), span.end + _LINES_LOOKED
        above, below = (
            text[first : span.start].split("\n")[-1 - before :],
            text[span.end : last].split("\n")[: 1 + behind],
        )
        span = Span(span.start - len("\n".join(above)), span.end + len("\n".join(below)))
    return span


def mended_at(report: ReportEntry, span: Span) -> tuple[Mended, ...]:
    """What an admin corrected by hand of what the sentences in this place say."""
    return tuple(
        Mended(one.on, changed.field, changed.before, changed.after, one.why)
        for one in report.amendments
        if one.span.start < span.end and span.start < one.span.end
        for changed in changes_of(one)
    )


def _shorten(words: str, limit: int) -> str:
    """A prefix of the words that ends at a clause, so that it stays word for word."""
    if len(words) <= limit:
        return words
    cut = max(words.rfind(mark, 0, limit) for mark in (". ", "; ", ", "))
    return words[: cut if cut > limit // 2 else words.rfind(" ", 0, limit)]


def shorten(words: str, limit: int = DIRECT_LIMIT) -> str:
    """Words cut at a clause with an ellipsis where they are longer than the limit."""
    joined = " ".join(words.split())
    return joined if len(joined) <= limit else _shorten(joined, limit - 1).rstrip(",; ") + "…"


def answered(
    direct: str,
    quotes: tuple[Quote, ...],
    *,
    context: str = "",
    lines: tuple[str, ...] = (),
    of: int = 0,
    topic: Topic | None = None,
) -> Answer:
    """An answer that rests on its quotes; where its lines are not all, they are the first `of` so many."""
    left_out = max(of - len(lines), 0)
    about = topic or Topic()
    return Answer(Outcome.ANSWERED, shorten(direct), context, lines, _distinct(quotes), topic=about, left_out=left_out)


def join_answers(answers: Sequence[Answer]) -> Answer:
    """One answer to several questions, each with its number; those that were not found say so, those asked back what may be meant.

    What several of them get alike ("bên nào nhiều hơn, hơn bao nhiêu?") is told once.
    """
    if len({(answer.outcome, answer.direct, answer.lines, answer.choices) for answer in answers}) == 1:
        return answers[0]
    told = [f"{number}) {answer.direct}" for number, answer in enumerate(answers, 1)]
    lines = [
        f"{number}) {line}"
        for number, answer in enumerate(answers, 1)
        for line in (*answer.lines, *(choice.label for choice in answer.choices))[:_LINES_OF_EACH]
    ]
    if all(answer.outcome is Outcome.CLARIFY for answer in answers):
        return clarify("; ".join(told), tuple(choice for answer in answers for choice in answer.choices))
    quotes = tuple(one for answer in answers for one in answer.quotes[:_QUOTES_OF_EACH])
    return Answer(
        Outcome.ANSWERED, shorten("; ".join(told)), "", tuple(lines), _distinct(quotes), topic=answers[-1].topic
    )


_LINES_OF_EACH, _QUOTES_OF_EACH = 8, 2


def _distinct(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Each place once, at most six."""
    seen: dict[tuple[int, str], Quote] = {}
    for one in quotes:
        seen.setdefault((one.report_id, one.text), one)
    return tuple(seen.values())[:6]


# As many as a question back offers.
MOST_CHOICES = 8


def clarify(words: str, choices: tuple[Choice, ...]) -> Answer:
    """Several things fit: ask which, at most eight."""
    unique = {c.label: c for c in choices}
    return Answer(Outcome.CLARIFY, words, choices=tuple(unique.values())[:MOST_CHOICES])


def not_found(words: str, suggestions: tuple[Choice, ...] = ()) -> Answer:
    """No report holds the answer; what is near is offered, never asserted."""
    return Answer(Outcome.NOT_FOUND, words, suggestions=tuple({s.label: s for s in suggestions}.values())[:6])


def nothing_found(wording: Wording) -> Answer:
    """That no report tells of it, without anything else to say."""
    return not_found(wording.say("Không tìm thấy trong các báo cáo đã có.", "Not found in the reports."))


def body_name(entry: FigureEntry) -> str:
    """Whose figure it is, as the report names it; the desk or office of "the ward" with that ward's name.

    "Trung tâm" in the report of another body tells by itself of none: it is named with that body.
    """
    own, reporting = entry.figure.organisation, entry.report.facts.organisation or ""
    if not own or is_noun_of(own, reporting):
        return reporting
    if is_noun(own):
        return f"{own} ({reporting})" if reporting else own
    level = _ENDS_IN_LEVEL.search(own)
    if level is None or entry.body is None or entry.body.place or entry.body.level != entry.report.body.level:
        return own
    named = re.search(rf"(?i)\b{level[0]} (?P<place>.+?)(?:,| tỉnh | thành phố |$)", reporting)
    return f"{own} {named['place']}" if named else own


_ENDS_IN_LEVEL = pattern_of(r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố)$")


def figure_context(entry: FigureEntry, wording: Wording) -> str:
    """The period and body of a figure: "quý I/2019, Trung tâm Hành chính công tỉnh"."""
    return ", ".join(p for p in (_time_of(entry.figure, wording), body_name(entry)) if p)


def _time_of(figure: Figure, wording: Wording) -> str:
    """The period of a figure, or its days where these are only some of it: "từ ngày 01/7/2025 đến ngày 30/11/2025"."""
    days, period = figure.window, figure.period
    if days is not None and (
        period is None
        or days.last < period.first
        or (days.last - days.first).days < _MOST_OF * (period.last - period.first).days
    ):
        return wording.say(
            f"từ ngày {wording.day(days.first)} đến ngày {wording.day(days.last)}",
            f"{wording.day(days.first)} to {wording.day(days.last)}",
        )
    return wording.period(period) if period is not None else ""


# Figures of a period are often closed some weeks before it ends.
_MOST_OF = 0.7


def figure_words(entry: FigureEntry, wording: Wording) -> str:
    """The value with its unit and what kind it is: "1.641 hồ sơ (trực tuyến)"."""
    figure = entry.figure
    names = concept_names()
    # "3.144 bộ" of a clause on dossiers are sets of them; elsewhere they may be ministries.
    of = " hồ sơ" if wording.language == "en" and _SETS.search(figure.written) and "#dossier" in entry.own.words else ""
    written = wording.amount(f"{_about_how_many(entry)}{amount_told(entry)}{of}")
    if figure.measure is Measure.RANK and written.isdecimal():
        written = wording.say(f"hạng {written}", f"rank {written}")
    elif figure.measure is Measure.RANK and written.replace("/", "").isdecimal():
        written = wording.say(written, f"rank {written}")
    # "Hợp đồng nâng cấp Hệ thống giải quyết thủ tục: 8,6 tỷ đồng": money and letters were not handed in or settled.
    is_handled = figure.measure is not Measure.MONEY and "#apology" not in entry.own.words
    told = (*(() if counts_people(entry) else ("stage", "timeliness")), "channel") if is_handled else ()
    told = (*told, "posts", "scope")
    values = [v for d in told for v in sorted(entry.own.dimensions.get(d, ()))]
    if is_handled and entry.head.dimensions.get("stage") == _PENDING and "stage" not in entry.own.dimensions:
        # Late or in time among those that are still open: none of those settled.
        values = ["pending", *("not_due" if v == "early_or_on_time" else v for v in values)]
    called = [names[v][wording.language == "en"] for v in values if v in names]
    kinds = [name for name in called if name not in written]
    return f"{written} ({', '.join(kinds)})" if kinds else written


_SETS = pattern_of(r" bộ$")
_PENDING = frozenset({"pending"})


def _about_how_many(entry: FigureEntry) -> str:
    """ "hơn ", "gần ": what the report says before a number that is not exact; else nothing."""
    text, start = entry.report.text, entry.figure.span.start
    said = _ABOUT.search(text[max(0, start - 8) : start].lower())
    return f"{said[0].strip()} " if said else ""


_ABOUT = pattern_of(r"(?<!\w)(?:hơn|gần|khoảng) $")


def figure_quote(entry: FigureEntry) -> Quote:
    """The statement that the figure stands in."""
    return quote(entry.report, entry.statement.statement.span)


def figure_quotes(entry: FigureEntry) -> tuple[Quote, ...]:
    """The figure's statement; of a table's row also the headings that say which column is what."""
    own = figure_quote(entry)
    if "|" not in own.text:
        return (own,)
    heads = column_heads(entry)
    return (own, *((quote(entry.report, heads.span),) if heads else ()), *_in_percent(entry))


def _in_percent(entry: FigureEntry) -> tuple[Quote, ...]:
    """Where a cell "36,00" under a heading in percent is told again as "36,00%", if it is."""
    figure, text = entry.figure, entry.report.text
    if figure.measure is not Measure.SHARE or "%" in text[figure.span.start : figure.span.end + len(" %")]:
        return ()
    told = (
        s
        for s in entry.report.statements
        for f in s.figures
        if (f.value, f.measure, f.period) == (figure.value, figure.measure, figure.period) and "%" in f.span.cut(text)
    )
    return tuple(quote(entry.report, s.span) for s in told)[:1]
