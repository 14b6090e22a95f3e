"""Whether there are still some of which something is not so: "còn xã nào chưa đạt 80% không?", by the sentence that counts them."""

import re
from functools import lru_cache

from knowledge.answers import Answer, Topic
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.matching_statements import SENTENCE_SHARE, rank_statements
from knowledge.asking.words.things import sorts_asked
from knowledge.grammar.sought import Sought

_ASKED = Sought(
    lambda: (
        rf"\b(?:co|con)(?: co| con| so| nhung| cac)? (?P<of>{sorts_asked()})(?:,? (?:va )?(?:{sorts_asked()}))*(?: [a-z]+){{0,2}}? nao"
        rf"(?: ma| con| van)? (?:chua|khong) (?P<so>.+?) (?:khong|ko|hong){polite_end()}"
    )
)


def answer_some_not(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """Yes, with the newest sentence that counts such of which just that is denied; None where none does."""
    asked = _ASKED.search(query.folded)
    if asked is None or query.references or query.asks("count", "when", "who"):
        return None
    named = library.tagger.tag(asked["so"]).words - GENERIC
    told = [
        entry
        for score, entry in rank_statements(library, wanted, SENTENCE_SHARE)
        if score >= SENTENCE_SHARE
        and _counts_them(entry, asked["of"])
        and named <= entry.terms.words
        and set(query.values) <= {figure.value for figure in entry.statement.figures}
    ]
    newest = told_last(told, lambda entry: entry.report)
    if not newest or (not query.periods and len({id(e.report) for e in told}) > 1):
        return None
    words = shorten(newest[0].statement.span.cut(newest[0].report.text).strip(" -+•*"), 330)
    return answered(
        wording.say(f"Có: {words}", f"Yes: {words}"),
        (quote(newest[0].report, newest[0].statement.span),),
        topic=Topic(report_id=newest[0].report.id),
    )


def _counts_them(entry: StatementEntry, of: str) -> bool:
    """Whether it says of so many of them, of one at least, that something is not so."""
    if entry.is_row or entry.statement.task is not None:
        return False
    return _so_many_not(of).search(entry.folded) is not None


@lru_cache(maxsize=200)
def _so_many_not(of: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d.,/])(?!0+ )\d{{1,4}}(?:/\d{{1,4}})? [a-z, ]{{0,20}}?\b{of}\b[^;.:]{{0,40}}? (?:chua|khong)\b"
    )
