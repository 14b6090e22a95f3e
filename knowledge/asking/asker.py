"""One question from its words to its answer: understand, take what is open from the conversation, find, or say no.

The order is that of certainty: what is named exactly first (documents, reports), then what is asked of them,
then figures, then sentences.
"""

import json
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answers import Answer, Outcome
from knowledge.asking import (
    about_documents,
    about_figures,
    about_plans,
    about_reports,
    about_targets,
    about_tasks,
    about_values,
    combining,
    comparing,
    enumerating,
    reorganising,
    sections,
    several,
    standing,
    telling,
)
from knowledge.asking import parts as parts_of
from knowledge.asking.aliases import Aliases
from knowledge.asking.concepts import Terms, shipped_tagger
from knowledge.asking.conversation import Meant, Turn, follows, may_continue, merge, remember
from knowledge.asking.documents import Document
from knowledge.asking.english import to_vietnamese
from knowledge.asking.fulfilling import fulfils
from knowledge.asking.held import SUPERLATIVE
from knowledge.asking.library import Library, Published, ReportEntry
from knowledge.asking.matching import FigureQuery
from knowledge.asking.question import Query, all_type_names, read_question
from knowledge.asking.replies import Wording, answered, not_found, quote, shorten
from knowledge.asking.shelves.snapshot import Snapshot
from knowledge.asking.typing import Lexicon, Typist, standard_words
from knowledge.facts import Measure, PeriodKind, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.vocabulary.document_types import type_by_name

# A question of two quantities has so many parts.
_FEWEST_PARTS = 2
# So many words of a subject tell a register's row without its type.
_FEWEST_SUBJECT_WORDS = 3
# The longest question that is read; more than any official types, less than what slows an answer.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer and the conversation it leaves, to be kept for the next question of the chat."""

    answer: Answer
    context: str
    meant: str = ""  # the question in words that mean the same without the ones before it


