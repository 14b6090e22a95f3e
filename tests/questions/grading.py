"""Whether a reply is right, missed or false: the rules that the sets' format states.

A miss (no answer where a report holds one) and a false answer are told apart, because officials forgive
the one and not the other.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tests.questions.sets import KINDS, Case, Expectation, QuestionSet

DIRECT_LIMIT = 400  # characters of the direct answer, by the sets' format
MESSAGE_LIMIT = 4096  # characters of a Telegram message


class Verdict(StrEnum):
    """How a reply counts."""

    RIGHT = "right"
    MISSED = "missed"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Cited:
    """A report that a reply rests on, with the words quoted from it."""

    report: str
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One line that `cchc ask --jsonl` gave."""

    outcome: str | None
    answer: str = ""
    text: str = ""
    choices: tuple[str, ...] = ()
    citations: tuple[Cited, ...] = ()
    ms: float | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """A verdict and, where it is not right, why."""

    verdict: Verdict
    why: str = ""


QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
SAME = (
    (re.compile(r"[–—]"), "-"),
    (re.compile(r"[\s|;]+"), " "),
    (re.compile(r"(?:ngày )?(\d\d?) tháng (\d\d?) năm (\d{4})"), r"\1/\2/\3"),
    (re.compile(r"tháng (\d\d?) năm (\d{4})"), r"\1/\2"),
    (re.compile(r"(?<![\d.,])0(?=\d(?!\d))"), ""),  # 03 phòng, 25/02
    (re.compile(r"(\d,\d*?[1-9])0+(?!\d)"), r"\1"),  # 53,50
    (re.compile(r"(\d),0+(?!\d)"), r"\1"),
    (re.compile(r"quý (i{1,3}|iv)\b"), lambda found: "quý " + QUARTERS[found[1]]),
)
WHOLE_DATE = re.compile(r"(?<!\d)(?:[12]?\d|3[01])/(?:1[0-2]|\d)/\d{4}(?!\d)|(?<=ngày )\d{1,2}/\d{1,2}")


# The same reports are held against hundreds of expectations, one after the other.
@lru_cache(maxsize=256)
def level(text: str) -> str:
    """The text without what no reader would call a difference: case, spaces, dashes, zeros, date forms."""
    text = unicodedata.normalize("NFC", text).casefold()
    for pattern, same in SAME:
        text = pattern.sub(same, text)
    return text.strip()


def is_held(wanted: str, text: str) -> bool:
    """Whether the text says it; a number only as a whole, so `641` is not in `1.641`, nor 25 in a date."""
    return _is_held_level(level(wanted), level(text))


def _is_held_level(wanted: str, text: str) -> bool:
    if "/" not in wanted:
        text = _without_dates(text)
    before = r"(?<![\d])(?<!\d[.,])" if wanted[:1].isdigit() else ""
    after = r"(?![.,]?\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None


@lru_cache(maxsize=256)
def _without_dates(text: str) -> str:
    return WHOLE_DATE.sub(" ", text)


def shortfall(expect: Expectation, said: str) -> str:
    """What the text lacks or should not say; empty where it is as expected."""
    if lacking := [wanted for wanted in expect.all if not is_held(wanted, said)]:
        return f"lacks {lacking}"
    if unmet := [group for group in expect.any if not any(is_held(wanted, said) for wanted in group)]:
        return f"has none of {list(unmet[0])}"
    if wrong := [banned for banned in expect.none if is_held(banned, said)]:
        return f"should not say {wrong}"
    return ""


def unproven(case: Case, reply: Reply, sources: Iterable[str]) -> str:
    """Why the citations do not carry the answer; empty where they do.  `sources` are levelled texts."""
    expect, texts = case.expect, list(sources)
    for cited in reply.citations:
        quote = level(cited.quote)
        if len(quote) < 8 or not any(quote in text for text in texts):
            return f"quote is in no report: {quote[:60]!r}"
    names = [f"{cited.report} {cited.title}" for cited in reply.citations]
    if not any(is_held(wanted, name) for name in names for wanted in expect.cite):
        return f"cites {[cited.report for cited in reply.citations][:4]}, not {list(expect.cite)}"
    if case.is_derived or expect.is_list or not expect.all:
        return ""
    quotes = " ".join(cited.quote for cited in reply.citations)
    return "" if any(is_held(wanted, quotes) for wanted in expect.all) else "no quote holds what is said"


def grade(case: Case, reply: Reply, sources: Iterable[str]) -> Grade:
    """How the reply counts for the case.  `sources` are the levelled texts of the set's reports."""
    wanted = case.expect.outcomes
    match reply.outcome:
        case "not_found":
            return Grade(Verdict.RIGHT) if "not_found" in wanted else Grade(Verdict.MISSED, "not found")
        case "clarify":
            return _grade_choices(case.expect, reply)
        case "answered" if "answered" in wanted:
            return _grade_answer(case, reply, sources)
        case "answered":
            why = "picked one of several" if "clarify" in wanted else "answered what no report holds"
            return Grade(Verdict.FALSE, why)
    return Grade(Verdict.MISSED, f"outcome {reply.outcome!r}")


def _grade_choices(expect: Expectation, reply: Reply) -> Grade:
    if "clarify" not in expect.outcomes:
        return Grade(Verdict.MISSED, "asked back")
    why = "" if "answered" in expect.outcomes else shortfall(expect, " | ".join(reply.choices))
    return Grade(Verdict.MISSED, f"choices: {why}") if why else Grade(Verdict.RIGHT)


def _grade_answer(case: Case, reply: Reply, sources: Iterable[str]) -> Grade:
    said, limit = (reply.text, MESSAGE_LIMIT) if case.expect.is_list else (reply.answer, DIRECT_LIMIT)
    if len(said) > limit:
        return Grade(Verdict.FALSE, f"{len(said)} characters, at most {limit}")
    why = shortfall(case.expect, said)
    if not why and case.expect.cite:
        why = unproven(case, reply, sources)
    return Grade(Verdict.FALSE, why) if why else Grade(Verdict.RIGHT)


def faults(questions: QuestionSet) -> list[str]:
    """What is wrong with a set itself: an expectation that no report bears out, an id used twice."""
    sources = {name: level(text) for name, text in questions.sources().items()}
    found = [f"{name}: no words to hold quotes against" for name, text in sources.items() if not text]
    ids = [case.id for case in questions.cases]
    found += [f"{case}: id used twice" for case in sorted({name for name in ids if ids.count(name) > 1})]
    for case in questions.cases:
        found += [f"{case.id}: {fault}" for fault in _faults_of(case, sources)]
    return found


def _faults_of(case: Case, sources: Mapping[str, str]) -> list[str]:
    everything, expect = " ".join(sources.values()), case.expect
    found = [] if case.kind in KINDS else [f"unknown kind {case.kind!r}"]
    if "answered" in expect.outcomes:
        found += [] if expect.all or expect.any else ["expects nothing"]
        found += [] if expect.cite else ["names no report to cite"]
    unborne = () if case.is_derived or "answered" not in expect.outcomes else expect.all
    found += [f"{wanted!r} stands in no report" for wanted in unborne if not is_held(wanted, everything)]
    return found + [f"no report names {name!r}" for name in expect.cite if not is_held(name, everything)]
