"""What is new of a document or an indicator that somebody follows."""

from decimal import Decimal

from handlers.layout.html import escape
from handlers.layout.message import shorten
from handlers.words import Html, Words
from knowledge.facts import Measure, Period, Role
from knowledge.following.news import DocumentNews, FigureNews
from knowledge.following.standing import Standing, is_done
from knowledge.grammar.amounts import name_amount, name_state, write_difference
from knowledge.grammar.dates import format_date
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.year_parts import name_period

# The sentence that says it, as long as it is read on a phone.
MOST_QUOTE_CHARACTERS = 400
# A difference says something of these; of places in a ranking it only confuses.
_AMOUNTS = frozenset({Measure.COUNT, Measure.MONEY, Measure.SCORE})

_ROLES = {
    Role.PLANNED: "standing-planned",
    Role.DRAFTED: "standing-drafted",
    Role.SUBMITTED: "standing-submitted",
    Role.ISSUED: "standing-issued",
    Role.IMPLEMENTED: "standing-implemented",
    Role.AMENDED: "standing-amended",
    Role.REPLACED: "standing-replaced",
    Role.ENDING: "standing-ending",
    Role.LISTED: "standing-listed",
    Role.BASIS: "standing-listed",
}


def document_block(document: DocumentNews, words: Words) -> str:
    """The document, what it was and is, and the sentence that says so."""
    lines = [f"<b>{escape(document.name)}</b>", _step(document, words)]
    return "\n".join([*lines, *([_quote(document.quote)] if document.quote.strip() else [])])


def _step(document: DocumentNews, words: Words) -> str:
    now, deadline = standing(document.now, words), document.now.deadline
    if document.is_gone:
        return words("document-gone", before=now)
    if document.days_left is not None and deadline is not None:
        key = "document-near" if document.days_left >= 0 else "document-overdue"
        return words(key, now=now, date=format_date(deadline, language=words.language), days=abs(document.days_left))
    before = standing(document.before, words) if document.before else ""
    if not before or before == now:
        return words("document-now", now=now)
    return words("document-changed", before=before, now=now)


def standing(known: Standing, words: Words) -> str:
    """Where it stands, in words: "dự kiến ban hành quý II/2019", "đã ban hành ngày 16/5/2019"."""
    if known.role is Role.LISTED and known.status:
        if known.due is None:
            return words("standing-status", status=name_state(known.status, language=words.language))
        return words(
            "standing-status-due",
            status=name_state(known.status, language=words.language),
            due=format_date(known.due, language=words.language),
        )
    expected = name_period(known.expected, language=words.language) if known.expected else ""
    if known.role is Role.PLANNED and expected:
        return words("standing-planned-for", period=expected)
    parts: list[str] = [words(_ROLES[known.role])]
    if known.role is Role.ISSUED and known.written:
        parts.append(escape(known.written))
    if known.role is Role.ISSUED and known.issued_on:
        parts.append(words("answer-signed", date=format_date(known.issued_on, language=words.language)))
    if expected:
        parts.append(words("standing-expected", period=expected))
    is_told = known.is_status_newest and known.role is not Role.REPLACED
    if known.status and is_told and fold(known.status) != fold(parts[0]):
        state = escape(name_state(known.status, language=words.language))
        # A register says of what is being carried out how far it is; both together would be two states.
        parts = [state] if known.role is Role.IMPLEMENTED else [*parts, state]
    if known.due is not None and not (known.status and is_done(known.status)):
        parts.append(words("standing-due", due=format_date(known.due, language=words.language)))
    return ", ".join(parts)


def step_name(role: Role, expected: Period | None, words: Words) -> str:
    """What a step of a document's life is called: "dự kiến ban hành quý II/2019"."""
    if role is Role.PLANNED and expected is not None:
        return words.plain("standing-planned-for", period=name_period(expected, language=words.language))
    return words.plain(_ROLES[role])


def figure_block(figure: FigureNews, words: Words) -> str:
    """The value, its change since the period before, what it was corrected from, and its sentence."""
    name = escape(figure.name[:1].upper() + figure.name[1:])
    period = name_period(figure.period, language=words.language) if figure.period else ""
    value = name_amount(figure.written, language=words.language)
    if figure.is_gone:
        gone = words("figure-gone", name=Html(f"<b>{name}</b>"), body=figure.body, period=period, value=value)
        return f"{gone}\n{_quote(figure.quote)}"
    lines: list[str] = [
        words("figure-value", name=Html(f"<b>{name}</b>"), body=figure.body, period=period, value=value)
    ]
    if figure.corrected is not None:
        lines.append(words("figure-corrected", old=name_amount(figure.corrected, language=words.language), new=value))
    if figure.previous_period is not None and figure.previous_written is not None:
        before = name_period(figure.previous_period, language=words.language)
        was = name_amount(figure.previous_written, language=words.language)
        if change := _change(figure, words):
            lines.append(words("figure-change", change=change, period=before, previous=was))
        else:
            lines.append(words("figure-previous", period=before, previous=was))
    return "\n".join([*lines, _quote(figure.quote)])


def _change(figure: FigureNews, words: Words) -> str:
    """ "Tăng 12 (17,39%)"; empty where a difference says nothing."""
    if figure.previous_value is None or figure.measure not in _AMOUNTS | {Measure.SHARE}:
        return ""
    difference = figure.value - figure.previous_value
    if not difference:
        return words("change-none")
    size = name_amount(write_difference(abs(difference), figure.written), language=words.language)
    if figure.measure is Measure.SHARE:
        size = words("change-points", size=size)
    elif figure.previous_value:
        size += f" ({format_decimal(abs(difference) * Decimal(100) / figure.previous_value, places=2, language=words.language)}%)"
    return words("change-up" if difference > 0 else "change-down", size=Html(size))


def _quote(words: str) -> str:
    return f"<blockquote>{escape(shorten(' '.join(words.split()), MOST_QUOTE_CHARACTERS))}</blockquote>"
