"""The words that say what a figure counts, and those of the clause that it is a part of, as written."""

import re

from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.importing.labels_beside import Told, label_beside
from knowledge.importing.quantities import (
    Quantity,
    count_that_changed,
    is_other_time,
    left_words,
    right_words,
    same_at_another_time,
)
from knowledge.importing.speakers import SPEAKS
from knowledge.importing.unit_words import unit_of


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


def _at_another_time(words: str, folded: str, found: list[Quantity], index: int, told: Told) -> tuple[str, str] | None:
    """The label of what one before it counts, if it is that at another time."""
    one = found[index]
    left = left_words(words, one)
    if (same := same_at_another_time(folded, found, index)) is not None:
        # "Đạt 99,33% (năm 2019 đạt 98,71%)".
        before_label, before_head = told[same]
        return f"{left} {before_label}", before_head
    if index > 0 and is_other_time(folded, one) and _is_share_that_changed(found[index - 1], one):
        # "Tỷ lệ quá hạn giảm 1,55 điểm phần trăm (năm 2020 là 2,75%)": the share itself.
        changed, changed_head = told[index - 1]
        turn = re.search(r"\s(?:tang|giam)\b", fold(changed))
        return f"{left} {changed[: turn.start()] if turn else changed}", changed_head
    return None


def _label(words: str, folded: str, found: list[Quantity], index: int, lead: str, told: Told) -> tuple[str, str]:
    """What the quantity counts, and what that is a part of: by those beside it, by the one that it is of, or by its clause."""
    one = found[index]
    if index and (beside := label_beside(words, folded, found, index, told)):
        return beside
    if (at_another_time := _at_another_time(words, folded, found, index, told)) is not None:
        return at_another_time
    if one.share_of is not None:
        owner_label, owner_head = told[one.share_of]
        return f"{owner_label} {left_words(words, one)}", owner_head
    if one.part_of is not None:
        main_label, main_head = ("", "") if one.part_of >= index else told[one.part_of]
        return _own_words(words, folded, found, index), f"{main_label} {main_head} {unit_of(words, found[one.part_of])}"
    by_clause = _among_late(folded, found, index, _in_its_clause(words, folded, found, index, lead))
    return _of_what_changed(folded, found, index, told, by_clause) or by_clause


# "Riêng xây dựng 58 hồ sơ, chiếm 41% số trễ hạn của huyện": those of which they are such a share are late, and so are they.
_SHARE_OF_LATE = re.compile(r"\W*(?:tren |trong )?(?:tong )?so (?:ho so )?(?:bi |da )?(?:qua|tre|cham) (?:han|hen)\b")
_IN_TIME_OR_NOT = re.compile(r"\b(?:qua|tre|cham|dung|truoc) (?:han|hen)\b")


def _among_late(folded: str, found: list[Quantity], index: int, told: tuple[str, str]) -> tuple[str, str]:
    """What a number of dossiers counts, and that they are late where it is told as a share of those that are."""
    share = next((other for other in found[index + 1 :] if other.share_of == index), None)
    late = _SHARE_OF_LATE.match(folded, share.number.end) if share else None
    if late is None or found[index].unit != "ho so" or _IN_TIME_OR_NOT.search(fold(" ".join(told))):
        return told
    return f"{told[0]} quá hạn", told[1]


def _of_what_changed(
    folded: str, found: list[Quantity], index: int, told: Told, by_clause: tuple[str, str]
) -> tuple[str, str] | None:
    """What a change is of, or what there was before it, where its sentence opens with something else."""
    changed = count_that_changed(folded, found, index)
    if changed is None:
        return None
    label, head = _LEFT.sub("", told[changed][0]), told[changed][1]
    if set(fold(label).split()) <= set(fold(" ".join(by_clause)).split()):
        return None
    return (label, head) if found[index].is_earlier else (by_clause[0], f"{label} {head}")


# "Còn 12 phòng, giảm 4 phòng so với trước đó (16 phòng)": the last is not what is left.
_LEFT = re.compile(r"(?i)\b(?:xuống |chỉ )?còn\b")
_LEFT_AT_END = re.compile(rf"{_LEFT.pattern}$")


def _own_words(words: str, folded: str, found: list[Quantity], index: int) -> str:
    one = found[index]
    return f"{left_words(words, one)} {unit_of(words, one)} {right_words(words, one)} {_moment(folded, found, index)}"


