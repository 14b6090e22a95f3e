"""What a report is called: the title in its head, or what stands in its place."""

import re
from itertools import dropwhile

from knowledge.grammar.folding import fold, lower_first
from knowledge.grammar.organisations import BODY_BEGINNING, find_organisations, is_body_alone
from knowledge.grammar.periods import find_periods
from knowledge.importing.bodies_above import begins_name
from knowledge.importing.capitals import quiet
from knowledge.importing.head_lines import (
    HEAD_BLOCKS,
    OF_DAY,
    OWN_NUMBER,
    PUBLISHED,
    begins_title,
    is_motto,
    is_note,
    is_period_alone,
    is_type,
    label_begins,
    labelled,
    without_pictures,
)
from knowledge.importing.page import BlockKind, Page
from knowledge.importing.period_of_head import window_alone


def read_title(page: Page, lines: list[str]) -> str:
    """The report's title: after the line BÁO CÁO, or BÁO CÁO CHUYÊN ĐỀ, else the page's first heading or its own first line."""
    below = _below_type(lines)
    title = below or _without_number(" ".join(_titled(page, lines).split())[:_LONGEST_ALONE])
    return quiet(title).rstrip(" ._").lstrip(" *•+–-")


def _without_number(title: str) -> str:
    """A title that calls the report by its number as well, without it: "Báo cáo số 22/BC-SNV ngày 03/4/2026 về kết quả quý I"."""
    called = _WITH_NUMBER.match(title)
    rest = f"{called['type']} {called['rest']}".strip() if called else ""
    return rest if called and len(rest) > _SHORTEST else title


_WITH_NUMBER = re.compile(
    r"(?i:(?P<type>báo cáo\b[^.;:(]*?)[\s,(]+số\s?:?\s?\d{1,5}\s?/\s?[\w&/-]+(?:[,\s]+(?:ký )?(?:ngày )?\d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2} năm )\d{4})?[),]*)\s*(?P<rest>.*)"
)


def _below_type(lines: list[str]) -> str:
    """The title with the line that says what it is, whole however long; nothing where there is no such line."""
    for index, line in enumerate(lines[:HEAD_BLOCKS]):
        below = _title_lines(list(dropwhile(_is_of_head, lines[index + 1 :]))) if is_type(line) else ""
        if is_type(line) and (below or len(line.split()) > _BARE_TYPE):
            type_ = quiet(line.strip(_AROUND))
            return " ".join(f"{type_[:1].upper()}{type_[1:]} {lower_first(quiet(below))}".split())
    return ""


def _is_of_head(line: str) -> bool:
    """Whether the line is whose or of which day the report is, which may stand between its type and its title."""
    return is_body_alone(line) or _ONLY_DAY.fullmatch(fold(line)) is not None


_ONLY_DAY = re.compile(r"ngay [\d/.-]{8,10}")
_LONGEST_ALONE = 300  # characters: a line that no type stands above may be a whole paragraph


def _titled(page: Page, lines: list[str]) -> str:
    if said := next((said for line in lines[:HEAD_BLOCKS] if (said := labelled("title", line))), None):
        return said
    if (about := next((at for at, line in enumerate(lines[:HEAD_BLOCKS]) if _ABOUT.match(line)), None)) is not None:
        return _title_lines(lines[about:])
    if (begun := next((at for at, line in enumerate(lines[:HEAD_BLOCKS]) if _is_begun(line)), None)) is not None:
        goes_on = not any(find_periods(fold(lines[begun]))) or _GOES_ON.match(
            fold("".join(lines[begun + 1 : begun + 2]))
        )
        return _title_lines(lines[begun:]) if goes_on else _with_period(lines, begun)
    if (
        titled := next((at for at, line in enumerate(lines[:HEAD_BLOCKS]) if _TITLED.match(fold(line))), None)
    ) is not None:
        return _with_period(lines, titled)
    return _named_or_first(page, lines)


_AROUND = " :.*-"


