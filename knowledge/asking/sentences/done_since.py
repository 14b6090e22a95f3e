"""Whether all was done since the report that tells of some: "đến nay đã khắc phục xong cả 04 tồn tại" in a later one."""

from knowledge.answers import Answer, Outcome, Topic
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.all_of_them import said_whether, things_asked
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed

# What was done of all of them; "chưa", "sẽ" and "phấn đấu" before it say that it was not.
_ALL_DONE = pattern_of(
    r"\b(?<!chua )(?<!se )(?<!phan dau )(?P<act>khac phuc|hoan thanh|thuc hien|xu ly|giai quyet|tra loi)(?: duoc| da)? (?:xong|het|day du|toan bo|dut diem)"
    r"(?: (?:ca|toan bo|tat ca|so))*"
)
_MOST = 500  # sentences with these words; more say too little of which is meant


def or_done_since(library: Library, query: Query, found: Answer | None, wording: Wording) -> Answer | None:
    """What was found, or that all was done by then where a later report of the same body says so of the same things."""
    if found is None or found.outcome is not Outcome.ANSWERED or query.periods or found.topic.report_id is None:
        return found
    report, things = library.filed.with_id(found.topic.report_id), things_asked(query) or _things(query)
    if report is None or not things or found.direct.startswith((said_whether(query, wording, holds=True), "Rồi")):
        return found
    having = library.statements_with_words(things.split())
    if len(having) > _MOST:
        return found
    later = told_last([e for e in having if _tells(e, query, things)], lambda e: e.report)
    if not later or later[0].report.told_on <= report.told_on or later[0].report.body != report.body:
        return found
    entry = later[0]
    words = shorten(entry.statement.span.cut(entry.report.text).strip(" -+•*"))
    return answered(
        f"{said_whether(query, wording, holds=True)}: {words}",
        (quote(entry.report, entry.statement.span),),
        topic=Topic(report_id=entry.report.id),
    )


_THINGS = pattern_of(lambda: rf"\b(?:{listed('things', 'settled')})\b")


def _things(query: Query) -> str:
    named = _THINGS.search(query.folded)
    return named[0] if named else ""


def _tells(entry: StatementEntry, query: Query, things: str) -> bool:
    """Whether it says that all these things were done, in the word that is asked for, and does not only mean to."""
    if not entry.is_sentence or entry.statement.task is not None or things not in entry.folded:
        return False
    done = _ALL_DONE.search(entry.folded)
    return done is not None and done["act"] in query.folded