def _in_its_clause(words: str, folded: str, found: list[Quantity], index: int, lead: str) -> tuple[str, str]:
    """The label of what is of no other, by the words that open its clause and those of the lead above."""
    one, first = found[index], found[_first_of_clause(folded, found, index)]
    left, right = left_words(words, one), right_words(words, one)
    # "PAR INDEX đạt 83,10 điểm, …; SIPAS đạt 84,02%, xếp hạng 33/63": what stands after ";" is of the later one.
    opening = words[_clause_start(folded, first) : first.number.start].strip()
    above = _lead_words(lead)
    if lead and not one.compared:
        return f"{opening if index == 0 else left} {unit_of(words, one)} {right}", above
    if index == 0:
        basis = _BASIS.match(fold(opening))
        own_part = opening[basis.end() :] if basis else opening
        named = f"{opening[: basis.end()]} {above}" if basis else above
        return f"{own_part} {unit_of(words, one)} {right} {_moment(folded, found, index)}", named
    if one.compared:
        # "Còn 574 đơn vị …, giảm 38 đơn vị so với cuối năm 2020 (612 đơn vị)": the last is not what is left.
        counted = _LEFT_AT_END.sub("", opening)
        return f"{left} {counted} {unit_of(words, first) or unit_of(words, one)} {right_words(words, first)}", above
    is_by_itself = one.measure is not Measure.CHANGE and (_has_own_act(folded, one) or _tells_of_itself(folded, one))
    # "Công vụ: tinh giản biên chế 57 người, kinh phí 6.735 triệu đồng": a sum is for what stands before it in its clause.
    is_sum = one.measure is Measure.MONEY is not first.measure and first.number.start >= _clause_start(folded, one)
    # "Mở 14 lớp chuyển đổi số; 08 lớp an toàn thông tin": what stands behind the first is of the first alone.
    is_next = not fold(left).strip() and one.unit == first.unit and folded.rfind(";", first.end, one.number.start) >= 0
    behind = "" if is_next and one.unit else right_words(words, first)
    whole = f"{opening if is_sum else _without_sibling(opening)} {unit_of(words, first)} {behind} {above}"
    return _own_words(words, folded, found, index), above if is_by_itself else whole


def _has_own_act(folded: str, one: Quantity) -> bool:
    """Whether what was done stands with it, and is not done by what the clause began with."""
    act = _ACT.match(folded, one.left, one.left_end)
    # "Trễ hạn theo lĩnh vực: đất đai 48, xây dựng 11": what is done with nothing is a field's name.
    is_field = act is not None and not one.unit and not folded[act.end() : one.left_end].strip()
    return act is not None and not is_field


_PREDICATE = re.compile(r"\s(?:da |chua |dang |deu )?(?:co|duoc|hoan thanh|thuc hien|trien khai|ket noi|su dung)\b")


def _tells_of_itself(folded: str, one: Quantity) -> bool:
    """Whether a clause is of things that it counts first and then says what of them: "…; 13/15 xã có máy quét"."""
    opens = (
        folded[_clause_start(folded, one) : one.number.start].strip(" -–+") == "" and ";" in folded[: one.number.start]
    )
    return opens and bool(one.unit) and bool(_PREDICATE.match(folded, one.end))


# "Theo cách nộp: trực tiếp 11.643; qua mạng 3.018": the second is no part of what was handed in at the counter.
_SIBLING = re.compile(r"(?P<topic>[^:]{6,}:)\s(?:[^\W\d]+\s?){1,5}")


def _without_sibling(opening: str) -> str:
    named = _SIBLING.fullmatch(opening)
    return named["topic"] if named else opening


def _is_share_that_changed(change: Quantity, one: Quantity) -> bool:
    in_percent = change.number.is_percent or "phan tram" in change.unit
    return one.measure is Measure.SHARE and change.measure is Measure.CHANGE and in_percent


# "Tuyển dụng 215 viên chức; bổ nhiệm 33 lãnh đạo": each is an act of its own and no part of the first.
_ACT = pattern_of(lambda: rf"\W*(?:va |da |dong thoi |cung )*(?:{listed('counting', 'acts')})\b")


def _first_of_clause(folded: str, found: list[Quantity], index: int) -> int:
    """Which quantity opens the clause of another; the sentence's first where that one opens its clause itself."""
    start = _clause_start(folded, found[index])
    first = next(i for i, quantity in enumerate(found) if quantity.number.start >= start)
    return first if first < index else 0


def _clause_start(folded: str, one: Quantity) -> int:
    """After the last ";" or "cho biết" before a quantity, else the sentence's beginning."""
    spoken = max((m.end() for m in SPEAKS.finditer(folded, 0, one.number.start)), default=0)
    return max(spoken, folded.rfind(";", 0, one.number.start) + 1)


def _moment(folded: str, found: list[Quantity], index: int) -> str:
    """ "Từ 11 phòng xuống còn 8 phòng", "hợp nhất 05 ban thành 02 ban": the first number is how it was before."""
    before = folded[: found[index].number.start]
    if index + 1 >= len(found) or not re.search(r"\b(?:tu\s(?:\w+\s){0,1}|(?:hop nhat|sap nhap|nhap)\s)$", before):
        return ""
    between = folded[found[index].end : found[index + 1].number.start]
    return "trước khi thay đổi" if re.search(r"\b(?:xuong|con|len|thanh)\b", between) else ""


def _lead_words(lead: str) -> str:
    """What a lead counts, without its comparisons with other periods."""
    cut = re.search(r",?\s(?:tang|giam)\s[^a-z]*\d|so voi", fold(lead))
    return lead[: cut.start()] if cut else lead
