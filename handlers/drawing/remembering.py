"""Which picture Telegram has already: sending it again needs only its id."""

from collections import OrderedDict

from handlers.drawing.chart import Chart

# A chart changes when a report is published; more than these are not asked for in between.
MOST_REMEMBERED = 500


class Charts:
    """The ids of the charts that were sent, for as long as the process runs."""

    def __init__(self) -> None:
        self._ids: OrderedDict[Chart, str] = OrderedDict()

    def find(self, chart: Chart) -> str | None:
        """The id that Telegram gave the picture."""
        return self._ids.get(chart)

    def note(self, chart: Chart, file_id: str) -> None:
        """Telegram has the picture under this id."""
        self._ids[chart] = file_id
        while len(self._ids) > MOST_REMEMBERED:
            self._ids.popitem(last=False)
