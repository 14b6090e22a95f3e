"""What is shown: each scene begins with a fresh demo, in which Lan asks, Hoa follows and Minh administers."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from stage import PATIENCE_SECONDS, Stage
from walking import walk

A_FILE = Path(__file__).parents[2] / "tests/questions/city/reports/phuong-an-thoi-quy-3-2025.docx"


async def start(stage: Stage) -> None:
    """The first minute."""
    await stage.enter(stage.demo.official)
    await stage.press("Bắt đầu")


async def question(stage: Stage) -> None:
    """A figure asked for without diacritics, and the next one in three words."""
    await stage.enter(stage.demo.official, "quy 1/2019 tiep nhan bn hs")
    await stage.say("con quy 2?")


async def document(stage: Stage) -> None:
    """Where a document stands."""
    await stage.enter(stage.demo.official, "QĐ 192 tới đâu rồi?")


async def compare(stage: Stage) -> None:
    """Two periods side by side."""
    await stage.enter(stage.demo.official, "so sánh số hồ sơ tiếp nhận quý I và quý II năm 2019")


async def chart(stage: Stage) -> None:
    """A figure over the periods, as a picture."""
    await stage.enter(stage.demo.official, "quý II/2019 tiếp nhận bao nhiêu hồ sơ?")
    await stage.press("Biểu đồ")
    await stage.show_picture()


async def shares(stage: Stage) -> None:
    """What a count is made of, over the periods."""
    await stage.enter(stage.demo.official, "quý II/2019 tiếp nhận bao nhiêu hồ sơ?")
    await stage.press("Cơ cấu")
    await stage.show_picture()


async def life(stage: Stage) -> None:
    """The life of a document."""
    await stage.enter(stage.demo.official, "QĐ 1056 tới đâu rồi?")
    await stage.press("Dòng thời gian")
    await stage.show_picture()


async def briefing(stage: Stage) -> None:
    """A period on one page for the meeting."""
    await stage.enter(stage.demo.official, "/giaoban")
    await stage.show_picture()


async def calendar(stage: Stage) -> None:
    """What is due in a month."""
    await stage.enter(stage.demo.official, "/lich 11/2019")
    await stage.show_picture()


async def share(stage: Stage) -> None:
    """A question as a QR code and a link."""
    await stage.enter(stage.demo.official, "/chiase QĐ 192 tới đâu rồi?")
    await stage.show_picture()


async def feedback(stage: Stage) -> None:
    """An answer is reported as wrong, with a word why."""
    await stage.enter(stage.demo.official, "quý II/2019 bao nhiêu hồ sơ trực tuyến")
    await stage.press("👎")
    await stage.press("Báo sai")


async def unanswered(stage: Stage) -> None:
    """What admins see of reported answers and of questions without an answer."""
    await feedback(stage)
    for words in ("khi nào thì có nhà để xe?", "khi nao thi co nha de xe", "giá đất năm nay"):
        await stage.demo.subscriber.ask(words)
    await stage.enter(stage.demo.admin, "/chuatraloi")
    await stage.page.locator(".message.in").last.wait_for()


async def inline(stage: Stage) -> None:
    """Answers as cards in any chat."""
    await stage.enter(stage.demo.official, "/start")
    await stage.page.locator("#words").fill("@hoi_cchc_bot bao nhieu hs truc tuyen")
    await stage.page.locator("#panel .card").nth(3).wait_for()


async def search(stage: Stage) -> None:
    """Words found in the full text."""
    await stage.enter(stage.demo.official, "/timkiem quy che xin loi")


async def choice(stage: Stage) -> None:
    """Several things fit: the bot asks which."""
    await stage.enter(stage.demo.official, "bao nhieu hs truc tuyen")
    await stage.page.locator(".message.in button").first.wait_for()


async def nothing(stage: Stage) -> None:
    """What is not there is not guessed."""
    await stage.enter(stage.demo.official, "QĐ 193 tới đâu rồi?")
    await stage.say("quý IV/2019 tiếp nhận bao nhiêu hồ sơ?")


async def reports(stage: Stage) -> None:
    """The reports, and one of them opened."""
    await stage.enter(stage.demo.official, "/baocao")
    await stage.press("297/BC-VPUBND")
    await stage.press("Cải cách thể chế")


async def follow(stage: Stage) -> None:
    """Following every new report."""
    await stage.enter(stage.demo.official, "/dangky")
    await stage.press("Nhận tin mọi báo cáo mới")


async def alert(stage: Stage) -> None:
    """A follower is told of a new report."""
    await publish(stage)
    await stage.enter(stage.demo.subscriber)
    # Followers are told a minute after, until when publishing can be undone.
    await stage.page.locator(".message.in").wait_for(timeout=120_000)


async def draft(stage: Stage) -> None:
    """A report sent as a file becomes a draft."""
    await stage.enter(stage.demo.admin, "/nhap")
    await stage.send_file(A_FILE)


async def publish(stage: Stage) -> None:
    """A draft is published."""
    await stage.enter(stage.demo.admin, "/xuatban")
    await stage.press("455/BC-VPUBND")
    await stage.press("Xuất bản…")
    await stage.press("Xuất bản")


async def add(stage: Stage) -> None:
    """An entry added step by step, before it is saved."""
    await stage.enter(stage.demo.admin, "/them")
    await stage.press("Văn bản")
    await stage.press("Đã ban hành")
    for reply in ("345/QĐ-UBND", "ban hành chương trình công tác năm 2020", "12/3/2020", "UBND tỉnh"):
        await stage.say(reply)


async def stats(stage: Stage) -> None:
    """What was asked in a week, as a picture with numbers."""
    for words in ("quý II/2019 tiếp nhận bao nhiêu hồ sơ?", "QĐ 192 tới đâu rồi?", "khi nào có nhà để xe?"):
        await stage.demo.subscriber.ask(words, timeout_seconds=PATIENCE_SECONDS)
    await stage.enter(stage.demo.admin, "/thongke")
    await stage.show_picture()


async def data(stage: Stage) -> None:
    """What was read in the head of a draft, to be put right."""
    await stage.enter(stage.demo.admin, "/xuatban")
    await stage.press("455/BC-VPUBND")
    await stage.press("Sửa thông tin báo cáo…")


async def walk_add(stage: Stage) -> None:
    """A newcomer's first entry, before it is saved."""
    await walk(stage, 1)


