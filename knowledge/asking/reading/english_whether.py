"""Questions in English that are answered by yes or no, in the words that ask so in Vietnamese."""

import re
from functools import cache

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_vocabulary

# "Did it receive more than 5.000?": whether it is so, is asked.
WHETHER = pattern_of(r"^(?:did|do|does|was|were|is|are|has|have)\b")
# "Did the district have any overdue dossiers", "did it meet the 45% target": whether, in the words that ask so in Vietnamese.
_HAVING = pattern_of(r"\b(?:have|has|had|get|receive)\b")
_TARGET_MET = pattern_of(
    r"\b(?:meet|met|reach|reached|hit|achieve|achieved) (?:the|its) (?P<share>\d[\d.,]* ?%)(?P<of>(?: [a-z]+){0,4}?) target\b"
)
_HAPPENED_THEN = pattern_of(
    r"^(?:was|were|did)\b.*\b(?:issue|issued|signed|adopted|khai truong|giai the|sap nhap|ban hanh) (?:in|on|before|by) "
)
# So many, all of which something was done with: "have all 98 scanners been bought".
_ALL_DONE = pattern_of(
    r"^(?:have|has|were|was) (?:all )?(?P<many>\d+) (?P<what>[a-z/ ]+?) (?:been )?(?P<done>bought|purchased|installed|kiem tra|duoc kiem tra|inspected|connected|digitised|digitized|trained)\b"
)
_DONE = {
    "bought": "mua", "purchased": "mua", "installed": "lap", "inspected": "kiem tra", "kiem tra": "kiem tra", "duoc kiem tra": "kiem tra",
    "connected": "ket noi", "digitised": "so hoa", "digitized": "so hoa", "trained": "tap huan",
}  # fmt: skip
_ALL_OF = pattern_of(r"\b(?P<act>inspect|install|buy|connect) (?:all )?(?=\d)")
_ACTS = {"inspect": "kiem tra", "install": "lap", "buy": "mua", "connect": "ket noi"}


# "Is it true that 64 were recruited?"
_TRUE_THAT = pattern_of(r"^(?:is|was) it (?:true|correct|right|the case) that ")
# "Were there more overdue dossiers in 2023 than in 2022?", "was it higher in 2023 than in 2022?"
_MORE_THERE = pattern_of(r"^(?:were|are|was|is) there (?P<way>more|fewer|less)(?! than \d) (?P<what>.+)")
_HIGHER = pattern_of(
    r"^(?:was|were|is|are) (?P<what>.+?) (?P<way>higher|cao hon|more|lower|thap hon|fewer|less)\b(?! than \d)(?P<rest>.*)"
)
_THAN = pattern_of(r"\b(?:than in|than|since|compared (?:with|to))\b")
_NUMBER_OF = pattern_of(r"\b(?:the )?number of (?=.* )")
_MORE = frozenset({"more", "higher", "cao hon"})


@cache
def _ways() -> dict[str, str]:
    """How a thing went or what it came to, in English and in Vietnamese."""
    whether = load_vocabulary("english_terms")["whether"]
    return {fold(english): fold(way) for way, names in whether.items() for english in names}


@cache
def _way() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _ways()), key=len, reverse=True))
    return pattern_of(rf"^(?:did|do|does|has|have|was|were|is|are) (?P<what>.+?) (?P<way>{names})\b(?P<rest>.*)")


def _whether_moved(words: str) -> str | None:
    """Whether something rose, fell, exceeded what was aimed at or is more than at another time; None where that is not asked."""
    words = _NUMBER_OF.sub("", words)
    asked = _MORE_THERE.match(words) or _HIGHER.match(words)
    if asked is not None:
        way, rest = "tang" if asked["way"] in _MORE else "giam", asked.groupdict().get("rest", "")
        what = f"{asked['what']} co {way}{rest}" if rest else f"{asked['what']} co {way}"
        return f"{_THAN.sub('so voi', what).rstrip(' ?.')} khong?"
    asked = _way().match(words)
    if asked is None:
        return None
    way, rest = _ways()[asked["way"]], _THAN.sub("so voi", asked["rest"]).rstrip(" ?.")
    return f"{asked['what']} {way}{rest}?" if " hay " in way else f"{asked['what']} co {way}{rest} khong?"


def as_whether(words: str) -> str:
    """A question that is answered by yes or no as Vietnamese asks it; any other as it is."""
    if (held_up := _TRUE_THAT.match(words)) is not None:
        return f"co phai {words[held_up.end() :].rstrip(' ?.')} khong?"
    if (moved := _whether_moved(words)) is not None:
        return moved
    words, all_done = _ALL_DONE.subn(lambda m: f"da {_DONE[m['done']]} du {m['many']} {m['what']}", words)
    if all_done:
        return f"{words.rstrip(' ?.')} chua?"
    if not WHETHER.search(words):
        return words
    words, met = _TARGET_MET.subn(lambda m: f"co dat chi tieu{m['of']} {m['share']}", words)
    words, every = _ALL_OF.subn(lambda m: f"co {_ACTS[m['act']]} du ", words)
    if met or every:
        return f"{WHETHER.sub('', words).rstrip(' ?.')} khong?"
    if " any " in words:
        rest, having = _HAVING.subn("co", WHETHER.sub("", words), 1)
        return f"{rest if having else f'co {rest}'}".rstrip(" ?.") + " khong?"
    return f"{words.rstrip(' ?.')} phai khong?" if _HAPPENED_THEN.search(words) else words
