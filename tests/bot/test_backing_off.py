"""What fails is tried again after longer and longer, for as long as it fails."""

from bot.backing_off import back_off


def test_each_wait_is_twice_as_long_up_to_the_longest_however_often_it_failed():
    assert [back_off(failures, 60.0) for failures in (0, 1, 2, 5, 6, 5000)] == [1.0, 2.0, 4.0, 32.0, 60.0, 60.0]
