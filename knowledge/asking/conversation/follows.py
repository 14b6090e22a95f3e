"""Whether a question goes on from the one before it in the chat, or stands alone."""

from knowledge.asking.conversation.turns import Turn
from knowledge.asking.library import Library
from knowledge.asking.reading.held import SUPERLATIVE
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.submitting import asks_only_who_submits
from knowledge.asking.shelves.terms import PARTS_OF_DOSSIERS
from knowledge.grammar.patterns import pattern_of


def follows(query: Query, last: Turn, library: Library) -> bool:
    """Whether the question needs the one before it to mean anything."""
    spoken_of = last.query.has_subject or last.query.terms.dimensions
    if query.references or (last.outcome == "not_found" and not spoken_of):
        return False
    if _WHEREABOUTS.search(query.folded) or _names_all(query) or _tells_time(query):
        return False
    if leaves_document(query, last) or _says_nothing(query):
        return False
    is_told = last.document and last.outcome == "answered"
    if is_told and not query.cues and (query.periods or query.bodies) and not query.is_follow_up:
        return False  # "quý 4?", "Sở Nội vụ làm gì": nothing is asked of the document
    if is_told and query.bodies and query.asks("tasks", "about") and not query.is_follow_up:
        return False  # "Sở Nội vụ đang nợ việc gì": of the department, whatever document was spoken of
    if last.document and (asks_only_type(query) or (_OF_IT.search(query.folded) and not query.naming.words)):
        return True
    if last.document and asks_only_who_submits(query):
        return True
    if last.body and query.asks("score", "rank") and not query.bodies and query.naming.words <= _OF_PLACES:
        return True
    if not may_continue(query, library) and not (query.periods or query.bodies):
        return False
    if query.asks("tasks", "summary") and query.periods and not query.is_follow_up:
        # "Nhiệm vụ quý III/2019 là gì": whole without what was spoken of before.
        return False
    says_little = not query.naming.words and not query.named_type
    has_period = any(not m.is_same_period for m in query.periods)
    return says_little or (
        query.is_follow_up and not (has_period and query.terms.words and query.asks("count", "percent"))
    )


def _says_nothing(query: Query) -> bool:
    """ "Gấp gấp", "nhanh lên em": nothing that could be asked of anything."""
    says = query.cues or query.periods or query.bodies or query.dates or query.terms.words or query.terms.dimensions
    asks = "?" in query.text or _ASKING_WORD.search(query.folded)
    return not (says or asks or query.level or query.named_type or query.is_follow_up or query.naming.words)


def _names_all(query: Query) -> bool:
    """ "Tất cả văn bản đã xong chưa?", "Sở Nội vụ được giao văn bản nào?": of all that there are, whatever was spoken of before."""
    lists_own = bool(query.bodies) and (query.asks("list", "tasks") or bool(_CHARGED_WITH.search(query.folded)))
    lists_time = bool(query.periods) and bool(_ISSUED_THEN.search(query.folded))
    return not query.is_follow_up and (lists_own or lists_time or bool(_ALL_DOCUMENTS.search(query.folded)))


# "Văn bản nào ban hành tháng 3?": of a time, and not of the document spoken of.
_ISSUED_THEN = pattern_of(
    r"\b(?:van ban|tai lieu|quyet dinh|cong van|ke hoach|chi thi|nghi quyet|thong bao) nao (?:duoc |da )?ban hanh\b"
    r"|\bban hanh (?:nhung |cac )?(?:van ban|tai lieu|quyet dinh|cong van|ke hoach|chi thi|nghi quyet|thong bao) nao\b"
)


_CHARGED_WITH = pattern_of(r"\b(?:duoc giao|phu trach|chu tri)(?: lam| nhung| cac)*(?: viec| nhiem vu)? gi\b")
_ALL_DOCUMENTS = pattern_of(
    r"^(?:tat ca|toan bo|moi|het|bao nhieu|cac|nhung)(?: cac| nhung)? (?:van ban|tai lieu|quyet dinh|cong van|ke hoach|nhiem vu|dau viec|viec)\b"
    r"|^all (?:the )?(?:documents?|decisions?|letters?|plans?|tasks?|ke hoach)\b"
)


