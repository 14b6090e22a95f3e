"""Which ones: the sentence that names the bodies, places or tasks that a question wants named."""

import re
from collections.abc import Sequence
from datetime import date

import numpy as np

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import BELOW_PROVINCE, is_of_bodies
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.newest import told_last
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.reading.submitting import asks_who_submits
from knowledge.asking.reading.tense import same_polarity
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.sentences.left_over import asks_what_is_left
from knowledge.asking.sentences.matching_statements import SENTENCE_SHARE, coverage, has_numbers, said_numbers
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.kept import Some
from knowledge.asking.words.framing import framing
from knowledge.asking.words.things import sorts_asked, sorts_of_bodies
from knowledge.facts import Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import LOWER, UPPER
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought

# "Ở những xã nào", "gồm các đơn vị nào", "là những nhiệm vụ gì", "đơn vị nào chưa …".
_WHICH = pattern_of(lambda: rf"\b(?P<noun>{sorts_asked()})(?:\s(?!nao|gi)\w+){{0,2}}?\s(?:nao|gi|mo)\b")


_SO_MANY = r"(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d+)"
# "Kể tên các phòng của Trung tâm", "liệt kê ba nhiệm vụ chưa hoàn thành".
_NAME_THEM = pattern_of(
    lambda: rf"\b(?:ke ten|liet ke|neu ten|ke ra)(?: ten)? (?:cac |nhung |{_SO_MANY} )?(?P<noun>{sorts_asked()})\b"
)
# "Ba nhiệm vụ chưa hoàn thành năm 2024 là gì".
_SO_MANY_ARE = pattern_of(
    lambda: rf"\b{_SO_MANY} (?P<noun>{sorts_asked()})\b [^?]{{4,80}}? (?:la|gom) (?:nhung )?(?:gi|nhung gi)\b"
)


# "Trung tâm có những bộ phận nào".
_ALL_OF_THEM = pattern_of(
    lambda: rf"\b(?:co|gom|bao gom)(?: may| \d+)?(?: nhung| cac) (?:{sorts_asked()})(?: chuyen mon| truc thuoc)? nao\b"
)


# Several things one after another, after a colon, a bracket or a word that opens a list.
_LIST = pattern_of(r"(?::|\(|\bgom\b|\bla\b|\btai\b|\bo\b|\bcon\b)[^:;]*?\w+\s?(?:,|;|\bva\b)\s?\w+")
# What belongs to a plan is no document: "ba nhiệm vụ của kế hoạch … là những nhiệm vụ nào"; nor is what is sent in late.
_DOCUMENTS = pattern_of(
    r"(?<!\bcua )(?<!\btrong )(?<!\btheo )(?<!\bgui )(?<!\bnop )\b(?:van ban|quyet dinh|ke hoach|cong van|nghi quyet|nghi dinh|chi thi|bao cao|chi tieu|muc tieu)\b"
)


_ASKS_NO_NAMES = frozenset(("count", "percent", "money", "when", "compare", "trend", "due", "signer", "rank"))


# "Có hồ sơ quá hạn nào không": whether there are any.
_WHETHER_ANY = Sought(
    lambda: rf"\bco (?:ho so|truong hop|thu tuc|nhiem vu)(?: [a-z]+){{0,5}}? nao\b.*\bkhong{polite_end()}"
)


def answer_which(library: Library, query: Query, today: date) -> Answer | None:
    """The one sentence that names what is asked for; None where none does, or several name different ones."""
    asks_besides = query.cues.keys() & _ASKS_NO_NAMES
    if query.references or asks_besides - {"count"}:
        return None
    which = next((m for asked in (_WHICH, _NAME_THEM, _SO_MANY_ARE) if (m := asked.search(query.folded))), None)
    if which is None or _DOCUMENTS.search(query.folded) or asks_what_is_left(query):
        return None
    if asks_besides and not _is_southern(query, which):
        return None
    if _WHETHER_ANY.search(query.folded):
        return None
    is_of_document = query.asks("responsible") or (query.named_type is not None and asks_who_submits(query))
    if is_of_document and not _ALL_OF_THEM.search(query.folded):
        return None
    wanted = _wanted(library, query, which)
    if wanted:
        scored = _naming(library, query, wanted, which["noun"], today)
    else:
        scored = _naming_in_plain_words(library, query, which, today)
    scored = [(s, e) for s, e in scored if _counts_and_names(e, which["noun"])] or scored
    if not scored:
        return None
    best = max(s for s, _ in scored)
    fitting = [e for s, e in scored if s >= best - 0.05]
    telling = told_last(fitting, lambda e: e.report)
    if len(telling) > 1 or (len({id(e.report) for e in fitting}) > 1 and not query.periods):
        return None
    entry = telling[0]
    words = shorten(entry.statement.span.cut(entry.report.text))
    return answered(words, (quote(entry.report, entry.statement.span),), topic=Topic(report_id=entry.report.id))


