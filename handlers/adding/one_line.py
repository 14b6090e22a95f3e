"""An entry in one line: "/them QĐ 345/QĐ-UBND ngày 12/3/2024 về …"."""

from typing import Any

from handlers.adding.draft import to_json
from handlers.adding.steps import steps_of
from knowledge.facts import Citation, Role
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.reading import read_data
from knowledge.importing.reading import read_report

# What is only named, without saying what became of it, is there: that is why it is added.
_ASSUMED = {Role.BASIS: Role.ISSUED, Role.LISTED: Role.ISSUED}


def read_line(text: str) -> dict[str, Any] | None:
    """What was filled in by this line, each open step skipped; None unless it names a document."""
    reading = read_report(read_data(text.encode(), "entry.txt", DEFAULT))
    citations = [citation for statement in reading.statements for citation in statement.citations]
    return _filled(citations[0]) if citations else None


def _filled(citation: Citation) -> dict[str, Any]:
    data: dict[str, Any] = to_json(
        {
            "kind": "document",
            "role": _ASSUMED.get(citation.role, citation.role).value,
            "type": citation.type,
            "number": citation.number,
            "symbol": citation.symbol,
            "issued_on": citation.issued_on,
            "issuer": citation.issuer,
            "subject": citation.subject,
            "expected": citation.expected,
        }
    )
    needed = {step.name for step in steps_of(data) if not step.is_optional and data.get(step.name) is None}
    return {name: value for name, value in data.items() if name not in needed}
