"""What a figure counts that is told like the one before it: of the next step, place or group, or by a name before its brackets.

Each of the four has a form of its own: "…, cấp tỉnh tỷ lệ này là 62%", "mức độ 4: 455", "ngoại trú 12%", "huyện B (2,87%)".
"""

import re

from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.importing.quantities import Quantity, is_rank_before, left_words, right_words
from knowledge.importing.unit_words import unit_of

Told = list[tuple[str, str]]  # what the quantities before count and the clause that they are parts of, not yet tidied


_FEWEST_WORDS, _MOST_WORDS = 2, 3


def _last_words_alike(label: str, left: str) -> str | None:
    """What stands before "nội trú" where "ngoại trú" follows it: so many words, of which the last or the first is the same."""
    words, other = label.split(), left.strip(" ,;").split()
    count = len(other)
    if not _FEWEST_WORDS <= count <= _MOST_WORDS or len(words) <= count:
        return None
    is_alike = fold(words[-1]) == fold(other[-1]) or fold(words[-count]) == fold(other[0])
    return " ".join(words[:-count]) if is_alike and words[-count:] != other else None


# "… chiếm 39,00%; riêng cấp tỉnh tỷ lệ này là 62,00%": the same share of another.
_SAME_SHARE = re.compile(r"\bty le (?:nay|do|tren|tuong ung)\b")
_STEP = re.compile(r"\bmuc do \d\b")
_OPENS_WITH_STEP = re.compile(rf"(?:va |con |[:,;]\s?)*{_STEP.pattern}")
# ") , huyện B (": nothing but the next name between two values in brackets.
_NEXT_NAME = re.compile(r"\)\s?(?:,|;)?\s?(?:va\s)?(?P<name>[^\d(),;:.]{2,60}?)\s?\((?:dat |voi )?$")
_NAMES_BEGIN = re.compile(r":\s|\b(?:la|gom|nhu)\s")


def label_beside(words: str, folded: str, found: list[Quantity], index: int, told: Told) -> tuple[str, str] | None:
    """What a quantity counts that is told like the one before it of another step or place; None of any other."""
    one, before = found[index], found[index - 1]
    if one.measure is Measure.RANK and is_rank_before(found[:index], one):
        return told[index - 2]
    left = left_words(words, one)
    if (rated := _rated_before(folded, found, index)) is not None:
        label, head = told[rated]
        return f"{left} {label} {unit_of(words, one)}", head
    shares = [i for i in range(index) if found[i].measure is Measure.SHARE]
    if one.measure is Measure.SHARE and shares and _SAME_SHARE.search(fold(left)):
        return f"{left} %", " ".join(told[shares[-1]])
    if _OPENS_WITH_STEP.match(fold(left)) and one.share_of is None:
        # "Dịch vụ công trực tuyến mức độ 3: 371; mức độ 4: 455": what has these levels stands before the first.
        label, head = told[index - 1]
        if step := _STEP.search(fold(label)):
            return f"{label[: step.start()]}{left} {unit_of(words, one)} {right_words(words, one)}", head
    if (at_next_step := _at_next_step(words, found, index, told)) is not None:
        return at_next_step
    if one.measure is before.measure is Measure.SHARE and re.fullmatch(
        r"[^()]*", folded[before.end : one.number.start]
    ):
        label, head = told[index - 1]
        if (topic := _last_words_alike(label, left)) is not None:
            return f"{topic} {left.strip(' ,;')}", head
    named = _NEXT_NAME.fullmatch(folded, before.end, one.number.start)
    is_alike = before.measure is one.measure and one.unit == before.unit
    if named is None or not is_alike or _NAMES_BEGIN.search(named["name"]):
        return _behind_name(words, folded, found, index, told)
    # "Cao nhất là huyện A (3,12%), huyện B (2,87%)": the second is told of the same thing as the first.
    label, head = told[index - 1]
    opening = list(_NAMES_BEGIN.finditer(fold(label)))
    name = words[named.start("name") : named.end("name")]
    if not opening:
        return _behind_name(words, folded, found, index, told)
    return f"{label[: opening[-1].end()]}{name} {unit_of(words, one)}", head


