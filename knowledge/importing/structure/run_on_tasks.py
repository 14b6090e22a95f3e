"""Tasks that one sentence sets out one behind the other, divided by semicolons: each is read as a task of its own.

"UBND tỉnh giao Sở A hoàn thành … trước ngày 30/6; giao Sở B trình … trong quý III; giao Văn phòng đưa … vào hoạt động."
"""

import re
from collections.abc import Iterator

from knowledge.facts import Span
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_lists

# So many tasks are a run of them; of two the second must name who does it or begin with what is done.
_A_RUN = 3
# "Chuẩn hóa hồ sơ" is a task, "đất đai" is none.
_FEWEST_WORDS = 4
_NOT_ONE = re.compile(r"\W*(?:trong do|cu the|bao gom|gom|rieng|so voi|neu|khi|vi|do|\d)\b")
_BEGINS_TASK = pattern_of(
    lambda: (
        rf"\W*(?:va |dong thoi )?(?:giao|yeu cau|phan cong|de nghi|phan dau|khong de|{any_of(load_lists('work')['verbs'])})\b"
    )
)
# "UBND thành phố yêu cầu các cơ quan tập trung bốn việc: Sở A …; Sở B …".
_LEADS = re.compile(
    r"[^:;.()]*\b(?:yeu cau|giao|tap trung|phan cong|nhiem vu|viec|nhu sau|noi dung)\b[^:;.()]{0,60}:\s+"
)


def run_on_tasks(text: str, sentence: Span) -> Iterator[tuple[Span, str]]:
    """The tasks of a sentence, each with the body that does it where only one before it names it; nothing where it sets out one."""
    words = sentence.cut(text)
    folded = fold(words)
    parts = _parts(folded)
    if len(parts) == 1 or not all(_may_be_task(folded[start:end]) for start, end in parts):
        return
    if len(parts) < _A_RUN and not _names_own(words[parts[1][0] : parts[1][1]]):
        return
    doer = _who_begins(words[parts[0][0] : parts[0][1]])
    for start, end in parts:
        own = _who_begins(words[start:end])
        doer = own or doer
        yield Span(sentence.start + start, sentence.start + end), "" if own else doer


def lead_of_tasks(text: str, sentence: Span) -> Span | None:
    """What stands before the colon behind which the tasks of a sentence are told; None where it opens with a task."""
    leads = _LEADS.match(fold(sentence.cut(text)))
    return Span(sentence.start, sentence.start + len(leads[0].rstrip())) if leads else None


def _parts(folded: str) -> list[tuple[int, int]]:
    """Where the parts between semicolons stand, none of which is within brackets, less what leads to all of them."""
    leads = _LEADS.match(folded)
    start, depth = (leads.end() if leads else 0), 0
    parts: list[tuple[int, int]] = []
    for at, sign in enumerate(folded):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == ";" and depth == 0 and at > start:
            parts.append((start, at))
            start = at + 1
    parts.append((start, len(folded)))
    return [(s + len(folded[s:e]) - len(folded[s:e].lstrip()), e) for s, e in parts if folded[s:e].strip(" .")]


def _may_be_task(folded: str) -> bool:
    return len(folded.split()) >= _FEWEST_WORDS and _NOT_ONE.match(folded) is None


def _names_own(words: str) -> bool:
    """Whether a part says by itself who does something, or begins with what is to be done."""
    return bool(_who_begins(words)) or _BEGINS_TASK.match(fold(words)) is not None


_CHARGES = re.compile(r"\s(?:da |tiep tuc )?(?:giao|yeu cau|phan cong|de nghi|chi dao)\b")


def _who_begins(words: str) -> str:
    """The body that a part begins with and that does what it says; empty where it charges another."""
    first = next(find_organisations(words), None)
    if first is None or first.start > 0 or _CHARGES.match(fold(words), first.end):
        return ""
    return first.name
