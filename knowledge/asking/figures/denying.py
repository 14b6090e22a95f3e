"""What a question denies: "bao nhiêu trụ sở chưa có phương án" is answered by no figure of those that have one."""

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY, NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of, listed
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary


def denies(said: str) -> bool:
    """Whether a folded question denies something."""
    return _question_denying().search(said) is not None


@cache
def _question_denying() -> Sought:
    """A word that denies with two more behind it, or the last one of those that say which are counted, which it neither bounds nor leaves out."""
    says = {name: any_of(row["words"]) for name, row in load_vocabulary("denials").items()}
    polite = listed("courtesies", "behind")
    return Sought(
        rf"(?<!hay )(?<!hoac )\b(?:{says['denying']}) (?!(?:{says['not_before']})\b)(?:(?:{says['between']}) )*"
        rf"(?!(?:{says['reckoned']})\b)[a-z]+ [a-z]+"
        rf"|\b{HOW_MANY} (?:[a-z]+ ){{1,5}}?(?:{says['denying']}) (?!(?:{says['not_before']}|{polite})\b)(?:(?:{says['between']}) )*"
        rf"(?!(?:{says['reckoned']}|{polite})\b)[a-z]+(?: (?:{polite}))*\W*$"
    )


@once_each
def is_not_denied(entry: FigureEntry) -> bool:
    """Whether the figure's own words deny nothing."""
    figure = entry.figure
    own = f"{figure.label} {figure.head} {entry.statement.statement.heading.split(' > ')[-1]}"
    return _words_denying().search(fold(own)) is None


# "Không bố trí được 15 biên chế", "chưa lắp được 05 camera": so many were not.
_NOT_DONE = pattern_of(rf"\b{NOT} (?:duoc |bi |the |kip )?(?P<verb>[a-z]+(?: [a-z]+)?)(?: duoc)?\W*$")


def is_of_what_was_not_done(said: str) -> Callable[[FigureEntry], bool]:
    """Of a question that denies nothing: whether right beside the number it is denied that just that was done."""
    words = frozenset(said.replace("can bo", "canbo").split())  # officials, and nothing that is needed

    def is_denied(entry: FigureEntry) -> bool:
        start = entry.figure.span.start - entry.statement.statement.span.start
        before = entry.statement.folded[: max(start, 0)]
        if was_not_done(before, words) or (_LACKED.search(before) and words.isdisjoint(_LACKING)):
            return True
        behind = _denied_behind(entry)
        return bool(behind) and _is_denied_of(behind, said)

    return is_denied


# "Còn thiếu 02 máy quét": so many there are not.
_LACKED = pattern_of(r"(?<!toi )(?<!giam )\bthieu (?:hut |khoang |gan |hon |toi )?$")
_LACKING = frozenset({"thieu", "can", "lack", "lacking", "missing"})
# "Còn thiếu bao nhiêu giáo viên?": those that there are tell nothing of it.
_ASKS_LACKED = pattern_of(
    rf"\bthieu (?:hut |khoang |den )?{HOW_MANY}\b|\b{HOW_MANY} (?:(?!(?:do|vi|bi|khi) )[a-z]+ ){{0,6}}?thieu\b(?! (?:sot|nien|tap)\b)"
)
_SAYS_LACKED = pattern_of(r"\b(?:thieu|khuyet|hut|chua|con trong|can (?:bo sung|tuyen|them|co))\b")


def is_of_what_is_had(said: str) -> Callable[[FigureEntry], bool] | None:
    """Of a question for what is lacked: whether neither the figure's words, what it is of nor its heading say that it is."""
    if _ASKS_LACKED.search(said) is None:
        return None
    return lambda entry: not _says_lacked(entry)


@once_each
def _says_lacked(entry: FigureEntry) -> bool:
    figure, statement = entry.figure, entry.statement
    end = figure.span.end - statement.statement.span.start
    clause = re.split(r"[,;.]", statement.folded[max(end, 0) :])[0]
    told = f"{fold(figure.label)} {fold(figure.head)} {fold(statement.statement.heading)} {clause}"
    return _SAYS_LACKED.search(told) is not None


# "Việc tuyển dụng 80 công chức cấp xã không kịp trong năm, dời sang tháng 3": so many were not, whatever was to be done.
_DID_NOT_COME = pattern_of(
    rf"[^,;.:()\d]{{0,50}}\b(?:{NOT} kip|{NOT} (?:the )?(?:thuc hien|hoan thanh|trien khai|tien hanh) duoc|bi (?:dung|huy|hoan))\b"
    r"|[^;.:()\d]{0,60}\b(?:doi|lui|hoan|chuyen) sang (?:thang|quy|nam|ky|sau)\b"
)
_OF_WHAT_IS_TO_COME = pattern_of(rf"\b(?:{NOT}|doi|lui|hoan|chuyen|du kien|ke hoach|se|can|phai|con)\b(?!\W*$)")


def is_of_what_did_not_come(said: str) -> Callable[[FigureEntry], bool] | None:
    """Of a question for what was done: whether right behind the number it is said that it was not, or was put off."""
    if _OF_WHAT_IS_TO_COME.search(said) is not None:
        return None
    return _did_not_come


@once_each
def _did_not_come(entry: FigureEntry) -> bool:
    end = entry.figure.span.end - entry.statement.statement.span.start
    return not entry.statement.is_row and _DID_NOT_COME.match(entry.statement.folded, max(end, 0)) is not None


# "03/12 thôn chưa có cáp quang", "02 phiếu không hài lòng".
_NOT_BEHIND = pattern_of(rf"\s?(?:con |van |hien )?{NOT} (?P<verb>[a-z]+)")
_HAVING = frozenset({"co", "duoc"})


@once_each
def _denied_behind(entry: FigureEntry) -> str:
    """The first word of what is denied right behind what it counts; empty where nothing is."""
    end = entry.figure.span.end - entry.statement.statement.span.start
    return "" if entry.statement.is_row else _denied_at(entry.statement.folded, max(end, 0))


def _denied_at(folded: str, end: int) -> str:
    denied = _NOT_BEHIND.match(folded, end)
    return denied["verb"] if denied else ""


def is_denied_behind(folded: str, end: int, said: str) -> bool:
    """Whether right behind what ends there it is denied that just that was done which the folded question says, or had at all."""
    behind = _denied_at(folded, end)
    return bool(behind) and _is_denied_of(behind, said)


def _is_denied_of(behind: str, said: str) -> bool:
    is_said = behind in said.split() or behind in _HAVING
    return is_said and f"khong {behind}" not in said and f"chua {behind}" not in said


def was_not_done(before: str, words: frozenset[str]) -> bool:
    """Whether the folded words before a number end with the denial that just what these words say was done, or its clause begins so."""
    denied = _NOT_DONE.search(before)
    if denied is not None and set(denied["verb"].split()) <= words:
        return True
    begun = _BEGINS_DENYING.search(before)
    what = begun["what"].split() if begun else []
    return any(first in words and second in words for first, second in pairwise(what))


# "Chưa hoàn thành việc phê duyệt phương án tự chủ của 03 đơn vị", "Chưa có trụ sở riêng: 12 Trung tâm".
_BEGINS_DENYING = pattern_of(
    rf"(?:^|[,;:.(+-] ?)(?:(?:con|van|hien|nay|den) )*{NOT} (?!chi|nhung|ke|tinh|bao gom)(?P<what>[a-z /]+:?) ?(?:[a-z]+ ){{0,3}}$"
)


@cache
def _words_denying() -> re.Pattern[str]:
    return pattern_of(rf"\b(?:{listed('denials', 'denied')})\b")
