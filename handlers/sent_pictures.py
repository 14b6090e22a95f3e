"""Which picture Telegram has already: sending it again needs only its id."""

from collections import OrderedDict
from collections.abc import Hashable

# A picture changes when a report is published; more than these are not asked for in between.
MOST_REMEMBERED = 500


class Pictures:
    """The ids of the pictures that were sent, by what they show, for as long as the process runs."""

    def __init__(self) -> None:
        self._ids: OrderedDict[Hashable, str] = OrderedDict()

    def find(self, picture: Hashable) -> str | None:
        """The id that Telegram gave the picture."""
        return self._ids.get(picture)

    def note(self, picture: Hashable, file_id: str) -> None:
        """Telegram has the picture under this id."""
        self._ids[picture] = file_id
        while len(self._ids) > MOST_REMEMBERED:
            self._ids.popitem(last=False)
