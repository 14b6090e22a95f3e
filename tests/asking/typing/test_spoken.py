"""Everyday speech is read as the words that reports have, typed with tones and without."""

import pytest

from knowledge.asking.typing import standard_words


@pytest.fixture
def said(typist):
    return lambda question: " ".join(standard_words(typist.read(question).words))


@pytest.mark.parametrize("typed", ["tiếp nhận nhiêu hồ sơ", "tiep nhan nhieu ho so", "tiếp nhận bao nhiêu hồ sơ"])
def test_nhieu_asks_how_many(said, typed):
    assert said(typed) == "tiep nhan bao nhieu ho so"


@pytest.mark.parametrize("typed", ["xã nào nhiều hồ sơ trễ hạn nhất", "xa nao nhieu ho so tre han nhat"])
def test_nhieu_before_nhat_compares(said, typed):
    assert "bao nhieu" not in said(typed)


@pytest.mark.parametrize("typed", ["ký bữa nào", "ky bua nao", "ký hồi nào"])
def test_bua_nao_asks_for_a_day(said, typed):
    assert said(typed) == "ky ngay nao"


def test_a_file_counted_in_bo_is_no_ministry(said):
    assert (said("nhận mấy bộ"), said("mấy bộ, ngành báo cáo")) == (
        "nhan bao nhieu ho so",
        said("mấy bộ ngành báo cáo"),
    )


def test_a_particle_says_nothing(said):
    assert said("trễ tới 1,2% lận") == "tre toi 1,2 %"


def test_whether_something_runs_is_asked_and_not_where_fires_are_put_out(said):
    assert (said("cong dich vu chay chua"), said("quyet dinh phong chay chua chay")) == (
        "cong dich vu van hanh chua",
        "quyet dinh phong chay chua chay",
    )
