"""What the published reports can be asked: real questions that are answered, and how far the reports reach."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from knowledge.answers import Outcome
from knowledge.asking.asker import Asked
from knowledge.asking.documents import Document
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.links import from_link, to_link
from knowledge.asking.shelves.catalogue import Is
from knowledge.facts import Period
from knowledge.grammar.year_parts import name_period, previous_period

Ask = Callable[[str], Asked]

# One of each sort, so that one sees what can be asked.
EXAMPLES = 3
# So many of a sort are tried before it is left out; asking takes about a millisecond.
_TRIES = 12
# Of so many documents one is chosen, and none that more than so many others share the number with.
_LOOKED_AT, _MOST_NAMESAKES = 100, 20
# What tells of a period; a register or an entry does not.
_TOLD = ("report", "news")

_FIGURES = {
    "vi": (
        "{period} tiếp nhận bao nhiêu hồ sơ?",
        "{period} bao nhiêu hồ sơ trực tuyến?",
        "{period} bao nhiêu hồ sơ đúng hạn?",
        "Chỉ số CCHC {period} xếp thứ mấy?",
        "Tỷ lệ hồ sơ đúng hạn {period}?",
        "{period} có những văn bản nào?",
    ),
    "en": (
        "How many dossiers were received in {period}?",
        "How many dossiers were online in {period}?",
        "How many dossiers were on time in {period}?",
        "Which documents are there in {period}?",
    ),
}
_DOCUMENT = {"vi": "{name} tới đâu rồi?", "en": "What is the status of {name}?"}
_COMPARISON = {
    "vi": "So sánh hồ sơ tiếp nhận {period} và {before}",
    "en": "Compare dossiers received in {period} and {before}",
}
# The same of two periods of one year, short enough for the width of a phone.
_SHORT_COMPARISON = "So sánh tiếp nhận {before} và {period}"


@dataclass(frozen=True, slots=True)
class Example:
    """A question that is answered just now, as it is shown and as a button carries it."""

    question: str
    link: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """How far the published reports reach; the periods are None where no report names one."""

    reports: int
    first: Period | None
    last: Period | None


def find_examples(ask: Ask, library: Library, language: str) -> tuple[Example, ...]:
    """Three questions that are answered, of different sorts where there are; fewer of a small store."""
    sorts = (_figures(library, language), _documents(library, language), _comparisons(library, language))
    answered = [_answered(ask, candidates) for candidates in sorts]
    first = [found for one in answered if (found := next(one, None)) is not None]
    return tuple(islice(chain(first, *answered), EXAMPLES))


def find_holdings(library: Library) -> Holdings:
    """What there is to be asked about."""
    periods = library.filed.own_periods(library.filed.of_kinds(_TOLD))
    reports = len(library.reports) - len(library.filed.of_kinds(["entry"]))
    if not periods:
        return Holdings(reports, None, None)
    return Holdings(
        reports, min(periods, key=lambda p: (p.first, p.last)), max(periods, key=lambda p: (p.last, p.first))
    )


def _answered(ask: Ask, candidates: Iterator[str]) -> Iterator[Example]:
    """Of the candidates those that get an answer, and the same one from a button; each is asked when it is wanted."""
    for question in islice(candidates, _TRIES):
        link = to_link(question)
        if link is None:
            continue
        answer = ask(question).answer
        if answer.outcome is Outcome.ANSWERED and answer.quotes and ask(from_link(link)).answer.direct == answer.direct:
            yield Example(question, link)


def _newest(library: Library) -> list[ReportEntry]:
    """Reports of a period, the newest first, two at most: the others are older news."""
    told = library.filed.newest_first(library.filed.of_kinds(_TOLD))
    return list(islice((r for r in told if r.facts.period is not None), 2))


def _figures(library: Library, language: str) -> Iterator[str]:
    for report in _newest(library):
        for period in _periods(report, language):
            for words in _FIGURES[language]:
                question = words.format(period=period)
                yield question[:1].upper() + question[1:]


def _periods(report: ReportEntry, language: str) -> tuple[str, ...]:
    """The report's period, and with its organisation, where several tell of the same one."""
    name = name_period(report.facts.period, language=language) if report.facts.period else ""
    return (name, f"{name} {report.facts.organisation}") if report.facts.organisation else (name,)


def _documents(library: Library, language: str) -> Iterator[str]:
    for document in islice(library.all_documents().that_are(Is.NUMBERED).most_told(), _LOOKED_AT):
        if not (document.written and document.issued_on) or _has_many_namesakes(document, library):
            continue
        yield _DOCUMENT[language].format(name=f"{document.type} {document.written}")


def _has_many_namesakes(document: Document, library: Library) -> bool:
    """Whether so many have its number that no example would tell it from them; a country has a decision 1 for each office and year."""
    return len(library.documents_numbered((document.best.number or "").lstrip("0"))) > _MOST_NAMESAKES


def _comparisons(library: Library, language: str) -> Iterator[str]:
    for report in _newest(library):
        period = report.facts.period
        if period is not None:
            names = [name_period(one, language=language) for one in (period, previous_period(period))]
            year = f"/{period.first.year}"
            if language == "vi" and all(name.endswith(year) for name in names):
                yield _SHORT_COMPARISON.format(period=names[0], before=names[1].removesuffix(year))
            yield _COMPARISON[language].format(period=names[0], before=names[1])
