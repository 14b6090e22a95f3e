"""Words as concepts: what a phrase means, alike in reports and in questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_lines, load_lists, load_rows, load_vocabulary
from knowledge.worked_out import worked_out

# What was taken out of a question leaves a mark (\x00) that no phrase reaches across.
_TOKEN = pattern_of(r"[a-z]+(?:\d+)?|\x00+")
# "Hồ sơ tại 11 phường", "Mười một phường tiếp nhận …": counted communes are the level; "huyện và 13 xã" are both.
_COUNTED = pattern_of(
    r"(?<!huyen va )(?<!thi xa va )(?<!quan va )(?<!thanh pho va )\b\d{1,3}(?:/\d{1,3})?\s(?:xa|phuong)\b"
)
_AT_NUMBER = Sought(r"\btai \d")
COUNTED_ACTING = Sought(
    r"(?<!huyen va )(?<!thi xa va )(?<!quan va )(?<!thanh pho va )\b(?:\d{1,3}|muoi(?: (?:mot|hai|ba|bon|lam|sau|bay|tam|chin))?) (?:xa|phuong)(?:, (?:phuong|thi tran|dac khu))*"
    r"(?= (?:cua [a-z ]{3,24} )?(?:tiep nhan|nhan|da giai quyet|giai quyet) )"
)
# "Huyện và 13 xã, thị trấn" is the whole of it, as "huyện và các xã, thị trấn" is.
_WITH_ITS_COMMUNES = Sought(r"(?<=\bhuyen va )\d{1,3}(?= xa\b)|(?<=\bquan va )\d{1,3}(?= phuong\b)")
# "Nữ 1.020 người, dân tộc thiểu số 310 người": what is counted ends there, and no "người dân" begins.
_COUNTED_PEOPLE = Sought(r"(?<=\d nguoi),(?= dan\b)")
_DIGIT = pattern_of(r"\d")
_THREE_LEVELS = Sought(r"\b3 (?=cap\b)")
# "đợt 2" and "mức độ 4" tell things apart; other numbers are read by their own grammar.
_NUMBERED = Sought(
    r"\b(dot|muc do|lan|giai doan|khoa|loai|chi so)\s(?:thu\s)?(\d{1,3})\b|\b(nhom)\s([1-5])\b(?!(?:,? \d)|\s(?:tinh|bo|dia|don vi|so|huyen|xa|phuong|nuoc|co quan|thanh pho|nguoi|hang))"
)
# "Đợt II" is "đợt 2".
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}
_ROMAN_NUMBERED = Sought(r"\b(dot|lan|giai doan|khoa)\s(?:thu\s)?(i{1,3}|iv|vi?)\b(?! (?:tri|ec|pham)\b)")
# So many texts are remembered with what they say: a question is read in parts that are often alike.
_MOST_REMEMBERED = 2_000
# "Cả 63 tỉnh, thành phố", since July 2025 34 of them; "3 cấp" are the province, its districts and communes.
_ALL_PROVINCES = Sought(r"(?<![/\d])\b(?:63|34) tinh\b(?:(?:,| va)? thanh pho)?")
# "Mức 4" is "mức độ 4" of a service; "mức 4%", "mức 40" and "danh mục 4 tại chỗ" are none.
_LEVEL_OF_SERVICE = Sought(r"\b(?<!danh )(?<!hang )muc(?= [34]\b(?![.,]\d|\s?%|\s(?:trieu|ty|nghin|dong)\b))")
# "Mức độ 3, 4" is "mức độ 3, mức độ 4".
_BOTH_LEVELS = Sought(r"\bmuc do 3(?:,? va |[,/] ?| hoac )(?=4\b(?![.,]\d|\s?%))")
_ALL_LEVELS = Sought(r"(?<![/\d])\b3 cap\b")
# "Bộ chỉ số ban hành kèm theo Quyết định số 766/QĐ-TTg" is called by its number: "Bộ chỉ số 766".
_INDEX_OF_DECISION = Sought(
    r"\bchi so (?:(?:duoc )?(?:ban hanh|quy dinh|neu) )?(?:kem theo|theo|tai|cua) (?:quyet dinh|qd) (?:so )?(\d{2,4})\b(?:/[a-z]+(?:-[a-z]+)*)?"
)
TOPIC = "topic"
# The dimension of a compound: it is one word of the text and no concept.
WORD = "word"
# What the word that is a place's name begins with.
NAME = "@"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text speaks of: a value for each dimension it names, its topics (`#land`) and other words."""

    dimensions: dict[str, frozenset[str]]
    words: frozenset[str]

    @property
    def topics(self) -> frozenset[str]:
        """The concepts among its words."""
        return frozenset(w for w in self.words if w.startswith("#"))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words in a row and all that they say, each a dimension and a value: "Hồ sơ qua dịch vụ công trực tuyến" says two things."""

    words: list[str]
    said: list[tuple[str, str]]


class Tagger:
    """Finds the concepts of folded text, longest phrases first; words of `stop` carry nothing."""

    def __init__(
        self,
        concepts: Mapping[str, Mapping[str, Sequence[str]]],
        stop: Iterable[str],
        short_forms: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._short_forms = short_forms or {}
        self._known: dict[str, Terms] = {}
        self._single: dict[str, _Phrase] = {}
        self._longer: dict[tuple[str, str], list[_Phrase]] = {}  # by their first two words, the longest first
        for dimension, values in concepts.items():
            for value, phrases in values.items():
                for phrase in phrases:
                    self.add(phrase, dimension, value)
        self._stop = frozenset(w for phrase in stop for w in [fold(phrase)] if " " not in w)
        for phrase in stop:
            if " " in phrase:
                self.add(phrase, "", "")

    def copy(self) -> "Tagger":
        """One that finds the same and learns by itself."""
        copied = Tagger({}, (), self._short_forms)
        copied._single = {word: _Phrase(p.words, list(p.said)) for word, p in self._single.items()}
        copied._longer = {
            start: [_Phrase(p.words, list(p.said)) for p in phrases] for start, phrases in self._longer.items()
        }
        copied._stop = self._stop
        return copied

    def add(self, phrase: str, dimension: str, value: str) -> None:
        """Make a phrase say a concept, as an alias does; with no dimension it says nothing."""
        words = _TOKEN.findall(_with_numbers(fold(phrase)))
        if not words:
            return
        self._known = {}
        self._phrase(words).said.append((dimension, value))

    def tag(self, folded: str) -> Terms:
        """The concepts and remaining words of a folded text."""
        known = self._known.get(folded)
        if known is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known = {}
            known = self._known[folded] = self._tag(folded)
        return known

    def tag_around(self, folded: str, names: Iterable[tuple[int, int]]) -> Terms:
        """The same where names stand there, each of which is one word that says nothing else: "Bến Tre" has the letters of "trễ"."""
        struck, said = list(folded), set[str]()
        for start, end in names:
            struck[start:end] = "\x00" * (end - start)
            said.add(name_word(folded[start:end]))
        terms = self.tag("".join(struck))
        return Terms(terms.dimensions, terms.words | said)

    def _phrase(self, words: list[str]) -> _Phrase:
        if len(words) == 1:
            return self._single.setdefault(words[0], _Phrase(words, []))
        same_start = self._longer.setdefault((words[0], words[1]), [])
        known = next((phrase for phrase in same_start if phrase.words == words), None)
        if known is None:
            known = _Phrase(words, [])
            same_start.append(known)
            same_start.sort(key=lambda phrase: -len(phrase.words))
        return known

    def _tag(self, folded: str) -> Terms:
        """Takes the longest phrase at each place, else its word, unless that carries nothing."""
        folded = _COUNTED_PEOPLE.sub("\x00", folded)
        told = _with_numbers(COUNTED_ACTING.sub("cap xa", _WITH_ITS_COMMUNES.sub("cac", folded)))
        found = _TOKEN.findall(_COUNTED.sub(" cap xa ", told) if _AT_NUMBER.search(told) else told)
        tokens = found
        if not self._short_forms.keys().isdisjoint(found):
            tokens = [word for token in found for word in self._short_forms.get(token, (token,))]
        dimensions: dict[str, set[str]] = {}
        words: set[str] = set()
        at = 0
        for here, pair in enumerate(zip_longest(tokens, tokens[1:])):
            if here < at:
                continue
            token = pair[0]
            # Most words begin no phrase of several, which is seen here sooner than by a call.
            taken = self._longest(tokens, here) if pair in self._longer else self._single.get(token)
            if taken and len(taken.words) > _TWO:
                taken = self._without_half(taken, tokens, here)
            if taken and not self._is_across(taken, tokens, here):
                _note(taken, dimensions, words)
                at = here + len(taken.words)
                continue
            if token not in self._stop and token[0] != "\x00" and len(token) > 1:
                words.add(token)
            at = here + 1
        return Terms({d: frozenset(v) for d, v in dimensions.items()}, frozenset(words))

    def _without_half(self, taken: _Phrase, tokens: list[str], at: int) -> _Phrase:
        """The phrase, or the shorter one where its last syllable begins a word that goes on: "hồ sơ môi trường" is not "hồ sơ mới"."""
        last = at + len(taken.words) - 1
        beside = self._longest(tokens, last)
        if beside is None or len(beside.words) < _TWO or beside.said[0][0] != WORD:
            return taken
        shorter = next(
            (p for p in self._longer.get((tokens[at], tokens[at + 1]), ()) if p.words == taken.words[:-1]), None
        )
        return shorter or taken

    def _is_across(self, taken: _Phrase, tokens: list[str], at: int) -> bool:
        """Whether a word of two syllables takes one that stands alone and half of the next: "có phần" in "có phần mềm".

        Alone stands what says nothing, or says something by itself: "giám hộ" in "giảm hồ sơ", "chi tiết" in "chi tiết kiệm".
        """
        if len(taken.words) != _TWO or taken.said[0][0] not in {WORD, ""}:
            return False
        if taken.said[0][0] == WORD and tokens[at] not in self._stop and tokens[at] not in self._single:
            return False
        beside = self._longest(tokens, at + 1)
        if beside is None or len(beside.words) < _TWO:
            return False
        # "Văn bản giao …" is no handing over: what says nothing gives way to a concept alone.
        return bool(beside.said[0][0]) and (taken.said[0][0] == WORD or beside.said[0][0] != WORD)

    def _longest(self, tokens: list[str], at: int) -> _Phrase | None:
        """The longest phrase that stands here."""
        if at + 1 < len(tokens):
            for phrase in self._longer.get((tokens[at], tokens[at + 1]), ()):
                if tokens[at : at + len(phrase.words)] == phrase.words:
                    return phrase
        return self._single.get(tokens[at])


_TWO = 2  # syllables


def name_word(folded: str) -> str:
    """The word that a place's name is: "@ben_tre"."""
    return f"{NAME}{'_'.join(folded.split())}"


