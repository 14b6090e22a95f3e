"""Answers about official documents: date, issuer, subject, number, status, deadline."""

import re
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.distance import OSA

from knowledge.answers import Answer, Choice, Quote, Topic
from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.matching import coverage
from knowledge.asking.question import Query, Reference
from knowledge.asking.replies import Wording, answered, clarify, not_found, quote, shorten
from knowledge.facts import Measure, Period, Role
from knowledge.grammar.dates import format_date
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, find_organisations, normalise
from knowledge.grammar.symbols import fold_symbol
from knowledge.vocabulary.document_types import type_of_symbol

# A named document must hold this share of the asked words, and lead the next by the margin (docs/answering.md).
_NAMED_THRESHOLD, _NAMED_MARGIN = 0.8, 0.12


@dataclass(frozen=True, slots=True)
class Asked:
    """A document that a question is about, seen from the reports it may rest on."""

    library: Library
    document: Document
    mentions: tuple[Mention, ...]
    today: date
    wording: Wording


def find_referenced(library: Library, reference: Reference, query: Query, today: date) -> list[Document]:
    """The documents that a number, with all else the question says exactly, can mean."""
    found = [d for d in library.by_number.get(reference.number, []) if _agrees(d, reference)]
    years = _years(query, reference, today)
    if years:
        found = [d for d in found if d.year in years] or [d for d in found if d.year is None]
    if query.dates:
        found = [d for d in found if d.issued_on in query.dates] or found
    if query.bodies:
        found = [d for d in found if _issued_by(d, query)] or ([] if _is_issuer_asked(query) else found)
    return found


def _agrees(document: Document, reference: Reference) -> bool:
    if reference.symbol:
        own = fold_symbol(document.best.symbol or "")
        short = own.split("-")
        return own == reference.symbol or (len(reference.symbol) >= 2 and reference.symbol in short)
    if reference.type and reference.type not in document.types:
        return reference.type == type_of_symbol(document.best.symbol or "")
    return True


def _years(query: Query, reference: Reference, today: date) -> set[int]:
    """The years that the question gives for the document's number."""
    if reference.year:
        return {reference.year}
    named = {
        p.year if p.year is not None else today.year + (p.year_offset or 0)
        for p in query.periods
        if not p.is_open and p.kind == "year"
    }
    if query.claim or query.asks("verify"):
        return set()
    return {y for y in named if y}


def _is_issuer_asked(query: Query) -> bool:
    return not query.asks("verify", "who")


def _issued_by(document: Document, query: Query) -> bool:
    return all(_is_of(document, b.organisation) for b in query.bodies)


def _is_of(document: Document, asked: Organisation) -> bool:
    """Whether a body issued the document, was charged with it, or is the place it is of."""
    for mention in document.mentions:
        named = [mention.citation.issuer or "", mention.citation.responsible or ""]
        for name in named:
            for own in find_organisations(name):
                if _is_same(own.organisation, asked, mention):
                    return True
        if f"{asked.body} {asked.place}".strip() in normalise(mention.citation.subject or ""):
            return True
    return False


def _is_same(own: Organisation, asked: Organisation, mention: Mention) -> bool:
    place = own.place or (mention.body.place if own.level and own.level == mention.body.level else "")
    if own.level == "province" and not place:
        place = mention.province
    if asked.place and asked.place != place:
        return False
    if asked.body and not (own.body == asked.body or own.body.startswith(f"{asked.body} ")):
        return False
    return not asked.level or not own.level or asked.level == own.level


