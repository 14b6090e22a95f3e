"""All words that people read in the chat, one Fluent catalogue per language (https://projectfluent.org).

`Catalogue.words(language)` gives the `Words` of that language; adding a language needs only its file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

# Vietnamese first, then whatever other files lie here.
LANGUAGES = tuple(
    sorted(
        (one.name[:-4] for one in files(__name__).iterdir() if one.name.endswith(".ftl")), key=lambda c: (c != "vi", c)
    )
)


# fluent.runtime refuses to insert texts of more than 1,000 characters; a sentence of a report may be longer.
_MOST_IN_FLUENT = 900
# The same source is told with one answer after the other.  So many messages are kept, of texts of fewer characters together.
_MOST_SAID, _MOST_TOLD_AGAIN = 2000, 300
# Stands for a long text until the message is put together; no text that people type or read has this character.
_MARK = "\uf8ff"
_MARKED = re.compile(f"{_MARK}(\\d+){_MARK}")


_ENTRY = re.compile(r"^(?P<name>[A-Za-z][\w-]*) *=", re.MULTILINE)


class MissingWords(LookupError):
    """A catalogue lacks a message, or the message lacks an argument."""


class Html(str):
    """Markup that is inserted as it is; every other text is escaped."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The messages of one language."""

    language: str
    _bundle: FluentBundle
    _entries: Mapping[str, str]  # by their names, as the catalogue writes them; they speak of no other entries
    _said: dict[tuple[Any, ...], str] = field(
        default_factory=dict
    )  # short messages that were said lately, by what was given

    def __call__(self, key: str, **given: Any) -> Html:
        """The message as HTML, with every given text escaped."""
        return Html(self._format(key, {name: _escaped(value) for name, value in given.items()}))

    def plain(self, key: str, **given: Any) -> str:
        """The message without markup, for buttons and menus."""
        return self._format(key, given)

    def _format(self, key: str, given: dict[str, Any]) -> str:
        if (
            sum(len(value) if isinstance(value, str) else _MOST_TOLD_AGAIN for value in given.values())
            >= _MOST_TOLD_AGAIN
        ):
            return self._put_together(key, given)
        said = (key, *given.items())
        if (known := self._said.get(said)) is None:
            if len(self._said) >= _MOST_SAID:
                self._said.clear()
            known = self._said[said] = self._put_together(key, given)
        return known

    def _put_together(self, key: str, given: dict[str, Any]) -> str:
        if not self._bundle.has_message(key):
            if key not in self._entries:
                raise MissingWords(f"{key} ({self.language})")
            self._bundle.add_resource(FluentResource(self._entries[key]))
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingWords(f"{key} ({self.language}) has no value")
        long = {name: value for name, value in given.items() if isinstance(value, str) and len(value) > _MOST_IN_FLUENT}
        marks = {name: f"{_MARK}{n}{_MARK}" for n, name in enumerate(long)}
        text, errors = self._bundle.format_pattern(pattern, {**given, **marks})
        if errors:
            raise MissingWords(f"{key} ({self.language}): {errors[0]}")
        return _MARKED.sub(lambda mark: list(long.values())[int(mark[1])], str(text)) if long else str(text)


class Catalogue:
    """The words of every language; `more` are catalogues by their language that lie elsewhere."""

    def __init__(self, more: Mapping[str, str] | None = None) -> None:
        self._more = dict(more or {})
        self.languages = (*LANGUAGES, *(language for language in self._more if language not in LANGUAGES))
        self._words: dict[str, Words] = {}  # of the languages that were wanted so far

    def words(self, language: str) -> Words:
        """The words of that language, Vietnamese if there are none."""
        if language not in self.languages:
            language = "vi"
        if (words := self._words.get(language)) is None:
            text = self._more[language] if language in self._more else _read(language)
            words = self._words[language] = Words(language, _bundle(language, text), _entries(text))
        return words


def _read(language: str) -> str:
    return files(__name__).joinpath(f"{language}.ftl").read_text("utf-8")


@cache
def _bundle(language: str, _: str) -> FluentBundle:
    """What was understood so far of that catalogue, for all who read it."""
    # Isolation marks are for mixed directions; ours are all left to right.
    return FluentBundle([language], use_isolating=False)


# Understanding a whole catalogue takes as long as a start should; an answer needs a few entries.
@cache
def _entries(text: str) -> Mapping[str, str]:
    """The entries of a catalogue, each as it is written."""
    starts = [*_ENTRY.finditer(text)]
    ends = [*(start.start() for start in starts[1:]), len(text)]
    return {start["name"]: text[start.start() : end] for start, end in zip(starts, ends, strict=True)}


def _escaped(value: Any) -> Any:
    return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Html) else value
