"""Plans that may have been carried out under another name: nobody is told that these are overdue."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library
from knowledge.asking.shelves.catalogue import Is
from knowledge.facts import Role
from knowledge.store.subjects import subject_words

# Of the words of a plan, this share stands in the sentence that tells of the issue: "quy trình nội bộ, quy trình điện tử
# trong giải quyết thủ tục hành chính" was issued as "phê duyệt quy trình nội bộ, quy trình điện tử (đợt 1) cho 873 thủ tục
# hành chính", which has ten of twelve.
_SHARED_AT_LEAST = 0.75
# Fewer words than this say too little to be found again.
_FEWEST_WORDS = 4


_Issue = tuple[str, date, frozenset[str]]  # the document's name, the day it was told, the words of the sentence


@dataclass(frozen=True, slots=True)
class Told:
    """The issues of the documents with numbers below that count, by these numbers."""

    issues: dict[int, tuple[_Issue, ...]]
    count: int


class Issues:
    """What reports say was issued, to be asked which of it may be what was planned.

    What was told in a library that this one follows is not read again.
    """

    def __init__(self, library: Library, before: Told | None = None) -> None:
        self._library = library
        self.told = before  # which is all that had to be read so far

    def of(self, subject: str, *, since: date) -> str:
        """The name of the document of which a report of that day or later tells so; empty where there is none."""
        words = subject_words(subject)
        if len(words) < _FEWEST_WORDS:
            return ""
        shared: dict[int, int] = defaultdict(int)
        for word in words:
            for number in self._holders.get(word, ()):
                shared[number] += 1
        likely = [n for n, count in shared.items() if count >= _SHARED_AT_LEAST * len(words)]
        told = [n for n in likely if self._every[n][1] >= since]
        return self._every[max(told, key=lambda n: (shared[n], -n))][0] if told else ""

    @cached_property
    def _every(self) -> list[_Issue]:
        return [issue for issues in self._by_document.values() for issue in issues]

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """The issues in whose sentence each word stands."""
        holders: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, words) in enumerate(self._every):
            for word in words:
                holders[word].append(number)
        return holders

    @cached_property
    def _by_document(self) -> dict[int, tuple[_Issue, ...]]:
        seen, count = (self.told.issues, self.told.count) if self.told is not None else ({}, 0)
        found: dict[int, tuple[_Issue, ...]] = {}
        for number in self._library.all_documents().that_are(Is.NUMBERED | Is.ISSUED).numbers.tolist():
            issues = seen.get(number, ()) if number < count else self._read(self._library.documents[number])
            if issues:
                found[number] = issues
        self.told = Told(found, len(self._library.catalogue))
        return found

    def _read(self, document: Document) -> tuple[_Issue, ...]:
        return tuple(
            (document.name, mention.told_on, frozenset(subject_words(self._sentence(mention))))
            for mention in document.mentions
            if mention.citation.role is Role.ISSUED
        )

    def _sentence(self, mention: Mention) -> str:
        return mention.statement.span.cut(self._library.reports[mention.report].text)
