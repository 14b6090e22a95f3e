"""Short forms of speech written out before a question is read: "ba quý đầu năm 2022" names three quarters."""

import re

from knowledge.grammar.folding import fold, has_tones
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_ROMAN = ("i", "ii", "iii", "iv")
_HOW_MANY = {"hai": 2, "2": 2, "ba": 3, "3": 3, "bon": 4, "4": 4}
_FIRST_QUARTERS = Sought(r"\b(?P<many>hai|ba|bon|[234]) quy (?:dau (?:cua )?)?(?=nam\b)")
_LAST_QUARTERS = Sought(r"\b(?P<many>hai|ba|[23]) quy cuoi (?:cua )?(?=nam\b)")
# "Ba năm 2020, 2021, 2022": how many years they are is said by their names.
# "Xã Hòa Hải năm 2022", "phường 5 năm 2022" count none: they name one year, and nothing that counts years stands before.
_COUNTED_YEARS = Sought(
    r"(?P<before>^|\b(?:trong|cua|qua|ca|giua|voi|sanh|tu) )(?:hai|ba|bon|nam) (?=nam (?:19|20)\d\d\b)"
    r"|(?<!\bphuong )(?<!\bquan )\b(?:hai|ba|bon|nam|[2345]) (?=nam (?:19|20)\d\d,? (?:(?:va|voi|den|-) )?(?:nam )?(?:19|20)\d\d\b)"
)


# What leads to the request and says nothing of it: "Sáng mai anh họp giao ban, cho anh …", "Phục vụ đoàn thanh tra, đề nghị …".
# It speaks of who asks or what for, names no number, and an order follows it; ":" needs none.
_ABOUT_ASKER = (
    r"(?:alo|a lo|chao|thua|kinh gui|kinh thua|kinh hoi|xin hoi|phong vien|nha bao|bao chi|doc gia|em oi|anh oi|chi oi|em|anh|chi|toi|minh|chau|bac|chu|co|sep|lanh dao|phuc vu|de|nham"
    r"|chuan bi|sang|chieu|toi|mai|hom nay|dang|can|viet bai|hop)"
)
_ORDER = (
    r"(?:xin |vui long |kinh |rat )?(?:cho|mong|de nghi|nho|cung cap|giup|gui|xin|lam on|kiem tra|tra cuu|bao(?! (?:nhieu|gio|lau)\b)|hoi)(?: (?:giup|gium|ho))?"
    r"(?: (?:anh|chi|em|toi|minh|chau|bac|chu|co|sep|hoi|cho|biet|xin|dong chi|cung cap))*"
)
_PREAMBLE = pattern_of(
    rf"^(?=[^\d]*?\b{_ABOUT_ASKER}\b)(?P<lead>[^\d?]{{4,90}}?)(?:[,;.–-]\s*(?={_ORDER}\b)(?:{_ORDER}\s)|:\s)(?=\S+\s+\S+\s+\S)"
)


# What it is asked for: "… để Vụ tổng hợp, trình lãnh đạo Bộ", "… để đưa vào báo cáo giao ban"; it asks nothing itself.
_PURPOSE = Sought(
    r",?\s(?:(?:cho|giup|gui) (?:em|anh|chi|toi|minh|chau) )?(?:de|nham|phuc vu)\s(?:(?:em|anh|chi|toi|minh|chau|sep|lanh dao|vu|so|phong|van phong|don vi|co quan|ubnd|bo phan)"
    r"\s(?:[a-z]+\s){0,3}?)?(?:kip |con )?(?:tong hop|bao cao|trinh|dua|bo sung|chuan bi|hop|nop|gui|viet|tham muu|dien|lam|ve|dung|minh hoa)\b"
    r"(?!.*\b(?:nao|may|bao nhieu|gi|ai|chua|khong|dau|bao gio)\b)[^?\d]*\W*$"
)


# "2016 -> 2018", "quý I → quý III": from the one to the other.
_ARROW_HEADS = frozenset(">→⇒➔➜")
_ARROW = pattern_of(r"\s*(?:[-–—=]{1,2}>|[→⇒➔➜])\s*(?=\w)")
# "…, em cần đưa vào phát biểu của sếp ạ": who asks and what for, behind what is asked.
_ASKER_NEEDS = Sought(
    r",\s(?:vi |do |boi )?(?:em|anh|chi|toi|minh|chau|sep|lanh dao|ben em|phong em|so em)\s(?:(?:dang |can |phai |muon |sap |chuan bi )+|(?=(?:viet|soan|lam|nop|trinh|chuan bi) (?:bai|bao cao|tham luan|slide|tin|bieu|to trinh)\b))"
    r"(?!.*\b(?:nao|may|bao nhieu|gi|ai|chua|khong|dau|bao gio)\b)[^?\d]*\W*$"
)