def _tells_time(query: Query) -> bool:
    """ "Họp lúc 8 giờ": an hour of the day is nothing that a report is asked for."""
    return not query.cues and bool(_HOUR.search(query.folded))


_HOUR = pattern_of(r"\b\d{1,2} ?(?:gio|h)(?: ?\d{2}| ruoi| kem)?\b|\b\d{1,2} ?(?:am|pm|o'clock)\b")


def counts_nothing(query: Query) -> bool:
    """ "Bao nhiêu trong quý III?": how many of nothing that it names."""
    says = query.naming.words or query.terms.words or query.terms.dimensions or query.references or query.unit
    return query.asks("count", "percent") and not (says or query.bodies or query.named_type or query.claim)


def names_nothing(query: Query) -> bool:
    """Whether it names no thing, time or body, so that what was spoken of before goes on being so where it found nothing."""
    says = (
        query.naming.words or query.terms.dimensions or query.references or query.periods or query.bodies or query.dates
    )
    return not (says or query.level or query.named_type or SUPERLATIVE.search(query.folded))


_ASKING_WORD = pattern_of(r"\b(?:nao|gi|ai|may|bao|dau|chua|khong|sao|hom|bua|khi|luc)\b")


def asks_on_of_nobody(query: Query, last: Turn) -> bool:
    """ "Sở nào dẫn đầu?" was not found: whose points the next "được bao nhiêu điểm?" means is not known either."""
    was_most = last.outcome == "not_found" and bool(SUPERLATIVE.search(last.query.folded))
    return (
        was_most
        and query.asks("score", "rank")
        and not (query.naming.words - {"#score"} or query.bodies or query.references)
    )


def leaves_document(query: Query, last: Turn) -> bool:
    """Whether dossiers are asked for after a document: "quý nào tiếp nhận nhiều nhất?" after a decision.

    Nothing is received, settled or handed in online of a document.
    """
    is_of_document = last.document is not None or bool(last.query.references)
    return is_of_document and not query.is_follow_up and bool(query.terms.dimensions.keys() & PARTS_OF_DOSSIERS)


# "Được bao nhiêu điểm?", after the body that leads was named.
_OF_PLACES = frozenset({"#score", "#ranking"})
# "Nó thay thế văn bản nào?", "thay cho văn bản nào?": of the document spoken of, and no list.
_OF_IT = pattern_of(
    r"^(?:the |vay |vay thi )?(?:no|(?:van ban|quyet dinh|ke hoach|cong van|thong bao|quy che|quy dinh|cai) (?:do|nay|ay))\b"
    r"|^(?:the |vay |va |vay thi )?(?:de )?(?:thay(?: the)?(?: cho)?|bai bo|huy bo) (?:van ban|quyet dinh|ke hoach|quy che|quy dinh|cai) (?:nao|gi)\b"
)
# "Trung tâm nằm ở đâu?", "mấy giờ mở cửa?": nothing that was spoken of has to do with it.
_WHEREABOUTS = pattern_of(
    r"\b(?:tinh|huyen|xa|phuong|so|dia phuong|don vi|noi|tinh thanh)(?:,? (?:tinh|huyen|xa|phuong|thanh pho))* (?:ban|khac)\b(?=\W*$| (?:thi|the nao|ra sao)\b)"
    r"|\bnam o (?:dau|cho nao)\b|\bdia chi\b|\bso dien thoai\b|\b(?:luc )?may gio\b|\bo duong nao\b"
)


def may_continue(query: Query, library: Library) -> bool:
    """Whether a question that found nothing alone may go on from the one before.

    It must be of the reports' own words and say no period or body; "thời tiết hôm nay" begins anew.
    """
    if _WHEREABOUTS.search(query.folded) or _says_nothing(query) or _names_all(query) or _tells_time(query):
        return False
    asks_tasks = query.asks("tasks") and not query.asks("count", "percent")
    if query.periods or query.bodies or asks_tasks or query.asks("list", "summary", "latest"):
        return False
    return all(w.startswith("#") or library.weight(w) < library.rare for w in query.naming.words)


def asks_only_type(query: Query) -> bool:
    """ "Nghị quyết số mấy?": a type of document is all that it says."""
    called = query.type_words
    return bool(called) and query.asks("number", "when") and not query.references and query.naming.words <= called