def _is_southern(query: Query, which: re.Match[str]) -> bool:
    """Whether what counts is "mấy" for "những": "Mấy đơn vị nào gửi chậm"."""
    return query.counts == 1 and query.folded[: which.start()].endswith("may ")


def _naming(
    library: Library, query: Query, wanted: frozenset[str], noun: str, today: date
) -> list[tuple[float, StatementEntry]]:
    """The sentences that name things of that sort and hold what is said of them, each with its share of the words."""
    # One word is too little, unless the sentence counts the wanted ones and names them, or both say that just it is lacking.
    is_too_little = len(wanted) < 2 and not (_LACKS.search(query.folded) and any("_" in word for word in wanted))
    having = library.statements_covering(wanted, SENTENCE_SHARE)
    if is_too_little:
        having = _counting_and_naming(library, having.among(library.statements_with_words(noun.split()).numbers), noun)
    periods = resolve_all(query.periods, today)
    fitting = (
        e
        for e in having
        if _is_meant(e, query, periods)
        and _names(e, noun)
        and not _counts_states(e)
        and same_polarity(e, query.folded)
        and is_of_bodies(e, query.bodies)
    )
    return [(share, e) for e in fitting if (share := coverage(library, wanted, e.words)) >= SENTENCE_SHARE]


# "Xã nào chưa có máy quét".
_LACKS = Sought(r"\b(?:nao|gi) (?:con |van |hien )*(?:chua|khong|thieu) (?:co |duoc |bo tri |lap )?")
# Fewer plain words say too little to know a sentence by.
_FEWEST_PLAIN, _MOST_PLAIN = 4, 200
_CARRYING_NOTHING = frozenset(
    {"may", "nhung", "cac", "trong", "vao", "cua", "co", "da", "bi", "theo", "o", "tai", "la", "a", "vay"}
)


def _naming_in_plain_words(
    library: Library, query: Query, which: re.Match[str], today: date
) -> list[tuple[float, StatementEntry]]:
    """Where no word of the question tells anything by itself ("gửi báo cáo chậm"): those that have all and count and name the wanted."""
    words = f"{query.folded[: which.start()]} {query.folded[which.end() :]}"
    for period in find_periods(words):
        words = words.replace(words[period.start : period.end], " " * (period.end - period.start))
    plain = set(re.findall(r"[a-z]+", words)) - _CARRYING_NOTHING
    if len(plain) < _FEWEST_PLAIN or query.bodies:
        return []
    periods, noun = resolve_all(query.periods, today), which["noun"]
    numbers = [number.lstrip("0") for number in re.findall(r"\d+", words)]
    having = library.statements_with_words([*plain, *noun.split()])[:_MOST_PLAIN]
    telling = (e for e in having if _is_meant(e, query, periods) and has_numbers(e, numbers))
    return [(1.0, e) for e in telling if _counts_and_names(e, noun)]


def _counting_and_naming(library: Library, having: Some[StatementEntry], noun: str) -> Some[StatementEntry]:
    """Those that count things of that sort and then name them; each is read for the first question of that sort only."""
    judged = library.once((_counts_and_names, noun), lambda: np.zeros(len(library.s_report), np.int8))
    for number in having.numbers[judged[having.numbers] == _UNREAD].tolist():
        judged[number] = _DOES if _counts_and_names(library.statements[number], noun) else _DOES_NOT
    return having.where(judged[having.numbers] == _DOES)


_UNREAD, _DOES_NOT, _DOES = range(3)


# "Tổng số 13 nhiệm vụ: đã hoàn thành 06, đang thực hiện 04, quá hạn 02": how many in each state, and none by name.
_COUNTED_BY_STATE = pattern_of(
    r"\b(?:hoan thanh|thuc hien|trien khai|qua han|tre han|dung han)(?: la)?:? \d+\b(?!/\d+/)"
)


