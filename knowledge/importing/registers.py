"""Registers: tables whose rows are documents with their date, subject, unit, deadline and status."""

import re
from collections.abc import Mapping, Sequence

from knowledge.facts import Citation, Role
from knowledge.grammar.dates import find_dates
from knowledge.grammar.document_types import type_by_code, type_by_name, type_of_symbol, type_pattern
from knowledge.grammar.folding import fold
from knowledge.grammar.register_columns import by_column, column_of, place_of_symbols
from knowledge.importing.issuers import Home, issuer_of_symbol
from knowledge.importing.structure import Unit

_NUMBER = re.compile(
    rf"^\s*(?:(?:{type_pattern(folded=False)})\s)?(?:[Ss][ốô]\s?:?\s*)?(?P<number>\d{{1,5}}[a-e]?)\s*"
    r"(?:[/-]\s*(?P<year>(?:19|20)\d\d)\s*(?=/))?(?:/|-|\s)\s*(?P<symbol>\S.*)$",
    re.DOTALL,
)
# "192/QĐ-UBND ngày 25/02/2019" in one cell: the symbol ends before the date.
_DATED = re.compile(r"[\s,;(]+(?:ngày|Ngày|\d{1,2}[/-]\d{1,2}[/-]\d{4}).*$", re.DOTALL)


def is_register_row(text: str, unit: Unit) -> bool:
    """Whether the row stands under a column of document symbols."""
    return bool(unit.cells) and place_of_symbols(unit.columns, _written(text, unit)) is not None


def read_row(text: str, unit: Unit, home: Home) -> Citation | None:
    """The document that a register's row lists, or None where the row has no number."""
    places = by_column(unit.columns, _written(text, unit))
    cells = {key: unit.cells[at].cut(text).strip() for key, at in places.items()}
    cells |= _state_in_words(unit, _written(text, unit), places)
    written = cells.get("symbol", "")
    match = _NUMBER.match(written.replace("_", "-"))
    if not match and (alone := _alone(unit, cells, places)) is not None:
        return alone
    if not match:
        return _unnumbered(unit, cells, places) if not re.search(r"\w", written) else None
    symbol = _DATED.sub("", match["symbol"]).strip()
    days = [d.day for d in find_dates(fold(cells.get("date", "")))] or [d.day for d in find_dates(fold(written))]
    due = [d.day for d in find_dates(fold(cells.get("due", "")))]
    effective = [d.day for d in find_dates(fold(cells.get("effective", "")))]
    subject = " ".join(cells.get("subject", "").split()) or None
    own = type_of_symbol(symbol)
    named = type_by_name().get(fold(cells.get("type", ""))) or leading_type(subject)
    if named == "Báo cáo" and "-" in symbol and not cells.get("type"):
        named = None  # "1393/UBND-NC … Báo cáo rà soát …" is a letter that wants a report
    return Citation(
        span=unit.cells[places["symbol"]],
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
        effective_on=effective[0] if effective else None,
        status=_state(cells),
        responsible=cells.get("responsible") or None,
        note=cells.get("note") or None,
    )


# "QĐ số 12", "15": a number whose type its own cell or another says, and no letters behind it.
_NUMBER_ALONE = re.compile(r"^(?:(?P<type>[^\d\s]+(?: [^\d\s]+){0,2}?)\s)?(?:[Ss]ố\s?:?\s?)?(?P<number>\d{1,5}[a-e]?)$")
_MARK = re.compile(r"[xX✓✔☑]")


def _alone(unit: Unit, cells: dict[str, str], places: dict[str, int]) -> Citation | None:
    """The document of a row whose number stands without letters; None where nothing says of what type it is."""
    written = " ".join(cells.get("symbol", "").split())
    match = _NUMBER_ALONE.match(written)
    if match is None:
        return None
    subject = " ".join(cells.get("subject", "").split()) or None
    told = fold(match["type"] or cells.get("type", ""))
    named = type_by_name().get(told) or type_by_code().get(told) or leading_type(subject)
    if named is None:
        return None
    days = [d.day for d in find_dates(fold(cells.get("date", "")))]
    due = [d.day for d in find_dates(fold(cells.get("due", "")))]
    return Citation(
        span=unit.cells[places["symbol"]],
        role=Role.LISTED,
        type=named,
        number=match["number"].lstrip("0") or match["number"],
        written=match["number"],
        issued_on=days[0] if days else None,
        year=days[0].year if days else None,
        issuer=cells.get("issuer") or None,
        subject=subject,
        due=due[-1] if due else None,
        status=_state(cells),
        responsible=cells.get("responsible") or None,
        note=cells.get("note") or None,
    )


def _state_in_words(unit: Unit, written: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    """The state of a row that gives a share of it as well: "95%" under "Tiến độ" and "Quá hạn" under "Trạng thái" are "Quá hạn (95%)"."""
    told = [at for at, heading in enumerate(unit.columns[: len(written)]) if column_of(heading) == "status"]
    told = [at for at in told if at not in {places[key] for key in places if key != "status"}]
    shares = [written[at] for at in told if _SHARE.fullmatch(written[at])]
    words = [written[at] for at in told if re.match(r"[^\W\d]", written[at])]
    if len(words) != 1 or len(words[0]) > _LONGEST_STATE:
        return {}
    if len(shares) == 1:
        return {"status": f"{words[0]} ({shares[0]})"}
    return {} if written[places["status"]] else {"status": words[0]}


_SHARE = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\s?%|\d{1,4}/\d{1,4}")
_LONGEST_STATE = 40  # characters


def _state(cells: dict[str, str]) -> str | None:
    """What the row says of its state; a mark alone says nothing without the heading above it."""
    status = cells.get("status") or ""
    return None if _MARK.fullmatch(status) else status or None


def _unnumbered(unit: Unit, cells: dict[str, str], places: dict[str, int]) -> Citation | None:
    """A row for a document still to be issued: a type and subject, a unit or a state, and no number yet."""
    subject = re.sub(r"(?i)^dự thảo\s+", "", " ".join(cells.get("subject", "").split()))
    named = type_by_name().get(fold(cells.get("type", ""))) or leading_type(subject)
    if named is None or not (cells.get("status") or cells.get("due")):
        return None
    due = [d.day for d in find_dates(fold(cells.get("due", "")))]
    return Citation(
        span=unit.cells[places["subject"]] if "subject" in places else unit.span,
        role=Role.LISTED,
        type=named,
        issuer=cells.get("issuer") or None,
        subject=subject,
        due=due[-1] if due else None,
        status=cells.get("status") or None,
        responsible=cells.get("responsible") or None,
        note=cells.get("note") or None,
    )


def leading_type(subject: str | None) -> str | None:
    """The type of document that a row's subject begins with, as in "Đề án số hóa …"."""
    words = fold(subject or "")
    return next((name for key, name in type_by_name().items() if words.startswith(f"{key} ")), None)


def _written(text: str, unit: Unit) -> list[str]:
    return [cell.cut(text).strip() for cell in unit.cells]
