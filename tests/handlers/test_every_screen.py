"""The whole bot is walked through over reports, names and questions that are as hard as they can be, in both languages.

The sandbox refuses what Telegram refuses: too long, badly marked up, too many or too long buttons.
"""

import os

import pytest

from handlers.commands import COMMANDS
from handlers.words import LANGUAGES
from knowledge.following.rules import ALL_REPORTS
from tests.handlers.published import publish_samples
from tests.handlers.walking import Walk
from tests.house import OWNER, House, quarter

HARD = (
    "<b>&amp;</b> “Đề án” <i>‏🙂 </blockquote> " + "Ủy ban nhân dân 'thành phố' \"trực thuộc\" Trung ương Hưng Hòa " * 4
)
LONGEST = "Tiếp nhận 4.984 hồ sơ <i>& " * 150
TYPED = {
    "ask": ("QĐ 192 tới đâu rồi?", HARD),
    "search": ("tỉnh", HARD[:50], "zzz"),
    "briefing": ("", HARD),
    "calendar": ("11/2019", HARD),
    "watch": ("QĐ 192", HARD),
    "subscribe": ("", HARD),
    "share": ("QĐ 192 tới đâu rồi?", HARD),
    "add": (f"QĐ 345/QĐ-UBND ngày 12/3/2019 của UBND tỉnh về {HARD}", f"ghi chú: {HARD}"),
    "edit": ("192/QĐ-UBND", "hồ sơ", HARD),
    "delete": ("192/QĐ-UBND", "hồ sơ"),
    "withdraw": ("", f"297/BC-VPUBND: {HARD}"),
    "alias": ("gửi bưu điện = qua bưu chính công ích", f"{HARD[:40]} = {HARD[:40]}", ""),
    "sources": ("", HARD),
    "admin": ("", "Sở Nội vụ tỉnh Hưng Hòa"),
    "log": ("", f"{OWNER}"),
}
# A walk that presses fewer has lost its way.
FEWEST_KINDS = 70
IS_TORTURE = "CCHC_TORTURE" in os.environ
QUESTIONS = (
    "Quý II/2019 tiếp nhận bao nhiêu hồ sơ?",
    "bao nhieu hs truc tuyen",
    "so sánh số hồ sơ tiếp nhận quý I và quý II năm 2019",
    "QĐ 193 tới đâu rồi?",
    "quý IV/2019 tiếp nhận bao nhiêu hồ sơ?",
    "có văn bản nào quá hạn không",
    "tom tat bc 297",
    HARD,
    "xin chào",
)


async def filled(house: House, language: str) -> Walk:
    """Reports, drafts and people with hard names; the owner walks."""
    publish_samples(house, "01", "02", "04")
    house.published(number="1/BC-X", title=HARD, organisation=HARD, period=quarter(1), sentences=(LONGEST, HARD))
    for number in ("2/BC-X", "1/BC-X"):
        house.draft(number=number, title=HARD * 3, organisation=HARD, sentences=(LONGEST, HARD, "Trễ hạn 12 hồ sơ."))
    person = await house.owner()
    house.knowledge.subscribers.subscribe(person.id, ALL_REPORTS, by=person.id)
    house.knowledge.asking.refresh()
    house.knowledge.people.set_language(person.id, language)
    return Walk(house, person, most_of_a_kind=3 if IS_TORTURE else 1)


@pytest.mark.parametrize("language", LANGUAGES if IS_TORTURE else ["vi"])
async def test_telegram_takes_every_screen(house: House, language: str):
    walk = await filled(house, language)
    await walk.say(*QUESTIONS)
    for command in COMMANDS:
        await walk.say(*(f"/{command.name(language)} {words}".strip() for words in TYPED.get(command.en, ("",))))
    await walk.press_all(but="f:yes")
    assert await walk.refused() == []
    assert len(walk.pressed) > FEWEST_KINDS
