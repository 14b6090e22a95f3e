"""Which updates must be handled one after the other."""

from telegram import Update


def chat_key(update: Update) -> str:
    """The chat's id, else the person's: updates of one key keep their order."""
    if update.effective_chat is not None:
        return str(update.effective_chat.id)
    if update.effective_user is not None:
        return str(update.effective_user.id)
    return "none"