def _at_next_step(words: str, found: list[Quantity], index: int, told: Told) -> tuple[str, str] | None:
    """ "214 thủ tục cung cấp trực tuyến mức độ 3 và 67 thủ tục mức độ 4": the second is provided online as well."""
    one, before = found[index], found[index - 1]
    right, (label, head) = right_words(words, one), told[index - 1]
    step = _STEP.search(fold(label))
    is_next = one.unit == before.unit and one.measure is before.measure and not _NAMED.search(left_words(words, one))
    if step is None or not is_next or not _STEP.match(fold(right)):
        return None
    return f"{label[: step.start()]}{right}", head


_NAMED = re.compile(r"[^\W\d_]{3,}")
_PLACED = frozenset({Measure.RANK, Measure.CHANGE})
_RATED = frozenset({Measure.SCORE, Measure.RANK})


def _rated_before(folded: str, found: list[Quantity], index: int) -> int | None:
    """ "Cải cách thể chế đạt 8,12 điểm (xếp thứ 20, giảm 2 bậc)": which points have this place in the brackets right behind them."""
    one, opened = found[index], folded.rfind("(", 0, found[index].number.start)
    if one.measure not in _PLACED or one.compared or opened <= folded.rfind(")", 0, one.number.start):
        return None
    rated = next((i for i in range(index - 1, -1, -1) if found[i].end <= opened), None)
    is_behind = rated is not None and found[rated].measure in _RATED and not folded[found[rated].end : opened].strip()
    return rated if is_behind else None


_OPENED = re.compile(r"\s?\(\s?$")
_CUT = re.compile(r"[,;:)]\s")


def _opened(folded: str, one: Quantity) -> re.Match[str] | None:
    """The bracket that opens right before a quantity, or None."""
    return _OPENED.search(folded, max(0, one.number.start - 3), one.number.start)


def _behind_name(words: str, folded: str, found: list[Quantity], index: int, told: Told) -> tuple[str, str] | None:
    """ "Mức độ hài lòng đạt 88,7%, thấp nhất là đất đai (80,1%)": a value in brackets is of the name before them."""
    one, opened = found[index], _opened(folded, found[index])
    is_most = _tells_most(folded, found, index)
    tied = one.share_of is not None or (one.part_of is not None and not is_most) or one.compared
    if tied or opened is None or left_words(folded, one):
        return None
    of_share = found[index - 1].measure is Measure.SHARE and one.measure is Measure.RATIO
    if of_share and re.fullmatch(r"(?: ke hoach)?", folded[found[index - 1].end : opened.start()]):
        return told[index - 1]  # "đạt 52,3% kế hoạch (2.510/4.800)"
    if one.measure not in _MAY_STAND_ALONE or (one.unit and one.measure is not Measure.SCORE and not is_most):
        return None
    behind = found[index - 1].end
    cuts = [m.end() for m in _CUT.finditer(folded, behind, opened.start())]
    name = words[max([behind, *cuts]) : opened.start()].strip(" )")
    if is_most:
        return f"{name.removeprefix('và ')} {unit_of(words, one)}", _of_whole(found, index, told)
    outside = [i for i in range(index) if not _opened(folded, found[i])]
    same = [i for i in outside if found[i].measure is one.measure] or outside[:1]
    if not name or not same:
        return None
    return name, " ".join(told[same[-1]])


def _tells_most(folded: str, found: list[Quantity], index: int) -> bool:
    """ "Thiếu 143 công chức, nhiều nhất là địa chính (58 người), kế toán (41 người)": alone in brackets, each a part of the first."""
    one = found[index]
    return one.part_of is not None and _CLOSES.match(folded, one.end) is not None


_CLOSES = re.compile(r"\s?(?:[,;] ?(?:chiem |bang )?[\d,.]+ ?%)?\)")


def _of_whole(found: list[Quantity], index: int, told: Told) -> str:
    """What the whole counts that a quantity is a part of."""
    whole = found[index].part_of
    if whole is None or whole >= index:
        return ""
    return " ".join(told[whole])


_MAY_STAND_ALONE = frozenset({Measure.SHARE, Measure.SCORE, Measure.COUNT, Measure.RATIO})
