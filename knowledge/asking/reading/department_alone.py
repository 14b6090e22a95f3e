""" "Sở" without its field: the one department whose reports there are; of several, or none, nothing is said."""

from knowledge.asking.library import Library
from knowledge.grammar.organisations import Organisation, OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_lists


def department_alone(composed: str, words: str, library: Library) -> list[OrganisationMention]:
    """Where the question says "Sở" of the one department that reports, as a mention of it; empty elsewhere.

    Without tones the word is "số" and "sơ" as well, so that it must be somebody's, or do something.
    """
    # With tones it need only not be one of the others; where it is somebody's it is surely the word that is meant.
    alone = _ALONE.search(words)
    alone = _SPOKEN_OF.search(words) or (alone if alone and _TONED.search(composed) else None)
    if alone is None:
        return []
    only = library.once("the only department", lambda: _only(library))
    return [OrganisationMention(*alone.span("name"), "Sở", Organisation(only))] if only else []


def _only(library: Library) -> str:
    bodies = {report.body.body for report in library.reports if report.body.body.startswith("so ")}
    return bodies.pop() if len(bodies) == 1 else ""


# "Sở hữu", "sở, ngành", "các sở", "cơ sở" are none, "phòng thuộc sở" are those of all, and whom "sở cử sang" some or other sent.
_TONED = pattern_of(
    r"(?<!cơ )(?<!trụ )(?<!các )(?<!mấy )(?<!nhiêu )(?<!khối )(?<!thuộc )(?:\bSở|(?<!\d )\bsở)(?= [^\WA-ZÀ-Ỹ\d_]|\W*$|[?,.;])(?! (?:hữu|ngành|ban(?! hành)|nào|thích|cử|biệt phái)\b|, (?:ngành|ban|quận|huyện))"
)
_ALONE = Sought(
    r"(?<!ho )(?<!co )(?<!tru )(?<!tri )(?<!tham )(?<!nhieu )(?<!may )(?<!thuoc )(?<!khoi )(?<!cac )\b(?P<name>so)\b(?! (?:huu|nganh|ban (?!hanh)|nao|cu|biet phai|luong|lieu|hoa|hieu|may|bao nhieu|\d))"
)
_SPOKEN_OF = Sought(
    lambda: (
        r"(?:\b(?:cua|ben|rieng|giam doc|lanh dao|noi bo) |^)(?P<name>so)\b"
        rf"(?=\W*$|[?,.;]| (?:da |dang |co |duoc |con |phai |chua |van |hien |se |minh |ta )*(?:{any_of(load_lists('organisations')['ministry_acts'])})\b)"
    )
)
