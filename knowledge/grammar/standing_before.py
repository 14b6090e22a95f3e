"""What stands right before a place in a text, without a look at all that stands before it."""

import re

# Letters; more than any of those patterns needs.  A look at all that stands before each body makes a long text slow.
_REACH = 80


def stands_before(pattern: re.Pattern[str], words: str, place: int) -> bool:
    """Whether a pattern that ends in `$` is found right before that place."""
    return pattern.search(words, max(0, place - _REACH), place) is not None
