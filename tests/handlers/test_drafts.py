"""A draft's card: what is doubtful with its sentence, what a new version changes, page by page, in both languages."""

import asyncio
from dataclasses import replace

import pytest
from telegram.error import BadRequest

from handlers.layout.changes import lines, overview
from handlers.layout.doubts import page_of_doubts, sentence
from handlers.layout.html import plain
from handlers.waiting import watched
from handlers.words import Catalogue
from knowledge.facts import Doubt, Operand
from knowledge.importing.checks import Kind
from knowledge.importing.differences import ChangedFigure, Difference
from knowledge.importing.progress import Progress, Step
from tests.house import ROOT, House

SECOND = (ROOT / "samples" / "02-quy-2-2019.txt").read_text("utf-8")
BROKEN = (("trước hạn 3.311", "trước hạn 3.331"), ("33,41%", "35,41%"), ("10.420", "10.240"), ("2.047", "2.074"))

EVERY_OPERAND = {
    "part": "1",
    "whole": "2",
    "share": "3%",
    "computed": "4%",
    "now": "5",
    "change": "6",
    "percent": "7%",
    "document": "192/QĐ-UBND",
    "date": "01/02/2021",
    "other_date": "02/02/2021",
    "told": "03/02/2021",
    "from": "04/02/2021",
    "signed": "05/02/2021",
    "window": "6 - 7",
    "value": "8 hồ sơ",
    "other": "9 hồ sơ",
}


def broken(times: int) -> bytes:
    text = SECOND
    for old, new in BROKEN[:times]:
        text = text.replace(old, new)
    return text.encode()


async def test_the_card_shows_each_doubt_with_its_sentence(house: House):
    owner = await house.owner()
    await owner.send_file("quy-2.txt", broken(1))
    _, card = await owner.replies(2)
    assert "1 chỗ cần xem lại" in card.text
    assert "trước hạn 3.331 hồ sơ + đúng hạn 1.702 hồ sơ + trễ hạn 81 hồ sơ = 5.114" in card.text
    assert "Trung tâm đã giải quyết 5.094 hồ sơ" in card.text


async def test_many_doubts_are_paged_through_and_lead_back_to_the_card(house: House):
    owner = await house.owner()
    await owner.send_file("quy-2.txt", broken(4) + "\n\nTrung tâm trả kết quả 4,984 hồ sơ tại nhà.\n".encode())
    _, card = await owner.replies(2)
    await owner.press(card, "chỗ cần xem lại")
    page = await owner.next_edit(card)
    await owner.press(page, "Tiếp")
    second = await owner.next_edit(page)
    assert ("1. " in page.text, "4. " in second.text) == (True, True)
    await owner.press(second, "Về bản nháp")
    assert "Bản nháp, chưa xuất bản" in (await owner.next_edit(second)).text


async def test_a_card_too_long_for_one_message_is_shown_whole_below(house: House):
    owner = await house.owner()
    title = next(line for line in SECOND.splitlines() if "cải cách hành chính" in line)
    long = broken(4).decode().replace(title, f"{title} {'và nhiệm vụ trọng tâm của các quý sau ' * 110}", 1)
    await owner.send_file("quy-2.txt", (long + "\n\nTrung tâm trả kết quả 4,984 hồ sơ tại nhà.\n").encode())
    card = (await owner.replies(3))[-1]
    await owner.press(card, "chỗ cần xem lại")
    await owner.press(await owner.next_edit(card), "Về bản nháp")
    first, rest = await owner.replies(2)
    assert ("Bản nháp, chưa xuất bản" in first.text, "chỗ cần xem lại" in rest.text) == (True, True)


async def test_the_card_of_a_newer_version_shows_what_it_changes(house: House):
    owner = await house.owner()
    await owner.send_file("quy-2.txt", SECOND.encode())
    await owner.replies(2)
    [draft] = house.knowledge.reports.drafts()
    house.knowledge.reports.publish(draft.id, by=1, notify=False)
    await owner.send_file("quy-2.txt", SECOND.replace("90,4%", "91,4%").encode())
    progress, card = await owner.replies(2)
    assert "bản mới" in (await owner.look(progress)).text
    assert ("So với bản đang dùng" in card.text, "90,4% → 91,4%" in card.text) == (True, True)


async def test_the_caption_says_what_the_file_does_not(house: House):
    owner = await house.owner()
    text = "Kết quả cải cách hành chính\n\nTiếp nhận 12 hồ sơ.\n"
    await owner.send_file("x.txt", text.encode(), caption="Cơ quan: Sở Nội vụ; kỳ: quý I/2019")
    await owner.replies(2)
    [draft] = house.knowledge.reports.drafts()
    assert (draft.organisation, draft.period is not None) == ("Sở Nội vụ", True)


async def _delete_progress(house: House) -> None:
    gone = "Bad Request: message to edit not found"
    await house.sandbox.fault("bad_request", methods={"editmessagetext"}, description=gone)


