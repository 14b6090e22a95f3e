"""What a figure's sentence restricts it to, so that it tells nothing of all: one thing with a name of its own, some occasions."""

import re
from functools import cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.numbers import SEVERAL_IN_WORDS
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of, listed
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

# "Mô hình "Sáng thứ Bảy vì dân" … đã tiếp nhận 318 hồ sơ": what is called so by a name in quotation marks.
_NAMED_THING = pattern_of(r"^(?P<sort>[^\"“”.:;|]{0,40})[\"“](?P<name>[^\"“”|]{4,80})[\"”]")


# So many words before its name say what sort of thing it is; so much of its name a question that means it says.
_WORDS_OF_SORT = 2


_NAME_SAID = 0.5


def is_of_named_thing(entry: FigureEntry, said: frozenset[str]) -> bool:
    """Whether its sentence begins with a thing that has a name of its own and that these words of a question do not say."""
    if (named := _named_thing(entry)) is None:
        return False
    sort, name = named
    if sort and all(word in said for word in sort):
        return False  # "kênh Zalo có bao nhiêu người quan tâm"
    return sum(word in said for word in name) < _NAME_SAID * len(name)


@once_each
def _named_thing(entry: FigureEntry) -> tuple[list[str], list[str]] | None:
    """The words that say what sort of thing its sentence begins with, and those of its name."""
    start = entry.statement.statement.span.start
    named = _NAMED_THING.match(entry.report.text[start : entry.figure.span.start])
    if named is None:
        return None
    return fold(named["sort"]).split()[-_WORDS_OF_SORT:], fold(named["name"]).split()