class Asker:
    """Answers questions from one library; it keeps nothing between questions."""

    def __init__(self, library: Library, typist: Typist, aliases: Aliases | None = None) -> None:
        self.library = library
        self._typist = typist
        self._aliases = aliases or Aliases()

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

    def read(self, text: str) -> Query:
        """The question as understood alone."""
        text = self._aliases.apply(text[:_LONGEST])
        typed = self._typist.read(text[:_LONGEST])
        words = " ".join(standard_words(typed.words))
        return read_question(text[:_LONGEST], self.library, to_vietnamese(words, self.library.places))

    def ask(self, text: str, *, today: date, previous: str | None = None, language: str = "vi") -> Asked:
        """The answer to a question asked on that day; never raises for what a person may type."""
        started = time.perf_counter()
        wording = Wording(language)
        turns = self._turns(previous)
        query = self.read(text)
        answer, meant = self._answer(query, turns, today, wording)
        answer = replace(answer, ms=round((time.perf_counter() - started) * 1000, 3))
        words = merge(turns[-1].query, query).text if turns and meant.follows else query.text
        return Asked(answer, remember(previous, meant, answer), words)

    def _turns(self, previous: str | None) -> list[Turn]:
        if not previous:
            return []
        kept = json.loads(previous)
        turns: list[Turn] = []
        for item in kept.get("turns", []):
            query = self.read(item["text"])
            if turns and item.get("follows"):
                query = merge(turns[-1].query, query)
            turns.append(Turn(query, item.get("document"), item["outcome"], item.get("report")))
        return turns

    def _answer(self, query: Query, turns: list[Turn], today: date, wording: Wording) -> tuple[Answer, Meant]:
        if not re.search(r"[a-z0-9]", query.folded):
            words = wording.say(
                "Bạn hãy gõ câu hỏi, ví dụ: quý I/2019 tiếp nhận bao nhiêu hồ sơ?", "Please type a question."
            )
            return not_found(words), Meant(query, False)
        if any(b.is_unknown for b in query.bodies) and not query.references:
            names = ", ".join(b.name for b in query.bodies if b.is_unknown)
            return not_found(wording.say(f"Các báo cáo không nhắc tới {names}.", f"No report names {names}.")), Meant(
                query, False
            )
        last = turns[-1] if turns else None
        if last and _asks_on_of_nobody(query, last):
            words = wording.say("Chưa rõ bạn hỏi của đơn vị nào.", "It is not clear whose you mean.")
            return not_found(words), Meant(query, False)
        if last and follows(query, last, self.library):
            merged = self._merged(query, last, today, wording)
            if merged is not None:
                return merged
        alone = self._alone(query, today, wording)
        if alone.outcome is Outcome.ANSWERED or not last or query.references:
            return alone, Meant(query, False)
        if last and may_continue(query, self.library):
            joined = merge(last.query, query)
            again = self._alone(joined, today, wording)
            if again.outcome is Outcome.ANSWERED:
                return again, Meant(query, True)
        return alone, Meant(query, False)

    def _merged(self, query: Query, last: Turn, today: date, wording: Wording) -> tuple[Answer, Meant] | None:
        if last.document and not query.terms.words and not query.terms.dimensions:
            kept = self.library.document_keyed(last.document)
            found = [kept] if kept is not None else []
            answer = about_documents.answer_documents(self.library, found, query, today, wording)
            if (answer is not None and answer.outcome is not Outcome.NOT_FOUND) or (
                found and query.asks("when", "who", "signer", "number")
            ):
                return answer or not_found(""), Meant(query, True)
        joined = merge(last.query, query)
        answer = self._alone(joined, today, wording)
        if answer.outcome is Outcome.CLARIFY and not joined.bodies and (whose := self._whose(last)):
            # Of several the one of the body that was spoken of.
            again = self._alone(replace(joined, bodies=whose), today, wording)
            answer = again if again.outcome is Outcome.ANSWERED else answer
        return (
            (answer, Meant(query, True)) if answer.outcome is not Outcome.NOT_FOUND or not query.terms.words else None
        )

    def _whose(self, last: Turn) -> tuple[OrganisationMention, ...]:
        """The body whose report the last answer rested on."""
        report = self.library.filed.with_id(last.report)
        return tuple(find_organisations(report.facts.organisation or ""))[:1] if report else ()

    # --- one self-contained question ------------------------------------------------------

    def _alone(self, query: Query, today: date, wording: Wording) -> Answer:
        for step in (
            self._by_reference,
            self._by_section,
            self._by_change,
            self._by_enumeration,
            self._by_row,
            self._by_value,
            self._by_report,
            self._by_parts,
            self._by_comparison,
            self._by_target,
            self._by_standing,
            self._by_name,
            self._by_task,
            self._by_figure,
            self._by_sentence,
        ):
            answer = step(query, today, wording)
            if answer is None:
                continue
            if fulfils(query, answer):
                return answer
            if query.references:
                break
        return self._nothing(query, today, wording)

    def _by_reference(self, query: Query, today: date, wording: Wording) -> Answer | None:
        if not query.references:
            return None
        reference = query.references[0]
        reports = about_reports.referenced_reports(self.library, reference)
        documents = about_documents.find_referenced(self.library, reference, query, today)
        if not documents and query.bodies and _REPLY.search(query.folded):
            # "Văn phòng Chính phủ trả lời công văn 3718 chưa?": who replies did not issue it.
            documents = about_documents.find_referenced(self.library, reference, replace(query, bodies=()), today)
        if reports and documents and reference.type is None and reference.symbol is None:
            return about_documents.ask_between(reports, documents, query, wording)
        is_imported = bool(reports) and (not documents or query.asks("signer", "tasks", "summary"))
        if (reports and reference.type in {None, "Báo cáo"}) or is_imported:
            return self._about_reports(_of_bodies(reports, query), query, today, wording)
        if not documents:
            return about_documents.answer_unknown(self.library, reference, query, wording)
        return self._about_documents(documents, query, today, wording)

    def _about_documents(
        self, documents: Sequence[Document], query: Query, today: date, wording: Wording
    ) -> Answer | None:
        if (
            _is_figure(query)
            and len(documents) == 1
            and not query.asks("when", "who", "about", "status", "due", "overdue", "number", "effective")
        ):
            wanted = about_figures.figure_query(query, today)
            wanted = replace(wanted, document=_folded_name(documents[0]), bodies=())
            figure = about_figures.answer_figure(self.library, query, wanted, today, wording)
            if figure is None and all(m.kind is PeriodKind.YEAR for m in query.periods):
                # "Kế hoạch 15 năm 2017": the year may be the document's.
                wanted = replace(wanted, period=None, kind_index=None)
                figure = about_figures.answer_figure(self.library, query, wanted, today, wording)
            return figure or not_found(
                wording.say(
                    f"Các báo cáo không nêu số liệu này về {documents[0].name}.",
                    f"No such figure about {documents[0].name}.",
                )
            )
        answer = about_documents.answer_documents(self.library, documents, query, today, wording)
        asks_reply = bool(_REPLY.search(query.folded)) and query.asks("status", "verify", "when")
        if answer is not None and len(documents) == 1 and (asks_reply or (query.asks("status") and query.bodies)):
            return self._reply_of_body(documents[0], query) or answer
        return answer

    def _reply_of_body(self, document: Document, query: Query) -> Answer | None:
        """ "Công văn 6543 Thủ tướng đã có ý kiến chưa?": the newest statement on the letter that names the body."""
        wanted = [w for b in query.bodies for w in b.organisation.body.split()]
        told = [(m, _folded_statement(self.library, m.report, m.statement)) for m in document.mentions]
        fitting = [m for m, words in told if all(w in words for w in wanted) and (wanted or _REPLY.search(words))]
        if not fitting:
            return None
        newest = fitting[-1]
        report = self.library.reports[newest.report]
        return answered(shorten(newest.statement.span.cut(report.text)), (quote(report, newest.statement.span),))

    def _about_reports(self, reports: list[ReportEntry], query: Query, today: date, wording: Wording) -> Answer | None:
        if query.asks("summary"):
            return about_reports.answer_summary(reports, wording)
        if (section := sections.asked_section(query)) is not None:
            subject = sections.section_subject(query)
            return sections.answer_section(self.library, reports, section, subject, wording)
        if len(reports) == 1:
            inside = about_tasks.answer_due_in(self.library, query, reports, today, wording) or self._inside_report(
                reports[0], query, today, wording
            )
            if inside is not None:
                return inside
            if _ASKS_OF_WORK.search(query.folded) or _asks_of_what_it_tells(query):
                # Its number and day are no answer to what it says is to be done.
                return None
        return about_reports.answer_report(reports, query, wording)

    def _inside_report(self, report: ReportEntry, query: Query, today: date, wording: Wording) -> Answer | None:
        """What is asked within one report: its tasks, documents, window, a figure, a document as it told of it."""
        if query.asks("tasks") and not query.asks("number", "signer", "published"):
            return about_tasks.answer_tasks([report], None, wording)
        beyond = about_reports.subject_beyond(query)
        if query.asks("list") and not (beyond - {"#legal_document"}):
            return about_reports.answer_documents_of(report, query, wording)
        if query.asks("window"):
            return self._figure_in(report, query, today, wording) or about_reports.answer_window(report, wording)
        if not beyond and not query.terms.dimensions:
            return None
        as_told = self._document_as_told([report], query, wording)
        if as_told is not None:
            return as_told
        return self._figure_in(report, query, today, wording) or self._sentence_in(report, query, today, wording)

    def _document_as_told(self, reports: list[ReportEntry], query: Query, wording: Wording) -> Answer | None:
        """ "Theo báo cáo 134 thì Quy chế … ?": the document as the one report that tells of it saw it."""
        if query.named_type in {None, "Báo cáo"} or not query.asks("status", "when"):
            return None
        named = about_documents.find_named(self.library, replace(query, periods=(), bodies=()))
        for document in named:
            telling_reports = [r for r in reports if any(m.report == r.index for m in document.mentions)]
            if len(telling_reports) == 1:
                report = telling_reports[0]
                as_of = replace(query, periods=())
                return about_documents.answer_documents(
                    self.library, [document], as_of, report.told_on, wording, scope=report
                )
        return None

    def _figure_in(self, report: ReportEntry, query: Query, today: date, wording: Wording) -> Answer | None:
        wanted = replace(about_figures.figure_query(query, today), report=report)
        if report.facts.period in {p.resolve(today) for p in query.periods} | {None}:
            wanted = replace(wanted, period=report.facts.period, kind_index=None)
        return about_figures.answer_figure(self.library, query, wanted, today, wording) if _is_figure(query) else None

    def _sentence_in(self, report: ReportEntry, query: Query, today: date, wording: Wording) -> Answer | None:
        wanted = replace(
            about_figures.figure_query(query, today), report=report, period=None, kind_index=None, bodies=query.bodies
        )
        return telling.answer_statement(self.library, query, wanted, wording)

    def _by_section(self, query: Query, today: date, wording: Wording) -> Answer | None:
        section = sections.asked_section(query)
        if section is None:
            return None
        addressed = sections.addressees(query)
        own = replace(query, bodies=tuple(b for b in query.bodies if b not in addressed))
        reports = about_reports.fitting_reports(self.library, own, today)
        subject = sections.section_subject(query)
        return sections.answer_section(self.library, reports, section, subject, wording, addressed=addressed)

    def _by_change(self, query: Query, today: date, wording: Wording) -> Answer | None:
        return reorganising.answer_change(self.library, query, today, wording)

    def _by_enumeration(self, query: Query, today: date, _wording: Wording) -> Answer | None:
        return enumerating.answer_which(self.library, query, today)

    def _by_report(self, query: Query, today: date, wording: Wording) -> Answer | None:
        library = self.library
        is_report = about_reports.is_about_report(query)
        if is_report and (titled := about_reports.titled_report(library, query)) is not None:
            return self._about_reports([titled], query, today, wording)
        reports = about_reports.fitting_reports(library, query, today)
        if not is_report and (assigned := about_tasks.answer_assigned(library, query, wording)) is not None:
            return assigned
        asks_tasks = query.asks("tasks") and not query.asks("number", "signer")
        if asks_tasks and (query.periods or query.bodies) and not _counts_tasks(query):
            wanted = next((p for m in query.periods if (p := m.resolve(today))), None)
            by_body = about_reports.fitting_reports(library, query, today, by_period=False)
            if is_report and reports:
                return about_tasks.answer_tasks(reports, None, wording)
            found = about_tasks.answer_tasks(by_body, wanted, wording) if wanted else None
            return found or about_tasks.answer_tasks(reports, None, wording)
        if is_report and not reports and query.bodies and query.periods:
            reports = about_reports.fitting_reports(library, replace(query, bodies=()), today)
        if (planned := about_plans.answer_planned_documents(library, query, today, wording)) is not None:
            return planned
        beyond = about_reports.subject_beyond(query)
        if self._is_overview(query, beyond):
            return about_reports.answer_summary(reports, wording) if query.periods or query.bodies else None
        if query.asks("list") or query.asks("overdue"):
            listed = self._lists(query, reports, is_report, today, wording)
            if listed is not None:
                return listed
        if _ASKS_MOST.search(query.folded):
            return None
        if not is_report or (not query.periods and not query.bodies and not query.asks("latest")):
            return None
        return self._described_report(query, reports, beyond, today, wording)

    def _is_overview(self, query: Query, beyond: frozenset[str]) -> bool:
        if query.asks("summary"):
            return True
        return (
            query.asks("overall")
            and "#reform" in query.terms.words
            and not beyond
            and not query.terms.dimensions
            and not query.asks("count")
        )

    def _lists(
        self, query: Query, reports: list[ReportEntry], is_report: bool, today: date, wording: Wording
    ) -> Answer | None:
        if (
            is_report
            and not query.asks("trend")
            and not re.search(
                r"van ban|quyet dinh|ke hoach|cong van|nghi dinh|nghi quyet|chi thi|thong tu|to trinh", query.folded
            )
        ):
            by_body = about_reports.fitting_reports(self.library, query, today, by_period=False)
            return about_reports.answer_report_list(about_reports.within(by_body, query, today), wording)
        in_state = about_documents.state_of(self.library, query) is not None
        if in_state and not is_report:
            found = about_documents.answer_list(self.library, query, today, wording)
            if found is not None:
                return found
        if len(reports) == 1 and query.periods and not is_report and "van ban" in query.folded and not in_state:
            told = about_reports.answer_documents_of(reports[0], query, wording)
            if told is not None:
                return told
        if not is_report and (found := about_documents.answer_list(self.library, query, today, wording)) is not None:
            return found
        counts_dossiers = "#dossier" in query.terms.words and "van ban" not in query.folded
        register = (
            about_reports.answer_register(self.library, query, wording)
            if not (is_report and query.periods) and not counts_dossiers
            else None
        )
        if register is not None:
            return register
        if len(reports) == 1 and not (about_reports.subject_beyond(query) - {"#legal_document"}):
            types = [t for t in _document_types(query) if t != "Báo cáo"]
            return about_reports.answer_documents_of(
                reports[0], replace(query, named_type=types[0] if types else None), wording
            )
        return None

    def _described_report(
        self, query: Query, reports: list[ReportEntry], beyond: frozenset[str], today: date, wording: Wording
    ) -> Answer | None:
        if not reports:
            words = wording.say("Chưa có báo cáo này.", "There is no such report.")
            return (
                not_found(words)
                if query.asks("number", "when", "signer", "window", "published") and not beyond
                else None
            )
        if query.asks("window") and len(reports) == 1:
            return self._inside_report(reports[0], query, today, wording)
        if query.asks("number", "signer", "published", "latest") or (query.asks("when", "who", "about") and not beyond):
            return about_reports.answer_report(reports, query, wording)
        if not beyond and not query.terms.dimensions and not query.cues:
            # "Tìm giúp tôi báo cáo quý I của Sở Nội vụ": the report itself.
            return about_reports.answer_report(reports, query, wording)
        if len(reports) == 1:
            return self._inside_report(reports[0], query, today, wording)
        return self._document_as_told(reports, query, wording)

    def _by_value(self, query: Query, today: date, wording: Wording) -> Answer | None:
        return about_values.answer_value(self.library, query, today, wording)

    def _by_parts(self, query: Query, today: date, wording: Wording) -> Answer | None:
        """ "Nhận nhiêu, trễ nhiêu": each part as a question that goes on from the first; all of them or none."""
        if query.counts < _FEWEST_PARTS or query.references or query.asks("trend"):
            return None
        if query.terms.dimensions.get("moment", frozenset()) >= {"before", "after"}:
            return None
        whole = telling.answer_statement(self.library, query, about_figures.figure_query(query, today), wording)
        if whole is not None:
            return whole
        parts = [self.read(text) for text in parts_of.split_question(query.text)]
        if len(parts) < _FEWEST_PARTS or not (parts[0].terms.words or parts[0].terms.dimensions):
            return None
        meant = [parts[0], *(merge(parts[0], part) for part in parts[1:])]
        if len({(frozenset(p.terms.dimensions.items()), p.terms.words) for p in meant}) < len(meant) and not any(
            p.asks("money", "percent", "rank", "score") for p in meant
        ):
            return None
        first = self._by_comparison(meant[0], today, wording) or self._by_figure(meant[0], today, wording)
        if first is None or first.outcome is not Outcome.ANSWERED:
            return None
        told_in = self.library.filed.with_id(first.topic.report_id)
        found = [first]
        for part in meant[1:]:
            # What the first is told in tells of the same body and period.
            inside = self._figure_in(told_in, part, today, wording) if told_in else None
            if inside is None or inside.outcome is not Outcome.ANSWERED:
                inside = self._by_comparison(part, today, wording) or self._by_figure(part, today, wording)
            found += [inside] if inside else []
        told = [a for a in found if a.outcome is Outcome.ANSWERED]
        return parts_of.join_answers(told) if len(told) == len(meant) else None

    def _by_comparison(self, query: Query, today: date, wording: Wording) -> Answer | None:
        wanted = about_figures.figure_query(query, today)
        if query.asks("trend") or (_reaches(query) and query.asks("overall", "trend")):
            trend = comparing.answer_trend(self.library, query, wanted, today, wording)
            if trend is not None:
                return trend
        if query.claim is None and (query.asks("compare") or any(m.is_same_period for m in query.periods)):
            return comparing.answer_comparison(self.library, query, _with_default_terms(wanted), today, wording)
        if query.claim is None and (query.asks("count", "percent", "money", "rank", "score") or _is_terse(query)):
            return several.answer_several(self.library, query, wanted, today, wording)
        return None

    def _by_name(self, query: Query, today: date, wording: Wording) -> Answer | None:
        asks_document = query.asks(
            "when", "who", "about", "status", "number", "effective", "due", "overdue", "responsible", "verify", "signer"
        )
        if not asks_document and not about_documents.AS_PLANNED.search(query.folded):
            return None
        if not asks_document:
            query = replace(query, cues={**query.cues, "status": (0, 0)})
        if (issuing := _ISSUED_UNDER.search(query.folded)) is not None:
            found = about_documents.find_named(
                self.library, replace(query, named_type=type_by_name()[issuing["type"]]), today
            )
            if found:
                return about_documents.answer_documents(self.library, found, query, today, wording)
        if (under := about_documents.answer_under(self.library, query)) is not None:
            return under
        if not _is_of_document(query):
            return None
        named = query if query.named_type not in {None, "Báo cáo"} else self._with_any_type(query)
        found = about_documents.find_named(self.library, named, today) if named else []
        if not found and named and query.asks("verify") and query.periods:
            # The year that is held up may be the wrong one.
            found = about_documents.find_named(self.library, replace(named, periods=()))
        if not found and named is None and query.asks("status"):
            found = self._listed_by_subject(query)
            if found and (newer := self._told_since(found[0], query, today, wording)) is not None:
                return newer
        if not found and query.asks("when", "who", "number", "about"):
            found = about_documents.find_by_statement(self.library, query, today)
        return about_documents.answer_documents(self.library, found, query, today, wording) if found else None

    def _by_target(self, query: Query, today: date, wording: Wording) -> Answer | None:
        return about_targets.answer_targets(self.library, query, today, wording)

    def _by_task(self, query: Query, today: date, wording: Wording) -> Answer | None:
        if not query.references and (due := about_tasks.answer_due_in(self.library, query, (), today, wording)):
            return due
        if query.asks("due", "responsible") or (query.asks("overdue") and not query.asks("count", "percent")):
            return about_tasks.answer_task(self.library, query, today, wording)
        return None

    def _listed_by_subject(self, query: Query) -> Sequence[Document]:
        """ "Công bố Chỉ số CCHC … ký chưa?": the one row of a register that has all these words, without its type."""
        if len(query.naming.words) < _FEWEST_SUBJECT_WORDS:
            return []
        found = about_documents.find_named(self.library, replace(query, named_type="Văn bản"))
        return found if len(found) == 1 and any(m.citation.status for m in found[0].mentions) else []

    def _told_since(self, listed: Document, query: Query, today: date, wording: Wording) -> Answer | None:
        """What a report says of the matter after the register that lists it: the newest word counts."""
        told = telling.answer_statement(self.library, query, about_figures.figure_query(query, today), wording)
        if told is None or told.topic.report_id is None:
            return None
        days = [r.told_on for r in self.library.reports if r.id == told.topic.report_id]
        since = max(m.told_on for m in listed.mentions)
        return told if days and days[0] > since else None

    def _with_any_type(self, query: Query) -> Query | None:
        is_issued = query.asks("when", "verify", "who") and _SET_UP.search(query.folded)
        return (
            replace(query, named_type="Văn bản")
            if (query.asks("number", "overdue", "responsible", "due") or is_issued) and len(query.terms.words) >= 2
            else None
        )

    def _by_figure(self, query: Query, today: date, wording: Wording) -> Answer | None:
        if not (_is_figure(query) or _is_terse(query)):
            return None
        if _ASKS_MOST.search(query.folded) or (query.claim is None and _ASKS_WHETHER_MET.search(query.folded)):
            return None
        wanted = about_figures.figure_query(query, today)
        if (query.asks("compare", "trend") and Measure.CHANGE not in wanted.measures and query.claim is None) or (
            query.asks("verify") and query.claim is None
        ):
            # One value is no comparison, and no "đúng không" is answered by a figure that nobody held up.
            return None
        if query.asks("window"):
            wanted = _with_default_terms(wanted)
        if query.terms.dimensions.get("moment", frozenset()) >= {"before", "after"}:
            both = combining.answer_moments(self.library, wanted, wording)
            if both is not None:
                return both
        if query.asks("rank") and query.asks("score"):
            both = combining.answer_rank_and_score(self.library, query, wanted, today, wording)
            if both is not None:
                return both
        if query.counts >= 2:
            told = telling.answer_statement(self.library, query, wanted, wording)
            if told is not None:
                return told
        if query.negated:
            # Never the figure of what is negated: it would say the opposite of what was asked.
            return combining.answer_negated(self.library, query, wanted, wording)
        answer = about_figures.answer_figure(self.library, query, wanted, today, wording)
        if answer is None and query.asks("window") and query.periods and not query.terms.words - {"#dossier"}:
            reports = about_reports.fitting_reports(self.library, query, today)
            return about_reports.answer_window(reports[0], wording) if len(reports) == 1 else None
        if answer is None and Measure.CHANGE in wanted.measures and query.claim is None and not query.asks("compare"):
            if (difference := combining.answer_moments(self.library, wanted, wording)) is not None:
                return difference
            # Where money was asked for, no number of people or things answers.
            sorts = {Measure.MONEY} if query.asks("money") else {Measure.COUNT, Measure.MONEY}
            levels = replace(wanted, measures=frozenset(sorts))
            answer = about_figures.answer_figure(self.library, query, levels, today, wording)
        return answer

    def _by_row(self, query: Query, today: date, wording: Wording) -> Answer | None:
        """ "Việc … giao Sở … quá hạn chưa?": the one row of a register that has these words."""
        if not query.asks("overdue", "due", "status") or not query.bodies or query.periods:
            return None
        row = about_documents.find_listed(self.library, query)
        return (
            about_documents.answer_documents(self.library, row, replace(query, bodies=()), today, wording)
            if row
            else None
        )

    def _by_standing(self, query: Query, _today: date, _wording: Wording) -> Answer | None:
        return standing.answer_standing(self.library, query)

    def _by_sentence(self, query: Query, today: date, wording: Wording) -> Answer | None:
        wanted = about_figures.figure_query(query, today)
        return telling.answer_statement(self.library, query, wanted, wording)

    def _nothing(self, query: Query, today: date, wording: Wording) -> Answer:
        wanted = about_figures.figure_query(query, today)
        near = about_figures.answer_absent(self.library, wanted, query, wording) if _is_figure(query) else None
        return near or not_found(wording.say("Không tìm thấy trong các báo cáo đã có.", "Not found in the reports."))


