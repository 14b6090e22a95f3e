"""Adding an entry: what a line or a reply is understood as, and what is never saved; the conversations are in tests/scripts."""

import pytest

from bot.sandbox.client import Person, SeenMessage
from tests.house import House


@pytest.fixture
async def owner(house: House) -> Person:
    return await house.owner()


async def begin(owner: Person, *presses: str) -> SeenMessage:
    """The dialogue after these buttons."""
    message = await owner.ask("/them")
    for words in presses:
        await owner.press(message, words)
        message = await owner.next_reply()
    return message


async def add_decision(owner: Person) -> SeenMessage:
    """The preview of a decision."""
    await begin(owner, "Văn bản", "Đã ban hành")
    await owner.ask("345/qđ-ubnd")
    await owner.ask("ban hành chương trình công tác năm 2024")
    await owner.ask("12/3/2024")
    return await owner.ask("UBND tỉnh Hưng Hòa")


async def test_a_figure_is_understood_with_its_unit_and_period(house: House, owner: Person):
    await begin(owner, "Số liệu")
    await owner.ask("hồ sơ tiếp nhận trực tuyến")
    await owner.ask("1.641 hồ sơ")
    await owner.ask("quý I/2024")
    preview = await owner.ask("Trung tâm Hành chính công")
    assert "1.641 hồ sơ" in preview.text


async def test_the_number_of_a_quarter_is_no_value(house: House, owner: Person):
    await begin(owner, "Số liệu")
    await owner.ask("hồ sơ tiếp nhận trực tuyến")
    again = await owner.ask("quy 4/2019 tiep nhan bn hs")
    assert again.text.startswith("Tôi chưa hiểu")


async def test_steps_that_may_stay_open_can_be_skipped(house: House, owner: Person):
    message = await begin(owner, "Nhiệm vụ")
    message = await owner.ask("Tổ chức tập huấn nghiệp vụ một cửa")
    for _ in range(2):
        await owner.press(message, "Bỏ qua")
        message = await owner.next_reply()
    assert "Xem lại trước khi lưu" in message.text


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        (
            "hồ sơ tiếp nhận trực tuyến của Trung tâm Hành chính công quý I/2024: 1.641 hồ sơ",
            ["hồ sơ tiếp nhận trực tuyến", "1.641 hồ sơ", "quý I/2024", "Trung tâm Hành chính công"],
        ),
        ("số liệu: tỷ lệ hài lòng quý II/2024 là 96,5%", ["tỷ lệ hài lòng", "96,5%", "quý II/2024"]),
        (
            "nhiệm vụ: Sở Nội vụ: rà soát vị trí việc làm trước ngày 30/6/2024",
            ["rà soát vị trí việc làm", "Sở Nội vụ", "30/06/2024"],
        ),
        ("ghi chú: Trung tâm nghỉ ngày 2/9; hạn: không có", ["Trung tâm nghỉ ngày 2/9; hạn: không có"]),
        (
            "văn bản: QĐ 777/QĐ-UBND về phê duyệt Đề án A; hạn: 31/12/2026; trạng thái: đang thực hiện",
            ["777/QĐ-UBND", "phê duyệt Đề án A", "31/12/2026", "đang thực hiện"],
        ),
        (
            "Thông tư 01/2024/TT-BNV ngày 1/1/2024 của Bộ Nội vụ hướng dẫn văn thư",
            ["Bộ Nội vụ", "hướng dẫn văn thư"],
        ),
        (
            "QĐ 777/QĐ-UBND ngày 3/4/2026 về phê duyệt Đề án A, hạn: 31/12/2026, chủ trì: Sở Nội vụ",
            ["03/04/2026", "31/12/2026", "Sở Nội vụ"],
        ),
        ("document: QĐ 777/QĐ-UBND\nsubject: Đề án A\ndeadline: 31/12/2026", ["777/QĐ-UBND", "Đề án A", "31/12/2026"]),
        ("quý IV/2019 tiếp nhận 6.100 hồ sơ", ["tiếp nhận", "6.100 hồ sơ", "quý IV/2019"]),
        ("tỷ lệ đúng hạn quý IV/2019 96,5%", ["tỷ lệ đúng hạn", "96,5%", "quý IV/2019"]),
        ("QĐ 777/QĐ-UBND của UBND tỉnh về việc phân vai; hạn: 31/12/2026", ["UBND tỉnh", "phân vai", "31/12/2026"]),
        ("số liệu: tỷ lệ hài lòng; giá trị: 96,5%; kỳ: quý II/2024", ["tỷ lệ hài lòng", "96,5%", "quý II/2024"]),
    ],
)
async def test_every_kind_fits_one_line_too(house: House, owner: Person, line: str, understood: list[str]):
    preview = await owner.ask(f"/them {line}")
    assert "Chưa hiểu phần" not in preview.text
    told = preview.text.partition("Tôi hiểu là:")[2]
    assert [words for words in understood if f": {words}\n" not in f"{told}\n"] == []


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("QĐ 777/QĐ-UBND về A; hạn: mai; màu: xanh", "hạn: mai; màu: xanh"),
        ("QĐ 777/QĐ-UBND về A; sửa đổi B", "sửa đổi B"),
        ("nhiệm vụ: rà soát; trạng thái: đang làm", "trạng thái: đang làm"),
        ("QĐ 777/QĐ-UBND ngày 32/13/2024 của UBND tỉnh về phân công công tác", "32/13/2024"),
        ("QĐ 777/QĐ-UBND ngày 30/2/2024 của UBND tỉnh về A; màu: xanh", "30/2/2024; màu: xanh"),
        ("QĐ 777/QĐ-UBND của UBND tỉnh on testing blah 1/2/2019", "testing blah 1/2/2019"),
        ("văn bản: 777/QĐ-UBND chuyện vặt", "chuyện vặt"),
        ("gấp lắm QĐ 777/QĐ-UBND ngày 3/4/2024 của UBND tỉnh về A", "gấp lắm"),
    ],
)
async def test_what_of_a_line_is_not_kept_is_said(house: House, owner: Person, line: str, left: str):
    assert f"Chưa hiểu phần {left}, nên chưa ghi" in (await owner.ask(f"/them {line}")).text


