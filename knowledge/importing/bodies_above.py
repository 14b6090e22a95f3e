"""The bodies that stand over a report's number, and which of them issued it."""

import re

from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.organisations import BODY_BEGINNING, find_organisations, is_body_alone
from knowledge.importing.capitals import titlecase
from knowledge.importing.head_lines import begins_title, is_motto, is_period_alone, is_type


def bodies_above(lines: list[str], *, is_numbered: bool) -> list[str]:
    """The names in capitals that stand over the number, from the first that begins as one; else those in ordinary letters."""
    beside = [w if is_motto(w) else _without_motto(w) for line in lines for w in _RULED.split(line)]
    shouted = [part for w in beside if w.isupper() and not _names_none(w) for part in _bodies_in(w)]
    begins = next((at for at, part in enumerate(shouted) if begins_name(part)), None)
    if begins is not None:
        return _above_title(shouted[begins:])
    if shouted and is_numbered and not any(map(begins_title, shouted)):
        return shouted
    return [w for w in beside if is_body_alone(w)]


def _names_none(line: str) -> bool:
    return is_motto(line) or is_type(line) or is_period_alone(line)


def _above_title(shouted: list[str]) -> list[str]:
    """The names down to the title, where that stands over the number as well: "SỞ NỘI VỤ / BÁO CÁO CẢI CÁCH HÀNH CHÍNH QUÝ III"."""
    for at in range(1, len(shouted)):
        if begins_title(shouted[at]) and not fold(shouted[at - 1]).endswith(" tra"):
            return shouted[:at]  # "BỘ PHẬN TIẾP NHẬN VÀ TRẢ / KẾT QUẢ" is one name
    return shouted


# "UBND TỈNH HƯNG HÒA ------ SỞ NỘI VỤ": a rule of dashes that a file has run together with the names around it.
_RULED = re.compile(r"\s*[-–—_*=]{3,}\s*")


def _bodies_in(line: str) -> list[str]:
    """The bodies of a line that a dash sets apart, or that two lines run together: "UBND THÀNH PHỐ SÔNG TIỀN - VĂN PHÒNG",
    "VĂN PHÒNG UBND TỈNH AN LẠC TRUNG TÂM HÀNH CHÍNH CÔNG"; any other line as it is.
    """
    parts = _SPACED_DASH.split(line)
    if len(parts) == 1 and line.isupper():
        named = [o for o in find_organisations(line) if o.organisation.body]
        if (
            len(named) == _BOTH
            and named[0].start == 0
            and named[0].organisation.place
            and named[1].start == named[0].end + 1
        ):
            parts = [line[: named[0].end], line[named[1].start :]]
    return parts if all(begins_name(part) for part in parts) else [line]


_BOTH = 2  # the superior body and the one under it


_SPACED_DASH = re.compile(r"\s[-–—]\s")


def _without_motto(line: str) -> str:
    """The issuer's part of a line whose columns ran together: "HUYỆN CAN SƠN Độc lập - Tự do - Hạnh phúc"."""
    motto = _MOTTO.search(fold(line))
    return line[: motto.start()].strip() if motto else line


# Beside an issuer on one line, or with words around it.
_MOTTO = re.compile(r"cong hoa xa hoi|doc lap")


def issuer_of(above: list[str]) -> str:
    """The issuer under its superior body: "UBND TỈNH HƯNG HÒA / VĂN PHÒNG" is Văn phòng UBND tỉnh Hưng Hòa."""
    names = [titlecase(name) for name in _whole_names(above)]
    if len(names) == 1:
        return names[0]
    own, superior = names[-1], " ".join(names[:-1])
    if office := _OFFICE.fullmatch(fold(own)):
        return f"{own[: office.end('kind')]} {superior}"
    if _PLACE_BEGINNING.match(fold(own)):
        return _of_place_alone(own, names[:-1])
    if _PARTY.match(fold(superior)) and _PARTYS_OWN.match(fold(own)):
        return f"{own} {superior}"
    place = _PLACE_OF_SUPERIOR.search(superior)
    if place is None:
        return own
    # "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH" under "VĂN PHÒNG UBND TỈNH HƯNG HÒA": its level is said once.
    alone = re.sub(rf"(?i)\s{re.escape(place['level'])}$", "", own)
    return f"{alone} {place[0][0].lower()}{place[0][1:]}"


# "VĂN PHÒNG", "VĂN PHÒNG BỘ" under "BỘ KHOA HỌC VÀ CÔNG NGHỆ"
_OFFICE = re.compile(r"(?P<kind>van phong|thanh tra)(?: (?:bo|so))?")


