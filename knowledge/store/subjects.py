"""Whether two descriptions of a document mean the same one, and finding those that do."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from knowledge.grammar.folding import key

# Of all their words, this share in common: enough for another order and other little words, too few for
# another subject of the same sort ("kế hoạch cải cách hành chính" is not that of its "tuyên truyền").
_SHARED_AT_LEAST = 0.75

_ABBREVIATIONS = {
    "cchc": "cai cach hanh chinh",
    "tthc": "thu tuc hanh chinh",
    "cntt": "cong nghe thong tin",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "dvctt": "dich vu cong truc tuyen",
    "ccvc": "cong chuc vien chuc",
    "cbccvc": "can bo cong chuc vien chuc",
}

# Words that come and go without another meaning.
_WORDS = (
    "ban hanh ve viec cua va cac cho tai tren dia o theo duoc bang voi vi do su nhung trong mot so nay "
    "nham de tinh huyen thanh pho thi xa"
)
_LITTLE = frozenset(_WORDS.split())


@lru_cache(maxsize=100_000)
def subject_words(subject: str) -> frozenset[str]:
    """The folded words that tell one subject from another, abbreviations written out."""
    words = re.findall(r"\w+", key(subject))
    spelled = " ".join(_ABBREVIATIONS.get(word, word) for word in words).split()
    return frozenset(spelled) - _LITTLE


def _is_same(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both describe one document: nearly the same words, and the same years and numbers."""
    if _numbers(a) != _numbers(b):
        return False
    # A single word is no subject.
    return len(a & b) > 1 and len(a & b) >= _SHARED_AT_LEAST * len(a | b)


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if any(c.isdigit() for c in word))


class Subjects:
    """Descriptions of documents, to be asked which mean the same as another."""

    def __init__(self, subjects: Iterable[tuple[int, str]] = ()) -> None:
        self._words: dict[int, frozenset[str]] = {}
        self._holders: dict[str, set[int]] = defaultdict(set)
        for number, subject in subjects:
            self.add(number, subject)

    def add(self, number: int, subject: str) -> None:
        """From now on that number means this."""
        words = subject_words(subject)
        self._words[number] = words
        for word in words:
            self._holders[word].add(number)

    def same_as(self, subject: str) -> list[int]:
        """The numbers of those that mean the same, the most alike first."""
        words = subject_words(subject)
        alike = [n for n in self._candidates(words) if _is_same(words, self._words[n])]
        return sorted(alike, key=lambda n: (-len(words & self._words[n]) / len(words | self._words[n]), n))

    def _candidates(self, words: frozenset[str]) -> set[int]:
        """Whoever shares enough words has one of any that are more than may be missing: ask the rarest."""
        missing = int(len(words) * (1 - _SHARED_AT_LEAST))
        rarest = Counter({word: -len(self._holders.get(word, ())) for word in words}).most_common(missing + 1)
        return {number for word, _ in rarest for number in self._holders.get(word, ())}
