"""Whether an answer is of the kind that was asked for: a day for "ngày nào", money for "bao nhiêu tiền".

Where something else was found it may be true, and it is still no answer: who asked for money and is told of
persons would take the one for the other.
"""

import re
from collections.abc import Callable
from functools import cache

from knowledge.answers import Answer, Outcome
from knowledge.asking.figures.counted import are_other_things
from knowledge.asking.reading.cues import ENDS_ASKING
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.references import all_type_names
from knowledge.asking.sentences.matching_statements import said_numbers
from knowledge.asking.sentences.posts import asks_who_holds
from knowledge.asking.sentences.reasons import asks_why
from knowledge.asking.sentences.sentence_kinds import asks_whether_met
from knowledge.asking.shelves.giving_reasons import gives_reason
from knowledge.asking.words.kinds_of_bodies import nouns_of_bodies
from knowledge.grammar.dates import has_date
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import SEVERAL, TASK
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.persons import FULL_NAME
from knowledge.grammar.sought import Sought
from knowledge.grammar.units import unit_pattern

_NUMBER = pattern_of(r"\d[\d.]*(?:,\d+)?")
_MONEY = pattern_of(r"dong\b|\btrieu\b|\bty\b|\bti\b|\bnghin\b|\bvnd\b|\bbillion\b|\bmillion\b")
_SIGNED = pattern_of(r"\bky\b|\bsigned\b")
_NOT_YET = pattern_of(r"\bchua\b|\bqua han\b|\bnot yet\b|\bnot been\b|\boverdue\b|\bno day\b")
_CHANGED = pattern_of(
    r"\b(?:tang|giam|bang|khong doi|giu nguyen|hon|kem|tut|len|xuong|increased?|decreased?|up|down|same|unchanged|more|less)\b"
)
_WHICH_BODIES = Sought(lambda: rf"\b(?:{nouns_of_bodies()}|nganh)(?:, (?:huyen|thi xa|xa|phuong|so|nganh))* nao\b")
_BEYOND = Sought(r"\b(?:nao|gi) .*\b(?:tren|duoi|hon|qua|vuot|it nhat|toi thieu|chua (?:dat|toi)) \d")
_FIGURE_ONLY = pattern_of(r"(?:hạng |hơn |gần |khoảng |rank )?\d[\d.,]*%?[^.;(]{0,40}(?:\(|$)")
# A follow-up may carry the asking word of the question before and ask something else.
_OF_DAYS = pattern_of(r"\b(?:ngay|thang|quy|nam|hom|bua|hoi|luc|khi|bao gio|chung nao|when|date|day)\b")
# "Có tăng bậc không", "có giảm không": the place or the number alone tells nothing of it.
_WHETHER_CHANGED = Sought(
    r"\bco (?:duoc )?(?:tang|giam|len|xuong|tut)(?: (?:bac|hang|diem|thu hang))?\b(?! (?:cuong|toc|dan|ga|bao nhieu|may))[^?]* khong\W*$"
)
_FIGURES = ("count", "percent", "money", "rank", "score")


def fulfils(query: Query, answer: Answer) -> bool:
    """Whether what is told is what was asked for; what is asked back or not found always is."""
    if answer.outcome is not Outcome.ANSWERED:
        return True
    asked = [holds for asks, holds in _KINDS if asks(query)]
    words = fold(" ".join((answer.direct, answer.context, *answer.lines))) if asked or query.asks("number") else ""
    if query.asks("number") and not _is_of_type(query, words):
        return False
    asks_twice = query.counts >= _SEVERAL and query.claim is None
    if asks_twice and not query.asks("compare", "trend", "window", "when") and not _tells_several_numbers(answer):
        return False
    if _says_only_what_was_said(query, answer) or not _is_of_prize(query, answer):
        return False
    if not _is_of_said_years(query, answer) or not _counts_what_was_asked(query, answer):
        return False
    return all(holds(words, answer) for holds in asked) and _speaks_of_named(query, answer)


def _is_of_said_years(query: Query, answer: Answer) -> bool:
    """Whether what is told, or a report that tells it, is of a year that the question says; a day that refutes one is.

    "Năm 2013 làm xong hết 52 nhiệm vụ chưa?" is not answered by the plan of 2024, "có khai trương trong quý I/2022
    không?" is by the day in 2023.
    """
    said = _said_years(query)
    if not said:
        return True
    words = " ".join(
        (answer.direct, answer.context, *answer.lines, *(f"{q.report} {q.title} {q.text}" for q in answer.quotes))
    )
    told = {int(year) for year in _YEAR.findall(words)}
    told |= {q.signed_on.year for q in answer.quotes if q.signed_on is not None}
    told |= {day.year for q in answer.quotes if q.period is not None for day in (q.period.first, q.period.last)}
    if not told or not said.isdisjoint(told):
        return True
    is_granted = answer.direct.startswith(_GRANTED)
    is_of_state = query.asks("status") and not query.asks("verify") and not answer.direct.startswith(_DENIED)
    return _wants_yes(query) and not (is_granted or is_of_state) and has_date(answer.direct)


_YEAR = pattern_of(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DENIED = ("Không phải", "No:")
_GRANTED = ("Đúng:", "Rồi:", "Yes:")


def _said_years(query: Query) -> set[int]:
    """The years of the periods and days that it names; what is due or stands in a new year's first months is told of the old one."""
    years = {one.year for one in query.periods if one.year is not None and not one.is_of_name}
    for day in query.dates:
        years |= {day.year, day.year - (day.month <= _EARLY)}
    return years


_EARLY = 3  # months


# "Sáp nhập 12 khu dân cư thành mấy khu?": the 12 is known.
_LEADING = pattern_of(r"0*(?P<number>\d+)(?![\d.,/%])")


def _says_only_what_was_said(query: Query, answer: Answer) -> bool:
    """Whether how many is answered by the number that the question gives."""
    if query.claim is not None or query.counts != 1 or not query.asks("count"):
        return False
    told = _LEADING.match(answer.direct)
    return told is not None and told["number"] in said_numbers(query)


# A number first, or what it rose or fell by.
_NUMBER_FIRST = pattern_of(
    r"(?:(?:tang|giam|hon|gan|khoang|cao|thap|co|khong|dung|du|tu|truoc|bang|up|down|about|from|yes|no)[,:]? )*\d[\d.,/]* ?"
)
_PLACES = frozenset({"bac", "hang", "thu hang"})


def _counts_what_was_asked(query: Query, answer: Answer) -> bool:
    """Whether how many of something is answered by a number that leads or that stands with it, and places gained by places.

    "Hồ sơ đất đai trễ hạn là bao nhiêu hồ sơ" is not answered by the document that is to mend it.
    """
    if query.counts != 1 or query.claim is not None or not query.asks("count"):
        return True
    words = fold(answer.direct)
    if not _changed_in_what_was_asked(query, words):
        return False
    if not query.unit:
        return True
    if query.unit in _PLACES:
        return re.search(r"\b(?:bac|hang|thu|rank|places?)\b", words) is not None
    if unit_pattern().fullmatch(query.unit) is None or query.asks(*_BESIDES) or answer.lines:
        return True
    first = query.unit.split()[0]
    if _NUMBER_FIRST.match(words):
        return True
    return bool(re.search(rf"\d[\d.,/]*[,)]? (?:[a-z]+,? ){{0,2}}{re.escape(first)}\b", words))


_RISE = pattern_of(r"(?:tang|giam|up|down) \d[\d.,/]* ?")


def _changed_in_what_was_asked(query: Query, words: str) -> bool:
    """Whether what rose or fell is what was asked about: "cắt giảm bao nhiêu thủ tục" is not answered by dossiers that rose."""
    if (rise := _RISE.match(words)) is None:
        return True
    if query.asks("percent"):
        return any(sign in words for sign in _SHARES)
    if not words.startswith(("tang", "giam")):
        return True  # in English things have other names
    told = unit_pattern().match(words, rise.end())
    if not query.unit or told is None or told[1] in query.folded:
        return True
    return not are_other_things(query.unit, told[1])


_SHARES = ("%", "phan tram", "percent", "diem", "point")
_BESIDES = ("percent", "money", "compare", "trend", "window", "when", "list", "number", "signer", "tasks")


# Who won the first prize tells nothing of the second.
_PRIZE = Sought(r"\bgiai (?:nhat|nhi|ba|tu|khuyen khich|dac biet|xuat sac)\b")


def _is_of_prize(query: Query, answer: Answer) -> bool:
    """Whether the quotes speak of the prizes that the question names."""
    asked = [prize[0] for prize in _PRIZE.finditer(query.folded)]
    told = fold(" ".join(quote.text for quote in answer.quotes)) if asked else ""
    return all(prize in told for prize in asked)


# 'Đề án "5 không"': what is called so, and not another that is called "4 tại chỗ".
_NAMED = pattern_of(r"[\"“”«](?P<name>[^\"“”»]{3,60})[\"“”»]")
_NAME_TOLD = 0.5  # of its words; the others may be slips


def _speaks_of_named(query: Query, answer: Answer) -> bool:
    """Whether the quotes have the names that the question gives in quotation marks: their numbers, and most of their words."""
    if not any(mark in query.text for mark in '"“”«'):
        return True
    read = set(re.findall(r"\w+", query.folded))
    told = set(re.findall(r"\w+", fold(" ".join((answer.direct, *(f"{q.title} {q.text}" for q in answer.quotes))))))
    for name in _NAMED.finditer(query.text):
        # As typed with the input method off its words are no words.
        words = [word for word in re.findall(r"\w+", fold(name["name"])) if word in read or word.isdigit()]
        numbers = [word for word in words if word.isdigit()]
        if not told.issuperset(numbers) or sum(word in told for word in words) < _NAME_TOLD * len(words):
            return False
    return True


def _wants_yes(query: Query) -> bool:
    return not query.asks(*_FIGURES, "window") and (
        query.asks("verify", "status") or bool(ENDS_ASKING.search(query.folded))
    )


# What is asked twice ("bao nhiêu thôn thành bao nhiêu") is told by two numbers; those of periods and days are none.
_SEVERAL = 2
_OF_TIME = pattern_of(r"\b(?:quy (?:[ivx]+|\d)|\d thang|nam|thang|ngay)\b(?:[ /]*[\d/]+)?|\b\d+ thang\b")


def _tells_several_numbers(answer: Answer) -> bool:
    told = _OF_TIME.sub(" ", fold(" ".join((answer.direct, *answer.lines))))
    return len(_NUMBER.findall(told)) >= _SEVERAL


def _tells_a_day(words: str, _answer: Answer) -> bool:
    return has_date(words) or any(True for _ in find_periods(words)) or bool(_NOT_YET.search(words))


@cache
def _folded_types() -> dict[str, Sought]:
    """The types' names, each with what asks for one of it."""
    names = [fold(name) for name in all_type_names()]
    return {n: Sought(rf"\b{n} (?:nao|so may|so bao nhieu|so gi)\b|\bso {n}\b") for n in names}


def _is_of_type(query: Query, words: str) -> bool:
    """Whether the document that is named is of the type whose number was asked for ("số quyết định", "kế hoạch nào")."""
    names = _folded_types()
    wanted = [name for name, asked in names.items() if asked.search(query.folded)]
    others = [n for n in names if n not in wanted and words.startswith(f"{n} ")]
    return not wanted or not others or any(n in words for n in wanted)


def _tells_a_date(words: str, _answer: Answer) -> bool:
    return has_date(words)


def _tells_money(words: str, _answer: Answer) -> bool:
    return bool(_MONEY.search(words))


def _tells_a_signer(words: str, _answer: Answer) -> bool:
    return bool(_SIGNED.search(words))


# "Giám đốc Sở Nội vụ là ai": a figure of that department names nobody.
_PERSON = re.compile(rf"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)\s{FULL_NAME}|^{FULL_NAME}(?: – |,)")


def _tells_a_person(_words: str, answer: Answer) -> bool:
    return bool(_PERSON.search(answer.direct))


def _tells_a_reason(words: str, answer: Answer) -> bool:
    return "nguyen nhan" in words or "causes" in words or any(gives_reason(one.text) for one in answer.quotes)


def _tells_several_things(_words: str, answer: Answer) -> bool:
    return bool(answer.lines) or len(answer.quotes) > 1 or len(answer.direct.split()) > 12


def _tells_a_change(words: str, answer: Answer) -> bool:
    if _CHANGED.search(words) or len(answer.points) > 1 or len(_values(answer)) > 1:
        return True
    told = answer.direct.split(" ", 1)[0]
    changes = rf"\b(?:tang|giam|hon|kem|bot|len|xuong)\b[^.;]{{0,60}}{re.escape(told)}"
    return any(re.search(changes, fold(one.text)) for one in answer.quotes)


def _says_that_it_changed(words: str, answer: Answer) -> bool:
    """Whether it says so itself, or holds two times against each other: the number of one of them tells nothing of that."""
    return bool(_CHANGED.search(words)) or len(answer.points) > 1


_AIM = pattern_of(r"\b(?:chi tieu|muc tieu|ke hoach|yeu cau|du toan|de ra|duoc giao|giao|target|plan)\b")


def _speaks_of_an_aim(words: str, answer: Answer) -> bool:
    """Whether it speaks of what was aimed at: how many there are tells nothing of it."""
    return bool(_AIM.search(words)) or any(_AIM.search(fold(one.text)) for one in answer.quotes)


def _tells_a_run(_words: str, answer: Answer) -> bool:
    return len(answer.points) > 1 or len(answer.lines) > 1 or len({one.report_id for one in answer.quotes}) > 1


# "… giảm dần thế nào trong các báo cáo": one sentence of one of them is no run.
_OVER_REPORTS = Sought(r"\b(?:qua|trong|theo) (?:cac|nhung|tung|tat ca cac) (?:ky )?bao cao\b")


def _names_bodies(_words: str, answer: Answer) -> bool:
    is_figure = bool(_FIGURE_ONLY.match(answer.direct))
    return (
        not is_figure or bool(answer.lines) or any(True for _ in find_organisations(answer.direct.split(" – ", 1)[0]))
    )


def _names_work(words: str, answer: Answer) -> bool:
    """Whether it says which ones they are and not only how many: "02 nhiệm vụ chưa hoàn thành" names none."""
    if answer.lines or len(answer.quotes) > 1:
        return True
    counted = list(_COUNTED_WORK.finditer(words))
    return not counted or bool(_NAMED_BEHIND.match(words, counted[-1].end()))


_WHICH_WORK = Sought(rf"\b{SEVERAL} {TASK} (?:nao|gi)\b")
_COUNTED_WORK = pattern_of(rf"\b\d+(?:/\d+)? {TASK}\b")
_NAMED_BEHIND = pattern_of(r"[^.;]*(?::|\(|\bgom\b|\bla\b|\bnhu\b)")


def _values(answer: Answer) -> list[str]:
    """The numbers in what is told, without those of periods and days."""
    told = " ".join((answer.direct, *answer.lines))
    return _NUMBER.findall(re.sub(r"(?:quý|tháng|năm|ngày|quarter|Q)\s?[\w/]+", " ", told))


def _asks_whether_apologised(query: Query) -> bool:
    """ "Cả 34 hồ sơ trễ đều xin lỗi hết rồi hả?": how many were late is no answer."""
    return (
        "#apology" in query.terms.words
        and query.claim is None
        and not query.asks(*_FIGURES, "when", "trend", "compare")
    )


_WHICH_REPORT = pattern_of(r"\W*bao cao nao (?:cua [^?]{2,60} )?(?:noi|neu|de cap|nhac|viet) ")
_IS_REPORT = pattern_of(r"\bbao cao\b|/bc\b|\breport\b")

_KINDS: tuple[tuple[Callable[[Query], bool], Callable[[str, Answer], bool]], ...] = (
    (lambda q: q.asks("when") and bool(_OF_DAYS.search(q.folded)) and not q.asks(*_FIGURES, "window"), _tells_a_day),
    (lambda q: q.asks("signer"), _tells_a_signer),
    (asks_who_holds, _tells_a_person),
    (asks_why, _tells_a_reason),
    (_asks_whether_apologised, lambda words, _: "xin loi" in words or "apolog" in words),
    # "Kinh phí … đã chi mấy phần trăm": the share of the money.
    (lambda q: q.asks("money") and not q.asks("percent") and q.claim is None, _tells_money),
    (lambda q: q.asks("summary") and not q.asks(*_FIGURES), _tells_several_things),
    (lambda q: bool(q.dates) and not q.references and _wants_yes(q), _tells_a_date),
    (lambda q: q.asks("trend", "compare") and q.claim is None, _tells_a_change),
    (lambda q: q.asks("trend") and bool(_OVER_REPORTS.search(q.folded)), _tells_a_run),
    (
        lambda q: bool(_WHETHER_CHANGED.search(q.folded)) and q.claim is None and not q.asks(*_FIGURES),
        _says_that_it_changed,
    ),
    (asks_whether_met, _speaks_of_an_aim),
    # "Báo cáo nào của UBND tỉnh nói về …": a report, and no sentence of one.
    (lambda q: bool(_WHICH_REPORT.match(q.folded)), lambda words, _: bool(_IS_REPORT.search(words))),
    (lambda q: bool(_WHICH_WORK.search(q.folded)) and not q.asks(*_FIGURES), _names_work),
    (
        # "Xã nào có tỷ lệ quá hạn trên 1%": names, and no share.
        lambda q: (
            bool(_WHICH_BODIES.search(q.folded))
            and (not q.asks(*_FIGURES) or (bool(_BEYOND.search(q.folded)) and not q.asks("rank", "verify")))
            and not q.asks("when")
        ),
        _names_bodies,
    ),
)
