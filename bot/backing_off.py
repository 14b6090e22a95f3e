"""How long to wait before something that failed is tried again."""

# No number holds 2**1024, and what is away for a day is tried more often than that.
_MOST_DOUBLINGS = 20


def back_off(failures: int, longest_seconds: float) -> float:
    """2 seconds after the first failure, twice as long after each further one, and never longer than that."""
    return min(2.0 ** min(failures, _MOST_DOUBLINGS), longest_seconds)
