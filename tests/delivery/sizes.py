"""How large the tests of delivery are: small in `make test`, as large as promised under `make torture`."""

import os

IS_WHOLE = bool(os.environ.get("CCHC_TORTURE"))


def sized(whole: int, small: int) -> int:
    """The one or the other."""
    return whole if IS_WHOLE else small
