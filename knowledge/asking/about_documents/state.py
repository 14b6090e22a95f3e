"""What has become of a document, by its newest event; and whether its deadline has passed."""

from knowledge.answers import Answer, Outcome
from knowledge.asking.about_documents.asked import (
    Asked,
    first_mention,
    quote_of,
    topic,
)
from knowledge.asking.about_documents.events import answer_issued, answer_listed, answer_planned
from knowledge.asking.about_documents.judging import judge_period, judge_plan
from knowledge.asking.about_documents.progress import answer_course, answer_progress, asks_step, with_step
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import is_done
from knowledge.grammar.sought import Sought

_EXPECTED = Sought(r"\bdu kien\b")


def wants_status(query: Query) -> bool:
    """Whether the question asks how far the document has come."""
    if query.asks("when") and _ISSUED_ON.search(query.folded):
        return False  # "được ban hành ngày nào": the day, and not how far its work has come
    return query.asks("status") or bool(_EXPECTED.search(query.folded))


_ISSUED_ON = Sought(
    r"^(?!.*\bchua\b).*\b(?:ban hanh|ky|ra doi) (?:vao |tu )?(?:ngay (?:nao|may|bao nhieu)|khi nao|bao gio|hom nao|luc nao)\b"
)


def answer_due(asked: Asked, query: Query) -> Answer | None:
    """The deadline of a register, and whether it has passed on the day of asking; the day first where that is asked for."""
    mention = first_mention(asked, said="due")
    if mention is None or mention.citation.due is None:
        return None
    due, status = mention.citation.due, mention.citation.status or ""
    day, say = asked.wording.day(due), asked.wording.say
    if is_done(fold(status)):
        judged = say(f"đã hoàn thành (hạn {day})", f"completed (due {day})")
    elif asked.today > due:
        late = asked.wording.counted((asked.today - due).days, "ngày", "day")
        judged = _with_day(asked, query, say(f"đã quá hạn {late}", f"overdue by {late}"), day)
    else:
        left = asked.wording.counted((due - asked.today).days, "ngày", "day")
        judged = _with_day(asked, query, say(f"chưa quá hạn, còn {left}", f"not overdue, {left} left"), day)
    told = (
        say(f"; trạng thái trong báo cáo: {status}", f"; status in the report: {asked.wording.state(status)}")
        if status
        else ""
    )
    return answered(f"{asked.document.name}: {judged}{told}", (quote_of(asked, mention),), topic=topic(asked.document))


def _with_day(asked: Asked, query: Query, judged: str, day: str) -> str:
    """How it stands with the day in brackets; "hạn khi nào" asks for the day, and how it stands is reckoned to today."""
    say = asked.wording.say
    if query.asks("overdue"):
        return say(f"{judged} (hạn hoàn thành {day})", f"{judged} (due {day})")
    today = asked.wording.day(asked.today)
    return say(f"hạn hoàn thành {day}; tính đến {today} {judged}", f"due {day}; as of {today} {judged}")


def _only_asks_for(asked: Asked, query: Query) -> bool:
    """Whether the document is a letter that wants the one which is meant: "Công văn 1433: xây dựng Đề án …"."""
    named, document = query.named_type, asked.document
    return named is not None and document.type == "Công văn" and named not in {*document.types, "Văn bản", "Công văn"}


def answer_status(asked: Asked, query: Query | None) -> Answer:
    """What the newest event makes of it: listed, issued, submitted, drafted, or planned and for when; and at which step it is."""
    answer = _answer_event(asked, query)
    if query is None or not asks_step(query) or answer.outcome is not Outcome.ANSWERED:
        return answer
    return with_step(asked, answer)


def _answer_event(asked: Asked, query: Query | None) -> Answer:
    if query is not None and (kept := judge_plan(asked, query)) is not None:
        return kept
    if (
        query is not None
        and query.periods
        and _NOT.search(query.folded)
        and not _only_asks_for(asked, query)
        and not _DOING.search(query.folded)
    ):
        verified = judge_period(asked, query)
        if verified is not None:
            return verified
    is_numbered = any(m.citation.number for m in asked.mentions)
    # What a list said of a document while it had no number is past once it has one.
    listed = next(
        (m for m in reversed(asked.mentions) if m.citation.status and (m.citation.number or not is_numbered)), None
    )
    if listed is not None:
        return answer_listed(asked, listed)
    issued = next((m for m in asked.mentions if m.citation.number and m.citation.issued_on), None) or next(
        (m for m in asked.mentions if m.citation.number), None
    )
    if query is not None and query.asks("trend") and (course := answer_course(asked)) is not None:
        return course
    if query is not None and _DOING.search(query.folded) and (done := answer_progress(asked)) is not None:
        return done
    if issued is not None and query is not None and query.periods and _NOT.search(query.folded):
        return judge_period(asked, query) or answer_issued(asked, issued)
    if issued is not None:
        return answer_issued(asked, issued)
    return answer_planned(asked, query)


_NOT = pattern_of(rf"\b{NOT}\b")
_DOING = pattern_of(r"\b(?:lam|thuc hien|trien khai|hoan thanh|xong|tien do)\b")