# "Tổ chức 03 chuyến tiếp nhận lưu động tại xã …, nhận 146 hồ sơ": what came in on these occasions, and not in the whole time.
@cache
def _occasions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a sentence on such occasions begins with, and how many of them there were."""
    told = load_vocabulary("counting")["occasions"]
    return (
        re.compile(rf"(?:da |phoi hop )*(?:{any_of(told['held'])})\b"),
        re.compile(rf"\b\d+ (?P<occasion>{any_of(told['words'])})\b"),
    )


def is_of_occasion(entry: FigureEntry, said: str) -> bool:
    """Whether the dossiers are of some occasions or days, by its own words before them, that the question does not name."""
    occasion = _occasion(entry)
    return bool(occasion) and re.search(rf"\b{occasion}\b", said) is None


@once_each
def _occasion(entry: FigureEntry) -> str:
    """What it came in on, where its own words before it begin with such occasions; in how short a time, where they say so."""
    statement, (held, occasion) = entry.statement, _occasions()
    end = max(entry.figure.span.start - statement.statement.span.start, 0)
    if (brief := _IN_SO_MANY.search(statement.folded, 0, end)) is not None:
        return brief["occasion"] if brief["more"] is None else f"(?:{brief['occasion']}|{brief['more']})"
    named = occasion.search(statement.folded, 0, end) if held.match(statement.folded) else None
    return named["occasion"] if named else ""


# "… trong 05 ngày trực đã nhận 1.137 hồ sơ": of these days only.
_IN_SO_MANY = pattern_of(
    rf"\b(?:trong|qua|sau) (?:vong )?(?:\d{{1,2}}|{'|'.join(SEVERAL_IN_WORDS)}) (?P<occasion>ngay|buoi|tuan|phien|dot|gio)\b(?: (?P<more>(?!(?:da|co|tiep|nhan|thu|giai|xu)\b)[a-z]+))?[^;:|]*$"
)


# "Cơ sở 2 (phường Bình Sa) tiếp nhận 14.315 hồ sơ": a part of a body that is called by its number.
_PART = pattern_of(r"\b(?P<sort>co so|chi nhanh|quay|phan hieu) (?:so )?0?(?P<number>\d{1,2})\b(?![.,/]\d|\s?%)")
_PART_NAMED = re.compile(r"\b(?:Cơ sở|Chi nhánh|Quầy|Phân hiệu)(?: số)? \d{1,2}\b(?![.,/]\d|\s?%)")


def is_of_other_part(entry: FigureEntry, said: str) -> bool:
    """Whether it is of a numbered part of the body that is not asked for, or not of the one that is."""
    named = _parts_named(entry)
    if (asked := _PART.search(said)) is None:
        return named[0]
    return f"{asked['sort']} {asked['number']}" not in named[1]


@once_each
def _parts_named(entry: FigureEntry) -> tuple[bool, frozenset[str]]:
    """Whether its clause or row is of a numbered part, and all that it names, folded."""
    start = entry.statement.statement.span.start
    clause = re.split(r"[;.]\s", entry.report.text[start : entry.figure.span.start])[-1]
    told = frozenset(f"{m['sort']} {m['number']}" for m in _PART.finditer(fold(clause)))
    return _PART_NAMED.search(clause) is not None, told


# "Điểm tiếp nhận Khuổi Rạng: 603 hồ sơ", "Tổ lưu động: 15 chuyến; 521 hồ sơ": what came in there is a part of all.
_POINT = pattern_of(
    r"\W*(?P<sort>diem (?:tiep nhan|giao dich|phuc vu|ho tro|tra ket qua)|to (?:luu dong|ho tro|tiep nhan luu dong)|xe (?:luu dong|buyt)|phien cho)\b"
)


def is_of_point(entry: FigureEntry, said: str) -> bool:
    """Whether it is what came in at one point or team outside the desk, and the question names none such."""
    sort = _point(entry)
    return bool(sort) and sort not in said


@once_each
def _point(entry: FigureEntry) -> str:
    """The sort of point or team that its clause, or the line that it stands in, begins with."""
    told = _POINT.match(entry.statement.folded) or _POINT.match(fold(entry.figure.label))
    return told["sort"] if told else ""


# "Tự kiểm tra tại 04 phòng, đơn vị thuộc Sở", "đang lấy ý kiến cử tri ở 14 xã", "còn 03 xã chưa bố trí": where something was done.
_ASKS_HOW_MANY_THERE_ARE = Sought(
    rf"\b(?:co|con)(?: tat ca| tong cong)? {HOW_MANY} (?P<noun>phong|don vi|xa|phuong|to chuc|trung tam|chi cuc|co quan|so|dau moi)\b[^?]{{0,60}}$"
)
_DONE_THERE = pattern_of(
    r"\b(?P<act>kiem tra|thanh tra|ra soat|khao sat|lay y kien|de an sap xep|lam viec|doi thoai|thi diem|chua|khong|trien khai|ap dung|tap huan)\b"
)


def asks_how_many_there_are(said: str) -> bool:
    """Whether a folded question asks how many bodies or units of a sort there are, and says nothing that was done there."""
    is_of_some = _DONE_THERE.search(said) is not None or "thieu" in said.split()
    return _ASKS_HOW_MANY_THERE_ARE.search(said) is not None and not is_of_some


@once_each
def is_where_done(entry: FigureEntry) -> bool:
    """Whether its own clause tells where something was done or not, and not how many there are."""
    if entry.statement.is_row:
        return False
    return _DONE_THERE.search(_own_clause(entry)) is not None


def _own_clause(entry: FigureEntry) -> str:
    """What leads to it, what it is called, and what stands behind it in its clause, folded."""
    start = entry.statement.statement.span.start
    behind = entry.statement.folded[max(entry.figure.span.end - start, 0) :]
    return f"{fold(entry.figure.head)} {fold(entry.figure.label)} {re.split(r'[,;.]', behind, maxsplit=1)[0]}"


# "62 dịch vụ không phát sinh hồ sơ": some of them, where all are asked for.
_ASKS_HOW_MANY_SERVICES = Sought(
    rf"\b(?:co|dang)(?: tat ca| tong cong)? {HOW_MANY} (?:dich vu|thu tuc|tthc|dvc)\b[^?]{{0,60}}$"
)
_OF_SOME_SERVICES = pattern_of(r"\b(?:khong|chua|phat sinh|kiem tra)\b")


def asks_how_many_services(said: str) -> bool:
    """Whether a folded question asks how many services or procedures there are, and says nothing that became of them."""
    return _ASKS_HOW_MANY_SERVICES.search(said) is not None and _OF_SOME_SERVICES.search(said) is None


@once_each
def is_of_some_services(entry: FigureEntry) -> bool:
    """Whether its own clause says what became of some of them."""
    return not entry.statement.is_row and _OF_SOME_SERVICES.search(_own_clause(entry)) is not None


# "Kênh hiện có 6.815 người quan tâm": of people, and nobody's staff.
_TAKES_PART = pattern_of(r"(?: da| dang)? (?P<act>quan tam|theo doi|truy cap|thich|cai dat|tham gia|dang ky)\b")


def takes_part(entry: FigureEntry, said: str) -> bool:
    """Whether people are counted by what they do in something that the question does not say: follow, visit, use, join."""
    act = _act_behind(entry)
    return bool(act) and act not in said


@once_each
def _act_behind(entry: FigureEntry) -> str:
    end = entry.figure.span.end - entry.statement.statement.span.start
    told = None if entry.statement.is_row else _TAKES_PART.match(entry.statement.folded, max(end, 0))
    return told["act"] if told else ""


# "Quá hạn do lỗi phần mềm", "chậm vì thiếu người": what a number is put down to.
_PUT_DOWN_TO = pattern_of(r"\b(?:do|vi) (?P<cause>(?:loi|thieu|vuong|su co|nguyen nhan|cham) [^,;.:()|\d?]{2,40})")
_NO_CAUSE = frozenset({"loi", "do", "vi", "cua", "ben", "phia", "bao", "nhieu", "may", "la", "va", "hoac"})


def is_of_other_cause(entry: FigureEntry, said: str) -> bool:
    """Whether the question puts a number down to one cause and the words behind the figure to another."""
    asked = _PUT_DOWN_TO.search(said)
    if asked is None:
        return False
    told = _cause(entry)
    return bool(told) and told.isdisjoint(set(asked["cause"].split()) - _NO_CAUSE)


@once_each
def _cause(entry: FigureEntry) -> frozenset[str]:
    """The words of what the number is put down to, where it stands right behind it in its clause."""
    end = max(entry.figure.span.end - entry.statement.statement.span.start, 0)
    clause = re.split(r"[;.]\s|, (?=\d)", entry.statement.folded[end:], maxsplit=1)[0]
    told = _PUT_DOWN_TO.search(clause)
    return frozenset(told["cause"].split()) - _NO_CAUSE if told else frozenset()


# "Sở Y tế có tỷ lệ hài lòng thấp nhất (88,12%)": that of one of several; "cao nhất từ trước đến nay" is held against other times.
_EXTREME = pattern_of(
    r"\b(?:thap|cao|nhieu|it|lon|nho|cham|tot|kem) nhat\b(?! (?:tu (?:truoc|dau|khi|nam|quy)|trong (?:cac|nhung|\d+) (?:nam|quy|thang|ky)))"
)


@once_each
def is_of_extreme_one(entry: FigureEntry) -> bool:
    """Whether its own words tell it of another body than the report's because that has most or least."""
    body, report = entry.body, entry.report.body
    if body is None or body.is_desk or entry.statement.is_row or (body.body, body.place) == (report.body, report.place):
        return False
    return _EXTREME.search(fold(entry.figure.label)) is not None


