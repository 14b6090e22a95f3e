"""What a report is called: the title in its head, or what stands in its place."""

import re

from knowledge.grammar.folding import fold
from knowledge.importing.capitals import quiet
from knowledge.importing.head_lines import HEAD_BLOCKS, PUBLISHED
from knowledge.importing.page import BlockKind, Page


def read_title(page: Page, lines: list[str]) -> str:
    """The report's title: after the line BÁO CÁO, or BÁO CÁO CHUYÊN ĐỀ, else the page's first heading or its own first line."""
    for index, line in enumerate(lines[:HEAD_BLOCKS]):
        if _TYPE.fullmatch(fold(line)) and index + 1 < len(lines):
            return quiet(" ".join(f"{line.capitalize()} {_lower_first(_title_lines(lines[index + 1 :]))}".split()))
    if (titled := next((line for line in lines[:HEAD_BLOCKS] if _TITLED.match(fold(line))), None)) is not None:
        return quiet(" ".join(titled.split()))[:300]
    heading = next((b.span.cut(page.text).strip() for b in page.blocks if b.kind is BlockKind.HEADING), "")
    opening = [
        line
        for line in lines[:6]
        if 12 < len(line) < 200
        and not _MENU.search(fold(line))
        and not line.endswith((".", ";"))
        and not PUBLISHED.search(_ASIDE.sub("", fold(line)))
        and not _TOTAL.match(fold(line))
    ]
    named = [
        line
        for line in opening
        if re.search(r"bao cao|bang|tong hop|theo doi|cai cach hanh chinh", fold(line)) and len(line) > 24
    ]
    best = next((c for c in (heading, *named[:1], *opening[:1], page.title or "", *lines[:1]) if c), "")
    return quiet(" ".join(best.split()))[:300]


# The line that says what it is, above what it is on: "BÁO CÁO", "BÁO CÁO CHUYÊN ĐỀ".
_TYPE = re.compile(
    r"bao cao(?: (?:chuyen de|tong ket|so ket|dinh ky|tong hop|ket qua|giai trinh|nhanh|danh gia|kiem diem|tom tat))?"
    r"|cong van|thong bao|ke hoach|to trinh|bang theo doi"
)
# Type and subject on one line: "BÁO CÁO công tác cải cách hành chính quý III năm 2018".
_TITLED = re.compile(
    r"bao cao (?:(?:ve )?(?:ket qua|cong tac|tinh hinh)) [^.;:]*\bcai cach hanh chinh\b[^.;:]*(?:nam|quy|thang) [^.;:]*$"
)
# "SỔ THEO DÕI VĂN BẢN CỦA THỊ XÃ A (cập nhật đến ngày 15/3/2022)" is a title and no day of publication.
_ASIDE = re.compile(r"\s\([^()]*\)$")
# "Cộng: 07 văn bản; hoàn thành 02": the last row of a table.
_TOTAL = re.compile(r"(?:tong )?cong\b\W*\d|(?:tong )?cong\s?:")
# "Trang chủ | Tin tức | Cải cách hành chính", "Tin tức » Cải cách hành chính": the menu of a page that was saved as text.
_MENU = re.compile(r"^trang chu\b|\s[»›]\s|(?:\s[|]\s.*){3}")


def file_title(source: str | None) -> str:
    """The name that the clerk gave the file, for a table without a title must be called something."""
    return re.sub(r"\.\w{2,5}$", "", source.rstrip("/").rsplit("/", 1)[-1]) if source else ""


def _title_lines(lines: list[str]) -> str:
    """The title's lines: up to the first that begins a section or a sentence of the text."""
    taken: list[str] = []
    for line in lines[:4]:
        begins = re.match(r"(?:[ivx]+|\d+|[a-d])\s?[.)]\s|\(|kinh gui|thuc hien|can cu|phan\s|-+$|trong\s", fold(line))
        if taken and (
            begins or line.endswith((".", ";", ":")) or len(line) > 160 or taken[-1].isupper() != line.isupper()
        ):
            break
        taken.append(line.strip("-– "))
    return " ".join(taken)


def _lower_first(words: str) -> str:
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