def find_named(library: Library, query: Query) -> list[Document]:
    """The documents that a type and subject without a number can mean, best first within the margin."""
    wanted = set(query.naming.words)
    wanted |= {f"{d}:{v}" for d, values in query.naming.dimensions.items() if d not in {"direction"} for v in values}
    if not wanted or not query.named_type:
        return []
    ranked = sorted(((_named_score(library, d, wanted), d) for d in library.documents), key=lambda p: -p[0])
    if not ranked or ranked[0][0] < _NAMED_THRESHOLD:
        return []
    best = ranked[0][0]
    near = [d for score, d in ranked if score >= max(_NAMED_THRESHOLD, best - _NAMED_MARGIN)]
    if len(near) > 1:
        # Of versions of one thing the one in force, unless all are of the past.
        near = [d for d in near if not any(m.citation.role is Role.REPLACED for m in d.mentions)] or near
    years = {p.year for p in query.periods if p.kind == "year" and p.year}
    if years:
        near = [d for d in near if _is_of_years(d, years)]
    if query.bodies:
        near = [d for d in near if _issued_by(d, query)]
    if len({_is_exactly(d, query) for d in near}) > 1 and not query.asks("number"):
        near = [d for d in near if _is_exactly(d, query)]
    return near


def _is_exactly(document: Document, query: Query) -> bool:
    """Whether the type asked for is the document's own or that of what it issues."""
    wanted = fold(query.named_type or "")
    return query.named_type in document.types or fold(document.subject or "").removeprefix("ban hanh ").startswith(
        wanted
    )


def _is_of_years(document: Document, years: set[int]) -> bool:
    named = {int(y) for m in document.mentions for y in re.findall(r"\b20\d\d\b", m.citation.subject or "")}
    return bool(named & years) if named else document.year in years


def _named_score(library: Library, document: Document, wanted: set[str]) -> float:
    had: set[str] = set()
    for mention in document.mentions:
        words = f"{mention.citation.type or ''} {mention.citation.subject or ''}"
        terms = library.tagger.tag(fold(words))
        had |= terms.words | {f"{d}:{v}" for d, values in terms.dimensions.items() for v in values}
    types = {w for t in document.types for w in fold(t).split()}
    return coverage(library, wanted, frozenset(had | types))


def answer_documents(
    library: Library,
    found: list[Document],
    query: Query,
    today: date,
    wording: Wording,
    scope: ReportEntry | None = None,
) -> Answer | None:
    """What the question asks of the one document found, or which of several is meant."""
    if len(found) > 1:
        return _ask_which(found, query, wording)
    if not found:
        return None
    mentions = tuple(m for m in found[0].mentions if scope is None or m.report == scope.index)
    if not mentions:
        return None
    return _answer_one(Asked(library, found[0], mentions, today, wording), query)


def find_by_statement(library: Library, query: Query) -> list[Document]:
    """The documents of the type asked for in whose sentence the asked words stand: "Quyết định hợp nhất Phòng …"."""
    wanted = {w for w in query.naming.words if w != "#total"}
    if len(wanted) < 2 or query.named_type in {None, "Báo cáo"}:
        return []
    ranked: list[tuple[float, Document]] = []
    for document in library.documents:
        scores = [
            coverage(
                library, wanted, library.tagger.tag(fold(m.statement.span.cut(library.reports[m.report].text))).words
            )
            for m in document.mentions
            if m.citation.number and m.citation.type == query.named_type
        ]
        if scores and max(scores) >= 0.95:
            ranked.append((max(scores), document))
    return [d for _, d in ranked] if len(ranked) == 1 else []


_UNDER = re.compile(
    r"\b(?:theo|can cu|dua tren|tai|thuc hien)\s(?P<type>nghi quyet|quyet dinh|ke hoach|chi thi|cong van|nghi dinh|thong tu)\snao"
)


