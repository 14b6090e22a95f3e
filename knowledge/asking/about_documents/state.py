"""What has become of a document: listed, issued, planned and for when, due, replaced."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.answers import Answer, Outcome
from knowledge.asking.about_documents.asked import (
    Asked,
    answer_missing,
    first_mention,
    history_quotes,
    quote_of,
    topic,
)
from knowledge.asking.about_documents.judging import judge_period, judge_plan
from knowledge.asking.documents import Mention
from knowledge.asking.library import ReportEntry
from knowledge.asking.question import Query
from knowledge.asking.replies import answered, quote, shorten
from knowledge.facts import Measure, Period, Role, Span
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import is_done
from knowledge.grammar.sought import Sought

_REPLACING = Sought(r"\b(?:thay|thay the|bai bo|het hieu luc|con hieu luc|replaced?|repealed)\b")
# "Nó thay cho thông báo nào": what the document itself replaces.
_REPLACES = Sought(
    r"\bthay(?: the)?(?: cho)? (?:van ban|quyet dinh|thong bao|ke hoach|quy che|quy dinh|cai) (?:nao|gi)\b"
)
_AMENDING = Sought(r"\b(?:sua doi|sua|dieu chinh|bo sung|amended)\b")


def answer_fate(asked: Asked, query: Query) -> Answer | None:
    """Whether the document was replaced or amended, and by which; or what it replaces itself."""
    if _REPLACES.search(query.folded):
        return _answer_replaces(asked)
    wanted = (
        {Role.REPLACED}
        if _REPLACING.search(query.folded)
        else {Role.AMENDED}
        if _AMENDING.search(query.folded)
        else set()
    )
    changed = next((m for m in asked.mentions if m.citation.role in wanted), None)
    if changed is None:
        return answer_missing(asked, _by_what(asked)) if _BY_WHAT.search(query.folded) else None
    by = next((c for c in changed.statement.citations if c.number and c.written != changed.citation.written), None)
    say = asked.wording.say
    verb = (
        say("bị thay thế", "replaced")
        if changed.citation.role is Role.REPLACED
        else say("được sửa đổi, bổ sung", "amended")
    )
    day = say(" ngày ", " of ") + asked.wording.day(by.issued_on) if by and by.issued_on else ""
    agent = say(f" bởi {by.type} {by.written}{day}", f" by {by.type} {by.written}{day}") if by else ""
    return answered(
        say(f"Đã {verb}{agent}: {asked.document.name}", f"{asked.document.name} was {verb}{agent}"),
        (quote_of(asked, changed),),
        topic=topic(asked.document),
    )


# "Văn bản nào thay thế 312": without a word of it there is no such document to name.
_BY_WHAT = Sought(r"\bnao (?:da )?(?:thay the|thay|sua doi|bai bo)\b|\b(?:boi|bang) (?:van ban|quyet dinh) nao\b")


def _by_what(asked: Asked) -> str:
    return asked.wording.say("văn bản thay thế, sửa đổi", "what replaced or amended it")


def _answer_replaces(asked: Asked) -> Answer | None:
    """The documents that this one replaces: named beside it, or by its own text ("Thông báo này thay thế …")."""
    own = asked.library.filed.written(asked.document.written)
    statements = [(asked.library.reports[m.report], m.statement) for m in asked.mentions]
    statements += [(report, s) for report in own for s in report.statements]
    for report, statement in statements:
        replaced = [c for c in statement.citations if c.role is Role.REPLACED and c.written != asked.document.written]
        if replaced:
            names = ", ".join(f"{c.type} {c.written}" for c in replaced)
            direct = asked.wording.say(f"Thay thế {names}", f"It replaces {names}")
            return answered(
                f"{direct}: {asked.document.name}", (quote(report, statement.span),), topic=topic(asked.document)
            )
    return None


_EXPECTED = Sought(r"\bdu kien\b")


def wants_status(query: Query) -> bool:
    """Whether the question asks how far the document has come."""
    return query.asks("status") or bool(_EXPECTED.search(query.folded))


def answer_due(asked: Asked) -> Answer | None:
    """The deadline of a register, and whether it has passed on the day of asking."""
    mention = first_mention(asked, said="due")
    if mention is None or mention.citation.due is None:
        return None
    due, status = mention.citation.due, mention.citation.status or ""
    day, say = asked.wording.day(due), asked.wording.say
    if is_done(fold(status)):
        judged = say(f"đã hoàn thành (hạn {day})", f"completed (due {day})")
    elif asked.today > due:
        judged = say(
            f"đã quá hạn {(asked.today - due).days} ngày (hạn hoàn thành {day})",
            f"overdue by {asked.wording.count((asked.today - due).days, 'day')} (due {day})",
        )
    else:
        judged = say(
            f"chưa quá hạn, còn {(due - asked.today).days} ngày (hạn hoàn thành {day})",
            f"not overdue, {asked.wording.count((due - asked.today).days, 'day')} left (due {day})",
        )
    told = (
        say(f"; trạng thái trong báo cáo: {status}", f"; status in the report: {asked.wording.state(status)}")
        if status
        else ""
    )
    return answered(f"{asked.document.name}: {judged}{told}", (quote_of(asked, mention),), topic=topic(asked.document))


def _only_asks_for(asked: Asked, query: Query) -> bool:
    """Whether the document is a letter that wants the one which is meant: "Công văn 1433: xây dựng Đề án …"."""
    named, document = query.named_type, asked.document
    return named is not None and document.type == "Công văn" and named not in {*document.types, "Văn bản", "Công văn"}


def answer_status(asked: Asked, query: Query | None) -> Answer:
    """What the newest event makes of it: listed, issued, submitted, drafted, or planned and for when; and at which step it is."""
    answer = _answer_event(asked, query)
    if query is None or not _AT_WHICH_STEP.search(query.folded) or answer.outcome is not Outcome.ANSWERED:
        return answer
    for report, line in _newest_lines(asked):
        text = line.cut(report.text)
        folded = fold(text)
        # A row of a register has its own column for that.
        step = _STEP.search(folded) if len(folded) == len(text) and "|" not in text else None
        if step is not None and step[0] not in fold(answer.direct):
            told = quote(report, line)
            quotes = answer.quotes if any(one.text == told.text for one in answer.quotes) else (*answer.quotes, told)
            return replace(
                answer, direct=shorten(f"{answer.direct}; {text[slice(*step.span())].strip()}"), quotes=quotes
            )
    return answer


_AT_WHICH_STEP = Sought(
    r"\b(?:toi|den|di den) (?:dau|mo|nao(?= roi)|buoc nao|giai doan nao|khau nao)\b|\b(?:buoc|khau|giai doan) (?:nao|may)\b"
    r"|\b(?:tinh hinh|tien do|tinh trang)\b|\b(?:sao|the nao) roi\b"
)
# "… đang trình UBND tỉnh", "… đang chờ Bộ Nội vụ thẩm định", "… đang được xây dựng, hoàn thành tại 15/19 sở".
_STEP = Sought(
    r"\b(?:da (?:duoc )?[^,.;]{0,40}tham dinh[^,.;]{0,40}, )?(?:dang|hien|con)(?: duoc| tiep tuc| phai)? "
    r"(?:trinh|cho|lay y kien|tham dinh|tham tra|xay dung|soan thao|du thao|hoan thien|chinh ly|ra soat)\b[^.;]*"
)


def _newest_lines(asked: Asked) -> Iterator[tuple[ReportEntry, Span]]:
    """The sentences that tell of the document last, each with the one behind it if that goes on about it: "Đề án đang chờ …"."""
    newest = max(mention.told_on for mention in asked.mentions)
    for mention in reversed([one for one in asked.mentions if one.told_on == newest]):
        report = asked.library.reports[mention.report]
        at = next((i for i, one in enumerate(report.statements) if one.span == mention.statement.span), None)
        yield report, mention.statement.span
        following = () if at is None else report.statements[at + 1 : at + 2]
        yield from (
            (report, s.span) for s in following if fold(s.span.cut(report.text)).startswith(fold(asked.document.type))
        )


def _answer_event(asked: Asked, query: Query | None) -> Answer:
    if query is not None and (kept := judge_plan(asked, query)) is not None:
        return kept
    if (
        query is not None
        and query.periods
        and re.search(r"\b(?:khong|chua)\b", query.folded)
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
        return _listed(asked, listed)
    issued = next((m for m in asked.mentions if m.citation.number and m.citation.issued_on), None) or next(
        (m for m in asked.mentions if m.citation.number), None
    )
    if query is not None and _DOING.search(query.folded) and (done := answer_progress(asked)) is not None:
        return done
    if issued is not None and query is not None and query.periods and re.search(r"\b(?:khong|chua)\b", query.folded):
        return judge_period(asked, query) or answer_issued(asked, issued)
    if issued is not None:
        return answer_issued(asked, issued)
    return _planned(asked, query)


_DOING = pattern_of(r"\b(?:lam|thuc hien|trien khai|hoan thanh|xong|tien do)\b")


_DONE = pattern_of(r"\b(?:hoan thanh|xong|dat|thuc hien duoc|da lam|da kiem tra)\b")


def answer_progress(asked: Asked, act: str = "") -> Answer | None:
    """How far a document is carried out: the newest sentence on it, or the one after, that says so in figures.

    Where an act is asked for ("kiem tra"), the sentence must name it.
    """
    for mention in reversed(asked.mentions):
        report = asked.library.reports[mention.report]
        at = report.statements.index(mention.statement)
        for statement in report.statements[at : at + 2]:
            words = statement.span.cut(report.text)
            if act and act not in fold(words):
                continue
            if any(f.measure in {Measure.RATIO, Measure.SHARE} for f in statement.figures) and _DONE.search(
                fold(words)
            ):
                return answered(
                    f"{shorten(words, 330)} – {asked.document.name}",
                    (quote(report, statement.span),),
                    topic=topic(asked.document),
                )
    return None


def _listed(asked: Asked, mention: Mention) -> Answer:
    """The state that a register gives, with its deadline; what else it says stands below."""
    citation, say = mention.citation, asked.wording.say
    report = asked.library.reports[mention.report]
    due = (
        say(f", hạn {asked.wording.day(citation.due)}", f", due {asked.wording.day(citation.due)}")
        if citation.due
        else ""
    )
    note = f" ({citation.note})" if citation.note else ""
    issued = say("ban hành ngày", "issued") + f" {asked.wording.day(citation.issued_on)}" if citation.issued_on else ""
    # A register without a number is called by a title of a line or two, which the source says anyway.
    source = say(f"theo {report.name}", f"as of {report.name}") if report.facts.number else ""
    return answered(
        f"{asked.wording.state(citation.status or '')}{note} – {asked.document.name}{due}",
        history_quotes(asked),
        context=", ".join(part for part in (issued, source) if part),
        topic=topic(asked.document),
    )


def answer_issued(asked: Asked, mention: Mention) -> Answer:
    """That and when it was issued, with what each report told of it."""
    document, say = asked.document, asked.wording.say
    issued = document.issued_on
    day = say(f" ngày {asked.wording.day(issued)}", f" on {asked.wording.day(issued)}") if issued else ""
    by = say(f" ({document.issuer})", f" ({document.issuer})") if document.issuer else ""
    # A submission puts forward what others then decide on.
    done = say("Đã trình", "Submitted") if document.name.startswith(_SUBMISSION) else say("Đã ban hành", "Issued")
    direct = f"{done}{day}: {document.name}{by}"
    subject = f" – {document.subject}" if document.subject else ""
    history = tuple(_event_line(asked, m) for m in asked.mentions)
    return answered(
        f"{direct}{subject}", (quote_of(asked, mention), *history_quotes(asked)), lines=history, topic=topic(document)
    )


_SUBMISSION = "Tờ trình"


def _planned(asked: Asked, query: Query | None = None) -> Answer:
    """The newest plan; one whose time has passed without issue is named overdue."""
    document, say = asked.document, asked.wording.say
    planned = [m for m in asked.mentions if m.citation.expected] or list(asked.mentions)
    # Of what one report says the nearest time counts: "chuyển sang quý I/2025" beside the tasks of 2025.
    mention = max(planned, key=lambda m: (m.told_on, m.citation.role is Role.PLANNED, -_days(m.citation.expected)))
    expected = mention.citation.expected
    state = {Role.DRAFTED: say("đang xây dựng", "being drafted"), Role.SUBMITTED: say("đã trình", "submitted")}.get(
        mention.citation.role, ""
    )
    when = (
        say(f"dự kiến ban hành {asked.wording.period(expected)}", f"expected in {asked.wording.within(expected)}")
        if expected
        else state
    )
    late = _lateness(asked, expected)
    # Who asks whether it was put forward is told of that.
    asks_step = query is not None and bool(_PUT_FORWARD.search(query.folded))
    is_forward = any(m.citation.role is Role.SUBMITTED for m in asked.mentions)
    step, done = ("trình", "submitted") if asks_step and not is_forward else ("ban hành", "issued")
    if step == "trình":
        when = when.replace("dự kiến ban hành", "dự kiến trình")
    # As one report saw it the document had no number yet.
    is_as_seen = document.is_numbered and not any(m.citation.number for m in asked.mentions)
    name = (mention.citation.subject or document.name) if is_as_seen else document.name
    direct = say(
        f"Chưa {step}, {when or 'chưa nêu thời gian'}{late}: {name}",
        f"Not {done} yet, {when or 'no date given'}{late}: {name}",
    )
    return answered(direct, (quote_of(asked, mention), *history_quotes(asked)), topic=topic(document))


_PUT_FORWARD = pattern_of(r"\btrinh\b.*\bchua\b")


def _days(expected: Period | None) -> int:
    return (expected.last - expected.first).days if expected else 0


def _lateness(asked: Asked, expected: Period | None) -> str:
    if expected is None or asked.today <= expected.last:
        return ""
    return asked.wording.say(
        " (đã qua thời gian dự kiến, báo cáo mới nhất chưa nêu đã ban hành)", " (past the expected time)"
    )


_EVENTS = {
    Role.ISSUED: ("ban hành", "issued"), Role.PLANNED: ("dự kiến", "planned"), Role.DRAFTED: ("dự thảo", "drafted"),
    Role.SUBMITTED: ("trình", "submitted"), Role.IMPLEMENTED: ("thực hiện", "carried out"), Role.AMENDED: ("sửa đổi", "amended"),
    Role.REPLACED: ("thay thế", "replaced"), Role.BASIS: ("được dẫn làm căn cứ", "cited as a basis"),
    Role.LISTED: ("trong danh mục theo dõi", "listed in a register"),
}  # fmt: skip


def _event_line(asked: Asked, mention: Mention) -> str:
    report = asked.library.reports[mention.report]
    expected = f" {asked.wording.period(mention.citation.expected)}" if mention.citation.expected else ""
    day = asked.wording.day(mention.told_on)
    # An entry is of the day on which an admin added it, which is no day of the document's.
    added = asked.wording.say(f"Mục nhập ngày {day}", f"Entry added on {day}")
    told = added if report.facts.kind == "entry" else f"{day} ({report.name})"
    return f"{told}: {asked.wording.say(*_EVENTS[mention.citation.role])}{expected}"
