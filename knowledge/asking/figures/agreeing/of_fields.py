"""Whether a figure is what one field of work has, where all dossiers are asked for."""

import re

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed

# "Lĩnh vực đất đai có mức hài lòng thấp nhất, 71,3%": one field of many; "lĩnh vực nội vụ và đất đai" are those of a body.
# With their tones: "mảng" is a field and "qua mạng" is none.
_FIELD = re.compile(
    r"(?<!các )(?<!nhiều )(?<!mỗi )(?<!từng )(?<!theo )(?<!\d )\b(?:lĩnh vực|mảng) "
    r"(?!(?:này|khác|trên|giải quyết|quản lý|được|có|nào|do)\b)(?P<name>\w+(?: \w+)?)"
)
_NAMED_FIELD = pattern_of(
    lambda: (
        rf"(?P<body>(?<!ho )\b(?:{listed('counting', 'fields', 'bodies')}) )?\b(?P<name>{listed('counting', 'fields', 'names')})\b(?! (?:mang|dien tu|so|lam viec)\b)"
    )
)


def is_of_field(entry: FigureEntry, said: str, meant: frozenset[str]) -> bool:
    """Whether it is what one field of work has, and the question names neither that field nor any: "đất đai 412 hồ sơ quá hạn".

    `meant` are the words that a question follows up on as well.
    """
    name = _field(entry)
    if not name or "linh vuc" in said or all(word in said.split() for word in name):
        return False
    return "_".join(name) not in meant and not (name == _LAND and "#land" in meant)


_LAND = ("dat", "dai")


@once_each
def _field(entry: FigureEntry) -> tuple[str, ...]:
    """The first words of the field of work that its own words name, or of a share the clause that it is told with."""
    figure = entry.figure
    is_told_with = figure.measure in {Measure.SHARE, Measure.RATIO} and not entry.statement.is_row
    # "Việc số hóa sổ hộ tịch hoàn thành tháng 8; mức độ hài lòng đạt 93%": what was undertaken has no share.
    is_of_work = fold(figure.head).startswith("viec ")
    label = f"{figure.head} {figure.label}" if is_told_with and not is_of_work else figure.label
    if said := _FIELD.search(label.lower()):
        return tuple(fold(said["name"]).split())
    bodies = list(find_organisations(label))  # "Sở Tài nguyên và Môi trường" is no field
    fields = (m for m in _NAMED_FIELD.finditer(fold(label)) if not m["body"])
    told = next((m for m in fields if not any(b.start <= m.start("name") < b.end for b in bodies)), None)
    return tuple(told["name"].split()) if told else ()
