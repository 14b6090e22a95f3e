"""How far a document is carried out, and at which step it is on its way to being issued."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import (
    Asked,
    topic,
)
from knowledge.asking.library import ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered, quote, shorten
from knowledge.facts import Measure, Span
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

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
