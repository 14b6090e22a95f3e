"""Answers that are one quantity: how many, what share, which window, whether a claim holds."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, AssumedDay, Choice, Outcome, Quote, Topic
from knowledge.asking.figures.claims import judge
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.matching import Match
from knowledge.asking.figures.meant import Found, besides, find, groups_of
from knowledge.asking.figures.start_and_end import answer_both
from knowledge.asking.figures.wanting import restriction
from knowledge.asking.figures.ways import said_against
from knowledge.asking.library import FigureEntry, Library, ReportEntry
from knowledge.asking.reading.asked_days import UP_TO
from knowledge.asking.reading.english import is_english
from knowledge.asking.reading.question import Query, as_written
from knowledge.asking.reading.without_periods import without_periods
from knowledge.asking.replies import (
    MOST_CHOICES,
    Wording,
    answered,
    clarify,
    figure_context,
    figure_quote,
    figure_quotes,
    figure_words,
    not_found,
    quote,
    shorten,
)
from knowledge.facts import Measure, Window
from knowledge.grammar.concepts import concept_names
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.windows import find_windows
from knowledge.grammar.year_parts import name_period

# So much of what a figure counts stands on a button.
_LABEL = 60


def answer_figure(library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording) -> Answer | None:
    """The figure asked for, a choice between several, or None where none fits."""
    found = find(library, wanted, restriction(query))
    if found is None and wanted.value is not None and query.asks("count", "percent", "money"):
        # "Hợp nhất 12 ban thì giảm mấy phòng": the number tells which, and is not what is asked for.
        found = find(library, replace(wanted, is_value_beside=True), restriction(query))
    found = found or _of_units_of_level(library, query, wanted)
    if found is None:
        return None
    if _is_of_another_whole(found.best, query):
        return None
    if query.asks("window") and "hieu luc" in found.best.statement.folded:
        return None  # "Miễn phí đến hết ngày nào": that of a resolution is no day of the report's data
    found = _of_whole_held_up(_default_period(found, today), query)
    if query.asks("window") and (windowed := _same_window(found)):
        return _one(windowed, query, wording)
    groups = groups_of(found)
    if (both := answer_both(groups, query.folded, wording)) is not None:
        return both
    if len(groups) > 1:
        return _ask_which([*groups, *([one] for one in besides(library, found))], query, wording)
    return _one(found, query, wording)


# "Bao nhiêu phần trăm cử tri đồng ý sắp xếp đơn vị hành chính cấp xã".
_OF_UNITS_OF_LEVEL = Sought(
    r"\b(?:sap xep|sap nhap|hop nhat|thanh lap|dieu chinh) (?:lai )?(?:cac )?(?P<units>don vi hanh chinh cap (?:xa|huyen))\b"
)


def _of_units_of_level(library: Library, query: Query, wanted: FigureQuery) -> Found | None:
    """Where the level is that of the units which are rearranged, and nobody whose figure it is: what a paragraph on just these tells."""
    named = _OF_UNITS_OF_LEVEL.search(query.folded)
    if named is None or "scope" not in wanted.terms.dimensions:
        return None
    dimensions = {d: v for d, v in wanted.terms.dimensions.items() if d != "scope"}
    found = find(library, replace(wanted, terms=replace(wanted.terms, dimensions=dimensions)), restriction(query))
    if found is None or not (wanted.measures <= _SHARES or fold(found.best.figure.unit) == query.unit):
        return None
    statement, text = found.best.statement.statement, found.best.report.text
    paragraph = fold(text[text.rfind("\n", 0, statement.span.start) + 1 : statement.span.end])
    return found if named["units"] in paragraph else None


_SHARES = frozenset({Measure.SHARE, Measure.RATIO})


# "Kiểm tra đủ 15 cơ quan chưa": so many of just so many.
_ALL_OF = pattern_of(r"\b(?:du|het|xong|ca) (?:ca )?(?=\d)")


def _is_of_another_whole(entry: FigureEntry, query: Query) -> bool:
    """Whether all of so many are held up, and the figure is a part of another number."""
    claim, whole = query.claim, entry.figure.whole
    if claim is None or claim.is_percent or not _ALL_OF.search(query.folded):
        return False
    if whole is None and entry.figure.measure is Measure.COUNT:
        # "Làm đủ 62 nhiệm vụ không" is not told by the 04 of a sentence without such a number, nor by "đưa 54 thủ tục vào rà soát".
        told = {figure.value for figure in entry.statement.statement.figures}
        is_fewer = entry.figure.value < claim.value and claim.value not in told
        return is_fewer or _IS_TO_BE.search(entry.statement.folded) is not None
    return whole is not None and claim.value != whole


_IS_TO_BE = pattern_of(r"\bdua \d[\d.]* [a-z ]+ vao\b|\b(?:theo do|se|du kien) (?:dua|ra soat|thuc hien|hoan thanh)\b")


def _of_whole_held_up(found: Found, query: Query) -> Found:
    """Where all of so many are held up, how many of just so many it is, if that is told: "làm đủ 48 nhiệm vụ" by "45/48"."""
    if query.claim is None or not _ALL_OF.search(query.folded):
        return found
    parts = [m for m in found.matches if m.entry.figure.whole == query.claim.value]
    return Found(found.query, parts) if parts else found


def _same_window(found: Found) -> Found | None:
    """The figures that say which days they cover, if all that do say the same."""
    said = [m for m in found.matches if m.entry.figure.window]
    return Found(found.query, said) if len({m.entry.figure.window for m in said}) == 1 else None


def _default_period(found: Found, today: date) -> Found:
    """Where no year was said: the one such period of the last twelve months, if there is just one."""
    periods = {m.entry.figure.period for m in found.matches}
    if len(periods) <= 1 or found.query.period is not None or isinstance(today, AssumedDay):
        return found
    recent = [p for p in periods if p and p.first <= today and (today - p.last).days <= 366]
    if found.query.kind_index and len(recent) == 1:
        return Found(found.query, [m for m in found.matches if m.entry.figure.period == recent[0]])
    return found


def _ask_which(groups: list[list[Match]], query: Query, wording: Wording) -> Answer:
    """Which of several figures is meant: each as a button whose question means just that one."""
    choices: list[Choice] = []
    entries = [group[0].entry for group in groups]
    contexts = [figure_context(entry, wording) for entry in entries]
    times, dimensions = Counter(contexts), _dimensions_apart(entries, query)
    for entry, context in zip(entries, contexts, strict=True):
        if len({choice.label for choice in choices}) == MOST_CHOICES:
            break
        if times[context] > 1:
            # Of one period and body: what is counted tells them apart.
            context = f"{shorten(_counted(entry), _LABEL)} – {context}"
        choices.append(
            Choice(
                f"{context}: {figure_words(entry, wording)}",
                f"{query.text.rstrip('?. ')} {_told_apart(entry, dimensions)}{_specific(entry)}",
            )
        )
    return clarify(
        wording.say("Có nhiều số liệu phù hợp, bạn muốn hỏi số nào?", "Several figures fit. Which one?"),
        tuple(choices),
    )


def _counted(entry: FigureEntry) -> str:
    """What it counts, by its words and those above them, less what only leads to a table: "… kết quả như sau:"."""
    words = f"{entry.figure.head} {entry.figure.label}".strip()
    led = _LEADS.match(fold(words))
    return words[led.end() :] if led and len(fold(words)) == len(words) else words


_LEADS = pattern_of(r".*\b(?:nhu sau|duoi day|sau day)\s?:\s*(?=\w)")
# "Toàn địa bàn" is what an answer says; questions say it so.
_ASKED_AS = {"whole": "các cấp"}
_RESPECTS = ("stage", "timeliness", "channel", "scope")


def _dimensions_apart(entries: Iterable[FigureEntry], query: Query) -> list[str]:
    """In which respects, that the question leaves open, the several differ."""
    unsaid = [one for one in _RESPECTS if one not in query.terms.dimensions]
    return [one for one in unsaid if len({e.own.dimensions.get(one) for e in entries}) > 1]


def _told_apart(entry: FigureEntry, dimensions: Iterable[str]) -> str:
    """What kind of the several it is, in words that ask for just that kind: "tiếp nhận ", "các cấp "."""
    names, said = concept_names(), []
    for dimension in dimensions:
        own = sorted(entry.own.dimensions.get(dimension, ()))
        said += [_ASKED_AS.get(value) or names[value][0] for value in own if value in names]
    return "".join(f"{words} " for words in said)


def _specific(entry: FigureEntry) -> str:
    period = name_period(entry.figure.period) if entry.figure.period else ""
    return f"{period} {entry.figure.organisation or entry.report.facts.organisation or ''}".strip()


def _one(found: Found, query: Query, wording: Wording) -> Answer:
    """The one figure that was found, told as the question asks: judged, as a rank that moved, or the days that it covers."""
    entry = _most_telling(found)
    context = figure_context(entry, wording)
    if found.query.period and entry.figure.period and found.query.period != entry.figure.period:
        # Of a report of two periods: both are named.
        context = f"{wording.period(found.query.period)}, {context}"
    topic = replace(indicator_topic(entry), period=entry.figure.period)
    if query.asks("window"):
        return _window(entry, context, wording, topic, asks_both=bool(_FROM_TO.search(query.folded)))
    direct = f"{figure_words(entry, wording)}"
    if query.claim:
        direct = judge(entry, query.claim, query, wording)
    elif entry.figure.measure is Measure.RANK and (moved := _moved(entry, query, wording)):
        direct = f"{moved}: {direct}"
    else:
        direct = f"{said_against(entry, found.query, wording)}{direct}"
    quotes = (
        *figure_quotes(entry),
        *(figure_quote(m.entry) for m in found.matches if m.entry.report is not entry.report),
    )
    return answered(f"{direct} – {context}" if context else direct, quotes[:3], context=context, topic=topic)


def told_figure(entry: FigureEntry, direct: str, wording: Wording) -> Answer:
    """One figure told in these words, with its sentence."""
    context = figure_context(entry, wording)
    topic = replace(indicator_topic(entry), period=entry.figure.period)
    return answered(f"{direct} – {context}" if context else direct, figure_quotes(entry), context=context, topic=topic)


# "Có tăng hạng không": by how many places, where the sentence says so.
_WHETHER_MOVED = Sought(r"\bco (?:duoc )?(?P<way>tang|len|giam|tut|xuong)(?: (?:bac|hang|thu hang))?\b.*\bkhong\W*$")
_UP = frozenset({"tang", "len"})
_MOVED = pattern_of(r"\b(?P<way>tang|len|giam|tut|xuong) \d+ (?:bac|hang)\b")


def _moved(entry: FigureEntry, query: Query, wording: Wording) -> str:
    """Whether the place went the way that is asked for and by how much, as its sentence says; empty where it does not."""
    asked, told = _WHETHER_MOVED.search(query.folded), _MOVED.search(entry.statement.folded)
    if asked is None or told is None:
        return ""
    words = entry.statement.statement.span.cut(entry.report.text)
    way = words[told.start() : told.end()] if len(words) == len(entry.statement.folded) else told[0]
    holds = (asked["way"] in _UP) == (told["way"] in _UP)
    return wording.say(f"{'Có' if holds else 'Không'}, {way.lower()}", f"{'Yes' if holds else 'No'}, {way.lower()}")


def _most_telling(found: Found) -> FigureEntry:
    """Of equal figures the one whose own report is of that period."""

    def own(match: Match) -> tuple[float, bool]:
        return (-round(match.score, 2), match.entry.report.facts.period != match.entry.figure.period)

    return min(found.matches, key=own).entry


# "Từ ngày nào đến ngày nào": one day alone is half an answer.
_FROM_TO = Sought(r"\btu (?:ngay|hom|bua|bao gio|khi nao|luc nao|may)\b.*\b(?:den|toi)\b")


def _window(entry: FigureEntry, context: str, wording: Wording, topic: Topic, *, asks_both: bool) -> Answer:
    if not asks_both and (until := _told_until(entry)) is not None:
        direct = wording.say(f"Đến ngày {wording.day(until)}", f"As of {wording.day(until)}")
        return answered(f"{direct} – {context}", (figure_quote(entry),), context=context, topic=topic)
    window = entry.figure.window or _window_told_elsewhere(entry) or _window_of_report(entry)
    if window is None:
        return not_found(
            wording.say(
                f"Báo cáo không nêu kỳ số liệu của {context}.", f"The report does not say which days {context} covers."
            )
        )
    direct = wording.say(
        f"Từ ngày {wording.day(window.first)} đến ngày {wording.day(window.last)}",
        f"From {wording.day(window.first)} to {wording.day(window.last)}",
    )
    return answered(f"{direct} – {context}", window_quotes(entry, window), context=context, topic=topic)


def _window_of_report(entry: FigureEntry) -> Window | None:
    """The days that its report says for all its figures, where it is of the report's own time."""
    facts = entry.report.facts
    return facts.window if entry.figure.period == facts.period else None


