"""One round trip through the demo: a question is answered, a report published, a follower told."""

from bot.demo import Demo, Say
from bot.explaining import Failed
from bot.sandbox.client import NothingCameError, Person, SeenMessage

# A phrase of the samples' first report, and what the bot must say to it.
QUESTION = "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?"
ANSWER = "4.984"


async def make_round_trip(demo: Demo, say: Say) -> None:
    """Returns when everything came as it should; raises Failed with what did not."""
    try:
        await _ask(demo.official)
        say(f"asked {QUESTION!r} and was told {ANSWER}, with the sentence it stands in")
        await _follow(demo.official)
        say("followed every new report")
        await _publish(demo)
        say(f"published {demo.draft.number} as an admin")
        await _hear(demo)
        say("both followers were told, each once, and why")
    except (NothingCameError, AssertionError) as error:
        raise Failed(f"the round trip failed: {error}") from None


async def _ask(person: Person) -> None:
    reply = await person.ask(QUESTION)
    bold, _, rest = reply.text.partition("\n")
    _expect(ANSWER in bold, f"{ANSWER} in the answer", reply)
    _expect(ANSWER in rest and "134/BC-VPUBND" in rest, "the quotation and its source", reply)


async def _follow(person: Person) -> None:
    offer = await person.ask("/dangky")
    await person.press(offer, offer.button_texts[0])
    followed = await person.next_reply()
    _expect("Đã đăng ký" in followed.text, "a confirmation", followed)


async def _publish(demo: Demo) -> None:
    admin, number = demo.admin, demo.draft.number or demo.draft.title
    await admin.press(await admin.ask("/xuatban"), number)
    await admin.press(await admin.next_reply(), "Xuất bản")
    asked = await admin.next_reply()
    await admin.press(asked, "Xuất bản")
    done = await admin.next_edit(asked)
    _expect("Đã xuất bản" in done.text, "that it was published", done)
    await admin.press(done, "Báo ngay")


async def _hear(demo: Demo) -> None:
    for person in (demo.official, demo.subscriber):
        alert = await person.next_reply()
        _expect(demo.draft.title in alert.text, "the report's title", alert)
        _expect("vì bạn theo dõi" in alert.text, "the reason", alert)


def _expect(is_so: bool, what: str, message: SeenMessage) -> None:
    if not is_so:
        raise Failed(f"the round trip failed: expected {what}, but the bot wrote {message.text!r}")
