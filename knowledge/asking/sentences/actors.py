"""Whose act a sentence tells of: the day on which a ministry made an index known is not that on which the province did."""

from knowledge.asking.library import StatementEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.owners import organisations_in
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_lists

# "Bộ Nội vụ công bố … ngày nào": who does it stands right before it.
_DOES = pattern_of(lambda: rf"\s(?:da |se |vua |moi |co )?(?P<act>{any_of(load_lists('title_verbs')['acts'])})\b")


def is_their_act(entry: StatementEntry, query: Query) -> bool:
    """Whether the body that the question says to act is the one that acts in the sentence, as far as both say who does it."""
    for body in query.bodies:
        doing = _DOES.match(query.folded, body.end)
        if doing is None or not body.organisation.body:
            continue
        actors = _actors(entry, doing["act"])
        if actors and all(actor.body != body.organisation.body for actor in actors):
            return False
    return True


def _actors(entry: StatementEntry, act: str) -> list[Organisation]:
    """The bodies that a sentence says to do just that; of a register's row, who issued the document."""
    if " | " in entry.folded:
        return [body for c in entry.statement.citations for body in organisations_in(c.issuer or "")]
    words = entry.statement.span.cut(entry.report.text)
    folded = fold(words)
    named = find_organisations(words)
    return [o.organisation for o in named if (did := _DOES.match(folded, o.end)) is not None and did["act"] == act]
