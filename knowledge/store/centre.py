"""Which documents come from the centre, so that their number means the same in every province."""

import re
from functools import lru_cache

from knowledge.grammar.patterns import pattern_of
from knowledge.store.texts import key

# What ends the symbols of the centre: Nghị định 30/2020/NĐ-CP, Phụ lục VI, and the ministries' own
# abbreviations; "BCĐ" and "BQL" begin with B as well but are boards of any province.
_ENDS = (
    "ttg cp tw vpcp ubtvqh ctn ttcp nhnn bnv btc btp bkhdt btttt byt bgddt bca bqp bng bct bxd bgtvt "
    "bnnptnt bnnmt btnmt bldtbxh bvhttdl bkhcn bdttg ubdt bcdcchc"
)
_SYMBOL_ENDS = frozenset(_ENDS.split())
_NATIONAL_ASSEMBLY = pattern_of(r"qh\d{2}$")

_ISSUERS = (
    "thu tuong",
    "chinh phu",
    "quoc hoi",
    "uy ban thuong vu quoc hoi",
    "ban chap hanh trung uong",
    "bo chinh tri",
    "ban bi thu",
    "chu tich nuoc",
    "van phong chinh phu",
    "thanh tra chinh phu",
    "bo noi vu",
    "bo tai chinh",
    "bo tu phap",
    "bo thong tin",
    "bo khoa hoc",
    "bo ke hoach",
)


# The documents of a store have few symbols and issuers.
@lru_cache(maxsize=4_096)
def is_central(symbol: str | None, issuer: str | None) -> bool:
    """Whether the symbol or the issuer is one of the centre's."""
    folded = key(symbol)
    parts = re.split(r"[-/\s]+", folded)
    if any(part in _SYMBOL_ENDS for part in parts) or _NATIONAL_ASSEMBLY.search(folded):
        return True
    return key(issuer).startswith(_ISSUERS)
