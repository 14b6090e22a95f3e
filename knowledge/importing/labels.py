"""The words that say what a figure counts, and those of the clause that it is a part of, as written."""

import re

from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.importing.measures import unit_pattern
from knowledge.importing.quantities import (
    SPEAKS,
    Quantity,
    is_other_time,
    is_rank_before,
    left_words,
    right_words,
    same_at_another_time,
)

Told = list[tuple[str, str]]  # of the quantities before, not yet tidied


def labels_of(words: str, folded: str, found: list[Quantity], lead: str) -> Told:
    """Of each quantity the words of its own clause, and those of the whole's; `lead` is the sentence before a list."""
    told: Told = []
    for index in range(len(found)):
        told.append(_label(words, folded, found, index, lead, told))
    return [(_tidy(label), _tidy(head)) for label, head in told]


def _tidy(words: str) -> str:
    """On one line, without the sentence's last stop and without gaps before commas where a number was."""
    tidied = re.sub(r"\s+([,;:)])", r"\1", " ".join(words.split())).strip(" .,;").removesuffix(" (")
    return tidied.removeprefix("và ")


# "Theo Quyết định số 655/QĐ-UBND … xếp hạng Chỉ số CCHC năm 2021, thị xã A dẫn đầu với …": what the town's points rest on.
_BASIS = re.compile(
    r"(?:[^,;:]{0,40}, )?(?:(?:theo|can cu) (?:quyet dinh|cong bo|ket qua|thong bao|bao cao)"
    r"|(?:trien khai )?thuc hien (?:quyet dinh|nghi quyet|nghi dinh|ke hoach|chi thi|de an|ket luan) (?:so )?\d+)\b[^;:]*, (?=\w+ \w+)"
)


def _label(words: str, folded: str, found: list[Quantity], index: int, lead: str, told: Told) -> tuple[str, str]:
    one, first = found[index], found[_first_of_clause(folded, found, index)]
    if index and (beside := _beside(words, folded, found, index, told)):
        return beside
    left, right = left_words(words, one), right_words(words, one)
    own = f"{left} {_unit(words, one)} {right} {_moment(folded, found, index)}"
    # "PAR INDEX đạt 83,10 điểm, …; SIPAS đạt 84,02%, xếp hạng 33/63": what stands after ";" is of the later one.
    opening = words[_clause_start(folded, first) : first.number.start].strip()
    above = _lead_words(lead)
    whole = f"{_without_sibling(opening)} {_unit(words, first)} {right_words(words, first)} {above}"
    if (same := same_at_another_time(folded, found, index)) is not None:
        # "Đạt 99,33% (năm 2019 đạt 98,71%)": what the one before counts, at another time.
        before_label, before_head = told[same]
        return f"{left} {before_label}", before_head
    if index > 0 and is_other_time(folded, one) and _is_share_that_changed(found[index - 1], one):
        # "Tỷ lệ quá hạn giảm 1,55 điểm phần trăm (năm 2020 là 2,75%)": the share itself, at another time.
        changed, changed_head = told[index - 1]
        turn = re.search(r"\s(?:tang|giam)\b", fold(changed))
        return f"{left} {changed[: turn.start()] if turn else changed}", changed_head
    if lead and one.share_of is None and one.part_of is None and not one.compared:
        return f"{opening if index == 0 else left} {_unit(words, one)} {right}", above
    if one.share_of is not None:
        owner_label, owner_head = told[one.share_of]
        return f"{owner_label} {left}", owner_head
    if one.part_of is not None:
        main_label, main_head = ("", "") if one.part_of >= index else told[one.part_of]
        return own, f"{main_label} {main_head} {_unit(words, found[one.part_of])}"
    if one.compared and index > 0:
        # "Còn 574 đơn vị …, giảm 38 đơn vị so với cuối năm 2020 (612 đơn vị)": the last is not what is left.
        counted = re.sub(r"(?i)\s(?:xuống |chỉ )?còn$", "", opening)
        return f"{left} {counted} {_unit(words, first) or _unit(words, one)} {right_words(words, first)}", above
    if one.measure is Measure.CHANGE and index > 0:
        return own, whole
    if index == 0:
        basis = _BASIS.match(fold(opening))
        own_part = opening[basis.end() :] if basis else opening
        named = f"{opening[: basis.end()]} {above}" if basis else above
        return f"{own_part} {_unit(words, one)} {right} {_moment(folded, found, index)}", named
    act = _ACT.match(folded, one.left, one.left_end)
    # "Trễ hạn theo lĩnh vực: đất đai 48, xây dựng 11": what is done with nothing is a field's name.
    is_field = act is not None and not one.unit and not folded[act.end() : one.left_end].strip()
    return own, above if act and not is_field else whole


# "Theo cách nộp: trực tiếp 11.643; qua mạng 3.018": the second is no part of what was handed in at the counter.
_SIBLING = re.compile(r"(?P<topic>[^:]{6,}:)\s(?:[^\W\d]+\s?){1,5}")


def _without_sibling(opening: str) -> str:
    named = _SIBLING.fullmatch(opening)
    return named["topic"] if named else opening


def _is_share_that_changed(change: Quantity, one: Quantity) -> bool:
    in_percent = change.number.is_percent or "phan tram" in change.unit
    return one.measure is Measure.SHARE and change.measure is Measure.CHANGE and in_percent


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


