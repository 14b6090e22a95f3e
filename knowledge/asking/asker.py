"""One question from its words to its answer: understand, take what is open from the conversation, find, or say no.

Finding is the stages' (`knowledge/asking/stages`).
"""

import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answers import Answer, Outcome
from knowledge.asking import about_documents, about_reports
from knowledge.asking.aliases import Aliases
from knowledge.asking.concepts import shipped_tagger
from knowledge.asking.conversation import (
    Meant,
    Turn,
    asks_only_type,
    counts_nothing,
    follows,
    in_its_place,
    leaves_document,
    may_continue,
    names_nothing,
    of_year,
    remember,
)
from knowledge.asking.english import to_vietnamese
from knowledge.asking.going_on import asked_again, asks_of_report, joined, parts_before
from knowledge.asking.held import SUPERLATIVE
from knowledge.asking.library import Library, Published
from knowledge.asking.nearest import find_nearest
from knowledge.asking.phrasing import without_preamble
from knowledge.asking.question import Query, read_question
from knowledge.asking.replies import Wording, join_answers, not_found, nothing_found
from knowledge.asking.several_questions import clauses_in, questions_in
from knowledge.asking.shelves.snapshot import Snapshot
from knowledge.asking.stages import ORDER, Stage, answer_alone, find_answer
from knowledge.asking.stages.occasion import Occasion
from knowledge.asking.told_again import has_no_reason, is_of_another_time, restates, tells_no_datum
from knowledge.asking.typing import Lexicon, Typist, standard_words
from knowledge.grammar.folding import compose
from knowledge.grammar.organisations import OrganisationMention, find_organisations