def answer_under(library: Library, query: Query) -> Answer | None:
    """ "… thực hiện theo nghị quyết nào?": the document of that type which the fitting statement names."""
    match = _UNDER.search(query.folded)
    if not match:
        return None
    wanted = {w for w in query.terms.words if w != "#total"}
    best: tuple[float, Mention, Document] | None = None
    for document in library.documents:
        for mention in document.mentions:
            if fold(mention.citation.type or "") != match["type"] or not mention.citation.number:
                continue
            report = library.reports[mention.report]
            statement = library.tagger.tag(fold(mention.statement.span.cut(report.text)))
            own = library.tagger.tag(fold(mention.citation.subject or ""))
            score = coverage(library, wanted, statement.words) - 0.5 * coverage(library, wanted, own.words)
            if best is None or score > best[0]:
                best = (score, mention, document)
    if best is None or best[0] < _NAMED_THRESHOLD:
        return None
    report = library.reports[best[1].report]
    return answered(best[2].name, (quote(report, best[1].statement.span),), topic=_topic(best[2]))


def _ask_which(found: list[Document], query: Query, wording: Wording) -> Answer:
    ordered = sorted(found, key=lambda d: d.issued_on or date.min, reverse=True)
    choices = tuple(Choice(_label(d), _specific_question(d, query)) for d in ordered)
    number = found[0].written or query.named_type or ""
    words = wording.say(
        f"Có {len(found)} văn bản {number} phù hợp, bạn hỏi văn bản nào?",
        f"{len(found)} documents match {number}. Which one?",
    )
    return clarify(words, choices)


def ask_between(reports: list[ReportEntry], documents: list[Document], query: Query, wording: Wording) -> Answer:
    """A bare number that is both a report's and a document's."""
    own = [
        Choice(
            shorten(f"{r.name} – {r.facts.organisation or r.facts.title}", 120), f"Báo cáo {r.name} {_ask_words(query)}"
        )
        for r in reports
    ]
    others = [Choice(_label(d), _specific_question(d, query)) for d in documents]
    return clarify(
        wording.say("Số này có nhiều văn bản, bạn hỏi văn bản nào?", "Several documents bear this number. Which one?"),
        (*own, *others),
    )


def _label(document: Document) -> str:
    """A button that tells the document apart: number, date, issuer, subject."""
    issued = f" ngày {format_date(document.issued_on)}" if document.issued_on else ""
    issuer = f" ({document.issuer})" if document.issuer else ""
    return shorten(f"{document.written or document.type}{issued}{issuer}: {document.subject or ''}", 120)


def _specific_question(document: Document, query: Query) -> str:
    issued = f" ngày {format_date(document.issued_on)}" if document.issued_on else ""
    issuer = f" của {document.issuer}" if document.issuer else ""
    if not document.is_numbered:
        return f"{query.text.rstrip('?. ')} ({document.subject})"
    return f"{document.name}{issued}{issuer} {_ask_words(query)}".strip()


def _ask_words(query: Query) -> str:
    if query.asks("when"):
        return "ban hành ngày nào?"
    if query.asks("who"):
        return "cơ quan nào ban hành?"
    if query.asks("status", "overdue"):
        return "tới đâu rồi?"
    return "về việc gì?"


def _answer_one(asked: Asked, query: Query) -> Answer | None:
    if query.asks("signer"):
        return _missing(asked, asked.wording.say("người ký", "who signed it"))
    if (fate := _fate(asked, query)) is not None:
        return fate
    if query.asks("effective"):
        return _effective(asked)
    if query.asks("verify"):
        return _verify(asked, query)
    if query.asks("responsible"):
        return _responsible(asked)
    if query.asks("overdue", "due"):
        return _due(asked) or (
            _status(asked, query)
            if not asked.document.is_numbered
            else _missing(asked, asked.wording.say("hạn hoàn thành", "the deadline"))
        )
    if query.asks("number") and not query.references:
        return _number(asked)
    if _wants_status(query):
        return _status(asked, query)
    if query.asks("when"):
        return _date(asked, query)
    if query.asks("who"):
        return _issuer(asked)
    if query.asks("about", "summary") and not query.asks("overall"):
        return _subject(asked)
    if query.asks("count", "money", "percent") and not query.asks("number"):
        return None
    return _card(asked)


_REPLACING = re.compile(r"\b(?:thay|thay the|bai bo|het hieu luc|con hieu luc|replaced?|repealed)\b")
_AMENDING = re.compile(r"\b(?:sua doi|sua|dieu chinh|bo sung|amended)\b")


