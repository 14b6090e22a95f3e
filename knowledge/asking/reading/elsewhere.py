"""Places that a question names and no report of the store does: nobody else's figures are theirs."""

from collections.abc import Iterator
from functools import cache

from knowledge.asking.library import Library
from knowledge.grammar.folding import LOWER, fold, has_tones
from knowledge.grammar.known_places import places_in, written_provinces
from knowledge.grammar.organisations import Organisation, OrganisationMention, find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_vocabulary

# A place of two words has as many.
_FEWEST_CAPITALS = 2
# Of a question in which more of the words have capitals than not, these tell no names.
_MOST_CAPITALS = 0.5
# "Hai phòng", "ba bể": what counts something when it was typed without tones.
_COUNTING = ("hai ", "ba ", "bon ", "nam ")


def far_provinces(text: str, words: str, library: Library) -> Iterator[OrganisationMention]:
    """Provinces of two words or more that no report names ("Bến Tre", where all are of Trà Giang); `words` are the folded text.

    With tones they must be theirs; without any, what may as well be asking words ("dien bien") names none.
    """
    for start, end in places_in(words, library.far_provinces):
        name = words[start:end]
        if written_provinces().get(name, name) in text.lower() or (not has_tones(text) and _is_name_alone(name)):
            yield OrganisationMention(start, end, name, Organisation("", "", name))


def _is_name_alone(name: str) -> bool:
    return name not in _asking() and not name.startswith(_COUNTING)


@cache
def _asking() -> frozenset[str]:
    """All phrases that ask, folded."""
    return frozenset(fold(p) for phrases in load_vocabulary("cues")["ask"].values() for p in phrases)


def far_places(text: str, words: str, library: Library) -> Iterator[OrganisationMention]:
    """Places written in capitals behind their level ("huyện Văn Bàn") that no report names; `words` are the folded text."""
    written = text.split()
    capitals = sum(word[:1].isupper() for word in written)
    if not _FEWEST_CAPITALS <= capitals <= _MOST_CAPITALS * len(written):
        return
    if not _may_name_another(text, library.places):
        return
    for mention in find_organisations(text):
        place = mention.organisation.place
        start = words.find(f"{fold(mention.name)}") if " " in place and place not in library.places else -1
        if start >= 0:
            yield OrganisationMention(start, start + len(mention.name), fold(mention.name), mention.organisation, True)


# Words beside each other that begin with no small letter: names of places are made of such.
_NAME = pattern_of(rf"(?<!\w)[^\W\d_{LOWER}]\w*(?: (?:- )?[^\W\d_{LOWER}]\w*)+")


def _may_name_another(text: str, places: frozenset[str]) -> bool:
    """Whether words beside each other have capitals and are no name of these places; that there are none is seen before bodies are looked for."""
    return any(match[0].count(" ") > 1 or fold(match[0]) not in places for match in _NAME.finditer(text))
