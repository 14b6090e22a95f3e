"""What a question wants counted, how many times it asks for a quantity, and the numbers that it names besides."""

import re
from decimal import Decimal
from itertools import takewhile

from knowledge.asking.reading.asked_exactly import INDEX
from knowledge.asking.reading.cues import stop_words
from knowledge.asking.reading.striking import spans, strike
from knowledge.asking.words.counted_sorts import faults
from knowledge.asking.words.framing import framing
from knowledge.grammar.concepts import COUNTED_ACTING
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.numbers import find_numbers
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.units import unit_pattern

# "Mấy máy in", "mua máy tính": the machine has the letters of the asking word.
_MACHINES = "(?:tinh|in|scan|quet|chieu|moc|photo|photocopy|do dac|phat dien|phat thanh|lanh|huy giay|dem tien|bo dam)"
_QUEUES = (
    r"(?! (?:lay so|boc so|xep hang|tra cuu|chu)\b"  # a machine that gives out numbers or is looked up at, a server
    r"| (?:kiosk|ki ?ot)\b.*\bchua\W*$)"  # "máy kiosk … mua chưa": whether it was bought
)
# Nothing but a machine is called so behind these letters; "mấy tỉnh" and "mấy lãnh đạo" are asked as well.
_ONLY_MACHINES = "(?:in|scan|quet|chieu|photo|photocopy|phat dien|phat thanh|huy giay|dem tien|bo dam)"
# "Mua máy quét, máy tính": of two machines the second is one as well.
_HOW_MANY = rf"(?<!\bmay quet )(?<!\bmay in )(?<!\bmay chu )(?:(?<!mua )(?<!sam )(?<!trang bi )(?<!\d )may{_QUEUES}(?! {_ONLY_MACHINES}\b)|may{_QUEUES}(?! (?:vi )?{_MACHINES}\b))"
_ASKED_COUNTS = Sought(rf"\b(?:bao nhieu|{_HOW_MANY}(?! may\b)|how many)\b(?:\smay\b(?=\s{_MACHINES}\b))?")
# Letters ("thư") have the letters of procedures ("thủ tục") once folded: no unit tells them apart.
# "Giảm bao nhiêu so với năm 2020": "so" opens what it is held against.
_UNIT = Sought(
    rf"(?:bao nhieu|{_HOW_MANY}|how many|so luong|tong so)\s(?!thu\sxin\b)(?!so (?:voi|cung|\x00)|so$)(?P<unit>[a-z]+(?:\s[a-z]+)?(?:\s[a-z]+)?)"
)
# "Số người làm việc ở Trung tâm là mấy".
_NUMBER_OF = Sought(
    rf"(?:^|(?<=\x00 )|\b(?:tong|co) )so (?!thu\b)(?P<unit>[a-z]+(?: [a-z]+)?)\b.* (?:la|duoc|co) {HOW_MANY}\W*$"
)


# "Số người làm việc tại Trung tâm tăng hay giảm", "số hồ sơ trễ hạn của xã".
_OPENS_WITH_NUMBER = Sought(r"^so (?:luong )?(?!thu\b)(?P<unit>nguoi|ho so|don vi|phong|thu tuc|van ban|nhiem vu)\b")


def asked_unit(words: str) -> str:
    """What is counted, as it was asked ("hồ sơ"); empty where that is not said."""
    match = _UNIT.search(words)
    if not match:
        number = _NUMBER_OF.search(words) or _OPENS_WITH_NUMBER.search(words)
        begins = number.start("unit") if number else wanted.end() if (wanted := number_wanted(words)) else None
        known = unit_pattern().match(words, begins) if begins is not None else None
        return known[1] if known and not known[1].startswith("thu ") else ""
    known = unit_pattern().match(words, match.start("unit"))
    if known and (known[1] in faults() or (" " in known[1] and "," not in known[1])):
        return known[1]
    # "How many applications were filed": the unit ends where a word without a subject begins; "hồ" has the letters of "hộ".
    first, *rest = match["unit"].split()
    if first in framing("how_many"):
        return ""  # "là bao nhiêu ạ"
    if match["unit"].startswith("ket qua"):
        return "ket qua"  # its second word is one of those that only ask elsewhere
    return " ".join((first, *takewhile(lambda word: word not in stop_words() and word not in _SAYS_OF_THEM, rest)))


# "Bao nhiêu xã thiếu máy quét": what is said of those that are counted, and none of what they are called.
_SAYS_OF_THEM = frozenset({"thieu", "chua", "khong", "chiu"})


# Without its tones it has the letters of "so với".
_DEPARTMENTS = pattern_of(r"(?:bao nhiêu|mấy) sở\b", re.IGNORECASE)


def department_counted(written: str) -> str:
    """The unit of a question that, as written with its tones, asks how many departments; else empty."""
    return "so" if _DEPARTMENTS.search(written) else ""


# "Xin số thư xin lỗi mà sở đã gửi", "cho em số hồ sơ trễ hạn": a number that is asked for by its noun.
_WANTED = Sought(
    r"\b(?:xin|cho|can|lay|gui|cung cap)(?: (?:em|minh|toi|anh|chi|giup|gium|ho|them|con|lai))* (?:con )?so (?:luong )?(?=[a-z])"
)


def number_wanted(words: str) -> re.Match[str] | None:
    """Where a number is asked for by its noun alone; None where it is a document's, a telephone's or none."""
    wanted = _WANTED.search(words)
    is_documents = wanted is not None and _OF_DOCUMENT.match(words, wanted.end())
    return wanted if wanted and not is_documents and unit_pattern().match(words, wanted.end()) else None


_OF_DOCUMENT = pattern_of(
    r"(?:bao cao|van ban|cong van|quyet dinh|ke hoach|nghi quyet|nghi dinh|chi thi|thong bao|to trinh|thong tu|de an|dien thoai|tai khoan|may)\b"
)


def count_asked(words: str) -> int:
    """How many times a quantity is asked for."""
    return sum(1 for _ in _ASKED_COUNTS.finditer(words))


def named_values(words: str) -> tuple[Decimal, ...]:
    """The numbers that tell which thing is meant; those below ten, parts of another and numbers of names tell none."""
    names = [place for pattern in (INDEX, COUNTED_ACTING, _CALLED_LINE) for place in spans(pattern, words)]
    return tuple(n.value for n in find_numbers(strike(words, names)) if n.whole is None and n.value >= _LEAST)


_LEAST = 10
# "Tổng đài 1022", "đường dây nóng 1900 …": what is called by its telephone number.
_CALLED_LINE = Sought(
    r"\b(?:tong dai|duong day nong|duong day|hotline|dau so|so dien thoai|(?:he thong|cong|kenh|ung dung)(?= (?:so )?(?:1022|19\d\d)\b))(?: ho tro| so)? \d[\d. ]*\d"
)
