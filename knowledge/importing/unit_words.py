"""The unit of a quantity as a sentence writes it, also where it stands before the number."""

import re

from knowledge.grammar.folding import fold
from knowledge.grammar.units import unit_pattern
from knowledge.importing.quantities import Quantity


def unit_of(words: str, one: Quantity) -> str:
    """The unit of a quantity that has one, as written."""
    return unit_words(words, one) if one.unit else ""


def unit_words(words: str, one: Quantity) -> str:
    """The unit as written, or where none is known the first words after the number."""
    if one.unit:
        return words[one.number.end : one.end].strip()
    if (to := _CHANGED_TO.match(fold(words[one.end :]))) is not None:
        unit = unit_pattern().match(fold(words), one.end + to.end())
        return words[unit.start(1) : unit.end(1)] if unit else _unit_before(words, one)
    match = re.match(rf"\s(?!va\b)(?!{_STATES})([a-z]+(?:\s[a-z]+)?)", fold(words[one.end :]))
    if match:
        return words[one.end + match.start(1) : one.end + match.end(1)]
    return _unit_before(words, one)


# "Từ 1.318 xuống còn 1.291 thủ tục": both are procedures.
_CHANGED_TO = re.compile(
    r"\s(?:nay )?(?:giam |tang )?(?:xuong con|xuong|len|con lai|con|thanh|den|toi)(?: khoang)? \d[\d.,]* ?"
)
# "1.122 trước hạn, 176 đúng hạn": how they were settled, and nothing that is counted.
_STATES = (
    r"(?:(?:truoc|dung|qua|tre|trong|som|cham)(?: va (?:dung|truoc))? (?:han|hen)\b|truc (?:tuyen|tiep)\b|qua (?:mang|buu chinh)\b"
    r"|(?:da|dang|chua|duoc|bi)\s)"
)


# "Số phòng thuộc sở là 119", "Số hồ sơ tiếp nhận: 9.316"
_NUMBER_OF = re.compile(r"\W*(?:tong )?so(?= )")
_TOLD = re.compile(r"(?:\bla|\bdat|\bcon|\bco|:)\s*$")


def _unit_before(words: str, one: Quantity) -> str:
    """The unit that the words before a bare number say it is the number of."""
    left = words[one.left : one.left_end]
    opening = _NUMBER_OF.match(fold(left))
    unit = unit_pattern().match(fold(left), opening.end()) if opening and not one.number.is_percent else None
    return left[unit.start(1) : unit.end(1)] if unit and _TOLD.search(fold(left)) else ""
