"""Whether a message speaks to the bot."""

from telegram import Message, MessageEntity

from handlers.turn import Turn


def addressed_text(turn: Turn) -> str | None:
    """What the message says to the bot; None where a group talks among itself."""
    message = turn.update.effective_message
    if message is None or message.text is None:
        return None
    if turn.is_private:
        return message.text
    mention = _mention(message, turn.bot.username)
    if mention is not None:
        start, end = mention
        said = f"{message.text[:start]} {message.text[end:]}".strip()
        return said or _pointed_at(message, turn) or said
    replied = message.reply_to_message
    is_reply = replied is not None and replied.from_user is not None and replied.from_user.id == turn.bot.id
    return message.text if is_reply else None


def _pointed_at(message: Message, turn: Turn) -> str | None:
    """What a colleague wrote, where a reply to that says no more than the bot's name."""
    replied = message.reply_to_message
    is_ours = replied is not None and replied.from_user is not None and replied.from_user.id == turn.bot.id
    return None if replied is None or is_ours else replied.text


def _mention(message: Message, username: str) -> tuple[int, int] | None:
    for words in message.parse_entities([MessageEntity.MENTION]).values():
        if words.casefold() == f"@{username}".casefold() and message.text is not None:
            start = message.text.index(words)
            return start, start + len(words)
    return None