def _told_until(entry: FigureEntry) -> date | None:
    """The one day up to which the figure's own words tell, where they name no first day: "giải ngân đến ngày 31/5/2025 đạt 31,4%"."""
    label = fold(entry.figure.label)
    days = [d for d in find_dates(label) if UP_TO.search(label[: d.start])]
    return days[0].day if len(days) == 1 and not list(find_windows(label)) else None


def _window_told_elsewhere(entry: FigureEntry) -> Window | None:
    """The days that the report's text gives for the same number of the same period: a table's total has none of its own."""
    figure = entry.figure
    told = (f for s in entry.report.statements for f in s.figures if f.window and f.value == figure.value)
    return next((f.window for f in told if f.period == figure.period), None)


def window_quotes(entry: FigureEntry, window: Window) -> tuple[Quote, ...]:
    """The statement that gives the window, first in the figure's own report."""
    return stating(entry.report, window, figure_quote(entry))


def stating(report: ReportEntry, window: Window, otherwise: Quote) -> tuple[Quote, ...]:
    """The statement of the report that gives these days, else the other quote."""
    for statement in report.statements:
        words = report.folded(statement)
        if any(w == window for _, _, w in find_windows(words)):
            return (quote(report, statement.span),)
    return (otherwise,)


def answer_absent(library: Library, wanted: FigureQuery, query: Query, wording: Wording) -> Answer | None:
    """The figure is known, but not of that period or body: say so and offer what there is."""
    time = wording.within(wanted.period) if wanted.period else _open_time(query, wanted)
    if not time and not wanted.bodies:
        return None
    bodies = ", ".join(as_written(query.text, b.name) for b in wanted.bodies)
    missing = time or bodies
    elsewhere = find(library, replace(wanted, period=None, kind_index=None))
    if elsewhere is None and wanted.bodies:
        elsewhere, missing = find(library, replace(wanted, bodies=())), bodies
    if elsewhere is None:
        return None
    choices = tuple(
        Choice(figure_context(m.entry, wording), f"{_core(query)} {_specific(m.entry)}") for m in elsewhere.matches[:12]
    )
    return not_found(
        wording.say(
            f"Chưa có số liệu này cho {missing} trong các báo cáo.", f"The reports do not give this for {missing}."
        ),
        choices,
    )


def _open_time(query: Query, wanted: FigureQuery) -> str:
    """The quarter or half that is named without its year, as it was typed; empty where none is."""
    mention = next((m for m in query.periods if m.is_open), None) if wanted.kind_index else None
    return as_written(query.text, query.folded[mention.start : mention.end]) if mention is not None else ""


def _core(query: Query) -> str:
    """The question without its period, to ask again of another."""
    if is_english(query.text):
        return without_periods(query.text)
    words = query.text
    return re.sub(r"(?i)\b(?:quý|quy|q)\s?[ivx\d]+(?:\s?[/-]\s?|\s+năm\s+)?(?:20\d\d)?|năm 20\d\d", "", words).strip(
        " ?"
    )


def is_answered(answer: Answer | None) -> bool:
    """Whether it is an answer and not a question back."""
    return answer is not None and answer.outcome is Outcome.ANSWERED
