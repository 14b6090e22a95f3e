"""What an event makes of a document, in words: listed in a register, issued, or planned and for when."""

from datetime import date

from knowledge.answers import Answer, Quote
from knowledge.asking.about_documents.asked import (
    Asked,
    history_quotes,
    quote_of,
    topic,
)
from knowledge.asking.documents import Mention
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered, quote, shorten
from knowledge.facts import Period, Role
from knowledge.grammar.patterns import pattern_of


def answer_listed(asked: Asked, mention: Mention) -> Answer:
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
    is_forward = document.name.startswith(_SUBMISSION) or _is_put_forward(asked)
    done = say("Đã trình", "Submitted") if is_forward else say("Đã ban hành", "Issued")
    direct = f"{done}{day}: {document.name}{by}"
    subject = f" – {document.subject}" if document.subject else ""
    # What came of a letter is asked for by whom it was sent to.
    awaited = _awaited(asked, mention) if is_forward and not document.name.startswith(_SUBMISSION) else None
    since = f". {awaited.text}" if awaited else ""
    history = tuple(_event_line(asked, m) for m in asked.mentions)
    quotes = (quote_of(asked, mention), *([awaited] if awaited else []), *history_quotes(asked))
    return answered(shorten(f"{direct}{subject}{since}"), quotes, lines=history, topic=topic(document))


def _is_put_forward(asked: Asked) -> bool:
    """Whether all that is told of it is that it was put forward, with its number."""
    return all(m.citation.role is Role.SUBMITTED for m in asked.mentions)


def _awaited(asked: Asked, mention: Mention) -> Quote | None:
    """The sentence behind that says on what it waits: "Đề án đang chờ Bộ Nội vụ thẩm định"."""
    statements = asked.library.statements
    if not 0 <= mention.place < len(statements) - 1:
        return None
    own, behind = statements[mention.place], statements[mention.place + 1]
    is_same_place = behind.report is own.report and behind.statement.heading == own.statement.heading
    return quote(behind.report, behind.statement.span) if is_same_place and _WAITS.search(behind.folded) else None


_WAITS = pattern_of(r"\b(?:dang|con) cho\b|\bdang (?:duoc )?(?:[a-z]+ ){0,4}tham dinh\b|\bchua co y kien\b")


_SUBMISSION = "Tờ trình"


def answer_planned(asked: Asked, query: Query | None = None) -> Answer:
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
        else state or _by_day(asked, mention)
    )
    late = _lateness(asked, expected.last if expected else mention.citation.due)
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


def _by_day(asked: Asked, mention: Mention) -> str:
    """The last day that is set for it, where no period is."""
    day = asked.wording.day(mention.citation.due) if mention.citation.due else ""
    return asked.wording.say(f"hạn ban hành {day}", f"due {day}") if day else ""


def _lateness(asked: Asked, last: date | None) -> str:
    if last is None or asked.today <= last:
        return ""
    return asked.wording.say(
        " (đã qua thời gian dự kiến, báo cáo mới nhất chưa nêu đã ban hành)", " (past the expected time)"
    )


_EVENTS = {
    Role.ISSUED: ("ban hành", "issued"), Role.PLANNED: ("dự kiến", "planned"), Role.DRAFTED: ("dự thảo", "drafted"),
    Role.SUBMITTED: ("trình", "submitted"), Role.IMPLEMENTED: ("thực hiện", "carried out"), Role.AMENDED: ("sửa đổi", "amended"),
    Role.REPLACED: ("thay thế", "replaced"), Role.ENDING: ("sẽ được thay thế", "to be replaced"), Role.BASIS: ("được dẫn làm căn cứ", "cited as a basis"),
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