# The longest question that is read; more than any official types, less than what slows an answer.
_LONGEST = 600
# Questions that are remembered as read: those before in the chats of just now, the parts of one, what may follow; about 1 MB.
_MOST_READ = 200


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

    def changed(self, published: Sequence[Published], gone: Sequence[int]) -> "Asker":
        """The asker after these reports came and those went, at the cost of these; its typist learns and forgets."""
        library = self.library.changed(published, gone)
        lexicon = self._typist.lexicon
        went = [entry for one in gone if (entry := self.library.filed.with_id(one)) is not None]
        lexicon.forget(str(entry.text) for entry in went)
        lexicon.learn(item.reading.text for item in published)
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
        text = self._aliases.apply(without_preamble(compose(text[:_LONGEST])))
        typed = self._typist.read(text[:_LONGEST])
        words = " ".join(standard_words(typed.words, self.library.own_places))
        return read_question(text[:_LONGEST], self.library, to_vietnamese(words, self.library.places))

    def ask(self, text: str, *, today: date, previous: str | None = None, language: str = "vi") -> Asked:
        """The answer to a question asked on that day; never raises for what a person may type."""
        started = time.perf_counter()
        wording = Wording(language)
        turns = self._turns(previous)
        parts = questions_in(text[:_LONGEST])
        if len(parts) == 1:
            text = parts[0]
        elif parts and (both := self._ask_each(parts, previous, today, language)) is not None:
            return replace(both, answer=replace(both.answer, ms=round((time.perf_counter() - started) * 1000, 3)))
        query = self.read(text)
        answer, meant = self._answer(query, turns, today, wording)
        is_half = answer.outcome is Outcome.NOT_FOUND or _asks_besides(query)
        if is_half and (clauses := clauses_in(text[:_LONGEST])):
            each = self._ask_each(clauses, previous, today, language, is_all=True)
            if each is not None:
                return replace(each, answer=replace(each.answer, ms=round((time.perf_counter() - started) * 1000, 3)))
        before = turns[: len(turns) - meant.passes_over]
        whole = joined(before, query) if before and meant.follows else query
        if answer == nothing_found(wording):
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
            if asked[0].answer.outcome is not Outcome.ANSWERED:
                return None  # "Cho em hỏi với ạ? …" leads to the one question that there is
        told = sum(one.answer.outcome is Outcome.ANSWERED for one in asked)
        if told < (len(parts) if is_all else _SEVERAL):
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

    def _turns(self, previous: str | None) -> list[Turn]:
        if not previous:
            return []
        kept = json.loads(previous)
        turns: list[Turn] = []
        for item in kept.get("turns", []):
            query = self.read(item["text"])
            if turns and item.get("follows"):
                query = joined(turns[: max(len(turns) - item.get("over", 0), 1)], query)
            turns.append(
                Turn(
                    of_year(query, item.get("year")),
                    item.get("document"),
                    item["outcome"],
                    item.get("report"),
                    item.get("body"),
                    item.get("said", ""),
                    bool(item.get("follows")),
                    item.get("over", 0),
                )
            )
        return turns

    def _answer(self, query: Query, turns: list[Turn], today: date, wording: Wording) -> tuple[Answer, Meant]:
        if (refused := _unanswerable(query, wording)) is not None:
            return refused, Meant(query, False)
        last = turns[-1] if turns else None
        if last and _asks_on_of_nobody(query, last):
            words = wording.say("Chưa rõ bạn hỏi của đơn vị nào.", "It is not clear whose you mean.")
            return not_found(words), Meant(query, False)
        if last and (told := self._gone_on(query, turns, today, wording)) is not None:
            return told
        alone = self._alone(query, today, wording)
        if alone.outcome is Outcome.NOT_FOUND and counts_nothing(query):
            words = wording.say("Chưa rõ bạn hỏi số liệu gì.", "It is not clear which figure you mean.")
            alone = not_found(words)
        if last and alone.outcome is Outcome.ANSWERED and is_of_another_time(query, alone, last, today):
            words = wording.say("Không tìm thấy trong các báo cáo đã có.", "Not found in the reports.")
            return not_found(words), Meant(query, True)
        if alone.outcome is Outcome.ANSWERED or not last or query.references:
            return alone, Meant(query, False)
        if may_continue(query, self.library) and not leaves_document(query, last):
            again = self._alone(joined(turns, query), today, wording)
            if again.outcome is Outcome.ANSWERED and not self._is_told_again(query, again, last, today, wording):
                return again, Meant(query, True)
        return alone, Meant(query, False)

    def _gone_on(
        self, query: Query, turns: Sequence[Turn], today: date, wording: Wording
    ) -> tuple[Answer, Meant] | None:
        """The answer where the question goes on from the one before; None where it stands alone."""
        last = turns[-1]
        if (again := asked_again(last, query)) is not None:
            same = self.read(again)
            return self._alone(same, today, wording), Meant(same, False)
        if asks_of_report(query, last) and (report := self.library.filed.with_id(last.report)):
            asked = about_reports.answer_report([report], query, wording)
            if asked is not None:
                return asked, Meant(query, True)
        if has_no_reason(query, last):
            words = wording.say("Chưa rõ bạn hỏi nguyên nhân của việc gì.", "It is not clear whose reason you mean.")
            return not_found(words), Meant(query, True)
        if not follows(query, last, self.library):
            return None
        merged = self._merged(query, turns, today, wording)
        if merged is None or merged[0].outcome is Outcome.NOT_FOUND:
            for many in parts_before(query, turns):
                whole = self._alone(joined(turns[:-many], query), today, wording)
                if whole.outcome is Outcome.ANSWERED:
                    return whole, Meant(query, True, passes_over=many)
        if merged is not None and self._is_told_again(query, merged[0], last, today, wording):
            words = wording.say("Các báo cáo không nêu riêng điều đó.", "The reports do not tell that apart.")
            return not_found(words), merged[1]
        return merged

    def _is_told_again(self, query: Query, answer: Answer, last: Turn, today: date, wording: Wording) -> bool:
        """Whether it is what was told before, or what nobody asked."""
        if answer.outcome is not Outcome.ANSWERED:
            return False
        before = self._alone(last.query, today, wording).direct if last.outcome == "answered" else ""
        return restates(query, answer, last, before, today) or tells_no_datum(query, answer, last)

    def _merged(
        self, query: Query, turns: Sequence[Turn], today: date, wording: Wording
    ) -> tuple[Answer, Meant] | None:
        last = turns[-1]
        if last.document and asks_only_type(query):
            kept = self.library.document_keyed(last.document)
            beside = about_documents.answer_beside(self.library, kept, query, today, wording) if kept else None
            return (beside, Meant(query, True)) if beside is not None else None
        if last.document and not (query.terms.words or query.terms.dimensions or query.periods):
            kept = self.library.document_keyed(last.document)
            found = [kept] if kept is not None else []
            answer = about_documents.answer_documents(self.library, found, query, today, wording)
            if (answer is not None and answer.outcome is not Outcome.NOT_FOUND) or (
                found and query.asks("when", "who", "signer", "number")
            ):
                return answer or not_found(""), Meant(query, True)
        whole = joined(turns, query)
        if last.body and not whole.bodies:
            whole = replace(whole, bodies=tuple(find_organisations(last.body))[:1])
        answer = self._alone(whole, today, wording)
        is_of_other = query.is_follow_up and bool(query.naming.words) and not query.cues and last.outcome == "answered"
        if answer.outcome is Outcome.NOT_FOUND and is_of_other:
            answer = self._alone(in_its_place(last.query, query), today, wording)
        if answer.outcome is Outcome.CLARIFY and not whole.bodies and (whose := self._whose(last)):
            # Of several the one of the body that was spoken of.
            again = self._alone(replace(whole, bodies=whose), today, wording)
            answer = again if again.outcome is Outcome.ANSWERED else answer
        # "So với cùng kỳ tăng mấy hồ sơ?" means nothing by itself.
        needs_last = not query.terms.words or (query.periods and all(m.is_same_period for m in query.periods))
        return (answer, Meant(query, True)) if answer.outcome is not Outcome.NOT_FOUND or needs_last else None

    def _whose(self, last: Turn) -> tuple[OrganisationMention, ...]:
        """The body whose report the last answer rested on."""
        report = self.library.filed.with_id(last.report)
        return tuple(find_organisations(report.facts.organisation or ""))[:1] if report else ()

    def _alone(self, query: Query, today: date, wording: Wording) -> Answer:
        return answer_alone(self.occasion(today, wording), query, self.stages)


