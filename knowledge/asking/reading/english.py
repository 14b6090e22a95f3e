"""Questions in English, turned into the words of the reports: bodies, places, periods and what is counted.

What asks ("how many", "when was", "issued") stays, for the vocabulary of asking has it in both languages.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial

from knowledge.asking.reading.english_whether import WHETHER, as_whether
from knowledge.asking.typing.syllables import folded_syllables
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import phrase_tree
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_lines, load_vocabulary

# What "department", "ministry", "division" are in Vietnamese when a field of work stands beside them.
_OFFICES = {
    "sở": ("department", "provincial department"),
    "bộ": ("ministry",),
    "phòng": ("division", "district division", "bureau"),
}
# How many of a question's words must be English and no Vietnamese syllables before its particles are dropped.
_SURE = 2
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class _Terms:
    """English phrases and their folded Vietnamese; a noun is moved before what describes it."""

    pattern: re.Pattern[str]
    vietnamese: dict[str, str]
    nouns: frozenset[str]
    levels: dict[str, str]
    dropped: re.Pattern[str]


def to_vietnamese(folded: str, places: Iterable[str]) -> str:
    """A folded question with its English names and terms in the reports' words; a Vietnamese one as it is."""
    words = _POSSESSIVE.sub("", folded.replace("’", "'"))
    if not _has_english(words):
        return folded
    terms = _terms()
    words = _place_names(words, frozenset(places), terms)
    words = terms.pattern.sub(lambda m: terms.vietnamese[m[0]], words)
    words = _LEVEL_FIRST.sub(r"\g<office> \g<level>", words)
    if _is_english(folded):
        words = _frames().sub(_framed, words)
        words = _nouns_first(as_whether(words))
        words = _ARTICLE.sub("", terms.dropped.sub(" ", words))
        words = _THOUSANDS.sub(lambda number: number[0].replace(",", "."), words)
        words, held = _COMPARING.subn(lambda found: f"{_COMPARED[found['word']]} ", words)
        if held and WHETHER.search(words):
            words = f"{words.rstrip(' ?.')} dung khong?"
        words = _MANY_DONE_BY.sub(lambda m: m["many"] or "bao nhieu", _HOW_MANY.sub("bao nhieu", words))
    return " ".join(words.split())


# "How many communes did Mường Sa inspect": how many, and not all of them.
_MANY_DONE_BY = Sought(r"\bbao nhieu cac\b|(?P<many>\bbao nhieu (?:[a-z]+ ){1,5}?)(?:did|does|do|has|have) (?!not\b)")
# All else that reads a count asks for it so.
_HOW_MANY = Sought(r"\bhow many\b")
# "Son Binh district's", "the provinces rank"; the names of bodies keep theirs.
_POSSESSIVE = Sought(
    r"(?<=province)s\b|(?:"
    + "|".join(
        rf"(?<={noun})"
        for noun in ("province", "district", "commune", "town", "ward", "city", "committee", "department")
    )
    + r")(?:'| )s\b"
)


# "The number of …" is no "thế" that goes on from what was asked before.
_ARTICLE = pattern_of(r"^\W*the\b")
# "5,000" groups its thousands; in a Vietnamese report that would be five.
_THOUSANDS = pattern_of(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)")
# What a number is held against: "more than 5.000".
_COMPARED = {
    "no more than": "khong qua", "not more than": "khong qua", "at most": "khong qua", "at least": "it nhat",
    "more than": "tren", "higher than": "tren", "over": "tren", "above": "tren", "exceed": "tren", "exceeded": "tren",
    "less than": "duoi", "fewer than": "duoi", "lower than": "duoi", "below": "duoi", "under": "duoi",
}  # fmt: skip
_COMPARING = pattern_of(r"\b(?P<word>" + "|".join(_COMPARED) + r") (?=\d)")


# "The district's Home Affairs division": whose it is stands behind it.
_LEVEL_FIRST = Sought(
    rf"\b(?P<level>huyen|thi xa|quan) (?P<office>phong (?:{'|'.join(sorted((fold(s) for s in load_vocabulary('english_terms')['sectors']), key=len, reverse=True))}))\b"
)
_LETTERS = pattern_of(r"[a-z]+")


def _has_english(words: str) -> bool:
    return not _english_words().isdisjoint(_LETTERS.findall(words))


def is_english(text: str) -> bool:
    """Whether what was typed is an English sentence."""
    # "… rate of Cửa Triều ward": names keep their tones in an English sentence.
    plain = " ".join(word for word in text.split() if word.isascii() or not word[:1].isupper())
    return plain.isascii() and _is_english(fold(plain))


def _is_english(words: str) -> bool:
    """Whether the sentence itself is English, and not a Vietnamese one with a word of the trade in it."""
    spoken = re.findall(r"[a-z]{2,}", words)
    english = sum(w in _english_words() for w in spoken)
    return english >= _SURE and 3 * english >= len(spoken)


@cache
def _english_words() -> frozenset[str]:
    """The English words that cannot be Vietnamese syllables without tones."""
    return frozenset(w for line in load_lines("english") for w in line.split() if w.isalpha()) - folded_syllables()


