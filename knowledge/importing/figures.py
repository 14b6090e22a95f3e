"""Quantities in a statement, each with what it counts, of what it is a part, and of when and where."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from knowledge.facts import Citation, Figure, Measure, Period, Span, Window
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import Number, find_numbers
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.periods import PeriodMention, find_periods, find_windows
from knowledge.grammar.symbols import find_symbols
from knowledge.importing.setting import Setting, resolve_periods
from knowledge.importing.structure import Unit
from knowledge.importing.tables import row_figures

# Numbers that name and do not count: "đợt 2", "mức độ 4", "khóa 12", "Điều 5".
_NAMING = re.compile(
    r"\b(?:dot|muc do|cap do|dieu|khoan|khoa|lan thu|phu luc|bieu|mau|(?<!xep )(?<!dung )(?<!thu )hang|nhom|loai|phien ban|giai doan|nhiem ky|iso|tcvn|covid|cap"
    r"|tap|chuong|muc|ky hop thu|quy|so)\s?:?-?\s?\d[\d.:/-]*(?:\s?va\s\d+)?"
)
# Dates that are none as well: portals print 1/1/0001 where a date is missing.
_ANY_DATE = re.compile(r"\b\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{4}\b")
_TOTAL_SO = re.compile(r"(?:tong|con|duoc|la|va|co)\s$")
_CUT = re.compile(r"[,;:()\n|–]|\s-\s|\b(?:trong do|bao gom|gom|cu the|trong so do)\b|\bva\s(?=\d)")
_PARTS = re.compile(r"\b(?:trong do|bao gom|gom|cu the|chia theo|chia ra|trong so do)\b[^.]*$|\b(?:trong so nay)\b")
_UP_DOWN = re.compile(
    r"\b(?:tang|giam|cao hon|thap hon|nhieu hon|it hon|rut ngan|cat giam|tiet kiem)(?: duoc| them| toi| khoang| hon| gan| xuong| thu)*\s*$"
)
_COMPARED = re.compile(r"so voi|so cung ky|so (?:quy|nam|thang)")
_COMPARED_IN_BRACKETS = re.compile(r"\((?:so voi|so)\s[^()]*$")
_BOUND = re.compile(r"\b(?:xuong duoi|len tren|it nhat|toi thieu)\s$")
_TARGET = re.compile(r"phan dau|toi thieu|tro len|xuong duoi|dat tu|muc tieu|chi tieu|len \d|dat tren|bao dam")
_RANK = re.compile(r"(?:xep|thu|hang|vi tri|dung)(?: thu| hang| vi tri)*\s*$")
_BEFORE_AFTER = re.compile(r"\b(?:tu)\s*$")
_SHARE_WORDS = r"(?:chiem|dat|tuong ung|tuong duong|bang|ty le|ti le|la|khoang|hon|gan|tuc)"
_ANAPHOR = re.compile(r"\b(?:ty le|ti le|con so|so) nay\b")
_CUMULATIVE = re.compile(r"\b(?:luy ke|cong don|tinh tu dau nam|tu dau nam)\b")


@cache
def _units() -> tuple[tuple[str, str], ...]:
    """Folded unit and its class, longest first."""
    text = (files("knowledge.vocabulary") / "units.toml").read_text(encoding="utf-8")
    pairs = [(fold(unit), kind) for kind, units in tomllib.loads(text).items() for unit in units]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(r"\s?(" + "|".join(re.escape(u) for u, _ in _units()) + r")\b")


@dataclass
class _Draft:
    """A quantity on its way to a figure."""

    number: Number
    measure: Measure
    unit: str
    end: int
    left: str
    right: str
    is_part: bool = False
    part_of: int | None = None
    share_of: int | None = None
    compared: bool = False


def find_figures(text: str, unit: Unit, citations: tuple[Citation, ...], setting: Setting) -> tuple[Figure, ...]:
    """Every quantity of the unit in order; a row's cells keep their headings."""
    if unit.cells:
        return row_figures(text, unit, setting)
    words = unit.span.cut(text)
    folded = fold(words)
    masked = _mask(words, folded)
    lead = unit.lead.cut(text) if unit.lead else ""
    # "Kết quả cụ thể như sau:" leads to a list and counts nothing itself.
    lead = lead if re.search(r"\d|ho so|phieu|van ban|thu tuc|chia theo", fold(lead)) else ""
    drafts = _drafts(folded, masked, has_lead=bool(lead), is_task=unit.is_task)
    frame = _frame(words, folded, citations, unit, setting, lead)
    figures = [_figure(words, folded, drafts, i, unit, frame, lead) for i in range(len(drafts))]
    return tuple(figures)