@pytest.mark.parametrize("line", ["%PDF-1.4", "Trung tâm nghỉ ngày 2/9", "họp lúc 8 giờ"])
async def test_what_is_no_document_and_no_figure_is_taken_for_neither(house: House, owner: Person, line: str):
    assert "chưa hiểu dòng này" in (await owner.ask(f"/them {line}")).text


async def test_the_deadline_and_the_state_of_an_added_document_are_told(house: House, owner: Person):
    line = "/them văn bản: QĐ 777/QĐ-UBND về phê duyệt Đề án A; hạn: 31/12/2026; trạng thái: đang thực hiện"
    preview = await owner.ask(line)
    await owner.press(preview, "Lưu")
    await owner.next_edit(preview)
    assert (await owner.ask("QĐ 777 tới đâu rồi?")).text.startswith(
        "Đang thực hiện\nQuyết định 777/QĐ-UBND, hạn 31/12/2026"
    )


async def test_the_source_of_a_long_entry_is_that_an_admin_added_it(house: House, owner: Person):
    preview = await owner.ask(f"/them QĐ 777/QĐ-UBND về {'phê duyệt Đề án ' * 10}A; hạn: 31/12/2026")
    await owner.press(preview, "Lưu")
    await owner.next_edit(preview)
    assert "Nguồn: mục do người quản trị thêm" in (await owner.ask("QĐ 777 về việc gì?")).text


async def test_the_day_of_an_entry_is_no_day_of_its_document(house: House, owner: Person):
    preview = await owner.ask("/them QĐ 777/QĐ-UBND về phê duyệt Đề án A")
    await owner.press(preview, "Lưu")
    await owner.next_edit(preview)
    told = await owner.ask("QĐ 777 tới đâu rồi?")
    today = house.clock.now.astimezone(house.bot.desk.zone).strftime("%d/%m/%Y")
    assert f"Mục nhập ngày {today}: ban hành" in told.text
    assert told.text.replace(f"Mục nhập ngày {today}", "").count(today) == 0


async def test_the_guards_of_one_draft_are_not_those_of_another(house: House, owner: Person):
    first = await owner.ask("/them ghi chú: một")
    await owner.ask("/huy")
    await owner.ask("/them ghi chú: hai")
    pressed = await owner.press(first, "Lưu")
    assert "không còn dùng được" in (await pressed.answer()).text
    assert list(house.knowledge.reports.published()) == []


async def test_cancelling_keeps_nothing(house: House, owner: Person):
    preview = await add_decision(owner)
    await owner.press(preview, "Thôi")
    assert "chưa lưu gì" in (await owner.next_edit(preview)).text
    await house.bot.intake.finish()
    assert house.knowledge.dialogues.get(owner.id, owner.id) is None


async def test_a_dialogue_that_was_left_goes_on_where_it_stood(house: House, owner: Person):
    await begin(owner, "Văn bản", "Đã ban hành")
    await owner.ask("345/QĐ-UBND")
    assert "Văn bản về việc gì" in (await owner.ask("/them")).text


@pytest.mark.parametrize("command", ["/start", "/trogiup"])
async def test_whoever_starts_anew_midway_is_told_what_is_half_done(house: House, owner: Person, command: str):
    await begin(owner, "Số liệu")
    await owner.ask(command)
    reminder = await owner.next_reply()
    assert reminder.text.startswith("Ta quay lại mục đang thêm")
    assert "Thôi" in reminder.button_texts


async def test_saving_twice_saves_once(house: House, owner: Person):
    preview = await add_decision(owner)
    await owner.press(preview, "Lưu")
    await owner.next_edit(preview)
    await house.forge_press(owner, "a:save:yes")
    assert len(list(house.knowledge.reports.published())) == 1


async def test_markup_in_a_field_is_shown_as_text(house: House, owner: Person):
    await begin(owner, "Ghi chú")
    message = await owner.ask("<b>Đậm</b> & <script>")
    await owner.press(message, "Bỏ qua")
    assert "<b>Đậm</b> & <script>" in (await owner.next_reply()).text