def _asks_of_what_it_tells(query: Query) -> bool:
    """Whether a figure or a document of the report is asked for: where it has none, its own day is no answer."""
    is_of_document = query.named_type not in {None, "Báo cáo"} and query.asks("when", "status")
    is_by_report = all(r.type in {None, "Báo cáo"} for r in query.references)
    if _is_figure(query) and not query.asks("number", "window", "signer", "published"):
        return True
    return bool(about_reports.subject_beyond(query)) and is_of_document and is_by_report


_ASKS_OF_WORK = re.compile(r"\b(?:viec|dau viec|cong viec|nhiem vu) nao\b|\bcon so\b|\blam (?:gi|nhung gi)\b")


def _of_bodies(reports: list[ReportEntry], query: Query) -> list[ReportEntry]:
    fitting = [r for r in reports if about_reports._is_by(r, query)]
    return fitting or reports


# What a letter gets: "Công văn 530 …, Bộ trả lời chưa?".
_REPLY = re.compile(
    r"\b(?:tra loi|phuc dap|hoi am|phan hoi|y kien|dong y|thong nhat)\b(?! (?:cua )?(?:nguoi dan|cu tri))"
)
# "Quý nào nhiều nhất", "xã nào ít nhất": no one figure answers it; a first rank does, and is asked as such.
_ASKS_MOST = re.compile(
    r"\b(?:nao|dau)\b.*\b(?:nhieu|it|thap|lon|nho|tre|cham)(?: [a-z]+){0,3} nhat\b|\bwhich\b.*\b(?:most|least|lowest)\b"
)
# "Có đạt mục tiêu … không": the target alone is no answer.
_ASKS_WHETHER_MET = re.compile(r"\bco (?:dat|vuot|hoan thanh)\b.*\bkhong\b")