def _mask(words: str, folded: str) -> str:
    """The folded words with everything struck out that has digits and does not count."""
    chars = list(folded)

    def strike(start: int, end: int) -> None:
        for i in range(start, end):
            chars[i] = " " if chars[i] == " " else "¤"

    for symbol in find_symbols(words):
        strike(symbol.start, symbol.end)
    for start, end, _ in find_windows(folded):
        strike(start, end)
    for day in find_dates(folded, default_year=2000):
        strike(day.start, day.end)
    for match in _ANY_DATE.finditer(folded):
        strike(match.start(), match.end())
    for mention in find_periods(folded):
        if not (mention.is_bare_year and _unit_pattern().match(folded, mention.end)):
            strike(mention.start, mention.end)
    for match in re.finditer(r"\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}h\d{0,2}\b", folded):
        strike(match.start(), match.end())
    for match in _NAMING.finditer(folded):
        if not (match[0].startswith(("so", "quy", "cap")) and _TOTAL_SO.search(folded[: match.start()])):
            strike(match.start(), match.end())
    return "".join(chars)


def _drafts(folded: str, masked: str, *, has_lead: bool, is_task: bool) -> list[_Draft]:
    drafts: list[_Draft] = []
    numbers = list(find_numbers(masked))
    cuts = [
        (m.start(), m.end()) for m in _CUT.finditer(masked) if not any(n.start <= m.start() < n.end for n in numbers)
    ]
    main: int | None = None
    parts_open = has_lead
    for index, number in enumerate(numbers):
        previous_end = drafts[-1].end if drafts else 0
        next_start = numbers[index + 1].start if index + 1 < len(numbers) else len(folded)
        between = folded[previous_end : number.start]
        left_cut = max(
            [end for start, end in cuts if previous_end <= start and end <= number.start], default=previous_end
        )
        unit_match = None if number.is_percent else _unit_pattern().match(masked, number.end)
        end = unit_match.end() if unit_match else number.end
        right_end = min([start for start, _ in cuts if start >= end], default=len(folded))
        right_end = min(right_end, next_start)
        left = folded[left_cut : number.start]
        if not re.search(r"[a-z]", left):
            # "Tiếp nhận trực tuyến: 1.641": the words before a colon name what follows it.
            earlier = max([e for s, e in cuts if previous_end <= s and e < left_cut], default=previous_end)
            left = folded[earlier : number.start] if folded[earlier:left_cut].rstrip().endswith(":") else left
        right = re.sub(r"\s(?:giam |tang )?(?:xuong|con|len|thanh)\b.*$", "", folded[end:right_end])
        draft = _Draft(number, Measure.COUNT, unit_match[1] if unit_match else "", end, left.strip(), right.strip())
        draft.measure = _measure(folded, draft, is_task)
        _relate(draft, drafts, between, main, parts_open or bool(_PARTS.search(between)))
        if drafts and _PARTS.search(between):
            parts_open = True
            nested = [i for i, d in enumerate(drafts) if d.measure is Measure.COUNT]
            main = nested[-1] if nested else main
            _relate(draft, drafts, between, main, is_part=True)
        elif main is None and draft.measure is Measure.COUNT:
            main = len(drafts)
        if re.search(r";\s*(?:con|da|chua)\b", between):
            draft.part_of, draft.is_part = None, False
        drafts.append(draft)
    _inside(folded, drafts)
    return drafts


