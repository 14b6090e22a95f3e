"""Whatever was typed, read or fetched, Telegram takes the screens that show it; no maker of messages is left untried.

https://core.telegram.org/bots/api#answercallbackquery, #answerinlinequery, #inlinequeryresultarticle, #botcommand and
#setmycommands have the limits of what is no message.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.entities import utf16_length
from handlers import commands, files, inline, menu
from handlers.access import Access
from handlers.layout.cards import MOST_CARDS, _card, _quotation
from handlers.layout.message import MOST_NOTE_CHARACTERS, compose
from handlers.layout.search import hit_source
from handlers.words import LANGUAGES, Catalogue
from knowledge.answers import Answer
from knowledge.searching import Hit
from tests.handlers import messages
from tests.handlers.makers import makers, notes, rooms_that_send, rooms_that_write_markup
from tests.handlers.messages import MOST_CAPTION, MOST_TEXT, check
from tests.handlers.screens import SCREENS, USERNAME
from tests.handlers.test_told_screens import SCREENS as TOLD

CATALOGUE = Catalogue()
CAPTIONS = {"sharing._caption"}
# `test_limits` has those of `handlers.layout`; the others are no messages, and are tried here by name.
APART = {"inline._article", "menu.menu_of", "briefing._files", "dialogues.course.__call__", "helping.help_words"}
# Of these `failures` sends an entry of the catalogue, and `menu` the descriptions that `test_introducing` measures.
SENDING = {
    "bot/outbox/showing.py",
    "handlers/failures.py",
    "handlers/media.py",
    "handlers/menu.py",
    "handlers/turn.py",
}
MOST_RESULTS, MOST_COMMANDS, MOST_COMMAND, MOST_ABOUT = 50, 100, 32, 256
MOST_ID_BYTES, MOST_START = 64, 64
# https://core.telegram.org/bots/api#document names none; this is what file systems take.
MOST_NAME_BYTES = 255


@pytest.mark.parametrize("name", SCREENS)
@settings(max_examples=12)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_every_screen_of_values(name: str, data: st.DataObject, language: str):
    message = data.draw(SCREENS[name])(CATALOGUE.words(language))
    check(message, most=MOST_CAPTION if name in CAPTIONS else MOST_TEXT)


def test_every_maker_of_messages_is_tried():
    found = {name for name in makers() if not name.startswith("layout.")}
    assert found == {*SCREENS, *TOLD, *APART}


def test_markup_is_written_only_where_makers_are_tried():
    assert rooms_that_write_markup() - {name.rpartition(".")[0] for name in (*SCREENS, *TOLD)} == set()


def test_words_go_to_telegram_through_few_hands():
    assert rooms_that_send() == SENDING


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_over_the_chat_is_shown_whole(language: str):
    words = CATALOGUE.words(language)
    given = {"seconds": 10**6, "number": "9" * 18, "count": 10**6}
    assert [key for key in set(notes()) if utf16_length(words.plain(key, **given)) > MOST_NOTE_CHARACTERS] == []


@settings(max_examples=30)
@given(messages.answers, messages.hits(), messages.names, st.sampled_from(LANGUAGES))
def test_every_card_of_an_inline_query(answer: Answer, hit: Hit, question: str, language: str):
    words = CATALOGUE.words(language)
    for card in (_card(question, answer, words), _quotation(hit.text, hit.report, hit_source(hit, words), words)):
        article = inline._article(card, USERNAME, words.plain("button-go-on"))
        assert article.title.strip()
        assert len(article.id.encode()) <= MOST_ID_BYTES
        assert MOST_CARDS <= MOST_RESULTS
        assert card.link is None or len(card.link) <= MOST_START
        check(compose(card.html))
        assert compose(card.html).parts == (card.html,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu(language: str):
    words = CATALOGUE.words(language)
    for shown in (commands.commands_for(Access.OWNING), (*menu.IN_GROUPS, *menu.OF_GROUP_ADMINS)):
        made = menu.menu_of(shown, words)
        assert len(made) <= MOST_COMMANDS
        assert all(1 <= len(one.command) <= MOST_COMMAND and 1 <= len(one.description) <= MOST_ABOUT for one in made)


@settings(max_examples=40)
@given(messages.names, st.sampled_from([".xlsx", ".pdf", "", ".", "/", "\\", ".." + "x" * 300]))
def test_every_name_of_a_file_that_is_sent_can_be_written(name: str, ending: str):
    kept = files._safe_name(name + ending)
    assert 0 < len(kept.encode()) <= MOST_NAME_BYTES
    assert Path(kept).name == kept