def _fate(asked: Asked, query: Query) -> Answer | None:
    """Whether the document was replaced or amended, and by which."""
    wanted = (
        {Role.REPLACED}
        if _REPLACING.search(query.folded)
        else {Role.AMENDED}
        if _AMENDING.search(query.folded)
        else set()
    )
    changed = next((m for m in asked.mentions if m.citation.role in wanted), None)
    if changed is None:
        return None
    by = next((c for c in changed.statement.citations if c.number and c.written != changed.citation.written), None)
    say = asked.wording.say
    verb = (
        say("bị thay thế", "replaced")
        if changed.citation.role is Role.REPLACED
        else say("được sửa đổi, bổ sung", "amended")
    )
    day = f" ngày {format_date(by.issued_on)}" if by and by.issued_on else ""
    agent = say(f" bởi {by.type} {by.written}{day}", f" by {by.type} {by.written}{day}") if by else ""
    return answered(
        say(f"Đã {verb}{agent}: {asked.document.name}", f"{asked.document.name} was {verb}{agent}"),
        (_quote_of(asked, changed),),
        topic=_topic(asked.document),
    )


def _wants_status(query: Query) -> bool:
    return query.asks("status") or bool(re.search(r"\bdu kien\b", query.folded))


def _topic(document: Document) -> Topic:
    return Topic(document=document.key)


def _quote_of(asked: Asked, mention: Mention) -> Quote:
    report = asked.library.reports[mention.report]
    return quote(report, mention.statement.span)


def _first(asked: Asked, *, said: str) -> Mention | None:
    """The first mention whose citation gives the named datum."""
    return next((m for m in asked.mentions if getattr(m.citation, said)), None)


def _missing(asked: Asked, what: str) -> Answer:
    return not_found(
        asked.wording.say(
            f"Các báo cáo không nêu {what} của {asked.document.name}.",
            f"The reports do not say {what}: {asked.document.name}.",
        )
    )


def _date(asked: Asked, query: Query) -> Answer:
    mention = _first(asked, said="issued_on")
    if mention is None or mention.citation.issued_on is None:
        return (
            _status(asked, query)
            if not any(m.citation.number for m in asked.mentions)
            else _missing(asked, asked.wording.say("ngày ban hành", "the date"))
        )
    day = format_date(mention.citation.issued_on)
    direct = asked.wording.say(f"Ngày {day} – {asked.document.name}", f"{day} – {asked.document.name}")
    return answered(direct, (_quote_of(asked, mention),), topic=_topic(asked.document))


def _issuer(asked: Asked) -> Answer:
    issuer = asked.document.issuer
    if issuer is None:
        return _missing(asked, asked.wording.say("cơ quan ban hành", "the issuer"))
    folded = fold(issuer)
    naming = [m for m in asked.mentions if folded in fold(m.statement.span.cut(asked.library.reports[m.report].text))]
    # Where it is planned or carried out the issuer is named as well; what says who issued it tells of the issuing.
    issuing = [m for m in naming if m.citation.role is Role.ISSUED]
    mention = (issuing or naming or list(asked.mentions))[0]
    direct = asked.wording.say(f"{issuer} ban hành {asked.document.name}", f"{issuer} issued {asked.document.name}")
    return answered(direct, (_quote_of(asked, mention),), topic=_topic(asked.document))


def _subject(asked: Asked) -> Answer:
    subject = asked.document.subject
    if subject is None:
        return _missing(asked, asked.wording.say("trích yếu", "the subject"))
    mention = next((m for m in asked.mentions if m.citation.subject == subject), asked.mentions[0])
    issued = asked.document.issued_on
    day = asked.wording.say(f" (ngày {format_date(issued)})", f" ({format_date(issued)})") if issued else ""
    return answered(
        f"{subject} – {asked.document.name}{day}", (_quote_of(asked, mention),), topic=_topic(asked.document)
    )


