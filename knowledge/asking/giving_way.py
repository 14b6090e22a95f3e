"""Following a publication stands back while anybody's answer is being found: Python reckons for one thread at a time."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# How soon it goes on once nobody is answered; an answer takes some milliseconds.
_LOOK_AGAIN_SECONDS = 0.001
# However many ask, a publication is to be answered from within a second.
_LONGEST_SECONDS = 0.4

# Called between two steps of some milliseconds.
Rest = Callable[[], None]


def no_rest() -> None:
    """For work that somebody waits for."""


class GivingWay:
    """Who is answered, and the rests of what is not to hold them up; any number of threads."""

    def __init__(self) -> None:
        self._answering: set[int] = set()  # threads; each step on a set is one that no other thread can come between

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Within the block this thread finds an answer, whose way is made."""
        own = threading.get_ident()
        self._answering.add(own)
        try:
            yield
        finally:
            self._answering.discard(own)

    def rest(self, longest_seconds: float = _LONGEST_SECONDS) -> Rest:
        """A rest lasts while anybody is answered, all of them together so long at most."""
        left = longest_seconds

        def rest() -> None:
            nonlocal left
            while self._answering and left > 0:
                time.sleep(_LOOK_AGAIN_SECONDS)
                left -= _LOOK_AGAIN_SECONDS

        return rest
