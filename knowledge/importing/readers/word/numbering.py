"""The numbers that Word computes for lists: "1.", "a)", "2.1.", "-"."""

from dataclasses import dataclass, field

from knowledge.importing.readers.packages import Element, value
from knowledge.importing.readers.word.styles import as_int

_LEVELS = 9  # of a Word list
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `text` has %1 for the first level's number."""

    format: str = "decimal"
    text: str = "%1."
    start: int = 1
    restarts: bool = True


@dataclass(frozen=True, slots=True)
class Scheme:
    """A list: its levels, the counters it shares, and where this use of it starts anew."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


@dataclass
class Numbering:
    """Gives each list paragraph its number, in the order of the document."""

    schemes: dict[str, Scheme]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def number(self, name: str | None, level: int) -> str:
        """The number or bullet of the next paragraph of a list, "" where it has none."""
        scheme = self.schemes.get(name or "0")
        if scheme is None or name == "0" or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(scheme.abstract, [None] * _LEVELS)
        here = scheme.levels.get(level, Level())
        if level in scheme.restarts and (name or "", level) not in self._begun:
            self._begun.add((name or "", level))
            counts[level] = scheme.restarts[level]
        else:
            before = counts[level]
            counts[level] = here.start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            if scheme.levels.get(deeper, Level()).restarts:
                counts[deeper] = None
        return _written(scheme, level, counts)


def read_numbering(root: Element | None) -> Numbering:
    """The lists of a document."""
    if root is None:
        return Numbering({})
    abstract = {e.get("abstractNumId") or "": _levels(e) for e in root.findall("abstractNum")}
    schemes = {}
    for num in root.findall("num"):
        name = value(num, "abstractNumId") or ""
        levels = dict(abstract.get(name, {}))
        restarts = {}
        for override in num.findall("lvlOverride"):
            levels |= _levels(override)
            if (start := value(override, "startOverride")) is not None:
                restarts[as_int(override.get("ilvl"))] = as_int(start, 1)
        schemes[num.get("numId") or ""] = Scheme(name, levels, restarts)
    return Numbering(schemes)


def _levels(parent: Element) -> dict[int, Level]:
    return {
        as_int(e.get("ilvl")): Level(
            value(e, "numFmt") or "decimal",
            value(e, "lvlText") or "",
            as_int(value(e, "start"), 1),
            value(e, "lvlRestart") != "0",
        )
        for e in parent.findall("lvl")
    }


def _written(scheme: Scheme, level: int, counts: list[int | None]) -> str:
    here = scheme.levels.get(level, Level())
    if here.format == "bullet":
        return here.text if here.text in {"-", "+", "*", "–"} else "-"
    if here.format == "none":
        return here.text if "%" not in here.text else ""
    written = here.text
    for index in range(_LEVELS):
        if f"%{index + 1}" in written:
            shown = scheme.levels.get(index, Level())
            count = counts[index]
            written = written.replace(f"%{index + 1}", count_as(shown.format, shown.start if count is None else count))
    return written


def count_as(format: str, count: int) -> str:
    """A count in a numbering format of Word: decimal, upperRoman, lowerLetter and the like."""
    if format in {"upperLetter", "lowerLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 100 + 1)
        return letters.upper() if format == "upperLetter" else letters
    if format in {"upperRoman", "lowerRoman"} and 0 < count < 4000:
        roman = _roman(count)
        return roman.upper() if format == "upperRoman" else roman
    return f"{count:02d}" if format == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, letters in (*_ROMAN, *_ROMAN_ONES):
        written += letters * (count // worth)
        count %= worth
    return written
