"""A line in the log for each answer that somebody waited for, with where it waited; never who, nor what was asked."""

import logging

from handlers.stages import Stage, Stages

log = logging.getLogger(__name__)

# What is answered sooner feels immediate; how far Telegram is does not count.
SLOW_SECONDS = 0.25
# After it the request is Telegram's, and the person has the answer.
_NOT_OURS = (Stage.SENT, Stage.KEPT)


def tell_if_slow(stages: Stages) -> None:
    """Logs an answer that took long to leave: each stage in milliseconds, in their order."""
    seconds = stages.seconds
    ours = sum(took for stage, took in seconds.items() if stage not in _NOT_OURS)
    if ours > SLOW_SECONDS:
        each = " ".join(f"{stage}_ms={took * 1000:.0f}" for stage, took in seconds.items())
        log.warning("slow_answer ms=%.0f %s", ours * 1000, each)
