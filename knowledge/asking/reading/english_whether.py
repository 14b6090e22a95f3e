"""Questions in English that are answered by yes or no, in the words that ask so in Vietnamese."""

from knowledge.grammar.patterns import pattern_of

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


def as_whether(words: str) -> str:
    """A question that is answered by yes or no as Vietnamese asks it; any other as it is."""
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