def _measure(folded: str, draft: _Draft, is_task: bool) -> Measure:
    number, before = draft.number, folded[max(0, draft.number.start - 40) : draft.number.start]
    if number.is_percent and _BOUND.search(before) and not _COMPARED.search(folded):
        return Measure.TARGET
    if _UP_DOWN.search(draft.left) or _UP_DOWN.search(before):
        return Measure.CHANGE
    if re.search(r"(?:vuot|dat|qua|tren) (?:moc|nguong|muc)\s$", before):
        return Measure.TARGET
    if (is_task and _TARGET.search(folded)) or re.search(r"phan dau|muc tieu|chi tieu", folded[: number.start]):
        return Measure.TARGET
    if number.whole is not None:
        return (
            Measure.RANK
            if _RANK.search(before) or (draft.unit in {"tinh", "tinh, thanh pho"} and "xep" in before)
            else Measure.RATIO
        )
    if number.is_percent:
        return Measure.SHARE
    kind = dict(_units()).get(draft.unit, "")
    if kind == "money" and ("dong" in draft.unit or number.is_scaled):
        return Measure.MONEY
    if number.is_scaled and re.match(r"\s?dong\b", folded[number.end :]):
        return Measure.MONEY
    if not draft.unit and re.search(r"\b(?:xep|dung)(?: thu| hang| vi tri)+\s$", before):
        return Measure.RANK
    if kind == "score" or (not draft.unit and re.search(r"\b(?:diem|chi so)\b", folded[: number.start])):
        return Measure.SCORE
    return Measure.RANK if _RANK.search(before) else Measure.COUNT


def _relate(draft: _Draft, drafts: list[_Draft], between: str, main: int | None, is_part: bool) -> None:
    """Tie a share, a change's percent or a part to the figure it speaks of."""
    if not drafts:
        draft.is_part = is_part
        return
    last = len(drafts) - 1
    bare = re.fullmatch(rf"[^a-z]*(?:{_SHARE_WORDS}[\s,:(]*)*", between) or (
        re.fullmatch(rf"(?:{_SHARE_WORDS}\s*)+", draft.left) and re.match("chiem|dat", draft.left)
    )
    if draft.number.is_percent and bare:
        owner = drafts[last]
        if owner.measure is Measure.CHANGE:
            draft.measure, draft.share_of, draft.compared = Measure.CHANGE, last, True
        elif owner.measure in {Measure.COUNT, Measure.RATIO, Measure.MONEY}:
            draft.share_of = last
        return
    if _COMPARED.search(between) and (between.rstrip().endswith("(") or _COMPARED_IN_BRACKETS.search(between)):
        draft.compared = True
        draft.part_of = None
        return
    if is_part and main is not None and draft.measure is Measure.COUNT:
        draft.part_of, draft.is_part = main, True


_INSIDE = re.compile(r"\btrong (?:so )?$|\btrong tong so $")


def _inside(folded: str, drafts: list[_Draft]) -> None:
    """ "Trong 87 hồ sơ trễ hạn có 61 hồ sơ thuộc …": the second is a part of the first."""
    if len(drafts) >= 2 and _INSIDE.search(folded[: drafts[0].number.start]) and drafts[1].measure is Measure.COUNT:
        drafts[1].part_of, drafts[1].is_part = 0, True


@dataclass(frozen=True, slots=True)
class _Frame:
    periods: tuple[tuple[PeriodMention, Period], ...]
    windows: tuple[tuple[int, Window], ...]
    bodies: tuple[OrganisationMention, ...]
    setting: Setting
    is_cumulative: bool


def _frame(words: str, folded: str, citations: tuple[Citation, ...], unit: Unit, setting: Setting, lead: str) -> _Frame:
    reference = setting.reference or date(1, 1, 1)
    resolved = resolve_periods(folded, reference, setting.period)
    spans = [(c.span.start - unit.span.start, c.span.end - unit.span.start + 22) for c in citations if c.number]
    bodies = tuple(o for o in find_organisations(words) if not any(a <= o.start < b for a, b in spans))
    windows = tuple((start, window) for start, _, window in find_windows(folded))
    return _Frame(
        tuple(resolved), windows, bodies, setting, bool(_CUMULATIVE.search(folded) or _CUMULATIVE.search(fold(lead)))
    )


