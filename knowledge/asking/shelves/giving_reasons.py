"""Whether words give a reason for anything, which is told of each sentence when it is laid out."""

import re

from knowledge.grammar.patterns import pattern_of

# As written: without its tones "vì" has the letters of "vị" and "vi phạm".
_GIVES = pattern_of(
    r"\b(?P<mark>(?:nguyên nhân|lý do|lí do)(?: (?:chính|chủ yếu|là|do|:))*|xuất phát từ|bắt nguồn từ|bởi(?: vì)?|vì(?! (?:vậy|thế|sao))|(?<!vẫn )(?<!phải )(?<!còn )(?<!đi )nhờ"
    r"|do(?! (?:đó|vậy|thế|đâu)))\b",
    re.IGNORECASE,
)
# "Do Sở Nội vụ chủ trì soạn thảo": who does it is no reason.
_WHO_DOES = pattern_of(
    r"\W*(?:các |ban |chính )?(?:sở|ubnd|hđnd|bộ|văn phòng|phòng|chủ tịch|phó|giám đốc|trung tâm|đồng chí|ông|bà|ban|cục|chi cục|cơ quan|đơn vị|tỉnh|huyện|thủ tướng|chính phủ"
    r"|quốc hội|công an|tổ|hội|đoàn)\b[^,;.]*?\b(?:chủ trì|ban hành|soạn|công bố|phê duyệt|tổ chức|ký|phụ trách|thực hiện|quản lý|làm|xây dựng|tham mưu|đứng đầu|cung cấp|cấp|giao"
    r"|đầu tư|vận hành|tiếp nhận|giải quyết|trình|đề xuất|chấm|đánh giá|khảo sát|lập|phát hành|quyết định|bầu|thành lập|triển khai|chỉ đạo)\b",
    re.IGNORECASE,
)


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