def _note(phrase: _Phrase, dimensions: dict[str, set[str]], words: set[str]) -> None:
    """Add what the phrase says to the concepts and words found so far."""
    for dimension, value in phrase.said:
        if dimension == TOPIC:
            words.add(f"#{value}")
        elif dimension == WORD:
            words.add(value)
        elif dimension:
            dimensions.setdefault(dimension, set()).add(value)


# "Đề án 06", "Nghị quyết 18": a central project called by its number is one word; "đề án 5 tỷ" is none.
PROJECT = Sought(
    r"\b(?P<kind>de an|chuong trinh|nghi quyet|chi thi|ket luan) (?:so )?0*(?P<number>[1-9]\d{0,3})"
    r"\b(?![.,/-]\s?\w|\s?/|\s(?:ty|trieu|nam|thang|nguoi|%|ho so|don vi|nhiem vu|tai cho|khong|nhat|xin|tang cuong|dung|ro)\b)"
)


def project_word(kind: str, number: str) -> str:
    """The word that a project called by its number is: "dean6"."""
    return f"{kind.replace(' ', '')}{number}"


def _with_numbers(folded: str) -> str:
    """The text with numbers that tell things apart written as one with their words."""
    folded = _ROMAN_NUMBERED.sub(lambda m: f"{m[1].replace(' ', '')}{_ROMAN[m[2]]}", folded)
    if not _DIGIT.search(folded):
        return folded
    folded = _INDEX_OF_DECISION.sub(r"chi so \1", folded)
    folded = _THREE_LEVELS.sub("ba ", folded)
    folded = PROJECT.sub(lambda m: project_word(m["kind"], m["number"]), folded)
    folded = _BOTH_LEVELS.sub("muc do 3, muc do ", _LEVEL_OF_SERVICE.sub("muc do", folded))
    folded = _ALL_LEVELS.sub("ba cap", _ALL_PROVINCES.sub("ca nuoc", folded))
    return _NUMBERED.sub(lambda m: f"{(m[1] or m[3]).replace(' ', '')}{m[2] or m[4]}", folded)


