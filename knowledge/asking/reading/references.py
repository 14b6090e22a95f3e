"""The documents that a question names by their numbers, and the type of document that it speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.asking.library import Library
from knowledge.asking.reading.numbering import CODES, TYPE_WORDS, find_by_year, find_dashed
from knowledge.grammar.dates import DateMention
from knowledge.grammar.document_types import document_types, type_by_code, type_by_name
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.symbols import fold_symbol

# Without a symbol's slash only these codes are told from words: "da", "ct" and "tt" are words as well.
_PLAIN_CODES = "qd|kh|bc|nq|cv|ttr|ctr"
# A symbol's parts, short and as the typist writes them out.
_TYPES_OUT = {fold(type_by_code()[code]): code for code in _PLAIN_CODES.split("|") if code in type_by_code()}
_WRITTEN_OUT = {
    "uy ban nhan dan": "ubnd",
    "hoi dong nhan dan": "hdnd",
    "thu tuong chinh phu": "ttg",
    "thu tuong": "ttg",
}
_TYPES = "|".join(name.replace(" ", r"\s") for name in _TYPES_OUT)
_ISSUERS = "|".join(("ubnd", "hdnd", "ttg", "cp", "tw", *(name.replace(" ", r"\s") for name in _WRITTEN_OUT)))
_LETTERS = r"[a-z][a-z0-9&.]*(?:\s?[-_/]\s?[a-z0-9&.]+)*"
_REFERENCE = pattern_of(
    rf"(?<![\w/-])(?:(?P<type>{TYPE_WORDS}|van ban|{_PLAIN_CODES}|ct|tb)\s?(?:so\s?:?\s?|no\.?\s?)?)?"
    # A number that no document has is one all the same: "QĐ 123456" is not the one that was spoken of before.
    rf"(?<![\w.,/-])(?P<number>\d{{1,5}}[a-e]?|\d{{6,18}}(?!\s(?:ho so|dong|trieu|ty|nguoi|luot|thu tuc)\b))"
    rf"(?:\s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?P<ysymbol>{_LETTERS})|\s?/\s?(?P<symbol>{_LETTERS})"
    rf"|-(?P<party>(?:{CODES})/[a-z]{{2,}})|\s(?P<spaced>(?:{_PLAIN_CODES})(?:\s?-?\s?(?:{_ISSUERS}))?"
    rf"|(?:{_TYPES})\s(?:{_ISSUERS})))?(?![\w/])"
)
_BARE = pattern_of(
    r"(?!(?:(?<=doi )|(?<=chinh quyen )|(?<=chinh phu )|(?<=kinh te )|(?<=xa hoi )|(?<=cong dan )|(?<=du lieu )|(?<=ha tang ))so (?:19|20)\d\d\b)"
    r"(?!(?<=\bco )so (?:19|20)\d\d\b)(?!(?:(?<=\btrong )|(?<=\btheo ))so (?:19|20)\d\d\b)(?<!20\d\d )(?<!ho )(?<!co )(?<!tong )(?<!con )(?<!ty )(?:so|van ban so|document)\s(?P<number>\d{1,5})(?![\w.,/%])(?! (?:thang|quy|ngay|nhiem vu|ho so|nam)\b)"
)
# What each of those has, which is seen faster than what may not stand before it.
_MAY_BE_BARE = pattern_of(r"(?:so|document)\s\d")
# "Phòng Công chứng số 2", "Phụ lục số 3": bodies and parts that are told apart by a number.
_NUMBERED_BODY = pattern_of(
    r"\b(?:phong|truong|doi|chi nhanh|tram|khu|to|quay|mau|bieu|phu luc|benh vien|nha may)(?: [a-z]+){0,3} $"
)
_NUMBER_ONLY = pattern_of(
    r"(?:(?:con|the|vay|the con|vay con|what about|and)\s)?(?P<number>\d{2,5})"
    r"(?:\s(?:thi|sao|the nao|ra sao|toi dau|den dau|roi|nhe|a))*[\s?.!]*"
)
_WHAT_DOCUMENT = Sought(
    rf"(?<![\w.,/-])(?<!\bnam )(?P<number>\d{{1,5}}) la (?:so )?(?P<type>{TYPE_WORDS}|van ban) (?:gi|nao|so)\b"
)
_DOC_TYPE = pattern_of(rf"(?<![\w/-])(?P<type>{TYPE_WORDS}|{_PLAIN_CODES})(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as the question names it: its number, and type or symbol where they were typed."""

    number: str
    type: str | None = None
    symbol: str | None = None  # folded
    year: int | None = None
    start: int = 0
    end: int = 0


