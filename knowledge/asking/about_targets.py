"""Answers about targets: which were met and which not, and whether one was."""

import itertools
import re
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import body_distance
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.library import FigureEntry, Library, StatementEntry, all_words
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, figure_quote, quote, shorten
from knowledge.asking.sentences.matching_statements import SENTENCE_SHARE, coverage
from knowledge.asking.shelves.tells import Tells
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT, SEVERAL
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_TARGET = Sought(r"\b(?:chi tieu|muc tieu|ke hoach|targets?)\b")
_MET = pattern_of(r"\b(?:dat(?! ra)|vuot|hoan thanh|met|reached|missed)\b")
_UNMET = pattern_of(rf"\b{NOT} (?:dat|hoan thanh)\b|\bmissed\b|\bnot met\b")
_ALL = pattern_of(rf"\b(?:chi tieu|muc tieu) (?:nao|gi)\b|\b{SEVERAL} (?:chi tieu|muc tieu)\b|\bwhich targets\b")
# A register's or a table's own verdict, alone in its cell.
_VERDICT = pattern_of(rf"^(?P<unmet>{NOT} (?:dat|hoan thanh))$|^(?P<met>dat|vuot|hoan thanh|dat va vuot)$")
# More is worse of these; of a number of bodies or posts it depends on the plan, so that only a verdict tells.
_LESS_IS_BETTER = pattern_of(r"\b(?:tre han|qua han|ton dong|cham)\b")
_UNSURE = pattern_of(r"\b(?:don vi|phong|dau moi|bien che|giam)\b(?!.*tinh gian)")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A target with what was reached, whether that is enough, and whether the target stands in brackets behind it."""

    target: FigureEntry
    reached: FigureEntry
    is_met: bool
    is_behind: bool = False


# "Tỷ lệ số hóa đạt 61,3% (chỉ tiêu 70%), tỷ lệ …": what stands in brackets right behind a result is its target.
_BEHIND = pattern_of(r"\s*\((?:chi tieu|muc tieu|ke hoach)(?: (?:nam|de ra|duoc giao|giao|la))*:?\s*")
_REACHES = pattern_of(r"\s(?:đạt|là|còn)$")


def answer_targets(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The targets that were met or missed, or whether the one that the question names was."""
    if query.claim is not None or not (_TARGET.search(query.folded) and _MET.search(query.folded)):
        return None
    judged = [j for j in _judged(library) if _is_meant(j.reached, query, today)]
    wants_unmet = bool(_UNMET.search(query.folded))
    if _ALL.search(query.folded):
        return _list(library, judged, query, today, wording, wants_unmet=wants_unmet)
    wanted = _wanted(query)
    if not wanted:
        return None
    scored = [(coverage(library, wanted, _words(j)), j) for j in judged]
    best = max((s for s, _ in scored), default=0.0)
    fitting = [j for s, j in scored if s >= max(SENTENCE_SHARE, best - 0.05)]
    return _one(fitting[0], wording) if len(fitting) == 1 else None


def _judged(library: Library) -> list[_Judged]:
    """Every row that has a target and a result of the same period, and all that a sentence gives with their targets."""
    rows: dict[int, list[FigureEntry]] = {}
    for statement in library.statements_telling(Tells.TARGET):
        rows[statement.number] = [library.figure(statement, at) for at in range(len(statement.statement.figures))]
    found = []
    for entries in rows.values():
        if behind := [j for pair in itertools.pairwise(entries) if (j := _with_target_behind(*pair)) is not None]:
            found.extend(behind)
        if behind or not entries[0].statement.is_row:
            continue
        target = next((e for e in entries if e.figure.measure is Measure.TARGET), None)
        if target is None:
            continue
        results = [e for e in entries if e is not target and e.figure.period == target.figure.period]
        results = [e for e in results if _is_of_the_same(target, e)] or results
        is_met = _is_met(target, results[-1]) if results else None
        if is_met is not None:
            found.append(_Judged(target, results[-1], is_met))
    return found


def _with_target_behind(reached: FigureEntry, target: FigureEntry) -> _Judged | None:
    """A result with the target that stands in brackets right behind it."""
    is_pair = reached.figure.measure is not Measure.TARGET and target.figure.measure is Measure.TARGET
    if not is_pair or reached.figure.period != target.figure.period or reached.figure.unit != target.figure.unit:
        return None
    between = fold(reached.report.text[reached.figure.span.end : target.figure.span.start])
    is_met = _is_met(target, reached) if _BEHIND.fullmatch(between) else None
    return None if is_met is None else _Judged(target, reached, is_met, is_behind=True)


