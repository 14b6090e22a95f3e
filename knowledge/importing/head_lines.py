"""What marks the lines of a document's head, and where the head ends."""

import re
from collections.abc import Sequence

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.symbols import SymbolMention, find_symbols
from knowledge.vocabulary.loading import load_lists

# The head of a document (quốc hiệu, issuer, number, place and date, type, title) is its first lines;
# Nghị định 30/2020/NĐ-CP, Phụ lục I.
HEAD_BLOCKS = 14
# "Số: 312/BC-SNV", and, where the colon was forgotten, a whole number: "Số 312/BC-SNV", the Party's "Số 118-BC/HU".
_NUMBERED = (
    r"\s*s\s?o\s?(?::\s?(?:\d|\.)|\.\s?\d{1,5}\s?/|\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[a-z]{1,5}\s?-\s?[a-z]+[^a-z]*$"
    r"|\d{1,5}\s?-\s?[a-z]{2,3}\s?/\s?[a-z]+[^a-z]*$)"
)
# "Số:     /BC-UBND", "Số ……-BC/HU": what a draft leaves for its number.
# "Số: 512 BC-SNV" has none that is sure either.
_BLANK = r"\s*so(?:\s?:\s?\d{1,5}\s[a-z]{2,5}\s?-\s?[a-z]+$|(?:\s?:[\s.…_]*|[\s.…_]+)[/-]\s?[a-z]{2,5}\s?[-/]\s?[a-z][^,;:]*$)"
OWN_NUMBER = re.compile(rf"{_NUMBERED}|{_BLANK}")
_UNNUMBERED = re.compile(_BLANK)
# "Vàm Hải, ngày 5 tháng 10 năm 2022": a line of the head that says where and when.
OF_DAY = re.compile(r"^\w[\w ]{1,40}, ngay\b[\d\s.…/]*(?:thang[\d\s.…]*(?:nam\s?\d{4})?)?\W*$")
_SAID = r"publish date|ngay dang|ngay xuat ban|ngay cap nhat|cap nhat(?! den| toi)(?: luc| ngay)?|dang (?:ngay|luc|tren|tai)|posted"
PUBLISHED_SAID = re.compile(rf"\W*(?:{_SAID})")
# "Tình trạng ghi đến …; cập nhật đến ngày 30/8/2019": up to when a register is kept, which is its day.
KEPT_UP_TO = re.compile(r"\bcap nhat (?:den|toi)\b")
PUBLISHED = re.compile(
    rf"{_SAID}|\bthu (?:hai|ba|tu|nam|sau|bay)\b"
    r"|\bchu nhat\b|luot xem|view count|xem:"
)

# "(Kèm theo Thông báo số … ngày … của Sở Nội vụ)": the letter that an annex went out with is what it is cited by.
ATTACHED = re.compile(
    r"(?:\([^()]{0,60})?\b(?:ban hanh )?kem (?:theo )?(?:bao cao|cong van|thong bao|to trinh|quyet dinh|ke hoach|ket luan|huong dan|chi thi|van ban) so"
)

_MOTTOES = ("cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc")


def is_motto(line: str) -> bool:
    """Whether the line is the national name or motto, or what a narrow column broke off it: "NAM", "Hạnh phúc"."""
    words = " ".join(re.findall(r"\w+", fold(line)))
    return bool(words) and any(f" {words} " in f" {motto} " for motto in _MOTTOES)


def number_line(lines: Sequence[str]) -> int | None:
    """Which line of the head has the report's number, or else the blank that is left for it; a stamp's "Số: 7788" is neither."""
    numbered = [at for at, line in enumerate(lines[:HEAD_BLOCKS]) if OWN_NUMBER.match(fold(line))]
    given = (at for at in numbered if next(find_symbols(lines[at]), None))
    return next(given, next((at for at in numbered if _UNNUMBERED.match(fold(lines[at]))), None))


def called_number(line: str) -> SymbolMention | None:
    """The number that a line gives a report and says no more than its day: "Báo cáo số 512/BC-SNV ngày 18/9/2024", "(512/BC-SNV)"."""
    symbol = next(find_symbols(line), None)
    if symbol is None or symbol.type != "Báo cáo" or not _CALLS.fullmatch(fold(line[: symbol.start])):
        return None
    return symbol if _DAY_OF_IT.fullmatch(fold(line[symbol.end :])) else None


_CALLS = re.compile(r"[(\"']?(?:bao cao )?(?:so(?: hieu)?\s?:?\s?)?")
_DAY_OF_IT = re.compile(
    r"(?:[\s,;(–-]*(?:ky |phat hanh |ban hanh )?(?:ngay )?\d{1,2}(?:[/.-]\d{1,2}[/.-]| thang \d{1,2} nam )\d{4})?[\s).,]*"
)


