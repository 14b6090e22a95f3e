"""Whether a figure tells only a part of what another one of its sentence tells."""

from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import FigureEntry, all_words
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of


def is_narrower(entry: FigureEntry, other: FigureEntry, asked: Terms) -> bool:
    """Whether a figure tells only a part of what another figure of its sentence tells, in words that nobody asked for."""
    if entry is other or entry.statement is not other.statement or entry.figure.measure is not other.figure.measure:
        return False
    # "Bao nhiêu người nghỉ việc": of officials and "chi trả cho 1.019 người" both are people.
    own, whole, wanted = all_words(entry.own), all_words(other.own), all_words(asked) - {"nguoi"}
    follows = entry.figure.span.start > other.figure.span.start
    if follows and _is_done_of(entry, other):
        return True
    return follows and own & wanted <= whole & wanted and bool(entry.own.words - whole - wanted - GENERIC)


def _is_done_of(entry: FigureEntry, other: FigureEntry) -> bool:
    """ "Kiến nghị thu hồi 7.825 triệu đồng, đã thu hồi 6.480 triệu đồng": the second is what was done of the first."""
    unit = fold(other.figure.unit)
    before, label = fold(other.figure.label).removesuffix(unit).strip(), fold(entry.figure.label)
    return bool(before) and label.startswith(before) and bool(_DONE_OF.match(label[len(before) :]))


_DONE_OF = pattern_of(r"\W*(?:[a-z]+\s){0,2}da\s")
