"""Which digits of a sentence count something: those of dates, symbols, periods and names are struck out."""

import re
from collections.abc import Iterable

from knowledge.grammar.dates import find_dates
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.symbols import find_symbols
from knowledge.grammar.units import unit_pattern
from knowledge.grammar.windows import find_windows

# Numbers that name and do not count: "đợt 2", "báo cáo lần 1", "mức độ 4", "khóa 12", "Điều 5".  Words before them that make
# another word of the name are excepted: "cung cấp 5 dịch vụ", "ký số 90%", "xếp hạng 3".
_NAMING = re.compile(
    r"\b(?:dot|muc do|cap do|dieu|khoan|khoa|lan(?: thu)?|phu luc|bieu|mau|(?<!xep )(?<!dung )(?<!thu )hang|nhom|loai|phien ban"
    r"|giai doan|nhiem ky|iso|tcvn|covid|(?<!cung )(?<!tro )(?<!trang )(?<!nang )cap|tap|chuong|(?<!hang )(?<!danh )muc"
    r"|ky hop thu|quy|(?<!ky )(?<!doi )(?<!ho )(?<!dieu tra )so)\s?:?-?\s?\d[\d.:/-]*(?P<more>(?:\s?va|,)\s\d{1,2}\b(?![.,]\d))?"
    r"|^(?:bang|bieu|hinh|so do)(?:\sso)?\s\d+(?=[.:])"
)
# Central projects are called by their numbers: "Đề án 06", "Chương trình 135", "Nghị quyết 18"; "dự án 5 tỷ" counts.
_PROJECT = re.compile(
    r"\b(?:de an|chuong trinh|nghi quyet|chi thi|ket luan|nghi dinh|quyet dinh) (?:so )?\d{1,4}\b(?![.,/-]\d|/)"
)
# "Chính quyền số: 21/25 dịch vụ", "dân tộc thiểu số 310 người": digital, or few, and no number of anything.
_DIGITAL = re.compile(r"\b(?:quyen|te|hoi|tang|nghe|dan|doi|ky|thieu|da)\s$")
# "Quy trình 5 tại chỗ", "phương châm 4 tại chỗ": what a way of working is called.
_MOTTO = re.compile(r"\b\d(?= tai cho\b)")
_GRADE = re.compile(r"cap \d(?:(?:\s?va|,)\s\d)?")
# Words that may also end in another meaning: "tổng số 120 hồ sơ", "quỹ 5 tỷ".
_TOTAL_SO = re.compile(r"(?:tong|con|duoc|la|va|co)\s$")
# "Chỉ số PCI đạt 65,18 điểm, hạng 30": a place; "bác sĩ hạng 2" is a grade.
_RATED = re.compile(r"\b(?:diem|index|chi so|sipas|papi|pci|ddci|dti|pgi|pii|xep)\b[^;]*$")
# Dates that are none as well: portals print 1/1/0001 where a date is missing.
_ANY_DATE = re.compile(r"\b\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{4}\b")
# "Họp lúc 8 giờ", "sáng mai 8 giờ", "17 giờ ngày 30/6": an hour of the day; "trong 8 giờ làm việc" lasts.
_HOUR = r"\d{1,2} gio(?: \d{1,2}(?: phut)?)?"
_TIME = re.compile(
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}h\d{0,2}\b"
    rf"|\bluc {_HOUR}|\b(?:sang|trua|chieu|toi)(?: (?:mai|nay|qua|hom \w+|thu \w+|ngay))? {_HOUR}"
    rf"|\b{_HOUR} (?=(?:ngay|sang|trua|chieu|toi|hom)\b)"
)
# "Trong các ngày 05 - 09/8/2025", "kỳ thi ngày 24 và 25/5/2024", "(01 - 03/7/2025)": days of one month.
_DAYS_OF_MONTH = re.compile(
    r"(?:\bngay |\()\d{1,2}(?:(?:\s?[-–,]\s?|\s(?:va|den)\s)\d{1,2}){1,4}(?=\s?[/.]\s?\d{1,2}\s?[/.]\s?\d{4}\b)"
)
_ANY_LEAP_YEAR = 2000
# "Nhập Phường 3 và Phường 5", "tại khu phố 7": how they are called; "phường 97,2%" and "phường 3 hồ sơ" count.
_NUMBERED = re.compile(
    r"\b(?:phường|quận|khu phố|tổ dân phố|thôn|ấp|khóm|buôn|Phường|Quận|Khu phố|Tổ dân phố|Thôn|Ấp|Khóm|Buôn|Cơ sở|Chi nhánh|Quầy|Phân hiệu) \d{1,2}(?![\d.,/]*\d|\s?%)"
)
# "Hỗ trợ với mức 1.500.000 đồng/người/tháng": no "mục 5".
_AMOUNT = re.compile(r"[Mm]ức(?! độ)")
# "(1) hoàn thiện …; (2) số hóa …": the items of a list within a sentence.
_ITEM = re.compile(r"(?:^|(?<=[:;,.]\s)|(?<=\bva\s))\(\d{1,2}\)(?=\s[a-z])")
# "Tiết kiệm 10% chi thường xuyên: 142,6 tỷ đồng": what is saved by rule every year is called so, and the money is counted.
# "Tổng đài 1022: 9.318 cuộc gọi": its number is its name.
_LINE = re.compile(
    r"\b(?:tong dai|duong day nong|dau so|hotline|(?:he thong|cong|kenh|ung dung)(?= (?:so )?(?:1022|19\d\d)\b))(?: so)? \d{3,10}\b"
)
# "Trung bình 1 hồ sơ giải quyết 7,5 ngày": of each, and no dossier is counted.
_OF_EACH = re.compile(r"\b(?:trung binh|binh quan|moi|cu)(?: moi| cu)? 0?1(?= [a-z][a-z ,]{1,40}\d)")
_SAVED_BY_RULE = re.compile(
    r"\b(?:cat giam|tiet kiem)(?:,? (?:cat giam|tiet kiem|them|bo sung|toi thieu))* \d{1,2}\s?%"
    r"(?= (?:du toan |tong |kinh phi )*chi\b[^;]*\d\s(?:trieu|ty|nghin)?\s?dong\b)"
)


