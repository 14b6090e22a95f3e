"""Whether a message speaks to the bot."""

from telegram import Message, MessageEntity

from handlers.turn import Turn


def addressed_text(turn: Turn) -> str | None:
    """What the message says to the bot, under a picture as well; None where a group talks among itself."""
    message = turn.update.effective_message
    text = _written(message) if message is not None else None
    if message is None or text is None:
        return None
    if turn.is_private:
        return text
    mention = _mention(message, text, turn.bot.username)
    if mention is not None:
        start, end = mention
        said = f"{text[:start]} {text[end:]}".strip()
        return said or _pointed_at(message, turn) or said
    replied = message.reply_to_message
    is_reply = replied is not None and replied.from_user is not None and replied.from_user.id == turn.bot.id
    return text if is_reply else None


def _written(message: Message) -> str | None:
    return message.text if message.text is not None else message.caption


def _pointed_at(message: Message, turn: Turn) -> str | None:
    """What a colleague wrote, where a reply to that says no more than the bot's name."""
    replied = message.reply_to_message
    is_ours = replied is not None and replied.from_user is not None and replied.from_user.id == turn.bot.id
    return None if replied is None or is_ours else _written(replied)


def _mention(message: Message, text: str, username: str) -> tuple[int, int] | None:
    parse = message.parse_entities if message.text is not None else message.parse_caption_entities
    for words in parse([MessageEntity.MENTION]).values():
        if words.casefold() == f"@{username}".casefold():
            start = text.index(words)
            return start, start + len(words)
    return None
