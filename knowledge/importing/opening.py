"""The period with which a paragraph opens: "Riêng quý III/2025, toàn tỉnh tiếp nhận …. Phường A đứng đầu với …"."""

import re
from dataclasses import dataclass
from datetime import date

from knowledge.facts import Period, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods
from knowledge.grammar.windows import find_windows
from knowledge.importing.setting import Setting, resolve_periods
from knowledge.importing.structure import Unit

# What may stand before the period that opens a paragraph: its mark, and that it is spoken of alone.
_BEFORE = re.compile(
    r"\W*(?:(?:[ivx]{1,4}|\d{1,2}|[a-z])[.)]\s)?\W*(?:(?:rieng|tinh rieng|chi tinh|trong|chi rieng)\s){0,2}"
)
# A sentence on the whole again, or on what is to come, is of its own time.
_OF_OTHER_TIME = re.compile(
    r"\b(?:luy ke|cong don|tinh chung|tong chung|den nay|hien nay|hien|truoc do|ca ky|ke tu|tu dau|thoi gian toi|du kien|phan dau|cung ky)\b"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The period and window that the first sentence of a paragraph opens with."""

    unit: Unit
    period: Period
    window: Window | None


def opening_of(text: str, unit: Unit, before: Unit | None, opening: Opening | None, setting: Setting) -> Opening | None:
    """What holds for this sentence by the opening of its paragraph; None from the first that names a time of its own."""
    if unit.cells or unit.is_heading or unit.is_task:
        return None
    folded = fold(unit.span.cut(text))
    if before is None or before.block != unit.block:
        return _opened(folded, unit, setting)
    if opening is None or next(find_periods(folded), None) is not None or _OF_OTHER_TIME.search(folded):
        return None
    return opening


# "Hồ sơ tại Trung tâm quý III/2019 (từ ngày … đến ngày …): …": what is told under this name is all of that time.
_NAMES_ALL = re.compile(r"\s?\((?:so lieu |tinh )?(?:tu )?(?:ngay )?\d[^()]*\)\s?:\s")


# "Năm 2018 chuyển sang 118 hồ sơ. Cục đã giải quyết …": what was left over is of that year, and no more of the paragraph.
_CARRIED_OVER = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s)?\W*(?:tu |ky |quy |nam |thang )[^,;.:]{1,25}\bchuyen (?:sang|qua|den)\b"
)


def _opened(folded: str, unit: Unit, setting: Setting) -> Opening | None:
    if _CARRIED_OVER.search(folded):
        return None
    lead = _BEFORE.match(folded)
    periods = resolve_periods(folded, setting.reference or date(1, 1, 1), setting.period)
    first = next(((mention, period) for mention, period in periods), None)
    if lead is None or first is None or first[0].is_same_period:
        return None
    if first[0].start != lead.end() and not _NAMES_ALL.match(folded, first[0].end):
        return None
    windows = [window for start, _, window in find_windows(folded)]
    return Opening(unit, first[1], windows[0] if windows else setting.window)