def _beside(words: str, folded: str, found: list[Quantity], index: int, told: Told) -> tuple[str, str] | None:
    """What a quantity counts that is told like the one before it of another step or place; None of any other."""
    one, before = found[index], found[index - 1]
    if one.measure is Measure.RANK and is_rank_before(found[:index], one):
        return told[index - 2]
    left = left_words(words, one)
    shares = [i for i in range(index) if found[i].measure is Measure.SHARE]
    if one.measure is Measure.SHARE and shares and _SAME_SHARE.search(fold(left)):
        return f"{left} %", " ".join(told[shares[-1]])
    if _OPENS_WITH_STEP.match(fold(left)) and one.share_of is None:
        # "Dịch vụ công trực tuyến mức độ 3: 371; mức độ 4: 455": what has these levels stands before the first.
        label, head = told[index - 1]
        if step := _STEP.search(fold(label)):
            return f"{label[: step.start()]}{left} {_unit(words, one)} {right_words(words, one)}", head
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
    return f"{label[: opening[-1].end()]}{name} {_unit(words, one)}", head


_OPENED = re.compile(r"\s?\(\s?$")
_CUT = re.compile(r"[,;:)]\s")


def _opened(folded: str, one: Quantity) -> re.Match[str] | None:
    """The bracket that opens right before a quantity, or None."""
    return _OPENED.search(folded, max(0, one.number.start - 3), one.number.start)


def _behind_name(words: str, folded: str, found: list[Quantity], index: int, told: Told) -> tuple[str, str] | None:
    """ "Mức độ hài lòng đạt 88,7%, thấp nhất là đất đai (80,1%)": a value in brackets is of the name before them."""
    one, opened = found[index], _opened(folded, found[index])
    tied = one.share_of is not None or one.part_of is not None or one.compared
    if tied or opened is None or left_words(folded, one):
        return None
    of_share = found[index - 1].measure is Measure.SHARE and one.measure is Measure.RATIO
    if of_share and re.fullmatch(r"(?: ke hoach)?", folded[found[index - 1].end : opened.start()]):
        return told[index - 1]  # "đạt 52,3% kế hoạch (2.510/4.800)"
    if one.measure not in _MAY_STAND_ALONE or (one.unit and one.measure is not Measure.SCORE):
        return None
    behind = found[index - 1].end
    cuts = [m.end() for m in _CUT.finditer(folded, behind, opened.start())]
    name = words[max([behind, *cuts]) : opened.start()].strip(" )")
    outside = [i for i in range(index) if not _opened(folded, found[i])]
    same = [i for i in outside if found[i].measure is one.measure] or outside[:1]
    if not name or not same:
        return None
    return name, " ".join(told[same[-1]])


_MAY_STAND_ALONE = frozenset({Measure.SHARE, Measure.SCORE, Measure.COUNT, Measure.RATIO})


# "Tuyển dụng 215 viên chức; bổ nhiệm 33 lãnh đạo": each is an act of its own and no part of the first.
_ACT = re.compile(
    r"\W*(?:va |da |dong thoi |cung )*(?:tuyen dung|thi tuyen|xet tuyen|bo nhiem|mien nhiem|luan chuyen|dieu dong|nghi huu|tinh gian|thuc hien tinh gian"
    r"|to chuc|ban hanh|tham muu|cong bo|phe duyet|tham dinh|ra soat|kiem tra|thanh tra|mo|cap phat|phat song|dang tai|xay dung|xu ly ky luat|ky luat)\b"
)


def _first_of_clause(folded: str, found: list[Quantity], index: int) -> int:
    """Which quantity opens the clause of another; the sentence's first where that one opens its clause itself."""
    start = _clause_start(folded, found[index])
    first = next(i for i, quantity in enumerate(found) if quantity.number.start >= start)
    return first if first < index else 0


def _clause_start(folded: str, one: Quantity) -> int:
    """After the last ";" or "cho biết" before a quantity, else the sentence's beginning."""
    spoken = max((m.end() for m in SPEAKS.finditer(folded, 0, one.number.start)), default=0)
    return max(spoken, folded.rfind(";", 0, one.number.start) + 1)


def _unit(words: str, one: Quantity) -> str:
    return unit_words(words, one) if one.unit else ""


def unit_words(words: str, one: Quantity) -> str:
    """The unit as written, or where none is known the first words after the number."""
    if one.unit:
        return words[one.number.end : one.end].strip()
    match = re.match(r"\s(?!va\b)([a-z]+(?:\s[a-z]+)?)", fold(words[one.end :]))
    if match:
        return words[one.end + match.start(1) : one.end + match.end(1)]
    return _unit_before(words, one)


# "Số phòng thuộc sở là 119", "Số hồ sơ tiếp nhận: 9.316"
_NUMBER_OF = re.compile(r"\W*(?:tong )?so(?= )")
_TOLD = re.compile(r"(?:\bla|\bdat|\bcon|\bco|:)\s*$")


def _unit_before(words: str, one: Quantity) -> str:
    """The unit that the words before a bare number say it is the number of."""
    left = words[one.left : one.left_end]
    opening = _NUMBER_OF.match(fold(left))
    unit = unit_pattern().match(fold(left), opening.end()) if opening and not one.number.is_percent else None
    return left[unit.start(1) : unit.end(1)] if unit and _TOLD.search(fold(left)) else ""


def _moment(folded: str, found: list[Quantity], index: int) -> str:
    """ "Từ 11 phòng xuống còn 8 phòng": the first number is how it was before."""
    if index + 1 >= len(found) or not re.search(r"\btu\s(?:\w+\s){0,1}$", folded[: found[index].number.start]):
        return ""
    between = folded[found[index].end : found[index + 1].number.start]
    return "trước khi thay đổi" if re.search(r"\b(?:xuong|con|len|thanh)\b", between) else ""


def _lead_words(lead: str) -> str:
    """What a lead counts, without its comparisons with other periods."""
    cut = re.search(r",?\s(?:tang|giam)\s[^a-z]*\d|so voi", fold(lead))
    return lead[: cut.start()] if cut else lead
