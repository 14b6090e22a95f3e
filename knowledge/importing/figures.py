"""Quantities in a statement, each with what it counts, of what it is a part, and of when and where."""

import re

from knowledge.facts import Citation, Figure, Measure, Period, Span, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.year_parts import previous_year
from knowledge.importing.counting import strike_names
from knowledge.importing.labels import labels_of
from knowledge.importing.occasions import Occasion, read_occasion
from knowledge.importing.quantities import Quantity, find_quantities
from knowledge.importing.setting import Setting
from knowledge.importing.structure import Unit
from knowledge.importing.tables.figures import row_figures
from knowledge.importing.unit_words import unit_words

_CUMULATIVE = re.compile(r"\b(?:luy ke|cong don|tinh tu dau nam|tu dau nam)\b")
# "Thực hiện Công văn số … về hồ sơ trễ hạn, UBND xã báo cáo như sau:": what the order is about is nothing that is counted.
_ORDERED = re.compile(r"\W*(?:thuc hien|can cu|theo|trien khai)\b.*\d/(?P<about>.*),\s+(?=[^,]{0,80}\bbao cao\b)")
_SUBJECT = re.compile(r"\bve (?:viec )?(?P<words>.+)")
# A report on just what was ordered is called by most of its words.
_CALLED_SO = 0.5


def find_figures(
    text: str, unit: Unit, citations: tuple[Citation, ...], setting: Setting, *, title: str = ""
) -> tuple[Figure, ...]:
    """Every quantity of the unit in order; a row's cells keep their headings, and the title says what a report is on."""
    if unit.cells:
        return row_figures(text, unit, setting)
    words = unit.span.cut(text)
    folded = fold(words)
    lead = _without_order(unit.lead.cut(text), title) if unit.lead else ""
    # "Kết quả cụ thể như sau:" leads to a list and counts nothing itself.
    lead = lead if re.search(r"\d|ho so|phieu|van ban|thu tuc|chia theo", fold(lead)) else ""
    found = find_quantities(folded, strike_names(words, folded), has_lead=bool(lead), is_task=unit.is_task)
    occasion = read_occasion(words, folded, citations, unit, setting)
    labels = labels_of(words, occasion.folded, found, lead)
    return tuple(_figure(words, found, index, unit, occasion, lead, labels[index]) for index in range(len(found)))


def _without_order(lead: str, title: str) -> str:
    """What leads to a list, without the order that a report on more than it carries out."""
    if (ordered := _ORDERED.match(fold(lead))) is None:
        return lead
    about = _SUBJECT.search(ordered["about"])
    words = set(re.findall(r"[a-z]+", about["words"])) if about else set()
    called = words.intersection(re.findall(r"[a-z]+", fold(title)))
    return lead if len(called) > _CALLED_SO * len(words) else lead[ordered.end() :]


def _figure(
    words: str, found: list[Quantity], index: int, unit: Unit, occasion: Occasion, lead: str, told: tuple[str, str]
) -> Figure:
    one, previous = found[index], found[index - 1] if index else None
    label, head = told
    period = occasion.period(one, previous)
    return Figure(
        span=Span(unit.span.start + one.number.start, unit.span.start + one.end),
        measure=one.measure,
        value=one.number.value,
        written=words[one.number.start : one.end].strip(),
        unit="%" if one.number.is_percent else unit_words(words, one),
        label=label,
        head=f"{head} {occasion.level}" if index and occasion.level else head,
        place=unit.label,
        period=period,
        window=_of_its_time(occasion, one, period),
        organisation=occasion.body(one),
        whole=one.number.whole,
        part_of=one.part_of,
        share_of=one.share_of,
        compared_to=_earlier(occasion.compared(one, previous), period) if one.measure is Measure.CHANGE else None,
        is_approximate=one.number.is_approximate,
        is_cumulative=bool(_CUMULATIVE.search(occasion.folded) or _CUMULATIVE.search(fold(lead))),
    )


def _of_its_time(occasion: Occasion, one: Quantity, period: Period | None) -> Window | None:
    """ "Cùng kỳ quý III/2025 (từ ngày … đến ngày …): …; quý III/2026 tăng …": the days of the one time are not those of the other."""
    window = occasion.window(one)
    has_another = any(other != period for _, other in occasion.times.periods)
    is_apart = window and period and (window.last < period.first or window.first > period.last)
    return None if has_another and is_apart else window


def _earlier(compared: Period | None, own: Period | None) -> Period | None:
    """What a change is compared to lies before it: "quý III" without a year beside a figure of quý IV/2019."""
    if compared and own and compared.kind is own.kind and compared.first > own.first:
        return previous_year(compared)
    return compared
