"""Adding an entry by dialogue: step by step, interruptible, and never mistaking a question for a reply."""

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


async def test_a_decision_is_added_step_by_step_and_answers_at_once(house: House, owner: Person):
    preview = await add_decision(owner)
    assert "345/QĐ-UBND" in preview.text
    await owner.press(preview, "Lưu")
    assert "Đã lưu" in (await owner.next_edit(preview)).text
    assert "12/03/2024" in (await owner.ask("QĐ 345 ban hành ngày nào?")).text


async def test_a_figure_is_understood_with_its_unit_and_period(house: House, owner: Person):
    await begin(owner, "Số liệu")
    await owner.ask("hồ sơ tiếp nhận trực tuyến")
    await owner.ask("1.641 hồ sơ")
    await owner.ask("quý I/2024")
    preview = await owner.ask("Trung tâm Hành chính công")
    assert "1.641 hồ sơ" in preview.text


async def test_steps_that_may_stay_open_can_be_skipped(house: House, owner: Person):
    message = await begin(owner, "Nhiệm vụ")
    message = await owner.ask("Tổ chức tập huấn nghiệp vụ một cửa")
    for _ in range(2):
        await owner.press(message, "Bỏ qua")
        message = await owner.next_reply()
    assert "Xem lại trước khi lưu" in message.text


async def test_what_is_not_understood_is_asked_again_with_an_example(house: House, owner: Person):
    await begin(owner, "Văn bản", "Đã ban hành")
    reply = await owner.ask("số mấy nhỉ quên rồi")
    assert ("chưa hiểu" in reply.text, "345/QĐ-UBND" in reply.text) == (True, True)


async def test_a_question_in_between_is_answered_and_the_dialogue_goes_on(house: House, owner: Person):
    await begin(owner, "Văn bản", "Đã ban hành")
    await owner.say("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?")
    answer, reminder = await owner.replies(2)
    assert "Số và ký hiệu" not in answer.text
    assert "Số và ký hiệu" in reminder.text


async def test_a_step_can_be_taken_back(house: House, owner: Person):
    message = await begin(owner, "Văn bản", "Đã ban hành")
    await owner.press(message, "Trước")
    assert "ở bước nào" in (await owner.next_reply()).text


async def test_a_field_can_be_corrected_in_the_preview(house: House, owner: Person):
    preview = await add_decision(owner)
    await owner.press(preview, "Sửa số hiệu")
    await owner.next_reply()
    assert "346/QĐ-UBND" in (await owner.ask("346/QĐ-UBND")).text


async def test_a_decision_can_be_added_in_one_line(house: House, owner: Person):
    line = "/them QĐ 345/QĐ-UBND ngày 12/3/2024 của UBND tỉnh về phê duyệt Đề án A"
    preview = await owner.ask(line)
    assert ("345/QĐ-UBND" in preview.text, "12/03/2024" in preview.text, "Đề án A" in preview.text) == (True,) * 3


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
        ("ghi chú: Trung tâm nghỉ ngày 2/9", ["Trung tâm nghỉ ngày 2/9"]),
    ],
)
async def test_a_figure_a_task_and_a_note_fit_one_line_too(
    house: House, owner: Person, line: str, understood: list[str]
):
    preview = await owner.ask(f"/them {line}")
    told = preview.text.partition("Tôi hiểu là:")[2]
    assert [words for words in understood if f": {words}\n" not in f"{told}\n"] == []


async def test_the_guards_of_one_draft_are_not_those_of_another(house: House, owner: Person):
    first = await owner.ask("/them ghi chú: một")
    await owner.ask("/huy")
    await owner.ask("/them ghi chú: hai")
    pressed = await owner.press(first, "Lưu")
    assert "không còn dùng được" in (await pressed.answer()).text
    assert list(house.knowledge.reports.published()) == []


async def test_a_line_that_names_no_document_leads_step_by_step(house: House, owner: Person):
    reply = await owner.ask("/add linh tinh gì đó")
    assert ("chưa hiểu dòng này" in reply.text, "Văn bản" in reply.button_texts) == (True, True)


async def test_cancelling_keeps_nothing(house: House, owner: Person):
    preview = await add_decision(owner)
    await owner.press(preview, "Thôi")
    assert "chưa lưu gì" in (await owner.next_edit(preview)).text
    assert house.knowledge.dialogues.get(owner.id, owner.id) is None


async def test_a_dialogue_that_was_left_goes_on_where_it_stood(house: House, owner: Person):
    await begin(owner, "Văn bản", "Đã ban hành")
    await owner.ask("345/QĐ-UBND")
    assert "Văn bản về việc gì" in (await owner.ask("/them")).text


async def test_a_button_of_an_earlier_step_does_nothing(house: House, owner: Person):
    first = await owner.ask("/them")
    await owner.press(first, "Văn bản")
    await owner.next_reply()
    pressed = await owner.press(first, "Số liệu")
    assert "không còn dùng được" in (await pressed.answer()).text


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
