"""The reform area that a heading names."""

import re

from knowledge.facts import Area
from knowledge.grammar.folding import fold

# Headings after Nghị quyết 76/NQ-CP and the report forms of the Ministry of Home Affairs.
_AREAS = (
    (Area.ORGANISATION, r"bo may|sap xep|tinh gon"),
    (Area.PROCEDURES, r"thu tuc|mot cua|ho so|tiep nhan|kiem soat tthc|tthc"),
    (Area.STAFF, r"can bo|cong chuc|vien chuc|cong vu|dao tao|boi duong|bien che|nhan su"),
    (Area.FINANCE, r"tai chinh|kinh phi|ngan sach|tu chu"),
    (
        Area.DIGITAL,
        r"hien dai hoa|cong nghe thong tin|chinh quyen dien tu|chinh phu dien tu|chuyen doi so|chinh quyen so|cntt",
    ),
    (Area.INSTITUTIONS, r"the che|van ban quy pham|vbqppl|phap luat"),
)


def find_area(words: str) -> Area | None:
    """The reform area that a heading names, or None."""
    folded = fold(words)
    return next((area for area, pattern in _AREAS if re.search(pattern, folded)), None)
