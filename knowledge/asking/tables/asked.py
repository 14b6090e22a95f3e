"""What a question asks of a table: which rows, how many, or what stands in a cell; and the words that are left to find it by."""

from dataclasses import dataclass
from functools import cache

from knowledge.asking.reading.question import Query
from knowledge.asking.tables.choosing import words_in
from knowledge.asking.words.framing import framing
from knowledge.asking.words.kinds_of_bodies import nouns_of_bodies
from knowledge.grammar.document_types import type_by_name
from knowledge.grammar.folding import fold, has_tones
from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_vocabulary

_THINGS = "van ban|nhiem vu|cong viec|dau viec|viec|noi dung|chi tieu|ho so|nguoi|can bo|cong chuc|de an|linh vuc|dia phuong|don vi|co quan|hang muc|loai van ban|chi nhanh|chi cuc|phong|xa|phuong|huyen|so|cap|nganh|loai|lop"
_LAND = r"(?:thi tran|thi xa|thanh pho|dac khu|phuong|huyen|quan|xa)"
# "Phường, xã, đặc khu nào": those of each.
_SEVERAL_LANDS = rf"{_LAND}(?:(?:,? va|,? hoac|,)? {_LAND})+"
_SORT = pattern_of(
    lambda: (
        rf"(?P<noun>{_SEVERAL_LANDS}|{'|'.join(sorted(type_by_name(), key=len, reverse=True))}|{_THINGS}|{nouns_of_bodies()})"
    )
)


_ONE_LAND = pattern_of(rf"\b{_LAND}\b")


def lands_of(noun: str) -> list[str]:
    """The sorts of places that a noun names one beside the other; of any other noun itself."""
    lands = _ONE_LAND.findall(noun)
    return lands if len(lands) > 1 else [noun]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: `sort` is "rows", "count", "most", or that of the cell: "who", "when", "state", "why", "many", "what"; "cell" where none is said."""

    sort: str
    noun: str
    left: str  # the folded words that are left
    way: str = ""  # of the most: "nhieu", "it"


def read_asked(query: Query) -> Asked | None:
    """What the question asks of a table's rows or cells; None where it asks nothing of that kind."""
    words = f" {query.folded.strip(' ?!.')} "
    if _ASKS_WHETHER_ANY.search(words):
        return None  # "Có ai bị kỷ luật không": whether there is one, and nobody who is charged with something
    for sort, asked in _PATTERNS:
        if (said := asked.search(words)) is not None:
            told = said.groupdict()
            noun = told.get("noun") or told.get("time") or ""
            if way := told.get("way"):
                if _SEVERAL_MOST.search(words[: said.start("noun")] if told.get("noun") else ""):
                    return None  # "Năm đơn vị nào cao nhất": of the first five one is no answer
                inner = words[said.start("what") : said.end()].replace(" nhat", " ").replace(f" {way} ", " ")
                left = f"{words[: said.start()]} {inner} {words[said.end() :]}"
                return Asked(sort, noun, " ".join(left.split()), way)
            return Asked(sort, noun, " ".join(f"{words[: said.start()]} {words[said.end() :]}".split()))
    return Asked("cell", "", words.strip()) if 1 < len(words.split()) <= _MOST_WORDS else None


_ASKS_WHETHER_ANY = pattern_of(
    r"\b(?:da )?co (?:ai|nguoi nao|can bo nao|cong chuc nao|don vi nao|co quan nao|noi nao|dau)\b.*\b(?:khong|chua) $"
)
_SEVERAL_MOST = pattern_of(r"\b(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d+|nhung|cac) $")
# A cell may be asked for by nothing but its row and column: "Sở Y tế điểm thẩm định".
_MOST_WORDS = 12


# How each is asked for; the first that is found counts.
_MOST = r"(?P<way>nhieu|cao|lon|dong|it|thap|nho)(?: [a-z]+){0,4}? nhat"
_PATTERNS = (
    ("most", pattern_of(lambda: rf"\b(?:{_SORT.pattern}|(?P<time>thang|quy|nam)) nao\b(?P<what>.*?)\b{_MOST}\b")),
    (
        "state",
        pattern_of(
            r"\b(?:toi dau|den dau|the nao)(?: roi)?(?= )|\b(?:tinh trang|ket qua) (?:ra )?(?:sao|the nao|gi)\b|\b(?:sao|the nao) roi\b"
        ),
    ),
    (
        "state",
        pattern_of(
            r"(?<!sao )\b(?:da )?(?:duoc )?(?:lam xong|ban hanh|hoan thanh|xong|trinh|thuc hien|xu ly|duyet|tra|lam|dat)?(?: xong)? (?:hay )?chua(?: vay| a| nhi)? $"
        ),
    ),
    ("why", pattern_of(r"\b(?:vi sao|tai sao|ly do (?:gi|vi sao)|do dau|sao)\b(?! roi)")),
    ("state", pattern_of(r"\b(?:co )?(?:xong )?(?:tre|dung han|qua han|dat) khong(?: vay| a)? $")),
    ("count", pattern_of(lambda: rf"\b(?:co |con |duoc )*(?:bao nhieu|may) (?:cai )?(?:{_SORT.pattern}) ")),
    (
        "when",
        pattern_of(
            r"\b(?:vao )?(?:khi nao|ngay nao|ngay may|bao gio|hom nao|luc nao|thang may|thang nao|quy may|quy nao)\b"
        ),
    ),
    ("who", pattern_of(r"\b(?:do |giao )?(?:ai|nguoi nao|ben nao|noi nao)\b|\b(?:cho|gui|o) (?:ai|dau)\b")),
    ("symbol", pattern_of(r"\b(?:la )?so (?:may|bao nhieu)\b")),
    ("many", pattern_of(r"\b(?:duoc |dat |la )?(?:bao nhieu|may)\b(?: (?:phan tram|%))?")),
    ("rows", pattern_of(lambda: rf"\b(?:nhung |cac )?(?:{_SORT.pattern}) (?:nao|gi)\b")),
    ("what", pattern_of(r"\b(?:la )?(?:cai )?(?:gi|nao)\b")),
)


def plain_words(left: str, query: Query) -> frozenset[str]:
    """Its syllables, less those that a question is only put in: with its tones where it has any, and never of a body's name."""
    toned = {word: fold(word) for word in _WORD.findall(query.text.lower())}
    put_in = _put_in()
    meant = (
        {plain for word, plain in toned.items() if word not in put_in} if has_tones(query.text) else frozenset[str]()
    )
    names = {word for body in query.bodies for word in body.name.split()}
    return words_in(left) - (framing("tables") - meant - names)


@cache
def _put_in() -> frozenset[str]:
    return frozenset(load_vocabulary("framing")["tables"]["words"])


_WORD = pattern_of(r"[^\W\d_]+")
