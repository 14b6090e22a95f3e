"""Every handler of the bot, on one page."""

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from handlers import (
    administration,
    browsing,
    commands,
    files,
    following,
    forgetting,
    greeting,
    membership,
    other,
    preferences,
    publishing,
    question,
    texts,
    watching,
)
from handlers.adding import dialogue
from handlers.commands import Command
from handlers.desk import Desk
from handlers.guards import admins_only, chat_admins_only
from handlers.turn import Application, Context, Handler, take

NEW = filters.UpdateType.MESSAGE
EDITED = filters.UpdateType.EDITED_MESSAGE
POSTED = filters.UpdateType.CHANNEL_POST

COMMANDS: dict[Command, Handler] = {
    commands.START: greeting.greet,
    commands.HELP: greeting.explain,
    commands.ASK: question.answer_command,
    commands.REPORTS: browsing.list_reports,
    commands.SUBSCRIBE: chat_admins_only(following.offer),
    commands.UNSUBSCRIBE: chat_admins_only(following.list_followed),
    commands.WATCH: chat_admins_only(watching.watch),
    commands.SETTINGS: preferences.show,
    commands.FORGET: forgetting.ask,
    commands.ADD: admins_only(dialogue.begin),
    commands.IMPORT: admins_only(files.explain),
    commands.PUBLISH: admins_only(publishing.list_drafts),
    commands.ADMIN: admins_only(administration.show),
}

# The first part of a button's data, what the rest must look like, and who takes it.
BUTTONS: tuple[tuple[str, str, Handler], ...] = (
    ("q", r"\d{1,18}:\d{1,18}", question.answer_choice),
    ("r", r"\d{1,18}", browsing.open_report),
    ("rs", r"\d{1,18}:\d{1,18}", browsing.read_report),
    ("rp", r"\d{1,18}", browsing.turn_page),
    ("s", r"all|[0-9a-f]{16}", chat_admins_only(following.follow)),
    ("sa", r"[a-z]*", chat_admins_only(following.follow_area)),
    ("sr", r"\d{1,18}", chat_admins_only(following.follow_organisation_of_report)),
    ("u", r"all|\d{1,18}", chat_admins_only(following.unfollow)),
    ("l", r"vi|en", preferences.choose_language),
    ("n", r"on|off", chat_admins_only(preferences.choose_sound)),
    ("h", r"any|\d{1,2}-\d{1,2}", chat_admins_only(preferences.choose_quiet)),
    ("f", r"yes|no", forgetting.decide),
    ("a", r"\w+:=?\w+", admins_only(dialogue.press)),
    ("p", r"\d{1,18}", admins_only(publishing.show_draft)),
    ("pc", r"\d{1,18}", admins_only(publishing.confirm)),
    ("pp", r"\d{1,18}", admins_only(publishing.publish)),
    ("pq", r"\d{1,18}", admins_only(publishing.publish_quietly)),
    ("d", r"\d{1,18}", admins_only(publishing.discard)),
)


def register(application: Application, desk: Desk) -> None:
    """Every update from now on finds its handler; the first that fits takes it."""
    application.bot_data["desk"] = desk
    application.add_handlers(_all())


def _all() -> list[BaseHandler[Update, Context, None]]:
    text = filters.TEXT & ~filters.COMMAND
    return [
        *(_command(command, handler) for command, handler in COMMANDS.items()),
        MessageHandler(filters.COMMAND & NEW, take(greeting.unknown_command)),
        MessageHandler(text & NEW, take(texts.hear)),
        MessageHandler(text & EDITED, take(question.answer_again)),
        MessageHandler(filters.StatusUpdate.MIGRATE, take(membership.migrated)),
        MessageHandler(filters.Document.ALL & NEW, take(files.take_file)),
        MessageHandler(NEW & ~filters.StatusUpdate.ALL, take(other.explain)),
        *(_button(name, rest, handler) for name, rest, handler in BUTTONS),
        CallbackQueryHandler(take(greeting.unknown_button)),
        ChatMemberHandler(take(membership.changed), ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _command(command: Command, handler: Handler) -> CommandHandler[Context, None]:
    # An edited command is not a new one; a channel can follow, and posts have no author to ask.
    is_for_channels = command in (commands.SUBSCRIBE, commands.UNSUBSCRIBE)
    return CommandHandler(command.names, take(handler), filters=NEW | POSTED if is_for_channels else NEW)


def _button(name: str, rest: str, handler: Handler) -> CallbackQueryHandler[Context, None]:
    return CallbackQueryHandler(take(handler), pattern=rf"^{name}:(?:{rest})$")
