"""An entry in one line: "/them QĐ 345/QĐ-UBND ngày 12/3/2024 về …; hạn: 30/6/2024", "/them hồ sơ tiếp nhận quý I/2024: 1.641 hồ sơ"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.adding.labels import Labelled, part
from handlers.adding.steps import steps_of
from handlers.adding.unread import unread
from handlers.dialogues.draft import to_json
from handlers.dialogues.typed import MOST_CHARACTERS, read_quantity, read_symbol
from knowledge.facts import Citation, Period, Reading, Role
from knowledge.fields.wording import tidy
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods
from knowledge.importing.readers.errors import UnreadableFile
from knowledge.lazily import lazily

# What reads reports is loaded when a line is.
_read: Callable[[bytes], Reading] = lazily("knowledge.importing.typed", "read_typed")
# What is only named, without saying what became of it, is there: that is why it is added.
_ASSUMED = {Role.BASIS: Role.ISSUED, Role.LISTED: Role.ISSUED}
# "nhiệm vụ: …", "ghi chú: …" say what they are; documents and figures are told by what stands in them, too.
_NAMED = re.compile(r"(?P<kind>van ban|document|nhiem vu|task|ghi chu|note|so lieu|figure)\s*:\s*")
_KINDS = {"van ban": "document", "nhiem vu": "task", "ghi chu": "note", "so lieu": "figure"}
# What a figure counts stands before its value.
_BEFORE_VALUE = re.compile(r"\s*(?::|\bla\b|\bdat\b|=)\s*(?=[\d])")
# "QĐ 345/QĐ-UBND" and no more.
_SYMBOL_ALONE = re.compile(r"(?:[^\W\d]+ )*\d+/[^\W\d]\S+")
# "Quý IV/2019 tiếp nhận 6.100 hồ sơ", "tỷ lệ đúng hạn 96,5%": the line ends with a number and what it counts.
_COUNTED_LAST = re.compile(r"(?<=[a-z0-9])\s+(?=\d[\d.,]*(?:\s?%|\s[a-z][a-z ]{0,30})\.?$)")
_WHOSE = re.compile(r"\bcua\s+(?P<whose>.+)$")
# "QĐ 345/QĐ-UBND ngày 12/3/2024 của UBND tỉnh về phân công công tác", labels and all that stands behind them apart.
_ABOUT = re.compile(r"/\S+\s.*?\bv(?:ề|e)\s+(?:vi(?:ệ|e)c\s+)?(?P<subject>[^;]+)", re.IGNORECASE)
_DUE = re.compile(r",?\s*(?:hoan thanh\s+)?(?:truoc|trong|den|han)(?:\s+ngay)?\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """What was filled in by a line, each open step skipped; None where nothing in it tells what it is. `left` was not understood."""

    data: dict[str, Any] | None
    left: tuple[str, ...] = ()


def read_line(text: str, today: date) -> Line:
    """The entry that the line says."""
    line = tidy(text)
    if len(line) > MOST_CHARACTERS:
        return Line(None)
    named = _NAMED.match(fold(line))
    kind = _KINDS.get(named["kind"], named["kind"]) if named is not None else None
    if kind == "note":
        return Line(_note(line[named.end() :] if named else line))
    labelled = part(text)
    head = labelled.head[named.end() :] if named is not None else labelled.head
    data = _read_head(head, kind, today)
    return Line(None) if data is None else _with_labelled(data, head, labelled, today)


def _read_head(head: str, kind: str | None, today: date) -> dict[str, Any] | None:
    """What stands before the first label; of a named kind whatever it is."""
    if kind == "task":
        return _task(head, today)
    cited = None if kind == "figure" else _cited(head)
    if cited is not None:
        return _document(cited, head)
    figure = None if kind == "document" else _figure(head, today)
    if figure is not None:
        return figure
    if kind == "figure":
        return {"kind": "figure", **({"indicator": head} if head else {})}
    return _named_document(head, today) if kind == "document" or _SYMBOL_ALONE.fullmatch(head) else None


def _cited(head: str) -> Citation | None:
    try:
        reading = _read(head.encode())
    except UnreadableFile:  # nothing stands there, or what files of other formats begin with
        return None
    return next((citation for statement in reading.statements for citation in statement.citations), None)


def _with_labelled(data: dict[str, Any], head: str, labelled: Labelled, today: date) -> Line:
    """The entry with what stands under labels; of what stands before them or behind a semicolon, what is in no field is left."""
    values, left = labelled.read(data["kind"], today)
    told = " ".join(str(value) for value in data.values())
    behind = tuple(words for one in labelled.head.split(";")[1:] if (words := one.strip(" .")) and words not in told)
    before = unread(head.partition(";")[0], data) if data["kind"] == "document" else []
    return Line(_skipping({**data, **to_json(values)}), (*before, *behind, *left))


def _skipping(data: dict[str, Any]) -> dict[str, Any]:
    """The same with nothing in the steps that may stay open."""
    return {**{step.name: None for step in steps_of(data) if step.is_optional}, **data}


def _named_document(head: str, today: date) -> dict[str, Any]:
    """A document of which only the symbol or only the subject is said; the rest is asked."""
    symbol = read_symbol(head, today)
    if symbol is not None:
        return {"kind": "document", "role": Role.ISSUED.value, **symbol}
    return {"kind": "document", **({"subject": head} if head else {})}


def _document(citation: Citation, head: str) -> dict[str, Any]:
    """The document; what follows "về" is its subject also where no report would say it so."""
    about = _ABOUT.search(head)
    return _filled(
        kind="document",
        role=_ASSUMED.get(citation.role, citation.role).value,
        type=citation.type,
        number=citation.number,
        symbol=citation.symbol,
        issued_on=citation.issued_on,
        issuer=citation.issuer,
        subject=citation.subject or (about["subject"].strip(" .") if about is not None else None),
        expected=citation.expected,
    )


def _figure(line: str, today: date) -> dict[str, Any] | None:
    """ "Hồ sơ tiếp nhận của Sở Nội vụ quý I/2024: 1.641 hồ sơ"."""
    parted = _BEFORE_VALUE.search(fold(line))
    parting = parted or _COUNTED_LAST.search(fold(line))
    quantity = read_quantity(line[parting.end() :], today) if parting else None
    if parting is None or quantity is None:
        return None
    counted, period = _without_period(line[: parting.start()], today)
    if parted is None and period is None:
        return None  # "họp lúc 8 giờ"
    whose = _WHOSE.search(fold(counted))
    organisation = counted[whose.start("whose") :].strip(" ,") if whose else None
    indicator = (counted[: whose.start()] if whose else counted).strip(" ,")
    return _filled(kind="figure", indicator=indicator or None, period=period, organisation=organisation, **quantity)


def _task(line: str, today: date) -> dict[str, Any]:
    """ "Sở Nội vụ: rà soát vị trí việc làm trước ngày 30/6/2024"; who comes before a colon."""
    who, colon, what = line.partition(":")
    words = (what if colon else line).strip()
    found = next(find_dates(fold(words), default_year=today.year), None)
    if found is not None:
        before = words[: found.start]
        cut = _DUE.search(fold(before))
        words = (before[: cut.start()] if cut else before).strip(" ,.") + words[found.end :].rstrip(" .")
    return _filled(
        kind="task",
        task=words or None,
        responsible=who.strip() if colon else None,
        due=found.day if found else None,
    )


def _note(line: str) -> dict[str, Any]:
    return _filled(kind="note", note=line or None, organisation=None)


def _without_period(words: str, today: date) -> tuple[str, Period | None]:
    found = next(find_periods(fold(words)), None)
    if found is None:
        return words, None
    period = found.in_year(today.year) if found.is_open else found.resolve(today)
    rest = f"{words[: found.start].rstrip(' ,(')} {words[found.end :].lstrip(' ,)')}"
    return re.sub(r"\s+(?:trong|của|năm)\s*$", "", rest.strip(), flags=re.IGNORECASE), period


def _filled(**values: Any) -> dict[str, Any]:
    data: dict[str, Any] = to_json(values)
    needed = {step.name for step in steps_of(data) if not step.is_optional and data.get(step.name) is None}
    return {name: value for name, value in data.items() if name not in needed}