def _is_of_the_same(target: FigureEntry, reached: FigureEntry) -> bool:
    """Whether a target among several results of a row is this one's: "Mục tiêu hạng PAR INDEX" of "Hạng PAR INDEX"."""
    return reached.own.words == target.own.words


def _is_met(target: FigureEntry, reached: FigureEntry) -> bool | None:
    """The table's own verdict; else the comparison, where it is plain which way is better."""
    for cell in target.statement.folded.split("|"):
        if verdict := _VERDICT.match(cell.strip()):
            return verdict["met"] is not None
    label = reached.figure.label
    if _UNSURE.search(fold(label)):
        return None
    if _LESS_IS_BETTER.search(fold(label)) or reached.figure.measure is Measure.RANK:
        return reached.figure.value <= target.figure.value
    return reached.figure.value >= target.figure.value


def _is_meant(entry: FigureEntry, query: Query, today: date) -> bool:
    periods = resolve_all(query.periods, today)
    if periods and entry.figure.period not in periods:
        return False
    if query.level == "ministry" and not entry.report.body.body.startswith("bo "):
        return False
    return body_distance(entry.report, entry.body, query.bodies, is_row=False) is not None


def _wanted(query: Query) -> frozenset[str]:
    return frozenset(w for w in all_words(query.naming) if w.split(":")[0] not in {"direction", "polarity", "scope"})


def _words(judged: _Judged) -> frozenset[str]:
    own = all_words(judged.reached.own)
    return own if judged.is_behind else own | all_words(judged.reached.statement.terms)


def _list(
    library: Library, judged: list[_Judged], query: Query, today: date, wording: Wording, *, wants_unmet: bool
) -> Answer | None:
    # What sentences say of targets in brackets are hardly all of them.
    rows = [j for j in judged if j.is_met is not wants_unmet and not j.is_behind]
    told = [e for e in library.statements_with_words(("tieu", "dat")) if _tells(e, query, today)]
    if not rows and not told:
        return None
    lines = tuple(f"{i}. {_line(j, wording)}" for i, j in enumerate(rows, 1))
    word = wording.say("không đạt" if wants_unmet else "đạt", "missed" if wants_unmet else "met")
    quotes = (*(quote(e.report, e.statement.span) for e in told[:2]), *(figure_quote(j.reached) for j in rows))
    if told:
        said = shorten(told[0].statement.span.cut(told[0].report.text), 300)
        return answered(said, quotes, lines=lines, topic=Topic(report_id=told[0].report.id))
    direct = wording.say(f"{len(rows)} chỉ tiêu {word}", f"{wording.count(len(rows), 'target')} {word}")
    return answered(direct, quotes, lines=lines, topic=Topic(report_id=rows[0].reached.report.id))


def _tells(entry: StatementEntry, query: Query, today: date) -> bool:
    """Whether a sentence itself says which targets were not met."""
    if entry.is_row or not re.search(rf"\b(?:chi tieu|muc tieu)\b.*\b{NOT} dat\b", entry.folded):
        return False
    periods = resolve_all(query.periods, today)
    is_of = not periods or entry.report.facts.period in periods
    return is_of and body_distance(entry.report, None, query.bodies, is_row=False) is not None


def _line(judged: _Judged, wording: Wording) -> str:
    reached, target = judged.reached.figure, judged.target.figure
    label = _REACHES.sub("", reached.label) if judged.is_behind else _label(judged.reached)
    return wording.say(
        f"{label}: {reached.written}, chỉ tiêu {target.written}",
        f"{label}: {wording.amount(reached.written)}, target {wording.amount(target.written)}",
    )


def _label(entry: FigureEntry) -> str:
    """The row's own name as written: its first cell with words."""
    cells = entry.statement.statement.span.cut(entry.report.text).replace("\t", "|").split("|")
    return next((c.strip() for c in cells if re.search(r"[^\W\d_]{2,}", c)), entry.figure.label)


def _one(judged: _Judged, wording: Wording) -> Answer:
    word = wording.say("Đạt" if judged.is_met else "Không đạt", "Met" if judged.is_met else "Not met")
    period = wording.period(judged.reached.figure.period) if judged.reached.figure.period else ""
    return answered(
        f"{word}: {_line(judged, wording)}" + (f" – {period}" if period else ""),
        (figure_quote(judged.reached),),
        context=period,
        topic=indicator_topic(judged.reached),
    )