async def test_whoever_deletes_the_progress_is_told_what_came_of_it_all_the_same(house: House):
    owner = await house.owner()
    await _delete_progress(house)
    await owner.send_file("x.txt", SECOND.encode())
    _, outcome, card = await owner.replies(3)
    assert "bản nháp" in outcome.text
    assert "297/BC-VPUBND" in card.text


async def test_whoever_deletes_the_progress_is_told_that_a_file_cannot_be_read(house: House):
    owner = await house.owner()
    await _delete_progress(house)
    await owner.send_file("x.docx", b"no document")
    _, outcome = await owner.replies(2)
    assert "x.docx" in outcome.text


async def test_a_caption_with_a_period_that_is_none_keeps_nothing_and_says_so(house: House):
    owner = await house.owner()
    await owner.send_file("x.txt", SECOND.encode(), caption="kỳ: mùa xuân")
    message = await owner.next_reply()
    while "mùa xuân" not in message.text:
        message = await owner.next_edit(message)
    assert house.knowledge.reports.drafts() == []


async def test_an_official_cannot_page_through_a_draft(house: House):
    draft = house.draft()
    lan = await house.official()
    for data in (f"pd:{draft}:0", f"pv:{draft}:0", f"pb:{draft}"):
        await house.forge_press(lan, data)
    assert await house.sandbox.calls("editMessageText", count=0) == []


async def test_whoever_waits_is_told_the_newest_progress_now_and_then():
    shown: list[Progress] = []
    seen = asyncio.Event()

    async def show(progress: Progress) -> None:
        shown.append(progress)
        seen.set()

    async with watched(show, every_seconds=0.001) as tell:
        tell(Progress(Step.UNDERSTANDING, 1, 10))
        await seen.wait()
        seen.clear()
        tell(Progress(Step.UNDERSTANDING, 2, 10))
        await seen.wait()
    assert [progress.done for progress in shown] == [1, 2]


async def test_work_that_is_soon_done_is_not_told_of():
    shown: list[Progress] = []

    async def show(progress: Progress) -> None:
        shown.append(progress)

    async with watched(show, every_seconds=60) as tell:
        tell(Progress(Step.READING))
    assert shown == []


async def test_progress_that_cannot_be_shown_spoils_no_work():
    tried = asyncio.Event()

    async def show(_: Progress) -> None:
        tried.set()
        raise BadRequest("message to edit not found")

    async with watched(show, every_seconds=0.001) as tell:
        tell(Progress(Step.READING))
        await tried.wait()


async def test_whoever_is_told_to_stop_just_as_the_work_is_done_stops():
    begun, told, may_end = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def show(_: Progress) -> None:
        try:
            begun.set()
            await asyncio.Event().wait()
        finally:
            told.set()
            await may_end.wait()

    async def work() -> None:
        async with watched(show, every_seconds=0.001) as tell:
            tell(Progress(Step.READING))
            await begun.wait()

    working = asyncio.create_task(work())
    await told.wait()
    working.cancel()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await working


def test_every_sort_of_doubt_has_its_sentence_in_both_languages():
    operands = tuple(Operand(name, value, "7/BC" if name == "other" else "") for name, value in EVERY_OPERAND.items())
    catalogue = Catalogue()
    for kind in Kind:
        told = [plain(sentence(Doubt(kind, (), operands), catalogue.words(language))) for language in ("vi", "en")]
        assert len({*told, ""}) == 3, kind


def test_a_page_of_doubts_escapes_what_the_report_says(house: House):
    reading = house.knowledge.reports.reading(house.draft(title="<b>x"))
    doubtful = replace(reading, doubts=(Doubt(Kind.SYMBOL, (), (Operand("document", "<1>/QĐ"),)),))
    assert "&lt;1&gt;" in page_of_doubts(doubtful, 0, Catalogue().words("vi"))


def test_changes_are_told_line_by_line_in_both_languages():
    difference = Difference(
        figures=(ChangedFigure(None, None, "Câu."),),
        documents_added=("1/QĐ-UBND",),
        documents_removed=("2/QĐ-UBND",),
        tasks_added=("Việc một",),
        tasks_removed=("Việc hai",),
        data=(("title", "Cũ", "Mới"), ("signed_on", None, None)),
    )
    for language in ("vi", "en"):
        words = Catalogue().words(language)
        assert len(lines(difference, words)) == 7
        assert "1" in plain(overview(difference, words))


async def test_an_item_is_dropped_from_the_draft_and_put_back(house: House):
    owner = await house.owner()
    await owner.send_file("quy-2.txt", SECOND.encode())
    _, card = await owner.replies(2)
    [draft] = house.knowledge.reports.drafts()
    before = house.knowledge.reports.reading(draft.id)
    await owner.press(card, "Xem, bỏ từng mục")
    items = await owner.next_edit(card)
    assert "hồ sơ hồ sơ" not in items.text
    await owner.press(items, "Bỏ 2")
    dropped = await owner.next_edit(items)
    assert len(house.knowledge.reports.reading(draft.id).statements) == len(before.statements) - 1
    await owner.press(dropped, "Hoàn tác")
    assert "Từng mục" in (await owner.next_edit(dropped)).text
    assert house.knowledge.reports.reading(draft.id).statements == before.statements
