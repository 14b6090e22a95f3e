"""What a question takes from the ones before it in the chat: whether it follows them, and what it then means."""

import json
from collections.abc import Container
from dataclasses import dataclass, replace
from hashlib import blake2s

from knowledge.answers import Answer
from knowledge.asking.concepts import Terms
from knowledge.asking.held import ASKS_MOST, SUPERLATIVE
from knowledge.asking.library import Library
from knowledge.asking.placing import asks_who_is_placed
from knowledge.asking.question import Query
from knowledge.asking.shelves.terms import INDICES
from knowledge.asking.wholes import is_beyond
from knowledge.facts import PeriodKind
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention

# What was asked goes on being asked ("còn quý II?"), unless something else is asked now.
_CARRIED = frozenset({"count", "percent", "money", "rank", "score", "when", "who", "about", "status"})
_ASKING = _CARRIED.union(
    (
        "window",
        "number",
        "compare",
        "trend",
        "responsible",
        "due",
        "overdue",
        "signer",
        "published",
        "tasks",
        "effective",
    )
)
# How many turns back a follow-up may reach; a run of them reaches to the question that it began with.
_TURNS, _LONGEST_RUN = 3, 12


@dataclass(frozen=True, slots=True)
class Turn:
    """What an earlier question came to mean."""

    query: Query
    document: str | None
    outcome: str
    report: int | None
    body: str | None = None  # whom the answer named as first or last
    said: str = ""  # by what the sentence that it rests on is
    follows: bool = False  # whether it rests on the one before it
    passes_over: int = 0  # how many it passes over, whose parts it puts another in the place of


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question came to mean, and whether that rests on the one before it."""

    query: Query
    follows: bool
    passes_over: int = 0  # how many before it, whose parts it puts another in the place of


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
    if last.document and (asks_only_type(query) or (_OF_IT.search(query.folded) and not query.naming.words)):
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
    return not query.is_follow_up and (lists_own or bool(_ALL_DOCUMENTS.search(query.folded)))


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


def leaves_document(query: Query, last: Turn) -> bool:
    """Whether dossiers are asked for after a document: "quý nào tiếp nhận nhiều nhất?" after a decision.

    Nothing is received, settled or handed in online of a document.
    """
    is_of_document = last.document is not None or bool(last.query.references)
    return is_of_document and not query.is_follow_up and bool(query.terms.dimensions.keys() & _OF_DOSSIERS)


_OF_DOSSIERS = frozenset({"stage", "timeliness", "channel"})
# "Được bao nhiêu điểm?", after the body that leads was named.
_OF_PLACES = frozenset({"#score", "#ranking"})
# "Nó thay thế văn bản nào?": of the document spoken of, and no list.
_OF_IT = pattern_of(
    r"^(?:the |vay |vay thi )?(?:no|(?:van ban|quyet dinh|ke hoach|cong van|thong bao|quy che|quy dinh|cai) (?:do|nay|ay))\b"
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
    called = _called(query)
    return bool(called) and query.asks("number", "when") and not query.references and query.naming.words <= called


def merge(before: Query, now: Query) -> Query:
    """The question before with what this one says in its place."""
    has_own_words = len(now.terms.words - _GENERAL - _called(now)) >= 2
    # What was spoken of before is no longer meant, unless it is asked who does it and by when.
    is_elsewhere = has_own_words and not now.asks("responsible", "due")
    asking = _asked_now(before, now)
    is_new = bool(asking.keys() & _ASKING)
    return replace(
        now,
        text=f"{before.text.rstrip('?. ')} {now.text}",
        folded=_of_other_sort(before, now),
        cues=asking if is_new else _carried(before, now),
        references=now.references or (() if is_elsewhere else before.references),
        periods=_merge_periods(before, now) + _same_as_before(before, now),
        bodies=now.bodies or tuple(body for body in before.bodies if not is_beyond(body.organisation, now)),
        level=now.level or ("" if now.bodies else before.level),
        terms=Terms(_merge_dimensions(before, now), _merge_words(before, now, asking, has_own_words=has_own_words)),
        naming=now.naming if now.naming.words else before.naming,
        named_type=now.named_type or (None if is_elsewhere else before.named_type),
        # "Không nộp trực tuyến"; "còn quý II?" goes on asking for what was not.
        negated=now.negated or ("" if has_own_words or now.terms.dimensions else before.negated),
        unit=now.unit or ("" if asking.keys() & {"percent", "rank"} else before.unit),
        is_follow_up=True,
    )


def _carried(before: Query, now: Query) -> dict[str, tuple[int, int]]:
    """What goes on being asked; "việc nào quan trọng nhất?" asks for no number any more."""
    left_out = {"count", "percent", "money"} if _WHICH_THING.search(now.folded) else set()
    return {name: span for name, span in before.cues.items() if name in _CARRIED and name not in left_out}


_WHICH_THING = pattern_of(
    r"\b(?:viec|nhiem vu|van ban|linh vuc|nganh|mang|huyen|xa|phuong|quan|so|phong|don vi|co quan|dia phuong|noi|loai|nhom|thu tuc) nao\b"
)


_GENERAL = frozenset({"#dossier", "#total"})


def _called(query: Query) -> frozenset[str]:
    """The words of the type of document: "Nghị quyết số mấy?" says no more than that."""
    return frozenset(fold(query.named_type or "").split())


def _asked_now(before: Query, now: Query) -> dict[str, tuple[int, int]]:
    """What this question asks for itself."""
    asking = {name: span for name, span in now.cues.items() if name != "overall"}
    carries_measure = before.asks("percent", "score", "rank", "money")
    if asking.keys() == {"compare"} and before.asks("percent"):
        return {**asking, "percent": asking["compare"]}  # "quý nào cao hơn?", of two shares
    # "Quý III thì bao nhiêu?": of the share that was spoken of.
    return {} if asking.keys() == {"count"} and not now.unit and carries_measure else asking


def _merge_words(before: Query, now: Query, asking: Container[str], *, has_own_words: bool) -> frozenset[str]:
    """The words of the thing that is now spoken of."""
    if _OTHER_FIELD.search(now.folded) and now.naming.words:
        # "Vậy lĩnh vực đăng ký kinh doanh thì sao?": another field instead of the one before.
        words = now.terms.words | (before.terms.words & _GENERAL)
    else:
        words = now.terms.words if has_own_words else before.terms.words | now.terms.words
    if now.terms.words & INDICES:
        # "SIPAS thì sao?": an index instead of the one before.
        words -= (before.terms.words & INDICES) - now.terms.words
    # What was asked of the place in a ranking is now asked of the points, or the other way about.
    if "score" in asking:
        return words - {"#ranking"}
    return words - {"#score"} if "rank" in asking else words


def in_its_place(before: Query, now: Query) -> Query:
    """The question before with the thing that this one names instead of its own: "đất đai mấy hồ sơ?", "thế còn xây dựng?"."""
    merged = merge(before, now)
    words = now.terms.words | (before.terms.words & _STAYING)
    return replace(merged, terms=Terms(merged.terms.dimensions, words))


_STAYING = frozenset({"#dossier", "#total", "#new_intake", "nguoi"})


def _of_other_sort(before: Query, now: Query) -> str:
    """The words that tell what is asked: after "sở nào dẫn đầu?" those of "còn khối huyện?" ask which district leads."""
    says_more = now.cues or now.periods or now.naming.words or now.terms.dimensions
    if now.bodies and not says_more and ASKS_MOST.search(before.folded):
        return before.folded  # "Huyện Cồn Sa thì sao?": which is most of it
    which, other = _WHICH.search(before.folded), _OTHER_SORT.search(now.folded)
    if which is None or other is None or now.cues or now.bodies or now.references:
        return now.folded
    return f"{before.folded[: which.start()]}{other['sort']} nao{before.folded[which.end() :]}"


_SORTS = r"so|huyen|quan|thi xa|xa|phuong|tinh|thanh pho|don vi|bo"
_WHICH = pattern_of(rf"\b(?:{_SORTS})(?:, ?(?:{_SORTS}))* nao\b")
_OTHER_SORT = pattern_of(rf"\b(?:khoi |cap |cac |ben )*(?P<sort>{_SORTS})(?: thi)?(?: sao| the nao)?\W*$")
_OTHER_FIELD = pattern_of(r"\b(?:linh vuc|mang|nganh|khoi)\b")
_RECEIVED = frozenset({"received"})


def _merge_dimensions(before: Query, now: Query) -> dict[str, frozenset[str]]:
    """What still holds of the question before, and what this one says; dossiers are late or on time once handled, never as received."""
    held, said = before.terms.dimensions, now.terms.dimensions
    dropped = "direction" if before.asks("compare") and not now.asks("compare", "trend") else ""
    if not ("timeliness" in said and "stage" in said):
        if "timeliness" in said and held.get("stage") == _RECEIVED:
            dropped = "stage"
        elif said.get("stage") == _RECEIVED:
            dropped = "timeliness"
    return {**{name: values for name, values in held.items() if name != dropped}, **said}


def _same_as_before(before: Query, now: Query) -> tuple[PeriodMention, ...]:
    """ "Còn quý II?" after a question against the same time a year before goes on against that."""
    if len(now.periods) != 1 or now.periods[0].is_same_period or now.cues:
        return ()
    return tuple(m for m in before.periods if m.is_same_period)[:1]


def _merge_periods(before: Query, now: Query) -> tuple[PeriodMention, ...]:
    if _STEP_BACK.search(now.folded):
        return tuple(_stepped_back(m) for m in before.periods)
    if not now.periods:
        return before.periods
    if all(m.is_same_period for m in now.periods):
        return (*before.periods, *now.periods)
    year = next((m.year for m in before.periods if m.year), None)
    filled = tuple(replace(m, year=year) if m.is_open and year else m for m in now.periods)
    if len(filled) == 1 and len(before.periods) == 1 and _HELD_AGAINST.search(now.folded[: filled[0].start]):
        return (*before.periods, *filled)
    only_year = len(filled) == 1 and filled[0].kind == "year" and before.periods and before.periods[0].is_open
    return tuple(replace(m, year=filled[0].year) for m in before.periods) if only_year else filled


# "So với quý I tăng mấy phần trăm?": the period that was spoken of is held against the one that is named.
_HELD_AGAINST = pattern_of(r"\b(?:so voi|so|hon|kem|voi|compared (?:to|with)|than) $")
# "năm trước đó", "quý trước đó", "kỳ trước": counted from the period spoken of, not from today.
_STEP_BACK = pattern_of(r"\b(?:nam|quy|thang|ky) truoc do\b|\bky truoc\b|\btruoc do nua\b")


def _stepped_back(mention: PeriodMention) -> PeriodMention:
    if mention.year is None:
        return mention
    if mention.kind is PeriodKind.QUARTER and mention.index > 1:
        return replace(mention, index=mention.index - 1)
    if mention.kind is PeriodKind.QUARTER:
        return replace(mention, index=4, year=mention.year - 1)
    return replace(mention, year=mention.year - 1)


def remember(previous: str | None, meant: Meant, answer: Answer) -> str:
    """What is kept of a chat, as JSON: the last turns, with this one behind them."""
    turns = json.loads(previous).get("turns", []) if previous else []
    body = answer.topic.organisation
    turn = {
        "text": meant.query.text,
        "follows": meant.follows,
        "over": meant.passes_over,
        "outcome": answer.outcome.value,
        "document": answer.topic.document,
        "report": answer.topic.report_id,
        "body": body if body is not None and asks_who_is_placed(meant.query) else None,
        "said": digest(answer.quotes[0].text) if answer.quotes else "",
        "year": _year_told(meant.query, answer),
    }
    kept = [*turns, turn]
    first = max((at for at, one in enumerate(kept) if not one["follows"]), default=0)
    return _WRITE({"turns": kept[max(min(first, len(kept) - _TURNS), len(kept) - _LONGEST_RUN, 0) :]})


def _year_told(query: Query, answer: Answer) -> int | None:
    """The year that the answer took for a period whose year was open."""
    told = answer.topic.period
    if told is None or not any(m.is_open and m.in_year(told.first.year) == told for m in query.periods):
        return None
    return told.first.year


def of_year(query: Query, year: int | None) -> Query:
    """The question with that year wherever a period left it open."""
    if year is None:
        return query
    return replace(query, periods=tuple(replace(m, year=year) if m.is_open else m for m in query.periods))


def digest(direct: str) -> str:
    """By what a sentence is known again."""
    return blake2s(direct.encode(), digest_size=6).hexdigest()


_WRITE = json.JSONEncoder(ensure_ascii=False).encode
