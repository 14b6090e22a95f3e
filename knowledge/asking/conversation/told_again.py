"""What goes on and would be answered with what was told already, or with what nobody asked: that is no answer."""

from datetime import date

from knowledge.answers import Answer, Outcome
from knowledge.asking.conversation.turns import Turn, digest
from knowledge.asking.reading.question import Query
from knowledge.asking.sentences.reasons import asks_why
from knowledge.asking.words.kinds_of_bodies import nouns_of_parts
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.sought import Sought

# "Lĩnh vực nào?", "which field": one of several, which the whole does not tell.
_WHICH_OF = Sought(
    lambda: (
        rf"\b(?:{nouns_of_parts()}|cho) (?:nao|gi)\b|\bo dau\b"
        r"|^(?:la |the )?cai nao\b|\b(?:con|ngoai ra) (?:co )?(?:ai|gi|cai gi|cai nao|don vi nao|noi nao)\b"
    )
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


def restates(query: Query, answer: Answer, last: Turn, before: str, today: date) -> bool:
    """Whether the answer is the one before again, though the question asks for a part, another time or body, or which."""
    if answer.outcome is Outcome.ANSWERED and _BEFORE.search(query.folded) and _is_same_number(answer, before):
        return True
    if answer.outcome is not Outcome.ANSWERED or not _is_same(answer, last, before):
        return False
    if query.periods and all(mention.is_same_period for mention in query.periods):
        return False  # "Cùng kỳ năm trước?": held against what was told
    if query.periods:
        periods = [p for mention in query.periods if (p := mention.resolve(today))]
        return answer.topic.period is None or bool(periods and answer.topic.period not in periods)
    if query.asks("compare"):
        return False  # "Quý nào cao hơn?" after both were told
    if _WHICH_OF.search(query.folded) and (answer.direct == before or not query.asks(*_DATA)):
        return True
    if last.document is None and _asks_of_work(query, last):
        return True
    if _LEFT.search(query.folded) and not _LEFT.search(last.query.folded):
        return True
    if _IN_ALL.search(query.folded) and not _IN_ALL.search(last.query.folded):
        return True
    held = last.query.terms
    is_more = bool(query.naming.words - held.words) or any(
        values != held.dimensions.get(name) for name, values in query.terms.dimensions.items()
    )
    is_other = bool(query.bodies and query.bodies != last.query.bodies and not query.asks("verify"))
    return is_more or is_other


def _is_same(answer: Answer, last: Turn, before: str) -> bool:
    """Whether it is the last answer, or the sentence that this rested on as it stands."""
    if answer.direct == before:
        return True
    is_sentence = answer.topic.indicator is None and answer.topic.period is None and bool(answer.quotes)
    return is_sentence and last.said == digest(answer.quotes[0].text) and not answer.topic.document


# "Còn trước đó là bao nhiêu?": not what it is by now.
_BEFORE = Sought(rf"\b(?:truoc (?:do|day|kia)|(?:luc|hoi) truoc|ban dau) (?:thi )?(?:la |co |con )?{HOW_MANY}\b")


def _is_same_number(answer: Answer, before: str) -> bool:
    told = answer.direct.split(" – ", 1)[0]
    return told[:1].isdigit() and told == before.split(" – ", 1)[0]


def _asks_of_work(query: Query, last: Turn) -> bool:
    """ "Ai làm?", "xong chưa?" after how many came in: nothing that a number has."""
    was_number = last.query.asks("count", "percent", "compare", "trend", "rank", "score", "money")
    return was_number and any(query.asks(one) and not last.query.asks(one) for one in _OF_WORK)


# What is asked of work and of documents, and of no number.
_OF_WORK = ("due", "responsible", "status", "tasks", "list", "overdue", "about")
# "Còn lại bao nhiêu?": none of those that were done.
_LEFT = Sought(rf"\bcon (?:lai )?{HOW_MANY}\b|\bcon lai\b")
# "Tổng là bao nhiêu?": none of its parts.
_IN_ALL = Sought(rf"\btong (?:so |cong )?(?:la |duoc )?{HOW_MANY}\b")


def is_of_another_time(query: Query, answer: Answer, last: Turn, today: date) -> bool:
    """Whether what goes on ("còn kinh phí?") was told by itself alone of another time than the one that was spoken of."""
    names_time = query.periods or query.dates or query.bodies or query.references
    told, spoken_of = answer.topic.period, [p for m in last.query.periods if (p := m.resolve(today))]
    if names_time or told is None or not spoken_of or not query.is_follow_up or last.outcome != "answered":
        return False
    return told not in spoken_of


# What is told of a document besides how it stands.
_DATA = frozenset(
    [
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
    ]
)
# What no report tells of a document, though its words ask for a day or a body.
_UNTOLD = Sought(
    rf"\b(?:phoi hop|kem theo|lien quan|huong dan|gia han|tai ve|tai o dau|chiu trach nhiem(?! chinh\b)|{HOW_MANY} (?:dieu(?! kien)|chuong|trang|khoan))\b"
)


def tells_no_datum(query: Query, answer: Answer, last: Turn) -> bool:
    """Whether a document's card is all that is told of it, though something else was asked: "vì sao chậm?", "lĩnh vực nào?"."""
    if answer.outcome is not Outcome.ANSWERED:
        return False
    if (untold := _UNTOLD.search(query.folded)) is not None:
        return not any(untold[0] in fold(quote.text) for quote in answer.quotes)
    if last.document and (which := _WHICH_OF.search(query.folded)) and not query.asks(*_DATA):
        return not any(which[0].split()[0] in fold(quote.text).split() for quote in answer.quotes)
    if last.document is None and not (query.naming.words or query.terms.dimensions) and _asks_of_work(query, last):
        return True
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
