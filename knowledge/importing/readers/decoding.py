"""Bytes to text, in whatever encoding a Vietnamese office saved them."""

import codecs

from knowledge.grammar.folding import compose
from knowledge.importing.readers.legacy import decode_tcvn3, decode_vni, restore
from knowledge.importing.readers.vietnamese import share_of_vietnamese

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000  # bytes: enough prose to tell encodings apart


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of the bytes, composed; UTF-8 wins wherever it is valid, then what reads as Vietnamese."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return compose(data[len(mark) :].decode(name, errors="replace"))
    if wide := _utf16_without_mark(data):
        return compose(data.decode(wide, errors="replace"))
    try:
        return compose(restore(data.decode("utf-8")))
    except UnicodeDecodeError:
        return compose(_decode_single_byte(data, declared))


def is_text(data: bytes) -> bool:
    """Whether the bytes look like text in any encoding rather than like a binary file."""
    sample = data[:_SAMPLE]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _utf16_without_mark(sample):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1a\x1b" for byte in sample)
    return controls * 200 <= len(sample)  # legacy texts hold a stray control character now and then


def _utf16_without_mark(data: bytes) -> str | None:
    """Vietnamese in UTF-16 has a zero in every other byte for most letters."""
    sample = data[:_SAMPLE]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _decode_single_byte(data: bytes, declared: str | None) -> str:
    candidates = [
        decode_tcvn3(data.decode("latin-1")),
        decode_vni(data.decode("cp1252", errors="replace")),
        data.decode("cp1258", errors="replace"),
    ]
    # Some bytes broken in a text that is otherwise UTF-8 spoil a few letters, not the whole.
    candidates.append(data.decode("utf-8", errors="replace"))
    if declared:
        candidates.insert(0, _as_declared(data, declared))
    return max(candidates, key=lambda text: share_of_vietnamese(compose(text[:_SAMPLE])) - _spoilt(text[:_SAMPLE]))


def _as_declared(data: bytes, declared: str) -> str:
    try:
        return data.decode(declared, errors="replace")
    except LookupError:
        return data.decode("cp1252", errors="replace")


def _spoilt(text: str) -> float:
    return text.count("\ufffd") / (len(text) or 1) * 10
