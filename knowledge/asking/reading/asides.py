"""A question less what only tells of whoever asks: what leads to it, what it is for, clauses such as "em đọc chị nghe"."""

import re
from functools import cache

from knowledge.grammar.folding import fold, has_tones
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

# So many words ask something before what it is for is told.
_FEWEST_WORDS = 4


@cache
def _any(table: str, sort: str = "words") -> str:
    return f"(?:{listed('asides', table, sort)})"


def _order() -> str:
    order = rf"(?:{_any('orders')}|bao(?! (?:nhieu|gio|lau)\b))(?: (?:giup|gium|ho))?"
    return rf"(?:{_any('orders', 'softened')} )?{order}(?: {_any('orders', 'to')})*"


def _preamble() -> str:
    lead = rf"^(?=[^\d]*?\b{_any('leading')}\b)(?P<lead>[^\d?]{{4,90}}?)"
    return rf"{lead}(?:[,;.–-]\s*(?={_order()}\b)(?:{_order()}\s)|:\s)(?=\S+\s+\S+\s+\S)"


def _nothing_asked() -> str:
    return rf"(?!.*\b{_any('asking')}\b)[^?\d]*\W*$"


def _purpose() -> str:
    for_whom = rf"(?:{_any('receivers')}\s(?:[a-z]+\s){{0,3}}?)?"
    return (
        rf",?\s(?:(?:cho|giup|gui) (?:em|anh|chi|toi|minh|chau) )?(?:de|nham|phuc vu)\s{for_whom}(?:kip |con )?"
        rf"{_any('purposes')}\b{_nothing_asked()}"
    )


def _asker_needs() -> str:
    writes = rf"(?={_any('needing', 'does')} {_any('needing', 'writings')}\b)"
    return rf",\s(?:vi |do |boi )?{_any('needing')}\s(?:(?:{_any('needing', 'needs')} )+|{writes}){_nothing_asked()}"


def _person() -> str:
    # "Chi thi ra soat, danh gia …": a directive, and no "chị Thi" who looks into something.
    return rf"(?!chi thi\b)(?:{_any('persons')}|(?:{_any('offices')} {_any('offices', 'of')}))"


def _aside() -> str:
    soon = _any("soon")
    return (
        rf"(?:(?:de|vi|do|roi|{soon}) )*{_person()} (?:[a-z]+ ){{0,4}}?{_any('work')}\b"
        rf"|(?:{soon} )+(?:[a-z]+ ){{0,2}}?{_any('work', 'meetings')}\b"
        rf"|{_any('favours')}(?: lai| ra)? {_any('favours', 'for')}\b"
    )


def _asked_by() -> str:
    called, of = _any("superiors", "called"), _any("superiors", "of")
    return rf"(?:{called} )?{_any('superiors')}(?: {of})? (?:dang |vua |moi )?hoi (?:em |anh |chi |toi |la |rang |ve )*"


def _wish() -> str:
    anyone = _any("wishing")
    greeted = rf"^(?:{_any('wishing', 'greetings')}\W+(?:{anyone}\W+)?)*(?:{anyone} )?(?:dang |rat |cung )?"
    wished = rf"(?:muon|can) (?:duoc )?{_any('wishing', 'wishes')}(?: {_any('wishing', 'more')})*"
    return rf"{greeted}{wished}[,:]?\s+(?=\S+\s+\S)"


def _begged() -> str:
    anyone = _any("wishing")
    asked = rf"{_any('wishing', 'favours')}(?: (?:giup|gium|ho|lai|them))*"
    for_whom = rf"(?: (?:cho )?{anyone}(?! (?:quan|so|nhiem)\b))?(?: (?:hoi|biet|xem))?"
    return rf"^(?:da\W+)?(?:xin )?(?:cho|nho) {anyone} {asked}{for_whom}[,:]?\s+(?=\S+\s+\S)"


def _for_whom() -> str:
    return rf",?\s(?:giup|gium|ho|cho) {_any('wishing')}(?: (?:voi|nhe|nha|a|di))*\W*$"


def _wanted_so() -> str:
    whom, around = f"{_any('wishing')}|{_any('telling', 'whom')}", _any("telling", "around")
    return rf"[ ,;.?]+{_any('telling')}(?: {around})*(?: (?:{whom}))(?: (?:{whom}|{around}))*\W*$"


def _not_wanted() -> str:
    does = rf"(?:{_any('unwanted', 'does')} )*"
    return rf"(?:\s*[,;(]\s*(?:chu )?|\s+chu )(?:khong|dung) {does}{_any('unwanted')}\b[^,;.?:\d]{{0,24}}?(?=[,;.?)]|$)"