def is_type(line: str) -> bool:
    """Whether the line only says what a document is, above what it is on: "BÁO CÁO", "BÁO CÁO CHUYÊN ĐỀ", "BÁO CÁO QUÝ III NĂM 2024"."""
    folded = fold(line).strip(" :.*-")
    is_periodic = folded.startswith(_REPORT) and is_period_alone(folded.removeprefix(_REPORT))
    return is_periodic or _TYPE.fullmatch(folded) is not None


_REPORT = "bao cao "
_TYPE = re.compile(
    r"(?:du thao )?bao cao(?: (?:chuyen de|tong ket|so ket|dinh ky|tong hop|ket qua|giai trinh|nhanh|danh gia|kiem diem|tom tat|dot xuat|tuan|thang|quy|nam))?"
    r"(?: \([^()]*\))?|cong van|thong bao|ke hoach|to trinh|quyet dinh|bang theo doi"
)


def begins_title(line: str) -> bool:
    """Whether a line begins as titles do and no body's name does: "BÁO CÁO CÔNG TÁC …", "PHỤ LỤC I"."""
    return _TITLE_BEGINS.match(fold(line)) is not None


_TITLE_BEGINS = re.compile(
    r"(?:bao cao|phu luc|bieu|bang|danh muc|danh sach|(?:so )?theo doi|ket qua|tong hop|thong ke|tinh hinh)\b"
)


def is_note(line: str) -> bool:
    """Whether a line only explains a table or adds it up: "Ghi chú: …", "Đơn vị tính: hồ sơ", "Tổng số: 10 văn bản"."""
    return _NOTE.match(fold(line)) is not None


# "Cộng: 07 văn bản; hoàn thành 02": the last row of a table.
_NOTE = pattern_of(lambda: rf"\W*(?:(?:{_listed('notes')})\s?:|(?:{_listed('sums')})\b\W*\d|(?:{_listed('sums')})\s?:)")


def is_period_alone(line: str) -> bool:
    """Whether the line says a period and nothing else: "Quý III năm 2024", "(6 tháng đầu năm 2024)"."""
    folded = fold(line).strip(" ().:*")
    mentions = list(find_periods(folded))
    return bool(mentions) and mentions[0].start == 0 and mentions[-1].end == len(folded) and len(mentions) <= _TWO


_TWO = 2  # "Quý III và 9 tháng năm 2024"


def without_pictures(line: str) -> str:
    """The line without the pictures that it begins with: "📄 Số 512/BC-SNV"."""
    return _PICTURES.sub("", line)


_PICTURES = re.compile("^(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]\ufe0f?\\s*)+")


def is_aside(line: str) -> bool:
    """Whether the line says nothing of whose or of when a report is: a mark ("DỰ THẢO LẦN 2", "HỎA TỐC") or a mere ornament."""
    folded = fold(line)
    return _ORNAMENT.fullmatch(folded) is not None or _MARK.fullmatch(folded) is not None


_ORNAMENT = re.compile(r"(?:[\W_]|\bo0o\b)+")
_MARK = pattern_of(lambda: rf"[\W_]*(?:{_listed('marks')})(?: (?:lan|thu|so) (?:thu )?\w{{1,4}}|\s?\d{{1,2}})?[\W_]*")


def _listed(name: str) -> str:
    return "|".join(re.escape(fold(words)) for words in sorted(load_lists("heads")[name], key=len, reverse=True))


def labelled(name: str, line: str) -> str | None:
    """What stands behind one of the labels of that name and a colon: "Sở Nội vụ" of "Cơ quan ban hành: Sở Nội vụ"."""
    found = _LABELS[name].match(fold(line))
    return line[found.end() :].strip() if found else None


def label_begins(line: str) -> bool:
    """Whether a line tells what its label says, and is no title: "Đơn vị báo cáo: UBND huyện Bàu Sen"."""
    return any(pattern.match(fold(line)) for name, pattern in _LABELS.items() if name != "title")


def label_of(words: str) -> str | None:
    """Which label the words are, its colon there or not: "Số ký hiệu" is one of the number."""
    return next((name for name in _LABELS if _LABELS[name].fullmatch(f"{fold(words).rstrip(' :')}:")), None)


def _labels(name: str) -> re.Pattern[str]:
    return pattern_of(lambda: rf"(?:{_listed(name)})\s?:\s*")


_LABELS = {name: _labels(name) for name in ("number", "day", "issuer", "title", "period", "data", "signer")}
_OF_TIME = ("period", "data")


# "Số: 45/BC-UBND — Cơ quan ban hành: UBND huyện Bàu Sen": where the next label of a line stands.
NEXT_LABEL = pattern_of(
    lambda: (
        rf"(?:\s*[-|;•·]|(?<=\.))\s+(?=(?:{'|'.join(_listed(name) for name in _LABELS if name not in _OF_TIME)})\s?:)"
        rf"|(?:\s*[|;•·]|(?<=\.))\s+(?=(?:{'|'.join(map(_listed, _OF_TIME))})\s?:)"
    )
)
