"""Files to checked drafts: the same again, newer versions, what was given by hand, and a kill in the middle."""

import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.entries.entries import EntryFields
from knowledge.facts import Doubt
from knowledge.importing.checks import Kind
from knowledge.importing.importer import ForeignReport, Progress, Step
from knowledge.importing.readers import Fault, UnreadableFile
from knowledge.store.reports import ReportState
from tests.importing.pages import FORMAL, report

SECOND = FORMAL + "Bộ phận Một cửa tiếp nhận 1.100 hồ sơ.\n\nThu về 512 phiếu hài lòng.\n"
UNSAID = "Kết quả cải cách hành chính\n\nTiếp nhận 1.100 hồ sơ, giải quyết 1.000 hồ sơ.\n\nThu về 512 phiếu hài lòng.\n"

Put = Callable[..., int]


@pytest.fixture
def put(knowledge: Knowledge, tmp_path: Path) -> Put:
    """Imports this text as a file of that name: the id of its report."""

    def imported(text: str, name: str = "bao-cao.txt", **given: str) -> int:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return knowledge.importing.import_file(path, by=1, source=name, **given).report_id

    return imported


def doubts(knowledge: Knowledge, report_id: int) -> list[str]:
    return [doubt.code for doubt in knowledge.reports.reading(report_id).doubts]


def test_the_doubts_of_a_draft_are_kept_with_it(knowledge: Knowledge, put: Put):
    report_id = put(SECOND.replace("1.100 hồ sơ", "1.100 hồ sơ, trong đó trực tuyến 550 hồ sơ (49,00%)"))
    (doubt,) = knowledge.reports.reading(report_id).doubts
    assert (doubt.code, [(o.name, o.value) for o in doubt.operands][-1]) == (Kind.SHARE, ("computed", "50,00%"))
    assert knowledge.reports.summary(report_id).doubts == 1


@pytest.mark.parametrize("name", ["x.zip", "x.exe", "x.txt", "x.docx"])
@pytest.mark.parametrize("text", ["PK", "MZ", "Xin chào các đồng chí.\n\nChúc một ngày vui."])
def test_letters_that_are_no_report_become_no_draft(knowledge: Knowledge, put: Put, name: str, text: str):
    with pytest.raises(UnreadableFile) as caught:
        put(text, name, organisation="Sở Nội vụ")
    assert (caught.value.code, knowledge.reports.drafts()) == (Fault.NO_REPORT, [])


@pytest.mark.parametrize(
    "text", ["Báo cáo quý I năm 2019\n\nĐã tổ chức tập huấn.", "Kế hoạch\n\nBan hành Quyết định số 12/QĐ-UBND."]
)
def test_little_is_a_report_too(put: Put, text: str):
    assert put(text)


def test_a_draft_is_checked_against_what_was_published_after_it_was_saved(knowledge: Knowledge, put: Put):
    first = put(SECOND)
    other = put(SECOND.replace("88/BC", "99/BC").replace("1.100", "1.200"), "khac.txt")
    assert doubts(knowledge, other) == []
    knowledge.reports.publish(first, by=1)
    knowledge.importing.check_again(other)
    assert doubts(knowledge, other) == [Kind.CONTRADICTION]


def test_a_version_is_not_doubted_for_differing_from_the_one_that_it_replaces(knowledge: Knowledge, put: Put):
    knowledge.reports.publish(put(SECOND), by=1)
    version = put(SECOND.replace("1.100", "1.200"))
    assert doubts(knowledge, version) == []
    difference = knowledge.importing.difference(version)
    assert difference is not None
    assert [(c.before and c.before.written, c.after and c.after.written) for c in difference.figures] == [
        ("1.100 hồ sơ", "1.200 hồ sơ")
    ]


def test_a_first_version_differs_from_nothing(knowledge: Knowledge, put: Put):
    assert knowledge.importing.difference(put(SECOND)) is None