# "Dạ cháu muốn hỏi …", "Bác muốn nắm …": who asks, and that they do; without its tone "muốn" has the letters of "muộn".
_WISH = pattern_of(_wish)
# "Cho bác hỏi …", "Nhờ cháu tra giúp bác …", and "… giúp bác với ạ", "… cho bác nhé".
_BEGGED, _FOR_WHOM = pattern_of(_begged), Sought(_for_whom)
# "…, không lấy lũy kế nha": what is not wanted besides, and no part of what is.
_NOT_WANTED = Sought(_not_wanted)
# "Sáng mai anh họp giao ban, cho anh …": it names no number, and an order follows it; ":" needs none.
_PREAMBLE = Sought(_preamble)
# "… để Vụ tổng hợp, trình lãnh đạo Bộ", and "…, em cần đưa vào phát biểu của sếp ạ".
_PURPOSE, _ASKER_NEEDS = Sought(_purpose), Sought(_asker_needs)
# "…, đọc anh nghe", "… gửi tôi gạch đầu dòng".
_WANTED_SO = Sought(_wanted_so)
# "…, chiều nay tôi báo cáo Thường trực", "…, em đọc chị nghe", "…, sắp họp rồi", "…, tra giúp anh".
_ASIDE = pattern_of(_aside)
# "Tôi ở Đài tỉnh, …": who asks, before the question.
_INTRODUCED = pattern_of(lambda: rf"(?:{_person()}) (?:la|o|ben|thuoc|lam o|cong tac (?:o|tai))\b")
# "Chị Giám đốc hỏi quý III nhận bao nhiêu hồ sơ".
_ASKED_BY = pattern_of(_asked_by)
_ASKS = pattern_of(lambda: rf"\b(?:{_any('asking')}|{_any('asking', 'how')})\b")
_PERSON = pattern_of(lambda: rf"\b{_person()}\b")
_LAST_CLAUSE = pattern_of(r"[,;.?]\s+(?P<aside>[^,;.?\d]{4,80})\W*$")
_FIRST_CLAUSE = pattern_of(r"(?P<aside>[^,;.?:\d]{4,80})[,;.]\s+")
# In a text with tones "chi" is no "chị", and "tới" no "tôi".
_TONED_PERSON = pattern_of(lambda: rf"(?i)\b(?:{'|'.join(load_vocabulary('asides')['persons']['words'])})\b")
_NO_PERSON = pattern_of(r"(?:chi (?:cho|lam|tra|mua|het|ra|tu)|toi (?:nay|gio|luc|het|ngay|thang|quy|cuoi))\b")


def without_asides(text: str) -> str:
    """The question as typed, less what leads to it, what it is for, and first and last clauses that tell of the asker."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    if (unwanted := _NOT_WANTED.search(folded)) is not None and _is_enough(folded[: unwanted.start()]):
        text = text[: unwanted.start()] + text[unwanted.end() :]
        folded = fold(text)
    lead = _PREAMBLE.match(folded) or _WISH.match(folded)
    purpose = _PURPOSE.search(folded) or _ASKER_NEEDS.search(folded) or _WANTED_SO.search(folded)
    start = lead.end() if lead else 0
    end = purpose.start() if purpose and _is_enough(folded[start : purpose.start()]) else len(text)
    return _without_clauses(text[start:end])


def without_wishes(words: str) -> str:
    """The folded words less who wants to know and whom it is for."""
    return _FOR_WHOM.sub("", _BEGGED.sub("", _WISH.sub("", words)))


def _without_clauses(text: str) -> str:
    folded = fold(text)
    if len(folded) != len(text):
        return text
    start, end = 0, len(text)
    asked_by = _ASKED_BY.match(folded)
    if asked_by is not None and _is_enough(folded[asked_by.end() :]):
        start = asked_by.end()
    first = _FIRST_CLAUSE.match(folded, start)
    if first is not None and _is_aside(text, first, leads=True) and _is_enough(folded[first.end() :]):
        start = first.end()
    last = _LAST_CLAUSE.search(folded, start)
    if last is not None and _is_aside(text, last, leads=False) and _is_enough(folded[start : last.start()]):
        end = last.start()
    return text[start:end]


def _is_aside(text: str, clause: re.Match[str], *, leads: bool) -> bool:
    """Whether a clause of the text only tells of whoever asks."""
    folded, written = clause["aside"], text[clause.start("aside") : clause.end("aside")]
    of_asker = _ASIDE.match(folded) or (_INTRODUCED.match(folded) if leads else None)
    if of_asker is None or _ASKS.search(folded) is not None:
        return False
    if not _PERSON.search(of_asker[0]):
        return True
    return bool(_TONED_PERSON.search(written)) if has_tones(text) else _NO_PERSON.match(folded) is None


def _is_enough(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS
