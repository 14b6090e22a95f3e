"""Times as Prometheus reads them."""

from prometheus_client import CollectorRegistry, Histogram, generate_latest

from bot.times import SECONDS, Times

TOOK = (0.0004, 0.001, 0.02, 0.3, 60.0)


def page(registry: CollectorRegistry) -> list[str]:
    return [line for line in generate_latest(registry).decode().splitlines() if "_created" not in line]


def test_they_read_as_prometheus_own_histogram() -> None:
    ours, own = CollectorRegistry(), CollectorRegistry()
    times = Times("cchc_seconds", "So long.", "what")
    ours.register(times)
    histogram = Histogram("cchc_seconds", "So long.", ["what"], buckets=SECONDS, registry=own)
    for seconds in TOOK:
        times.note("this", seconds)
        histogram.labels("this").observe(seconds)
    assert page(ours) == page(own)


def test_what_is_known_beforehand_is_told_before_it_happens() -> None:
    registry = CollectorRegistry()
    registry.register(Times("cchc_seconds", "So long.", "what", ["this"]))
    assert 'cchc_seconds_count{what="this"} 0.0' in page(registry)
