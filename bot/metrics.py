"""What Prometheus is told: counts and times, never a person, a chat, a question or a secret."""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.slow_answers import tell_if_slow
from bot.token_watch import TokenWatch
from handlers.stages import Stage, Stages
from knowledge.bootstrap import Knowledge
from knowledge.lazily import lazily
from knowledge.store.clock import Clock
from knowledge.store.store import StoreUnavailable

if TYPE_CHECKING:
    from knowledge.following.depths import Depths

# Nothing is counted before somebody looks.
_read_depths: "Callable[..., Depths]" = lazily("knowledge.following.depths", "read_depths")

# From what an answer takes on an idle machine (about a millisecond) to what nobody waits for.
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
# The counts of the store cost a moment each; several scrapers within this time share one look.
LOOK_EVERY_SECONDS = 10.0


class Metrics:
    """What this process has done, and what waits in the store that it shares with others."""

    def __init__(self, knowledge: Knowledge, clock: Clock, token_watch: TokenWatch) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._registry.register(_Waiting(knowledge, clock))
        self._answers = Histogram(
            "cchc_answer_seconds",
            "Finding the answer to a question, by outcome (the count is that of the answers).",
            ["outcome"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._updates = Histogram(
            "cchc_update_seconds",
            "Handling one update of Telegram, the reply to it included, by how that ended.",
            ["fate"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._stages = Histogram(
            "cchc_answer_stage_seconds",
            "Answering a question from its arrival to its end, by stage.",
            ["stage"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._of_stage = {stage: self._stages.labels(stage) for stage in Stage}  # told before it happens
        self._refused = Counter(
            "cchc_refused_total",
            "What was not taken: forged or oversized calls of the webhook, people who write too fast.",
            ["reason"],
            registry=self._registry,
        )
        _view(knowledge, self._registry)
        knows = Gauge("cchc_token_known", "1 if Telegram knows the token.", registry=self._registry)
        knows.set_function(lambda: 0 if token_watch.is_refused else 1)
        self._looked_at = time.monotonic()
        age = Gauge("cchc_view_age_seconds", "Since the view was last known to be new.", registry=self._registry)
        age.set_function(lambda: time.monotonic() - self._looked_at)

    def answered(self, outcome: str, seconds: float) -> None:
        """A question got an answer of that outcome."""
        self._answers.labels(outcome).observe(seconds)

    def settled(self, fate: str, seconds: float) -> None:
        """An update was handled, or not."""
        self._updates.labels(fate).observe(seconds)

    def went(self, stages: Stages) -> None:
        """An update is done with; of those that asked something it is told where they waited."""
        if Stage.FOUND in stages.seconds:
            for stage, seconds in stages.seconds.items():
                self._of_stage[stage].observe(seconds)
            tell_if_slow(stages)

    def refused(self, reason: str) -> None:
        """Something was not taken."""
        self._refused.labels(reason).inc()

    def view_is_new(self) -> None:
        """What is answered from is what the store holds."""
        self._looked_at = time.monotonic()

    def page(self) -> bytes:
        """In Prometheus' text format; asks the store, so call it in a thread."""
        return generate_latest(self._registry)


def _view(knowledge: Knowledge, registry: CollectorRegistry) -> None:
    size = Gauge("cchc_view_statements", "Statements in the memory that answers come from.", registry=registry)
    size.set_function(lambda: len(knowledge.asking.library.statements))
    reports = Gauge("cchc_view_reports", "Reports in it.", registry=registry)
    reports.set_function(lambda: len(knowledge.asking.library.reports))
    size_bytes = Gauge("cchc_view_bytes", "What it takes, mapped from its file or in memory.", registry=registry)
    size_bytes.set_function(lambda: knowledge.asking.library.size_bytes)
    layers = Gauge(
        "cchc_view_layers", "Shelves that it lies on: what is published later lies beside.", registry=registry
    )
    layers.set_function(lambda: len(knowledge.asking.library.shelves))
    took = Gauge("cchc_view_refresh_seconds", "How long it took to follow the last change.", registry=registry)
    took.set_function(lambda: knowledge.asking.refreshed_in_seconds)


class _Waiting(Collector):
    """What waits in the store; nothing where that cannot be reached."""

    def __init__(self, knowledge: Knowledge, clock: Clock) -> None:
        self._knowledge = knowledge
        self._clock = clock
        self._seen: tuple[float, Depths] | None = None

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Called at each scrape."""
        is_up = GaugeMetricFamily("cchc_store_up", "1 if the store can be reached.")
        try:
            depths = self._look()
        except StoreUnavailable:
            is_up.add_metric([], 0)
            yield is_up
            return
        is_up.add_metric([], 1)
        yield is_up
        notices = GaugeMetricFamily("cchc_notices", "Notices in the outbox, by state.", labels=["state"])
        for state, count in depths.notices.items():
            notices.add_metric([state], count)
        yield notices
        yield GaugeMetricFamily("cchc_updates_waiting", "Updates stored and not handled yet.", depths.updates)
        oldest = depths.oldest_update_seconds
        yield GaugeMetricFamily("cchc_oldest_update_seconds", "How long the oldest of them has waited.", oldest)

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing is asked of the store when the collector is registered."""
        yield from ()

    def _look(self) -> "Depths":
        now = time.monotonic()
        if self._seen is None or now - self._seen[0] > LOOK_EVERY_SECONDS:
            self._seen = (now, _read_depths(self._knowledge.store, self._clock))
        return self._seen[1]
