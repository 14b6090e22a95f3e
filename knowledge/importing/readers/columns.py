"""Side by side is not always a table: the head and foot of a Vietnamese document stand in two columns.

The form is that of Nghị định 30/2020/NĐ-CP, Phụ lục I: on the left the issuer and the number, on the right
quốc hiệu, tiêu ngữ, place and date; at the end on the left nơi nhận, on the right the signer.
"""

import re
from collections.abc import Iterable

from knowledge.grammar.folding import fold

_LAYOUT = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap ?- ?tu do|^noi nhan ?:?$|^noi nhan ?:|^\(?da ky\)?$"
    r"|^(?:tm|kt|tl|tuq|q)\. ?[^\W\d]|^so ?: ?[\d./…]*\s?/?[\w-]*$|^[\w ]{2,30}, ngay [\d….]* ?thang"
)


def is_layout(cells: Iterable[str]) -> bool:
    """Whether columns side by side belong to a document's head or foot rather than to a table."""
    return any(_LAYOUT.search(line) for cell in cells for line in fold(cell).strip().splitlines() if line)
