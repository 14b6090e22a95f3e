"""What of the words before the first label is in no field of a document, so that nothing that was typed is dropped unsaid."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods

# What only holds a line together, or says which step of a document's life it tells of.
_HOLDING_TOGETHER = re.compile(
    r"cua|ve|viec|vv|v/v|do|boi|ngay|thang|nam|so|ky|ban|hanh|cap|kem|theo|tai|va|cho|la|duoc|da|dang|se|chua|vua|moi"
    r"|du|kien|trinh|soan|thao|lay|y|thuc|hien|trien|khai|hoan|thanh|sua|doi|bo|sung|thay|the"
    r"|a|an|of|on|by|for|about|in|dated?|issue[dr]|signed|no|number"
)
_WORD = re.compile(r"\S+")
_MARKS = " .,:;()[]\"'“”–-"


def unread(head: str, data: dict[str, Any]) -> list[str]:
    """The runs of words of `head` that are in none of the fields, as they were typed."""
    found = [word for word in _WORD.finditer(head) if word[0].strip(_MARKS)]
    known = [_is_known(word, head, data) for word in found]
    _call_known_before_symbol(found, known, data)
    runs: list[list[re.Match[str]]] = [[]]
    for word, is_known in zip(found, known, strict=True):
        if is_known:
            runs.append([])
        else:
            runs[-1].append(word)
    return [words for run in runs if (words := _without_edges(run, head))]


def _is_known(word: re.Match[str], head: str, data: dict[str, Any]) -> bool:
    bare = _bare(word[0])
    said = [fold(str(data.get(field) or "")) for field in ("issuer", "subject", "symbol", "number", "type")]
    own = {one.strip(_MARKS) for words in said for one in words.split()}
    number, symbol = (fold(str(data.get(field) or "")) for field in ("number", "symbol"))
    # "01/2024/TT-BNV" has the year between them.
    if bare in own or (number and bare.startswith(f"{number}/") and bare.endswith(symbol)):
        return True
    if any(start <= word.start() < end for start, end in _days_and_periods(head, data)):
        return True
    return any(bare in _initials(words) for words in said)


def _days_and_periods(head: str, data: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Where the day of issue and the expected time stand."""
    folded = fold(head)
    issued_on, expected = data.get("issued_on"), data.get("expected")
    if issued_on is not None:
        year = date.fromisoformat(issued_on).year
        yield from ((d.start, d.end) for d in find_dates(folded, default_year=year) if d.day.isoformat() == issued_on)
    if expected is not None:
        yield from ((period.start, period.end) for period in find_periods(folded))


def _initials(words: str) -> set[str]:
    """ "ubnd" of "uy ban nhan dan tinh", and every other run of first letters."""
    letters = "".join(word[0] for word in words.split())
    return {letters[a:b] for a in range(len(letters)) for b in range(a + 2, len(letters) + 1)}


def _call_known_before_symbol(found: list[re.Match[str]], known: list[bool], data: dict[str, Any]) -> None:
    """The one word before the number is its type, however that was typed: "QĐ 345/QĐ-UBND"."""
    number = fold(str(data.get("number") or ""))
    for place, word in enumerate(found):
        if place and number and _bare(word[0]).startswith(number):
            known[place - 1] = True
            return


def _without_edges(run: list[re.Match[str]], head: str) -> str:
    while run and _HOLDING_TOGETHER.fullmatch(_bare(run[0][0])):
        run = run[1:]
    while run and _HOLDING_TOGETHER.fullmatch(_bare(run[-1][0])):
        run = run[:-1]
    return head[run[0].start() : run[-1].end()].strip(_MARKS) if run else ""


def _bare(word: str) -> str:
    return fold(word).strip(_MARKS)
