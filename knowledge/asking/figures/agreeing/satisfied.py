"""Whether those who are satisfied are counted, or all who were asked: "phát 900 phiếu, có 870 phiếu hài lòng"."""

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_ASKS = Sought(
    rf"(?<!phat )(?<!lay )(?<!thu )(?<!ve )(?<!gui )(?<!sat )(?<!cua )\b{HOW_MANY} (?:phieu|nguoi|y kien|luot)"
    r"(?: (?:dan|doanh nghiep|to chuc|danh gia|tra loi|bay to|cho biet|la|co|duoc|that su)){0,3} (?:rat )?hai long\b"
)
# What is surveyed is how satisfied they are: of all of them.
_SATISFIED = pattern_of(
    r"(?<!muc do )(?<!\bsu )(?<!khao sat )(?<!danh gia )(?<!\bve )(?<!chi so )(?<!lay phieu )(?<!sat phieu )(?<!phieu ve )(?<!y kien )(?<!khong )(?<!chua )\bhai long\b"
)


def asks_satisfied(said: str) -> bool:
    """Whether a folded question asks how many are satisfied, and not how many were asked."""
    return _ASKS.search(said) is not None


@once_each
def counts_all_asked(entry: FigureEntry) -> bool:
    """Whether its own words do not say that just so many are satisfied."""
    is_number = entry.figure.measure in {Measure.COUNT, Measure.RATIO}
    return is_number and _SATISFIED.search(fold(entry.figure.label)) is None
