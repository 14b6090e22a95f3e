"""How far a row of a register or of a list of work is, by the state that stands in it."""

from knowledge.grammar.patterns import pattern_of

# What was asked to be answered is done with the answer: "Đã trả lời".
_DONE = pattern_of(
    r"\b(?:da|duoc) (?:hoan thanh|xong)\b|\bhoan thanh\b|\bxong\b"
    r"|^da (?:tra loi|giai quyet|xu ly|bao cao|thuc hien|trinh|ban hanh|gui)\b"
)
# "Đang thực hiện, xong 14/32 nhiệm vụ", "mới xong 5 xã": a part of it.
_PARTLY = pattern_of(r"^(?:dang|moi)\b")
# "Xong 05/08 sở"; "hoàn thành ngày 5/8" is a day.
_OF_ALL = pattern_of(r"(?<!ngay )(?<![\d/.,])(?P<done>\d{1,4})/(?P<all>\d{1,4})(?= [a-z])")


def is_done(status: str) -> bool:
    """Whether what is said of the row, folded, is that it is done, and not only a part of it."""
    if not _DONE.search(status) or "chua" in status or _PARTLY.match(status):
        return False
    return all(int(m["done"]) >= int(m["all"]) for m in _OF_ALL.finditer(status))
