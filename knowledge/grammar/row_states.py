"""How far a row of a register or of a list of work is, by the state that stands in it."""

from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary


def words_of_states(*names: str) -> str:
    """The words of these states of row_states.toml, folded, as alternatives of a pattern."""
    states = load_vocabulary("row_states")
    return any_of(word for name in names for word in states[name]["words"])


_DONE = pattern_of(lambda: rf"\b(?:{words_of_states('done')}|xong)\b|^(?:{words_of_states('answered')})\b")
_PARTLY = pattern_of(lambda: rf"^(?:{words_of_states('partly')})\b")
# "Xong 05/08 sở"; "hoàn thành ngày 5/8" is a day.
_OF_ALL = pattern_of(r"(?<!ngay )(?<![\d/.,])(?P<done>\d{1,4})/(?P<all>\d{1,4})(?= [a-z])")


def is_done(status: str) -> bool:
    """Whether what is said of the row, folded, is that it is done, and not only a part of it."""
    if not _DONE.search(status) or "chua" in status or _PARTLY.match(status):
        return False
    return all(int(m["done"]) >= int(m["all"]) for m in _OF_ALL.finditer(status))
