"""What sentences and questions say of time besides periods and days: what is meant to come, since when, as which report saw it."""

from knowledge.asking.library import StatementEntry
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.cues import ASKS_WHETHER
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.dates import DateMention, find_dates
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.sought import Sought

# What is planned is not done: "dự kiến vận hành trong quý I".
INTENDED = Sought(r"\b(?:du kien|phan dau|se)\b|\b(?:chuyen|lui|doi|hoan) (?:sang|den|toi) (?=(?:quy|thang)\b)")
# "Theo báo cáo quý I thì …": as that report saw it, and no later one.
IN_REPORT = Sought(r"\b(?:theo|trong|tai|o|hoi|luc|khi) (?:ban |cai )?bao cao\b")
# "Từ ngày nào": the day since when something is so, and what stands before that day in a sentence.
ASKS_SINCE = Sought(r"\b(?:ke )?tu (?:ngay|hom|bua|hoi|khi|luc) nao\b|\btu bao gio\b")
# "Áp dụng đến bao giờ": its last day, and not the first.
ASKS_LAST = Sought(
    r"\b(?:ap dung|thuc hien|thi diem|thi hanh|keo dai|tam dung|dien ra|hieu luc|hoat dong|nghi)\b[^,;]* (?:den|toi) (?:het )?(?:bao gio|khi nao|luc nao|ngay (?:nao|may)|hom nao)\b"
)
SINCE = pattern_of(r"\b(?:ke )?tu (?:ngay )?$")
_DONE_YET = r"\b(?:xong|hoan thanh|hoan tat)(?: het| roi| duoc)? chua\b"
DONE_YET = Sought(_DONE_YET)
# "Đã xong chưa": what a sentence must say something of.
ASKS_DONE = Sought(
    lambda: rf"{_DONE_YET}|\bxong khong{polite_end()}|\b(?:da|co) (?:xong|hoan thanh)\b.*\b{NOT}{polite_end()}"
)
PROGRESS = pattern_of(r"\b(?:den nay|hien nay|dang|hoan thanh|chua|da)\b")
# "Thực hiện Quyết định số …: từ 10 phòng sắp xếp còn 8 phòng": what was decided, and not how far it is.
_ONLY_DECIDED = pattern_of(
    r"^\W*(?:thuc hien|trien khai|can cu)\b|\b(?:ban hanh|phe duyet)\b.*\b(?:phuong an|ke hoach|de an|chuong trinh)\b"
)


_ALLOWED = pattern_of(r"\b(?:thong nhat|dong y|chap thuan|cho chu truong|cho phep)(?: cho| cho phep)? [a-z]")
_BEGUN = pattern_of(
    r"\b(?:den nay|hien|dang|hoan thanh|chinh thuc|chua|tu ngay \d|da (?!co\b|duoc (?:cho phep|dong y|chap thuan)|cho\b|thong nhat|dong y|chap thuan|de nghi))"
)


# "Trung tâm đã nhận hồ sơ hộ chiếu chưa": that it was allowed to says nothing of it.
_ASKS_IF_BEGUN = Sought(r"\bda (?:tiep nhan|nhan|thu|giai quyet|to chuc|trien khai|thuc hien|mo|van hanh)\b.*\bchua\b")


def asks_begun(folded: str) -> bool:
    """Whether a folded question asks if something is done by now, and not only whether it may be."""
    return _ASKS_IF_BEGUN.search(folded) is not None


def is_only_allowed(folded: str) -> bool:
    """Whether a folded sentence says that something was agreed to or allowed, and not that it came to be."""
    return _ALLOWED.search(folded) is not None and _BEGUN.search(folded) is None


# "Từ ngày 03/6/2019 Trung tâm tiếp nhận 58 thủ tục".
_SINCE_DAY = pattern_of(r"\btu ngay \d")


@once_each
def tells_whether_done(entry: StatementEntry) -> bool:
    """Whether a sentence can say that something is done or is not."""
    return bool(PROGRESS.search(entry.folded) or _SINCE_DAY.search(entry.folded)) or not _ONLY_DECIDED.search(
        entry.folded
    )


@once_each
def is_intended(entry: StatementEntry) -> bool:
    """Whether a sentence only says what is meant to be done, or by when."""
    return bool(INTENDED.search(entry.folded) or _BY_THEN.search(entry.folded))


_BY_THEN = pattern_of(r"\b(?:truoc ngay|truoc thang|truoc quy|xong trong)\b")


@once_each
def tells_time(entry: StatementEntry) -> bool:
    """Whether a sentence names a day or a period."""
    days = find_dates(entry.folded, default_year=year_of(entry))
    return any(True for _ in days) or any(True for _ in find_periods(entry.folded))


# The day of a document that is named, or one by which something is to be done.
_NOT_ITS_DAY = pattern_of(r"(?:\d(?:-[a-z]+)?/[a-z0-9-]+,?|\btruoc) (?:ngay )?$")


def is_own_day(entry: StatementEntry, day: DateMention) -> bool:
    """Whether a day of the sentence is that of what it tells, and none of a document that it names."""
    return not _NOT_ITS_DAY.search(entry.folded[: day.start])


def year_of(entry: StatementEntry) -> int:
    """The year of a day that it names without one."""
    period = entry.report.facts.period
    return period.last.year if period else entry.report.told_on.year


_DENIED = pattern_of(rf"\b{NOT}\s(?:duoc\s|bi\s|co\s|phai\s|the\s|tien hanh\s|thuc hien\s|to chuc\s)?(?P<verb>\w+)")


def same_polarity(entry: StatementEntry, words: str) -> bool:
    """Whether what folded words deny is denied in the sentence, and what they affirm is not only denied."""
    denied = {m["verb"] for m in _DENIED.finditer(words)}
    told = _denied_in(entry)
    affirmed = set(words.split()) - denied
    return denied <= told and not (told & affirmed & entry.terms.words)


@once_each
def _denied_in(entry: StatementEntry) -> frozenset[str]:
    return frozenset(m["verb"] for m in _DENIED.finditer(entry.folded))


# What asks whether it came as it was meant to, and names nothing of it; "theo báo cáo" only says by which report.
KEPT_TO = Sought(
    r"\b(?:co |cham |som hon |cham hon )?(?:nhu|theo|dung|so voi|kip|truoc|dung nhu)(?: dung| cai)? (?:du kien|ke hoach|tien do|lo trinh|thoi han|han|hen|de ra)"
    r"(?: ban dau| de ra| da de ra)?\b|\b(?:dung )?nhu(?: da)? (?:noi|hua|bao cao|cam ket)\b|\bkip\b|\bdung(?= (?:ngay|thang|quy|nam)\b)"
)


def holds_up(query: Query) -> bool:
    """Whether it is asked if the thing came as it was planned: "có xong đúng hạn không"."""
    return bool(KEPT_TO.search(query.folded)) and (query.asks("verify") or bool(ASKS_WHETHER.search(query.folded)))
