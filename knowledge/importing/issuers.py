"""Who issued a document: who is said to have issued it, else the body that its symbol names."""

import re
from dataclasses import dataclass
from datetime import date

from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations

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
_CENTRAL = {
    "TTg": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
}
_ASSEMBLY = re.compile(r"(?P<standing>UBTV)?QH\d{1,2}")  # with the number of the term: 76/2015/QH13
_ISSUING = re.compile(r"\b(?:ban hanh|ky|ky ban hanh|phe duyet)\s*(?:ban\s)?$")


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
        return with_chairman(before, subject[-1])
    return from_symbol


def with_chairman(before: str, body: OrganisationMention) -> str:
    """ "Chủ tịch UBND tỉnh" issues under the committee's symbol, and is not the committee."""
    return f"Chủ tịch {body.name}" if re.search(r"(?<!pho )\bchu tich\s$", before[: body.start]) else body.name


def _is_fuller(name: str, known: str) -> bool:
    """Whether a name says more of the same body: "Trung tâm" alone says less than the centre's whole name."""
    return fold(name).startswith(fold(known)[:9]) and not fold(known).startswith(f"{fold(name)} ")


def _is_named_committee(body: OrganisationMention, known: str) -> bool:
    """Whether a committee of some level is said to have issued it, where the symbol only says that it is a committee's."""
    return bool(body.organisation.level) and fold(known) == f"{body.organisation.body} tinh"


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
