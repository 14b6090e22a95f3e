"""What a report says of itself: number, date, place, issuer, title, period, window, signer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.facts import Period, ReportFacts, Window
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.periods import find_periods
from knowledge.grammar.persons import FULL_NAME, is_full_name
from knowledge.grammar.register_columns import column_of, is_work_list
from knowledge.grammar.symbols import SymbolMention, find_symbols
from knowledge.grammar.windows import find_windows
from knowledge.grammar.year_parts import make_period
from knowledge.importing.head_lines import (
    HEAD_BLOCKS,
    KEPT_UP_TO,
    OWN_NUMBER,
    PUBLISHED,
    PUBLISHED_SAID,
    labelled,
    number_line,
)
from knowledge.importing.page import BlockKind, Page
from knowledge.importing.period_of_head import read_period, window_alone
from knowledge.importing.publishers import by_code, fullest, placed, read_issuer, read_province
from knowledge.importing.titles import file_title, read_title
from knowledge.importing.told_lines import told_lines

_PLACE_DATE = re.compile(rf"(?P<place>[{UPPER}][\w ]{{1,40}}?),\s*ng[àa]y\b")
# "Vàm Hải ngày 12 tháng 3 năm 2024", where the comma or the place was forgotten.
_DATE_ALONE = re.compile(
    rf"(?:(?P<place>[{UPPER}]\w*(?: [{UPPER}]\w*){{0,4}}),? )?[Nn]g[àa]y:?\s[\d\s/.…-]+(?:th[áa]ng[\d\s.…]+n[ăa]m\s?\d{{4}})?\W*"
)
_SELF = re.compile(r"(?:ban hanh|co|theo|tai|gui)?\s*bao cao \(?so\s?$")
_SIGNER_TITLE = re.compile(
    r"^(?:(?:TM|KT|TL|TUQ|Q)\.? ?)?(?:ỦY BAN NHÂN DÂN|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHÁNH VĂN PHÒNG"
    r"|PHÓ CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG BAN|CHÁNH THANH TRA"
    r"|TỔNG CỤC TRƯỞNG|PHÓ TỔNG CỤC TRƯỞNG|PHÓ CỤC TRƯỞNG|CHI CỤC TRƯỞNG|PHÓ CHI CỤC TRƯỞNG|VỤ TRƯỞNG|PHÓ VỤ TRƯỞNG|PHÓ TRƯỞNG PHÒNG|PHÓ TRƯỞNG BAN)"
)
# "KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Tô Hoài Nhân": a signature whose lines run on in one cell.
_SIGNED_IN_ONE = re.compile(rf"^(?:Q\. ?)?(?:[{UPPER}]{{2,}}[.,]? )+(?:\([^()]*\) )?(?P<name>{FULL_NAME})$")


@dataclass(frozen=True, slots=True)
class Given:
    """What the importer says of a report; it fills what the text leaves out."""

    organisation: str | None = None
    province: str | None = None
    period: Period | None = None
    source: str | None = None


def read_header(page: Page, given: Given) -> ReportFacts:
    """The report's own data; what neither the text nor the importer says is None."""
    lines = told_lines(page)
    own = _own_symbol(lines)
    title = read_title(page, lines) or file_title(given.source)
    published = _published_on(page, lines)
    signed = _signed_on(lines, own)
    organisation = placed(fullest(by_code(own, read_issuer(lines, own)), given.organisation, page.title), title)
    period = read_period(title, lines, signed or published) or given.period
    return ReportFacts(
        title=title,
        number=own.written.replace(" ", "") if own else None,
        organisation=organisation,
        province=read_province(page, organisation) or given.province,
        period=period,
        window=_window(lines, period),
        signed_on=signed,
        published_on=published,
        signer=_signer(lines),
        place=_place(lines),
        source=given.source or page.source,
        kind=_kind(page, lines),
    )


def _own_symbol(lines: list[str]) -> SymbolMention | None:
    """The report's own number: after "Số:" in its head, or where the text calls a report its subject; none where that is blank."""
    if (numbered := number_line(lines)) is not None:
        return next(find_symbols(lines[numbered]), None)
    for line in lines:
        if _ATTACHED.match(fold(line)):
            return next(find_symbols(line), None)
    for line in lines[:HEAD_BLOCKS]:
        for symbol in find_symbols(line):
            if symbol.type == "Báo cáo" and _SELF.search(fold(line[: symbol.start])):
                return symbol
    return None


# "(Kèm theo Thông báo số … ngày … của Sở Nội vụ)": the letter that an annex went out with is what it is cited by.
_ATTACHED = re.compile(
    r"(?:\([^()]{0,60})?\b(?:ban hanh )?kem (?:theo )?(?:bao cao|cong van|thong bao|to trinh|quyet dinh|ke hoach|ket luan|huong dan|chi thi|van ban) so"
)


def _signed_on(lines: list[str], own: SymbolMention | None) -> date | None:
    """The day in the head, behind the number where a text names it, behind a label, or alone on a line under a number."""
    for line in lines[:HEAD_BLOCKS]:
        if _PLACE_DATE.search(line) and len(line) < _LONGEST_PLACE and (found := next(find_dates(fold(line)), None)):
            return found.day
    if own and (day := _day_of_number(lines, own)):
        return day
    said = [said for line in lines[:HEAD_BLOCKS] if (said := labelled("day", line))]
    if number_line(lines) is not None:
        said += [
            line for line in lines[:HEAD_BLOCKS] if _DATE_ALONE.fullmatch(line) and not PUBLISHED_SAID.match(fold(line))
        ]
    return next((d.day for words in said for d in find_dates(fold(words))), None)