def _number(asked: Asked) -> Answer:
    document = asked.document
    if not document.is_numbered:
        return _status(asked, None)
    mention = next((m for m in asked.mentions if m.citation.number), asked.mentions[0])
    day = f" ngày {format_date(document.issued_on)}" if document.issued_on else ""
    return answered(
        f"{document.name}{day} – {document.subject or ''}".rstrip(" –"),
        (_quote_of(asked, mention),),
        topic=_topic(document),
    )


def _effective(asked: Asked) -> Answer:
    mention = _first(asked, said="effective_on")
    if mention is None or mention.citation.effective_on is None:
        return _missing(asked, asked.wording.say("ngày có hiệu lực", "when it takes effect"))
    day = format_date(mention.citation.effective_on)
    direct = asked.wording.say(f"Có hiệu lực từ ngày {day}", f"In force from {day}")
    return answered(f"{direct} – {asked.document.name}", (_quote_of(asked, mention),), topic=_topic(asked.document))


def _responsible(asked: Asked) -> Answer:
    mention = _first(asked, said="responsible")
    if mention is None:
        return _missing(asked, asked.wording.say("cơ quan chủ trì", "who is responsible"))
    direct = asked.wording.say(
        f"{mention.citation.responsible} chủ trì", f"{mention.citation.responsible} is responsible"
    )
    return answered(f"{direct} – {asked.document.name}", (_quote_of(asked, mention),), topic=_topic(asked.document))


def _due(asked: Asked) -> Answer | None:
    """The deadline of a register, and whether it has passed on the day of asking."""
    mention = _first(asked, said="due")
    if mention is None or mention.citation.due is None:
        return None
    due, status = mention.citation.due, mention.citation.status or ""
    day, say = format_date(due), asked.wording.say
    is_done = bool(re.search(r"da hoan thanh|hoan thanh|da xong", fold(status))) and "chua" not in fold(status)
    if is_done:
        judged = say(f"đã hoàn thành (hạn {day})", f"completed (due {day})")
    elif asked.today > due:
        judged = say(
            f"đã quá hạn {(asked.today - due).days} ngày (hạn hoàn thành {day})",
            f"overdue by {(asked.today - due).days} days (due {day})",
        )
    else:
        judged = say(
            f"chưa quá hạn, còn {(due - asked.today).days} ngày (hạn hoàn thành {day})",
            f"not overdue, {(due - asked.today).days} days left (due {day})",
        )
    told = say(f"; trạng thái trong báo cáo: {status}", f"; status in the report: {status}") if status else ""
    return answered(
        f"{asked.document.name}: {judged}{told}", (_quote_of(asked, mention),), topic=_topic(asked.document)
    )


def _status(asked: Asked, query: Query | None) -> Answer:
    """What the newest event makes of it: listed, issued, submitted, drafted, or planned and for when."""
    if query is not None and query.periods and re.search(r"\b(?:khong|chua)\b", query.folded):
        verified = _verify_period(asked, query)
        if verified is not None:
            return verified
    listed = next((m for m in reversed(asked.mentions) if m.citation.status), None)
    if listed is not None:
        return _listed(asked, listed)
    issued = next((m for m in asked.mentions if m.citation.number and m.citation.issued_on), None) or next(
        (m for m in asked.mentions if m.citation.number), None
    )
    if issued is not None and query is not None and query.periods and re.search(r"\b(?:khong|chua)\b", query.folded):
        return _verify_period(asked, query) or _issued(asked, issued)
    if query is not None and _DOING.search(query.folded) and (done := _progress(asked)) is not None:
        return done
    if issued is not None:
        return _issued(asked, issued)
    return _planned(asked)


_DOING = re.compile(r"\b(?:lam|thuc hien|trien khai|hoan thanh|xong|tien do)\b")
_DONE = re.compile(r"\b(?:hoan thanh|xong|dat|thuc hien duoc|da lam|da kiem tra)\b")


