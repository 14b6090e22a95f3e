"""Registers: tables whose rows are documents with their date, subject, unit, deadline and status."""

import re

from knowledge.facts import Citation, Role, Span
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.importing.issuers import Home, issuer_of_symbol
from knowledge.importing.structure import Unit
from knowledge.vocabulary.document_types import type_by_name, type_of_symbol

# Columns by their Vietnamese headers, in any order.
_COLUMNS = {
    "symbol": r"so hieu|so ky hieu|so/ky hieu|so, ky hieu|so/kh\b|so kh\b|so va ky hieu|so van ban|so vb|so, ngay|so cong van|so quyet dinh",
    "date": r"ngay ban hanh|ngay van ban|ngay vb|ngay ky|ngay thang|ngay phat hanh|^ngay$",
    "subject": r"trich yeu|noi dung|ve viec|v/v|ten van ban",
    "responsible": r"chu tri|thuc hien$|don vi thuc hien|co quan thuc hien|phu trach|duoc giao|giao cho|tham muu|soan thao",
    "issuer": r"co quan ban hanh|noi ban hanh|don vi ban hanh",
    "due": r"thoi gian hoan thanh|ngay hoan thanh|han |thoi han|thoi gian hoan thanh|han$",
    "status": r"trang thai|tinh trang|ket qua|tinh hinh|hieu luc|tien do",
    "note": r"ghi chu",
    "type": r"loai van ban|the loai|^loai$",
}
_NUMBER = re.compile(
    r"^\s*(?:[Ss][ốô]\s?:?\s*)?(?P<number>\d{1,5}[a-e]?)\s*"
    r"(?:[/-]\s*(?P<year>(?:19|20)\d\d)\s*(?=/))?(?:/|-|\s)\s*(?P<symbol>\S.*)$",
    re.DOTALL,
)
# "192/QĐ-UBND ngày 25/02/2019" in one cell: the symbol ends before the date.
_DATED = re.compile(r"[\s,;(]+(?:ngày|Ngày|\d{1,2}[/-]\d{1,2}[/-]\d{4}).*$", re.DOTALL)


def is_register_row(unit: Unit) -> bool:
    """Whether the row stands under a column of document symbols."""
    return bool(unit.cells) and any(re.search(_COLUMNS["symbol"], fold(c)) for c in unit.columns)


def read_row(text: str, unit: Unit, home: Home) -> Citation | None:
    """The document that a register's row lists, or None where the row has no number."""
    cells = _by_column(text, unit)
    written = cells.get("symbol", "")
    match = _NUMBER.match(written.replace("_", "-"))
    if not match:
        return _unnumbered(unit, cells) if not re.search(r"\w", written) else None
    symbol = _DATED.sub("", match["symbol"]).strip()
    days = [d.day for d in find_dates(fold(cells.get("date", "")))] or [d.day for d in find_dates(fold(written))]
    due = [d.day for d in find_dates(fold(cells.get("due", "")))]
    subject = " ".join(cells.get("subject", "").split()) or None
    named = type_by_name().get(fold(cells.get("type", ""))) or _leading_type(subject)
    own = type_of_symbol(symbol)
    return Citation(
        span=_cell_span(unit, "symbol") or unit.span,
        role=Role.LISTED,
        type=named if named and own == "Công văn" and named != own else own,
        number=match["number"].lstrip("0") or match["number"],
        symbol=symbol,
        written=written.strip(),
        issued_on=days[0] if days else None,
        year=int(match["year"]) if match["year"] else days[0].year if days else None,
        issuer=cells.get("issuer") or issuer_of_symbol(symbol, home),
        subject=subject,
        due=due[-1] if due else None,
        status=cells.get("status") or None,
        responsible=cells.get("responsible") or None,
        note=cells.get("note") or None,
    )


def _unnumbered(unit: Unit, cells: dict[str, str]) -> Citation | None:
    """A row for a document still to be issued: a type and subject, a unit or a state, and no number yet."""
    subject = re.sub(r"(?i)^dự thảo\s+", "", " ".join(cells.get("subject", "").split()))
    named = type_by_name().get(fold(cells.get("type", ""))) or _leading_type(subject)
    if named is None or not (cells.get("status") or cells.get("due")):
        return None
    due = [d.day for d in find_dates(fold(cells.get("due", "")))]
    return Citation(
        span=_cell_span(unit, "subject") or unit.span,
        role=Role.LISTED,
        type=named,
        issuer=cells.get("issuer") or None,
        subject=subject,
        due=due[-1] if due else None,
        status=cells.get("status") or None,
        responsible=cells.get("responsible") or None,
        note=cells.get("note") or None,
    )


def _leading_type(subject: str | None) -> str | None:
    words = fold(subject or "")
    return next((name for key, name in type_by_name().items() if words.startswith(f"{key} ")), None)


def _column_at(heading: str) -> str | None:
    return next((key for key, pattern in _COLUMNS.items() if re.search(pattern, fold(heading))), None)


def _by_column(text: str, unit: Unit) -> dict[str, str]:
    found: dict[str, str] = {}
    for heading, cell in zip(unit.columns, unit.cells, strict=False):
        key = _column_at(heading)
        if key and key not in found:
            found[key] = cell.cut(text).strip()
    return found


def _cell_span(unit: Unit, key: str) -> Span | None:
    return next((c for h, c in zip(unit.columns, unit.cells, strict=False) if _column_at(h) == key), None)
