"""Who issued a document: who is said to have issued it, else the body that its symbol names."""

import re
from dataclasses import dataclass
from datetime import date

from knowledge.grammar.document_types import type_pattern
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import BODY_BEGINNING, NOUN_ALONE, OrganisationMention, find_organisations, is_noun
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.importing.subjects import OPENING, acts
from knowledge.vocabulary.loading import load_lists

# Letters of symbols, without "&": departments are alike in all provinces (Nghị định 24/2014/NĐ-CP names them).
BODY_CODES = {
    "SNV": "Sở Nội vụ", "STP": "Sở Tư pháp", "STC": "Sở Tài chính", "SXD": "Sở Xây dựng", "SYT": "Sở Y tế",
    "STNMT": "Sở Tài nguyên và Môi trường", "STTTT": "Sở Thông tin và Truyền thông",
    "SKHĐT": "Sở Kế hoạch và Đầu tư", "SCT": "Sở Công Thương", "SGTVT": "Sở Giao thông vận tải",
    "SGDĐT": "Sở Giáo dục và Đào tạo", "SKHCN": "Sở Khoa học và Công nghệ",
    "SLĐTBXH": "Sở Lao động - Thương binh và Xã hội", "SNNPTNT": "Sở Nông nghiệp và Phát triển nông thôn",
    "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch", "SNgV": "Sở Ngoại vụ",
    "SNNMT": "Sở Nông nghiệp và Môi trường", "SDTTG": "Sở Dân tộc và Tôn giáo", "BNNMT": "Bộ Nông nghiệp và Môi trường", "VPUBND": "Văn phòng UBND",
    "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BTP": "Bộ Tư pháp", "BTTTT": "Bộ Thông tin và Truyền thông",
    "BYT": "Bộ Y tế", "BXD": "Bộ Xây dựng", "BCT": "Bộ Công Thương", "BCA": "Bộ Công an", "BNG": "Bộ Ngoại giao",
    "BGDĐT": "Bộ Giáo dục và Đào tạo", "BGTVT": "Bộ Giao thông vận tải", "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BKHCN": "Bộ Khoa học và Công nghệ", "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "TTCP": "Thanh tra Chính phủ",
}  # fmt: skip
_OFFICE = BODY_CODES["VPUBND"]
_CENTRAL = {
    "TTg": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
}
_ASSEMBLY = re.compile(r"(?P<standing>UBTV)?QH\d{1,2}")  # with the number of the term: 76/2015/QH13
# "HĐND tỉnh thông qua Nghị quyết số …", "UBND tỉnh đã có Quyết định số …".
_ISSUING = re.compile(r"\b(?:ban hanh|ky|ky ban hanh|phe duyet|thong qua|quyet nghi(?: tai)?|ra|co)\s*(?:ban\s)?$")


@dataclass(frozen=True, slots=True)
class Home:
    """What a report is, for documents that leave it unsaid: its issuer and its symbol's letters."""

    organisation: str | None
    symbol_body: str | None  # "VPUBND" of 134/BC-VPUBND
    signed_on: date | None
    title: str = ""


def find_issuer(symbol: str, before: str, bodies: list[OrganisationMention], home: Home) -> str | None:
    """Who "ban hành" the document, else who its symbol names; `bodies` are those that stand before it, in order."""
    from_symbol = issuer_of_symbol(symbol, home)
    issuing = _ISSUING.search(before)
    subject = [o for o in bodies if issuing and o.end <= issuing.start()]
    if subject and (
        not from_symbol or _is_fuller(subject[-1].name, from_symbol) or _is_named_committee(subject[-1], from_symbol)
    ):
        return _with_chairman(before, subject[-1])
    if (actor := _actor(before, bodies, from_symbol)) is not None:
        return _with_chairman(before, actor)
    if from_symbol == _OFFICE:
        # "… được Văn phòng UBND tỉnh trình tại Tờ trình số 12/TTr-VPUBND": whose office it is.
        whole = (o.name for o in reversed(bodies) if fold(o.name).startswith(f"{fold(_OFFICE)} "))
        return next(whole, _OFFICE)
    return from_symbol


def _actor(before: str, bodies: list[OrganisationMention], known: str | None) -> OrganisationMention | None:
    """The committee that did something "tại Quyết định số …", where its symbol may be any committee's."""
    doing = _DID_BY.search(before)
    if doing is None or known is None:
        return None
    actor = next((o for o in bodies if o.end == doing.start("act") - 1), None)
    is_committee = actor is not None and bool(actor.organisation.level) and actor.organisation.body in fold(known)
    return actor if is_committee else None


# "UBND thành phố công bố Chỉ số … tại Quyết định số 512/QĐ-UBND": who did it issued that.
_DID_BY = pattern_of(
    lambda: rf"^(?:[^.;:]{{0,40}}, )?[^.;:,]{{0,60}}? (?P<act>(?:da |vua )?(?:{acts()}) )[^.;:]{{8,200}} (?:tai|bang) $"
)


def _with_chairman(before: str, body: OrganisationMention) -> str:
    """ "Chủ tịch UBND tỉnh" issues under the committee's symbol, and is not the committee."""
    return f"Chủ tịch {body.name}" if re.search(r"(?<!pho )\bchu tich\s$", before[: body.start]) else body.name