def _of_place_alone(own: str, above: list[str]) -> str:
    """The body of a place that stands on a line alone: the committee over it ("ỦY BAN NHÂN DÂN / HUYỆN BA LÂM", "UBND THÀNH PHỐ LÂM KHÊ /
    PHƯỜNG HÒA TÂY"), or the body whose name it ends ("CỤC THI HÀNH ÁN DÂN SỰ / TỈNH HƯNG HÒA").
    """
    over = above[-1]
    within = _PLACE_OF_SUPERIOR.search(over)
    if within is not None and _COMMITTEE.match(over) and _rank(within["level"]) < _rank(own):
        return over  # "ỦY BAN NHÂN DÂN PHƯỜNG GÀNH SAO - THỊ XÃ SÔNG CÁT": the second only says where the first is
    if _PLACE_BEGINNING.match(fold(over)) and len(above) > 1 and _rank(own) > _rank(over):
        return f"{_of_place_alone(over, above[:-1])} {own}"  # "… / PHƯỜNG HÒA TÂY / THÀNH PHỐ LÂM KHÊ"
    if committee := _COMMITTEE.match(over):
        return f"{committee[0]} {own}"
    is_whole = _PLACE_OF_SUPERIOR.search(over) is not None or _PLACE_BEGINNING.match(fold(over)) is not None
    return own if is_whole else f"{over} {own}"


def _rank(place: str) -> int:
    """How high the level of a place is: a commune's is 0."""
    return next((rank for rank, levels in enumerate(_HIGHER) if re.match(rf"(?:{levels})\b", fold(place))), 0)


_HIGHER = ("phuong|xa|thi tran|dac khu", "huyen|quan|thi xa", "thanh pho|tp", "tinh")


_PARTY = re.compile(r"(?:tinh|thanh|huyen|quan|thi|dang) uy\b")
_PARTYS_OWN = re.compile(r"(?:ban|van phong|uy ban kiem tra|co quan)\b")
_COMMITTEE = re.compile(r"(?i:ubnd|[uủ][ỷy] ban nhân dân|hđnd|hội đồng nhân dân)\b")
# The level and name of the place that the superior body is of; "xã hội" names none.
_PLACE_OF_SUPERIOR = re.compile(
    rf"(?i:\b(?P<level>tỉnh|thành phố|TP\.?|thị xã|thị trấn|huyện|quận|phường|đặc khu|xã))\s[{UPPER}\d].*$"
)


def _whole_names(lines: list[str]) -> list[str]:
    """The names that stand over the number, each in one: "TRUNG TÂM PHỤC VỤ" / "HÀNH CHÍNH CÔNG" is one body's."""
    names: list[str] = []
    for written in (part for line in lines for part in _beside(" ".join(line.split()))):
        if names and not begins_name(written):
            names[-1] += f" {written}"
        else:
            names.append(written)
    return names


def _beside(line: str) -> list[str]:
    """The names of one line: "UBND TỈNH HƯNG HÒA — SỞ NỘI VỤ" are two, "SỞ LAO ĐỘNG - THƯƠNG BINH …" is one."""
    folded = fold(line)
    gaps = [m for m in re.finditer(r"\s-\s", folded) if begins_name(folded[m.end() :])]
    if not gaps and (superior := _SUPERIOR.match(line)):
        return [superior[0].strip(), line[superior.end() :]]
    starts, ends = [0, *(m.end() for m in gaps)], [*(m.start() for m in gaps), len(line)]
    return [line[start:end] for start, end in zip(starts, ends, strict=True)]


# "UBND TỈNH HƯNG HÒA VĂN PHÒNG": lines that a file has run together, the superior body's before the issuer's.
_SUPERIOR = re.compile(
    r"(?:UBND|ỦY BAN NHÂN DÂN) (?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN)(?: \w+){1,4}? (?=(?:SỞ|VĂN PHÒNG|PHÒNG|TRUNG TÂM|THANH TRA)(?: |$))"
)


_PLACE_BEGINNING = re.compile(
    r"(?:tinh|thanh pho|tp|thi xa|thi tran|huyen|quan|phuong|xa(?! hoi(?:$| (?:va|phuong|xa|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh)\b))|dac khu)\b(?! uy\b)"
)


def begins_name(words: str) -> bool:
    """Whether the words begin as the name of a body or of its place; any other line goes on with the one above."""
    folded = fold(words)
    return bool(BODY_BEGINNING.match(folded) or _PLACE_BEGINNING.match(folded))