def _is_begun(line: str) -> bool:
    """Whether the type and the title, or its beginning, stand in capitals on one line: "BÁO CÁO TÌNH HÌNH THỰC HIỆN"."""
    return line.isupper() and fold(line).startswith("bao cao ") and not _only_numbers(fold(line))


_GOES_ON = re.compile(r"(?:va|phuong huong|nhiem vu|trien khai)\b")
_BARE_TYPE = 2  # "BÁO CÁO" alone names nothing, "BÁO CÁO TUẦN" does


def _named_or_first(page: Page, lines: list[str]) -> str:
    """What the page's first heading, a line that names a report, its first line or the page itself is called."""
    heading = _heading(page)
    opening = [line for line in lines[:6] if _may_be_title(line)]
    named = [line for line in opening if len(line) > _SHORTEST and _names_report(line)]
    own_name = page.title if page.title and _NAMES_REPORT.search(fold(page.title)) and not named else ""
    chosen = (heading, own_name, *named[:1], *filter(_is_whose, lines[:1]), *opening[:1], page.title or "", *lines[:1])
    best = next((c for c in chosen if c), "")
    return _with_period(lines, lines.index(best)) if best in lines[:HEAD_BLOCKS] else best


def _heading(page: Page) -> str:
    """The page's first heading; below one that only says whose it is, the first that names a report or of when it is."""
    found = (b.span.cut(page.text) for b in page.blocks if b.kind is BlockKind.HEADING)
    headings = [without_pictures(heading.strip()) for heading in found]
    if not headings or not _is_whose(headings[0]):
        return headings[0] if headings and not _SECTION.match(headings[0]) else ""
    below = next((heading for heading in headings[:_MOST_LINES] if not _is_whose(heading)), "")
    return below if _names_report(below) or (any(find_periods(fold(below))) and not _SECTION.match(below)) else ""


_SECTION = re.compile(r"(?:[IVX]{1,4}|\d{1,2})[./)]\s")


def _is_whose(line: str) -> bool:
    """Whether the line is only the name of a body or place: "SỞ NỘI VỤ TỈNH HƯNG HÒA"."""
    is_shouted = (
        line.isupper() and begins_name(line) and not is_period_alone(line) and not _NAMES_REPORT.search(fold(line))
    )
    return is_body_alone(line) or is_shouted or all(map(_is_name, _SIDE_BY_SIDE.split(line)))


def _is_name(part: str) -> bool:
    named = next(find_organisations(part), None)
    return named is not None and (named.start, named.end) == (0, len(part))


_SIDE_BY_SIDE = re.compile(r"\s[-–—|]\s|, ")  # "Phường Hòa Tây – Thành phố Lâm Khê"


def _names_report(line: str) -> bool:
    is_long = len(line) > _LONG_ENOUGH and _NAMES_REPORT.search(fold(line)) is not None
    return is_long or (line.isupper() and begins_title(line))


_LONG_ENOUGH = 24  # characters: "Cải cách hành chính" alone is a site's section


def _with_period(lines: list[str], at: int) -> str:
    """The line with the one below it where that only says of when it is: "BIỂU TỔNG HỢP …" / "Quý III năm 2024"."""
    following = lines[at + 1] if at + 1 < len(lines) else ""
    return f"{lines[at]} {lower_first(following)}" if is_period_alone(following) else lines[at]


def _may_be_title(line: str) -> bool:
    folded = fold(line)
    is_of_head = (
        OWN_NUMBER.match(folded)
        or OF_DAY.search(folded)
        or is_motto(line)
        or _only_numbers(folded)
        or label_begins(line)
    )
    return (
        _SHORTEST < len(line) < _LONGEST
        and not is_of_head
        and not _MENU.search(folded)
        and not line.endswith((".", ";"))
        and not PUBLISHED.search(_ASIDE.sub("", folded))
        and not is_note(line)
        and not _is_whose(line)
    )


