"""Asking words: what a question asks for by the phrases of `cues.toml`, and which of its words carry no subject."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from knowledge.asking.reading.courtesies import polite_end
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed, phrase_tree
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_lines, load_vocabulary
from knowledge.worked_out import worked_out


@cache
def _cue_patterns() -> dict[str, re.Pattern[str]]:
    """By what is asked for the phrases with which it is."""
    return {name: pattern_of(_written_cue(name)) for name in load_vocabulary("cues")["ask"]}


@worked_out
def _written_cue(name: str) -> str:
    return _phrases(load_vocabulary("cues")["ask"][name])


@cache
def _cues_by_start() -> dict[tuple[str, ...], list[tuple[frozenset[str], str, str]]]:
    """By the first two words of each phrase all its words, what it is where it has none ("%"), and what it asks for."""
    found: dict[tuple[str, ...], list[tuple[frozenset[str], str, str]]] = {}
    for name, phrases in load_vocabulary("cues")["ask"].items():
        for phrase in phrases:
            words = _WORD.findall(fold(phrase))
            found.setdefault(tuple(words[:2]), []).append((frozenset(words), "" if words else phrase, name))
    return found


_WORD = pattern_of(r"\w+")


def _phrases(phrases: Iterable[str]) -> str:
    folded = {fold(p) for p in phrases}
    # "Ký số văn bản", "chuyển đổi số của …": that "số" is digital and asks for no number.
    guarded = {p for p in folded if p.startswith("so ")}
    ways = [f"{_DIGITAL}{phrase_tree(guarded, _ending)}"] if guarded else []
    ways += [phrase_tree(folded - guarded, _ending)] if folded - guarded else []
    # Before a word that nothing stands before is told sooner by the boundary.
    before = r"\b" if all(p[0].isalnum() for p in folded) else r"(?<!\w)"
    return rf"{before}(?:{'|'.join(ways)})"


def _ending(phrase: str) -> str:
    behind = next((but for end, but in _BEHIND.items() if phrase.endswith(end)), "")
    return rf"(?!\w){behind}"


_BEHIND = {
    # "Số văn bản quy phạm pháp luật": how many of a kind, and not the number of one.
    " van ban": r"(?! (?:quy pham|dien tu|di|den|chi dao|dieu hanh)\b)",
    # "Áp dụng thời hạn 8 ngày làm việc": how long it lasts, and no day by which it is to be done.
    "thoi han": r"(?! (?:la )?\d+ (?:ngay|gio|buoi|tuan|thang|nam)\b)",
    # "Của đơn vị nào, kỳ nào": a time, and nobody who signs.
    "nao ky": r"(?! nao\b)",
}
# "Giữa các sở với UBND cấp xã": departments, and nothing that is compared.
_DIGITAL = r"(?!(?<=\bcac )so voi\b)(?<!\bky )(?<!\bdoi )(?<!\bthu )(?<!\bkinh te )"


@worked_out
def _written_misleading() -> str:
    """Phrases that hold an asking word only when tones are left out: "bộ máy" is no "mấy"."""
    short = {fold(p) for phrases in load_vocabulary("cues")["ask"].values() for p in phrases if " " not in p}
    phrases = [p for values in load_vocabulary("concepts").values() for ps in values.values() for p in ps if " " in p]
    # "Máy chủ" is no "mấy" either.
    phrases += [p for p in load_lines("compounds") if fold(p).startswith("may ")]
    misleading = _phrases(p for p in phrases if short & set(fold(p).split()) - set(_KEPT_CUES))
    # "Bãi bỏ mấy thủ tục", "công bố mấy thủ tục" do ask.
    return rf"(?<!\bbai )(?<!\bhuy )(?<!\bcong ){misleading}"


_MISLEADING = Sought(_written_misleading)


# Asking words that ask even inside a concept's phrase: "tổng số hồ sơ".
_KEPT_CUES = ("total", "overdue", "rank", "ranked", "chua", "date")


def find_cues(folded: str) -> dict[str, tuple[int, int]]:
    """What a folded question asks for, each with the place of its first phrase."""
    found = {}
    masked = _MISLEADING.sub(lambda m: "\x00" * len(m[0]), folded)
    words = _WORD.findall(masked)
    spoken, by_start = frozenset(words), _cues_by_start()
    starts: Iterable[tuple[str, ...]] = ((), *pairwise(words), *zip(words, strict=True))
    # Only what has a phrase whose words are all there is looked for.
    may_ask = {
        name
        for start in starts
        if start in by_start
        for said, sign, name in by_start[start]
        if sign in masked and said <= spoken
    }
    for name, pattern in _cue_patterns().items():
        if name not in may_ask:
            continue
        if match := max(pattern.finditer(masked), key=lambda m: m.end() - m.start(), default=None):
            found[name] = (match.start(), match.end())
    return {name: place for name, place in found.items() if not _is_within(name, place, found)}


# A phrase of these says more than an asking word inside it: "ngày mấy" asks no count.
_WHOLE = frozenset(
    ("who", "when", "window", "rank", "score", "money", "percent", "number", "about", "responsible", "due", "overdue")
)


def _is_within(name: str, place: tuple[int, int], found: dict[str, tuple[int, int]]) -> bool:
    return any(
        other != name and other in _WHOLE and a <= place[0] and place[1] <= b and (b - a) > (place[1] - place[0])
        for other, (a, b) in found.items()
    )


@cache
def cue_words() -> re.Pattern[str]:
    """All asking phrases, to be taken out before the subject is read."""
    return pattern_of(_written_cue_words())


@worked_out
def _written_cue_words() -> str:
    asks = load_vocabulary("cues")["ask"]
    keep = {"tasks", "effective", "responsible", "due", "rank", "money", "verify", "overall", "compare", "overdue"}
    return _phrases(p for name, phrases in asks.items() if name not in keep for p in phrases if " " in p)


@cache
def all_cue_words() -> re.Pattern[str]:
    """Every asking phrase of two words or more, those that may be a subject as well included."""
    return pattern_of(_written_all_cue_words())


@worked_out
def _written_all_cue_words() -> str:
    asks = load_vocabulary("cues")["ask"]
    return _phrases(p for phrases in asks.values() for p in phrases if " " in p)


@cache
def stop_words() -> frozenset[str]:
    """Single words that carry no subject, folded."""
    return frozenset(folded for word in load_vocabulary("cues")["stop"]["words"] if " " not in (folded := fold(word)))


# What is asked so wants a yes or a no: "… ban hành chưa?", "… có không vậy em".
ENDS_ASKING = Sought(lambda: rf"\b{NOT}{polite_end()}")
# In English it opens so as well: "has it been issued".
ASKS_WHETHER = Sought(lambda: rf"\b{NOT}{polite_end()}|^(?:has|is|did|does|was|have)\b")
# Whether it is so by now: "… xong chưa nhỉ".
ENDS_WITH_YET = Sought(lambda: rf"\bchua{polite_end()}")


@cache
def follow_words() -> re.Pattern[str]:
    """What opens a question that goes on from the one before."""
    return re.compile(rf"^(?:{listed('cues', 'follow')})\b")
