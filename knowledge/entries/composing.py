"""What an entry says, as a reading: one sentence, its facts, and a further note if there is one."""

from dataclasses import replace
from datetime import date

from knowledge.facts import Citation, Figure, Measure, Reading, ReportFacts, Span, Statement, Task
from knowledge.fields import wording
from knowledge.fields.entry_fields import EntryFields, IncompleteEntry
from knowledge.fields.wording import Wording, tidy

_TITLE_LENGTH = 120  # as much as a list or a button's message shows of it


def compose_entry(fields: EntryFields, today: date) -> Reading:
    """The reading that saving the entry today would keep; raises IncompleteEntry."""
    _require(fields)
    worded, statement = _statement(fields)
    text, statements = worded.sentence, [statement]
    if fields.kind != "note" and tidy(fields.note):
        further = wording.word_note(fields).sentence
        start = len(text) + 1
        statements.append(Statement(Span(start, start + len(further)), "note"))
        text = f"{text}\n{further}"
    report = ReportFacts(
        title=_title(worded.sentence),
        organisation=tidy(fields.organisation) or None,
        province=tidy(fields.province) or None,
        period=fields.period,
        published_on=today,
        kind="entry",
    )
    return Reading(report, text, tuple(statements))


def _require(fields: EntryFields) -> None:
    needed = {
        "document": ("subject",) if not tidy(fields.number) else ("symbol",),
        "figure": ("indicator", "value") if fields.measure == Measure.SHARE else ("indicator", "value", "unit"),
        "task": ("task",),
        "note": ("note",),
    }[fields.kind]
    for name in needed:
        value = getattr(fields, name)
        if value is None or (isinstance(value, str) and not tidy(value)):
            raise IncompleteEntry(name)


def _statement(fields: EntryFields) -> tuple[Wording, Statement]:
    if fields.kind == "document":
        worded = wording.word_document(fields)
        return worded, replace(_whole(worded, "document"), citations=(_citation(fields, worded.place),))
    if fields.kind == "figure":
        worded = wording.word_figure(fields)
        return worded, replace(_whole(worded, "figure"), figures=(_figure(fields, worded.place),))
    if fields.kind == "task":
        worded = wording.word_task(fields)
        return worded, replace(_whole(worded, "task"), task=_task(fields, worded))
    worded = wording.word_note(fields)
    return worded, _whole(worded, "note")


def _whole(worded: Wording, kind: str) -> Statement:
    return Statement(Span(0, len(worded.sentence)), kind)


def _citation(fields: EntryFields, place: Span) -> Citation:
    is_numbered = bool(tidy(fields.number))
    return Citation(
        span=place,
        role=fields.role,
        type=wording.document_type(fields),
        number=tidy(fields.number) or None,
        symbol=tidy(fields.symbol) if is_numbered else None,
        written=wording.written_number(fields) if is_numbered else None,
        issued_on=fields.issued_on,
        year=fields.issued_on.year if fields.issued_on else None,
        issuer=tidy(fields.issuer) or None,
        subject=(tidy(fields.subject) if is_numbered else wording.document_name(fields)) or None,
        expected=fields.expected,
        responsible=tidy(fields.responsible) or None,
        due=fields.due,
        status=tidy(fields.status) or None,
    )


def _figure(fields: EntryFields, place: Span) -> Figure:
    if fields.value is None:
        raise IncompleteEntry("value")
    unit = "%" if fields.measure == Measure.SHARE else tidy(fields.unit)
    return Figure(
        span=place,
        measure=fields.measure,
        value=fields.value,
        written=wording.written_value(fields),
        unit=unit,
        label=tidy(fields.indicator),
        period=fields.period,
        organisation=tidy(fields.organisation) or None,
    )


def _task(fields: EntryFields, worded: Wording) -> Task:
    return Task(
        span=worded.place,
        text=worded.place.cut(worded.sentence),
        unit=tidy(fields.responsible) or None,
        due=fields.due,
        period=fields.period,
    )


def _title(sentence: str) -> str:
    """The sentence, cut between words where it is long."""
    if len(sentence) <= _TITLE_LENGTH:
        return sentence
    cut = sentence[:_TITLE_LENGTH]
    return f"{cut.rsplit(' ', 1)[0]}…"
