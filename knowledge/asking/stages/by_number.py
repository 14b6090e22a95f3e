"""What is named by its number: a document, or a report that has been imported."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from knowledge.answers import Answer, Outcome
from knowledge.asking import about_documents, asked_together
from knowledge.asking.documents import Document
from knowledge.asking.figures import about_figures, combining, trends
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.wanting import SUMS
from knowledge.asking.library import Library, ReportEntry, all_words
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered, not_found, quote, shorten
from knowledge.asking.reports import which_reports
from knowledge.asking.sentences.reasons import asks_why
from knowledge.asking.shelves.giving_reasons import gives_reason
from knowledge.asking.stages.by_report import answer_of_reports
from knowledge.asking.stages.kinds import is_figure
from knowledge.asking.stages.occasion import Occasion
from knowledge.facts import Measure, PeriodKind, Statement
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary


def _replies(part: str) -> str:
    """What a letter gets, by happenings.toml, as a pattern."""
    replies = load_vocabulary("happenings")["replies"]
    return rf"(?:{any_of(replies[part])})\b(?! (?:cua )?(?:{any_of(replies['others'])}))"


# "Công văn 530 …, Bộ trả lời chưa?".
_REPLY = Sought(lambda: rf"\b{_replies('words')}")


# "Sau đề nghị của UBND tỉnh tại Công văn số 4127, … đã ban hành Nghị quyết": what came of it.
_FOLLOWED = Sought(r"\b(?:sau|theo|tren co so|can cu) (?:khi (?:co )?)?(?:de nghi|kien nghi|de xuat)\b")


def by_reference(at: Occasion, query: Query) -> Answer | None:
    """What the question asks of the document or report whose number it names; the reason first where that is asked for."""
    if (each := _of_each(at, query)) is not None:
        return each
    found = _by_reference(at, query) if query.references else None
    if found is None or found.outcome is not Outcome.ANSWERED or not asks_why(query) or gives_reason(found.direct):
        return found
    reason = next((one.text for one in found.quotes if gives_reason(one.text)), None)
    return found if reason is None else replace(found, direct=shorten(reason))


def _of_each(at: Occasion, query: Query) -> Answer | None:
    """ "QĐ 1056 và QĐ 941 ban hành khi nào": the same of each of several documents named side by side."""
    named = query.references
    if not _TWO <= len(named) <= _MOST_NAMED or not query.asks(*_OF_ITSELF, "signer"):
        return None
    if not all(_AND.fullmatch(query.folded, a.end, b.start) for a, b in pairwise(named)):
        return None
    answers = [by_reference(at, replace(query, references=(one,))) for one in named]
    told = [one for one in answers if one is not None and one.outcome in {Outcome.ANSWERED, Outcome.NOT_FOUND}]
    if len(told) != len(named) or all(one.outcome is Outcome.NOT_FOUND for one in told):
        return None
    first = next(one for one in told if one.outcome is Outcome.ANSWERED)
    quotes = dict.fromkeys(quote for one in told for quote in one.quotes)
    return replace(first, direct="; ".join(one.direct.rstrip(".") for one in told), quotes=tuple(quotes), context="")


_AND = pattern_of(r"\W*(?:(?:va|voi|cung|lan|and) )?(?:so )?")
_MOST_NAMED = 5


def _by_reference(at: Occasion, query: Query) -> Answer | None:
    reference = query.references[0]
    if (work := about_documents.answer_work_given(at.library, query, at.today, at.wording)) is not None:
        return work
    reports = which_reports.referenced_reports(at.library, reference)
    documents = about_documents.find_referenced(at.library, reference, query, at.today)
    if not documents and query.bodies and _REPLY.search(query.folded):
        # "Văn phòng Chính phủ trả lời công văn 3718 chưa?": who replies did not issue it.
        documents = about_documents.find_referenced(at.library, reference, replace(query, bodies=()), at.today)
    if reports and documents and reference.type is None and reference.symbol is None:
        return about_documents.ask_between(reports, documents, query, at.wording)
    is_imported = bool(reports) and (not documents or query.asks("signer", "tasks", "summary"))
    if (reports and reference.type in {None, "Báo cáo"}) or is_imported:
        return answer_of_reports(at, _of_bodies(reports, query), query)
    if not documents:
        return about_documents.answer_unknown(at.library, reference, query, at.wording)
    return answer_of_documents(at, documents, query)


def answer_of_documents(at: Occasion, documents: Sequence[Document], query: Query) -> Answer | None:
    """A figure told of the one document, a reply to it, or what else is asked of it."""
    if len(documents) != 1:
        return about_documents.answer_documents(at.library, documents, query, at.today, at.wording)
    document = documents[0]
    if len(query.periods) > 2 or (query.asks("trend") and len(query.periods) > 1):
        # "Tiến độ Kế hoạch 08 qua quý I, 6 tháng, cả năm": the newest word on it is one end of that.
        return trends.answer_trend(at.library, query, _of_it(at, document, query), at.today, at.wording)
    if query.asks("trend") and is_figure(query):
        # "Hoàn thành bao nhiêu nhiệm vụ qua từng quý": a run, where reports tell one.
        run = trends.answer_trend(at.library, query, _of_it(at, document, query), at.today, at.wording)
        if run is not None:
            return run
    if is_figure(query) and not query.asks(*_OF_ITSELF):
        return _figure_of(at, document, query)
    answer = about_documents.answer_documents(at.library, documents, query, at.today, at.wording)
    asks_reply = bool(_REPLY.search(query.folded)) and query.asks("status", "verify", "when")
    asks_of_body = query.asks("status") and query.bodies and not query.asks("due", "overdue")
    if answer is not None and (asks_reply or asks_of_body):
        return _reply_of_body(at, document, query) or answer
    return answer


# What is asked of a document itself, and of no figure that is told of it.
_OF_ITSELF = ("when", "who", "about", "status", "due", "overdue", "number", "effective")


def _of_it(at: Occasion, document: Document, query: Query) -> FigureQuery:
    """What is told of the document; of a body only where just that is asked which it did under it."""
    bodies = query.bodies if about_documents.is_done_under_it(query, query.references[0]) else ()
    return replace(at.wanted(query), document=_folded_name(document), bodies=bodies)


def _figure_of(at: Occasion, document: Document, query: Query) -> Answer:
    """The figure that a sentence on the document tells."""
    wanted = _of_it(at, document, query)
    if query.asks_before_and_after and (both := combining.answer_moments(at.library, wanted, at.wording)):
        return both
    if (told := _counted_and_summed(at, query, wanted)) is not None:
        return told
    figure = about_figures.answer_figure(at.library, query, wanted, at.today, at.wording)
    is_of_document = query.claim is None and not _is_before_it(document, query)
    if figure is None and is_of_document and all(m.kind is PeriodKind.YEAR for m in query.periods):
        # "Kế hoạch 15 năm 2017": the year may be the document's.
        wanted = replace(wanted, period=None, kind_index=None)
        figure = about_figures.answer_figure(at.library, query, wanted, at.today, at.wording)
    if figure is None and query.asks("money"):
        # "Hết bao nhiêu tiền?": of what the document is for there may be but one sum.
        wanted = replace(wanted, terms=Terms({}, frozenset({"#money"})))
        figure = about_figures.answer_figure(at.library, query, wanted, at.today, at.wording)
    if figure is not None and not _names_all(figure, query):
        figure = None
    return (
        figure
        or _row_with_count(at, document, query)
        or not_found(
            at.wording.say(
                f"Các báo cáo không nêu số liệu này về {document.name}.", f"No such figure about {document.name}."
            )
        )
    )


def _is_before_it(document: Document, query: Query) -> bool:
    """Whether the years that are named are before the document was made."""
    made = {year for m in document.mentions if (year := m.citation.year)}
    named = [m.year for m in query.periods if m.year is not None]
    return bool(made) and bool(named) and max(named) < min(made)


# "Theo Nghị định 31 và Nghị định 42": under the one alone it is less.
_UNDER_BOTH = Sought(r"\btheo (?P<type>[a-z]+ [a-z]+) (?:so )?\d+[^ ]* va (?P=type) (?:so )?\d")


def _names_all(figure: Answer, query: Query) -> bool:
    """Whether what tells a figure of several documents together names each of them."""
    told = " ".join(quote.text for quote in figure.quotes)
    is_under_both = figure.outcome is Outcome.ANSWERED and _UNDER_BOTH.search(query.folded) is not None
    return not is_under_both or all(re.search(rf"\b0*{r.number}/", told) for r in query.references)


def _counted_and_summed(at: Occasion, query: Query, wanted: FigureQuery) -> Answer | None:
    """ "Theo Nghị định 178 bao nhiêu người, hết bao nhiêu kinh phí": how many and for how much, by the one sentence that tells both."""
    if query.counts != _TWO or not query.asks("money") or not query.unit:
        return None
    counted = replace(wanted, measures=_COUNTS, terms=Terms(wanted.terms.dimensions, wanted.terms.words - {"#money"}))
    summed = replace(wanted, measures=SUMS, terms=Terms({}, frozenset({"#money"})), unit="")
    both = [about_figures.answer_figure(at.library, query, one, at.today, at.wording) for one in (counted, summed)]
    told = [one for one in both if one is not None and one.outcome is Outcome.ANSWERED and one.quotes]
    is_one = len(told) == _TWO and told[0].quotes[0] == told[1].quotes[0]
    return asked_together.told_together(told) if is_one else None


_TWO = 2
_COUNTS = frozenset({Measure.COUNT, Measure.RATIO})


def _row_with_count(at: Occasion, document: Document, query: Query) -> Answer | None:
    """Its row of a register where the note counts what is asked for: "Đang thực hiện | Đã hoàn thành 29/46 nhiệm vụ"."""
    noted = [m.citation.note for m in document.mentions if m.citation.status and m.citation.note]
    note = fold(noted[-1]) if noted else ""
    counts = bool(query.unit) and query.unit in note and any(letter.isdigit() for letter in note)
    told = all_words(at.library.tagger.tag(f"{note} {fold(document.subject or '')}"))
    # "… giao Sở Y tế bao nhiêu nhiệm vụ": of one body, or of something else that the row does not say.
    if query.bodies or query.terms.topics - told:
        return None
    if not counts or ("chua" in query.folded.split()) is not ("chua" in note.split()):
        return None
    how_far = at.read(f"{document.name} tới đâu rồi")
    return about_documents.answer_documents(at.library, [document], how_far, at.today, at.wording)


def _reply_of_body(at: Occasion, document: Document, query: Query) -> Answer | None:
    """ "Công văn 6543 Thủ tướng đã có ý kiến chưa?": the newest statement on the letter that names the body."""
    wanted = [b.organisation.body for b in query.bodies if b.organisation.body]
    told = [(m, at.library.reports[m.report].folded(m.statement)) for m in document.mentions]
    first = told[0][0].told_on if told else None
    fitting = [
        m
        for m, words in told
        if all(_tells_of(words, body) for body in wanted)
        and (wanted or _REPLY.search(words) or (m.told_on != first and _FOLLOWED.search(words)))
    ]
    if behind := _reply_behind(at.library, document, wanted):
        report, statement, named = behind
        return answered(
            shorten(statement.span.cut(report.text)), (quote(report, statement.span), quote(report, named.span))
        )
    if not fitting:
        return None
    newest = fitting[-1]
    report = at.library.reports[newest.report]
    return answered(shorten(newest.statement.span.cut(report.text)), (quote(report, newest.statement.span),))


def _reply_behind(
    library: Library, document: Document, bodies: Sequence[str]
) -> tuple[ReportEntry, Statement, Statement] | None:
    """The sentence that tells what came of a letter without naming it, soon behind the newest that does, and of these bodies:
    "Đến nay chưa có ý kiến của Bộ Nội vụ"."""
    newest = max(document.mentions, key=lambda m: m.told_on)
    report = library.reports[newest.report]
    if _REPLY.search(library.reports[newest.report].folded(newest.statement)):
        return None
    end = newest.statement.span.end
    behind = (s for s in report.statements if s.span.start >= end and "\n" not in report.text[end : s.span.start])
    for statement in islice(behind, _SOON):
        words = library.reports[newest.report].folded(statement)
        is_told = not statement.citations and _SAYS_OF_REPLY.search(words)
        if is_told and all(_tells_of(words, body) for body in bodies):
            return report, statement, newest.statement
    return None


_SOON = 2  # sentences behind the one that names it


_SAYS_OF_REPLY = Sought(
    lambda: rf"\b(?:chua|da|dang cho|cho) (?:nhan duoc |co )?(?:van ban |cong van )?{_replies('awaited')}"
)


def _tells_of(words: str, body: str) -> bool:
    """Whether the body is named as one that does something, and not only as whom the letter is for."""
    initials = "".join(word[0] for word in body.split())
    named = body in words or initials in words.split() or all(word in words for word in body.split())
    is_addressed = re.search(rf"\b(?:de nghi|kien nghi|xin y kien|gui|bao cao|trinh) (?:{body}|{initials})\b", words)
    return named and (is_addressed is None or bool(_REPLY.search(words)))


def _of_bodies(reports: list[ReportEntry], query: Query) -> list[ReportEntry]:
    """Those by the bodies that are named, where any is."""
    fitting = [r for r in reports if which_reports.is_by(r, query)]
    return fitting or reports


def _folded_name(document: Document) -> str:
    return fold(document.written).replace(" ", "")
