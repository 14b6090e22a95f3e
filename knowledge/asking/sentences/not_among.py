"""Whether something was done with one of several, by the sentence that lists those with which it was not.

"Chưa kiểm tra: Phòng Giáo dục và Đào tạo" answers whether that division was inspected.
"""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.cues import ENDS_WITH_YET
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.reports.which_reports import is_of_period
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of

# What was not done, in one or two words, and with whom.
_NOT_DONE = pattern_of(r"\bchua (?:duoc |bi |co |the )*(?P<act>[a-z]+(?: [a-z]+)?)\b(?P<whom>[^.;]*)")
_ASKED_ACT = pattern_of(r"\b(?:da|duoc|co) (?:duoc |bi )?(?P<act>[a-z]+ [a-z]+)\b")
# More sentences than that are not read one by one.
_MOST_SENTENCES = 500


def answer_not_among(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Not yet, where the newest sentence that names the body lists it among those with which just that was not done."""
    if not query.bodies or query.references or query.counts or not ENDS_WITH_YET.search(query.folded):
        return None
    periods = resolve_all(query.periods, today)
    for body in query.bodies:
        told = list(_telling(library, body, query.folded))
        told = [e for e in told if all(is_of_period(e.report, period) for period in periods)]
        last = told_last(told, lambda entry: entry.report)
        if last and (entry := next((e for e in last if _lists(e, body, query.folded)), None)) is not None:
            words = shorten(entry.statement.span.cut(entry.report.text), 330)
            return answered(
                wording.say(words if words.startswith("Chưa") else f"Chưa: {words}", f"Not yet: {words}"),
                (quote(entry.report, entry.statement.span),),
                topic=Topic(report_id=entry.report.id),
            )
    return None


def _telling(library: Library, body: OrganisationMention, said: str) -> Iterator[StatementEntry]:
    """The sentences that name the body and what is asked to have been done with it."""
    having = library.statements_with_words(body.name.split())
    if len(having) > _MOST_SENTENCES:
        return
    acts = {match["act"] for match in _ASKED_ACT.finditer(said)}
    for entry in having:
        if entry.is_sentence and body.name in entry.folded and any(act in entry.folded for act in acts):
            yield entry


def _lists(entry: StatementEntry, body: OrganisationMention, said: str) -> bool:
    """Whether it says of that body that what the question says was not done."""
    return any(
        re.search(rf"\b{re.escape(match['act'])}\b", said) is not None and body.name in match["whom"]
        for match in _NOT_DONE.finditer(entry.folded)
    )