@cache
def _terms() -> _Terms:
    """The English of the vocabulary, as questions are searched for it."""
    vocabulary = load_vocabulary("english_terms")
    vietnamese: dict[str, str] = {}
    for section in ("terms", "nouns", "periods", "bodies"):
        for name, phrases in vocabulary[section].items():
            vietnamese.update({fold(p): fold(name) for p in phrases})
    for sector, phrases in vocabulary["sectors"].items():
        for phrase in phrases:
            vietnamese.update(_offices(fold(sector), fold(phrase)))
    # What is typed on a phone loses its apostrophe: "peoples committee", "the provinces rank".
    for lost in ("", " "):
        vietnamese |= {p.replace("-", " "): v for p, v in vietnamese.items() if "-" in p}
        vietnamese |= {p.replace("'", lost): v for p, v in vietnamese.items() if "'" in p}
    dropped = "|".join(sorted(vocabulary["drop"]["words"], key=len, reverse=True))
    return _Terms(
        re.compile(r"(?<![\w'-])" + phrase_tree(vietnamese, lambda _: r"(?![\w-])")),
        vietnamese,
        frozenset(fold(n) for n in vocabulary["nouns"]),
        {english: fold(level) for level, names in vocabulary["levels"].items() for english in names},
        re.compile(rf"(?<![\w'-])(?:{dropped})(?![\w'-])"),
    )


@cache
def _frames() -> re.Pattern[str]:
    """Asking words with a body or thing between them: "what did … have to do"."""
    ways = {fold(way) for ways in load_vocabulary("english_terms")["frames"].values() for way in ways}
    patterns = [way.replace("...", "[^?]{2,80}" + ("" if way.endswith("...") else "?")) for way in ways]
    return pattern_of(rf"\b(?:{'|'.join(sorted(patterns, key=len, reverse=True))})\b")


def _framed(match: re.Match[str]) -> str:
    """The same in the words that ask so in Vietnamese, around what stands between."""
    for vietnamese, ways in load_vocabulary("english_terms")["frames"].items():
        for way in ways:
            before, _, after = fold(way).partition("...")
            if match[0].startswith(before) and match[0].endswith(after):
                between = match[0][len(before) : len(match[0]) - len(after)]
                return fold(vietnamese).replace("...", between)
    return match[0]


def _offices(sector: str, phrase: str) -> dict[str, str]:
    found = {}
    for office, names in _OFFICES.items():
        for name in names:
            for form in (f"{name} of {phrase}", f"{name} for {phrase}", f"{phrase} {name}"):
                found[form] = f"{fold(office)} {sector}"
    return found


def _place_names(words: str, places: frozenset[str], terms: _Terms) -> str:
    """ "Son Binh district", "district of Son Binh": the level before the name, as Vietnamese has it."""
    for english, level in terms.levels.items():
        if english not in words:
            continue
        words = re.sub(
            rf"\b{english} of (?!the\b)(?P<name>[a-z]+(?: [a-z]+){{0,3}})",
            partial(_before_match, level=level, places=places),
            words,
        )
        words = re.sub(
            rf"(?P<name>(?:[a-z]+ ){{1,{_LONGEST_NAME}}}){english}s?\b(?! of\b)(?!-(?:level|wide))",
            partial(_after_match, level=level, places=places),
            words,
        )
    return words


def _before_match(match: re.Match[str], *, level: str, places: frozenset[str]) -> str:
    return _level_before(match["name"], level, match[0], places)


def _after_match(match: re.Match[str], *, level: str, places: frozenset[str]) -> str:
    return _level_after(match["name"].split(), level, match[0], places)


def _level_before(name: str, level: str, whole: str, places: frozenset[str]) -> str:
    tokens = name.split()
    for size in range(len(tokens), 0, -1):
        if " ".join(tokens[:size]) in places:
            return " ".join((level, *tokens))
    return whole


def _level_after(tokens: list[str], level: str, whole: str, places: frozenset[str]) -> str:
    """The name that ends before the level: the longest known one, else the words that are not English."""
    for size in range(len(tokens), 0, -1):
        if " ".join(tokens[-size:]) in places:
            return " ".join((*tokens[:-size], level, *tokens[-size:]))
    unknown = 0
    while unknown < len(tokens) and _may_be_name(tokens[-1 - unknown]):
        unknown += 1
    if not unknown:
        return whole
    return " ".join((*tokens[:-unknown], level, *tokens[-unknown:]))


def _may_be_name(word: str) -> bool:
    return word in folded_syllables() and word not in _ENGLISH_WORDS


# English words that have the letters of Vietnamese syllables.
_ENGLISH_WORDS = frozenset(
    {"the", "in", "at", "on", "to", "so", "an", "a", "do", "no", "me", "may", "ban", "can", "nay"}
)


def _nouns_first(words: str) -> str:
    """ "how many overdue land dossiers" as "how many dossiers overdue land": a unit follows its number."""
    words = _described().sub(_noun_before, words)
    return _ANY_NOUN.sub(lambda m: f"{m['noun']} nao", words)


def _noun_before(match: re.Match[str]) -> str:
    asks, noun, about = match["ask"], match["noun"], match["about"].strip()
    return f"{noun} {about} nao" if asks == "any" else f"{asks} {noun} {about}"


_ANY_NOUN = pattern_of(
    lambda: rf"\bany (?P<noun>{'|'.join(sorted(map(re.escape, _terms().nouns), key=len, reverse=True))})\b"
)


@cache
def _described() -> re.Pattern[str]:
    """A noun after the terms that describe it, and what asks for its number."""
    terms = _terms()
    nouns = "|".join(sorted((re.escape(n) for n in terms.nouns), key=len, reverse=True))
    described = sorted({re.escape(v) for v in terms.vietnamese.values() if v not in terms.nouns}, key=len, reverse=True)
    return pattern_of(
        rf"\b(?P<ask>how many|number of|total|khong co|any)\s(?P<about>(?:(?:new|{'|'.join(described)})\s)+)(?P<noun>{nouns})\b"
    )
