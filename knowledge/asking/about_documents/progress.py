"""How far a document is carried out, and at which step it is on its way to being issued."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import (
    Asked,
    topic,
)
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered, quote, shorten
from knowledge.facts import Citation, Figure, Measure, Span, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_DONE = pattern_of(r"\b(?:hoan thanh|xong|dat|thuc hien duoc|da lam|da kiem tra)\b")


def answer_progress(asked: Asked, act: str = "") -> Answer | None:
    """How far a document is carried out: the newest sentence on it, or the one after, that says so in figures.

    Where an act is asked for ("kiem tra"), the sentence must name it.
    """
    telling = next(_telling(asked, act), None)
    if telling is None:
        return None
    report, statement = telling
    words = shorten(statement.span.cut(report.text), 330)
    return answered(f"{words} – {asked.document.name}", (quote(report, statement.span),), topic=topic(asked.document))


def answer_course(asked: Asked) -> Answer | None:
    """How far it was carried out by one report after another; None where fewer than two tell it."""
    told: dict[int, tuple[ReportEntry, Statement, Figure]] = {}
    for report, statement in _telling(asked):
        counted = _done_of_all(statement.figures)
        if counted is not None:
            told.setdefault(report.index, (report, statement, counted))
    if len(told) < _FEWEST_REPORTS:
        return None
    say = asked.wording
    course = sorted(told.values(), key=lambda one: one[0].told_on)
    steps = (f"{f.written} ({say.period(f.period) if f.period else say.day(r.told_on)})" for r, _, f in course)
    return answered(
        f"{' → '.join(steps)} – {asked.document.name}",
        tuple(quote(report, statement.span) for report, statement, _ in course),
        topic=topic(asked.document),
    )


_FEWEST_REPORTS = 2


def _done_of_all(figures: Sequence[Figure]) -> Figure | None:
    """So many of so many: "20/28 nhiệm vụ", or "trong 28 nhiệm vụ …, hoàn thành 27 nhiệm vụ (96,43%)" of which a share is told."""
    if (ratio := next((f for f in figures if f.measure is Measure.RATIO), None)) is not None:
        return ratio
    shared = {f.share_of for f in figures if f.measure is Measure.SHARE}
    parts = (f for at, f in enumerate(figures) if at in shared and f.part_of is not None)
    return next((f for f in parts if f.measure is Measure.COUNT), None)


def _telling(asked: Asked, act: str = "") -> Iterator[tuple[ReportEntry, Statement]]:
    """The sentences on it, or behind one on it, that say in figures how far it is carried out, the newest first."""
    for mention in reversed(asked.mentions):
        report = asked.library.reports[mention.report]
        at = report.statements.index(mention.statement)
        for statement in report.statements[at : at + 2]:
            if statement is not report.statements[at] and _names_another(statement, asked):
                continue
            words = fold(statement.span.cut(report.text))
            counts = any(f.measure in {Measure.RATIO, Measure.SHARE} for f in statement.figures)
            if ((not act or act in words) and counts and _DONE.search(words)) or (
                not act and statement is report.statements[at] and _says_how_far(words, mention.citation)
            ):
                yield report, statement


# "Kế hoạch số 88/KH-UBND … về kiểm tra công vụ đã thực hiện xong", "Chỉ thị số 05/CT-UBND … chưa được triển khai tại cấp xã".
_HOW_FAR = pattern_of(
    r"\W*(?:da|chua|dang|moi|co ban|van chua|con chua)(?: duoc| co ban| tiep tuc| kip)* "
    r"(?:to chuc |trien khai )?(?:thuc hien|trien khai|hoan thanh|lam|xong|quan triet)\b"
)


def _says_how_far(words: str, citation: Citation) -> bool:
    """Whether the words right behind the document, or behind what it is about, say how far it is carried out."""
    if "|" in words or not citation.written:
        return False
    at = max(words.find(fold(part)) + len(part) for part in (citation.written, citation.subject or ""))
    return at > 0 and (_HOW_FAR.match(words, at) or _HOW_FAR.match(_WITH_DAY.sub("", words[at:]))) is not None


_WITH_DAY = pattern_of(r"^ ngay \d{1,2}/\d{1,2}/\d{4}(?: cua [^,;.]{3,60}?(?= (?:da|chua|dang|moi|co ban)\b))?")


def _names_another(statement: Statement, asked: Asked) -> bool:
    """Whether a sentence names another document than the one asked for, which its figures are then of."""
    own = {(c.number, c.symbol) for c in (mention.citation for mention in asked.mentions)}
    return any((c.number, c.symbol) not in own for c in statement.citations)


_AT_WHICH_STEP = Sought(
    r"\b(?:toi|den|di den) (?:dau|mo|nao(?= roi)|buoc nao|giai doan nao|khau nao)\b|\b(?:buoc|khau|giai doan) (?:nao|may)\b"
    r"|\b(?:tinh hinh|tien do|tinh trang)\b|\b(?:sao|the nao) roi\b"
)


# "… đang trình UBND tỉnh", "… đang chờ Bộ Nội vụ thẩm định", "… đang được xây dựng, hoàn thành tại 15/19 sở".
_STEP = Sought(
    r"\b(?:da (?:duoc )?[^,.;]{0,40}tham dinh[^,.;]{0,40}, )?(?:dang|hien|con)(?: duoc| tiep tuc| phai)? "
    r"(?:trinh|cho|lay y kien|tham dinh|tham tra|xay dung|soan thao|du thao|hoan thien|chinh ly|ra soat)\b[^.;]*"
)


def asks_step(query: Query) -> bool:
    """Whether a question asks at which step a document is: "tới bước nào rồi"."""
    return _AT_WHICH_STEP.search(query.folded) is not None


def with_step(asked: Asked, answer: Answer) -> Answer:
    """The answer with the step that the newest sentences on the document tell ("đang trình UBND tỉnh"), where they tell one."""
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


def _newest_lines(asked: Asked) -> Iterator[tuple[ReportEntry, Span]]:
    """The sentences that tell of the document last, each with the one behind it if that goes on about it: "Đề án đang chờ …"."""
    newest = max(mention.told_on for mention in asked.mentions)
    for mention in reversed([one for one in asked.mentions if one.told_on == newest]):
        report = asked.library.reports[mention.report]
        at = next((i for i, one in enumerate(report.statements) if one.span == mention.statement.span), None)
        yield report, mention.statement.span
        following = () if at is None else report.statements[at + 1 : at + 2]
        yield from ((report, s.span) for s in following if report.folded(s).startswith(fold(asked.document.type)))
