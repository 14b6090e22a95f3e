"""A briefing as a page, and as the message that goes with it."""

from dataclasses import dataclass, field
from datetime import date

from handlers.layout.answers import source_line
from handlers.layout.html import capital, escape, length, plain, quoted
from handlers.layout.message import Button, Message, button, compose
from handlers.layout.rests_on import named_sources
from handlers.pages.sheet import Block, Exact, Line, Row, Sheet, Source
from handlers.words import Html, Words
from knowledge.answers import Quote
from knowledge.asking.replies import shorten
from knowledge.briefing.briefing import Briefing, Issued, Section
from knowledge.briefing.choosing import mark_of
from knowledge.briefing.deadlines import Deadline, DeadlineKind
from knowledge.briefing.figures import ChiefFigure
from knowledge.facts import Period
from knowledge.grammar.amounts import name_amount, name_state
from knowledge.grammar.dates import format_date
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.year_parts import name_period

# A page is read in a meeting: a sentence takes two of its lines, a subject less.
_MOST_SENTENCE, _MOST_SUBJECT = 220, 150


@dataclass(slots=True)
class _Sources:
    """Reports are numbered as they are first cited."""

    words: Words
    known: dict[int, Source] = field(default_factory=dict)

    def number(self, quote: Quote) -> int:
        if quote.report_id not in self.known:
            address = quote.source if quote.source and quote.source.startswith("http") else None
            words = plain(source_line(quote, self.words))
            self.known[quote.report_id] = Source(len(self.known) + 1, words, address)
        return self.known[quote.report_id].number


def lay_out_sheet(briefing: Briefing, words: Words) -> Sheet:
    """The whole briefing; what has no room on a page is for `fitted` to say."""
    sources = _Sources(words)
    blocks = [block for section in briefing.sections for block in _section(section, briefing, words, sources)]
    if briefing.listed:
        listed = tuple(_issued(one, words, sources) for one in briefing.listed)
        blocks.append(Block(words.plain("briefing-listed", count=len(listed)), lines=listed, is_of_all=True))
    late = tuple(_deadline(one, briefing, words, sources) for one in briefing.overdue)
    coming = tuple(_deadline(one, briefing, words, sources) for one in briefing.coming)
    if late:
        heading = words.plain(
            "briefing-overdue", count=len(late), date=format_date(briefing.as_of, language=words.language)
        )
        blocks.append(Block(heading, lines=late, is_of_all=True))
    if coming:
        blocks.append(Block(words.plain("briefing-coming", count=len(coming)), lines=coming, is_of_all=True))
    return Sheet(
        title=words.plain("briefing-title", period=_name(briefing.period, words)),
        subtitle=briefing.organisation or _bodies(briefing),
        columns=_columns(briefing, words),
        blocks=tuple(blocks),
        sources_title=words.plain("briefing-sources"),
        sources=tuple(sources.known.values()),
        more=words.plain("briefing-more", count="{count}"),
        more_blocks=words.plain("briefing-more-blocks", blocks="{blocks}", count="{count}"),
        footer=words.plain("briefing-footer"),
    )


def _bodies(briefing: Briefing) -> str:
    return "; ".join(section.organisation for section in briefing.sections if section.organisation)


def _name(period: Period, words: Words) -> str:
    return name_period(period, language=words.language)


def _columns(briefing: Briefing, words: Words) -> tuple[str, str, str, str]:
    now, before = (capital(_name(period, words)) for period in (briefing.period, briefing.before))
    return words.plain("briefing-figure"), now, before, words.plain("briefing-change")


def _section(section: Section, briefing: Briefing, words: Words, sources: _Sources) -> list[Block]:
    rows = tuple(_row(figure, words, sources) for figure in section.figures)
    results = tuple(_sentence(quote, sources) for quote in section.results)
    heading = section.organisation or words.plain("briefing-figures")
    blocks = [Block(heading, rows=rows, is_major=True)]
    if results:
        blocks.append(Block(words.plain("briefing-results", count=len(results)), lines=results))
    issued = tuple(_issued(one, words, sources) for one in section.issued)
    tasks = tuple(_deadline(one, briefing, words, sources) for one in section.tasks)
    if issued:
        blocks.append(Block(words.plain("briefing-issued", count=len(issued)), lines=issued))
    if tasks:
        blocks.append(Block(words.plain("briefing-tasks", count=len(tasks)), lines=tasks))
    return blocks if any(block.entries for block in blocks) else []


def _issued(one: Issued, words: Words, sources: _Sources) -> Line:
    told = ": ".join(part for part in (_dated(one.day, words), one.subject) if part)
    return Line(shorten(told, _MOST_SUBJECT), sources.number(one.quote), one.quote.text, lead=one.name)


def _dated(day: date | None, words: Words) -> str:
    return words.plain("answer-signed", date=format_date(day, language=words.language)) if day else ""


def _row(figure: ChiefFigure, words: Words, sources: _Sources) -> Row:
    now, share = (name_amount(told, language=words.language) for told in (figure.written, figure.share))
    now = f"{now} ({share})" if share else now
    before = (
        name_amount(figure.change.written, language=words.language) if figure.change else words.plain("briefing-none")
    )
    return Row(
        figure.called(words.language),
        now,
        before,
        change_words(figure, words),
        sources.number(figure.quote),
        figure.quote.text,
        is_main=figure.is_main,
        exact=_exact(figure, words),
    )


