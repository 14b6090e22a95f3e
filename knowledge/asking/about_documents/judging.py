"""Yes or no to what a question holds up."""

from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import Asked, first_mention, quote_of, topic
from knowledge.asking.documents import Document, Mention
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.striking import strike
from knowledge.asking.replies import answered
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.sought import Sought


def judge_period(asked: Asked, query: Query) -> Answer | None:
    """Whether the document was issued in the period that the question names."""
    document = asked.document
    periods = [p for p in query.periods if not (p.is_of_name or _is_called_by(document, query, p))]
    if periods and document.issued_on:
        years = {resolved for p in periods if (resolved := p.resolve(asked.today))}
        if not years:
            return None  # a quarter of no year is held against nothing
        holds = any(p.first <= document.issued_on <= p.last for p in years)
        return judge(asked, holds, _said_issued(asked, document.issued_on))
    return None


def _is_called_by(document: Document, query: Query, period: PeriodMention) -> bool:
    """Whether it is the year that the document is for, and not that in which it is said to have come: "Kế hoạch … năm 2026 đã ban hành chưa"."""
    if period.year is None or str(period.year) not in _WORD.findall(document.subject or ""):
        return False
    return _ISSUED_IN.search(query.folded[: period.start]) is None


_WORD = pattern_of(r"\w+")
_ISSUED_IN = pattern_of(r"\b(?:ban hanh|ra|ky|phe duyet|duyet|thong qua|co|xong)(?: roi)?(?: trong| vao| tu| hoi)* ?$")


def _said_issued(asked: Asked, day: date) -> str:
    name = asked.document.name
    return asked.wording.say(
        f"{name} ban hành ngày {asked.wording.day(day)}", f"{name} was issued on {asked.wording.day(day)}"
    )


_NO_LATER = Sought(r"\b(?:kip|truoc|cham nhat|muon nhat|den het|khong qua)\b")


def judge_day(asked: Asked, query: Query) -> Answer | None:
    """Whether the document was issued on the day that the question names, or no later: "kịp trước 28/02"."""
    document = asked.document
    if document.issued_on is None or (day := _day_held_up(query, document.issued_on.year)) is None:
        return None
    holds = document.issued_on <= day if _NO_LATER.search(query.folded) else document.issued_on == day
    return judge(asked, holds, _said_issued(asked, document.issued_on))


def _day_held_up(query: Query, year: int) -> date | None:
    """The one day that the question names; one without a year ("ngày 4/3") of the year that is given."""
    if query.dates:
        return query.dates[0] if len(query.dates) == 1 else None
    words = strike(query.folded, [(r.start, r.end) for r in query.references])
    named = [d.day for d in find_dates(words, default_year=year)]
    return named[0] if len(named) == 1 else None


# Whom a level stands for: its council and committee, or whoever issues for the whole country; no department.
_CENTRAL = pattern_of(
    r"^(?:chinh phu|thu tuong|quoc hoi|bo|van phong chinh phu|uy ban thuong vu|ban bi thu|ban chap hanh)\b"
)
_OF_PLACE = pattern_of(
    r"^(?:chu tich )?(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan) (?P<level>tinh|huyen|xa|phuong)\b"
)
_BY_LEVEL = Sought(
    r"\b(?:do|cua) (?:(?:cap|ben|phia) )?(?P<level>tinh|huyen|xa|phuong|chinh phu|trung uong)(?: minh| ta| nha)?"
    r"(?: (?:ra|ky|ban hanh|lam))* (?:khong|phai|dung|a|ha|sao)\b"
)
_OF_CENTRE = frozenset({"chinh phu", "trung uong"})


def judge_level(asked: Asked, query: Query) -> Answer | None:
    """Yes or no to the level, held up without a name, that issued it: "do tỉnh ban hành phải không"."""
    held, issuer = _BY_LEVEL.search(query.folded), asked.document.issuer
    if held is None or issuer is None:
        return None
    level = held["level"]
    if _CENTRAL.search(fold(issuer)):
        if level in _OF_CENTRE and not fold(issuer).startswith(level):
            return None  # a ministry is of the centre, and not the Government
        holds = level in _OF_CENTRE
    elif own := _OF_PLACE.search(fold(issuer)):
        holds = own["level"] == level
    else:
        return None
    name, say = asked.document.name, asked.wording.say
    fact = say(f"{name} do {issuer} ban hành", f"{name} was issued by {issuer}")
    return judge(asked, holds, fact, first_mention(asked, said="issuer"))


AS_PLANNED = Sought(r"\bnhu (?:du kien|ke hoach)\b|\b(?:co|da|khong) kip\b|\bdung (?:ke hoach|tien do|du kien)\b")


def judge_plan(asked: Asked, query: Query) -> Answer | None:
    """Whether the document came by the time first planned for it: "có ban hành như dự kiến không?"."""
    document, say = asked.document, asked.wording.say
    planned = next((m for m in asked.mentions if m.citation.expected), None)
    if planned is None or planned.citation.expected is None or document.issued_on is None:
        return None
    if not AS_PLANNED.search(query.folded):
        return None
    expected = asked.wording.period(planned.citation.expected)
    is_kept = document.issued_on <= planned.citation.expected.last
    day = asked.wording.day(document.issued_on)
    judged = judge(
        asked,
        is_kept,
        say(
            f"dự kiến {expected}, {document.name} ban hành ngày {day}",
            f"planned for {expected}, issued on {day}: {document.name}",
        ),
    )
    return replace(judged, quotes=(*judged.quotes, quote_of(asked, planned)))


def judge(asked: Asked, holds: bool, fact: str, told_in: Mention | None = None) -> Answer:
    """Yes or no to a claim, with the fact that decides it and where it is told."""
    said = asked.wording.say("Đúng" if holds else "Không phải", "Yes" if holds else "No")
    mention = told_in or first_mention(asked, said="issued_on") or asked.mentions[0]
    return answered(f"{said}: {fact}", (quote_of(asked, mention),), topic=topic(asked.document))