def _figure(words: str, folded: str, drafts: list[_Draft], index: int, unit: Unit, frame: _Frame, lead: str) -> Figure:
    draft = drafts[index]
    start, end = draft.number.start, draft.end
    written = words[start:end].strip()
    label, head = _label(folded, drafts, index, lead, unit)
    compared = _compared_period(folded, draft, frame, floor=drafts[index - 1].end if index else 0)
    period = compared if draft.compared and draft.measure is Measure.COUNT else _own_period(folded, draft, frame)
    unit_words = "%" if draft.number.is_percent else draft.unit or _loose_unit(folded, end)
    return Figure(
        span=Span(unit.span.start + start, unit.span.start + end),
        measure=draft.measure,
        value=draft.number.value,
        written=written,
        unit=unit_words,
        label=label,
        head=head,
        place=unit.label,
        period=period or frame.setting.period,
        window=_own_window(draft, frame) if not (draft.compared and draft.measure is Measure.COUNT) else None,
        organisation=_own_body(draft, frame),
        whole=draft.number.whole,
        part_of=draft.part_of,
        share_of=draft.share_of,
        compared_to=compared if draft.measure is Measure.CHANGE else None,
        is_approximate=draft.number.is_approximate,
        is_cumulative=frame.is_cumulative,
    )


def _loose_unit(folded: str, end: int) -> str:
    match = re.match(r"\s([a-z]+(?:\s[a-z]+)?)", folded[end:])
    return match[1] if match else ""


def _label(folded: str, drafts: list[_Draft], index: int, lead: str, unit: Unit) -> tuple[str, str]:
    """The figure's own words, and those of the clause that it is a part of."""
    draft = drafts[index]
    own = f"{draft.left} {draft.unit} {draft.right} {_moment(folded, drafts, index)}".strip()
    opening = folded[: drafts[0].number.start].strip() if drafts else ""
    lead_words = _lead_words(lead)
    if lead and draft.share_of is None and draft.part_of is None and not draft.compared:
        return f"{opening if index == 0 else draft.left} {draft.unit} {draft.right}".strip(), lead_words
    if draft.share_of is not None:
        owner_label, owner_head = _label(folded, drafts, draft.share_of, lead, unit)
        return f"{owner_label} {draft.left}".strip(), owner_head
    if draft.part_of is not None:
        main = drafts[draft.part_of]
        main_label, main_head = _label(folded, drafts, draft.part_of, lead, unit) if draft.part_of < index else ("", "")
        return own, f"{main_label} {main_head} {main.unit}".strip()
    if draft.compared and index > 0:
        return f"{draft.left} {opening} {draft.unit}".strip(), lead_words
    if draft.measure is Measure.CHANGE and index > 0:
        return own, f"{opening} {drafts[0].unit} {lead_words}".strip()
    if index == 0:
        return f"{opening} {draft.unit} {draft.right} {_moment(folded, drafts, index)}".strip(), lead_words
    return own, f"{opening} {drafts[0].unit} {lead_words}".strip()


def _moment(folded: str, drafts: list[_Draft], index: int) -> str:
    """ "Từ 11 phòng xuống còn 8 phòng": the first number is how it was before."""
    if index + 1 >= len(drafts) or not re.search(r"\btu\s(?:\w+\s){0,1}$", folded[: drafts[index].number.start]):
        return ""
    between = folded[drafts[index].end : drafts[index + 1].number.start]
    return "truoc khi thay doi" if re.search(r"\b(?:xuong|con|len|thanh)\b", between) else ""


def _lead_words(lead: str) -> str:
    """What a lead counts, without its comparisons with other periods."""
    folded = fold(lead)
    cut = re.search(r",?\s(?:tang|giam)\s[^a-z]*\d|so voi", folded)
    return folded[: cut.start()] if cut else folded


def _compared_period(folded: str, draft: _Draft, frame: _Frame, floor: int) -> Period | None:
    """The period after the "so với" of the number's clause, or before a value given for it in brackets."""
    if draft.compared and draft.measure is Measure.COUNT:
        before = [(m, p) for m, p in frame.periods if m.end <= draft.number.start]
        if same := _same_period(folded, 0, draft.number.start, frame):
            return same
        return before[-1][1] if before else None
    before_it = _compared_before(folded, draft.number.start)
    opens_clause = before_it and before_it.start() >= floor
    mark = before_it if opens_clause else _COMPARED.search(folded, draft.end) or before_it
    if not mark:
        return None
    after = [(m, p) for m, p in frame.periods if mark.start() <= m.start <= mark.end() + 30]
    return _same_period(folded, mark.start(), mark.end() + 30, frame) or (after[0][1] if after else None)


