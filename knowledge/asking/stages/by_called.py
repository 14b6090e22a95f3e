"""What is told of a thing that has a name of its own: how much mô hình "Thứ Bảy về bản" received, since when there is one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, Outcome, Topic
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.figures import about_figures
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.reports.which_reports import is_of_period
from knowledge.asking.shelves.entries import names_of
from knowledge.asking.stages.occasion import Occasion
from knowledge.asking.words.framing import framing
from knowledge.grammar.called import FEWEST, MOST, plain_words
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed

# What more statements have the words of is no thing's own name.
_MOST_STATEMENTS = 300
# What sort of thing it is stands before its name.
_SORT = pattern_of(lambda: rf"\b(?:{listed('framing', 'named_things')}) $")
# "Từ ngày 06/3/2024", "từ tháng 3/2026", "ngày 5/10/2023 phát động": since when there is one.
_SINCE = pattern_of(r"(?:\b(?:tu|ra mat|khai truong|phat dong|bat dau)(?: vao)? (?:ngay|thang)|^(?:ngay|thang)) \d")


def by_called(at: Occasion, query: Query) -> Answer | None:
    """The figure, the day or the sentence of the newest report on the thing that is named; None where none is, or none tells it."""
    if query.references or query.claim is not None:
        return None
    words = plain_words(query.folded).split()
    name = _name_in(at.library, words)
    if name is None:
        return None
    having = at.library.statements_with_words(set(name.split()))
    if len(having) > _MOST_STATEMENTS:
        return None
    before, _, behind = f"{' '.join(words)} ".partition(f"{name} ")
    rest = at.read(f"{_SORT.sub('', before)} {behind}")
    telling = _newest_first([e for e in having if name in names_of(e) and _is_meant(e, rest, at.today)])
    if len({e.report.body for e in telling}) != 1:
        return None
    if query.asks("count", "percent", "money"):
        return _figure(at, rest, name, telling)
    if query.asks("when", "window"):
        return _sentence(next((e for e in telling if _SINCE.search(e.folded)), None))
    if query.asks("status", "overall", "summary"):
        return _sentence(next((e for e in telling if _says_rest(e, rest)), None))
    return None


def _is_meant(entry: StatementEntry, rest: Query, today: date) -> bool:
    """Whether it is of the bodies and time that the question names besides."""
    times = all(is_of_period(entry.report, period) for period in resolve_all(rest.periods, today))
    return times and is_of_bodies(entry, rest.bodies)


def _says_rest(entry: StatementEntry, rest: Query) -> bool:
    """Whether all else that the question names stands with it as well."""
    return rest.terms.words - framing("named_things") <= entry.words


def _name_in(library: Library, words: Sequence[str]) -> str | None:
    """The longest name that a report calls something by and that stands in these words of a question."""
    for length in range(min(MOST, len(words)), FEWEST - 1, -1):
        # What is said again and again is looked for once.
        for name in dict.fromkeys(" ".join(words[at : at + length]) for at in range(len(words) - length + 1)):
            if library.filed.is_called(name) and not _is_concept(library, name):
                return name
    return None


def _is_concept(library: Library, name: str) -> bool:
    """Whether it is only what reports are about ("Cải cách hành chính"), and no thing's own name."""
    words = library.tagger.tag(name).words
    return bool(words) and all(word.startswith("#") for word in words)


def _newest_first(telling: Sequence[StatementEntry]) -> list[StatementEntry]:
    plain = [e for e in telling if e.statement.task is None and e.statement.kind != "heading"]
    return sorted(plain, key=lambda e: (e.report.told_on, -e.number), reverse=True)


def _figure(at: Occasion, rest: Query, name: str, telling: Sequence[StatementEntry]) -> Answer | None:
    """The figure of the newest report that tells it of the thing; else the sentence that counts what is asked for."""
    for report in {e.report.id: e.report for e in telling}.values():
        wanted = replace(at.wanted(rest), called=name, report=report)
        told = about_figures.answer_figure(at.library, rest, wanted, at.today, at.wording)
        if told is not None and told.outcome is Outcome.ANSWERED:
            return told
    counting = (e for e in telling if _says_rest(e, rest) and _counts(e, rest))
    return _sentence(next(counting, None))


def _counts(entry: StatementEntry, rest: Query) -> bool:
    return any(f.unit and plain_words(f.unit) in rest.folded for f in entry.statement.figures)


def _sentence(entry: StatementEntry | None) -> Answer | None:
    if entry is None:
        return None
    words = shorten(entry.statement.span.cut(entry.report.text))
    return answered(words, (quote(entry.report, entry.statement.span),), topic=Topic(report_id=entry.report.id))