_SEVERAL = 2  # that are answered, so that they are told together


def _asks_besides(query: Query) -> bool:
    """ "QĐ 192 về việc gì, ai ban hành", "quá hạn bao nhiêu, ai ban hành báo cáo": something else besides, which one answer may leave out."""
    counts = query.asks("count", "percent") and query.asks("who", "when", "number", "signer", "about", "status", "due")
    return bool(counts) or (len(query.references) == 1 and len(query.cues) > 1)


def _unanswerable(query: Query, wording: Wording) -> Answer | None:
    """What is said to a question without words, or of a body that no report names."""
    if not re.search(r"[a-z0-9]", query.folded):
        words = wording.say(
            "Bạn hãy gõ câu hỏi, ví dụ: quý I/2019 tiếp nhận bao nhiêu hồ sơ?", "Please type a question."
        )
        return not_found(words)
    unknown = [body.name for body in query.bodies if body.is_unknown]
    if not unknown or query.references:
        return None
    names = ", ".join(unknown)
    return not_found(wording.say(f"Các báo cáo không nhắc tới {names}.", f"No report names {names}."))


def _asks_on_of_nobody(query: Query, last: Turn) -> bool:
    """ "Sở nào dẫn đầu?" was not found: whose points the next "được bao nhiêu điểm?" means is not known either."""
    was_most = last.outcome == "not_found" and bool(SUPERLATIVE.search(last.query.folded))
    return (
        was_most
        and query.asks("score", "rank")
        and not (query.naming.words - {"#score"} or query.bodies or query.references)
    )
