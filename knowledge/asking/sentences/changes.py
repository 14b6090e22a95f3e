"""What a sentence tells of a body's change: what was before it and what is after, and whether it is only intended."""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.answers import Answer, Topic
from knowledge.asking.library import StatementEntry
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought

# The verbs of Nghị định 158/2018/NĐ-CP and 120/2020/NĐ-CP on setting up, reorganising and dissolving bodies.
VERB = (
    r"sap nhap|hop nhat|nhap|doi ten|giai the|to chuc lai|chuyen(?! mon\b)(?: doi| giao)?|chia tach|tach|thanh lap"
    r"|ket thuc hoat dong"
)
_CHANGE = Sought(rf"\b(?P<verb>{VERB})\b")
# From what was before to what is after: "sáp nhập … vào …", "hợp nhất … thành …", "chuyển … về …".
# "Công tác thanh niên", "thanh tra", "truyền thanh" have the letters of "thành".
_INTO = pattern_of(r"\b(?:vao|(?<!truyen )(?<!hoan )thanh(?! (?:nien|tra|toan|pho|phan|vien|xuan)\b)|ve|sang|cho)\b")
_BASIS = pattern_of(r"\bthanh lap (?P<after>.+?) tren co so (?P<before>.+)")
# "Phường A được thành lập trên cơ sở nhập phường B và xã C".
_SET_UP_FROM = pattern_of(
    r"^(?P<after>.+?) (?:duoc )?(?:thanh lap|hinh thanh)(?: moi)? (?:tren co so|tu(?= (?:viec|\d+|hai|ba|bon|nam|cac|nguyen|toan)\b)) (?P<before>.+)"
)


@cache
def begins_name() -> str:
    """What the names of bodies that are reorganised begin with, as a pattern."""
    return rf"(?:(?<!nhiem )(?<!dich )(?<!chuc )(?<!phuc )(?<!noi )vu|{nouns('words')})"


def nouns(part: str) -> str:
    """What is reorganised (`words`), or asked for as a part of it (`asked`), as alternatives of a pattern."""
    return listed("apparatus", "reorganised", part)


# What is only intended as yet.
PLANNED = pattern_of(
    r"\b(?:du kien|dang trinh|dang xay dung|de an (?:sap nhap|hop nhat|giai the|tach)|se (?:duoc )?\w+|de nghi)\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change that a sentence tells: the words of the bodies before and after it, normalised."""

    entry: StatementEntry
    start: int  # of its clause, in the sentence
    end: int
    before: str
    after: str


def changes(entry: StatementEntry) -> list[Change]:
    """The changes that a sentence tells, clause by clause; rows of tables tell none."""
    return [Change(entry, *told) for told in _changes(entry)]


# Where in the sentence it stands, and the words before and after the change.
_Told = tuple[int, int, str, str]


@once_each
def _changes(entry: StatementEntry) -> tuple[_Told, ...]:
    if entry.is_row or entry.statement.kind == "heading":
        return ()
    found, start = [], 0
    for clause in re.split(r"(?<=;)", entry.folded):
        if (told := _change(clause)) is not None:
            found.append((start, start + len(clause), *told))
        start += len(clause)
    return (*found, *_merged_with(entry.folded))


# "(nhập Phòng A với Phòng B, nhập Phòng C với Phòng D)": each with the other, and what came of it is not said.
_TOGETHER = pattern_of(
    lambda: (
        rf"(?:^|[(,;:] ?)(?:va )?(?:sap nhap|hop nhat|nhap) (?P<one>{begins_name()}\b[^,;:()]*?) (?:voi|va|cung) "
        rf"(?P<other>{begins_name()}\b[^,;:()]*?)(?=[,;.)])"
    )
)


def _merged_with(words: str) -> list[_Told]:
    """What was merged with what where no new name is given, told of each of the two."""
    found: list[_Told] = []
    for match in _TOGETHER.finditer(words):
        if _INTO.search(match["other"]) is None and _CHANGE.search(match["one"]) is None:
            one, other = normalise(match["one"]), normalise(match["other"])
            found += [(match.start(), match.end(), one, other), (match.start(), match.end(), other, one)]
    return found


_ON_DAY = pattern_of(r"\s(?:ke )?(?:tu )?ngay \d[\d/.-]*\d\s")
_BY_WHAT = pattern_of(r"\b(?:theo (?:quyet dinh|nghi quyet|de an|ke hoach)|ke tu|tu ngay|tu thang|tai quyet dinh)\b")


def _change(clause: str) -> tuple[str, str] | None:
    """The words before and after the change that a clause tells, normalised."""
    verb = _CHANGE.search(clause)
    if verb is None:
        return None
    plain = clause[: verb.end()] + _BY_WHAT.split(clause[verb.end() :])[0]
    undated = _ON_DAY.sub(" ", clause)
    if basis := _SET_UP_FROM.search(undated) or _BASIS.search(undated):
        return normalise(basis["before"]), normalise(basis["after"])
    into = next((m for m in _INTO.finditer(plain, verb.end())), None)
    if into is None and verb["verb"] not in _ENDING:
        return None
    between = plain[verb.end() : into.start() if into else len(plain)]
    earlier = plain[: verb.start()]
    # "Sáp nhập Phòng A vào …" names it after the verb, "Phòng A (được) sáp nhập vào …" before it; whoever stands
    # before a verb that has its own object only sees to it.
    is_passive = re.search(r"\b(?:duoc|bi)\s$", earlier) or re.match(r"\s?(?:voi|cung)\b", between)
    if between.startswith(","):
        between = ""  # "Phòng Y tế giải thể, chuyển chức năng về …"
    before = between if len(between.split()) >= 2 and not is_passive else f"{earlier} {between}"
    after = plain[into.end() :] if into else ""
    return normalise(before), normalise(after)


# Verbs after which nothing follows that the body becomes.
_ENDING = {"giai the", "ket thuc hoat dong"}


def is_planned(change: Change) -> bool:
    """Whether the change is only intended as yet."""
    return change.entry.statement.task is not None or bool(
        PLANNED.search(change.entry.folded[change.start : change.end])
    )


def tell_change(change: Change, wording: Wording) -> Answer:
    """The change in the report's words, said to be planned where it is, with its quote."""
    span = change.entry.statement.span
    words = span.cut(change.entry.report.text)
    clause = words[change.start : change.end].strip(" ;")
    told = words if len(words) <= 300 or is_planned(change) else clause
    planned = wording.say("Mới dự kiến: ", "Only planned: ") if is_planned(change) else ""
    return answered(
        f"{planned}{shorten(told, 350)}",
        (quote(change.entry.report, span),),
        topic=Topic(report_id=change.entry.report.id),
    )