def _day_of_number(lines: list[str], own: SymbolMention) -> date | None:
    """The day that stands with the report's own number: behind it, or before what a body does with it."""
    for line in lines:
        for symbol in find_symbols(line):
            if symbol.key == own.key:
                folded = fold(line)
                after = [d for d in find_dates(folded) if 0 <= d.start - symbol.end < 14]
                before = [
                    d
                    for d in find_dates(folded)
                    if d.end <= symbol.start and _MAKES.search(folded, d.end, symbol.start)
                ]
                if days := (after or before[-1:]):
                    return days[0].day
    return None


# "Ngày 05/3/2020, Văn phòng UBND tỉnh có Báo cáo số …": what a body does with a report of its own on that day.
_MAKES = re.compile(r"\b(?:ban hanh|phat hanh|co|ky|ra|da gui|hoan thanh)\b")


def _published_on(page: Page, lines: list[str]) -> date | None:
    head = [fold(line) for line in lines[:HEAD_BLOCKS]]
    # A report with a number of its own tells of days of the week as well: "mô hình "Thứ Tư không giấy tờ" từ ngày …".
    says = PUBLISHED_SAID.match if any(OWN_NUMBER.match(line) for line in head) else PUBLISHED.search
    for line in head:
        if says(line) and len(line) < 160 and (found := next(find_dates(line), None)):
            return found.day
        if (kept := KEPT_UP_TO.search(line)) and (found := next(find_dates(line[kept.end() :]), None)):
            return found.day
    return next((d.day for d in find_dates(fold(page.published or ""))), None)


def _window(lines: list[str], period: Period | None) -> Window | None:
    """The window that holds for the whole report: stated in its opening, with "số liệu"; of several that of its period."""
    for line in lines[: HEAD_BLOCKS + 4]:
        folded = fold(line)
        stated = [
            (folded[:start], window)
            for start, _end, window in find_windows(folded)
            if _SAYS_OF_DATA.search(folded[max(0, start - 120) : start])
        ]
        if stated:
            # "Kỳ số liệu: quý II từ ngày … đến ngày …; 6 tháng từ ngày … đến ngày …".
            own = next((window for before, window in stated if period and _is_named_last(before, period)), None)
            return own or stated[0][1]
    return next((window for line in lines[:HEAD_BLOCKS] if (window := window_alone(line))), None)


_SAYS_OF_DATA = re.compile(
    r"so lieu|ky bao cao|thoi gian bao cao|bao cao (?:nay )?(?:tong hop )?(?:ket qua|tinh hinh|(?:quy|\d{1,2} thang|nam|thang)\b)|ket qua (?:quy|6 thang|9 thang|nam|cong tac|thuc hien|cai cach)"
)
_NAMED_BEFORE = 30  # characters


def _is_named_last(before: str, period: Period) -> bool:
    """Whether the last period that stands right before is this one, its year said or not."""
    last = next(reversed(list(find_periods(before[-_NAMED_BEFORE:]))), None)
    return last is not None and make_period(last.kind, last.index, last.year or period.last.year) == period


# "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Lưu: VT, NV. Lương Văn Hợp": the signature's column put behind the addressees'.
_BESIDE = re.compile(r"^(?:Nơi nhận ?:|[-–+] ?[^;.]*[;.])\s*(?=\S)")


def _signer(lines: list[str]) -> str | None:
    """Who signed: a person's name under a signer's title at the end, or behind a label in the head."""
    return _signed_below(lines) or next(
        (said for line in lines[:HEAD_BLOCKS] if (said := labelled("signer", line))), None
    )


def _signed_below(lines: list[str]) -> str | None:
    tail = [_in_one(_BESIDE.sub("", line)) for line in lines[-30:]]
    if in_one := next((m for line in tail if _SIGNER_TITLE.match(line) and (m := _SIGNED_IN_ONE.match(line))), None):
        return in_one["name"]
    titled = next((i for i, line in enumerate(tail) if _SIGNER_TITLE.match(line)), None)
    if titled is None:
        return None
    return next((line for line in tail[titled + 1 :] if is_full_name(line) and len(line) < 40), None)


def _in_one(line: str) -> str:
    """A signature that dashes and colons part, without them: "KT. CHỦ TỊCH - PHÓ CHỦ TỊCH: Cao Tiến Lực"."""
    return " ".join(_PARTING.sub(" ", line).split()) if _SIGNER_TITLE.match(line) else line


_PARTING = re.compile(r"\s[-–—]+(?=\s)|:(?=\s)|(?i:\(đã ký\)|\bđã ký\b)|\*")


def _place(lines: list[str]) -> str | None:
    head = [line for line in lines[:HEAD_BLOCKS] if len(line) < _LONGEST_PLACE]
    found = [m["place"] for line in head if (m := _PLACE_DATE.search(line))]
    if number_line(lines) is not None:
        alone = [m["place"] for line in head if (m := _DATE_ALONE.fullmatch(line))]
        found += [place for place in alone if place and not PUBLISHED_SAID.match(fold(f"{place} ngày"))]
    return found[0].strip() if found else None


_LONGEST_PLACE = 90  # characters of a line with place and date


def _kind(page: Page, lines: list[str]) -> str:
    has_register = any(
        b.kind is BlockKind.CELLS and is_register([c.cut(page.text) for c in b.cells]) for b in page.blocks[:12]
    )
    if has_register:
        return "register"
    formal = any(fold(line) == "bao cao" or OWN_NUMBER.match(fold(line)) for line in lines[:HEAD_BLOCKS])
    return "report" if formal else "news"


def is_register(header: Sequence[str]) -> bool:
    """Whether a table's header is that of a register of documents, or of work that documents charge bodies with."""
    held = {column_of(heading) for heading in header}
    return {"symbol", "subject"} <= held or (is_work_list(header) and any("van ban" in fold(h) for h in header))
