"""Whether there was any: "có hồ sơ nào quá hạn không?", "có ai bị kỷ luật không?", by the sentence that says there was none."""

import re
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, Outcome, Topic
from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.figures import about_figures
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.figures.wanting import figure_query
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.cues import ENDS_WITH_YET
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.matching_statements import SENTENCE_SHARE, coverage, rank_statements
from knowledge.facts import Measure
from knowledge.grammar.concepts import Terms
from knowledge.grammar.function_words import NOT
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of

_ANY = pattern_of(
    lambda: (
        r"\bco (?:(?:phat sinh|xay ra|de|con|ton) )?(?:ho so|truong hop|thu tuc|van ban|nhiem vu|don vi)(?: [a-z]+){0,5}? nao\b.*\bkhong"
        + polite_end()
        + r"|\bco (?:(?:phat sinh|xay ra|de|con|ton) )?(?:ho so|truong hop) [^?;]{2,60}? khong\W*$"
    )
)
# Its own words must say that none was late; "không có hồ sơ tồn" says another thing.
_NONE = pattern_of(
    r"\bkhong (?:co|phat sinh|xay ra|de xay ra|de|con|ton)(?: (?:ho so|truong hop|thu tuc|nhiem vu|don vi|nao|bi|giai quyet|tra ket qua))*"
    r" (?:qua han|tre han|tre hen|cham|qua hen)\b"
)
# "Có ai bị kỷ luật không", "có công chức nào vi phạm không".
_ANYONE = pattern_of(
    lambda: (
        rf"\bco (?:ai|gi|(?:[a-z]+ ){{1,12}}nao)\b.*\b{NOT}{polite_end()}|\bda\b.*\b(?:nao|ai|gi) chua{polite_end()}"
    )
)
# What a sentence says that there was none of: "không có cán bộ, công chức bị kỷ luật", "chưa tiến hành cuộc kiểm tra nào",
# and what it says was not done, where just that is asked about: "không ban hành văn bản quy phạm pháp luật".
_NOT_ANY = pattern_of(
    r"\b(?:khong (?:co|phat sinh|xay ra|de|ai|phat hien)|chua (?:co|phat hien|tien hanh|to chuc|thuc hien|kiem tra|phat sinh)"
    rf"|{NOT} (?P<act>ban hanh|tham muu|to chuc|tiep nhan|tuyen dung|bo nhiem|ky luat|xay dung|cong bo|kiem tra|thanh tra))\b(?P<what>[^.;:]*)"
)
# "Kỷ luật: không có.", "- Vi phạm: chưa phát sinh": none of what stands before the colon.
_NONE_BEHIND_LABEL = pattern_of(
    rf"^\W*(?P<what>[^.;:]{{2,80}}):\s{NOT}(?: (?:co|phat sinh|xay ra|phat hien|ghi nhan|ai|bi|truong hop|vu viec|vu|nao|trong ky))*(?=\W*(?:[.;(]|$))"
)
# "Chưa mở được lớp tập huấn nào": none of them, whatever was to be done with it.
_NONE_OF = pattern_of(rf"\b{NOT} (?P<what>[a-z, ]{{2,60}}?) nao\b")


