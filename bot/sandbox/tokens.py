"""The form of a bot's token."""

import re

# The form that BotFather gives (core.telegram.org/bots/api#authorizing-your-bot): the bot's id and a secret.
_TOKEN = re.compile(r"[1-9][0-9]{0,15}:[A-Za-z0-9_-]{1,60}")


def is_token(words: str) -> bool:
    """Whether it could be a token at all."""
    return _TOKEN.fullmatch(words) is not None
