"""Numbers that are one slip of the finger from another."""

_TYPED = "0123456789abcde"  # a document's number is digits and perhaps a letter: "30c"


def one_slip_away(number: str) -> set[str]:
    """Every number with one character more, less or other, or with two neighbours swapped; never the number itself."""
    found = {number[:at] + number[at + 1 :] for at in range(len(number))}
    found |= {number[:at] + typed + number[at:] for at in range(len(number) + 1) for typed in _TYPED}
    found |= {number[:at] + typed + number[at + 1 :] for at in range(len(number)) for typed in _TYPED}
    found |= {number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(len(number) - 1)}
    return found - {number}
