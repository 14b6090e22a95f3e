"""One datum of a document: its date, issuer, subject, number, when it takes effect, who is responsible."""

import re

from knowledge.answers import Answer, Quote
from knowledge.asking.about_documents.asked import Asked, answer_missing, first_mention, quote_of, topic
from knowledge.asking.about_documents.state import answer_status
from knowledge.asking.documents import Mention
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered, quote, shorten
from knowledge.facts import Role, Span
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.row_states import is_done
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_lists


def answer_date(asked: Asked, query: Query) -> Answer:
    """The day of issue; of what is not issued, what is planned; where it is asked when the work was done, the day that its row tells of that."""
    if _FINISHED.search(query.folded) and (listed := first_mention(asked, said="status")) is not None:
        return _finished_on(asked, listed) or answer_status(asked, query)
    mention = first_mention(asked, said="issued_on")
    if mention is None or mention.citation.issued_on is None:
        return (
            answer_status(asked, query)
            if not any(m.citation.number for m in asked.mentions)
            else answer_missing(asked, asked.wording.say("ngày ban hành", "the date"))
        )
    day, name = asked.wording.day(mention.citation.issued_on), asked.document.name
    direct = asked.wording.say(f"Ngày {day} – {name}", f"{day} – {name}")
    return answered(direct, (quote_of(asked, mention),), topic=topic(asked.document))


_FINISHED = Sought(
    r"\b(?:xong|hoan thanh|hoan tat)(?: roi| viec)? (?:vao |tu )?(?:ngay|hom|bua|khi|luc) (?:nao|may)\b|\b(?:khi nao|bao gio|hom nao) (?:thi )?(?:xong|hoan thanh)\b"
)


def _finished_on(asked: Asked, listed: Mention) -> Answer | None:
    """The one day in the row of what is done that is neither its document's nor the deadline."""
    citation = listed.citation
    words = listed.statement.span.cut(asked.library.reports[listed.report].text)
    others = {d.day for d in find_dates(fold(words))} - {citation.issued_on, citation.due}
    if not is_done(fold(citation.status or "")) or len(others) != 1:
        return None
    day = asked.wording.day(others.pop())
    direct = asked.wording.say(f"Xong ngày {day} – {asked.document.name}", f"Done on {day} – {asked.document.name}")
    return answered(direct, (quote_of(asked, listed),), topic=topic(asked.document))


def answer_issuer(asked: Asked) -> Answer:
    """Who issued it."""
    issuer = asked.document.issuer
    if issuer is None:
        return answer_missing(asked, asked.wording.say("cơ quan ban hành", "the issuer"))
    folded = fold(issuer)
    naming = [m for m in asked.mentions if folded in asked.library.reports[m.report].folded(m.statement)]
    # Where it is planned or carried out the issuer is named as well; what says who issued it tells of the issuing.
    issuing = [m for m in naming if m.citation.role is Role.ISSUED]
    numbered = [m for m in naming if m.citation.number]
    issued = [m for m in asked.mentions if m.citation.role is Role.ISSUED and m.citation.number]
    with_number = [m for m in asked.mentions if m.citation.number]
    mention = (issuing or numbered or issued or naming or with_number or list(asked.mentions))[0]
    quotes = (quote_of(asked, mention), *(() if naming else _naming(asked, mention, folded)))
    if _NAMELESS.fullmatch(folded) and (whole := _whole_name(asked, mention, folded)):
        # "UBND huyện đã ban hành …" in the district's own report: which one is said in its head.
        issuer, quotes = whole, (*quotes, *_naming(asked, mention, fold(whole)))
    direct = asked.wording.say(f"{issuer} ban hành {asked.document.name}", f"{issuer} issued {asked.document.name}")
    return answered(direct, quotes, topic=topic(asked.document))


def answer_signer(asked: Asked) -> Answer:
    """Who signed it, as far as reports say: the office of whoever heads the issuer, where just that is named."""
    issuer = asked.document.issuer or ""
    mention = next((m for m in asked.mentions if _signed_by(asked, m, issuer)), None)
    if mention is None:
        return answer_missing(asked, asked.wording.say("người ký", "who signed it"))
    head = _signed_by(asked, mention, issuer)
    direct = asked.wording.say(f"{head} ký {asked.document.name}", f"{head} signed {asked.document.name}")
    return answered(direct, (quote_of(asked, mention),), topic=topic(asked.document))


