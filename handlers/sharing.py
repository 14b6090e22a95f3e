"""/chiase: a question as a link and a QR code, for a colleague, a wall or a group."""

from telegram.helpers import create_deep_linked_url

from handlers.drawing import Code
from handlers.layout.html import escape
from handlers.layout.message import Message, compose, inline_button, shorten
from handlers.media import send_picture
from handlers.question import MOST_CHARACTERS
from handlers.turn import Turn
from handlers.words import Words
from knowledge.asking.links import can_be_linked, to_link
from knowledge.asking.standing_alone import standing_alone
from knowledge.people.conversations import FORGOTTEN_AFTER

_MOST_QUESTION = 120


async def share(turn: Turn) -> None:
    """The question behind the command, of nothing the chat's last one; without any, the way to the bot itself."""
    question = turn.arguments[:MOST_CHARACTERS] or await _last(turn)
    if question is None:
        await turn.say(turn.words("share-leans"))
        return
    link = to_link(question) if question else None
    url = create_deep_linked_url(turn.bot.username, link)
    words = turn.words
    if question and link is None:
        await turn.say(words("share-too-long" if can_be_linked(question) else "question-without-words"))
        return
    shown = shorten(question, _MOST_QUESTION)
    title = shown or words.plain("share-bot", name=turn.bot.first_name)
    code = Code(title, words.plain("share-scan-question" if shown else "share-scan"), url, url.removeprefix("https://"))
    await send_picture(turn, code, _caption(title, url, question, words))


def _caption(title: str, url: str, question: str, words: Words) -> Message:
    html = "\n".join([f"<b>{escape(shorten(title, _MOST_QUESTION))}</b>", words("share-how"), escape(url)])
    rows = [[inline_button(words.plain("button-send-to-chat"), question)]] if question else []
    return compose(html, *rows)


async def _last(turn: Turn) -> str | None:
    """The last question in words that say all without those before it: "con quy 2?" would ask nothing of who opens it; None where there are no such."""
    since = turn.desk.clock() - FORGOTTEN_AFTER
    asked = await turn.know(turn.desk.knowledge.questions.last, turn.conversation, since)
    if asked is None:
        return ""
    return await turn.know(
        standing_alone,
        turn.desk.knowledge.asking,
        asked.text,
        previous=asked.previous,
        today=turn.desk.today(),
        language=turn.language,
    )
