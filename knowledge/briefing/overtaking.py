"""Plans that may have been carried out under another name: nobody is told that these are overdue."""

from collections import defaultdict
from datetime import date
from functools import cached_property

from knowledge.asking.library import Library
from knowledge.facts import Role
from knowledge.store.subjects import subject_words

# Of the words of a plan, this share stands in the sentence that tells of the issue: "quy trình nội bộ, quy trình điện tử
# trong giải quyết thủ tục hành chính" was issued as "phê duyệt quy trình nội bộ, quy trình điện tử (đợt 1) cho 873 thủ tục
# hành chính", which has ten of twelve.
_SHARED_AT_LEAST = 0.75
# Fewer words than this say too little to be found again.
_FEWEST_WORDS = 4


class Issues:
    """What reports say was issued, to be asked which of it may be what was planned."""

    def __init__(self, library: Library) -> None:
        self._library = library

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
        told = [n for n in likely if self._told[n][1] >= since]
        return self._told[max(told, key=lambda n: (shared[n], -n))][0] if told else ""

    @cached_property
    def _told(self) -> list[tuple[str, date]]:
        return [(name, day) for name, day, _ in self._read]

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """The issues in whose sentence each word stands."""
        holders: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, sentence) in enumerate(self._read):
            for word in subject_words(sentence):
                holders[word].append(number)
        return holders

    @cached_property
    def _read(self) -> list[tuple[str, date, str]]:
        return [
            (document.name, mention.told_on, mention.statement.span.cut(self._library.reports[mention.report].text))
            for document in self._library.documents
            if document.is_numbered
            for mention in document.mentions
            if mention.citation.role is Role.ISSUED
        ]