# Heads of bodies, who issue and sign in its name.
def _head() -> str:
    return rf"(?:{any_of(load_lists('organisations')['heads'])})"


_OF_HEAD = pattern_of(lambda: rf"^{_head()}\b")
_HEAD_SIGNS = pattern_of(
    lambda: rf"\b(?P<head>{_head()}\b[^,;.:\d]{{0,60}}?) (?:da )?ky(?: ban hanh)? (?=[a-z ]{{4,40}} (?:so )?\d)"
)


def _signed_by(asked: Asked, mention: Mention, issuer: str) -> str:
    """The office of who signed it, as the mention writes it; empty where it names none."""
    words = mention.statement.span.cut(asked.library.reports[mention.report].text)
    folded = fold(words)
    own = fold(mention.citation.issuer or issuer)
    if _OF_HEAD.match(own) and own in folded:
        return mention.citation.issuer or issuer
    signs = _HEAD_SIGNS.search(folded)
    number = fold(mention.citation.written or "")
    is_of_it = (
        signs is not None
        and bool(number)
        and number in folded[signs.end() : signs.end() + _NEAR]
        and len(folded) == len(words)
    )
    return words[signs.start("head") : signs.end("head")] if signs is not None and is_of_it else ""


_NEAR = 60  # letters from the signing to the number


_NAMELESS = pattern_of(
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan) (?P<level>huyen|quan|thi xa|xa|phuong|thi tran|dac khu)"
)


def _whole_name(asked: Asked, mention: Mention, issuer: str) -> str:
    """The issuer with the place of the report that tells of it, where that is of the same level; else nothing."""
    own = asked.library.reports[mention.report].facts.organisation or ""
    words = issuer.split()
    level = " ".join(words[-2:]) if words[-2] in _FIRST_OF_TWO else words[-1]
    at = fold(own).find(f" {level} ")
    place = own[at:].strip() if at >= 0 else ""
    short = "HĐND" if issuer.startswith(("hdnd", "hoi dong")) else "UBND"
    return f"{short} {place}" if len(place.split()) > len(level.split()) else ""


_FIRST_OF_TWO = frozenset({"thi", "thanh", "dac"})  # "thị xã", "thành phố", "đặc khu"
_OF_PLACE = pattern_of(r" (?:tinh|thanh pho|huyen|quan|thi xa) ")


def _naming(asked: Asked, mention: Mention, issuer: str) -> tuple[Quote, ...]:
    """Where its report names the issuer, whose own documents it calls by their numbers alone."""
    report = asked.library.reports[mention.report]
    text = str(report.text)
    folded = fold(text)
    # The head of a report gives a department's name and its province apart.
    alone = _OF_PLACE.split(issuer, maxsplit=1)[0]
    at = folded.find(issuer) if issuer in folded else folded.find(alone)
    if at >= 0:
        return (quote(report, _line_at(text, at)),)
    # A committee's name is written out in a head, which may be put together of two columns: of that only its place.
    named = list(re.finditer(re.escape(issuer.removeprefix("ubnd ")), folded))
    lines = [_line_at(text, match.start()) for match in named]
    written = [line for line in lines if not line.cut(text).isupper()]
    spans = written or [Span(match.start(), match.end()) for match in named]
    return tuple(quote(report, span) for span in spans[:1])


def _line_at(text: str, at: int) -> Span:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return Span(start, end if end > 0 else len(text))


def answer_subject(asked: Asked, query: Query) -> Answer:
    """What it is about."""
    subject = asked.document.subject
    if subject is None:
        return _as_spoken_of(asked, query)
    mention = next((m for m in asked.mentions if m.citation.subject == subject), asked.mentions[0])
    if query.references and not mention.citation.number:
        # Asked for by its number: told where that stands with the subject, and not where it was still planned.
        mention = next((m for m in asked.mentions if m.citation.number and m.citation.subject), mention)
        subject = mention.citation.subject or subject
    issued = asked.document.issued_on
    day = asked.wording.say(f" (ngày {asked.wording.day(issued)})", f" ({asked.wording.day(issued)})") if issued else ""
    return answered(f"{subject} – {asked.document.name}{day}", (quote_of(asked, mention),), topic=topic(asked.document))


