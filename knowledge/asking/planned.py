"""Documents that were planned, and the issue of each: of those that a mention without a number can mean, the one that it is."""

import re
from array import array
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.documents import (
    Document,
    Mention,
    is_central,
    is_of_subject,
    subject_words,
    turn_of,
    without_tasks,
)
from knowledge.facts import Role
from knowledge.grammar.concepts import Tagger
from knowledge.grammar.document_types import WORK, carrying_types
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations

# How much of the shorter subject's words must stand in the longer for both to be one document.  Drafts name
# their subject in short ("Quy chế xin lỗi"), the issue in full.
_SAME_SUBJECT = 0.8


def join_planned(documents: list[Document], planned: list[Mention], tagger: Tagger) -> list[Document]:
    """Give each planned mention to the document that was issued of it, or to a plan of the same subject.

    The plans that no document fits are documents themselves.
    """
    if not planned:
        return []
    plans: list[Document] = []
    subjects = SubjectIndex(tagger, {mention.province for mention in planned})
    for document in sorted(documents, key=lambda d: (d.mentions[0].place, d.mentions[0].position)):
        subjects.add(document)
    for mention in sorted(planned, key=turn_of):
        home = home_among(subjects.like(mention), mention)
        if home is None:
            home = Document()
            plans.append(home)
        home.mentions.append(mention)
        subjects.add_mention(home, mention)
    return plans


def home_among(alike: list[Document], mention: Mention) -> Document | None:
    """Of the documents of a like subject the one that the mention means; of those that fit alike the first."""
    fitting = [
        d
        for d in alike
        if _may_issue(d)
        and not (mention.citation.type == WORK and d.is_numbered)
        and _is_later(d, mention)
        and _same_year(d, mention)
        and not _is_of_other_rank(d, mention)
        and not _only_assigns(d, mention)
    ]
    return min(
        fitting,
        key=lambda d: (not d.is_numbered, abs((d.mentions[0].told_on - mention.told_on).days)),
        default=None,
    )


def _only_assigns(document: Document, mention: Mention) -> bool:
    """Whether the document, which is about something else, only assigns what the mention speaks of."""
    told = without_tasks(document.mentions)
    return told != document.mentions and not is_of_subject(
        replace(mention, citation=replace(mention.citation, role=Role.LISTED)),
        [subject_words(m) for m in told if m.citation.number and m.citation.subject],
    )


class SubjectIndex:
    """Documents by the words of their subjects, so that those of like subjects are found among very many."""

    def __init__(self, tagger: Tagger, provinces: set[str]) -> None:
        """Only documents of these provinces will be asked for."""
        self._tagger = tagger
        self._provinces = None if "" in provinces else {*provinces, ""}
        self._by_word: dict[tuple[str, str], array[int]] = {}
        self._known_provinces: set[str] = set()
        self._sizes = array("i")
        self._homes = array("i")
        self._documents: list[Document] = []
        self._numbers: dict[int, int] = {}

    def add(self, document: Document) -> None:
        """A document with all that is said of it so far."""
        if self._provinces is None or document.mentions[0].province in self._provinces:
            for mention in document.mentions:
                if mention.citation.subject:
                    self.add_mention(document, mention)

    def add_mention(self, document: Document, mention: Mention) -> None:
        """What one more mention calls the document."""
        number = self._numbers.setdefault(id(document), len(self._documents))
        if number == len(self._documents):
            self._documents.append(document)
        words, province = words_of_subject(mention.citation.subject or "", self._tagger), document.mentions[0].province
        self._known_provinces.add(province)
        entry = len(self._sizes)
        self._sizes.append(len(words))
        self._homes.append(number)
        for word in words:
            self._by_word.setdefault((word, province), array("i")).append(entry)

    def like(self, mention: Mention) -> list[Document]:
        """Those of the same subject in the mention's province, in the order they came in."""
        own = words_of_subject(mention.citation.subject or "", self._tagger)
        provinces = {mention.province, ""} if mention.province else self._known_provinces
        runs = [
            np.array(run, np.int32) for w in own for p in provinces if (run := self._by_word.get((w, p))) is not None
        ]
        if not runs:
            return []
        entries, hits = np.unique(np.concatenate(runs), return_counts=True)
        same = entries[is_alike(hits, np.array([self._sizes[e] for e in entries], np.int32), len(own))]
        return [self._documents[number] for number in sorted({self._homes[e] for e in same})]


def _may_issue(document: Document) -> bool:
    """Whether the document can be the issue of a plan: a letter that submits a draft is not."""
    return not document.is_numbered or document.type not in carrying_types()


def is_alike(common: NDArray[np.int64], sizes: NDArray[Any], own: int) -> NDArray[np.bool_]:
    """Whether subjects of so many words, so many of them common with one's own, are of the same thing."""
    shorter = np.minimum(sizes, own)
    alike: NDArray[np.bool_] = (shorter >= 2) & (common >= _SAME_SUBJECT * shorter)
    return alike


def words_of_subject(subject: str, tagger: Tagger) -> frozenset[str]:
    """What a subject says, as subjects are compared."""
    terms = tagger.tag(fold(subject))
    return terms.words | frozenset(v for values in terms.dimensions.values() for v in values)


def _is_later(document: Document, mention: Mention) -> bool:
    """Whether the document was not yet issued when the plan was told of, and is of the same province."""
    issued = document.issued_on if document.is_numbered else None
    same_province = (
        not document.mentions[0].province or not mention.province or document.mentions[0].province == mention.province
    )
    return (same_province and (not document.is_numbered or (issued is not None and issued >= mention.told_on))) or (
        same_province and mention.citation.role is not Role.PLANNED and document.is_numbered
    )


def _is_of_other_rank(document: Document, mention: Mention) -> bool:
    """Whether the Government's or a ministry's document is held against what a province's body plans to issue itself."""
    planned_by = next((o.organisation for o in find_organisations(mention.citation.issuer or "")), None)
    is_local = planned_by is not None and planned_by.body.startswith(("ubnd", "hdnd", "so "))
    return is_local and any(m.citation.number and is_central(m) for m in document.mentions)


def _same_year(document: Document, mention: Mention) -> bool:
    """Two plans "năm 2019" and "năm 2020" of the same subject are two."""
    a, b = _years(mention.citation.subject), _years(document.subject)
    return not a or not b or bool(a & b)


def _years(subject: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\b20\d\d\b", subject or ""))
