"""The one task that a question describes: who does it, by when, and whether that day has passed."""

import re
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.about_tasks.assigned import Assigned, assigned_in, words_of_task
from knowledge.asking.library import Library, all_words
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.sentences.matching_statements import coverage
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.words.framing import framing
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of

# The share of the asked words that a task must hold, and its lead before another; as for other sentences, not
# measured for tasks alone.
_THRESHOLD, _MARGIN = 0.8, 0.1


def answer_task(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Who does the one task that the question describes, by when, and whether that day has passed.

    Whether it is done is not said: a later report may tell of it in other words.
    """
    found = _find(library, query)
    if found is None or (_BEGINS.search(query.folded) and not query.asks("responsible")):
        return None  # by when it is due tells nothing of when it begins
    done = _DONE.search(found.entry.statement.span.cut(found.entry.report.text))
    by_day = f" ({wording.say('hạn', 'due')} {wording.day(found.last)})" if found.last else ""
    if query.asks("responsible"):
        direct = found.unit and wording.say(f"{found.unit} chủ trì", f"{found.unit} is responsible") + by_day
    elif done is not None:
        direct = shorten(done["done"].strip(), 80) + by_day
    else:
        direct = _how_near(found.last, today, wording) if found.last else ""
    if not direct:
        return None
    return answered(
        f"{direct}: {shorten(found.text, 250)}",
        (quote(found.entry.report, found.entry.statement.span),),
        topic=Topic(report_id=found.entry.report.id),
    )


_BEGINS = pattern_of(r"\b(?:bat dau|khoi dong|khoi cong)\b")


def _how_near(last: date, today: date, wording: Wording) -> str:
    """The day and how many days are left, or have passed since."""
    day, days = wording.day(last), abs((last - today).days)
    if today > last:
        return wording.say(
            f"Hạn {day}, đã quá hạn {wording.counted(days, 'ngày', 'day')} nếu chưa xong",
            f"Due {day}, overdue by {wording.count(days, 'day')} unless done",
        )
    return wording.say(
        f"Chưa quá hạn: hạn {day}, còn {days} ngày", f"Not overdue: due {day}, {wording.count(days, 'day')} left"
    )


# A cell of the task's row that says so: "Đã hoàn thành ngày 12/4/2024".
_DONE = pattern_of(r"\|\s*(?P<done>(?:Đã|đã) (?:hoàn thành|xong|thực hiện xong)[^|\n]*)")


def _find(library: Library, query: Query) -> Assigned | None:
    """The task that holds what the question says, if just one does."""
    wanted = words_of_task(query) - framing("one_task")
    if len(wanted) < 2 and not _are_capitals(wanted, query):
        return None
    ranked: list[tuple[float, Assigned]] = []
    able = library.statements_telling(Tells.ASSIGNED).among(library.statements_covering(wanted, _THRESHOLD).numbers)
    for assigned in assigned_in(able):
        if assigned.status or (query.bodies and not _names(assigned, query)):
            continue
        if not (assigned.unit if query.asks("responsible") else assigned.last):
            continue
        if _is_of_other_level(assigned, query):
            continue
        score = coverage(library, wanted, all_words(assigned.entry.terms))
        if score >= _THRESHOLD:
            ranked.append((score, assigned))
    ranked.sort(key=lambda r: (-r[0], -r[1].entry.report.told_on.toordinal()))
    if query.asks("responsible") or re.search(r"\bchu (?:tri|chi)\b", fold(query.text)):
        # Who leads it and not who pays or reports.
        ranked = [r for r in ranked if "chu tri" in r[1].entry.folded] or ranked
    if not ranked:
        return None
    near = [a for s, a in ranked if s > ranked[0][0] - _MARGIN]
    if len({(fold(a.unit or ""), a.entry.report.body) for a in near}) == 1:
        near = told_last(near, lambda a: a.entry.report)  # set out again by the same body: the newest word counts
    return near[0] if len({(a.last, a.unit) for a in near}) == 1 else None


def _are_capitals(wanted: frozenset[str], query: Query) -> bool:
    """ "IOC giao sở nào làm": a name that is written in capitals tells a thing by itself."""
    return bool(wanted) and all(re.search(rf"\b{re.escape(word.upper())}\b", query.text) for word in wanted)


_LEVEL = pattern_of(r"\bcap (?:tinh|huyen|quan|xa|phuong)\b")


def _is_of_other_level(assigned: Assigned, query: Query) -> bool:
    """Whether the task is for another level than the question names: "công chức cấp xã", and not "cấp huyện"."""
    asked, own = set(_LEVEL.findall(query.folded)), set(_LEVEL.findall(fold(assigned.text)))
    return bool(asked and own) and asked.isdisjoint(own)


def _names(assigned: Assigned, query: Query) -> bool:
    """Whether the sentence names every body asked for; a place may also be the report's own."""
    own = f"{assigned.entry.report.body.place} {assigned.entry.report.province}"
    said = set(f"{normalise(assigned.entry.folded)} {own}".split())
    return all(set(f"{b.organisation.body} {b.organisation.place}".split()) <= said for b in query.bodies)