async def walk_saved(stage: Stage) -> None:
    """It is saved."""
    await walk(stage, 2)


async def walk_drafts(stage: Stage) -> None:
    """The reports that wait."""
    await walk(stage, 7)


async def walk_draft(stage: Stage) -> None:
    """One of them."""
    await walk(stage, 8)


async def walk_confirm(stage: Stage) -> None:
    """Who will be told of it."""
    await walk(stage, 9)


async def walk_asked(stage: Stage) -> None:
    """What was added answers."""
    await walk(stage, 11)


async def walk_undo(stage: Stage) -> None:
    """What can be taken back."""
    await walk(stage, 12)


async def forget(stage: Stage) -> None:
    """Deleting what is known of oneself."""
    await stage.enter(stage.demo.official, "quý II/2019 bao nhiêu hồ sơ trực tuyến")
    await stage.say("/xoadulieu")
    await stage.press("Xóa hết")


SCENES: dict[str, Callable[[Stage], Awaitable[None]]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (
        start,
        question,
        document,
        compare,
        chart,
        shares,
        life,
        briefing,
        calendar,
        share,
        feedback,
        unanswered,
        inline,
        search,
        choice,
        nothing,
        reports,
        follow,
        alert,
        draft,
        publish,
        add,
        stats,
        data,
        walk_add,
        walk_saved,
        walk_drafts,
        walk_draft,
        walk_confirm,
        walk_asked,
        walk_undo,
        forget,
    )
}
