"""Who put a document forward: the body that a sentence says to have submitted it."""

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import Asked, quote_of, topic
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.submitting import asks_who_submits
from knowledge.asking.replies import answered
from knowledge.facts import Role
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of

# "Sở Tư pháp đã trình tại Tờ trình số …": who does it stands right before it.
_SUBMITS = pattern_of(r"\s(?:da |vua |moi |co )*trinh\b")


def answer_submitted(asked: Asked, query: Query) -> Answer | None:
    """Who submitted it, by the newest sentence that says so of one body; None where that is not asked or not told."""
    if not asks_who_submits(query):
        return None
    for mention in reversed(asked.mentions):
        if mention.citation.role is not Role.SUBMITTED:
            continue
        words = mention.statement.span.cut(asked.library.reports[mention.report].text)
        folded = fold(words)
        bodies = {one.name for one in find_organisations(words) if _SUBMITS.match(folded, one.end)}
        if len(bodies) == 1:
            say = asked.wording.say(f"{{}} trình {asked.document.name}", f"{{}} submitted {asked.document.name}")
            return answered(say.format(bodies.pop()), (quote_of(asked, mention),), topic=topic(asked.document))
    return None
