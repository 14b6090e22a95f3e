"""What one question is answered on: the reports, the day, the language, and how a part of it is read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.wanting import figure_query
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.asking.sentences import telling


@dataclass(frozen=True, slots=True)
class Occasion:
    """The same for every stage that a question goes through."""

    library: Library
    today: date
    wording: Wording
    read: Callable[[str], Query]  # a part of the question, as a question of its own
    _wanted: dict[int, tuple[Query, FigureQuery]] = field(
        default_factory=dict
    )  # each with its question, which it keeps alive
    _sentences: dict[int, tuple[Query, Answer | None]] = field(default_factory=dict)

    def wanted(self, query: Query) -> FigureQuery:
        """What figure the question asks for, worked out once for all stages."""
        known = self._wanted.get(id(query))
        if known is None:
            known = self._wanted[id(query)] = query, figure_query(query, self.today)
        return known[1]

    def sentence(self, query: Query, wanted: FigureQuery | None = None) -> Answer | None:
        """The sentence that tells what the question asks, looked for once for all stages; or that tells of other figures."""
        if wanted is not None and wanted is not self.wanted(query):
            return telling.answer_statement(self.library, query, wanted, self.wording)
        known = self._sentences.get(id(query))
        if known is None:
            told = telling.answer_statement(self.library, query, self.wanted(query), self.wording)
            known = self._sentences[id(query)] = query, told
        return known[1]
