"""Two things asked of one subject in one question: "nhận nhiêu hồ sơ, trễ mấy cái?"."""

import itertools

from knowledge.answers import Answer
from knowledge.asking.replies import answered
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

_BREAK = pattern_of(r"\s*(?:[,;]|\s(?:và|va|với|voi|rồi|roi)\s)\s*")
_ASKS = pattern_of(r"\b(?:bao nhieu|nhieu|nhiu|may|bn|how many)\b|%")


def split_question(text: str) -> list[str]:
    """The parts of a question that each ask for a quantity, with what stands before them; fewer than two where it has none."""
    parts: list[str] = []
    held = ""
    places = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    for start, end in itertools.pairwise(places):
        held += text[start:end]
        if _ASKS.search(fold(text[start:end])):
            parts.append(held.strip(" ,;"))
            held = ""
    if parts and held.strip(" ,;?"):
        parts[-1] = f"{parts[-1]} {held}"
    return parts


def told_together(answers: list[Answer]) -> Answer:
    """One answer of several: each value, and the period and body once where all have the same."""
    contexts = {a.context for a in answers}
    shared = next(iter(contexts)) if len(contexts) == 1 else ""
    told = [a.direct.removesuffix(f" – {shared}") if shared else a.direct for a in answers]
    direct = "; ".join(dict.fromkeys(told)) + (f" – {shared}" if shared else "")
    quotes = tuple(q for a in answers for q in a.quotes)
    return answered(direct, quotes, context=shared, topic=answers[0].topic)