def test_a_published_document_with_another_date_is_doubted(knowledge: Knowledge, put: Put):
    issued = FORMAL + "UBND tỉnh ban hành Quyết định số 192/QĐ-UBND ngày {}/7/2021 về chương trình công tác.\n"
    knowledge.reports.publish(put(issued.format(22)), by=1)
    assert doubts(knowledge, put(issued.format(23).replace("88/BC", "99/BC"), "khac.txt")) == [Kind.TWO_DATES]


@pytest.mark.parametrize(
    ("symbol", "elsewhere", "expected"),
    [
        ("QĐ-UBND", ("HƯNG HÒA", "HƯNG HÒA"), [Kind.TWO_DATES]),
        ("QĐ-UBND", ("HƯNG HÒA", "HẬU THỚI"), []),
        ("QĐ-UBND", ("ngày 22/7/2021", "ngày 22/7/2020"), []),
        ("QĐ-TTg", ("HƯNG HÒA", "HẬU THỚI"), [Kind.TWO_DATES]),
    ],
)
def test_dates_of_a_number_are_compared_within_its_province_and_year_but_for_the_centre(
    knowledge: Knowledge, put: Put, symbol: str, elsewhere: tuple[str, str], expected: list[Kind]
):
    said = FORMAL + f"Thực hiện Quyết định số 192/{symbol} ngày 22/7/2021 của UBND tỉnh về chương trình công tác.\n"
    knowledge.reports.publish(put(said.replace(*elsewhere)), by=1)
    other = said.replace("88/BC", "99/BC").replace("số 192", "số 0192").replace("ngày 22/7", "ngày 23/7")
    assert doubts(knowledge, put(other, "khac.txt")) == expected


def test_that_a_draft_was_recognised_in_a_picture_is_said_after_every_check(knowledge: Knowledge):
    reading = replace(report("Tiếp nhận 12 hồ sơ."), doubts=(Doubt(Kind.RECOGNISED),))
    draft = knowledge.reports.save_draft(reading, checksum="a", by=1).report_id
    knowledge.importing.check_again(draft)
    assert doubts(knowledge, draft)[0] == Kind.RECOGNISED


def test_the_same_text_in_another_file_is_the_same_report(knowledge: Knowledge, put: Put):
    first = put(SECOND)
    assert put(SECOND + "\n\n") == first
    assert len(knowledge.reports.drafts()) == 1


def test_what_was_given_for_a_report_holds_for_its_newer_version(knowledge: Knowledge, put: Put):
    first = put(UNSAID, organisation="Sở Nội vụ", province="Hưng Hòa", period="quý I/2019")
    knowledge.reports.publish(first, by=1)
    second = knowledge.reports.summary(put(UNSAID.replace("512", "513")))
    before = knowledge.reports.summary(first)
    assert (second.organisation, second.province, second.period) == (before.organisation, "Hưng Hòa", before.period)
    assert knowledge.reports.publish(second.id, by=1).replaced_id == first


def test_what_is_given_later_makes_a_new_version_of_the_same_file(knowledge: Knowledge, put: Put):
    first = put(UNSAID)
    second = put(UNSAID, organisation="Sở Nội vụ", period="quý I/2019")
    assert second != first
    assert (Kind.NO_ORGANISATION in doubts(knowledge, first), doubts(knowledge, second)) == (True, [])


def test_another_report_in_a_file_of_the_same_name_is_no_version(knowledge: Knowledge, put: Put):
    knowledge.reports.publish(put(UNSAID), by=1)
    other = put("Tình hình thu ngân sách\n\nThu được 12 tỷ đồng.\n\nChi 11 tỷ đồng.\n")
    assert knowledge.importing.difference(other) is None


def test_an_entry_of_an_admin_stays_when_a_new_version_is_published(knowledge: Knowledge, put: Put):
    knowledge.reports.publish(put(SECOND), by=1)
    fields = EntryFields(kind="figure", indicator="phiếu khảo sát phát ra", value=Decimal(600), unit="phiếu")
    entry = knowledge.entries.save(fields, by=1)
    knowledge.reports.publish(put(SECOND.replace("1.100", "1.200")), by=1)
    assert knowledge.reports.summary(entry).state is ReportState.PUBLISHED


