"""`@bot …` in any chat, and links that ask: answers as cards, over HTTP."""

import re

import pytest

from knowledge.asking.links import MOST_CHARACTERS, from_link, to_link
from tests.handlers.published import ANSWER, QUESTION
from tests.house import House

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def asked(samples: House) -> House:
    """The bot with the samples of 2019 published."""
    return samples


async def test_a_card_holds_the_answer_in_short_and_sends_it_in_full(asked: House):
    lan = await asked.official()
    typed = await lan.ask_inline(QUESTION)
    card = (await typed.results())[0]
    assert card.title.startswith(ANSWER)
    assert "134/BC-VPUBND" in card.description
    hoa = await asked.official("Hoa")
    assert "<blockquote expandable>" in (await typed.choose(card, hoa)).html


async def test_a_bare_number_finds_the_document(asked: House):
    cards = await (await (await asked.official()).ask_inline("192")).results()
    assert "192/QĐ-UBND" in cards[0].description


async def test_several_meanings_are_several_cards(asked: House):
    cards = await (await (await asked.official()).ask_inline("bao nhieu hs truc tuyen")).results()
    assert len({card.id for card in cards}) == len(cards) > 1


async def test_before_anything_is_typed_there_are_examples(asked: House):
    assert len(await (await (await asked.official()).ask_inline("")).results()) >= 2


async def test_words_that_are_no_question_find_sentences_that_hold_them(asked: House):
    cards = await (await (await asked.official()).ask_inline("bộ phận một cửa")).results()
    assert all("Nguồn:" in card.text for card in cards)


async def test_a_question_that_nothing_answers_finds_the_sentences_that_come_nearest(asked: House):
    typed = await (await asked.official()).ask_inline("Lớp tập huấn nghiệp vụ cho công chức một cửa học ở đâu?")
    cards = await typed.results()
    assert ("tập huấn" in cards[0].title, "Nguồn: 297/BC-VPUBND" in cards[0].text) == (True, True)


async def test_what_is_not_found_leads_to_the_private_chat(asked: House):
    lan = await asked.official()
    typed = await lan.ask_inline("trường mầm non")
    answer = (await asked.sandbox.control.get(f"queries/{typed.id}", timeout=5))["answer"]
    assert (answer["results"], answer["button"]["start_parameter"]) == ([], "truong-mam-non")


async def test_cards_are_kept_a_minute_and_are_in_the_persons_language(asked: House):
    john = await asked.official("John", language="en")
    typed = await john.ask_inline("How many dossiers were received in Q1 2019?")
    answer = (await asked.sandbox.control.get(f"queries/{typed.id}", timeout=5))["answer"]
    assert (answer["cache_time"], answer["is_personal"]) == (60, True)
    assert "Source: 134/BC-VPUBND" in answer["results"][0]["message"]["text"]


async def test_a_card_links_to_the_same_question(asked: House):
    lan = await asked.official()
    card = (await (await lan.ask_inline(QUESTION)).results())[0]
    url = card.raw["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert ANSWER in (await lan.ask(f"/start {url.rpartition('=')[2]}")).text


@pytest.mark.parametrize("typed", ["😀", "<b>", "x" * 300, "  ", "\n"])
async def test_odd_input_gets_an_answer_that_telegram_takes(asked: House, typed: str):
    assert isinstance(await (await (await asked.official()).ask_inline(typed)).results(), list)


async def test_a_query_that_is_too_old_fails_nothing(asked: House):
    lan = await asked.official()
    await asked.sandbox.fault("bad_request", methods=["answerinlinequery"], description=TOO_OLD, times=1)
    await lan.ask_inline(QUESTION)
    await asked.sandbox.calls("answerInlineQuery", count=1)
    assert ANSWER in (await lan.ask(QUESTION)).text


async def test_a_link_asks_what_stands_in_it(asked: House):
    assert "192/QĐ-UBND" in (await (await asked.official()).ask("/start qd-192-2019")).text


@pytest.mark.parametrize("payload", ["___", "-", "AAAA", "x" * 64])
async def test_a_forged_link_gets_an_honest_answer(asked: House, payload: str):
    assert (await (await asked.official()).ask(f"/start {payload}")).text


def test_a_link_is_one_that_telegram_takes():
    """https://core.telegram.org/bots/features#deep-linking"""
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", to_link("QĐ 192/QĐ-UBND năm 2019 tới đâu rồi?") or "")
    assert to_link("hồ sơ " * 20) is None
    assert to_link("???") is None
    assert MOST_CHARACTERS <= 62


def test_a_link_reads_as_the_question_without_tones():
    assert from_link(to_link("Quý I/2019 tiếp nhận?") or "") == "quy i 2019 tiep nhan"
