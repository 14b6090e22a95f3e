"""Words become concepts: the longest phrase first, and what was taken out of a question is never reached across."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.asking.reading.cues import find_cues
from knowledge.grammar.concepts import Tagger, shipped_tagger
from knowledge.grammar.folding import fold
from knowledge.vocabulary.loading import load_vocabulary

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"

SHIPPED = shipped_tagger()


def dimensions(text: str) -> dict[str, set[str]]:
    return {name: set(values) for name, values in SHIPPED.tag(fold(text)).dimensions.items()}


def small() -> Tagger:
    return Tagger({"stage": {"received": ["tiếp nhận"]}, "topic": {"dossier": ["hồ sơ"]}}, ["bao nhiêu"])


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("hồ sơ đúng hạn", "timeliness", "on_time"),
        ("hồ sơ trước hạn", "timeliness", "early"),
        ("hồ sơ trễ hạn", "timeliness", "late"),
        ("hồ sơ quá hạn", "timeliness", "late"),
        ("hồ sơ chưa đến hạn", "timeliness", "not_due"),
        ("trước hạn và đúng hạn", "timeliness", "early_or_on_time"),
        ("dân nộp qua mạng", "channel", "online"),
        ("nộp tại quầy", "channel", "counter"),
        ("qua bưu điện", "channel", "postal"),
        ("đã trả kết quả", "stage", "resolved"),
        ("đang giải quyết", "stage", "pending"),
        ("phải giải quyết", "stage", "to_resolve"),
        ("lũy kế", "accumulation", "cumulative"),
        ("toàn tỉnh", "scope", "whole"),
        ("applications received online", "channel", "online"),
    ],
)
def test_a_phrase_says_one_value_of_its_dimension(text, dimension, value):
    assert dimensions(text)[dimension] == {value}


def test_the_longest_phrase_goes_first():
    tagger = Tagger({"stage": {"short": ["đúng"], "long": ["đúng hạn"]}}, [])
    assert tagger.tag("dung han").dimensions == {"stage": frozenset({"long"})}


def test_tones_and_capitals_do_not_matter():
    assert small().tag(fold("TIẾP NHẬN Hồ Sơ")) == small().tag("tiep nhan ho so")


def test_a_mark_parts_a_phrase():
    assert small().tag("tiep \x00\x00 nhan").dimensions == {}


def test_words_that_carry_nothing_are_left_out():
    assert small().tag("bao nhieu ho so ca phe").words == {"#dossier", "ca", "phe"}


def test_an_alias_may_be_added():
    tagger = small()
    tagger.add("dân gửi", "stage", "received")
    assert tagger.tag("dan gui may ho so").dimensions == {"stage": frozenset({"received"})}


def test_numbered_things_are_told_apart():
    assert SHIPPED.tag("quy trinh dot 1").words != SHIPPED.tag("quy trinh dot 2").words


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("quý I nhận bao nhiêu hồ sơ", "count"),
        ("chiếm bao nhiêu phần trăm", "percent"),
        ("ban hành ngày nào", "when"),
        ("cơ quan nào ban hành", "who"),
        ("về việc gì", "about"),
        ("tới đâu rồi", "status"),
        ("đã ban hành chưa", "status"),
        ("có hiệu lực từ ngày nào", "effective"),
        ("lấy số liệu từ ngày nào đến ngày nào", "window"),
        ("xếp thứ mấy", "rank"),
        ("hết bao nhiêu tiền", "money"),
        ("ai ký", "signer"),
        ("how many applications", "count"),
        ("when was it issued", "when"),
    ],
)
def test_a_question_says_what_it_asks_for(question, cue):
    assert cue in find_cues(fold(question))


@given(st.text(max_size=80))
def test_any_text_is_tagged_without_error(text):
    assert all(words == words.lower() for words in SHIPPED.tag(fold(text)).words)


def test_every_concept_that_the_vocabulary_or_the_code_names_is_one():
    """Those that a figure's own sort says besides: money, a rank, points."""
    there = {f"#{name}" for values in load_vocabulary("concepts").values() for name in values} | {"#score"}
    files = (one for suffix in ("py", "toml") for one in KNOWLEDGE.rglob(f"*.{suffix}"))
    named = {name for one in files for name in re.findall(r'"(#[a-z_]+)"', one.read_text(encoding="utf-8"))}
    assert named - there == set()


@pytest.mark.parametrize("text", ["mức độ 3, 4", "mức độ 3 và 4", "mức độ 3, mức 4", "mức 3 và mức độ 4"])
def test_both_levels_of_services_are_said_alike_however_they_are_written(text):
    assert SHIPPED.tag(fold(text)) == SHIPPED.tag(fold("mức độ 3, mức độ 4"))


@pytest.mark.parametrize("text", ["sáp nhập Phòng Bưu chính với Phòng Hạ tầng số", "lĩnh vực bưu chính, viễn thông"])
def test_a_field_called_after_the_post_is_no_way_of_handing_in(text):
    assert "channel" not in dimensions(text)