def test_nothing_is_kept_even_for_a_moment_of_what_is_another_organisation_s(knowledge: Knowledge, tmp_path: Path):
    path = tmp_path / "bao-cao.txt"
    path.write_text(SECOND, encoding="utf-8")
    with pytest.raises(ForeignReport):
        knowledge.importing.import_file(path, by=1, may_keep=lambda organisation: organisation == "Sở Y tế")
    assert (knowledge.reports.drafts(), knowledge.audit.listing()) == ([], [])


def test_a_file_that_is_here_already_is_another_organisation_s_all_the_same(
    knowledge: Knowledge, put: Put, tmp_path: Path
):
    put(SECOND)
    with pytest.raises(ForeignReport):
        knowledge.importing.import_file(tmp_path / "bao-cao.txt", by=1, may_keep=lambda _: False)


def test_progress_is_told_in_the_order_of_the_steps(knowledge: Knowledge, tmp_path: Path):
    path = tmp_path / "dai.txt"
    path.write_text(SECOND + "\n\n".join(f"Câu thứ {n} nói về 12 phiếu." for n in range(120)), encoding="utf-8")
    told: list[Progress] = []
    knowledge.importing.import_file(path, by=1, progress=told.append)
    assert list(dict.fromkeys(progress.step for progress in told)) == list(Step)
    assert [p.done for p in told if p.step is Step.UNDERSTANDING] == sorted(
        p.done for p in told if p.step is Step.UNDERSTANDING
    )


@pytest.mark.parametrize("part", [0.15, 0.4, 0.6, 0.8, 0.95])
def test_a_kill_in_the_middle_of_an_import_leaves_the_store_as_it_was(tmp_path: Path, part: float):
    url = f"sqlite:///{tmp_path}/cchc.db"
    knowledge = open_knowledge(url)
    small, large = tmp_path / "nho.txt", tmp_path / "lon.txt"
    small.write_text(SECOND, encoding="utf-8")
    rows = (f"Xã số {n} tiếp nhận {n + 100} hồ sơ, trong đó trực tuyến {n} hồ sơ." for n in range(1500))
    large.write_text(SECOND.replace("88/BC", "99/BC") + "\n\n".join(rows), encoding="utf-8")
    kept = knowledge.importing.import_file(small, by=1).report_id
    before = knowledge.reports.reading(kept)
    killed = _kill_at(url, large, part)
    assert [report.id for report in knowledge.reports.drafts()] == [kept]
    assert knowledge.reports.reading(kept) == before
    assert knowledge.importing.import_file(large, by=1).outcome == "new"
    knowledge.close()
    assert killed == -signal.SIGKILL


# Stands still where the file has come so far, so that the kill finds it there.
_STOPS = """
import sys, time
from pathlib import Path
from knowledge.bootstrap import open_knowledge
from knowledge.importing.importer import Step
url, path, part = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
def tell(progress):
    share = {Step.READING: 0.0, Step.UNDERSTANDING: 0.2, Step.CHECKING: 0.8, Step.SAVING: 0.9}[progress.step]
    if progress.total:
        share += 0.6 * progress.done / progress.total
    if share >= part:
        print("here", flush=True)
        time.sleep(60)
"""
_IMPORTS = "open_knowledge(url).importing.import_file(path, by=1, progress=tell)\n"
_IN_TRANSACTION = """
import knowledge.store.reports as reports
inserted = reports.insert_draft
def insert_and_stop(*args, **options):
    saved = inserted(*args, **options)
    print("here", flush=True)
    time.sleep(60)
    return saved
reports.insert_draft = insert_and_stop
part = 2
"""


def _kill_at(url: str, path: Path, part: float) -> int:
    """The exit code of a process that was killed there; past 0.9 within the transaction that saves."""
    program = _STOPS + (_IN_TRANSACTION if part > 0.9 else "") + _IMPORTS
    command = [sys.executable, "-c", program, url, str(path), str(part)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "here\n"
        running.kill()
        return running.wait()
