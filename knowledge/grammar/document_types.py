"""Document types by their names and by the letters of a symbol."""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.grammar.folding import fold
from knowledge.vocabulary.loading import load_data

# What a row of work is where its words name no document that is to come of it.
WORK = "Nhiệm vụ"


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document: `name` as written in a text, the codes that symbols carry, English names."""

    name: str
    codes: tuple[str, ...]
    english: tuple[str, ...] = ()
    carries: bool = False  # another document, so that it is never the issue of a plan itself


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All types, those with longer names first."""
    rows = load_data("document_types")["type"]
    types = [
        DocumentType(r["name"], tuple(r["codes"]), tuple(r.get("english", ())), r.get("carries", False)) for r in rows
    ]
    return tuple(sorted(types, key=lambda t: -len(t.name)))


@cache
def carrying_types() -> frozenset[str]:
    """The names of the types that only carry, ask for or tell of another document: "Tờ trình", "Công văn"."""
    return frozenset(t.name for t in document_types() if t.carries)


@cache
def type_by_code() -> dict[str, str]:
    """Folded code to the type's name: `qd` to `Quyết định`."""
    return {fold(code): t.name for t in document_types() for code in t.codes}


@cache
def type_by_name() -> dict[str, str]:
    """Folded Vietnamese or English name to the type's name."""
    return {fold(name): t.name for t in document_types() for name in (t.name, *t.english)}


def type_of_symbol(symbol: str) -> str:
    """The type that a symbol's letters say; `UBND-KSTT`, which names no type, is a công văn."""
    parts = fold(symbol).replace("_", "-").replace("/", "-").split("-")
    return next((type_by_code()[p] for p in parts if p in type_by_code()), "Công văn")


@cache
def type_pattern(*, folded: bool = True) -> str:
    """The types' names, longest first, for a regular expression over folded text or over text as written."""
    names = (fold(t.name) if folded else t.name for t in document_types())
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)


@cache
def _written_types() -> frozenset[str]:
    return frozenset(t.name.lower() for t in document_types())


def is_type(written: str) -> bool:
    """Whether words with their tones name a type: "phương án" does, "Phường An" of a ward's name does not."""
    return " ".join(written.lower().split()) in _written_types()
