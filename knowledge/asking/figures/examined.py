"""Those who passed an examination, and not those who took part: "bao nhiêu thí sinh đạt", "mấy người đậu"."""

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

# Behind the number, so near that it is said of those whom it counts.
_NEAR = 24


def asks_passed(said: str) -> bool:
    """Whether a folded question asks how many passed an examination."""
    return _ASKS_PASSED.search(said) is not None


@once_each
def tells_passed(entry: FigureEntry) -> bool:
    """Whether it counts those who passed, by the words right behind it or its own."""
    after = entry.report.text[entry.figure.span.end : entry.figure.span.end + _NEAR]
    return bool(_PASSED_BEHIND.match(after) or _PASSED.search(entry.figure.label))


def _words(*parts: str) -> list[str]:
    examinations = load_vocabulary("counting")["examinations"]
    return [word for part in parts for word in examinations[part]]


# Without tones "đất đai" and "đầu mối" have the same letters, so that an examination, a time or the end must follow.
_ASKS_PASSED = Sought(
    lambda: (
        rf"\b{HOW_MANY} (?:{any_of(_words('takers'))})(?: [a-z]+)? (?:{any_of(_words('passed', 'behind'))})"
        r"(?=\W*$| (?:ky|dot|thi|sat hach|nang ngach|xet|tuyen|trong|in|nam|quy|vay|a|roi)\b)"
    )
)
# Reports write the tones.
_PASSED_BEHIND = pattern_of(lambda: rf"(?i)\W*(?:đã |được )?(?:{'|'.join(_words('passed', 'behind'))})\b(?! chuẩn)")
_PASSED = pattern_of(lambda: rf"(?i)\b(?:{'|'.join(_words('passed'))})\b")
