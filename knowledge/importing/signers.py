"""Who signed a report: the person under a title of office at its end, or behind a label in its head."""

import re

from knowledge.grammar.folding import UPPER
from knowledge.grammar.persons import FULL_NAME, is_family_name, is_full_name
from knowledge.importing.head_lines import HEAD_BLOCKS, labelled

# "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "Q. GIÁM ĐỐC"
_SIGNER_TITLE = re.compile(
    r"^(?:(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\.? ?)?(?:ỦY BAN NHÂN DÂN|BAN THƯỜNG VỤ|BAN CHỈ ĐẠO|(?:PHÓ )?(?:CHỦ TỊCH|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|CHÁNH VĂN PHÒNG"
    r"|TRƯỞNG PHÒNG|TRƯỞNG BAN|TỔNG CỤC TRƯỞNG|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|CHÁNH THANH TRA|BÍ THƯ|VIỆN TRƯỞNG|CHÁNH ÁN|HIỆU TRƯỞNG)"
    r"|BỘ TRƯỞNG|THỨ TRƯỞNG)(?!\w)"
)
# "KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Tô Hoài Nhân": a signature whose lines run on in one cell.
_SIGNED_IN_ONE = re.compile(rf"^(?:Q\. ?)?(?:[{UPPER}]{{2,}}[.,]? )+(?:\([^()]*\) )?(?P<name>{FULL_NAME})$")
_LONGEST_NAME = 40  # characters
_LINES = 30  # of an end, in which a report is signed


def read_signer(lines: list[str]) -> str | None:
    """Who signed: a person's name under a signer's title at the end, or behind a label in the head."""
    said = (said for line in lines[:HEAD_BLOCKS] if (said := labelled("signer", line)) and is_full_name(said))
    return _signed_below(lines) or next(said, None) or _told_to_sign(lines)


# "Báo cáo do Phó Giám đốc Sở Trần Văn Bưởi ký.": as a page tells it at its end.
_TOLD_TO_SIGN = re.compile(
    r"(?:^|[.;(] ?)(?:[Bb]áo cáo|[Vv]ăn bản)(?: này)?(?: được| đã)* do (?P<who>[^.;,()]{8,90}?) (?:đã )?ký\b"
)


def _told_to_sign(lines: list[str]) -> str | None:
    told = next((m for line in reversed(lines[-_LINES:]) if (m := _TOLD_TO_SIGN.search(line))), None)
    words = told["who"].split() if told else []
    names = (" ".join(words[at:]) for at in range(len(words)) if is_family_name(words[at]))
    return next((name for name in names if is_full_name(name)), None)


def _signed_below(lines: list[str]) -> str | None:
    # A table of two columns has the addressees in one and the signature in the other.
    parts = (part.strip() for line in lines[-_LINES:] for part in line.split(" | "))
    tail = [_SIGNED.sub("", _in_one(_BESIDE.sub("", part))) for part in parts]
    if in_one := next((m for line in tail if _SIGNER_TITLE.match(line) and (m := _SIGNED_IN_ONE.match(line))), None):
        return in_one["name"]
    titled = next((i for i, line in enumerate(tail) if _is_title(line)), None)
    if titled is None:
        return None
    below = (_as_name(line) for line in tail[titled + 1 :] if len(line) < _LONGEST_NAME)
    return next((name for name in below if name), None)


def _is_title(line: str) -> bool:
    """Whether the line is or begins with a title in capitals, or is one in ordinary letters and nothing else: "Giám đốc"."""
    return _SIGNER_TITLE.match(line) is not None or _SIGNER_TITLE.fullmatch(line.upper()) is not None


def _as_name(line: str) -> str | None:
    """The person's name that a line is; one in capitals begins with a family name: "TRẦN VĂN BƯỞI"."""
    if is_full_name(line):
        return line
    named = line.title()
    words = named.split()
    is_shouted = line.isupper() and _FEWEST <= len(words) <= _MOST and is_family_name(words[0])
    return named if is_shouted and is_full_name(named) and not _SIGNER_TITLE.match(line) else None


_FEWEST, _MOST = 2, 5  # syllables of a name


# "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Lưu: VT, NV. Lương Văn Hợp": the signature's column put behind the addressees'.
_BESIDE = re.compile(r"^(?:Nơi nhận ?:|[-–+] ?[^;.]*[;.])\s*(?=\S)")


_SIGNED = re.compile(r"^(?i:\(đã ký\)|đã ký)\s+(?=\S)")


def _in_one(line: str) -> str:
    """A signature that dashes and colons part, without them: "KT. CHỦ TỊCH - PHÓ CHỦ TỊCH: Cao Tiến Lực"."""
    return " ".join(_PARTING.sub(" ", line).split()) if _SIGNER_TITLE.match(line) else line


_PARTING = re.compile(r"\s[-–—]+(?=\s)|:(?=\s)|(?i:\(đã ký\)|\bđã ký\b)|\*")
