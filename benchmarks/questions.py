"""Questions for load: of officials about the samples, no two of a run alike, so that nothing that is remembered helps."""

from collections.abc import Iterator
from itertools import count, islice, product

ASKED = (
    "Quý I/2019 tiếp nhận bao nhiêu hồ sơ",
    "QĐ 192 tới đâu rồi",
    "ho so truc tuyen q2 chiem bn %",
    "báo cáo mới nhất là báo cáo nào",
    "tỷ lệ hồ sơ trước hạn quý I năm 2019",
)
_ENDS = ("?", "", " ?", " ạ?", " vậy?", " thế?")
_BEGINNINGS = ("", "cho hỏi ", "xin hỏi ", "cho tôi hỏi ", "cho em hỏi ")


def different(most: int, first: int = 0) -> list[str]:
    """So many of them, beginning with that one of an endless row."""
    return list(islice(_row(), first, first + most))


def _row() -> Iterator[str]:
    for number in count():
        for beginning, end, asked in product(_BEGINNINGS, _ENDS, ASKED):
            yield f"{beginning}{asked}{end}" + (f" ({number})" if number else "")
