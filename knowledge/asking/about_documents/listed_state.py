"""In which state documents are asked for that a register lists, and whether the register says so."""

import re
from datetime import date

from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import is_done, words_of_states
from knowledge.grammar.sought import Sought

OVERDUE = pattern_of(lambda: rf"\b(?:{words_of_states('late')})\b")
_DONE = pattern_of(lambda: rf"\b(?:{words_of_states('done')})\b|^xong\b")
_OPEN = pattern_of(lambda: rf"\b(?:{words_of_states('under_way')})\b")


def state_of(library: Library, query: Query) -> re.Pattern[str] | None:
    """The state in which documents are asked for: as a register writes it, else overdue, done or under way."""
    plain = next((p for p in (OVERDUE, _DONE, _OPEN) if p.search(query.folded)), None)
    return _written_state(library, query) or plain


def _written_state(library: Library, query: Query) -> re.Pattern[str] | None:
    """A state just as a register writes it ("chậm tiến độ", "đang dự thảo"), the longest that the question has."""
    states = library.catalogue.statuses
    said = [s for s in states if len(s.split()) >= 2 and re.search(rf"\b{re.escape(s)}\b", query.folded)]
    known = [s for s in said if not any(p.search(s) for p in (OVERDUE, _DONE, _OPEN))]
    return re.compile(rf"^{re.escape(max(known, key=len))}$") if known else None


# Dimensions by which a register's states are read.
_STATED = frozenset({"timeliness", "polarity", "scope", "direction", "stage", "moment"})


def less_state(words: frozenset[str], state: re.Pattern[str]) -> frozenset[str]:
    """The words of a question that are not those of the state that it asks for."""
    of_state = {w for w in words if w.split(":")[0] in _STATED} | set(re.findall(r"[a-z]+", state.pattern))
    return words - of_state


def shown_in_state(
    document: Document, state: re.Pattern[str] | None, today: date, as_listed: Library | None
) -> Mention | None:
    """The newest mention with a state, where it shows the one asked for; the first of any where no state is asked for, else None.

    Overdue is what was to be done before `today`, or with a library (`as_listed`) before the day to which its register is kept.
    """
    if state is None:
        return next((m for m in document.mentions if m.citation.number), document.mentions[0])
    for mention in reversed(document.mentions):
        status = fold(mention.citation.status or "")
        if not status:
            continue
        due = mention.citation.due
        day = min(today, as_listed.reports[mention.report].kept_up_to) if as_listed else today
        return mention if is_so(status, state, is_past_due=due is not None and due < day) else None
    return None


def is_so(status: str, state: re.Pattern[str], *, is_past_due: bool) -> bool:
    """Whether what a register says of a document, folded, is the state asked for."""
    if state is OVERDUE:
        return bool(OVERDUE.search(status)) or (is_past_due and not is_done(status) and "hieu luc" not in status)
    return is_done(status) if state is _DONE else bool(state.search(status))


# "Quá hạn mà chưa báo cáo", "đang thực hiện nhưng chưa có kinh phí": a second thing that the row itself must say.
_NOT_YET = Sought(
    rf"\b(?:qua han|tre han|cham|dang thuc hien|dang lam|hoan thanh)\b(?: ma| nhung|,)?(?: van| con| lai)* (?P<what>{NOT}(?: co| duoc| gui| nop)? [a-z]+ [a-z]+)\b"
)


def asks_besides(query: Query) -> bool:
    """Whether a second thing is asked of what is in the state: "quá hạn mà chưa báo cáo"."""
    return _NOT_YET.search(query.folded) is not None


def says_besides(mention: Mention, query: Query) -> bool:
    """Whether a row says the second thing too that the question asks of it ("quá hạn mà chưa báo cáo"); true where it asks for none."""
    asked = _NOT_YET.search(query.folded)
    if asked is None:
        return True
    told = fold(f"{mention.citation.status or ''} {mention.citation.note or ''}")
    return asked["what"] in told
