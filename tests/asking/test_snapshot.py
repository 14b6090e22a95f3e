"""What was laid out once is read back and answers the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

import grimp
import pytest

from knowledge import worked_out
from knowledge.asking.asker import Asker
from knowledge.asking.library import Library, PublishedReport
from knowledge.asking.service import Asking
from knowledge.asking.shelves import snapshot
from knowledge.asking.shelves.catalogue import Catalogue
from knowledge.asking.shelves.postings import Postings
from knowledge.asking.shelves.shelf import Shelf
from knowledge.asking.shelves.snapshot import SnapshotFile
from knowledge.store.answering import Changes
from tests.asking.libraries import TODAY, published, shipped

QUESTIONS = (
    "quý II năm 2021 tiếp nhận bao nhiêu hồ sơ?",
    "Quyết định 192 tới đâu rồi?",
    "số hồ sơ qua han",
    "báo cáo mới nhất là báo cáo nào?",
    "có những kế hoạch nào?",
)


@dataclass
class Store:
    """Reports with their generations; what is loaded is written down."""

    held: dict[int, str] = field(default_factory=dict)
    loaded: list[int] = field(default_factory=list)

    def generation(self) -> int:
        return len(self.held)

    def changes(self, after: int) -> "Changes":
        return Changes(self.generation(), {k: v for k, v in self.held.items() if int(v) > after}, ())

    def load(self, report_ids: Sequence[int]) -> list[PublishedReport]:
        self.loaded += report_ids
        return [one for one in published() if one.id in report_ids]

    def publish(self, *report_ids: int) -> None:
        for one in report_ids:
            self.held[one] = str(len(self.held) + 1)


EVERY = tuple(one.id for one in published())


def kept(folder: Path) -> SnapshotFile:
    file = SnapshotFile(folder / "reports.view")
    file.save(shipped().snapshot({}))
    return file


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_snapshot_answers_as_what_it_was_taken_of(tmp_path: Path, question: str) -> None:
    found = kept(tmp_path).load()
    assert found is not None
    read, made = (asker.ask(question, today=TODAY).answer for asker in (Asker.from_snapshot(found), shipped()))
    assert (read.outcome, read.direct, read.quotes, read.choices) == (
        made.outcome,
        made.direct,
        made.quotes,
        made.choices,
    )


@pytest.mark.parametrize("left", [0, 10, 100, 10_000])
def test_a_file_that_was_cut_off_is_none(tmp_path: Path, left: int) -> None:
    file = kept(tmp_path)
    path = tmp_path / "reports.view"
    path.write_bytes(path.read_bytes()[:left])
    assert file.load() is None


def test_a_process_that_starts_reads_the_snapshot_and_no_report(tmp_path: Path) -> None:
    store = Store()
    store.publish(*EVERY)
    told = Asking(store, snapshot=SnapshotFile(tmp_path / "a")).ask(QUESTIONS[0], today=TODAY).answer.direct
    store.loaded.clear()
    later = Asking(store, snapshot=SnapshotFile(tmp_path / "a"))
    assert (later.ask(QUESTIONS[0], today=TODAY).answer.direct, store.loaded) == (told, [])


def test_only_what_is_published_later_is_read_and_a_later_start_reads_nothing(tmp_path: Path) -> None:
    store, file = Store(), SnapshotFile(tmp_path / "a")
    store.publish(*EVERY[:-1])
    asking = Asking(store, snapshot=file)
    asking.refresh()
    store.loaded.clear()
    store.publish(EVERY[-1])
    assert asking.refresh()
    later = Asking(store, snapshot=SnapshotFile(tmp_path / "a"))
    later.refresh()
    assert store.loaded == [EVERY[-1]]
    assert [later.ask(q, today=TODAY).answer.direct for q in QUESTIONS] == [
        shipped().ask(q, today=TODAY).answer.direct for q in QUESTIONS
    ]


def test_of_a_store_with_another_past_nothing_is_believed(tmp_path: Path) -> None:
    store = Store()
    store.publish(*EVERY)
    Asking(store, snapshot=SnapshotFile(tmp_path / "a")).refresh()
    store.held = {one: str(int(mark) + 100) for one, mark in store.held.items()}
    store.loaded.clear()
    Asking(store, snapshot=SnapshotFile(tmp_path / "a")).refresh()
    assert store.loaded == list(EVERY)


@pytest.mark.parametrize("builder", ["building", "catalogue"])
def test_whatever_decides_how_reports_are_laid_out_stamps_what_is_laid_out(builder: str) -> None:
    module = f"knowledge.asking.shelves.{builder}"
    wanted = {module} | grimp.build_graph("knowledge", cache_dir=None).find_upstream_modules(module)
    stamping = {Path(str(file)) for file in snapshot.laying_out()}
    assert {name for name in wanted if not {_file(name), _file(f"{name}.__init__")} & stamping} == set()


def _file(module: str) -> Path:
    return Path(__file__).parents[2].joinpath(*module.split(".")).with_suffix(".py")


def test_what_was_worked_out_of_the_programs_own_files_is_known_to_the_next_process(tmp_path: Path) -> None:
    file = kept(tmp_path)
    shipped().ask(QUESTIONS[0], today=TODAY)
    file.keep_words()
    before = worked_out.all_worked_out()
    forget()
    file.load()
    assert worked_out.all_worked_out() == before


def test_what_another_program_worked_out_is_worked_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, before = kept(tmp_path), worked_out.all_worked_out()
    file.keep_words()
    forget()
    with monkeypatch.context() as changed:
        changed.setattr(snapshot, "program", lambda: "another")
        file.load()
    taken_over = worked_out.all_worked_out()
    worked_out.take_over(before)
    assert not any(taken_over.values())


def test_words_that_were_cut_off_keep_nobody_from_starting(tmp_path: Path) -> None:
    file = kept(tmp_path)
    file.keep_words()
    words = tmp_path / "reports.view.words"
    words.write_bytes(words.read_bytes()[:1000])
    assert file.load() is not None


def test_after_warming_no_question_builds_an_index(tmp_path: Path) -> None:
    found = kept(tmp_path).load()
    assert found is not None
    asker = Asker.from_snapshot(found)
    for _ in asker.library.warm():
        pass
    before = indexes(asker.library)
    for question in QUESTIONS:
        asker.ask(question, today=TODAY)
    assert indexes(asker.library) == before


def forget() -> None:
    for values in worked_out._KNOWN.values():
        values.clear()


def indexes(library: Library) -> list[str]:
    """What was built of the library so far."""
    postings = [one for part in (*library.shelves, *library.catalogues) for one in vars_of(part)]
    near = [str(number) for number, one in enumerate(postings) if isinstance(one, Postings) and "nearby" in vars(one)]
    return [*sorted(vars(library)), *map(str, library._telling), *map(str, library._reports_telling), *near]


def vars_of(part: Shelf | Catalogue) -> list[object]:
    return [getattr(part, one.name) for one in fields(part)]