# "Năm 2022 | Năm 2023 | So sánh (%)": what such a column holds two others against each other.
_HELD_AGAINST = pattern_of(r"\b(?:so sanh|so voi|so cung ky|ty le (?:tang|giam)|tang,? ?(?:[/,(+-]|hoac )? ?giam)\b")
_ASKS_HELD_AGAINST = pattern_of(r"\b(?:so sanh|so voi|so cung ky|tang|giam|hon|kem|bang|chenh|gap)\b")


def asks_comparison(said: str) -> bool:
    """Whether a folded question holds one against another."""
    return _ASKS_HELD_AGAINST.search(said) is not None


@once_each
def is_comparison(entry: FigureEntry) -> bool:
    """Whether it stands in a table's column that holds two times against each other, and is itself of none of them."""
    return entry.statement.is_row and _HELD_AGAINST.search(fold(entry.figure.label)) is not None


# "Thu nhận 52.300 hồ sơ định danh": called so, and handed in at no desk.
_OTHER_DOSSIERS = pattern_of(lambda: rf"\b(?:{listed('counting', 'dossiers', 'others')})\b")


def is_of_other_dossiers(entry: FigureEntry, said: str) -> bool:
    """Whether it counts what is called a dossier and is none of a procedure, and the question does not call it so."""
    other = _other_dossiers(entry)
    return bool(other) and other.removeprefix("ho so ") not in said


@once_each
def _other_dossiers(entry: FigureEntry) -> str:
    told = _OTHER_DOSSIERS.search(fold(entry.figure.label))
    return told[0] if told else ""
