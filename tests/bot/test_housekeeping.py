"""When a bot looks for garbage."""

from bot.housekeeping import MOST_LOOKS, SWEEP_AFTER_LOOKS, SWEEP_SECONDS, oldest_to_sweep


def test_what_outlived_looks_for_garbage_is_looked_through_when_nobody_waits() -> None:
    assert oldest_to_sweep(SWEEP_AFTER_LOOKS, 9, quiet_seconds=0.1) == 1
    assert oldest_to_sweep(SWEEP_AFTER_LOOKS, 9, quiet_seconds=0.0) == 0


def test_it_does_not_wait_for_ever() -> None:
    assert oldest_to_sweep(MOST_LOOKS, 9, quiet_seconds=0.0) == 1
    assert oldest_to_sweep(SWEEP_AFTER_LOOKS - 1, 9, quiet_seconds=0.1) == 0


def test_all_is_looked_through_only_where_nobody_has_written_for_a_while() -> None:
    assert oldest_to_sweep(0, 1, quiet_seconds=SWEEP_SECONDS) == 2
    assert oldest_to_sweep(0, 0, quiet_seconds=SWEEP_SECONDS) == 0
