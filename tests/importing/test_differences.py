"""What a newer version of a report changes."""

from knowledge.importing.differences import Difference, compare
from tests.importing.pages import report, tell

RECEIVED = "Bộ phận Một cửa tiếp nhận {} hồ sơ trong quý."
ISSUED = "UBND tỉnh ban hành Quyết định số {}/QĐ-UBND ngày 22/7/2021 về chương trình công tác."


def changes(difference: Difference) -> list[tuple[str | None, str | None]]:
    return [(c.before and c.before.written, c.after and c.after.written) for c in difference.figures]


def test_the_same_text_changes_nothing():
    assert compare(tell(RECEIVED.format("4.984")), tell(RECEIVED.format("4.984"))).is_empty


def test_a_changed_figure_is_shown_old_and_new_with_its_sentence():
    difference = compare(tell(RECEIVED.format("4.984")), tell(RECEIVED.format("4.894")))
    assert changes(difference) == [("4.984 hồ sơ", "4.894 hồ sơ")]
    assert difference.figures[0].sentence == RECEIVED.format("4.894")


def test_sentences_that_moved_or_were_reworded_change_no_figure():
    before = tell(RECEIVED.format("4.984"), "Thu về 512 phiếu.", "Quận có 11 phường.")
    after = tell("Quận có 11 phường.", "Tin mới.", RECEIVED.format("4.984").replace("trong quý", "trong quý này"))
    assert changes(compare(before, after)) == [("512 phiếu", None)]


def test_a_new_sentence_brings_its_figures():
    difference = compare(tell(RECEIVED.format("4.984")), tell(RECEIVED.format("4.984"), "Thu về 512 phiếu hài lòng."))
    assert changes(difference) == [(None, "512 phiếu")]


def test_documents_come_and_go_by_their_numbers():
    difference = compare(report(ISSUED.format(192)), report(ISSUED.format(193)))
    assert (difference.documents_added, difference.documents_removed) == (("193/QĐ-UBND",), ("192/QĐ-UBND",))


def test_tasks_come_and_go():
    before = report("Nhiệm vụ quý IV năm 2021:", "- Hoàn thành số hóa hồ sơ;", "- Tổ chức hội nghị;")
    after = report("Nhiệm vụ quý IV năm 2021:", "- Hoàn thành số hóa hồ sơ;", "- Kiểm tra công vụ;")
    difference = compare(before, after)
    assert (len(difference.tasks_added), len(difference.tasks_removed)) == (1, 1)


def test_the_reports_own_data_are_compared():
    before, after = report("Quận có 11 phường."), report("Quận có 11 phường.")
    assert compare(before, after).data == ()
    assert [name for name, _, _ in compare(before, tell("Quận có 11 phường.")).data][:2] == ["title", "number"]
