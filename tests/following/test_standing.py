"""Nothing is open any more where a register says so of all of it."""

import pytest

from knowledge.following.standing import is_done


@pytest.mark.parametrize("status", ["Đã hoàn thành", "Xong", "Đã ban hành", "Hết hiệu lực", "Hoàn thành 8/8 xã"])
def test_what_is_done_issued_or_no_longer_in_force_is_not_open(status: str):
    assert is_done(status)


@pytest.mark.parametrize("status", ["Chưa ban hành", "Đang thực hiện, xong 14/32 nhiệm vụ", "Hoàn thành 05/08 sở"])
def test_what_is_only_begun_is_open(status: str):
    assert not is_done(status)