def _only_numbers(folded: str) -> bool:
    """Whether a line says by which number a report goes and not what it is on: "Báo cáo số 512/BC-SNV ngày 18/9/2024 của Sở Nội vụ"."""
    return _BY_NUMBER.match(folded) is not None and not list(find_periods(folded))


_BY_NUMBER = re.compile(r"\(?bao cao so\s?:?\s?\d{1,5}\s?[/-](?!.*\bve\b)")
_SHORTEST, _LONGEST = 12, 200  # characters of a line that may be a title
_NAMES_REPORT = re.compile(r"bao cao|bang|tong hop|theo doi|cai cach hanh chinh")
# "V/v báo cáo kết quả quý III năm 2024": what a letter that reports is on.
_ABOUT = re.compile(r"(?i:v/v|về việc)\b")
# Type and subject on one line: "BÁO CÁO công tác cải cách hành chính quý III năm 2018".
_TITLED = re.compile(
    r"bao cao (?:(?:ve )?(?:ket qua|cong tac|tinh hinh)) [^.;:]*\bcai cach hanh chinh\b[^.;:]*(?:nam|quy|thang) [^.;:]*$"
)
# "SỔ THEO DÕI VĂN BẢN CỦA THỊ XÃ A (cập nhật đến ngày 15/3/2022)" is a title and no day of publication.
_ASIDE = re.compile(r"\s\([^()]*\)$")
# "Trang chủ | Tin tức | Cải cách hành chính", "Tin tức » Cải cách hành chính": the menu of a page that was saved as text.
_MENU = re.compile(r"^trang chu\b|\s[»›]\s|(?:\s[|]\s.*){3}")


def file_title(source: str | None) -> str:
    """The name that the clerk gave the file, for a table without a title must be called something."""
    return re.sub(r"\.\w{2,5}$", "", source.rstrip("/").rsplit("/", 1)[-1]) if source else ""


def _title_lines(lines: list[str]) -> str:
    """The title's lines: up to the first that begins a section, a sentence of the text, or a head that stands below it."""
    taken: list[str] = []
    for at, line in enumerate(lines[:_MOST_LINES]):
        folded = fold(line)
        is_alone = is_period_alone(line)
        if OWN_NUMBER.match(folded) or OF_DAY.search(folded) or (not is_alone and _is_over_number(lines, at)):
            break
        if window_alone(line) is not None or label_begins(line) or (taken and _OF_DATA.match(folded)):
            break
        is_other = line.endswith((".", ";", ":")) or len(line) > _LONGEST_LINE or (bool(taken) and _turns(taken, line))
        if taken and not is_alone and (_BEGINS_TEXT.match(folded) or is_other):
            break
        taken.append(lower_first(line.strip("-– ")) if is_alone and taken else line.strip("-– "))
    return " ".join(taken)


def _turns(taken: list[str], line: str) -> bool:
    """Whether the line is no longer in the letters of the title, which is whole by then: what it is of was said."""
    return taken[-1].isupper() != line.isupper() and (line.isupper() or any(find_periods(fold(" ".join(taken)))))


# "Số liệu chốt đến ngày 14/9/2024"
_OF_DATA = re.compile(r"\(?(?:ky |thoi gian |thoi diem )?(?:lay |chot )?(?:so lieu|du lieu)\b.*\d{4}\W*$")
_LONGEST_LINE = 160  # characters of one of a title's lines
_MOST_LINES = 5
_BEGINS_TEXT = re.compile(
    r"(?:[ivx]+|\d+|[a-d])\s?[.)]\s|\(|kinh gui|thuc hien|can cu|phan\s|-+$|trong\s|.*\bnhu sau\W*$"
)


def _is_over_number(lines: list[str], at: int) -> bool:
    """Whether the line is whose the report is, over its number: a head that stands below the title."""
    number = next((n for n in range(at + 1, min(at + 4, len(lines))) if OWN_NUMBER.match(fold(lines[n]))), None)
    return number is not None and (
        BODY_BEGINNING.match(fold(lines[at])) is not None or labelled("issuer", lines[at]) is not None
    )
