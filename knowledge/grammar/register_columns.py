"""What the columns of a register hold: told by their headings and, where these say too little, by their cells."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from knowledge.grammar.document_types import type_pattern
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary

# A heading that names documents in other words ("Văn bản giao việc"): it is the numbers' only if its cells are numbers.
_OF_DOCUMENTS = re.compile(r"\bvan ban\b|\bcong van\b|\bquyet dinh\b|\bke hoach\b|\bchi dao\b|\bcan cu\b|\bso\b")
_SYMBOL_CELL = re.compile(
    rf"(?:(?:{type_pattern()})\s)?(?:so\s?:?\s?)?\d{{1,5}}[a-e]?\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?[a-z][a-z0-9&.]*(?:\s?[-/_]\s?[a-z0-9&.]+)*"
    r"(?:[\s,;(]+(?:ngay\s)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)?)?"
    rf"|(?:{type_pattern()}|qd|kh|cv|tb|nq|bc|ttr|ct|hd)\sso\s?:?\s?\d{{1,5}}"
)


# The headings of all registers: each stands above every row of its table.
@lru_cache(maxsize=10_000)
def column_of(heading: str) -> str | None:
    """What a column of that heading holds; None where the heading says nothing known."""
    folded = fold(heading)
    return next((sort for sort, (pattern, but) in _headings() if pattern.search(but.sub("|", folded))), None)


@cache
def _headings() -> tuple[tuple[str, tuple[re.Pattern[str], re.Pattern[str]]], ...]:
    """How each sort is headed, and what is passed over of a heading before."""
    return tuple((sort, _heading(words)) for sort, words in load_vocabulary("register_columns").items())


def _heading(words: Mapping[str, Sequence[str]]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    said = {name: f"(?:{any_of(phrases)})" for name, phrases in words.items()}
    doing = f"{said['who']} (?:\\w+ )?{said['does']}" if "who" in said else ""
    ways = (("words", r"\b{}\b"), ("whole", "^{}$"), ("begins", r"^{}"), ("ends", r"\b{}$"))
    written = [way.format(said[name]) for name, way in ways if name in said]
    return re.compile("|".join([*written, *([doing] if doing else [])])), re.compile(
        rf"\b{said['but']}\b" if "but" in said else _NOTHING
    )


_NOTHING = r"(?!)"


def place_of_symbols(columns: Sequence[str], cells: Sequence[str]) -> int | None:
    """The column of document numbers; by its cell where the heading alone does not tell it."""
    named = next((i for i, heading in enumerate(columns) if column_of(heading) == "symbol"), None)
    if named is not None and _COUNTS.fullmatch(fold(columns[named])) and not _tells_of_any(columns):
        return None  # "Đơn vị | Số văn bản | Xong | Quá hạn" counts them
    if named is not None or not (is_work_list(columns) or _tells_of_documents(columns)):
        return named
    return next(
        (
            i
            for i, (heading, cell) in enumerate(zip(columns, cells, strict=False))
            if _OF_DOCUMENTS.search(fold(heading)) and _SYMBOL_CELL.fullmatch(fold(cell))
        ),
        None,
    )


def is_work_list(columns: Sequence[str]) -> bool:
    """Whether a table says who is to do what, by when or how far it is."""
    held = {column_of(heading) for heading in columns}
    return len(held & {"responsible", "due", "status"}) >= 2 and "subject" in held | {
        "subject" if _OF_DOCUMENTS.search(fold(h)) else None for h in columns
    }


_COUNTS = re.compile(r"so (?:luong )?(?:van ban|vb|cong van|quyet dinh)")


def _tells_of_any(columns: Sequence[str]) -> bool:
    """Whether a table says when its documents were issued, what they are about or what type they are of."""
    return bool({"date", "subject", "type", "issuer", "due"} & {column_of(heading) for heading in columns})


def _tells_of_documents(columns: Sequence[str]) -> bool:
    """Whether a table says of what day its rows are and what they are about: "Văn bản | Ngày | Về việc"."""
    return {"date", "subject"} <= {column_of(heading) for heading in columns}


def by_column(columns: Sequence[str], cells: Sequence[str]) -> dict[str, int]:
    """The number of the first column of each sort that the row has."""
    found: dict[str, int] = {}
    symbols = place_of_symbols(columns, cells)
    if symbols is not None:
        found["symbol"] = symbols
    for index, heading in enumerate(columns[: len(cells)]):
        key = column_of(heading)
        if key and key not in found and index != symbols:
            found[key] = index
    if "responsible" not in found and (who := _of_bodies(columns, cells, set(found.values()))) is not None:
        found["responsible"] = who
    return found


def _of_bodies(columns: Sequence[str], cells: Sequence[str], taken: set[int]) -> int | None:
    """The column without a known heading whose cell is nothing but a body's name."""
    for index, cell in enumerate(cells[: len(columns)]):
        named = next(find_organisations(cell), None)
        if index not in taken and named and named.start == 0 and named.end == len(cell.strip()):
            return index
    return None
