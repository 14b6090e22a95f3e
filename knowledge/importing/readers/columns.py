"""Side by side is not always a table: the head and foot of a Vietnamese document stand in two columns.

The form is that of Nghị định 30/2020/NĐ-CP, Phụ lục I: on the left the issuer and the number, on the right
quốc hiệu, tiêu ngữ, place and date; at the end on the left nơi nhận, on the right the signer.
"""

import re
from collections.abc import Iterable, Sequence

from knowledge.grammar.folding import fold

_LAYOUT = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap ?- ?tu do|^noi nhan ?:?$|^noi nhan ?:|^\(?da ky\)?$"
    r"|^(?:tm|kt|tl|tuq|q)\. ?[^\W\d]|^so ?: ?[\d./…]*\s?/?[\w-]*$|^[\w ]{2,30}, ngay [\d….]* ?thang"
)

# What stands alone in a cell and counts something.
VALUE = re.compile(r"[-+]?\d[\d.,/]*\s*%?|-")
_MOST_ROWS = 8  # a head takes four, a foot with its recipients in rows of their own some more


def is_layout(cells: Iterable[str]) -> bool:
    """Whether columns side by side belong to a document's head or foot rather than to a table."""
    return any(_LAYOUT.search(line) for cell in cells for line in fold(cell).strip().splitlines() if line)


def is_layout_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table only places a document's head or foot: few rows, two or three columns of such lines."""
    return len(rows) <= _MOST_ROWS and max(map(len, rows), default=0) <= 3 and any(map(is_layout, rows))
