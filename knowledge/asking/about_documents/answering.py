"""What a question asks of the one document found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, Outcome
from knowledge.asking.about_documents.asked import Asked, answer_missing, first_mention, quote_of, topic
from knowledge.asking.about_documents.basis import answer_basis
from knowledge.asking.about_documents.choosing import ask_which
from knowledge.asking.about_documents.events import answer_issued
from knowledge.asking.about_documents.fate import STILL_APPLIES, answer_fate
from knowledge.asking.about_documents.judging import judge, judge_day, judge_level, judge_period
from knowledge.asking.about_documents.owned import charged_with, issued_by
from knowledge.asking.about_documents.particulars import (
    answer_date,
    answer_effective,
    answer_issuer,
    answer_number,
    answer_responsible,
    answer_signer,
    answer_subject,
    answer_until,
)
from knowledge.asking.about_documents.progress import answer_progress
from knowledge.asking.about_documents.state import answer_due, answer_status, wants_status
from knowledge.asking.about_documents.submitted import answer_submitted
from knowledge.asking.documents import Document
from knowledge.asking.library import Library, ReportEntry, all_words
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.striking import strike
from knowledge.asking.reading.submitting import asks_who_submits
from knowledge.asking.replies import Wording, answered, shorten
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought


def answer_documents(
    library: Library,
    found: Sequence[Document],
    query: Query,
    today: date,
    wording: Wording,
    scope: ReportEntry | None = None,
) -> Answer | None:
    """What the question asks of the one document found, or which of several is meant."""
    if len(found) > 1:
        return ask_which(found, query, wording)
    if not found:
        return None
    mentions = tuple(m for m in found[0].mentions if scope is None or m.report == scope.index)
    if not mentions:
        return None
    return _answer_one(Asked(library, found[0], mentions, today, wording), query)


def _answer_one(asked: Asked, query: Query) -> Answer | None:
    """What the question asks of the one document, the more telling asking words first; None where it asks for figures."""
    if query.asks("signer"):
        return answer_signer(asked)
    if (told := answer_submitted(asked, query) or answer_fate(asked, query)) is not None:
        return told
    if (basis := answer_basis(asked, query)) is not None:
        return basis
    if (held := _in_force(asked, query)) is not None:
        return held
    if query.asks("verify") or _HOLDS_UP.search(query.folded):
        return _verify(asked, query)
    if _SINCE_WHEN.search(query.folded):
        return answer_effective(asked)
    if query.asks("responsible"):
        # "Công văn 640/SNV-CCHC của sở nào", "báo cáo thẩm định 88/BC-STP đơn vị nào làm": whose it is.
        is_whose = _WHOSE.search(query.folded) and first_mention(asked, said="responsible") is None
        return answer_issuer(asked) if is_whose else answer_responsible(asked, query)
    if query.asks("overdue", "due"):
        return answer_due(asked, query) or (
            answer_status(asked, query)
            if not asked.document.is_numbered
            else answer_missing(asked, asked.wording.say("hạn hoàn thành", "the deadline"))
        )
    if query.asks("about") and "trich yeu" in query.folded:
        return answer_subject(asked, query)
    if query.asks("number") and not query.references:
        return answer_number(asked)
    if wants_status(query):
        return answer_status(asked, query)
    if query.asks("when"):
        return answer_date(asked, query)
    if query.asks("who"):
        return _whose(asked, query)
    if query.asks("about", "summary") and not query.asks("overall"):
        return answer_subject(asked, query)
    if query.asks("count", "money", "percent") and not query.asks("number"):
        return None
    return _card(asked)


def _whose(asked: Asked, query: Query) -> Answer:
    """Who issued or signed it; of one still to come also who is to submit it, for to whom it is put would issue it."""
    if asks_who_submits(query) and not asked.document.is_numbered:
        return answer_responsible(asked, query)
    signed = answer_signer(asked) if _SIGNED.search(query.folded) else None
    return signed if signed is not None and signed.outcome is Outcome.ANSWERED else answer_issuer(asked)


def _in_force(asked: Asked, query: Query) -> Answer | None:
    """Up to when or since when it is in force, or whether it is, as a list says; None where that is not asked."""
    if _UNTIL_WHEN.search(query.folded):
        return answer_until(asked)
    if not query.asks("effective") and not STILL_APPLIES.search(query.folded):
        return None
    is_listed = any("hieu luc" in fold(m.citation.status or "") for m in asked.mentions)
    since = answer_effective(asked)
    is_since = not is_listed or (_SINCE_WHEN.search(query.folded) and since.outcome is Outcome.ANSWERED)
    return since if is_since else answer_status(asked, None)


# "Nghị quyết 76 do tỉnh ban hành à": by whom is held up, with no word but the last that asks.
_HOLDS_UP = Sought(r"\bdo (?![^?]*\b(?:nao|gi|dau|ai|may|bao)\b)[^,;?]* (?:ban hanh|ky|ra) (?:a|ha)\W*$")
# "Do ai ký ban hành": who signed it, where that is told.
_SIGNED = Sought(r"\bai(?: la nguoi)? ky\b")
_WHOSE = Sought(
    r"\bcua (?:so|don vi|co quan|phong|bo|nganh|noi|ai|ban)(?: nao)?\b|\btu (?:so|don vi|co quan|phong|bo|ban|noi) nao (?:gui|chuyen|trinh)\b|\b(?:so|don vi|co quan|phong|bo|ban|ai)(?: nao)? (?:lam|ra|soan|viet|ban hanh)\W*$"
)
# "Văn phòng làm hết các nội dung kế hoạch 58 đúng không?": how far it is, and not whose it is.
_CARRIED_OUT = Sought(r"\b(?:lam|hoan thanh|thuc hien|trien khai|xong)\b")
# "Áp dụng đến bao giờ", "hết hiệu lực ngày nào": its last day, and not the first.
_UNTIL_WHEN = Sought(
    r"\b(?:hieu luc|ap dung|thi hanh)\b[^,;]* (?:den|toi) (?:het )?(?:bao gio|khi nao|luc nao|ngay (?:nao|may)|hom nao|thang nao|nam nao)\b"
    r"|\bhet hieu luc (?:tu )?(?:bao gio|khi nao|luc nao|ngay (?:nao|may)|hom nao|nam nao)\b|\bhieu luc (?:trong )?(?:bao lau|may nam|bao nhieu nam)\b"
)
# "Thực hiện từ ngày nào?": not the day of issue.
_SINCE_WHEN = Sought(
    r"\b(?:thuc hien|ap dung|thi hanh|co hieu luc) (?:ke )?tu (?:ngay|hom|bua|hoi|khi|luc|thang) nao\b|\b(?:thuc hien|ap dung|thi hanh) tu bao gio\b"
)


def _verify(asked: Asked, query: Query) -> Answer | None:
    """Yes or no to an issuer, who is charged, a year or a number that the question holds up."""
    document, say = asked.document, asked.wording.say
    if query.bodies and (query.asks("responsible") or _CHARGES.search(query.folded)):
        mention = first_mention(asked, said="responsible")
        if mention is None:
            return answer_missing(asked, say("cơ quan chủ trì", "who is responsible"))
        charged = mention.citation.responsible
        return judge(
            asked,
            charged_with(document, query),
            say(f"{document.name} do {charged} chủ trì", f"{charged} is responsible for {document.name}"),
            mention,
        )
    if not query.bodies and (by_level := judge_level(asked, query)) is not None:
        return by_level
    if not query.bodies and _BY_SOMEBODY.search(query.folded) and document.issuer is not None:
        return answer_issuer(asked)  # by whom is held up, in a name that was not understood
    if (other := _of_another_subject(asked, query)) is not None:
        return other
    if _CARRIED_OUT.search(query.folded) and (progress := answer_progress(asked)) is not None:
        return progress
    if query.bodies and _ISSUED.search(query.folded) and not _CARRIED_OUT.search(query.folded):
        return _by_issuer(asked, query)
    if document.subject is None and _IS_ABOUT.search(query.folded) and (query.naming.words or query.bodies):
        # What it is about is held up, and only the sentence that names it may tell.
        mention = asked.mentions[-1]
        told = mention.statement.span.cut(asked.library.reports[mention.report].text)
        return answered(shorten(told), (quote_of(asked, mention),), topic=topic(document))
    return (
        judge_day(asked, query)
        or judge_period(asked, query)
        or _of_its_subject(asked, query)
        or answer_status(asked, replace(query, periods=()))
    )


def _by_issuer(asked: Asked, query: Query) -> Answer:
    """Yes or no to the body that is held up as its issuer, and where it is so to the period."""
    issuer, name, say = asked.document.issuer, asked.document.name, asked.wording.say
    if issuer is None:
        return answer_missing(asked, say("cơ quan ban hành", "the issuer"))
    holds = issued_by(asked.document, query)
    if holds and query.periods and (of_time := judge_period(asked, query)) is not None:
        return of_time  # who issued it is so: what is left is when
    return judge(asked, holds, say(f"{name} do {issuer} ban hành", f"{name} was issued by {issuer}"))


# "Kế hoạch 88 giao Sở Tài chính thực hiện phải không".
_CHARGES = Sought(r"\bgiao\b.*\b(?:thuc hien|chu tri|xu ly|tham muu|phu trach|lam)\b")
# Who issued it is held up by a word of it: "của", "do … ký"; "có phải sắp xếp Sở Tư pháp không" holds up what it is about.
_ISSUED = Sought(r"\b(?:do|cua|ban hanh|ky|phat hanh|ra|issued|by|from)\b")
# "Quyết định 417 … là duyệt đề án số hóa phải không?"
_IS_ABOUT = Sought(
    lambda: rf"\b(?:la|ve|co phai)\b.*\b(?:phai khong|dung khong|dung chua|phai chang|khong|chua){polite_end()}"
)
# "… do UBND thành phố ban hành không".
_BY_SOMEBODY = Sought(
    r"\bdo(?:ubnd|hdnd|so|bo)? [^,.;]{2,60} (?:ban hanh|ky)(?: ban hanh)? (?:khong|phai khong|dung khong)\b"
)
_FEWEST_TELLING = 2


def _of_another_subject(asked: Asked, query: Query) -> Answer | None:
    """No, where the question holds up what the document is about and it is about nothing of that."""
    document = asked.document
    wanted = _held_up(query)
    if not query.references or document.subject is None or sum(map(_tells, wanted)) < _FEWEST_TELLING:
        return None
    if not _IS_ABOUT.search(query.folded) or wanted & all_words(asked.library.tagger.tag(fold(document.subject))):
        return None
    return _judge_subject(asked, holds=False)


def _of_its_subject(asked: Asked, query: Query) -> Answer | None:
    """Yes, where every word that is held up stands in the subject; where some do, the subject, for whoever asks to judge."""
    subject = asked.document.subject
    if not query.references or subject is None or query.periods or query.dates:
        return None
    if not _held_up(query) or not _IS_ABOUT.search(query.folded) or query.asks("status", "responsible", "overdue"):
        return None
    said = strike(_ONLY_ASKS.sub(lambda m: " " * len(m[0]), query.folded), [(r.start, r.end) for r in query.references])
    held_up = set(_WORDS.findall(said)) - set(_WORDS.findall(fold(asked.document.name)))
    is_all = held_up <= set(_WORDS.findall(fold(subject)))
    return _judge_subject(asked, holds=True) if is_all else answer_subject(asked, query)


_WORDS = pattern_of(r"\w+")
# "Có phải … không", "là về việc …": what asks it and holds nothing up.
_ONLY_ASKS = Sought(
    lambda: (
        rf"\b(?:co phai|co dung|phai|dung)?\b (?:khong|chua|chang){polite_end()}|\b(?:co phai|co dung|la|ve viec|ve)\b"
    )
)


def _held_up(query: Query) -> frozenset[str]:
    return frozenset(w for w in all_words(query.naming) if not w.startswith("scope:"))


def _tells(word: str) -> int:
    """What a word tells: one of a concept or dimension stands for several."""
    return 2 if word.startswith("#") or ":" in word else 1


def _judge_subject(asked: Asked, *, holds: bool) -> Answer:
    document = asked.document
    return judge(asked, holds, f"{document.name} – {document.subject}", first_mention(asked, said="subject"))


def _card(asked: Asked) -> Answer:
    """All that is known at a glance, where the question names the document and asks nothing."""
    document = asked.document
    if not document.is_numbered or any(m.citation.status for m in asked.mentions):
        return answer_status(asked, None)
    return answer_issued(asked, asked.mentions[0])
