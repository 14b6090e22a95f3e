"""Which updates must be handled one after the other."""

from telegram import Update

_FILES = ":files"


def chat_key(update: Update) -> str:
    """The chat's id, else the person's: updates of one key keep their order.

    Files that a chat sends are a key of their own: they may take minutes, and what is asked meanwhile is answered at once.
    """
    if update.effective_chat is not None:
        is_file = update.message is not None and update.message.document is not None
        return f"{update.effective_chat.id}{_FILES if is_file else ''}"
    if update.effective_user is not None:
        return str(update.effective_user.id)
    return "none"


def is_of_files(key: str) -> bool:
    """Whether what has that key is files."""
    return key.endswith(_FILES)
