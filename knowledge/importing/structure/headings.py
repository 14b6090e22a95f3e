"""Which paragraphs are headings, by their mark, their length and what follows them."""

import re

from knowledge.grammar.folding import fold
from knowledge.importing.page import Block, BlockKind
from knowledge.importing.structure.markers import marker_of
from knowledge.importing.task_headings import is_line_over_tasks

# "Phụ lục: Hồ sơ năm 2021 của một số địa phương" behind the tasks is no task.
_ANNEX = re.compile(
    r"(?:phu luc|phu bieu)(?: (?:so )?(?:\d{1,2}|[ivx]+))?\s?[:.-]\s|(?:phu luc|phu bieu)(?: (?:so )?(?:\d{1,2}|[ivx]+))?$"
    r"|(?:phu luc|phu bieu|bieu)(?: (?:so lieu|tong hop|thong ke|kem theo|chi tiet)){1,2}\b[^.;:]{0,60}$"
)


def is_heading(block: Block, written: str, marker: str, body: str, following: str) -> bool:
    """Whether a paragraph is a heading: as written, its mark, its words without the mark, and the paragraph after it."""
    if block.kind is BlockKind.HEADING:
        return True
    is_short = len(body) <= 160 and not re.search(r"[.;,:…]$|\./\.$", body)
    if (written.isupper() and len(written) > 3 and is_short) or (is_short and _ANNEX.match(fold(written))):
        return True
    if not marker and is_line_over_tasks(body) and following:
        return True
    if marker == "roman":
        return is_short or body.isupper()
    # "Riêng quý III (từ ngày 11/6/2018 đến ngày 10/9/2018)": no number that a heading could not have.
    bare = re.sub(
        r"(?i)\((?:số liệu )?(?:tính )?từ (?:ngày )?[^()]*\)|\b(?:quý [IVX1-4]+|năm \d{4}|[369] tháng|\d{4})\b",
        "",
        body,
    )
    if marker == "arabic" and is_short and len(bare) <= 70 and marker_of(fold(following))[0] in {"bullet", "letter"}:
        return True
    if _is_starred_title(written, body, following):
        return True
    if body.endswith(":") and bare != body and following and not marker_of(fold(following))[0] and "|" not in following:
        # "b) Tình hình giải quyết hồ sơ (từ ngày … đến ngày …):" over paragraphs of its own; over dashes it leads to a list.
        is_short = not re.search(r"[.;…]", bare)
    return marker in {"arabic", "letter"} and is_short and len(body) <= 110 and not re.search(r"\d", bare)


def _is_starred_title(written: str, body: str, following: str) -> bool:
    """ "* Tổ chức bộ máy, biên chế" over a paragraph or over dashes: a title, and no item of a list."""
    is_title = written.startswith("*") and not written.startswith("**") and body[:1].isupper() and len(body) <= 70
    return is_title and not re.search(r"[.;,:…]$|\d{2}", body) and bool(following) and not following.startswith("*")
