"""What was laid out once is read back and answers the same."""

from pathlib import Path

import pytest

from knowledge.asking.asker import Asker
from knowledge.asking.service import Asking
from knowledge.asking.shelves.snapshot import SnapshotFile
from tests.asking.libraries import TODAY, published, shipped

QUESTIONS = (
    "quý II năm 2021 tiếp nhận bao nhiêu hồ sơ?",
    "Quyết định 192 tới đâu rồi?",
    "số hồ sơ qua han",
    "báo cáo mới nhất là báo cáo nào?",
    "có những kế hoạch nào?",
)


def kept(folder: Path) -> SnapshotFile:
    file = SnapshotFile(folder / "reports.view", lambda: "now")
    file.save("now", shipped().snapshot())
    return file


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_snapshot_answers_as_what_it_was_taken_of(tmp_path: Path, question: str) -> None:
    snapshot = kept(tmp_path).load("now")
    assert snapshot is not None
    read, made = (asker.ask(question, today=TODAY).answer for asker in (Asker.from_snapshot(snapshot), shipped()))
    assert (read.outcome, read.direct, read.quotes, read.choices) == (
        made.outcome,
        made.direct,
        made.quotes,
        made.choices,
    )


def test_a_snapshot_of_another_state_is_none(tmp_path: Path) -> None:
    assert kept(tmp_path).load("later") is None


@pytest.mark.parametrize("left", [0, 10, 100, 10_000])
def test_a_file_that_was_cut_off_is_none(tmp_path: Path, left: int) -> None:
    file = kept(tmp_path)
    path = tmp_path / "reports.view"
    path.write_bytes(path.read_bytes()[:left])
    assert file.load("now") is None


def test_a_process_that_starts_reads_the_snapshot_and_no_report(tmp_path: Path) -> None:
    file = SnapshotFile(tmp_path / "reports.view", lambda: "1")
    first = Asking(published, lambda: 1, snapshot=file)
    told = first.ask(QUESTIONS[0], today=TODAY).answer.direct
    second = Asking(lambda: pytest.fail("reports were read"), lambda: 1, snapshot=file)
    assert second.ask(QUESTIONS[0], today=TODAY).answer.direct == told


def test_what_is_published_later_is_read_and_kept(tmp_path: Path) -> None:
    file = SnapshotFile(tmp_path / "reports.view", lambda: str(generation))
    generation = 1
    asking = Asking(lambda: published()[:1], lambda: generation, snapshot=file)
    asking.refresh()
    generation = 2
    assert asking.refresh()
    assert file.load("2") is not None
