"""A report's words, kept as bytes of one width a character, so that any place is read without reading the rest."""

import codecs

_BY_WIDTH = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}
_OF_MOST = 2  # Vietnamese has letters of more than one byte


def width_of(text: str) -> int:
    """How many bytes each character of the text takes."""
    widest = max(map(ord, text), default=0)
    return 1 if widest <= 0xFF else 2 if widest <= 0xFFFF else 4


def to_bytes(text: str) -> tuple[int, bytes]:
    """The width and the bytes of a text."""
    width = width_of(text)
    return width, text.encode(_BY_WIDTH[width], "surrogatepass" if width > 1 else "strict")


class Text:
    """A text that is cut like a string; only what is asked for is read."""

    __slots__ = ("_kept", "_width")

    def __init__(self, kept: memoryview, width: int) -> None:
        self._kept = kept
        self._width = width

    def __len__(self) -> int:
        return len(self._kept) // self._width

    def __getitem__(self, place: slice) -> str:
        start, stop, _ = place.indices(len(self))
        return self._read(start, max(start, stop))

    def __str__(self) -> str:
        return self._read(0, len(self))

    def __contains__(self, words: str) -> bool:
        return words in str(self)

    def find(self, words: str, start: int = 0) -> int:
        """Where the words stand first from there on, or -1."""
        return str(self).find(words, start)

    def rfind(self, words: str, start: int, end: int) -> int:
        """Where the words stand last between these places, or -1."""
        at = self[start:end].rfind(words)
        return at + start if at >= 0 else -1

    def _read(self, start: int, stop: int) -> str:
        kept = self._kept[start * self._width : stop * self._width]
        if self._width == _OF_MOST:
            # The same is found by its name only after a while.
            return codecs.utf_16_le_decode(kept, "surrogatepass", True)[0]
        return str(kept, _BY_WIDTH[self._width], "surrogatepass" if self._width > 1 else "strict")
