"""How far a thing was when a report saw it, and how far it is by the newest that tells of it."""

from knowledge.answers import Answer
from knowledge.asking.fulfilling import fulfils
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import IN_REPORT, INTENDED, PROGRESS, asks_begun, holds_up, is_only_allowed
from knowledge.asking.sentences import as_told, happened
from knowledge.asking.stages.by_figure import by_sentence
from knowledge.asking.stages.by_report import by_report
from knowledge.asking.stages.kinds import leaves_out_most
from knowledge.asking.stages.occasion import Occasion
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought


def by_report_as_it_stood(at: Occasion, query: Query) -> Answer | None:
    """What is asked of the report; how far a thing was as it says that, rather than that it is one of its tasks."""
    answer = by_report(at, query)
    if answer is None or not query.asks("status") or not query.periods or not IN_REPORT.search(query.folded):
        return answer
    if not answer.quotes or PROGRESS.search(words := fold(answer.quotes[0].text)) or INTENDED.search(words):
        return answer
    told = as_told.answer_as_told(at.library, query, at.today, at.read)
    return answer if told is None or leaves_out_most(query, told) or not fulfils(query, told) else told


def by_newest_sentence(at: Occasion, query: Query) -> Answer | None:
    """The sentence that tells it, or a newer row or sentence on the same where that one says that it was not yet so."""
    answer = by_sentence(at, query)
    if answer is None or not answer.quotes or not query.asks("status") or query.periods:
        return answer
    if asks_begun(query.folded) and is_only_allowed(fold(answer.quotes[0].text)):
        return None
    if holds_up(query) or not _NOT_YET.search(fold(answer.direct)):
        return answer
    told = at.library.filed.with_id(answer.quotes[0].report_id)
    later = happened.answer_happened(at.library, query, at.today, at.wording)
    since = at.library.filed.with_id(later.quotes[0].report_id) if later is not None and later.quotes else None
    return later if told is not None and since is not None and since.told_on > told.told_on else answer


_NOT_YET = Sought(r"\bchua\b")
