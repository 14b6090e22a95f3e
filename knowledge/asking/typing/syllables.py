"""Which letters can be a Vietnamese syllable, and where its tone is written.

A syllable is an onset, a rhyme and one of six tones (Đoàn Thiện Thuật, Ngữ âm tiếng Việt); the spelling of
k, gh and ngh before front vowels is that of Quyết định 240/QĐ (5/3/1984) of the Ministry of Education.
"""

import unicodedata
from functools import cache, lru_cache

from knowledge.grammar.folding import fold

TONES = {"\u0301": "sắc", "\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
VOWELS = frozenset("aăâeêioôơuưy")
_LONGEST = 7  # nghiêng
_FRONT = frozenset("eêiy")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ONSETS = _words(
    """
    b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
    """
)
_RHYMES = _words(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng
    eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac
    oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ
    up ut uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn
    ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
    """
)
# After "qu" the u is written once: "quốc" and "quân" stand without the rhymes' own u.
_AFTER_QU = _words(
    """
    a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt êu i
    in it ich ôc ơ y ych yên yêt ynh yt
    """
)
_Y_ONSETS = frozenset({"", "h", "k", "l", "m", "q", "s", "t", "v"})  # "kỹ", "lý", "sỹ", "tỷ"


@cache
def bare_syllables() -> frozenset[str]:
    """Every syllable the spelling allows, with its vowels' marks and without tone: "tiêp", "đinh"."""
    made = {f"{onset}{rhyme}" for onset in ["", *_ONSETS] for rhyme in _RHYMES if _may_join(onset, rhyme)}
    return frozenset(made | {f"qu{rhyme}" for rhyme in _AFTER_QU} | {"gin", "giêng", "giêt", "giêm", "giêc", "giêu"})


@cache
def folded_syllables() -> frozenset[str]:
    """The same without any marks."""
    return frozenset(map(fold, bare_syllables()))


def _may_join(onset: str, rhyme: str) -> bool:
    is_front = rhyme[0] in _FRONT
    if rhyme[0] == "y":
        return onset == "" if len(rhyme) > 1 else onset in _Y_ONSETS
    if onset in {"c", "g", "ng"}:
        return not is_front or (onset, rhyme) == ("g", "i")
    if onset in {"k", "gh", "ngh"}:
        return is_front
    if onset == "gi":
        return rhyme[0] != "i"
    return onset != "qu"


def take_tone(syllable: str) -> tuple[str, str]:
    """The composed syllable without its tone, and the tone as a combining character or empty."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tones = [char for char in decomposed if char in TONES]
    bare = "".join(char for char in decomposed if char not in TONES)
    return unicodedata.normalize("NFC", bare), tones[0] if len(tones) == 1 else "".join(tones)


def put_tone(bare: str, tone: str) -> str:
    """The syllable with its tone where the older style writes it: "hòa", "thủy", "quý", "giá"."""
    if not tone:
        return bare
    at = _tone_place(bare)
    return unicodedata.normalize("NFC", bare[: at + 1] + tone + bare[at + 1 :])


def _tone_place(bare: str) -> int:
    start = 2 if bare.startswith(("qu", "gi")) and len(bare) > 2 and bare[2] in VOWELS else 0
    places = [i for i in range(start, len(bare)) if bare[i] in VOWELS]
    marked = [i for i in places if bare[i] in "ăâêôơư"]
    if marked:
        return marked[-1]
    if len(places) == 1 or not places:
        return places[0] if places else 0
    return places[-1] if places[-1] < len(bare) - 1 else places[-2]


def is_syllable(bare: str, tone: str) -> bool:
    """Whether these can be spoken together: after p, t, c and ch only sắc and nặng are."""
    if bare not in bare_syllables():
        return False
    return not bare.endswith(("p", "t", "c", "ch")) or tone in {"", "\u0301", "\u0323"}


@lru_cache(maxsize=8192)
def tidy(word: str) -> str:
    """A lower-case word with its tone moved to its place ("hoà", "qúy" to "hòa", "quý"); others unchanged."""
    if len(word) > _LONGEST:
        return word
    bare, tone = take_tone(word)
    return put_tone(bare, tone) if len(tone) == 1 and is_syllable(bare, tone) else word
