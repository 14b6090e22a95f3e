"""One question from its words to its answer: understand, take what is open from the conversation, find, or say no.

Finding is the stages' (`knowledge/asking/stages`).
"""

import time
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answers import Answer, Outcome
from knowledge.asking.aliases import Aliases
from knowledge.asking.conversation.follows import names_nothing
from knowledge.asking.conversation.kept import recall, remember
from knowledge.asking.conversation.merging import joined
from knowledge.asking.conversation.turns import Meant, Turn
from knowledge.asking.giving_way import Rest, no_rest
from knowledge.asking.in_chat import InChat
from knowledge.asking.library import Library, Published
from knowledge.asking.nearest import find_nearest
from knowledge.asking.reading.asides import without_asides
from knowledge.asking.reading.english import to_vietnamese
from knowledge.asking.reading.phrasing import with_signs_said
from knowledge.asking.reading.question import Query, as_written, read_question
from knowledge.asking.reading.several_questions import clauses_in, questions_in
from knowledge.asking.replies import Wording, join_answers, not_found, nothing_found
from knowledge.asking.shelves.snapshot import Snapshot
from knowledge.asking.stages import ORDER, Stage, answer_alone, find_answer
from knowledge.asking.stages.occasion import Occasion
from knowledge.asking.typing import Lexicon, Typist, standard_words
from knowledge.grammar.concepts import shipped_tagger
from knowledge.grammar.folding import compose
from knowledge.grammar.patterns import pattern_of

