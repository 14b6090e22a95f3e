"""How a question goes on that changes one thing of the one before, asks for both of two, or of the report that told it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, Outcome
from knowledge.asking.conversation import Turn, digest, merge
from knowledge.asking.held import ASKS_MOST
from knowledge.asking.question import Query
from knowledge.asking.reasons import asks_why
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import name_period
from knowledge.grammar.sought import Sought

_BOTH = 2
# What is listed or told as a whole of a body or period is asked again in its own words.
_LISTED = ("list", "tasks", "summary", "responsible", "overdue")


def asked_again(last: Turn, now: Query) -> str | None:
    """ "Còn Sở Y tế?" after "Sở Nội vụ phụ trách văn bản nào?": the same asked of that; None where it is not so."""
    before = last.query
    if (counted := _COUNTED.search(before.folded)) is not None and _WHICH_ONES.search(now.folded) and not last.follows:
        return f"{counted['noun']} nao {before.folded[counted.end() :]}"
    is_most = bool(ASKS_MOST.search(before.folded))
    if last.follows or not (before.asks(*_LISTED) or is_most) or before.references or not _names_one(now):
        return None
    if now.bodies and not before.bodies and (before.asks("list") or is_most):
        return f"{before.folded.rstrip(' ?.')} cua {now.folded[now.bodies[0].start : now.bodies[0].end]}"
    if now.bodies and len(before.bodies) == 1:
        old, new = before.bodies[0], now.bodies[0]
        return f"{before.folded[: old.start]}{now.folded[new.start : new.end]}{before.folded[old.end :]}"
    if now.periods and len(before.periods) == 1:
        was, is_now = before.periods[0], now.periods[0]
        year = is_now.year or was.year
        said = (
            fold(name_period(is_now.in_year(year)))
            if year and is_now.is_open
            else now.folded[is_now.start : is_now.end]
        )
        return f"{before.folded[: was.start]}{said}{before.folded[was.end :]}"
    return None


_NOUNS = r"van ban|cong van|quyet dinh|ke hoach|nhiem vu|dau viec|viec"
# "Có mấy văn bản quá hạn?", and then "văn bản nào?".
_COUNTED = Sought(rf"\b(?:co )?(?:bao nhieu|may) (?P<noun>{_NOUNS})\b")
_WHICH_ONES = Sought(rf"^(?:do )?(?:la )?(?:nhung |cac )?(?:{_NOUNS}|cai) (?:nao|gi)(?: vay| the| a)*\W*$")


def _names_one(query: Query) -> bool:
    """Whether one body or one period is all that it says."""
    others = (
        query.cues or query.references or query.dates or query.naming.words or query.terms.dimensions or query.level
    )
    return not others and len(query.bodies) + len(query.periods) == 1


def joined(turns: Sequence[Turn], now: Query) -> Query:
    """The question before with what this one says in its place; where both of two are compared, with both."""
    last = turns[-1].query
    merged = merge(last, now)
    if (
        len(turns) < _BOTH
        or not now.asks("compare")
        or now.periods
        or now.bodies
        or not _is_of_both(turns[-2].query, last)
    ):
        return merged
    first = turns[-2].query
    if _are_two(first.periods, last.periods) and first.bodies == last.bodies:
        return replace(merged, periods=(*first.periods, *last.periods))
    if _are_two(first.bodies, last.bodies):
        return replace(merged, bodies=(*first.bodies, *last.bodies))
    return merged


def _is_of_both(first: Query, last: Query) -> bool:
    return first.terms == last.terms and first.unit == last.unit


def _are_two(first: Sequence[object], last: Sequence[object]) -> bool:
    return len(first) == len(last) == 1 and first != last


def parts_before(now: Query, turns: Sequence[Turn]) -> range:
    """ "Trực tuyến bao nhiêu?", then "quá hạn?": how many turns may be passed over that told parts of one whole, as it asks for another."""
    names_part = bool(now.terms.dimensions.keys() & _PARTS or now.naming.words)
    if not names_part or now.periods or now.bodies or now.references or now.asks("compare"):
        return range(0)
    parts = 0
    while parts + 1 < len(turns) and _is_part(turns[-1 - parts], turns[-2 - parts]):
        parts += 1
    return range(1, parts + 1)


def _is_part(part: Turn, whole: Turn) -> bool:
    """Whether it asked for a part of what was asked before, of the same time and bodies."""
    is_same = (part.query.periods, part.query.bodies) == (whole.query.periods, whole.query.bodies)
    return part.follows and not part.passes_over and is_same and part.query.terms != whole.query.terms


_PARTS = frozenset({"stage", "timeliness", "channel"})


# "Ai ban hành", "báo cáo nào nói thế", "nguồn đâu": of the report in which the figure stands.
_OF_ITS_REPORT = Sought(
    r"^(?:the |vay |con |thi )*(?:(?:bao cao nay |bao cao do |cai nay |so lieu nay |so nay )?(?:do )?(?:ai|co quan nao|don vi nao|noi nao) (?:da )?(?:ban hanh|ra|phat hanh|cong bo|bao cao)"
    r"|(?:ai|nguoi nao|lanh dao nao) ky(?: bao cao)?(?: nay| do)?|bao cao (?:nay |do )?(?:so may|so bao nhieu|(?:ra )?ngay (?:nao|may))|who signed the report"
    r"|(?:o |trong |theo |cua )*(?:bao cao|van ban|tai lieu) nao(?: noi| neu| ghi)?|(?:nguon|trich) (?:o |tu )?(?:dau|nao)|so lieu (?:nay )?(?:o |lay |tu )*dau(?: ra)?"
    r"|who (?:issued|published|reported|wrote) (?:it|that|this)|(?:in |from |according to )?which report|what(?: is|'s) the source|source|where (?:is|does) (?:that|it|this)(?: come)? from)"
    r"(?: a| vay| the| do| nhi| em| day)*\W*$"
)


def asks_of_report(query: Query, last: Turn) -> bool:
    """Whether it is the report that is asked for in which the last answer stands, or that was just spoken of."""
    if last.document or query.references or query.periods or query.bodies or query.naming.words:
        return False
    of_report = last.query.named_type == "Báo cáo" or _OF_ITS_REPORT.search(last.query.folded)
    is_datum = query.asks("when", "who", "signer", "number", "published", "window") and not query.asks(
        "count", "percent"
    )
    return bool(_OF_ITS_REPORT.search(query.folded) or (of_report and is_datum))


# "Lĩnh vực nào?", "which field": one of several, which the whole does not tell.
_WHICH_OF = Sought(
    r"\b(?:linh vuc|nganh|mang|huyen|xa|phuong|quan|so|phong|don vi|co quan|dia phuong|noi|cho|loai|nhom|thu tuc) (?:nao|gi)\b|\bo dau\b"
    r"|^(?:la |the )?cai nao\b|\b(?:con|ngoai ra) (?:co )?(?:ai|gi|cai gi|cai nao|don vi nao|noi nao)\b"
)
# What is put right, gone up or late may be asked for its reason; how many there are has none.
_EXPLAINED = frozenset({"timeliness", "direction", "polarity"})


def has_no_reason(now: Query, last: Turn) -> bool:
    """Whether it only asks why, and nothing was told that has a reason: "vì sao vậy?" after how many came in."""
    if not asks_why(now) or now.naming.words - {"#cause"} or now.terms.dimensions or now.bodies or now.references:
        return False
    before = last.query
    is_explained = before.terms.dimensions.keys() & _EXPLAINED or before.asks("compare", "trend", "overdue", "status")
    return not (is_explained or last.document or before.negated or last.outcome != "answered")


def restates(query: Query, answer: Answer, last: Turn, today: date) -> bool:
    """Whether the answer is the last one again, though the question asks for a part, another time or body, or which."""
    if answer.outcome is not Outcome.ANSWERED or not (is_same := _is_same(answer, last)):
        return False
    if query.periods:
        periods = [p for mention in query.periods if (p := mention.resolve(today))]
        return answer.topic.period is None or bool(periods and answer.topic.period not in periods)
    if query.asks("compare"):
        return False  # "Quý nào cao hơn?" after both were told
    if _WHICH_OF.search(query.folded) and (last.told == digest(answer.direct) or not query.asks(*_DATA)):
        return True
    if _IN_ALL.search(query.folded) and not _IN_ALL.search(last.query.folded):
        return True
    held = last.query.terms
    is_more = bool(query.naming.words - held.words) or any(
        values != held.dimensions.get(name) for name, values in query.terms.dimensions.items()
    )
    is_other = bool(query.bodies and query.bodies != last.query.bodies and not query.asks("verify"))
    return is_same and (is_more or is_other)


def _is_same(answer: Answer, last: Turn) -> bool:
    """Whether it is the last answer, or the sentence that this rested on as it stands."""
    if last.told == digest(answer.direct):
        return True
    is_sentence = answer.topic.indicator is None and answer.topic.period is None and bool(answer.quotes)
    return is_sentence and last.said == digest(answer.quotes[0].text) and not answer.topic.document


# "Tổng là bao nhiêu?": none of its parts.
_IN_ALL = Sought(r"\btong (?:so |cong )?(?:la |duoc )?(?:bao nhieu|may)\b")


def is_of_another_time(query: Query, answer: Answer, last: Turn, today: date) -> bool:
    """Whether what goes on ("còn kinh phí?") was told by itself alone of another time than the one that was spoken of."""
    names_time = query.periods or query.dates or query.bodies or query.references
    told, spoken_of = answer.topic.period, [p for m in last.query.periods if (p := m.resolve(today))]
    if names_time or told is None or not spoken_of or not query.is_follow_up or last.outcome != "answered":
        return False
    return told not in spoken_of


# What is told of a document besides how it stands.
_DATA = (
    "signer",
    "effective",
    "verify",
    "responsible",
    "overdue",
    "due",
    "about",
    "number",
    "when",
    "who",
    "status",
    "summary",
)
# What no report tells of a document, though its words ask for a day or a body.
_UNTOLD = Sought(
    r"\b(?:phoi hop|kem theo|lien quan|huong dan|gia han|tai ve|tai o dau|chiu trach nhiem|(?:may|bao nhieu) (?:dieu(?! kien)|chuong|trang|khoan))\b"
)


def tells_no_datum(query: Query, answer: Answer, last: Turn) -> bool:
    """Whether a document's card is all that is told of it, though something else was asked: "vì sao chậm?", "lĩnh vực nào?"."""
    if answer.outcome is not Outcome.ANSWERED:
        return False
    if (untold := _UNTOLD.search(query.folded)) is not None:
        return not any(untold[0] in fold(quote.text) for quote in answer.quotes)
    if last.document and (which := _WHICH_OF.search(query.folded)) and not query.asks(*_DATA):
        return not any(which[0].split()[0] in fold(quote.text).split() for quote in answer.quotes)
    if not last.document or answer.topic.document != last.document:
        return False
    if asks_why(query) or (query.periods and not query.cues):
        return True
    if _FATE.search(query.folded):
        return False
    asks = query.naming.words or query.terms.dimensions or query.bodies or _ASKS.search(query.folded)
    return bool(asks) and not query.asks(*_DATA, "overall")


# "Nó thay cho thông báo nào?"
_FATE = Sought(r"\b(?:thay|sua|bo sung|bai bo|huy bo|can cu|het hieu luc)\b")
_ASKS = Sought(r"\b(?:nao|gi|dau|may|bao nhieu|which|where|how)\b")
