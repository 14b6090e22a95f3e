"""Comparing what was read with what a gold file says of it, field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.facts import Citation, Figure, Measure, Period, PeriodKind, Reading, ReportFacts, Task, Window
from knowledge.grammar.folding import fold


def report_fields(report: ReportFacts) -> dict[str, Any]:
    """What the report says of itself, as the gold writes it."""
    window = report.window
    return {
        "number": report.number,
        "kind": report.kind,
        "organisation": report.organisation,
        "period": period_name(report.period),
        "signed_on": report.signed_on and report.signed_on.isoformat(),
        "published_on": report.published_on and report.published_on.isoformat(),
        "signer": report.signer,
        "place": report.place,
        "window": window_days(window),
    }


def window_days(window: Window | None) -> list[str] | None:
    """The first and the last day of a window as the gold writes them."""
    return window and [window.first.isoformat(), window.last.isoformat()]


def agrees(wanted: Any, said: Any) -> bool:
    """Whether a field says what is wanted; of words, one may be within the other (`UBND tỉnh Thanh Lâm`)."""
    if isinstance(wanted, str) and isinstance(said, str):
        return fold(wanted) in fold(said)
    return wanted == said


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A document with all that a report's mentions say of it."""

    written: str | None
    citations: tuple[Citation, ...]


def documents(reading: Reading) -> list[Mentioned]:
    """The documents that a report mentions, each once, without the report itself."""
    groups: dict[str, list[Citation]] = {}
    own = fold(reading.report.number or "")
    for citation in (citation for statement in reading.statements for citation in statement.citations):
        name = fold(citation.written or f"{citation.type} {citation.subject or ''}")
        if name == own:
            continue
        # What has no number yet is often called by the first words of its name: "Quy chế xin lỗi".
        known = next((n for n in groups if not citation.written and is_short_of(name, n)), name)
        groups.setdefault(known, []).append(citation)
    return [Mentioned(group[0].written, tuple(group)) for group in groups.values()]


def is_short_of(one: str, other: str) -> bool:
    """Whether one of two folded names is the beginning of the other, of at least three words."""
    shorter, longer = sorted((one, other), key=len)
    return f"{longer} ".startswith(f"{shorter} ") and len(shorter.split()) >= 3


def is_same_document(entry: dict, read: Mentioned) -> bool:
    """Whether both are one document: by number, or where there is none, by type and subject."""
    if "number" in entry or read.written:
        return fold(entry.get("number", "")) == fold(read.written or "")
    words = " ".join(f"{citation.type} {citation.subject}" for citation in read.citations)
    return all(fold(word) in fold(words) for word in (*entry.get("subject", ()), entry["type"]))


def document_faults(entry: dict, read: Mentioned) -> list[str]:
    """Which fields of the gold the mentions do not bear out."""
    if not is_same_document(entry, read):
        return ["another document"]
    return [name for name, is_right in document_checks(entry, read.citations) if not is_right]


def document_checks(entry: dict, citations: Sequence[Citation]) -> Iterator[tuple[str, bool]]:
    """The name of each field that the gold gives and whether any mention says just that."""
    dates = {citation.issued_on.isoformat() for citation in citations if citation.issued_on}
    if "date" in entry:
        yield "date", dates == {entry["date"]}
    if "due" in entry:
        yield "due", any(citation.due and citation.due.isoformat() == entry["due"] for citation in citations)
    if "expected" in entry:
        yield "expected", any(period_name(citation.expected) == entry["expected"] for citation in citations)
    if "roles" in entry:
        yield "role", any(citation.role in entry["roles"] for citation in citations)
    for name in ("type", "issuer", "status", "responsible"):
        if name in entry:
            yield name, any(agrees(entry[name], getattr(citation, name)) for citation in citations)
    subjects = [fold(citation.subject or "") for citation in citations]
    if "number" in entry:
        yield "subject", all(fold(word) in " ".join(subjects) for word in entry.get("subject", ()))
    if "ends" in entry:
        yield "end of the subject", any(subject.endswith(fold(entry["ends"])) for subject in subjects)


def has_same_value(entry: dict, figure: Figure) -> bool:
    """Whether the figure has the entry's value; in an optional entry its words count as well."""
    is_same = str(figure.value) == entry["value"] or float(figure.value) == float(entry["value"])
    return is_same and (not entry.get("optional") or has_label(entry, figure))


def has_label(entry: dict, figure: Figure) -> bool:
    """Whether the words that say what the figure counts hold the entry's."""
    label = fold(f"{figure.place} {figure.head} {figure.label} {figure.written}")
    return all(fold(word) in label for word in entry.get("words", ()))


def figure_faults(entry: dict, figure: Figure) -> list[str]:
    """Which fields of the gold the figure does not bear out."""
    where = f"{figure.organisation} {figure.place} {figure.head} {figure.label}"
    checks = {
        "value": has_same_value(entry, figure),
        "words": has_label(entry, figure),
        "unit": "unit" not in entry or is_same_unit(entry["unit"], figure),
        "period": "period" not in entry or period_name(figure.period) == entry["period"],
        "window": "window" not in entry or window_days(figure.window) == entry["window"],
        "organisation": agrees(entry.get("organisation", ""), where),
        "whole": "whole" not in entry or str(figure.whole) == entry["whole"],
        "since": "compared_to" not in entry or period_name(figure.compared_to) == entry["compared_to"],
        "measure": "measure" not in entry or figure.measure == entry["measure"],
    }
    return [name for name, is_right in checks.items() if not is_right]


def is_same_unit(unit: str, figure: Figure) -> bool:
    """Whether the figure counts in this unit, of which it may name more (`phòng, đơn vị`)."""
    if unit == "%":
        return figure.unit == "%" or figure.measure is Measure.SHARE
    return fold(figure.unit).startswith(fold(unit)) or fold(unit).startswith(fold(figure.unit or "?"))


def has_words(entry: dict, task: Task) -> bool:
    """Whether the task says the entry's words."""
    return all(fold(word) in fold(task.text) for word in entry["words"])


def task_faults(entry: dict, task: Task) -> list[str]:
    """Which fields of the gold the task does not bear out."""
    checks = {
        "words": has_words(entry, task),
        "due": "due" not in entry or (task.due is not None and task.due.isoformat() == entry["due"]),
        "period": "period" not in entry or period_name(task.period) == entry["period"],
        "unit": "unit" not in entry or agrees(entry["unit"], task.unit),
    }
    return [name for name, is_right in checks.items() if not is_right]


def period_name(period: Period | None) -> str | None:
    """A period as the gold writes it: 2019-Q1, 2019-H1, 2019-9M, 2019, 2019-07."""
    if period is None:
        return None
    year, month = period.first.year, period.first.month
    return {
        PeriodKind.MONTH: f"{year}-{month:02}",
        PeriodKind.QUARTER: f"{year}-Q{(month + 2) // 3}",
        PeriodKind.HALF: f"{year}-H{1 if month < 7 else 2}",
        PeriodKind.NINE_MONTHS: f"{year}-9M",
        PeriodKind.YEAR: f"{year}",
        PeriodKind.RANGE: f"{period.first}..{period.last}",
    }[period.kind]
