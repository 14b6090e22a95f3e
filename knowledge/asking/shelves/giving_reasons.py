"""Whether words give a reason for anything, which is told of each sentence when it is laid out."""

import re

from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_vocabulary

# As written: without its tones "vì" has the letters of "vị" and "vi phạm".
_GIVES = pattern_of(
    r"\b(?P<mark>(?:nguyên nhân|lý do|lí do)(?: (?:chính|chủ yếu|là|do|:))*|xuất phát từ|bắt nguồn từ|bởi(?: vì)?|vì(?! (?:vậy|thế|sao))|(?<!vẫn )(?<!phải )(?<!còn )(?<!đi )nhờ"
    r"|do(?! (?:đó|vậy|thế|đâu)))\b",
    re.IGNORECASE,
)
# "Do Sở Nội vụ chủ trì soạn thảo": who does it is no reason.
_WHO_DOES = pattern_of(
    lambda: rf"\W*(?:các |ban |chính )?(?:{_doing('who')})\b[^,;.]*?\b(?:{_doing('does')})\b", re.IGNORECASE
)


def _doing(part: str) -> str:
    return "|".join(load_vocabulary("reasons")["doing"][part])


def gives_reason(words: str) -> bool:
    """Whether the words, as written, give a reason for anything."""
    named = [name.span() for name in _NAME.finditer(words)]
    return any(
        (m[0].lower() != "do" or not _WHO_DOES.match(words, m.end()))
        and not any(start < m.start() < end for start, end in named)
        for m in _GIVES.finditer(words)
    )


# "Mô hình "Ngày thứ Bảy vì dân"": what something is called gives no reason.
_NAME = pattern_of(r"[\"“][^\"“”]{2,80}[\"”]")