def _progress(asked: Asked) -> Answer | None:
    """How far a document is carried out: the newest sentence on it, or the one after, that says so in figures."""
    for mention in reversed(asked.mentions):
        report = asked.library.reports[mention.report]
        at = report.statements.index(mention.statement)
        for statement in report.statements[at : at + 2]:
            words = statement.span.cut(report.text)
            if any(f.measure in {Measure.RATIO, Measure.SHARE} for f in statement.figures) and _DONE.search(
                fold(words)
            ):
                return answered(
                    f"{shorten(words, 330)} – {asked.document.name}",
                    (quote(report, statement.span),),
                    topic=_topic(asked.document),
                )
    return None


def _listed(asked: Asked, mention: Mention) -> Answer:
    """The state that a register gives, with its deadline; what else it says stands below."""
    citation, say = mention.citation, asked.wording.say
    report = asked.library.reports[mention.report]
    due = say(f", hạn {format_date(citation.due)}", f", due {format_date(citation.due)}") if citation.due else ""
    note = f" ({citation.note})" if citation.note else ""
    issued = say("ban hành ngày", "issued") + f" {format_date(citation.issued_on)}" if citation.issued_on else ""
    source = say(f"theo {shorten(report.name, 90)}", f"as of {shorten(report.name, 90)}")
    return answered(
        f"{citation.status}{note} – {asked.document.name}{due}",
        _history(asked),
        context=", ".join(part for part in (issued, source) if part),
        topic=_topic(asked.document),
    )


def _issued(asked: Asked, mention: Mention) -> Answer:
    document, say = asked.document, asked.wording.say
    issued = document.issued_on
    day = say(f" ngày {format_date(issued)}", f" on {format_date(issued)}") if issued else ""
    by = say(f" ({document.issuer})", f" ({document.issuer})") if document.issuer else ""
    direct = say(f"Đã ban hành{day}: {document.name}{by}", f"Issued{day}: {document.name}{by}")
    subject = f" – {document.subject}" if document.subject else ""
    history = tuple(_event_line(asked, m) for m in asked.mentions)
    return answered(
        f"{direct}{subject}", (_quote_of(asked, mention), *_history(asked)), lines=history, topic=_topic(document)
    )


def _planned(asked: Asked) -> Answer:
    """The newest plan; one whose time has passed without issue is named overdue."""
    document, say = asked.document, asked.wording.say
    planned = [m for m in asked.mentions if m.citation.expected] or list(asked.mentions)
    mention = max(planned, key=lambda m: (m.told_on, m.citation.role is Role.PLANNED))
    expected = mention.citation.expected
    state = {Role.DRAFTED: say("đang xây dựng", "being drafted"), Role.SUBMITTED: say("đã trình", "submitted")}.get(
        mention.citation.role, ""
    )
    when = (
        say(f"dự kiến ban hành {asked.wording.period(expected)}", f"expected {asked.wording.period(expected)}")
        if expected
        else state
    )
    late = _lateness(asked, expected)
    direct = say(
        f"Chưa ban hành, {when or 'chưa nêu thời gian'}{late}: {document.name}",
        f"Not issued yet, {when or 'no date given'}{late}: {document.name}",
    )
    return answered(direct, (_quote_of(asked, mention), *_history(asked)), topic=_topic(document))


def _lateness(asked: Asked, expected: Period | None) -> str:
    if expected is None or asked.today <= expected.last:
        return ""
    return asked.wording.say(
        " (đã qua thời gian dự kiến, báo cáo mới nhất chưa nêu đã ban hành)", " (past the expected time)"
    )


def _history(asked: Asked) -> tuple[Quote, ...]:
    return tuple(_quote_of(asked, m) for m in reversed(asked.mentions))