@once_each
def _counts_states(entry: StatementEntry) -> bool:
    return len(_COUNTED_BY_STATE.findall(entry.folded)) > 1


def _wanted(library: Library, query: Query, which: re.Match[str]) -> frozenset[str]:
    """What is said of those that are wanted, without the noun that asks and the numbers."""
    asked = library.tagger.tag(which[0]).words | set(which["noun"].split())
    words = frozenset(w for w in query.terms.words if w not in asked and w not in framing("enumerating"))
    if (
        not words
        and (query.bodies or query.level)
        and (not _WHICH.search(query.folded) or _ALL_OF_THEM.search(query.folded))
    ):
        # "Các phòng của Trung tâm": all that it has.
        words = library.tagger.tag(which["noun"]).words
    dimensions = {d: v for d, v in query.terms.dimensions.items() if d not in {"scope", "moment", "direction"}}
    return all_words(Terms(dimensions, words))


def _counts_and_names(entry: StatementEntry, noun: str) -> bool:
    """ "04 xã (Sơn Lộc, Bình Nguyên …)", "03 xã chưa triển khai là …": so many of them, and then their names."""
    if noun not in entry.folded:
        return False
    # "06/18 cơ quan, đơn vị": the noun that is asked for may stand behind others of its sort.
    words = rf"\d+(?:/\d+)?\s(?:(?:{any_of(sorts_of_bodies())}), ){{0,3}}{noun}\b[^:(;.]{{0,80}}?(?::|\(|\bgom\b:?|\bla\b)\s?[^.)]*(?:,|;|\bva\b)"
    return bool(re.search(words, entry.folded))


def _is_meant(entry: StatementEntry, query: Query, periods: Sequence[Period]) -> bool:
    """Whether it is a sentence of the period and level that are named."""
    if len(entry.statement.citations) > 1:
        # A list of documents names no bodies, whatever they are about.
        return False
    if not entry.is_sentence:
        return False
    if periods and entry.report.facts.period not in periods:
        return False
    if _tells_other_end(entry.folded, query.folded):
        return False
    if not has_numbers(entry, said_numbers(query)):
        return False  # "đạt từ 90 điểm trở lên": what says nothing of that line
    return query.level != "province" or entry.report.body.level not in BELOW_PROVINCE


_MOST, _LEAST = (
    Sought(rf"\b(?:{words})(?: [a-z]+){{0,4}}? nhat\b") for words in ("nhieu|cao|lon|dong", "it|thap|nho|kem")
)


def _tells_other_end(told: str, asked: str) -> bool:
    """Whether the most are asked for and the least told, or the other way about."""
    return any(
        asks.search(asked) and not tells.search(asked) and tells.search(told) and not asks.search(told)
        for asks, tells in ((_MOST, _LEAST), (_LEAST, _MOST))
    )


# Places are called by names in capitals: "ngành Giáo dục sáp nhập 12 trường thành 06 trường" names none.
_PLACES = pattern_of(r"(?:huyen|thi xa|thanh pho|xa|phuong|thi tran|tinh|thon|ban|xom|to dan pho|khu pho)\b")
_NAMES_BY_CAPITALS = pattern_of(
    rf"[(:,;]\s*(?:và )?(?:[{LOWER}]+\s){{0,3}}[{UPPER}]\w+(?: [{UPPER}]\w+)*\s?(?:[,;)]|và )|\b(?:là|gồm|tại|ở) (?:[{LOWER}]+\s){{0,3}}[{UPPER}]\w+"
)


def _names(entry: StatementEntry, noun: str) -> bool:
    """Whether the sentence names things of that sort one by one."""
    if noun not in sorts_of_bodies():
        return noun in entry.folded and _has_list(entry) and bool(re.search(rf"\b{noun}\b", entry.folded))
    if _PLACES.match(noun):
        return (
            _names_any_body(entry) or _NAMES_BY_CAPITALS.search(entry.statement.span.cut(entry.report.text)) is not None
        )
    return _has_list(entry) or _names_any_body(entry)


@once_each
def _has_list(entry: StatementEntry) -> bool:
    return _LIST.search(entry.folded) is not None


@once_each
def _names_any_body(entry: StatementEntry) -> bool:
    return any(True for _ in find_organisations(entry.statement.span.cut(entry.report.text)))