def answer_existence(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Whether there was any: no, with the sentence that says so, or yes with how many there were; None where neither is told."""
    if _ANYONE.search(query.folded) and (none := _of_anything(library, query, today, wording)) is not None:
        return none
    if query.references or query.claim is not None or query.asks("count", "percent") or not _ANY.search(query.folded):
        return None
    return _of_dossiers(library, query, today, wording)


def _of_anything(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """No, where a sentence of the body and period says that there was none of just that."""
    asked = query.terms.topics - GENERIC
    if not asked or query.references or query.claim is not None or query.asks("count", "percent", "when"):
        return None
    wanted = figure_query(query, today)
    found = rank_statements(library, replace(wanted, terms=Terms({}, asked)), SENTENCE_SHARE)
    none = [e for score, e in found if score >= SENTENCE_SHARE and _denies(library, e, asked, query.folded)]
    none = [e for e in none if query.bodies or not query.level or _is_of_level(e, query.level)]
    newest = [e for e in none if e.report.told_on == none[0].report.told_on]
    return (
        _no(newest[0], wording, is_yet=ENDS_WITH_YET.search(query.folded) is not None)
        if newest and (query.periods or len({id(e.report) for e in none}) == 1)
        else None
    )


def _is_of_level(entry: StatementEntry, level: str) -> bool:
    """Whether it is told by a report of that level: "huyện có ban hành … không"."""
    told = entry.report.body.level
    return told == level if level in BELOW_PROVINCE else told not in BELOW_PROVINCE


def _denies(library: Library, entry: StatementEntry, asked: frozenset[str], said: str) -> bool:
    if entry.is_row or entry.statement.task is not None:
        return False
    return (
        any(
            (m["act"] is None or m["act"] in said) and asked <= library.tagger.tag(m["what"]).words
            for m in _NOT_ANY.finditer(entry.folded)
        )
        or any(asked <= library.tagger.tag(m["what"]).words for m in _NONE_OF.finditer(entry.folded))
        or _is_none_of_label(library, entry, asked)
    )


def _is_none_of_label(library: Library, entry: StatementEntry, asked: frozenset[str]) -> bool:
    """Whether it says so of what its label names, and of nobody else: among whom there was none need not be said."""
    none = _NONE_BEHIND_LABEL.match(entry.folded)
    return none is not None and bool(asked - _PEOPLE) and asked - _PEOPLE <= library.tagger.tag(none["what"]).words


_PEOPLE = frozenset({"#staff"})


def _no(entry: StatementEntry, wording: Wording, *, is_yet: bool = False) -> Answer:
    words = shorten(entry.statement.span.cut(entry.report.text), 330)
    return answered(
        wording.say(f"Chưa: {words}", f"Not yet: {words}")
        if is_yet
        else wording.say(f"Không: {words}", f"No: {words}"),
        (quote(entry.report, entry.statement.span),),
        topic=Topic(report_id=entry.report.id),
    )


def _of_dossiers(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Whether there were late ones: no by a sentence that says so or a count of 0, else yes with how many."""
    wanted = figure_query(query, today)
    said = all_words(query.terms)
    if "timeliness" not in query.terms.dimensions:
        return None
    none = [
        e for score, e in rank_statements(library, wanted, SENTENCE_SHARE) if score >= SENTENCE_SHARE and _says_none(e)
    ]
    fitting = [e for e in none if coverage(library, said, all_words(e.terms)) >= SENTENCE_SHARE]
    if fitting:
        return _no(fitting[0], wording)
    asked = replace(query, cues={"count": (0, 0)})
    number = about_figures.answer_figure(
        library, asked, replace(wanted, measures=frozenset({Measure.COUNT, Measure.RATIO})), today, wording
    )
    if number is None or number.outcome is not Outcome.ANSWERED or not number.direct[:1].isdigit():
        return None
    if re.match(r"0+(?![\d.,])", number.direct):
        return replace(number, direct=wording.say(f"Không: {number.direct}", f"No: {number.direct}"))
    return replace(number, direct=wording.say(f"Có: {number.direct}", f"Yes: {number.direct}"))


def answer_none_late(library: Library, query: Query, wanted: FigureQuery, wording: Wording) -> Answer | None:
    """ "Sở Xây dựng quá hạn bao nhiêu": none, where a sentence says so of just the asked body and no figure is told."""
    if query.claim is not None or not query.asks("count") or query.asks("percent") or query.negated:
        return None
    if wanted.terms.dimensions.get("timeliness") != _LATE or wanted.terms.words - _DOSSIERS:
        return None
    said = all_words(wanted.terms)
    none = [
        entry
        for score, entry in rank_statements(library, wanted, SENTENCE_SHARE)
        if score >= SENTENCE_SHARE
        and _says_none(entry)
        and coverage(library, said, all_words(entry.terms)) >= SENTENCE_SHARE
        and _is_said_of(entry, query)
        and query.terms.dimensions.get("scope", _ANYWHERE) <= entry.terms.dimensions.get("scope", _ANYWHERE)
    ]
    # Of several periods or bodies one must be named.
    if len({(e.report.facts.period, e.report.facts.organisation) for e in none}) != 1:
        return None
    words = shorten(none[0].statement.span.cut(none[0].report.text), 330)
    told = wording.say(f"Không có: {words}", f"None: {words}")
    return answered(told, (quote(none[0].report, none[0].statement.span),), topic=Topic(report_id=none[0].report.id))


_LATE = frozenset({"late"})
_ANYWHERE = frozenset[str]()
_DOSSIERS = frozenset({"#dossier", "#procedure", "#total"})


def _is_said_of(entry: StatementEntry, query: Query) -> bool:
    """Whether the body that is named last before the denial is an asked one; none is named where none is asked for."""
    denied = _NONE.search(entry.folded)
    words = entry.statement.span.cut(entry.report.text)
    before = list(find_organisations(words[: denied.start()] if denied and len(words) == len(entry.folded) else words))
    if not query.bodies:
        return not before
    return not before or before[-1].organisation in {b.organisation for b in query.bodies}


def _says_none(entry: StatementEntry) -> bool:
    return not entry.is_row and entry.statement.task is None and bool(_NONE.search(entry.folded))