# "UBND 11 phường tiếp nhận 74.905 hồ sơ", "và 05 chi nhánh tiếp nhận …": how many they are who do it is not what they do.
_DOERS = pattern_of(
    lambda: (
        rf"\b(?:ubnd|va|cua|ca)\s\d{{1,3}}(?=\s{_body()}(?:,?\s(?:va\s)?{_body()})*\s(?:da\s)?(?:tiep nhan|giai quyet|nhan)\s(?:va giai quyet\s)?\d)"
    )
)


def _body() -> str:
    return f"(?:{listed('counting', 'doers')})"


def strike_names(words: str, folded: str) -> str:
    """The folded words, of the same length, with everything struck out that has digits and does not count."""
    chars = list(folded)
    for start, end in _names(words, folded):
        chars[start:end] = [" " if c == " " else "¤" for c in chars[start:end]]
    return "".join(chars)


def strike_places(folded: str, named: Iterable[OrganisationMention]) -> str:
    """The folded words without places, so that "xã Sín Thàng 01" names no month."""
    chars = list(folded)
    for mention in named:
        if mention.organisation.place:
            chars[mention.start : mention.end] = "¤" * (mention.end - mention.start)
    return "".join(chars)


def _names(words: str, folded: str) -> list[tuple[int, int]]:
    """Where numbers stand that name something and count nothing: of documents, days, periods, projects, items."""
    return [
        *((symbol.start, symbol.end) for symbol in find_symbols(words)),
        *((start, end) for start, end, _ in find_windows(folded)),
        *((day.start, day.end) for day in find_dates(folded, default_year=_ANY_LEAP_YEAR)),
        *((match.start(), match.end()) for match in _ANY_DATE.finditer(folded)),
        *(
            (m.start, m.end)
            for m in find_periods(strike_places(folded, find_organisations(words)))
            if not (m.is_bare_year and _has_unit(folded, m.end))
        ),
        *(
            match.span()
            for pattern in (_TIME, _DAYS_OF_MONTH, _MOTTO, _OF_EACH, _SAVED_BY_RULE, _DOERS, _LINE)
            for match in pattern.finditer(folded)
        ),
        *(m.span() for m in _NUMBERED.finditer(words) if not _has_unit(folded, m.end())),
        *(m.span() for m in _ITEM.finditer(folded) if "(1)" in folded and "(2)" in folded),
        *(m.span() for m in _PROJECT.finditer(folded) if m[0][-2:-1] == "0" or not _has_unit(folded, m.end())),
        *(
            (match.start(), _named_end(folded, match))
            for match in _NAMING.finditer(folded)
            if _names_it(folded, match) and not _AMOUNT.match(words, match.start())
        ),
    ]


def _has_unit(folded: str, end: int) -> bool:
    return bool(unit_pattern().match(folded, end))


_QUARTERS = 4
_THOUSANDS = pattern_of(r"\d\.\d{3}\b")


def _names_it(folded: str, match: re.Match[str]) -> bool:
    is_share = re.match(r"[\d,.]*\s?%", folded[match.end() :])
    is_rank = match[0].startswith("hang") and (
        re.search(r"\d/\d+$", match[0]) or _RATED.search(folded[: match.start()])
    )
    is_total = match[0].startswith(("so", "quy", "cap")) and _TOTAL_SO.search(folded[: match.start()])
    # "Tinh giản biên chế trong quý 41 người": there is no such quarter, and so many are counted.
    # "Trong quý 1.850 hồ sơ": with its thousands.
    is_counted_in_quarter = match[0].startswith("quy") and (
        int(re.findall(r"\d+", match[0])[0]) > _QUARTERS or _THOUSANDS.search(match[0])
    )
    is_digital = match[0].startswith("so") and _DIGITAL.search(folded[: match.start()])
    # "Đã cấp: 4.286 phiếu": given out; grades have one digit and no unit ("trường cấp 2").
    is_given = match[0].startswith("cap") and not (_GRADE.fullmatch(match[0]) and not _has_unit(folded, match.end()))
    return not (is_share or is_rank or is_total or is_counted_in_quarter or is_digital or is_given)


def _named_end(folded: str, match: re.Match[str]) -> int:
    """ "Mức độ 3 và 4" names both; "mức độ 3 và 512 dịch vụ" names the first and counts the second."""
    return match.start("more") if match["more"] and _has_unit(folded, match.end()) else match.end()