def in_order(dimension: str, values: Iterable[str]) -> list[str]:
    """Values of a dimension in the order of the vocabulary."""
    wanted = frozenset(values)
    return [value for value in load_vocabulary("concepts")[dimension] if value in wanted]


def shipped_tagger() -> Tagger:
    """A tagger with the shipped vocabulary, fresh so that aliases may be added."""
    return _shipped_tagger().copy()


@cache
def _shipped_tagger() -> Tagger:
    tagger = Tagger(load_vocabulary("concepts"), load_vocabulary("cues")["stop"]["words"], _written_short_forms())
    for phrase in load_lines("compounds"):
        tagger.add(phrase, WORD, fold(phrase).replace(" ", "_"))
    for phrase in load_vocabulary("cues")["bound"]["words"]:
        for syllable in fold(phrase).split():
            tagger.add(phrase, WORD, syllable)
    return tagger


# Bodies' short forms, which the grammar of organisations reads.
_KEPT_SHORT = {"ubnd", "hdnd", "ubmttq"}


@worked_out
def _written_short_forms() -> dict[str, tuple[str, ...]]:
    """Short forms that reports write as well, with one meaning: "CHQS", "VBQPPL"; those that are concepts stay."""
    rows = load_rows("abbreviations", "abbreviation")
    known = {fold(p) for values in load_vocabulary("concepts").values() for ps in values.values() for p in ps}
    return {
        fold(short): tuple(fold(row["meanings"][0]).split())
        for row in rows
        for short in row["short"]
        if len(row["meanings"]) == 1 and short.isupper() and len(short) >= 4 and fold(short) not in known | _KEPT_SHORT
    }


@cache
def concept_names() -> dict[str, tuple[str, str]]:
    """What answers call a dimension's value, in Vietnamese and English."""
    return {value: (names[0], names[1]) for value, names in load_lists("names").items()}