# The longest question that is read; more than any official types, less than what slows an answer.
_LONGEST = 600
# Questions that are remembered as read: those before in the chats of just now, the parts of one, what may follow; about 1 MB.
_MOST_READ = 200
# Answers that are remembered with them, of some kilobytes each.
_MOST_ANSWERED = 40
_SAYING = pattern_of(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer and the conversation it leaves, to be kept for the next question of the chat."""

    answer: Answer
    context: str
    meant: str = ""  # the question in words that mean the same without the ones before it
    query: Query | None = None  # the same as understood; None where there is no question to go on from


class Asker:
    """Answers questions from one library; it keeps nothing between questions."""

    stages = ORDER

    def __init__(self, library: Library, typist: Typist, aliases: Aliases | None = None) -> None:
        self.library = library
        self._typist = typist
        self._aliases = aliases or Aliases()
        self._read: dict[str, Query] = {}
        self._answered: dict[Hashable, tuple[Query, Answer]] = {}

    @classmethod
    def of(cls, published: Iterable[Published]) -> "Asker":
        """An asker of these reports, whose words its typist knows."""
        library = Library.build(published, shipped_tagger())
        lexicon = Lexicon.shipped()
        lexicon.learn(str(report.text) for report in library.reports)
        lexicon.name(library.own_places)
        return cls(library, Typist(lexicon))

    @classmethod
    def from_snapshot(cls, snapshot: Snapshot) -> "Asker":
        """The asker that a snapshot was taken of."""
        library = Library(shipped_tagger(), snapshot.shelves, snapshot.catalogues, snapshot.gone)
        lexicon = Lexicon.from_plain(snapshot.words)
        if len(snapshot.shelves) > 1 or snapshot.gone.reports is not None:
            # Its words are those of the first shelf alone.
            before, now = library.texts_at_first(), library.texts()
            lexicon.forget(text() for number, text in before.items() if number not in now)
            lexicon.learn(text() for number, text in now.items() if number not in before)
            lexicon.name(library.own_places)
        return cls(library, Typist(lexicon))

    def changed(self, published: Sequence[Published], gone: Sequence[int], rest: Rest = no_rest) -> "Asker":
        """The asker after these reports came and those went, at the cost of these; its typist learns and forgets."""
        library = self.library.changed(published, gone, rest)
        lexicon = self._typist.lexicon
        went = [entry for one in gone if (entry := self.library.filed.with_id(one)) is not None]
        lexicon.forget(str(entry.text) for entry in went)
        for item in published:
            lexicon.learn([item.reading.text])
            rest()
        lexicon.name(library.own_places)
        return Asker(library, self._typist, self._aliases)

    def snapshot(self, standing: Mapping[int, str]) -> Snapshot:
        """What another process needs to answer the same; `standing` are the marks of its reports."""
        library = self.library
        return Snapshot(library.shelves, library.catalogues, library.gone, self._typist.lexicon.plain, dict(standing))

    def with_aliases(self, aliases: Aliases) -> "Asker":
        """The same asker with these aliases instead of its own."""
        return Asker(self.library, self._typist, aliases)

    def warm(self) -> Iterator[None]:
        """Builds what answers look into and is built when it is first wanted, a part at each step."""
        yield from self.library.warm()
        yield from self._typist.warm()

    def read(self, text: str) -> Query:
        """The question as understood alone; what was read lately is not read again."""
        known = self._read.get(text)
        if known is None:
            if len(self._read) >= _MOST_READ:
                self._read = {}
            known = self._read[text] = self._read_anew(text)
        return known

    def _read_anew(self, text: str) -> Query:
        text = self._aliases.apply(without_asides(with_signs_said(compose(text[:_LONGEST]))))
        typed = self._typist.read(text[:_LONGEST])
        words = " ".join(standard_words(typed.words, self.library.own_places))
        return read_question(text[:_LONGEST], self.library, to_vietnamese(words, self.library.places))

    def ask(self, text: str, *, today: date, previous: str | None = None, language: str = "vi") -> Asked:
        """The answer to a question asked on that day; never raises for what a person may type."""
        started = time.perf_counter()
        wording = Wording(language)
        turns = recall(previous, self.read)
        parts = questions_in(text[:_LONGEST])
        if len(parts) == 1:
            text = parts[0]
        elif parts and (both := self._ask_each(parts, previous, today, language)) is not None:
            return replace(both, answer=replace(both.answer, ms=round((time.perf_counter() - started) * 1000, 3)))
        query = self.read(text)
        answer, meant = self._answer(query, turns, today, wording)
        is_half = answer.outcome is Outcome.NOT_FOUND or _asks_besides(query, follows=meant.follows)
        if is_half and (clauses := clauses_in(text[:_LONGEST])):
            each = self._ask_each(clauses, previous, today, language, is_all=True)
            if each is not None:
                return replace(each, answer=replace(each.answer, ms=round((time.perf_counter() - started) * 1000, 3)))
        before = turns[: len(turns) - meant.passes_over]
        whole = joined(before, query) if before and meant.follows else query
        if answer.outcome is Outcome.NOT_FOUND and answer == nothing_found(wording):
            answer = replace(answer, near=find_nearest(self.occasion(today, wording), whole))
        answer = replace(answer, ms=round((time.perf_counter() - started) * 1000, 3))
        if previous and answer.outcome is Outcome.NOT_FOUND and names_nothing(query):
            return Asked(answer, previous, whole.text, whole)
        return Asked(answer, remember(previous, meant, answer), whole.text, whole)

    def _ask_each(
        self, parts: Sequence[str], previous: str | None, today: date, language: str, *, is_all: bool = False
    ) -> Asked | None:
        """The answers to several questions of one message, one behind the other; None where they are not several.

        With `is_all` there is an answer to each of them or there is none.
        """
        asked: list[Asked] = []
        for part in parts:
            asked.append(self.ask(part, today=today, previous=previous, language=language))
            previous = asked[-1].context
            outcomes = [one.answer.outcome for one in asked]
            if outcomes[0] is Outcome.NOT_FOUND:
                return None  # "Cho em hỏi với ạ? …" leads to the one question that there is
            if is_all and outcomes[-1] is not Outcome.ANSWERED:
                return None
        if Outcome.ANSWERED not in outcomes and set(outcomes) != {Outcome.CLARIFY}:
            return None
        return replace(asked[-1], answer=join_answers([one.answer for one in asked]))

    def occasion(self, today: date, wording: Wording) -> Occasion:
        """What the stages answer on, on that day."""
        return Occasion(self.library, today, wording, self.read)

    def look_for(self, text: str, at: Occasion, *, last: str, by: Stage | None = None) -> Answer | None:
        """What the stages up to the last one find in the question alone, for whoever only wants to know whether they do.

        `by` is the part of the last one that can find what is looked for.
        """
        query = self.read(text)
        stages = self.stages if by is None else {**self.stages, last: by}
        return None if _unanswerable(query, at.wording) else find_answer(at, query, stages, last=last)

    def _answer(self, query: Query, turns: list[Turn], today: date, wording: Wording) -> tuple[Answer, Meant]:
        if (refused := _unanswerable(query, wording)) is not None:
            return refused, Meant(query, False)

        def alone(query: Query) -> Answer:
            return self._alone(query, today, wording)

        return InChat(self.occasion(today, wording), alone, turns).answer(query)

    def _alone(self, query: Query, today: date, wording: Wording) -> Answer:
        """The answer to a question as it was read, whatever stands before it; found once while it is remembered.

        Each part of a message, and each turn of a chat, is held against the one before as that was answered.
        """
        key = id(query), today, type(today), wording.language
        known = self._answered.get(key)
        if known is None or known[0] is not query:
            if len(self._answered) >= _MOST_ANSWERED:
                self._answered = {}
            known = query, answer_alone(self.occasion(today, wording), query, self.stages)
            self._answered[key] = known
        return known[1]


def _asks_besides(query: Query, *, follows: bool) -> bool:
    """ "QĐ 192 về việc gì, ai ban hành", "quá hạn bao nhiêu, ai ban hành báo cáo": something else besides, which one answer may leave out."""
    counts = query.asks("count", "percent") and query.asks("who", "when", "number", "signer", "about", "status", "due")
    return bool(counts) or ((follows or len(query.references) == 1) and len(query.cues) > 1)


def _unanswerable(query: Query, wording: Wording) -> Answer | None:
    """What is said to a question without words, or of a body that no report names."""
    if not _SAYING.search(query.folded):
        words = wording.say(
            "Bạn hãy gõ câu hỏi, ví dụ: quý I/2019 tiếp nhận bao nhiêu hồ sơ?", "Please type a question."
        )
        return not_found(words)
    unknown = [as_written(query.text, body.name) for body in query.bodies if body.is_unknown]
    if not unknown or query.references:
        return None
    names = ", ".join(unknown)
    return not_found(wording.say(f"Các báo cáo không nhắc tới {names}.", f"No report names {names}."))