_EVENTS = {
    Role.ISSUED: "ban hành", Role.PLANNED: "dự kiến", Role.DRAFTED: "dự thảo", Role.SUBMITTED: "trình", Role.IMPLEMENTED: "thực hiện",
    Role.AMENDED: "sửa đổi", Role.REPLACED: "thay thế", Role.BASIS: "được dẫn làm căn cứ", Role.LISTED: "trong danh mục theo dõi",
}  # fmt: skip


def _event_line(asked: Asked, mention: Mention) -> str:
    report = asked.library.reports[mention.report]
    expected = f" {asked.wording.period(mention.citation.expected)}" if mention.citation.expected else ""
    return f"{format_date(mention.told_on)} ({report.name}): {_EVENTS[mention.citation.role]}{expected}"


def _verify(asked: Asked, query: Query) -> Answer | None:
    """Yes or no to an issuer, a year or a number that the question holds up."""
    document, say = asked.document, asked.wording.say
    if query.bodies:
        issuer = document.issuer
        if issuer is None:
            return _missing(asked, say("cơ quan ban hành", "the issuer"))
        holds = _issued_by(document, query)
        return _judged(
            asked, holds, say(f"{document.name} do {issuer} ban hành", f"{document.name} was issued by {issuer}")
        )
    return _verify_period(asked, query) or _status(asked, replace(query, periods=()))


def _verify_period(asked: Asked, query: Query) -> Answer | None:
    """Whether the document was issued in the period that the question names."""
    document, say = asked.document, asked.wording.say
    if query.periods and document.issued_on:
        years = {p.resolve(asked.today) for p in query.periods}
        holds = any(p and p.first <= document.issued_on <= p.last for p in years)
        return _judged(
            asked,
            holds,
            say(
                f"{document.name} ban hành ngày {format_date(document.issued_on)}",
                f"{document.name} was issued on {format_date(document.issued_on)}",
            ),
        )
    return None


def _judged(asked: Asked, holds: bool, fact: str) -> Answer:
    said = asked.wording.say("Đúng" if holds else "Không phải", "Yes" if holds else "No")
    mention = _first(asked, said="issued_on") or asked.mentions[0]
    return answered(f"{said}: {fact}", (_quote_of(asked, mention),), topic=_topic(asked.document))


def _card(asked: Asked) -> Answer:
    """All that is known at a glance, where the question names the document and asks nothing."""
    document = asked.document
    if not document.is_numbered or any(m.citation.status for m in asked.mentions):
        return _status(asked, None)
    return _issued(asked, asked.mentions[0])


def answer_unknown(library: Library, reference: Reference, query: Query, wording: Wording) -> Answer:
    """No such number: say so and offer those one slip away, or the number with another symbol."""
    near: list[Document] = [*library.by_number.get(reference.number, [])]
    for number, documents in library.by_number.items():
        if (
            number != reference.number
            and OSA.distance(number, reference.number, score_cutoff=1) <= 1
            and len(number) >= 2
        ):
            near.extend(d for d in documents if not reference.type or reference.type in d.types)
    typed = f"{reference.type or 'văn bản'} {_as_typed(reference, query)}"
    choices = tuple(Choice(_label(d), _specific_question(d, query)) for d in near[:6])
    return not_found(
        wording.say(
            f"Không có {typed} trong các báo cáo." + (" Các số gần giống:" if choices else ""),
            f"No {typed} in the reports." + (" Near it:" if choices else ""),
        ),
        choices,
    )


def _as_typed(reference: Reference, query: Query) -> str:
    """The number with its symbol as the question has it, "703/QĐ-UBND"; the folded symbol where it has it otherwise."""
    if not reference.symbol:
        return reference.number
    letters = r"\s?[-_/.]\s?".join(map(re.escape, reference.symbol.split("-")))
    year = rf"{reference.year}\s?/\s?" if reference.year else ""
    found = re.search(rf"(?<!\d)0*{reference.number}\s?[/-]\s?{year}{letters}(?!\w)", fold(query.text))
    return query.text[found.start() : found.end()] if found else f"{reference.number}/{reference.symbol.upper()}"
