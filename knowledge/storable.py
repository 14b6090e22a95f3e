"""What no store keeps of a text."""

from collections.abc import Mapping

from knowledge.grammar.patterns import pattern_of

_UNSTORABLE = pattern_of("[\x00\ud800-\udfff]")


class UnstorableText(ValueError):
    """A text holds NUL characters or lone surrogates, which no store keeps."""


def storable(text: str) -> str:
    """The text with a � for each character that no store keeps, for what people type."""
    return _UNSTORABLE.sub("\ufffd", text)


def refuse_unstorable(values: Mapping[str, object]) -> None:
    """Raises UnstorableText if a text among the values is, for what must stay as it is."""
    for name, value in values.items():
        found = _UNSTORABLE.search(value) if isinstance(value, str) else None
        if found:
            raise UnstorableText(f"character {ord(found.group()):#x} in {name}, at {found.start()}")
