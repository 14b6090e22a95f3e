"""By what a document is followed: one key, alike in answers, in rules and in what is published.

The key of a document is that of any mention of it: "192/QĐ-UBND|2019|UBND tỉnh|Hưng Hòa", and of a planned one
"|Quy chế|xin lỗi tổ chức|Hưng Hòa".  Its last part is the province in which the number counts, "*" where the
centre issued it, empty where no report says.
"""

from knowledge.facts import Citation
from knowledge.grammar.centre import is_central
from knowledge.grammar.folding import key
from knowledge.grammar.symbols import fold_symbol

# The scope of documents whose number counts in every province.
CENTRE = "*"


def number_key(number: str | None, symbol: str | None) -> str | None:
    """The number and symbol as they are compared, "192/qd-ubnd"; None without a number."""
    if not number:
        return None
    return "/".join(filter(None, (key(number).lstrip("0"), fold_symbol(symbol or ""))))


def document_key(
    *,
    type: str | None,
    number: str | None,
    symbol: str | None,
    year: int | None,
    issuer: str | None,
    subject: str | None,
    province: str | None,
) -> str:
    """What `Topic.document` and a rule hold; `province` is that of the report which says so."""
    place = CENTRE if is_central(symbol, issuer) else province
    named = [type, subject] if number is None else [str(year or ""), issuer]
    whole = "/".join(filter(None, (number, symbol))) if number else ""
    # A row of a register may hold the sign that parts the key.
    return "|".join((part or "").replace("|", " ") for part in (whole, *named, place))


def key_of_citation(citation: Citation, province: str | None) -> str:
    """The key under which this mention of a document by itself is followed."""
    return document_key(
        type=citation.type,
        number=citation.number,
        symbol=citation.symbol,
        year=citation.year,
        issuer=citation.issuer,
        subject=citation.subject,
        province=province,
    )


def name_in_key(document: str) -> str:
    """The key as people say it: "192/QĐ-UBND (2019, UBND tỉnh, Hưng Hòa)", "Quy chế xin lỗi"."""
    number, *more = document.split("|")
    rest: list[str] = []
    for part in more:
        # "UBND tỉnh Hưng Hòa" names the province itself.
        if part and part != CENTRE and not any(f" {key(said)}".endswith(f" {key(part)}") for said in rest):
            rest.append(part)
    if not number:
        type_name, subject = (*more, "", "")[:2]
        return subject if key(subject).startswith(key(type_name)) else f"{type_name} {subject}".strip()
    return f"{number} ({', '.join(rest)})" if rest else number
