"""What sort of answer a question wants, where several rules ask for it."""

from knowledge.asking.reading.cues import ENDS_ASKING
from knowledge.asking.reading.question import Query

FIGURES = ("count", "percent", "money", "rank", "score")


def wants_yes(query: Query) -> bool:
    """Whether a yes or no is wanted, and no figure."""
    return not query.asks(*FIGURES, "window") and (
        query.asks("verify", "status") or bool(ENDS_ASKING.search(query.folded))
    )
