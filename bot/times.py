"""Histograms of what happens several times a message: noting a time takes a microsecond, Prometheus' own takes six."""

import threading
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from prometheus_client.core import HistogramMetricFamily
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

# From what an answer takes on an idle machine (about a millisecond) to what nobody waits for.
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, float("inf"))
_NAMES = tuple(map(floatToGoString, SECONDS))


class Times(Collector):
    """How long something took, by one label; thread-safe."""

    def __init__(self, name: str, documentation: str, label: str, values: Iterable[str] = ()) -> None:
        self._name, self._documentation, self._label = name, documentation, label
        self._counts = {str(value): [0] * len(SECONDS) for value in values}
        self._sums = dict.fromkeys(self._counts, 0.0)
        self._noting = threading.Lock()

    def note(self, value: str, seconds: float) -> None:
        """It took so long."""
        with self._noting:
            counts = self._counts.get(value)
            if counts is None:
                counts = self._counts[value] = [0] * len(SECONDS)
                self._sums[value] = 0.0
            counts[bisect_left(SECONDS, seconds)] += 1
            self._sums[value] += seconds

    def collect(self) -> Iterator[HistogramMetricFamily]:
        """Called at each scrape."""
        family = HistogramMetricFamily(self._name, self._documentation, labels=[self._label])
        with self._noting:
            for value, counts in self._counts.items():
                buckets = list(zip(_NAMES, accumulate(counts), strict=True))
                family.add_metric([value], buckets, self._sums[value])
        yield family

    def describe(self) -> Iterator[HistogramMetricFamily]:
        """Its name is known without looking."""
        yield HistogramMetricFamily(self._name, self._documentation, labels=[self._label])
