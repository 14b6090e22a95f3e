"""Whether a percent that a report writes, rounded to one place or two, is that of a part and its whole."""

from decimal import Decimal

_ROUNDED = Decimal("0.06")  # percentage points


def is_share_of(part: Decimal, whole: Decimal, percent: Decimal) -> bool:
    """Whether so many of so many are that share."""
    return bool(whole) and abs(part * 100 / whole - percent) <= _ROUNDED