def _exact(figure: ChiefFigure, words: Words) -> Exact:
    change, percent = figure.change, figure.change.percent if figure.change else None
    return Exact(
        figure.value,
        name_amount(figure.written, language=words.language).lstrip(_NUMBER_SIGNS).strip(),
        share=figure.share_value / 100 if figure.share_value is not None else None,
        before=change.value if change else None,
        difference=change.difference if change else None,
        growth=percent / 100 if percent is not None else None,
    )


# What numbers are written with; what follows is the unit.
_NUMBER_SIGNS = "0123456789.,"


def change_words(figure: ChiefFigure, words: Words) -> str:
    """ "Tăng 452 (9,07%)"; a dash where the period before does not tell it."""
    change = figure.change
    if change is None:
        return words.plain("briefing-none")
    if not change.difference:
        return words.plain("change-none")
    size = format_decimal(abs(change.difference), language=words.language)
    if change.percent is not None:
        size += f" ({format_decimal(abs(change.percent), places=2, language=words.language)}%)"
    return words.plain("change-up" if change.difference > 0 else "change-down", size=size)


def _sentence(quote: Quote, sources: _Sources) -> Line:
    return Line(shorten(" ".join(quote.text.split()), _MOST_SENTENCE), sources.number(quote), quote.text)


def _deadline(one: Deadline, briefing: Briefing, words: Words, sources: _Sources) -> Line:
    """The day, what it is, who does it and how it stands."""
    name = shorten(one.name, _MOST_SENTENCE) if one.kind is not DeadlineKind.DOCUMENT else ""
    parts = [name, capital(shorten(one.subject, _MOST_SUBJECT)), one.responsible, _standing(one, briefing, words)]
    return Line(
        "; ".join(part for part in parts if part),
        sources.number(one.quote),
        one.quote.text,
        lead=_lead(one, words),
        is_late=one.is_overdue(briefing.as_of),
    )


def _lead(one: Deadline, words: Words) -> str:
    """The day, and of a numbered document what it is called."""
    day = deadline_day(one, words)
    return f"{day}: {one.name}." if one.kind is DeadlineKind.DOCUMENT else f"{day}:"


def deadline_day(one: Deadline, words: Words) -> str:
    """The day, or the period within which it is due."""
    return _name(one.period, words) if one.period else format_date(one.day, language=words.language)


def _standing(one: Deadline, briefing: Briefing, words: Words) -> str:
    told = name_state(one.status, language=words.language)
    if told and one.told_on > briefing.as_of:
        told = words.plain("briefing-told-later", status=told, date=format_date(one.told_on, language=words.language))
    if one.perhaps:
        return words.plain("briefing-perhaps", name=one.perhaps)
    if one.kind is DeadlineKind.PLAN and one.is_overdue(briefing.as_of):
        return words.plain("briefing-not-issued")
    if one.is_overdue(briefing.as_of):
        late = words.plain("briefing-late", days=(briefing.as_of - one.day).days)
        return f"{late} ({told})" if told else late
    return told


def briefing_caption(briefing: Briefing, words: Words, most: int) -> Message:
    """The page in words, for whoever cannot see the picture: how much is late, the chief figures, the sources."""
    title = f"<b>{escape(lay_out_title(briefing, words))}</b>"
    late = [words("briefing-late-count", count=len(briefing.overdue))] if briefing.overdue else []
    lines: list[str] = []
    for section in briefing.sections:
        lines += [escape(section.organisation), *(_spoken(figure, words) for figure in section.figures)]
    for kept in range(len(lines), 0, -1):
        left = [words("answer-more-lines", count=len(lines) - kept)] if kept < len(lines) else []
        html = "\n".join([title, *late, quoted([*lines[:kept], *left]), _cited(briefing, words)])
        if length(html) <= most:
            return Message((html,))
    return Message(("\n".join([title, *late]),))


def _cited(briefing: Briefing, words: Words) -> str:
    """The reports that the chief figures are from."""
    quotes = [figure.quote for section in briefing.sections for figure in section.figures]
    return escape(named_sources(quotes, words)) if quotes else ""


def lay_out_title(briefing: Briefing, words: Words) -> str:
    """What the page is called."""
    return words.plain("briefing-title", period=_name(briefing.period, words))


def _spoken(figure: ChiefFigure, words: Words) -> str:
    written, told = (name_amount(one, language=words.language) for one in (figure.written, figure.share))
    share = f" ({escape(told)})" if told else ""
    change = f", {_lower(change_words(figure, words))}" if figure.change else ""
    return f"• {escape(figure.called(words.language))}: <b>{escape(written)}</b>{share}{escape(change)}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def lay_out_choice(
    periods: tuple[Period, ...], organisations: tuple[str, ...], words: Words, *, unknown: str = ""
) -> Message:
    """Which periods there are; `unknown` are words that fit none."""
    rows: list[list[Button]] = [
        [button(capital(_name(period, words)), f"gb:{mark_of(period)}:0")] for period in periods[:8]
    ]
    which = words("briefing-none-fits", words=shorten(unknown, _MOST_SUBJECT)) if unknown else words("briefing-which")
    bodies = [words("briefing-bodies", names=Html("; ".join(map(escape, organisations[:12]))))] if organisations else []
    return compose("\n".join([which, *bodies]), *rows)
