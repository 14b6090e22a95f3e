"""What the heading of a column says of a cell: its words, the period that it is of, whether it gives a share."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from knowledge.facts import Period
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods
from knowledge.grammar.year_parts import make_period, period_index, previous_year
from knowledge.importing.setting import Setting, resolve_periods

NUMBERING = re.compile(r"^(?:stt|tt|so tt)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """The words that say what a cell counts, and the column's own period where it has one."""

    words: str
    period: Period | None
    is_share: bool  # of what the column before it counts


def read_heading(index: int, columns: Sequence[str], levels: Mapping[int, str], setting: Setting) -> Heading:
    """What the column at that place says; one without a heading says nothing."""
    column = columns[index] if index < len(columns) else ""
    period, words = _same_period_and_words(column, columns[:index], setting) or _period_and_words(column, setting)
    if _RANK_ALONE.fullmatch(fold(words)):
        words = f"{words} {_ranked(columns[:index], setting)}".strip()
    if index in levels and fold(levels[index]) not in fold(words):
        words = f"{words} {levels[index]}"
    is_share = _is_share_of_before(words, columns[:index])
    period = period or _period_of_flow(columns[:index], setting)
    return Heading(f"{words} {columns[index - 1]}" if is_share else words, period, is_share)


def _period_and_words(heading: str, setting: Setting) -> tuple[Period | None, str]:
    """A column of one period ("Năm 2017", "Kết quả 2018", "Quý I") and what else its heading says."""
    reference = setting.reference or date(1, 1, 1)
    found = [(m, p) for m, p in resolve_periods(fold(heading), reference, setting.period) if not m.is_same_period]
    if not found:
        return None, heading
    mention, period = found[0]
    return period, " ".join(f"{heading[: mention.start]} {heading[mention.end :]}".split())


def _period_of_flow(before: Sequence[str], setting: Setting) -> Period | None:
    """ "Tiếp nhận quý II | Trễ hạn": the one period in which things came in, which the columns behind are of as well."""
    flows = {_period_and_words(one, setting)[0] for one in before if _FLOW.match(fold(one))}
    named = {period for one in before if (period := _period_and_words(one, setting)[0])}
    return next(iter(named)) if len(named) == 1 and named == flows else None


_FLOW = re.compile(r"(?:so )?(?:ho so )?(?:da )?(?:tiep nhan|nhan|giai quyet|phat sinh)\b")
_HELD_AGAINST = re.compile(r"\b(?:so|voi|tang|giam|bang)\b")


def _same_period_and_words(heading: str, before: Sequence[str], setting: Setting) -> tuple[Period, str] | None:
    """ "Lũy kế 9 tháng | Cùng kỳ 2023": the time of the last column before that has one, else of the report, a year earlier."""
    folded = fold(heading)
    same = next((m for m in find_periods(folded) if m.is_same_period), None)
    if same is None or _HELD_AGAINST.search(folded):
        return None
    told = (_period_and_words(one, setting)[0] for one in reversed(before))
    own = next((period for period in told if period is not None), setting.period)
    if own is None:
        return None
    words = " ".join(f"{heading[: same.start]} {heading[same.end :]}".split())
    return make_period(own.kind, period_index(own), same.year) if same.year else previous_year(own), words


_RANK_ALONE = re.compile(r"(?:xep |thu )?hang|xep thu|thu tu|vi tri")
_INDEX = re.compile(r"\b(?:index|chi so|diem|sipas|papi|pci|ddci)\b")


def _ranked(before: Sequence[str], setting: Setting) -> str:
    """What a column headed "Hạng" ranks: the nearest column before it that is no rank itself, if that is an index."""
    names = [re.sub(r"\(.*?\)", " ", _period_and_words(heading, setting)[1]).split() for heading in reversed(before)]
    named = [name for name in names if not _RANK_ALONE.search(fold(" ".join(name)))]
    if not named or not _INDEX.search(fold(" ".join(named[0]))):
        return ""
    # "Điểm: Tự đánh giá | Thẩm định" under one head: what is ranked is none of them alone.
    alike = (
        [a for a, b in takewhile(lambda two: two[0] == two[1], zip(named[0], named[1], strict=False))]
        if len(named) > 1
        else []
    )
    return " ".join(alike or named[0])


_IS_SHARE = re.compile(r"%|\b(?:ty le|ti le)\b")
_SHARE_ALONE = re.compile(r"(?:ty le|ti le|chiem(?: ty le)?|dat(?: ty le)?)?\s*(?:\(?\s*%\s*\)?)?(?<=\S)")
_SHARE_IN_SHORT = re.compile(r"(?:ty le|ti le|%)\s*\(?(?P<letters>[a-z]{2,4})\)?\s*(?:\(?\s*%\s*\)?)?")


def _is_share_of_before(heading: str, before: Sequence[str]) -> bool:
    """Whether a column "Tỷ lệ" is that of the column before it, which it may name by its letters: "Trực tuyến | Tỷ lệ TT"."""
    folded = fold(heading).strip()
    if not _counts_before(before):
        return False
    in_short = _SHARE_IN_SHORT.fullmatch(folded)
    letters = "".join(word[0] for word in re.findall(r"[a-z]+", fold(before[-1])))
    return bool(_SHARE_ALONE.fullmatch(folded)) or (in_short is not None and in_short["letters"] == letters)


def _counts_before(columns: Sequence[str]) -> bool:
    """Whether the column before counts something and gives no share itself."""
    return bool(columns) and not _IS_SHARE.search(fold(columns[-1])) and not NUMBERING.match(fold(columns[-1]))