def _asks_on_of_nobody(query: Query, last: Turn) -> bool:
    """ "Sở nào dẫn đầu?" was not found: whose points the next "được bao nhiêu điểm?" means is not known either."""
    was_most = last.outcome == "not_found" and bool(SUPERLATIVE.search(last.query.folded))
    return (
        was_most
        and query.asks("score", "rank")
        and not (query.naming.words - {"#score"} or query.bodies or query.references)
    )


def _counts_tasks(query: Query) -> bool:
    """ "Hoàn thành bao nhiêu nhiệm vụ", "tỷ lệ hoàn thành nhiệm vụ": a figure, not what is to be done."""
    return query.asks("percent") or bool(
        re.search(r"\b(?:bao nhieu|may) nhiem vu\b|\bhoan thanh\b.*\bbao nhieu\b|\bhow many tasks\b", query.folded)
    )


def _is_figure(query: Query) -> bool:
    return (
        query.asks("count", "percent", "money", "rank", "score", "window")
        or query.claim is not None
        or bool(query.negated)
    )


def _is_terse(query: Query) -> bool:
    """ "overdue applications Q3 2019": a subject and a period and no other asking word."""
    other = query.asks("when", "who", "about", "status", "number", "tasks", "summary", "signer", "due", "responsible")
    return bool(query.periods and (query.terms.dimensions or query.terms.words) and not other)


