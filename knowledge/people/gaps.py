"""What people could not get: questions without an answer and thumbed-down answers, as one where they ask the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from rapidfuzz import fuzz, process

from knowledge.answers import Outcome
from knowledge.asking.asker import Asker
from knowledge.asking.conversation.kept import leans_on
from knowledge.asking.same_question import Meaning, meaning_of
from knowledge.asking.service import Asking
from knowledge.grammar.folding import compose, fold
from knowledge.people.questions import Questions, Unanswered

# So many wordings are listed: those asked most.
LISTED = 200
# Many more may have been answered since; whoever waits behind them is found too. Five seconds, once for a publication.
LOOKED_THROUGH = 1000
# Of the answered questions so many may be what was meant.
_OFFERED_FROM = 300
# Below this two wordings share no more than small words.
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that mean the same, as the most asked of them is worded; never with who asked."""

    id: int  # of the last question in those words
    text: str
    times: int
    last_asked_at: datetime
    wordings: tuple[Unanswered, ...]
    is_thumbed_down: bool
    after: str = ""  # the question before it, where these words alone do not say what is meant

    @property
    def question_ids(self) -> tuple[int, ...]:
        """One question of each wording."""
        return tuple(one.last_id for one in self.wordings)


class Gaps:
    """Reads what was asked, and asks it again: what is answered by now is no gap."""

    def __init__(self, questions: Questions, asking: Asking, today: Callable[[], date]) -> None:
        self._questions = questions
        self._asking = asking
        self._today = today
        self._seen: dict[tuple[str, str | None], _Look] = {}
        self._seen_with: tuple[Asker, date] | None = None

    def listing(self) -> list[Gap]:
        """The most asked first; an answer that was thumbed down stays until it is looked at."""
        clusters: list[tuple[Meaning, list[Unanswered]]] = []
        groups = self._questions.unanswered(LOOKED_THROUGH)
        waiting = (one for one in groups if one.is_thumbed_down or not self._is_answered(one))
        for group in islice(waiting, LISTED):
            meaning = self._look(group.text).meaning
            home = next((members for other, members in clusters if other.is_like(meaning)), None)
            if home is None:
                clusters.append((meaning, [group]))
            else:
                home.append(group)
        return sorted((self._gap(members) for _, members in clusters), key=lambda gap: (-gap.times, -gap.id))

    def find(self, question_id: int) -> Gap | None:
        """The gap of which that question is a wording, set aside or not; None if it is gone or was answered."""
        own = self._questions.group_of(question_id)
        if own is None:
            return None
        listed = next((gap for gap in self.listing() if question_id in gap.question_ids), None)
        return listed or self._gap([own])

    def offered(self, gap: Gap, most: int = 3) -> list[str]:
        """Questions that are answered and of which the gap may only be another wording, the likeliest first.

        They name the same documents, numbers and periods: another document's answer is never offered for this one, and
        none for words that mean something only after others.
        """
        if gap.after:
            return []
        wanted = self._meaning(gap.text).exact
        asked = self._questions.answered_texts(_OFFERED_FROM)
        examples = [example.question for example in self._asking.examples(today=self._today())]
        fitting = {
            fold(compose(text)): text
            for text in (*examples, *asked)
            if _named(self._meaning(text).exact) == _named(wanted) and _numbers(text) == _numbers(gap.text)
        }
        scored = process.extract(fold(compose(gap.text)), list(fitting), scorer=fuzz.token_sort_ratio, limit=2 * most)
        near = [fitting[folded] for folded, score, _ in scored if score >= _NEAR]
        return [text for text in near if self._is_told(text)][:most]

    def _is_told(self, text: str) -> bool:
        return self._asking.ask(text, today=self._today()).answer.outcome is Outcome.ANSWERED

    def _meaning(self, text: str) -> Meaning:
        return meaning_of(self._asking.asker.read(text))

    def _is_answered(self, one: Unanswered) -> bool:
        """Whether something is found by now, of its words alone or with those before them."""
        if self._look(one.text).is_answered:
            return True
        return one.previous is not None and self._look(one.text, one.previous).is_answered

    def _look(self, text: str, previous: str | None = None) -> "_Look":
        """What is found of these words now; kept until something else is published, since each tap asks again."""
        now = (self._asking.asker, self._today())
        if self._seen_with != now:
            self._seen, self._seen_with = {}, now
        if (text, previous) not in self._seen:
            asked = now[0].ask(text, today=now[1], previous=previous)
            self._seen[text, previous] = _Look(
                asked.answer.outcome is not Outcome.NOT_FOUND,
                self._meaning(text),
                leans_on(previous, asked.context) or "",
            )
        return self._seen[text, previous]

    def _gap(self, members: list[Unanswered]) -> Gap:
        most = max(members, key=lambda one: (one.times, one.last_id))
        return Gap(
            id=most.last_id,
            text=most.text,
            times=sum(one.times for one in members),
            last_asked_at=max(one.last_asked_at for one in members),
            wordings=tuple(members),
            is_thumbed_down=any(one.is_thumbed_down for one in members),
            after=self._look(most.text, most.previous).after if most.previous else "",
        )


@dataclass(frozen=True, slots=True)
class _Look:
    is_answered: bool
    meaning: Meaning
    after: str


def _named(exact: frozenset[str]) -> frozenset[str]:
    """The documents and periods among what must be the same."""
    return frozenset(one for one in exact if one.startswith(("document ", "period ")))


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d{2,}", text))
