"""`@bot 192` in any chat: cards with answers, which the person may send there."""

import asyncio
import logging
from hashlib import sha256

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.helpers import create_deep_linked_url

from handlers.desk import Desk
from handlers.layout.cards import Card, lay_out_cards
from handlers.turn import Context
from knowledge.asking.links import to_link
from knowledge.people.scenes import Speaker

log = logging.getLogger(__name__)

# A new report is in the cards within a minute; typing on does not ask for the same again.
CACHE_SECONDS = 60


async def answer(update: Update, context: Context) -> None:
    """Offer the cards for what was typed so far, or to ask in the private chat."""
    query, desk = update.inline_query, context.bot_data["desk"]
    if query is None:
        return
    speaker = Speaker(query.from_user.id, query.from_user.id, query.from_user.language_code, str(query.from_user.id))
    language = (await asyncio.to_thread(desk.knowledge.scenes.look, speaker)).language
    cards = await asyncio.to_thread(_cards, desk, query.query, language)
    words = desk.catalogue.words(language)
    label = words.plain("inline-ask-in-chat" if cards else "inline-nothing")
    try:
        await query.answer(
            [_article(card, context.bot.username, words.plain("button-go-on")) for card in cards],
            cache_time=CACHE_SECONDS,
            is_personal=True,  # in the person's language
            button=InlineQueryResultsButton(label, start_parameter=to_link(query.query) or "start"),
        )
    except BadRequest as error:
        log.info("an inline query was answered too late: %s", error.message)


def _cards(desk: Desk, typed: str, language: str) -> tuple[Card, ...]:
    return lay_out_cards(desk.knowledge.asking, typed, today=desk.today(), words=desk.catalogue.words(language))


def _article(card: Card, username: str, go_on: str) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        card.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    markup = None
    if card.link is not None:
        url = create_deep_linked_url(username, card.link)
        markup = InlineKeyboardMarkup([[InlineKeyboardButton(go_on, url=url)]])
    return InlineQueryResultArticle(
        id=sha256(f"{card.title}\n{card.html}".encode()).hexdigest()[:32],
        title=card.title,
        description=card.description,
        input_message_content=content,
        reply_markup=markup,
    )
