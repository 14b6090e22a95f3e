"""Whether a figure tells only a part of what another one of its sentence tells."""

from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import FigureEntry, Library, all_words
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


def only_part_is_of(library: Library, entry: FigureEntry, asked: Terms) -> bool:
    """Whether one of its parts, and not it, is of a thing that is asked for: of "quá hạn 812 hồ sơ, chủ yếu là đất đai (655 hồ sơ)"."""
    telling = (
        {word for word in asked.words - GENERIC if word[0] == "#" or "_" in word} - entry.own_words - entry.head_words
    )
    if not telling or entry.statement.is_row:
        return False
    told = entry.statement.statement.figures
    parts = (
        i for i, f in enumerate(told) if f.part_of is not None and f.part_of < i and told[f.part_of] is entry.figure
    )
    return any(telling & library.figure(entry.statement, part).own.words for part in parts)


def says_more_for_nothing(part: FigureEntry, whole: FigureEntry, asked: Terms) -> bool:
    """Whether what a part says beyond its whole is nothing that was asked for."""
    wanted, own = all_words(asked), all_words(part.own)
    said = all_words(whole.own) | all_words(whole.head)
    is_alike = part.figure.measure is whole.figure.measure and part.figure.unit == whole.figure.unit
    return is_alike and own & wanted <= said


def _is_done_of(entry: FigureEntry, other: FigureEntry) -> bool:
    """ "Kiến nghị thu hồi 7.825 triệu đồng, đã thu hồi 6.480 triệu đồng": the second is what was done of the first."""
    unit = fold(other.figure.unit)
    before, label = fold(other.figure.label).removesuffix(unit).strip(), fold(entry.figure.label)
    return bool(before) and label.startswith(before) and bool(_DONE_OF.match(label[len(before) :]))


_DONE_OF = pattern_of(r"\W*(?:[a-z]+\s){0,2}da\s")