# "Kế hoạch … ban hành kèm theo quyết định nào?": the document that issued it.
_ISSUED_UNDER = re.compile(
    r"\b(?:ban hanh|phe duyet) (?:kem )?(?:theo|tai|bang) (?P<type>quyet dinh|nghi quyet|ke hoach|cong van|thong bao) (?:nao|so may|so bao nhieu|may)\b"
)
# What a document does: "Tổ công tác … thành lập ngày nào?" asks for its day.
_SET_UP = re.compile(r"\b(?:thanh lap|kien toan|phe duyet)\b")
_ISSUING = re.compile(
    r"ban hanh|phe duyet|\bky\b|(?<!quy )\btrinh\b|thong qua|\bduyet\b|hieu luc|toi dau|den dau|du kien|qua han|chu tri|issued|approved"
    r"|\bra (?:chua|roi|doi)\b|so may|so bao nhieu|ngay nao|ngay may|khi nao|bao gio|ve viec|nao\b|gi\b|status|deadline|when|date"
)


def _is_of_document(query: Query) -> bool:
    """Whether a type's name is what the question is about: it begins it, or something is done to it."""
    has_type = query.named_type not in {None, "Báo cáo"}
    asks_state_only = not query.asks("when", "who", "about", "number", "effective", "due", "overdue", "responsible")
    return not (has_type and asks_state_only) or bool(_ISSUING.search(query.folded))


def _reaches(query: Query) -> bool:
    return len([m for m in query.periods if not m.is_same_period]) >= 2


def _folded_name(document: Document) -> str:
    return fold(document.written).replace(" ", "")


def _folded_statement(library: Library, report: int, statement: Statement) -> str:
    return fold(statement.span.cut(library.reports[report].text))


def _document_types(query: Query) -> list[str]:
    words = query.folded
    for body in query.bodies:
        words = words[: body.start] + " " * (body.end - body.start) + words[body.end :]
    return [name for name in all_type_names() if re.search(rf"\b{fold(name)}\b", words)]


def _with_default_terms(wanted: FigureQuery) -> FigureQuery:
    """ "Quý II/2019 so với cùng kỳ thế nào?": where nothing is named, the dossiers received."""
    dimensions = wanted.terms.dimensions
    if wanted.terms.words or dimensions.keys() - {"direction", "scope"}:
        return wanted
    return replace(wanted, terms=Terms({**dimensions, "stage": frozenset({"received"})}, frozenset({"#dossier"})))
