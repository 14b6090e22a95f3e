"""One Vietnamese sentence for what an admin filled in, with the places of what it says."""

import unicodedata
from dataclasses import dataclass

from knowledge.facts import Measure, Role, Span
from knowledge.fields.entry_fields import EntryFields, IncompleteEntry
from knowledge.grammar.dates import format_date
from knowledge.grammar.document_types import type_of_symbol
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.numbers import format_decimal
from knowledge.grammar.year_parts import name_period

_STATES = {
    Role.ISSUED: "đã được ban hành",
    Role.PLANNED: "dự kiến được ban hành",
    Role.DRAFTED: "đang được dự thảo",
    Role.SUBMITTED: "đã được trình",
    Role.IMPLEMENTED: "đang được thực hiện",
    Role.AMENDED: "đã được sửa đổi, bổ sung",
    Role.REPLACED: "đã được thay thế",
    Role.ENDING: "sẽ được thay thế",
    Role.BASIS: "là căn cứ thực hiện",
    Role.LISTED: "có trong danh mục theo dõi",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence and the place in it of the document's name or the figure's value."""

    sentence: str
    place: Span


def tidy(words: str | None) -> str:
    """One line without control, format and surrogate characters, in NFC."""
    visible = (" " if c.isspace() else c for c in words or "")
    kept = "".join(c for c in visible if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return compose(" ".join(kept.split()))


def word_document(fields: EntryFields) -> Wording:
    """ "Quyết định số 192/QĐ-UBND ngày 25/01/2019 của UBND tỉnh về … đã được ban hành." """
    name = document_name(fields)
    state = _STATES[fields.role]
    if fields.expected:
        planned = "" if fields.role == Role.PLANNED else ", dự kiến ban hành"
        state += f"{planned} trong {name_period(fields.expected)}"
    return _sentence("", name, f" {state}{_tracked(fields)}")


def _tracked(fields: EntryFields) -> str:
    """ ", Sở Nội vụ chủ trì, hạn hoàn thành ngày 31/12/2019, trạng thái: đang thực hiện", as registers have it."""
    who = f", {tidy(fields.responsible)} chủ trì" if tidy(fields.responsible) else ""
    due = f", hạn hoàn thành ngày {format_date(fields.due)}" if fields.due else ""
    status = f", trạng thái: {tidy(fields.status).rstrip('.')}" if tidy(fields.status) else ""
    return f"{who}{due}{status}"


def word_figure(fields: EntryFields) -> Wording:
    """ "Số hồ sơ tiếp nhận của Trung tâm Hành chính công trong quý I/2019: 4.984 hồ sơ." """
    indicator = tidy(fields.indicator)
    where = f" của {tidy(fields.organisation)}" if fields.organisation else ""
    when = f" trong {name_period(fields.period)}" if fields.period else ""
    return _sentence(f"{indicator}{where}{when}: ", written_value(fields), "")


def word_task(fields: EntryFields) -> Wording:
    """ "Sở Nội vụ: rà soát vị trí việc làm, hoàn thành trước ngày 30/06/2019." """
    who = f"{tidy(fields.responsible)}: " if fields.responsible else ""
    due = f", hoàn thành trước ngày {format_date(fields.due)}" if fields.due else ""
    return _sentence(who, tidy(fields.task).rstrip("."), due)


def word_note(fields: EntryFields) -> Wording:
    """The note as a sentence."""
    return _sentence("", tidy(fields.note).rstrip("."), "")


def document_name(fields: EntryFields) -> str:
    """Type, number, date, issuer and subject, as decisions are cited (Nghị định 30/2020/NĐ-CP)."""
    subject = tidy(fields.subject)
    kind = document_type(fields)
    if not fields.number:
        return subject if fold(subject).startswith(fold(kind)) else f"{kind} {subject}"
    parts = [kind, "số", written_number(fields)]
    if fields.issued_on:
        parts += ["ngày", format_date(fields.issued_on)]
    if fields.issuer:
        parts += ["của", tidy(fields.issuer)]
    if subject:
        parts += [subject] if fold(subject).startswith("ve ") else ["về", subject]
    return " ".join(parts)


def document_type(fields: EntryFields) -> str:
    """The type as given, else what the symbol says."""
    by_symbol = type_of_symbol(tidy(fields.symbol)) if fields.symbol else None
    return tidy(fields.type) or by_symbol or "Văn bản"


def written_number(fields: EntryFields) -> str:
    """ "192/QĐ-UBND"; raises IncompleteEntry without a symbol."""
    if not tidy(fields.symbol):
        raise IncompleteEntry("symbol")
    return f"{tidy(fields.number)}/{tidy(fields.symbol)}"


def written_value(fields: EntryFields) -> str:
    """ "4.984 hồ sơ", "32,93%"; raises IncompleteEntry without a value."""
    if fields.value is None:
        raise IncompleteEntry("value")
    number = format_decimal(fields.value)
    return f"{number}%" if fields.measure == Measure.SHARE else f"{number} {tidy(fields.unit)}".strip()


def _sentence(before: str, named: str, after: str) -> Wording:
    words = before + named + after
    return Wording(f"{words[:1].upper()}{words[1:]}.", Span(len(before), len(before) + len(named)))
