"""The words that say what a figure counts, and those of the clause that it is a part of, as written."""

import re

from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.importing.quantities import SPEAKS, Quantity, is_other_time, left_words, right_words


def label_of(words: str, folded: str, found: list[Quantity], index: int, lead: str) -> tuple[str, str]:
    """The words of the figure's own clause, and those of the whole's; `lead` is the sentence before a list."""
    label, head = _label(words, folded, found, index, lead)
    return _tidy(label), _tidy(head)


def _tidy(words: str) -> str:
    """On one line, without the sentence's last stop and without gaps before commas where a number was."""
    return re.sub(r"\s+([,;:)])", r"\1", " ".join(words.split())).strip(" .,;")


# "Theo Quyết định số 655/QĐ-UBND … xếp hạng Chỉ số CCHC năm 2021, thị xã A dẫn đầu với …": what the town's points rest on.
_BASIS = re.compile(
    r"(?:[^,;:]{0,40}, )?(?:theo|can cu) (?:quyet dinh|cong bo|ket qua|thong bao|bao cao)\b[^;:]*, (?=\w+ \w+)"
)


def _label(words: str, folded: str, found: list[Quantity], index: int, lead: str) -> tuple[str, str]:
    one, first = found[index], found[_first_of_clause(folded, found, index)]
    left, right = left_words(words, one), right_words(words, one)
    own = f"{left} {_unit(words, one)} {right} {_moment(folded, found, index)}"
    # "PAR INDEX đạt 83,10 điểm, …; SIPAS đạt 84,02%, xếp hạng 33/63": what stands after ";" is of the later one.
    opening = words[_clause_start(folded, first) : first.number.start].strip()
    above = _lead_words(lead)
    whole = f"{opening} {_unit(words, first)} {right_words(words, first)} {above}"
    if index > 0 and is_other_time(folded, one) and found[index - 1].measure is one.measure:
        # "Đạt 99,33% (năm 2019 đạt 98,71%)": what the one before counts, at another time.
        before_label, before_head = _label(words, folded, found, index - 1, lead)
        return f"{left} {before_label}", before_head
    if lead and one.share_of is None and one.part_of is None and not one.compared:
        return f"{opening if index == 0 else left} {_unit(words, one)} {right}", above
    if one.share_of is not None:
        owner_label, owner_head = _label(words, folded, found, one.share_of, lead)
        return f"{owner_label} {left}", owner_head
    if one.part_of is not None:
        main_label, main_head = ("", "") if one.part_of >= index else _label(words, folded, found, one.part_of, lead)
        return own, f"{main_label} {main_head} {_unit(words, found[one.part_of])}"
    if one.compared and index > 0:
        # "Còn 574 đơn vị …, giảm 38 đơn vị so với cuối năm 2020 (612 đơn vị)": the last is not what is left.
        counted = re.sub(r"(?i)\s(?:xuống |chỉ )?còn$", "", opening)
        return f"{left} {counted} {_unit(words, first) or _unit(words, one)} {right_words(words, first)}", above
    if one.measure is Measure.CHANGE and index > 0:
        return own, whole
    if index == 0:
        basis = _BASIS.match(fold(opening))
        told = opening[basis.end() :] if basis else opening
        named = f"{opening[: basis.end()]} {above}" if basis else above
        return f"{told} {_unit(words, one)} {right} {_moment(folded, found, index)}", named
    act = _ACT.match(folded, one.left, one.left_end)
    # "Trễ hạn theo lĩnh vực: đất đai 48, xây dựng 11": what is done with nothing is a field's name.
    is_field = act is not None and not one.unit and not folded[act.end() : one.left_end].strip()
    return own, above if act and not is_field else whole


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
    match = re.match(r"\s([a-z]+(?:\s[a-z]+)?)", fold(words[one.end :]))
    return words[one.end + match.start(1) : one.end + match.end(1)] if match else ""


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
