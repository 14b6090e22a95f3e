"""Showing admins how far a broadcast is, each in one message of theirs."""

import asyncio
import logging
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from handlers.keyboards import keyboard_of
from handlers.layout.broadcasts import lay_out_broadcast
from handlers.words import Catalogue
from knowledge.bootstrap import Knowledge
from knowledge.store.store import StoreUnavailable

if TYPE_CHECKING:
    from knowledge.following.broadcasts import Watched

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0


async def show_broadcasts(knowledge: Knowledge, bot: ExtBot[str], catalogue: Catalogue, zone: ZoneInfo) -> None:
    """Never returns; whatever goes wrong with one look is made good by the next."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        try:
            for watched in await asyncio.to_thread(knowledge.broadcasts.look):
                await _show(watched, knowledge, bot, catalogue, zone)
        except StoreUnavailable as error:
            log.warning("the progress of broadcasts cannot be shown, the store cannot be reached: %s", error)
        except Exception:
            log.exception("the progress of a broadcast could not be shown; trying again")


async def _show(
    watched: "Watched", knowledge: Knowledge, bot: ExtBot[str], catalogue: Catalogue, zone: ZoneInfo
) -> None:
    language = await asyncio.to_thread(knowledge.people.language_of, watched.chat_id)
    message = lay_out_broadcast(watched, catalogue.words(language), zone)
    is_over = watched.is_over
    try:
        await bot.edit_message_text(
            message.parts[0],
            chat_id=watched.chat_id,
            message_id=watched.message_id,
            reply_markup=keyboard_of(message),
        )
    except (BadRequest, Forbidden) as error:
        # The message says so already, or nobody can see it any more.
        is_over = is_over or "not modified" not in error.message.lower()
    except TelegramError as error:
        log.info("the progress of a broadcast could not be shown: %s", error)
        return
    if is_over:
        await asyncio.to_thread(knowledge.broadcasts.close, watched.event_id, watched.chat_id)