# "Giao những việc gì" asks for its tasks, which one sentence does not tell.
_ASSIGNS = pattern_of(r"\bgiao\b")


def _as_spoken_of(asked: Asked, query: Query) -> Answer:
    """Where no report gives its subject: what the newest says of it, as such."""
    missing = answer_missing(asked, asked.wording.say("trích yếu", "the subject"))
    mention = asked.mentions[-1]
    report = asked.library.reports[mention.report]
    words = mention.statement.span.cut(report.text)
    if (
        _ASSIGNS.search(query.folded)
        or mention.statement.kind == "heading"
        or len(words.split()) < _FEWEST_WORDS
        or "|" in words
    ):
        return missing
    said = asked.wording.say("Báo cáo không nêu trích yếu, chỉ viết", "The reports give no subject and only say")
    return answered(f"{said}: {shorten(words, 300)}", (quote_of(asked, mention),), topic=topic(asked.document))


# Fewer words than these say no more than the number.
_FEWEST_WORDS = 12


def answer_number(asked: Asked) -> Answer:
    """Its number and date."""
    document = asked.document
    if not document.is_numbered:
        return answer_status(asked, None)
    mention = next((m for m in asked.mentions if m.citation.number), asked.mentions[0])
    day = asked.wording.say(" ngày ", " of ") + asked.wording.day(document.issued_on) if document.issued_on else ""
    return answered(
        f"{document.name}{day} – {document.subject or ''}".rstrip(" –"),
        (quote_of(asked, mention),),
        topic=topic(document),
    )


def answer_effective(asked: Asked) -> Answer:
    """From when it is in force."""
    mention = first_mention(asked, said="effective_on")
    if mention is None or mention.citation.effective_on is None:
        return answer_missing(asked, asked.wording.say("ngày có hiệu lực", "when it takes effect"))
    day = asked.wording.day(mention.citation.effective_on)
    direct = asked.wording.say(f"Có hiệu lực từ ngày {day}", f"In force from {day}")
    return answered(f"{direct} – {asked.document.name}", (quote_of(asked, mention),), topic=topic(asked.document))


def answer_until(asked: Asked) -> Answer:
    """Up to when it is in force, where a sentence on it says so of it."""
    for mention in asked.mentions:
        words = fold(mention.statement.span.cut(asked.library.reports[mention.report].text))
        behind = max(mention.citation.span.start - mention.statement.span.start, 0)
        if (told := _IN_FORCE_UP_TO.search(words, behind)) and (last := next(find_dates(words[told.end() :]), None)):
            direct = asked.wording.say(
                f"Đến hết ngày {asked.wording.day(last.day)}", f"Until {asked.wording.day(last.day)}"
            )
            return answered(
                f"{direct} – {asked.document.name}", (quote_of(asked, mention),), topic=topic(asked.document)
            )
    return answer_missing(asked, asked.wording.say("ngày hết hiệu lực", "until when it is in force"))


_IN_FORCE_UP_TO = pattern_of(
    r"\b(?:hieu luc|thi hanh|ap dung|thuc hien|thi diem)\b(?:(?! den\b| toi\b)[^.;()]){0,60} (?:den|toi)(?: het)?(?: ngay)? (?=\d{1,2}[/.-]\d)"
)
_BY_WHEN = Sought(
    r"\b(?:han|by when|deadline)\b(?! (?:che|hep)\b)|\b(?:khi nao|bao gio|ngay nao)(?: thi| phai)? xong\b"
)


def answer_responsible(asked: Asked, query: Query) -> Answer:
    """Who is charged with it, and by when it is due where that is asked as well."""
    mention = first_mention(asked, said="responsible")
    if mention is None:
        return answer_missing(asked, asked.wording.say("cơ quan chủ trì", "who is responsible"))
    direct = asked.wording.say(
        f"{mention.citation.responsible} chủ trì", f"{mention.citation.responsible} is responsible"
    )
    if mention.citation.due is not None and _BY_WHEN.search(query.folded):
        direct += asked.wording.say(", hạn ", ", due ") + asked.wording.day(mention.citation.due)
    return answered(f"{direct} – {asked.document.name}", (quote_of(asked, mention),), topic=topic(asked.document))
