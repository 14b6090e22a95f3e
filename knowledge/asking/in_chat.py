"""The answer to a question in its chat: it goes on from the one before, or stands alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from knowledge.answers import Answer, Outcome
from knowledge.asking import about_documents
from knowledge.asking.conversation.follows import (
    asks_on_of_nobody,
    asks_only_type,
    counts_nothing,
    follows,
    leaves_document,
    may_continue,
)
from knowledge.asking.conversation.going_on import asked_again, asks_of_report, names_part, parts_before
from knowledge.asking.conversation.merging import in_its_place, joined
from knowledge.asking.conversation.told_again import has_no_reason, is_of_another_time, restates, tells_no_datum
from knowledge.asking.conversation.turns import Meant, Turn, digest
from knowledge.asking.conversation.wholes import is_whole
from knowledge.asking.figures.beside_it import answer_beside
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import not_found
from knowledge.asking.reports import about_reports
from knowledge.asking.stages.occasion import Occasion
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.patterns import pattern_of

_OF_THESE = pattern_of(r"(?:trong (?:so )?(?:do|nay|ay)|of (?:these|those|them))\b")


@dataclass(frozen=True, slots=True)
class InChat:
    """Where a question is asked: what it is answered on, how it is answered alone, and the turns before it."""

    at: Occasion
    alone: Callable[[Query], Answer]
    turns: Sequence[Turn]

    def answer(self, query: Query) -> tuple[Answer, Meant]:
        """The answer, and what the question came to mean."""
        if not self.turns:
            return self._by_itself(query), Meant(query, False)
        if asks_on_of_nobody(query, self.turns[-1]):
            return self._not_found("Chưa rõ bạn hỏi của đơn vị nào.", "It is not clear whose you mean."), Meant(
                query, False
            )
        return self._gone_on(query) or self._begun_anew(query)

    def _by_itself(self, query: Query) -> Answer:
        found = self.alone(query)
        if found.outcome is Outcome.NOT_FOUND and counts_nothing(query):
            return self._not_found("Chưa rõ bạn hỏi số liệu gì.", "It is not clear which figure you mean.")
        return found

    def _begun_anew(self, query: Query) -> tuple[Answer, Meant]:
        """The answer to the question alone; where there is none it may still go on from the one before."""
        last, found = self.turns[-1], self._by_itself(query)
        if found.outcome is Outcome.ANSWERED and is_of_another_time(query, found, last, self.at.today):
            return self._not_found("Không tìm thấy trong các báo cáo đã có.", "Not found in the reports."), Meant(
                query, True
            )
        if found.outcome is Outcome.ANSWERED or query.references:
            return found, Meant(query, False)
        if may_continue(query, self.at.library) and not leaves_document(query, last):
            again = self.alone(joined(self.turns, query))
            if again.outcome is Outcome.ANSWERED and not self._is_told_again(query, again):
                return again, Meant(query, True)
        return found, Meant(query, False)

    def _gone_on(self, query: Query) -> tuple[Answer, Meant] | None:
        """The answer where the question goes on from the one before; None where it stands alone."""
        last, library = self.turns[-1], self.at.library
        if (again := asked_again(last, query)) is not None:
            same = self.at.read(again)
            return self.alone(same), Meant(same, False)
        if names_part(query, last) and (part := self._beside_it(query, last)) is not None:
            return part, Meant(query, True)
        if asks_of_report(query, last) and (report := library.filed.with_id(last.report)):
            asked = about_reports.answer_report([report], query, self.at.wording)
            if asked is not None:
                return asked, Meant(query, True)
        if has_no_reason(query, last):
            return self._not_found(
                "Chưa rõ bạn hỏi nguyên nhân của việc gì.", "It is not clear whose reason you mean."
            ), Meant(query, True)
        return self._followed(query) if follows(query, last, library) else None

    def _beside_it(self, query: Query, last: Turn) -> Answer | None:
        """What the sentence of the last answer counts besides."""
        at, report = self.at, self.at.library.filed.with_id(last.report)
        if report is None:
            return None
        return answer_beside(at.library, report, at.wanted(query), lambda words: digest(words) == last.said, at.wording)

    def _followed(self, query: Query) -> tuple[Answer, Meant] | None:
        """The answer to what it means with the one before, or with one further back, of whose parts it asks another."""
        found = self._merged(query)
        if found is None or found.outcome is Outcome.NOT_FOUND:
            for many in parts_before(query, self.turns):
                whole = self.alone(joined(self.turns[:-many], query))
                if whole.outcome is Outcome.ANSWERED:
                    return whole, Meant(query, True, passes_over=many)
        if found is not None and self._is_told_again(query, found):
            found = self._not_found("Các báo cáo không nêu riêng điều đó.", "The reports do not tell that apart.")
        return None if found is None else (found, Meant(query, True))

    def _is_told_again(self, query: Query, answer: Answer) -> bool:
        """Whether it is what was told before, or what nobody asked."""
        if answer.outcome is not Outcome.ANSWERED:
            return False
        last = self.turns[-1]
        before = self.alone(last.query).direct if last.outcome == "answered" else ""
        return restates(query, answer, last, before, self.at.today) or tells_no_datum(query, answer, last)

    def _merged(self, query: Query) -> Answer | None:
        last = self.turns[-1]
        if last.document and asks_only_type(query):
            return self._beside(query, last.document)
        if last.document and not (query.terms.words or query.terms.dimensions or query.periods):
            told = self._of_document(query, last.document)
            if told is not None:
                return told
        answer = self._with_the_one_before(query, last)
        # "So với cùng kỳ tăng mấy hồ sơ?", "trong đó đất đai bao nhiêu?" mean nothing by themselves.
        is_of_last = bool(query.periods) and all(m.is_same_period for m in query.periods)
        needs_last = (
            (not query.terms.words and not is_whole(query)) or is_of_last or _OF_THESE.match(query.folded) is not None
        )
        return answer if answer.outcome is not Outcome.NOT_FOUND or needs_last else None

    def _beside(self, query: Query, key: str) -> Answer | None:
        """ "Nghị quyết số mấy?": another document in what tells of that one."""
        at, kept = self.at, self.at.library.document_keyed(key)
        return about_documents.answer_beside(at.library, kept, query, at.today, at.wording) if kept else None

    def _of_document(self, query: Query, key: str) -> Answer | None:
        """What is told of the document that was spoken of; None where the question may mean something else."""
        at, kept = self.at, self.at.library.document_keyed(key)
        found = [kept] if kept is not None else []
        answer = about_documents.answer_documents(at.library, found, query, at.today, at.wording)
        if answer is not None and answer.outcome is not Outcome.NOT_FOUND:
            return answer
        return answer or not_found("") if found and query.asks("when", "who", "signer", "number") else None

    def _with_the_one_before(self, query: Query, last: Turn) -> Answer:
        whole = joined(self.turns, query)
        if last.body and not whole.bodies:
            whole = replace(whole, bodies=tuple(find_organisations(last.body))[:1])
        answer = self.alone(whole)
        is_of_other = query.is_follow_up and bool(query.naming.words) and not query.cues and last.outcome == "answered"
        if answer.outcome is Outcome.NOT_FOUND and is_of_other:
            answer = self.alone(in_its_place(last.query, query))
        if answer.outcome is Outcome.CLARIFY and not whole.bodies and (whose := self._whose(last)):
            # Of several the one of the body that was spoken of.
            again = self.alone(replace(whole, bodies=whose))
            answer = again if again.outcome is Outcome.ANSWERED else answer
        return answer

    def _whose(self, last: Turn) -> tuple[OrganisationMention, ...]:
        """The body whose report the last answer rested on."""
        report = self.at.library.filed.with_id(last.report)
        return tuple(find_organisations(report.facts.organisation or ""))[:1] if report else ()

    def _not_found(self, vietnamese: str, english: str) -> Answer:
        return not_found(self.at.wording.say(vietnamese, english))
