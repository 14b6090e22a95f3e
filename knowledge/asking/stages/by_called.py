"""What is told of a thing that has a name of its own: how much mô hình "Thứ Bảy về bản" received, since when there is one."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers import Answer, Outcome, Topic
from knowledge.asking import about_figures
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.question import Query
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.shelves.entries import names_of
from knowledge.asking.stages.occasion import Occasion
from knowledge.grammar.called import FEWEST, MOST, plain_words
from knowledge.grammar.patterns import pattern_of

# What more statements have the words of is no thing's own name.
_MOST_STATEMENTS = 300
# What sort of thing it is stands before its name.
_SORT = pattern_of(
    r"\b(?:mo hinh|sang kien|phong trao|chuong trinh|kenh|ung dung|app|cuoc thi|hoi thi|chien dich|chuyen muc|cau lac bo"
    r"|de an|du an|phan mem|nen tang|to)(?: ten la)? $"
)
_SORTS = frozenset({"mo_hinh", "sang_kien", "chuong_trinh", "phong_trao"})
# "Từ ngày 06/3/2024", "từ tháng 3/2026", "ngày 5/10/2023 ra mắt": since when there is one.
_SINCE = pattern_of(r"(?:\b(?:tu|vao|ke tu|trong) (?:ngay|thang|quy)|^(?:ngay|thang|quy)|\bra mat ngay|\btruong ngay) ")


def by_called(at: Occasion, query: Query) -> Answer | None:
    """The figure, the day or the sentence of the newest report on the thing that is named; None where none is, or none tells it."""
    if query.references or query.claim is not None:
        return None
    words = plain_words(query.folded).split()
    name = _name_in(at.library, words)
    if name is None:
        return None
    having = at.library.statements_with_words(set(name.split()))
    if len(having) > _MOST_STATEMENTS:
        return None
    telling = _newest_first([e for e in having if name in names_of(e)])
    if not telling or len({e.report.body for e in telling}) > 1:
        return None
    rest = at.read(_SORT.sub("", f"{' '.join(words)} ".split(name)[0]) + " " + " ".join(words).partition(name)[2])
    if query.asks("count", "percent", "money"):
        return _figure(at, rest, name, telling)
    if query.asks("when", "window"):
        return _sentence(next((e for e in telling if _tells_since(e)), None))
    if query.asks("status", "overall", "summary"):
        return _sentence(next((e for e in telling if rest.terms.words - _SORTS <= e.words), None))
    return None


def _name_in(library: Library, words: Sequence[str]) -> str | None:
    """The longest name that a report calls something by and that stands in these words of a question."""
    for length in range(min(MOST, len(words)), FEWEST - 1, -1):
        for start in range(len(words) - length + 1):
            name = " ".join(words[start : start + length])
            if library.filed.is_called(name) and not _is_concept(library, name):
                return name
    return None


def _is_concept(library: Library, name: str) -> bool:
    """Whether it is only what reports are about ("Cải cách hành chính"), and no thing's own name."""
    words = library.tagger.tag(name).words
    return bool(words) and all(word.startswith("#") for word in words)


def _newest_first(telling: Sequence[StatementEntry]) -> list[StatementEntry]:
    plain = [e for e in telling if e.statement.task is None and e.statement.kind != "heading"]
    return sorted(plain, key=lambda e: (e.report.told_on, -e.number), reverse=True)


def _figure(at: Occasion, rest: Query, name: str, telling: Sequence[StatementEntry]) -> Answer | None:
    """The figure of the newest report that tells it of the thing; else the sentence that counts what is asked for."""
    for report in {e.report.id: e.report for e in telling}.values():
        wanted = replace(at.wanted(rest), called=name, report=report)
        told = about_figures.answer_figure(at.library, rest, wanted, at.today, at.wording)
        if told is not None and told.outcome is Outcome.ANSWERED:
            return told
    counting = (e for e in telling if any(f.unit and plain_words(f.unit) in rest.folded for f in e.statement.figures))
    return _sentence(next(counting, None))


def _tells_since(entry: StatementEntry) -> bool:
    return _SINCE.search(entry.folded) is not None and any(c.isdigit() for c in entry.folded)


def _sentence(entry: StatementEntry | None) -> Answer | None:
    if entry is None:
        return None
    words = shorten(entry.statement.span.cut(entry.report.text))
    return answered(words, (quote(entry.report, entry.statement.span),), topic=Topic(report_id=entry.report.id))
