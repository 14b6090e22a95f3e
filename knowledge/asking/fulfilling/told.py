"""What an answer tells: a day, money, a person, a reason, a change.

Each gets the answer and all its words, folded.
"""

import re

from knowledge.answers import Answer
from knowledge.asking.shelves.giving_reasons import gives_reason
from knowledge.grammar.dates import has_date
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import TASK
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.persons import FULL_NAME

NUMBER = pattern_of(r"\d[\d.]*(?:,\d+)?")
_MONEY = pattern_of(r"dong\b|\btrieu\b|\bty\b|\bti\b|\bnghin\b|\bvnd\b|\bbillion\b|\bmillion\b")
_SIGNED = pattern_of(r"\bky\b|\bsigned\b")
_NOT_YET = pattern_of(r"\bchua\b|\bqua han\b|\bnot yet\b|\bnot been\b|\boverdue\b|\bno day\b")
_CHANGED = pattern_of(
    r"\b(?:tang|giam|bang|khong doi|giu nguyen|hon|kem|tut|len|xuong|increased?|decreased?|up|down|same|unchanged|more|less)\b"
)
_FIGURE_ONLY = pattern_of(r"(?:hạng |hơn |gần |khoảng |rank )?\d[\d.,]*%?[^.;(]{0,40}(?:\(|$)")


def tells_a_day(words: str, _answer: Answer) -> bool:
    return has_date(words) or any(True for _ in find_periods(words)) or bool(_NOT_YET.search(words))


def tells_a_date(words: str, _answer: Answer) -> bool:
    return has_date(words)


def tells_money(words: str, _answer: Answer) -> bool:
    return bool(_MONEY.search(words))


def tells_a_signer(words: str, _answer: Answer) -> bool:
    return bool(_SIGNED.search(words))


# "Giám đốc Sở Nội vụ là ai": a figure of that department names nobody.
_PERSON = re.compile(rf"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)\s{FULL_NAME}|^{FULL_NAME}(?: – |,)")


def tells_a_person(_words: str, answer: Answer) -> bool:
    return bool(_PERSON.search(answer.direct))


def tells_a_reason(words: str, answer: Answer) -> bool:
    return "nguyen nhan" in words or "causes" in words or any(gives_reason(one.text) for one in answer.quotes)


def tells_several_things(_words: str, answer: Answer) -> bool:
    return bool(answer.lines) or len(answer.quotes) > 1 or len(answer.direct.split()) > 12


def tells_a_change(words: str, answer: Answer) -> bool:
    if _CHANGED.search(words) or len(answer.points) > 1 or len(_values(answer)) > 1:
        return True
    told = answer.direct.split(" ", 1)[0]
    changes = rf"\b(?:tang|giam|hon|kem|bot|len|xuong)\b[^.;]{{0,60}}{re.escape(told)}"
    return any(re.search(changes, fold(one.text)) for one in answer.quotes)


def says_that_it_changed(words: str, answer: Answer) -> bool:
    """Whether it says so itself, or holds two times against each other: the number of one of them tells nothing of that."""
    return bool(_CHANGED.search(words)) or len(answer.points) > 1


_AIM = pattern_of(r"\b(?:chi tieu|muc tieu|ke hoach|yeu cau|du toan|de ra|duoc giao|giao|target|plan)\b")


def speaks_of_an_aim(words: str, answer: Answer) -> bool:
    """Whether it speaks of what was aimed at: how many there are tells nothing of it."""
    return bool(_AIM.search(words)) or any(_AIM.search(fold(one.text)) for one in answer.quotes)


def tells_a_run(_words: str, answer: Answer) -> bool:
    return len(answer.points) > 1 or len(answer.lines) > 1 or len({one.report_id for one in answer.quotes}) > 1


def tells_a_share(words: str, answer: Answer) -> bool:
    """Whether it is told in percent or as so many of so many, or in the words of a sentence that has one."""
    told = (answer.direct, *(quote.text for quote in answer.quotes)) if not answer.topic.indicator else (answer.direct,)
    return "phan tram" in words or any("%" in one or _SO_MANY_OF_SO_MANY.search(one) for one in told)


_SO_MANY_OF_SO_MANY = pattern_of(r"\d[\d.]*/\d|\bpercent|\bkhông (?:có|thu|phát sinh)\b")


def tells_of_quarters(words: str, answer: Answer) -> bool:
    """Whether it is a run, or its words speak of two quarters at least."""
    return tells_a_run(words, answer) or len(set(_QUARTER.findall(words))) > 1


_QUARTER = pattern_of(r"\bquy (?:[1-4]|i{1,3}|iv|dau|cuoi|truoc|sau)\b")


def names_bodies(_words: str, answer: Answer) -> bool:
    is_figure = bool(_FIGURE_ONLY.match(answer.direct))
    return (
        not is_figure or bool(answer.lines) or any(True for _ in find_organisations(answer.direct.split(" – ", 1)[0]))
    )


_COUNTED_WORK = pattern_of(rf"\b\d+(?:/\d+)? {TASK}\b")
_NAMED_BEHIND = pattern_of(r"[^.;]*(?::|\(|\bgom\b|\bla\b|\bnhu\b)")


def names_work(words: str, answer: Answer) -> bool:
    """Whether it says which ones they are and not only how many: "02 nhiệm vụ chưa hoàn thành" names none."""
    if answer.lines or len(answer.quotes) > 1:
        return True
    counted = list(_COUNTED_WORK.finditer(words))
    return not counted or bool(_NAMED_BEHIND.match(words, counted[-1].end()))


def _values(answer: Answer) -> list[str]:
    """The numbers in what is told, without those of periods and days."""
    told = " ".join((answer.direct, *answer.lines))
    return NUMBER.findall(re.sub(r"(?:quý|tháng|năm|ngày|quarter|Q)\s?[\w/]+", " ", told))
