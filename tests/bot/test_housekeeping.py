"""When a bot looks for garbage."""

from bot.housekeeping import MOST_LOOKS, SWEEP_AFTER_LOOKS, should_sweep


def test_what_outlived_looks_for_garbage_is_looked_through_when_nobody_waits() -> None:
    assert should_sweep(SWEEP_AFTER_LOOKS, is_idle=True)
    assert not should_sweep(SWEEP_AFTER_LOOKS, is_idle=False)


def test_it_does_not_wait_for_ever() -> None:
    assert should_sweep(MOST_LOOKS, is_idle=False)
    assert not should_sweep(SWEEP_AFTER_LOOKS - 1, is_idle=True)