def named_type(subject: str) -> str | None:
    """The type of document spoken of; a report only where nothing else is."""
    # "Công bố chỉ số …" has the letters of "bộ chỉ số".
    named = [name for m in _DOC_TYPE.finditer(_PUBLISHING.sub("\x00", subject)) if (name := _type_name(m["type"]))]
    return next((n for n in named if n != "Báo cáo"), named[0] if named else None)


# "Những kế hoạch, văn bản nào": of one type or any other; "những văn bản hướng dẫn" are of one.
_ANY_TYPE = Sought(
    rf"\b(?:nhung|cac) (?:(?P<first>{TYPE_WORDS})(?:,| va| hay| hoac)? (?:cac |nhung )?van ban"
    r"|van ban(?:,| va| hay| hoac)? (?:cac |nhung )?(?P<second>ke hoach|quyet dinh|nghi quyet|cong van|chi thi|de an|chuong trinh))\b"
)


def types_beside_any(words: str) -> list[tuple[int, int]]:
    """Where folded words name a type beside documents of whatever type, which are asked for as well."""
    return [match.span("first" if match["first"] else "second") for match in _ANY_TYPE.finditer(words)]


# Nor is "chưa báo cáo" a report: it is what has not been done.
_PUBLISHING = Sought(r"\bcong bo\b|\b(?:chua|phai|kip) (?:gui |co )?bao cao\b(?! \d)")


def _type_name(words: str) -> str | None:
    key = " ".join(words.split())
    return type_by_name().get(key) or type_by_code().get(key)


def find_references(words: str, dates: list[DateMention]) -> list[Reference]:
    """Documents by number with a type, a symbol or "số", or by a number that is all there is."""
    taken = [(d.start, d.end) for d in dates]
    found = [
        _reference(match)
        for match in _REFERENCE.finditer(words)
        if not _overlaps(match.start("number"), match.end(), taken) and _names_document(words, match)
    ]
    if found:
        return found
    alone = _bare(words, taken) or _before_its_type(words) or _nothing_else(words)
    return [alone] if alone is not None else []


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in taken)


def _symbol_of(match: re.Match[str]) -> str | None:
    return match["ysymbol"] or match["symbol"] or match["party"] or match["spaced"]


def _names_document(words: str, match: re.Match[str]) -> bool:
    """Whether a number with a type or symbol is a document's: it counts none, and is no part of a time or share."""
    symbol, before, after = _symbol_of(match), words[: match.start("number")], words[match.end() :]
    if symbol is None:
        return bool(match["type"]) and not _IS_MEASURED.match(after) and not _is_counted(words, match)
    if match["spaced"] and _DONE_WITH_MANY.search(before):
        return False  # "UBND tỉnh ban hành 12 kế hoạch …" counts them
    if not match["type"] and not match["ysymbol"] and symbol in _PARTS_OF_TIME:
        return False
    return len(symbol) >= 2


# "Danh mục 4 tại chỗ" is what is done in four steps at one place.
_IS_MEASURED = pattern_of(r"\s?(?:tai cho\b|thang|nam (?!20|ngoai|nay|truoc|kia)|ngay lam|quy\b|%|phan tram)")
_DONE_WITH_MANY = pattern_of(r"\b(?:co|ban hanh|duoc|tham muu|trong|ky)\s$")
_PARTS_OF_TIME = frozenset({"quy", "nam", "thang"})


def _reference(match: re.Match[str]) -> Reference:
    """The document by the type and symbol that stand with its number; a symbol that is a type's code is its type."""
    symbol, type_name = _symbol_of(match), _type_name(match["type"]) if match["type"] else None
    key = _key(symbol) if symbol else None
    if key and key in type_by_code():
        type_name, key = type_by_code()[key], None
    year = int(match["year"]) if match["year"] else None
    return Reference(_number(match), type_name, key, year, match.start(), match.end())


def _number(match: re.Match[str]) -> str:
    return match["number"].lstrip("0") or "0"


