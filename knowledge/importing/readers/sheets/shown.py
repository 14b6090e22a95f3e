"""Values as a cell shows them in an office in Vietnam: 21.480, 88,25, 32,93%, 31/12/2019."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[#0?,.]*[#0?][#0?,.]*")
_DATE_PART = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|.", re.IGNORECASE)
_AMERICAN = frozenset({"mm-dd-yy", "m/d/yyyy", "m/d/yy", "yyyy-mm-dd", "yyyy-mm-dd h:mm:ss", "m/d/yy h:mm"})
_EXACT = 15  # digits that a spreadsheet keeps


def shown(value: object, format: str = "General") -> str:
    """The words of a cell with this value and number format, "" for an empty one."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime() | date():
            return _day(value, format)
        case int() | float() | Decimal():
            return _number(value, format)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return str(value)
        case _:
            return str(value)


def _day(value: datetime | date, format: str) -> str:
    """A date in the cell's own order of day, month and year; formats named after the system show as here."""
    bare = _LITERAL.sub(lambda m: m[1] or m[2] or "", format.split(";")[0]).strip()
    numeric = re.fullmatch(r"(?:d{1,2}|m{1,2}|yyyy|yy|[/.\- ])+", bare, re.IGNORECASE)
    if bare.lower() in _AMERICAN or not numeric:
        clock = isinstance(value, datetime) and (value.hour or value.minute)
        return f"{value.day:02d}/{value.month:02d}/{value.year}" + (f" {value:%H:%M}" if clock else "")
    written = {
        "yyyy": f"{value.year:04d}",
        "yy": f"{value.year % 100:02d}",
        "mm": f"{value.month:02d}",
        "m": str(value.month),
        "dd": f"{value.day:02d}",
        "d": str(value.day),
    }
    return "".join(written.get(part.lower(), part) for part in _DATE_PART.findall(bare))


def _number(value: int | float | Decimal, format: str) -> str:
    try:
        exact = Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation:
        return str(value)
    if not exact.is_finite() or not -30 <= exact.adjusted() <= 25:
        return str(value)
    section = _section(exact, format)
    pattern = _DIGITS.search(_LITERAL.sub("", section))
    if pattern is None or "general" in section.lower() or re.search(r"[Ee][+-]|/", section):
        return _plain(exact)
    before, after = _around(section)
    places, thousands = _places(pattern[0])
    scaled = exact.scaleb(2) if "%" in section else exact
    if pattern[0].endswith(","):  # each comma after the digits shows a thousandth
        scaled = scaled.scaleb(-3 * (len(pattern[0]) - len(pattern[0].rstrip(","))))
    digits = f"{abs(scaled):,.{places[1]}f}" if thousands else f"{abs(scaled):.{places[1]}f}"
    if places[1] > places[0] and "." in digits:
        head, tail = digits.split(".")
        tail = tail[: places[0]] + tail[places[0] :].rstrip("0")
        digits = f"{head}.{tail}" if tail else head
    whole = len(re.sub(r"[^0]", "", pattern[0].split(".")[0]))
    head, dot, tail = digits.partition(".")
    digits = head.zfill(whole) + dot + tail
    sign = "-" if exact < 0 and any(c in "123456789" for c in digits) and ";" not in format else ""
    return f"{sign}{before}{_vietnamese(digits)}{after}".strip()


def _section(value: Decimal, format: str) -> str:
    """The part of a format for positive, negative or zero values."""
    sections = format.split(";")
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if value == 0 and len(sections) > 2 and _DIGITS.search(sections[2]) else sections[0]


def _around(section: str) -> tuple[str, str]:
    """The words before and after the digits."""
    spelled = _LITERAL.sub(lambda m: m[1] or m[2] or "", section)
    match = _DIGITS.search(spelled)
    return (spelled[: match.start()], spelled[match.end() :]) if match else ("", "")


def _places(pattern: str) -> tuple[tuple[int, int], bool]:
    """The fewest and most decimal places, and whether thousands are parted."""
    whole, _, decimals = pattern.rstrip(",").partition(".")
    return (decimals.count("0"), len(re.sub(r"[^0#?]", "", decimals))), "," in whole


def _plain(value: Decimal) -> str:
    """A number without a format of its own: as many digits as it has, at most what a spreadsheet keeps."""
    rounded = round(value, max(_EXACT - 1 - value.adjusted(), 0)) if value else Decimal(0)
    text = f"{rounded:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",")


def _vietnamese(digits: str) -> str:
    """Digits with a point for thousands and a comma for decimals."""
    return digits.translate({ord(","): ".", ord("."): ","})