def _compared_before(folded: str, end: int) -> re.Match[str] | None:
    """The "so với" that opens the sentence or the clause before a place: "So với quý I, … giảm 150 hồ sơ"."""
    opening = None
    for match in re.finditer(r"(?:^|[,;(]\s*|\bva\s)(?=so voi\b|so cung ky\b)", folded[:end]):
        opening = match.end() if ";" not in folded[match.end() : end] else opening
    return _COMPARED.match(folded, opening) if opening is not None else None


def _same_period(folded: str, start: int, end: int, frame: _Frame) -> Period | None:
    from knowledge.grammar.periods import make_period, period_index, previous_year

    mentions = [m for m in find_periods(folded) if m.is_same_period and start <= m.start < end]
    own = next((p for m, p in frame.periods if not _is_compared(folded, m)), frame.setting.period)
    if not mentions or own is None:
        return None
    last = mentions[-1]
    return make_period(own.kind, period_index(own), last.year) if last.year else previous_year(own)


def _is_compared(folded: str, mention: PeriodMention) -> bool:
    return (
        bool(re.search(r"(?:so voi|so|voi)\s(?:cung ky\s)?(?:cuoi\s)?$", folded[: mention.start]))
        or mention.is_same_period
    )


def _own_period(folded: str, draft: _Draft, frame: _Frame) -> Period | None:
    named = [(m, p) for m, p in frame.periods if not _is_compared(folded, m) and not _is_subject_year(folded, m)]
    for mention, period in named:
        if draft.end <= mention.start and _is_told_within(folded, draft, mention):
            return period
    before = [p for m, p in named if m.start < draft.number.start and not _is_aside(folded, m, draft.number.start)]
    after = [p for m, p in named if draft.end <= m.start and _is_told_after(folded, draft, m)]
    if before:
        return before[-1]
    return after[0] if after else None


def _is_told_after(folded: str, draft: _Draft, mention: PeriodMention) -> bool:
    """Whether a period after a number is the number's: right behind it and without a value of its own."""
    between = folded[draft.end : mention.start]
    return len(between) <= 12 and not _HAS_VALUE.match(folded, mention.end)


_HAS_VALUE = re.compile(r"\s?(?::|la|dat|co|chi|chi co)\s[^a-z]{0,3}\d")


def _is_told_within(folded: str, draft: _Draft, mention: PeriodMention) -> bool:
    """ "… 300 hồ sơ trong tháng 4/2021": the period is that of the number before it, whatever was spoken of earlier."""
    return bool(re.fullmatch(r"[^\d.;:(,]*\btrong\s", folded[draft.end : mention.start])) and not _HAS_VALUE.match(
        folded, mention.end
    )


def _is_aside(folded: str, mention: PeriodMention, at: int) -> bool:
    """Whether a period stood with a value of its own in brackets that are closed before a place."""
    opened = folded.rfind("(", 0, mention.start)
    return (
        opened > folded.rfind(")", 0, mention.start)
        and ")" in folded[mention.end : at]
        and bool(_HAS_VALUE.match(folded, mention.end))
    )


def _is_subject_year(folded: str, mention: PeriodMention) -> bool:
    """A year that belongs to a plan's name ("Kế hoạch … năm 2019") or is a limit to come, not to the figure."""
    return bool(re.search(r"(?:ke hoach|chuong trinh|de an|phuong an)[^,;:()]*$", folded[: mention.start])) or bool(
        re.search(r"(?:chuyen sang|sang|truoc|giai doan|du kien(?: trong)?)\s$", folded[: mention.start])
    )


def _own_window(draft: _Draft, frame: _Frame) -> Window | None:
    before = [w for at, w in frame.windows if at < draft.number.start]
    return before[-1] if before else (frame.windows[0][1] if frame.windows else frame.setting.window)


def _own_body(draft: _Draft, frame: _Frame) -> str | None:
    before = [o for o in frame.bodies if o.start < draft.number.start]
    # A place named in the figure's own clause is whose it is, whatever desk the sentence began with.
    own_clause = [o for o in before if o.organisation.place and fold(o.name) in draft.left]
    desks = [o for o in before if o.organisation.is_desk]
    chosen = own_clause[-1:] or desks[-1:] or before[-1:]
    return chosen[0].name if chosen else frame.setting.organisation
