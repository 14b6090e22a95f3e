"""Amounts as a report writes them, told in a reader's language: "4.984 hồ sơ" is "4,984 dossiers" in English."""

from decimal import Decimal
from functools import cache

from knowledge.grammar.folding import compose, fold
from knowledge.grammar.numbers import find_numbers, format_decimal, parse_decimal
from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_data

# What numbers are written with; what follows it is the unit.
_NUMBER = "0123456789.,/ "
_DIGITS = pattern_of(r"\d[\d.,]*\d|\d")
_GROUPED = pattern_of(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SCALES = {"nghin": "thousand", "ngan": "thousand", "trieu": "million", "ty": "billion", "ti": "billion"}
_POWERS = {"thousand": 3, "million": 6, "billion": 9}
_SCALE = pattern_of(r"\b(?:" + "|".join(_SCALES) + r")\b")
# What stands before a number and says that it is not exact.
_BEFORE = {
    "hơn": "more than", "trên": "more than", "gần": "nearly", "khoảng": "about", "xấp xỉ": "about", "ước": "an estimated",
    "ước đạt": "an estimated", "dưới": "less than", "ít nhất": "at least", "tối thiểu": "at least",
}  # fmt: skip


def name_amount(written: str, *, language: str = "vi") -> str:
    """The amount with the language's separators and its name of the unit; a unit without one stays Vietnamese.

    In Vietnamese it stays as written.
    """
    if language != "en":
        return written
    text = compose(written)
    folded = fold(text)
    numbers = list(find_numbers(folded)) if len(folded) == len(text) else []
    if not numbers:
        return written
    parts, at = [_before(text[: numbers[0].start])], numbers[0].start
    for index, number in enumerate(numbers):
        end = numbers[index + 1].start if index + 1 < len(numbers) else len(text)
        is_one = number.value == 1 and number.whole is None
        told = _number(folded[number.start : number.end], is_percent=number.is_percent)
        parts += [text[at : number.start], told, _unit(text[number.end : end], is_one=is_one)]
        at = end
    return "".join(parts)


def write_amount(value: Decimal, unit: str) -> str:
    """The value as a report would write it in that unit: 2500000000 in "tỷ đồng" is "2,5 tỷ đồng"."""
    scales = list(_SCALE.finditer(fold(unit)))
    if not scales or scales[0].start() > 0:
        return f"{format_decimal(value)} {unit}".strip()
    scale, rest = unit[: scales[0].end()], unit[scales[-1].end() :]
    return f"{format_decimal(value.scaleb(-_POWERS[_SCALES[fold(scale)]]))} {scale}{rest}"


def write_difference(value: Decimal, written: str) -> str:
    """What an amount changed by: in its own scale, "2,5 tỷ đồng" of "17,1 tỷ đồng", else the bare number."""
    unit = compose(written).lstrip(_NUMBER)
    return write_amount(value, unit) if _SCALE.match(fold(unit)) else format_decimal(value)


def name_unit(unit: str, *, is_one: bool = False) -> str:
    """What several of the unit are called in English, or one; the unit itself where that is not known."""
    names = unit_names().get(compose(unit).strip().lower())
    return names[0 if is_one else 1] if names else unit


@cache
def unit_names() -> dict[str, tuple[str, str]]:
    """The English names of units, of one and of several."""
    rows: dict[str, list[str]] = load_data("unit_names")
    return {compose(unit): (names[0], names[1]) for unit, names in rows.items()}


@cache
def _state_names() -> dict[str, str]:
    rows: dict[str, str] = load_data("states")
    return {compose(state): name for state, name in rows.items()}


def name_state(status: str, *, language: str = "vi") -> str:
    """A register's state in the language; one that has no name there stays as written."""
    if language != "en":
        return status
    words, share, rest = status.partition(" (")  # "Đang thực hiện (29%)"
    named = _state_names().get(" ".join(compose(words).lower().split()).rstrip("."))
    return f"{named}{share}{rest}" if named else status


def _before(words: str) -> str:
    bare = words.strip()
    return words.replace(bare, _BEFORE.get(bare.lower(), bare)) if bare else words


def _unit(words: str, *, is_one: bool) -> str:
    bare = words.strip()
    return words.replace(bare, name_unit(bare, is_one=is_one)) if bare else words


def _number(folded: str, *, is_percent: bool) -> str:
    """A number as `find_numbers` finds it: its digits, what it is of, its scale and its percent sign."""
    scales = [_SCALES[found[0]] for found in _SCALE.finditer(folded)]
    if len(scales) > 1:
        # "2 tỷ 500 triệu" is 2.5 billion.
        value = next(find_numbers(folded)).value.scaleb(-_POWERS[scales[0]])
        return f"{format_decimal(value, language='en')} {scales[0]}"
    told = _DIGITS.sub(
        lambda found: _digits(found[0]), folded.replace(", ", ",").replace(" ", "") if is_percent else folded
    )
    return _SCALE.sub(lambda found: _SCALES[found[0]], told)


def _digits(digits: str) -> str:
    """Digits with English separators, their decimals kept as written."""
    if _GROUPED.fullmatch(digits):
        return digits.translate(str.maketrans(".,", ",."))
    whole, comma, fraction = digits.replace(",", ".").partition(".")
    return format_decimal(parse_decimal(whole), language="en") + (f".{fraction}" if comma else "")
