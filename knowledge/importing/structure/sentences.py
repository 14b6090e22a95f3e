"""The sentences of a paragraph, and which of them a list or the next sentence goes on from."""

import re
from collections.abc import Iterator

from knowledge.facts import Span
from knowledge.grammar.folding import UPPER, fold

_ABBREVIATED = "".join(rf"(?<!\b{a}\.)" for a in ("TP", "TX", "ThS", "TS", "BS", "tr", "Tp", "TM", "KT", "TL", "TUQ"))
_SENTENCE_END = re.compile(rf"(?<=[.!?…]){_ABBREVIATED}[\"”]?\s+(?=[\"“(]?[{UPPER}0-9])")
_OF_BEFORE = re.compile(r"\W*(?:cung ky|so voi|nam truoc)\b")
# "Theo lĩnh vực: đất đai 918, hộ tịch 744": divides what the sentence before it counts.
DIVIDES = re.compile(
    r"(?:chia |phan |phan loai |phan chia |tinh )?theo (?!quyet|ke hoach|nghi|thong tu|cong van|bao cao|chi dao|y kien|quy dinh|danh gia)"
    r"[a-z, ]{3,40}(?:,? (?:quy|nam|thang) [\divx/]+)?:\s[^:]*\d"
    # "Chia ra: sở, ngành 53.270 hồ sơ; …".
    r"|\W*(?:duoc )?(?:chia|phan) ra(?: nhu sau| la)?:\s[^:]*\d"
)
# "Chia ra:", "Gồm có:" alone count nothing: what they divide stands in the sentence before.
ONLY_LEADS = re.compile(
    r"\W*(?:(?:duoc )?chia ra|chia theo|trong (?:do|so do|so nay)|(?:bao )?gom(?: co)?|cu the|chi tiet|phan ra|theo do)(?: nhu sau| la)?\W*"
)
# A number of something, no period's and no document's: there is a whole to divide.
COUNTS = re.compile(
    r"(?<![\w/.])\d[\d.]*\s(?!thang|nam\b|quy\b|ngay|/)[a-z]"
    # "Hồ sơ phải giải quyết: 172.965": what is counted stands before.
    r"|\b(?:ho so|phieu|van ban|thu tuc|da giai quyet|da tiep nhan|dang giai quyet)\b[a-z ]{0,60}:\s\d[\d.]*(?![\w/%])"
)
_OWN_PARTS = re.compile(r"\s*[,;(]\s*(?=trong (?:đó|số đó|số này)\b)")
# "Riêng quý III là 271.473 hồ sơ": what is counted stands in the sentence before, only the time is another.
_ONLY_TIME = re.compile(
    r"(?:rieng|luy ke|cong don|tinh chung|cong)\b(?: trong| ca)? (?:quy|\d{1,2} thang|(?:sau|chin|ba) thang|thang|nam)\b(?: [ivx\d]+)?(?:[/ ](?:nam )?\d{4})?"
    r"(?: \([^()]{0,60}\))?(?: la| duoc| co| dat|:) \d[\d.]* [a-z]"
)
CONTINUES = re.compile(r"(?:trong do|cu the|bao gom|gom|trong so nay|trong so do)\b")


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of text, without the white space between."""
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if text[start : span.end].strip():
        yield Span(start, span.end)


def last_told(text: str, sentences: list[Span]) -> Span | None:
    """The last sentence that is of the report's own time: "Cùng kỳ năm 2018 tiếp nhận …" is not what a list goes on from."""
    own = [sentence for sentence in sentences if not _OF_BEFORE.match(fold(sentence.cut(text)))]
    return (own or sentences)[-1] if sentences else None


def leading(text: str, sentences: list[Span], before: Span | None) -> Span:
    """The sentence that a list after these continues."""
    if not ONLY_LEADS.fullmatch(fold(sentences[-1].cut(text))):
        return sentences[-1]
    whole = sentences[-2] if len(sentences) > 1 else before
    return whole if whole and COUNTS.search(fold(whole.cut(text))) else sentences[-1]


def gone_on_from(text: str, sentence: Span, before: Span | None) -> Span | None:
    """What the sentence before it counts, where it tells parts of that: "Trong đó …", "Chia theo cấp: cấp tỉnh 21.306, …"."""
    if before is None:
        return None
    folded = fold(sentence.cut(text))
    if CONTINUES.match(folded) or _ONLY_TIME.match(folded):
        return before
    whole = fold(before.cut(text))
    divides = DIVIDES.match(folded) and COUNTS.search(whole) and not _OF_BEFORE.match(whole)
    return without_parts(text, before) if divides else None


def without_parts(text: str, sentence: Span) -> Span:
    """A sentence up to the parts that it tells itself: what is divided next are not these."""
    parts = _OWN_PARTS.search(text, sentence.start, sentence.end)
    return Span(sentence.start, parts.start()) if parts else sentence