# Who asks, as people call themselves and each other; "có" and "chú" have the letters of too many other words.
_PERSON = r"(?:em|anh|chi|toi|minh|tui|chau|sep|(?:ben|phong|co quan|don vi) (?:em|anh|chi|toi|minh))"
_IN_A_WHILE = (
    r"(?:chieu nay|sang nay|toi nay|chieu mai|sang mai|mai|lat nua|lat|ti nua|chut nua|gio|bay gio|sap|dang|chuan bi)"
)
_WORK = r"(?:hop|bao cao|trinh|soan|viet|lam|gui|nop|doc|nghe|phat bieu|tong hop|chep|ghi|doi chieu|giao ban|dua tin|bien tap|chot|chuan bi|can|hoi|dien|ra soat)"
# "…, chiều nay tôi báo cáo Thường trực", "…, em đọc chị nghe", "…, sắp họp rồi", "…, tra giúp anh": what the asker is about.
_ASIDE = pattern_of(
    rf"(?:(?:de|vi|do|roi|{_IN_A_WHILE}) )*{_PERSON} (?:[a-z]+ ){{0,4}}?{_WORK}\b"
    rf"|(?:{_IN_A_WHILE} )+(?:[a-z]+ ){{0,2}}?(?:hop|bao cao|giao ban|trinh|nop|phat bieu)\b"
    r"|(?:tra|xem|tim|kiem tra|noi|bao|hoi)(?: lai| ra)? (?:giup|gium|ho|dum|cho|voi)\b"
)
# "Tôi ở Đài tỉnh, …": who asks, before the question.
_INTRODUCED = pattern_of(rf"(?:{_PERSON}) (?:la|o|ben|thuoc|lam o|cong tac (?:o|tai))\b")
_ASKS = pattern_of(r"\b(?:nao|may|bao nhieu|gi|ai|chua|khong|dau|bao gio|sao|the nao)\b")
_LAST_CLAUSE = pattern_of(r"[,;.?]\s+(?P<aside>[^,;.?\d]{4,80})\W*$")
_FIRST_CLAUSE = pattern_of(r"(?P<aside>[^,;.?:\d]{4,80})[,;.]\s+")
# "Chị Giám đốc hỏi quý III nhận bao nhiêu hồ sơ".
_ASKED_BY = pattern_of(
    r"(?:(?:anh|chi|co|chu|bac|dong chi) )?(?:giam doc|pho giam doc|chu tich|pho chu tich|sep|lanh dao|truong phong|chanh van phong)(?: (?:so|phong|xa|phuong|tinh|em))? (?:dang |vua |moi )?hoi (?:em |anh |chi |toi |la |rang |ve )*"
)


# In a text with tones "chi" is no "chị", and "tới" no "tôi".
_TONED_PERSON = re.compile(r"(?i)\b(?:em|anh|chị|tôi|mình|tui|cháu|sếp)\b")
_NO_PERSON = pattern_of(r"(?:chi (?:cho|lam|tra|mua|het|ra|tu)|toi (?:nay|gio|luc|het|ngay|thang|quy|cuoi))\b")


def _without_asides(text: str) -> str:
    """The text less first and last clauses that only tell of whoever asks; four words of the question at least are left."""
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
    if not re.search(rf"\b{_PERSON}\b", of_asker[0]):
        return True
    return bool(_TONED_PERSON.search(written)) if has_tones(text) else _NO_PERSON.match(folded) is None


