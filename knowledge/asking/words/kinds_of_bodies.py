"""Which bodies a noun of a question means: "sở nào", "huyện nào", "địa phương nào"."""

from functools import cache

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary

# A city beside districts is ranked among them.
LOCAL = frozenset({"district", "city"})
_LEVELS = {"districts": LOCAL, "communes": frozenset({"commune"}), "localities": BELOW_PROVINCE | LOCAL}


@cache
def nouns_of_bodies() -> str:
    """All nouns of the vocabulary, as alternatives of a pattern."""
    return any_of(_kinds())


@cache
def _kinds() -> dict[str, str]:
    return {fold(noun): kind for kind, nouns in load_vocabulary("things")["kinds"].items() for noun in nouns}


@cache
def nouns_of_parts() -> str:
    """The same with the other nouns for one of several: "lĩnh vực nào"."""
    return any_of([*_kinds(), *load_vocabulary("things")["parts"]["words"]])


def is_meant(body: Organisation, noun: str) -> bool:
    """Whether the noun, by which bodies are ranked or classed against each other, means that one; "địa phương" are districts there."""
    kind = _kinds()[noun]
    if kind == "departments":
        return _is_department(body) or ("nganh" in noun and _is_of_province(body))
    if kind == "communes":
        return body.level == "commune"
    return kind == "bodies" or (body.level in LOCAL and body.body in {"", "ubnd"})


def is_of_level(body: Organisation, noun: str) -> bool:
    """Whether the body, or the place that it is one of, stands on a level that the noun means."""
    kind = _kinds()[noun]
    return _is_department(body) if kind == "departments" else body.level in _LEVELS.get(kind, ())


def _is_department(body: Organisation) -> bool:
    return body.body.startswith("so ")


def _is_of_province(body: Organisation) -> bool:
    """Whether it is another body of the province: its committee's office stands among "sở, ngành"."""
    return bool(body.body) and body.body not in {"ubnd", "hdnd"} and body.level not in BELOW_PROVINCE | LOCAL
