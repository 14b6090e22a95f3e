"""What a report says of itself: number, date, place, issuer, title, period, window, signer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.facts import Period, ReportFacts, Window
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods
from knowledge.grammar.register_columns import column_of, is_work_list
from knowledge.grammar.symbols import SymbolMention, find_symbols
from knowledge.grammar.windows import find_windows
from knowledge.grammar.year_parts import make_period
from knowledge.importing.day_of_head import read_day, read_place
from knowledge.importing.head_lines import (
    ATTACHED,
    HEAD_BLOCKS,
    KEPT_UP_TO,
    OWN_NUMBER,
    PUBLISHED,
    PUBLISHED_SAID,
    labelled,
    number_line,
)
from knowledge.importing.page import BlockKind, Page
from knowledge.importing.period_of_head import period_of_days, read_period, window_alone, window_in_title
from knowledge.importing.publishers import (
    by_code,
    fullest,
    issuer_alone,
    issuer_in_title,
    placed,
    read_issuer,
    read_province,
)
from knowledge.importing.signers import read_signer
from knowledge.importing.titles import file_title, read_title
from knowledge.importing.told_lines import told_lines

_SELF = re.compile(r"(?:ban hanh|co|theo|tai|gui)?\s*bao cao \(?so\s?$")
# "Báo cáo tháng 8/2024 (số 45/BC-VHXH, 18/9/2024)", "Báo cáo tổng kết số 512/BC-SNV": a line of the head that says what it is.
_SELF_SAID = re.compile(
    r"\W{0,3}bao cao (?!so\b)(?:(?!\b(?:theo|tai|can cu|thuc hien)\b)[^.;:]){1,60}?[\s,(]so\s?:?\s?$"
)


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
    over = _over_tables(page)
    title = read_title(over, lines if over is page else told_lines(over)) or file_title(given.source)
    published = _published_on(page, lines)
    signed = read_day(lines, own)
    named = read_issuer(lines, own) or issuer_in_title(title) or issuer_alone(lines, own)
    organisation = placed(fullest(by_code(own, named), given.organisation, page.title), title)
    said = read_period(title, lines, signed or published)
    window = _window(title, lines, said or given.period)
    return ReportFacts(
        title=title,
        number=own.written.replace(" ", "") if own else None,
        organisation=organisation,
        province=read_province(page, organisation) or given.province,
        period=said or given.period or period_of_days(window),
        window=window,
        signed_on=signed,
        published_on=published,
        signer=read_signer(lines),
        place=read_place(lines),
        source=given.source or page.source,
        kind=_kind(page, lines),
    )


def _own_symbol(lines: list[str]) -> SymbolMention | None:
    """The report's own number: after "Số:" in its head, or where the text calls a report its subject; none where that is blank."""
    if (numbered := number_line(lines)) is not None:
        return next(find_symbols(lines[numbered]), None)
    for line in lines:
        if ATTACHED.match(fold(line)):
            return next(find_symbols(line), None)
    for line in lines[:HEAD_BLOCKS]:
        for symbol in find_symbols(line):
            before = fold(line[: symbol.start])
            if symbol.type == "Báo cáo" and (_SELF.search(before) or _SELF_SAID.fullmatch(before)):
                return symbol
    return None


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


def _window(title: str, lines: list[str], period: Period | None) -> Window | None:
    """The window that holds for the whole report: stated in its opening, with "số liệu"; of several that of its period."""
    for line in lines[: HEAD_BLOCKS + 4]:
        folded = fold(line)
        stated = [
            (folded[:start], window)
            for start, _end, window in find_windows(folded)
            if _SAYS_OF_DATA.search(folded[max(0, start - _SAID_BEFORE) : start])
        ]
        if stated:
            # "Kỳ số liệu: quý II từ ngày … đến ngày …; 6 tháng từ ngày … đến ngày …".
            own = next((window for before, window in stated if period and _is_named_last(before, period)), None)
            return own or stated[0][1]
    head = lines[:HEAD_BLOCKS]
    said = (window for line in head if (window := window_alone(line)))
    # "Kỳ: quý III/2024 (15/6/2024 - 14/9/2024)".
    behind = (words for line in head for name in ("data", "period") if (words := labelled(name, line)))
    labelled_days = (window for words in behind for _start, _end, window in find_windows(fold(words)))
    return next(said, None) or next(labelled_days, None) or window_in_title(title)


_SAYS_OF_DATA = re.compile(
    r"so lieu|(?:ky|thoi gian|pham vi|moc) du lieu|(?:^\W{0,3}|[.;(]\s?)du lieu\b[^.;]{0,30}$|du lieu (?:duoc )?(?:chot|lay|tinh|tong hop|thong ke|trich|ket xuat)\b"
    r"|ky bao cao|thoi gian bao cao|bao cao (?:nay )?(?:tong hop )?(?:ket qua|tinh hinh|(?:quy|\d{1,2} thang|nam|thang)\b)|ket qua (?:quy|6 thang|9 thang|nam|cong tac|thuc hien|cai cach)"
    # "… với 28 nhiệm vụ. Kết quả từ ngày … đến ngày … như sau:".
    r"|(?:^|[.;] )(?:ket qua|tinh hinh)(?: dat duoc)?(?: tinh)? $"
)
_SAID_BEFORE = 170  # characters, with the name of a desk and what it does
_NAMED_BEFORE = 30  # characters


def _is_named_last(before: str, period: Period) -> bool:
    """Whether the last period that stands right before is this one, its year said or not."""
    last = next(reversed(list(find_periods(before[-_NAMED_BEFORE:]))), None)
    return last is not None and make_period(last.kind, last.index, last.year or period.last.year) == period


def _over_tables(page: Page) -> Page:
    """A sheet or a register without what stands under its first rows, which are notes, sums and signatures and no title."""
    rows = [at for at, block in enumerate(page.blocks) if block.kind is BlockKind.CELLS]
    if not rows or not (page.format in _SHEETS or _has_register(page)):
        return page
    kept = (b for at, b in enumerate(page.blocks) if at < rows[0] or b.kind is BlockKind.CELLS)
    return replace(page, blocks=tuple(kept))


_SHEETS = frozenset({"csv", "xlsx", "xls"})


def _has_register(page: Page) -> bool:
    rows = (b.cells for b in page.blocks[:12] if b.kind is BlockKind.CELLS)
    return any(is_register([c.cut(page.text) for c in cells]) for cells in rows)


def _kind(page: Page, lines: list[str]) -> str:
    if _has_register(page):
        return "register"
    formal = any(fold(line) == "bao cao" or OWN_NUMBER.match(fold(line)) for line in lines[:HEAD_BLOCKS])
    return "report" if formal else "news"


def is_register(header: Sequence[str]) -> bool:
    """Whether a table's header is that of a register of documents, or of work that documents charge bodies with."""
    held = {column_of(heading) for heading in header}
    return {"symbol", "subject"} <= held or (is_work_list(header) and any("van ban" in fold(h) for h in header))