def _bare(words: str, taken: Sequence[tuple[int, int]]) -> Reference | None:
    """ "Văn bản số 192": a number that is said to be one."""
    bare = _BARE.search(words) if _MAY_BE_BARE.search(words) else None
    if bare is None or _NUMBERED_BODY.search(words[: bare.start()]) or _overlaps(*bare.span(), taken):
        return None
    return Reference(_number(bare), start=bare.start(), end=bare.end())


def _before_its_type(words: str) -> Reference | None:
    """ "2611 là báo cáo gì": the number before its type."""
    what = _WHAT_DOCUMENT.search(words)
    if what is None:
        return None
    kind = None if what["type"] == "van ban" else _type_name(what["type"])
    return Reference(_number(what), kind, start=what.start("number"), end=what.end("number"))


def _nothing_else(words: str) -> Reference | None:
    """A number that is all the question says, and no year."""
    alone = _NUMBER_ONLY.fullmatch(words)
    if alone is None or _FIRST_YEAR <= int(alone["number"]) <= _LAST_YEAR:
        return None
    return Reference(_number(alone), start=alone.start("number"), end=alone.end("number"))


# Numbers from one to the other are years where nothing says otherwise.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def find_by_number(words: str, dates: list[DateMention], library: Library) -> list[Reference]:
    """A document named by its number with its year, or with letters after a dash."""
    if (match := find_by_year(words, library)) is None:
        if (dashed := find_dashed(words, library)) is None:
            return []
        number = dashed["number"].lstrip("0")
        return [Reference(number, None, fold_symbol(dashed["symbol"]), start=dashed.start(), end=dashed.end())]
    if any(d.start < match.end() and match.start() < d.end for d in dates):
        return []
    named = match.groupdict().get("type")
    number, year = match["number"].lstrip("0"), int(match["year"])
    # The year stays to be read as the period that it is.
    return [Reference(number, _type_name(named) if named else None, None, year, match.start(), match.end("number"))]


def _key(symbol: str) -> str:
    """A typed symbol as documents are found by it, also where its issuer is written out."""
    words = " ".join(symbol.split())
    for name, short in {**_TYPES_OUT, **_WRITTEN_OUT}.items():
        words = words.replace(name, short)
    return fold_symbol(words)


# Called by their numbers ("QĐ 2018") where plans and reports are called by their years ("kế hoạch 2018").
_NUMBERED = frozenset({"Quyết định", "Công văn", "Nghị quyết", "Thông báo", "Tờ trình", "Chỉ thị"})
_SEVERAL = pattern_of(r"\b(?:cac|nhung|may|bao nhieu|so|loat)\s$")


def _is_counted(words: str, match: re.Match[str]) -> bool:
    """ "báo cáo 6 tháng", "kế hoạch 2019": a number after a type that is no document's."""
    number = int(_NO_DIGIT.sub("", match["number"]))
    after = words[match.end() :]
    if _OF_YEAR.match(after):
        return False
    if _OF_TIME.match(after):
        return True
    is_year = _FIRST_YEAR <= number <= _LAST_YEAR and "so" not in match[0].split()
    is_one = _type_name(match["type"] or "") in _NUMBERED and not _SEVERAL.search(words[: match.start()])
    return is_year and not is_one


# "Quyết định 1598 năm 2022" is of that year; "kế hoạch 5 năm 2021-2025" is for so many.
_NO_DIGIT = pattern_of(r"\D")
_OF_TIME = pattern_of(r"\s?(?:thang|nam)\b")
_OF_YEAR = pattern_of(
    r"\s(?:cua\s)?nam\s(?:ngoai|nay|truoc|kia|(?:19|20)\d\d)\b(?!\d)(?!\s?(?:-|den|toi|va|,)\s?(?:nam\s)?(?:19|20)?\d\d)"
)


@cache
def all_type_names() -> tuple[str, ...]:
    """The names of all document types."""
    return tuple(t.name for t in document_types())


def named_types(words: str) -> list[str]:
    """The names of the types of document that folded words name."""
    return [name for name, pattern in _type_patterns().items() if pattern.search(words)]


@cache
def _type_patterns() -> dict[str, Sought]:
    return {name: Sought(rf"\b{fold(name)}\b") for name in all_type_names()}