@dataclass(frozen=True, slots=True)
class Behind:
    """Who is said behind a document to have issued it; `name` is None where no body is named whole: "của Trung tâm", "của Giám đốc Sở"."""

    name: str | None
    end: int


def issuer_behind(words: str, folded: str, end: int, bodies: list[OrganisationMention]) -> Behind | None:
    """The body, with its head where that is named, behind a document that ends at `end`: "của Bộ trưởng Bộ Nội vụ".

    A body that the gazetteer does not know is one by its first word, up to what opens the document's subject.
    """
    own = _BY.match(folded, end)
    if own is None:
        return None
    named = own.start("head") if own["head"] else own.end()
    known = next((o.end for o in bodies if o.start in {named, own.end()}), 0)
    by_form = _BODY_BY_FORM.match(folded, own.end())
    until = max(known, by_form.end() if by_form else 0)
    if until:
        is_whole = not is_noun(folded[own.end() : until])
        return Behind(words[named:until] if is_whole else None, _end_of_term(folded, until))
    alone = _HEAD_ALONE.match(folded, end)
    return Behind(None, alone.end()) if alone and OPENING.match(folded, alone.end()) else None


def _end_of_term(folded: str, end: int) -> int:
    """Behind the term of a body that is elected anew: "… khóa XII"."""
    term = _TERM.match(folded, end)
    return term.end() if term else end


def _any_of(*kinds: str) -> str:
    return any_of(word for kind in kinds for word in load_lists("organisations")[kind])


_TERM = pattern_of(r",?\s(?:khoa|nhiem ky)\s[ivx\d]+(?:\s?-\s?\d+)?\b")
# By whom, up to the body.
_BY = pattern_of(
    lambda: (
        r"[\s,)]*(?:do|cua)\s"
        rf"(?P<head>(?:truong\s(?=ban\s(?!ban\b))|(?:{_any_of('heads', 'standing')})\s){{1,2}})?"
    )
)
_HEAD_ALONE = pattern_of(lambda: rf"[\s,)]*(?:do|cua)\s(?:{_any_of('heads')})(?:\s(?:{NOUN_ALONE.pattern}))?\b")
# Other words than those of names part a body from what it issued.
_BODY_BY_FORM = pattern_of(
    lambda: (
        rf"{BODY_BEGINNING.pattern}(?:(?!\s(?:da|dang|se|duoc|bi|trong|theo|tai|de|nham|tren co so|thuc hien|{type_pattern()})\s)[^,.;:()\d]){{0,90}}?"
        rf"(?={OPENING.pattern})"
    )
)


def _is_fuller(name: str, known: str) -> bool:
    """Whether a name says more of the same body: "Trung tâm" alone says less than the centre's whole name."""
    return fold(name).startswith(fold(known)[:9]) and not fold(known).startswith(f"{fold(name)} ")


def _is_named_committee(body: OrganisationMention, known: str) -> bool:
    """Whether a committee of some level is said to have issued it, where the symbol only says that it is a committee's.

    In a district's report "UBND tỉnh ban hành Quyết định số …/QĐ-UBND" is no decision of the district.
    """
    name, of_symbol = fold(body.name), fold(known)
    is_committee = bool(body.organisation.level) and of_symbol.startswith(f"{body.organisation.body} ")
    return is_committee and not f"{of_symbol} ".startswith(f"{name} ")


def issuer_of_symbol(symbol: str, home: Home) -> str | None:
    """The body that a symbol's letters name, as far as they say: TTg, CP, the report's own, UBND of its level."""
    parts = [part.replace("&", "").strip() for part in re.split(r"[-/_‐-―]", symbol)]
    if "TW" in parts:
        return None  # the Central Committee, its Politburo or its Secretariat
    for part in parts:
        if part in _CENTRAL:
            return _CENTRAL[part]
        if assembly := _ASSEMBLY.fullmatch(part):
            return "Ủy ban Thường vụ Quốc hội" if assembly["standing"] else "Quốc hội"
        if home.symbol_body and part == home.symbol_body:
            return home.organisation
        if part in {"UBND", "HĐND"}:
            return f"{part} {_level_words(home)}".strip()
    return BODY_CODES.get(next((p for p in parts if p in BODY_CODES), ""))


def _level_words(home: Home) -> str:
    """ "huyện Bàu Sen" of "UBND huyện Bàu Sen"; a province's own bodies all belong to "tỉnh", a city's to "thành phố"."""
    own = next((o for o in find_organisations(home.organisation or "")), None)
    if own and own.organisation.level in {"district", "commune"}:
        match = re.search(r"(?i)(?:huyện|thị xã|quận|xã|phường|thị trấn).*$", own.name)
        return match[0] if match else ""
    if own and own.organisation.level == "city":
        match = re.search(r"(?i)(?:thành phố|TP\.?).*$", own.name)
        return match[0] if match else ""
    is_departments = fold(home.organisation or "").startswith("so ")
    return "thành phố" if is_departments and _OF_CITY.search(fold(home.title)) else "tỉnh"


# "Danh mục kế hoạch … của thành phố Hải Khê" of an interior department: only a city of a province's rank has one.
_OF_CITY = re.compile(r"\b(?:cua|toan|tren dia ban) thanh pho\b(?!.*\btinh\b)")