def _is_enough(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS


# As letters write "về việc".
_ABOUT = pattern_of(r"(?i)(?<!\w)v\s?/\s?v(?!\w)")


def without_preamble(text: str) -> str:
    """The question as typed, less what leads to it and what it is for; arrows and "v/v" as words, the others as they are."""
    text = text if _ARROW_HEADS.isdisjoint(text) else _ARROW.sub(" đến ", text)
    text = _ABOUT.sub("về việc", text) if "/" in text else text
    folded = fold(text)
    if len(folded) != len(text):
        return text
    lead = _PREAMBLE.match(folded) or _WISH.match(folded)
    purpose = _PURPOSE.search(folded) or _ASKER_NEEDS.search(folded)
    start = lead.end() if lead else 0
    end = purpose.start() if purpose and _is_enough(folded[start : purpose.start()]) else len(text)
    return _without_asides(text[start:end])


# So many words ask something before what it is for is told.
_FEWEST_WORDS = 4


_POLITE = pattern_of(r"^(?:kinh )?(?:de nghi|nho|mong)(?: (?:dong chi|anh|chi|cac dong chi|quy vi|em|ban))? (?=\w)")
# "Gộp cả 3 cấp tỉnh, huyện, xã": of the whole province.
_ALL_LEVELS = Sought(
    r"\b(?:gop |tinh |tong )?ca (?:3|ba) cap(?: tinh(?:,| va) huyen(?:,| va) xa)?\b|\b(?:3|ba) cap tinh(?:,| va) huyen(?:,| va) xa\b"
)


# "Nhập 3 ban", "nhập các phòng": bodies are merged; what is typed in is no body.
_JOINED = Sought(
    r"(?<!sap )(?<!thu )(?<!dang )(?<!gia )(?<!hoi )(?<!xuat )(?<!cap )(?<!hoa )(?<!truy )(?:\bnhap|\bgop|\bnhap chung|\bgop chung)(?P<to> (?:voi|vao)(?= (?:dau\b|gi\b|ai\b|[a-z]+ (?:[a-z]+ ){0,2}nao\b)))? (?=(?:(?:\d{1,3}|hai|ba|bon|may|cac|nhung) )?"
    r"(?:ban|phong|so|chi cuc|cuc|vu|trung tam|don vi|truong|xa|phuong|thon|ap|to dan pho|khu pho|huyen|dau moi|dau)\b)"
)


# "Giảm mấy so 2017": held against that year, and no document's number.
_SO_YEAR = Sought(r"\b(?P<by>may|hon|kem|tang|giam|nhieu) so (?=20\d\d\b)")


# "Dạ cháu muốn hỏi …", "Bác muốn nắm …": who asks, and that they do; without its tone "muốn" has the letters of "muộn".
_ANYONE = r"(?:em|anh|chi|toi|minh|tui|chau|bac|chu|co|ong|ba|sep|thay)"
_WISH = pattern_of(
    rf"^(?:(?:da|vang|alo|thua|kinh thua|chao)\W+(?:{_ANYONE}\W+)?)*(?:{_ANYONE} )?(?:dang |rat |cung )?(?:muon|can) (?:duoc )?"
    r"(?:hoi|biet|nam|tim hieu|xem|tra|tra cuu|nghe|kiem tra|xin|lay|hieu)(?: (?:ro|them|lai|ve|giup|thong tin|xem))*[,:]?\s+(?=\S+\s+\S)"
)
# "Cho bác hỏi …", "Nhờ cháu tra giúp bác …", "Nhờ cô xem hộ …".
_BEGGED = pattern_of(
    rf"^(?:da\W+)?(?:xin )?(?:cho|nho) {_ANYONE} (?:hoi|biet|xin|xem|coi|tra cuu|tra|kiem tra|tim|bao)(?: (?:giup|gium|ho|lai|them))*"
    rf"(?: (?:cho )?{_ANYONE}(?! (?:quan|so|nhiem)\b))?(?: (?:hoi|biet|xem))?[,:]?\s+(?=\S+\s+\S)"
)
# "… giúp bác với ạ", "… cho bác nhé".
_FOR_WHOM = Sought(rf",?\s(?:giup|gium|ho|cho) {_ANYONE}(?: (?:voi|nhe|nha|a|di))*\W*$")
# "Quý I, II, III/2020", "quý III/2025, IV/2025 và I/2026": each is a quarter.
_QUARTER_NUMBER = r"(?:iv|i{1,3})"
_OF_YEAR = r"(?:\s?/\s?(?:nam )?20\d\d)?"
_QUARTERS = Sought(
    rf"\b(?:quy|qui) {_QUARTER_NUMBER}{_OF_YEAR}(?P<more>(?:,? (?:va|voi|den|toi|sang) |,? ){_QUARTER_NUMBER}{_OF_YEAR}"
    rf"(?:(?:,? (?:va|voi|den|toi|sang) |,? ){_QUARTER_NUMBER}{_OF_YEAR})*)(?![\w/])"
)
_QUARTER = pattern_of(rf"(?<!\w){_QUARTER_NUMBER}(?!\w)")


def spelled_out(words: str) -> str:
    """The folded words less the courtesies around them, with what they count by name written out."""
    words = _FOR_WHOM.sub("", _BEGGED.sub("", _WISH.sub("", words)))
    words = _QUARTERS.sub(
        lambda m: m[0].removesuffix(m["more"]) + _QUARTER.sub(lambda n: f"quy {n[0]}", m["more"]), words
    )
    words = _ALL_LEVELS.sub("toan tinh", _POLITE.sub("", words))
    words = _JOINED.sub(lambda m: f"sap nhap{m['to'] or ''} ", words)
    words = _SO_YEAR.sub(lambda m: f"{m['by']} so voi nam ", words)
    words = _FIRST_QUARTERS.sub(lambda m: _quarters(0, _HOW_MANY[m["many"]]), words)
    words = _LAST_QUARTERS.sub(lambda m: _quarters(4 - _HOW_MANY[m["many"]], 4), words)
    return _COUNTED_YEARS.sub(lambda m: m["before"] or "", words)


def _quarters(first: int, last: int) -> str:
    return ", ".join(f"quy {name}" for name in _ROMAN[first:last]) + " "
