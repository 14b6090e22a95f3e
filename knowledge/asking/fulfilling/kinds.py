"""Whether an answer is of the kind that was asked for: a day for "ngày nào", money for "bao nhiêu tiền"."""

from collections.abc import Callable

from knowledge.answers import Answer
from knowledge.asking.fulfilling import told
from knowledge.asking.fulfilling.wanted import FIGURES, wants_yes
from knowledge.asking.reading.question import Query
from knowledge.asking.sentences.posts import asks_who_holds
from knowledge.asking.sentences.reasons import asks_why
from knowledge.asking.sentences.sentence_kinds import asks_whether_met
from knowledge.asking.words.kinds_of_bodies import nouns_of_bodies
from knowledge.grammar.function_words import SEVERAL, TASK
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_WHICH_BODIES = Sought(lambda: rf"\b(?:{nouns_of_bodies()}|nganh)(?:, (?:huyen|thi xa|xa|phuong|so|nganh))* nao\b")
_BEYOND = Sought(r"\b(?:nao|gi) .*\b(?:tren|duoi|hon|qua|vuot|it nhat|toi thieu|chua (?:dat|toi)) \d")
# A follow-up may carry the asking word of the question before and ask something else.
_OF_DAYS = pattern_of(r"\b(?:ngay|thang|quy|nam|hom|bua|hoi|luc|khi|bao gio|chung nao|when|date|day)\b")
# "Có tăng bậc không", "có giảm không": the place or the number alone tells nothing of it.
_WHETHER_CHANGED = Sought(
    r"\bco (?:duoc )?(?:tang|giam|len|xuong|tut)(?: (?:bac|hang|diem|thu hang))?\b(?! (?:cuong|toc|dan|ga|bao nhieu|may))[^?]* khong\W*$"
)
# "… giảm dần thế nào trong các báo cáo": one sentence of one of them is no run.
_OVER_REPORTS = Sought(r"\b(?:qua|trong|theo) (?:cac|nhung|tung|tat ca cac) (?:ky )?bao cao\b")
# "… qua bốn quý biến động ra sao": a sentence on the year is no run of its quarters.
_OVER_QUARTERS = Sought(r"\b(?:qua|trong|theo) (?:cac|tung|moi|bon|ba|4|3) quy\b")
_WHICH_REPORT = pattern_of(r"\W*bao cao nao (?:cua [^?]{2,60} )?(?:noi|neu|de cap|nhac|viet) ")
_IS_REPORT = pattern_of(r"\bbao cao\b|/bc\b|\breport\b")
_WHICH_WORK = Sought(rf"\b{SEVERAL} {TASK} (?:nao|gi)\b")


def kinds_asked(query: Query) -> list[Callable[[str, Answer], bool]]:
    """Of each kind that is asked for, whether an answer, given with all its words folded, is of it."""
    return [holds for asks, holds in _KINDS if asks(query)]


def _asks_whether_apologised(query: Query) -> bool:
    """ "Cả 34 hồ sơ trễ đều xin lỗi hết rồi hả?": how many were late is no answer."""
    is_number = _NUMBER_OF_LETTERS.match(query.folded) or query.asks(*FIGURES, "when", "trend", "compare")
    is_document = query.named_type is not None  # "Quy chế xin lỗi ban hành chưa"
    return "#apology" in query.terms.words and query.claim is None and not (is_number or is_document)


_NUMBER_OF_LETTERS = pattern_of(r"\W*(?:tong )?so (?:luong )?(?:thu|van ban|loi|lan|luot|truong hop|ho so)\b")


def _asks_only_share(query: Query) -> bool:
    """Whether a share is asked for and nothing else; "riêng đất đai?" after one may be told by how many they are."""
    is_alone = query.claim is None and not query.is_follow_up
    return query.asks("percent") and is_alone and not (query.asks(*_BESIDE_SHARE) or asks_why(query))


_BESIDE_SHARE = (
    "count",
    "money",
    "rank",
    "score",
    "trend",
    "compare",
    "when",
    "window",
    "who",
    "status",
    "list",
    "tasks",
    "verify",
)


_KINDS: tuple[tuple[Callable[[Query], bool], Callable[[str, Answer], bool]], ...] = (
    (lambda q: q.asks("when") and bool(_OF_DAYS.search(q.folded)) and not q.asks(*FIGURES, "window"), told.tells_a_day),
    (lambda q: q.asks("signer"), told.tells_a_signer),
    (asks_who_holds, told.tells_a_person),
    (asks_why, told.tells_a_reason),
    (_asks_whether_apologised, lambda words, _: "xin loi" in words or "apolog" in words),
    # "Kinh phí … đã chi mấy phần trăm": the share of the money.
    (lambda q: q.asks("money") and not q.asks("percent") and q.claim is None, told.tells_money),
    # "Hồ sơ đúng hạn chiếm bao nhiêu %": how many they are is no share.
    (_asks_only_share, told.tells_a_share),
    (lambda q: q.asks("summary") and not q.asks(*FIGURES), told.tells_several_things),
    (lambda q: bool(q.dates) and not q.references and wants_yes(q), told.tells_a_date),
    (lambda q: q.asks("trend", "compare") and q.claim is None, told.tells_a_change),
    (lambda q: q.asks("trend") and bool(_OVER_REPORTS.search(q.folded)), told.tells_a_run),
    (lambda q: q.asks("trend") and bool(_OVER_QUARTERS.search(q.folded)), told.tells_of_quarters),
    (
        lambda q: bool(_WHETHER_CHANGED.search(q.folded)) and q.claim is None and not q.asks(*FIGURES),
        told.says_that_it_changed,
    ),
    (asks_whether_met, told.speaks_of_an_aim),
    # "Báo cáo nào của UBND tỉnh nói về …": a report, and no sentence of one.
    (lambda q: bool(_WHICH_REPORT.match(q.folded)), lambda words, _: bool(_IS_REPORT.search(words))),
    (lambda q: bool(_WHICH_WORK.search(q.folded)) and not q.asks(*FIGURES), told.names_work),
    (
        # "Xã nào có tỷ lệ quá hạn trên 1%": names, and no share.
        lambda q: (
            bool(_WHICH_BODIES.search(q.folded))
            and (not q.asks(*FIGURES) or (bool(_BEYOND.search(q.folded)) and not q.asks("rank", "verify")))
            and not q.asks("when")
        ),
        told.names_bodies,
    ),
)
