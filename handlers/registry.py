"""Every handler of the bot, on one page."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from handlers import commands, question, texts
from handlers.commands import Command
from handlers.desk import Desk
from handlers.guards import admins_only, all_editors_only, chat_admins_only, owners_only, restrained, staff_only
from handlers.rooms import Room
from handlers.turn import Application, Context, Handler, take
from knowledge.lazily import lazily

if TYPE_CHECKING:
    from handlers import (
        aliases,
        audit_log,
        briefing,
        broadcasting,
        browsing,
        calendar,
        draft_data,
        drafts,
        exporting,
        feedback,
        files,
        following,
        forgetting,
        greeting,
        membership,
        missing,
        next_steps,
        other,
        picking,
        preferences,
        publishing,
        putting_off,
        searching,
        sharing,
        statistics,
        unanswered,
        unfinished,
        watching,
        withdrawing,
    )
    from handlers.adding import dialogue
    from handlers.administration import inviting, overview, persons
    from handlers.editing import dialogue as correcting
    from handlers.editing import finding, undoing
    from handlers.sources import adding as source_adding
    from handlers.sources import listing as source_listing
    from handlers.sources import steering as source_steering
else:
    # All but questions are loaded when somebody first wants them.
    aliases = Room("handlers.aliases")
    audit_log = Room("handlers.audit_log")
    briefing = Room("handlers.briefing")
    broadcasting = Room("handlers.broadcasting")
    browsing = Room("handlers.browsing")
    calendar = Room("handlers.calendar")
    correcting = Room("handlers.editing.dialogue")
    dialogue = Room("handlers.adding.dialogue")
    draft_data = Room("handlers.draft_data")
    drafts = Room("handlers.drafts")
    exporting = Room("handlers.exporting")
    feedback = Room("handlers.feedback")
    files = Room("handlers.files")
    finding = Room("handlers.editing.finding")
    following = Room("handlers.following")
    forgetting = Room("handlers.forgetting")
    greeting = Room("handlers.greeting")
    inviting = Room("handlers.administration.inviting")
    membership = Room("handlers.membership")
    missing = Room("handlers.missing")
    next_steps = Room("handlers.next_steps")
    other = Room("handlers.other")
    overview = Room("handlers.administration.overview")
    persons = Room("handlers.administration.persons")
    picking = Room("handlers.picking")
    preferences = Room("handlers.preferences")
    publishing = Room("handlers.publishing")
    putting_off = Room("handlers.putting_off")
    searching = Room("handlers.searching")
    sharing = Room("handlers.sharing")
    source_adding = Room("handlers.sources.adding")
    source_listing = Room("handlers.sources.listing")
    source_steering = Room("handlers.sources.steering")
    statistics = Room("handlers.statistics")
    unanswered = Room("handlers.unanswered")
    undoing = Room("handlers.editing.undoing")
    unfinished = Room("handlers.unfinished")
    watching = Room("handlers.watching")
    withdrawing = Room("handlers.withdrawing")

NEW = filters.UpdateType.MESSAGE
EDITED = filters.UpdateType.EDITED_MESSAGE
POSTED = filters.UpdateType.CHANNEL_POST

COMMANDS: dict[Command, Handler] = {
    commands.START: greeting.greet,
    commands.HELP: greeting.explain,
    commands.ASK: question.answer_command,
    commands.REPORTS: browsing.list_reports,
    commands.SEARCH: searching.find,
    commands.BRIEFING: briefing.brief_meeting,
    commands.CALENDAR: calendar.show,
    commands.SHARE: sharing.share,
    commands.SUBSCRIBE: chat_admins_only(following.offer),
    commands.UNSUBSCRIBE: chat_admins_only(following.list_followed),
    commands.WATCH: chat_admins_only(watching.watch),
    commands.SETTINGS: preferences.show,
    commands.FORGET: forgetting.ask,
    commands.ADD: admins_only(dialogue.begin),
    commands.EDIT: admins_only(finding.edit),
    commands.DELETE: admins_only(finding.delete),
    commands.UNDO: admins_only(undoing.show),
    commands.CANCEL: admins_only(unfinished.cancel),
    commands.IMPORT: admins_only(files.explain),
    commands.PUBLISH: admins_only(publishing.list_drafts),
    commands.WITHDRAW: admins_only(withdrawing.begin),
    commands.SOURCES: all_editors_only(source_adding.begin),
    commands.UNANSWERED: all_editors_only(unanswered.show),
    commands.ALIAS: all_editors_only(aliases.manage),
    commands.STATISTICS: staff_only(statistics.show),
    commands.MISSING: staff_only(missing.show),
    commands.LOG: all_editors_only(audit_log.show),
    commands.EXPORT: owners_only(exporting.export),
    commands.ADMIN: admins_only(overview.show),
}

_answer_inline: Callable[[Update, Context], Coroutine[Any, Any, None]] = lazily("handlers.inline", "answer")

HOUR = r"(?:1?\d|2[0-3])"
# The first part of a button's data, what the rest must look like, and who takes it.
BUTTONS: tuple[tuple[str, str, Handler], ...] = (
    ("q", r"\d{1,18}:\d{1,18}", question.answer_choice),
    ("k", r"[a-z0-9-]{1,62}", question.answer_link),
    ("n", r"\d{1,18}:(?:previous|compare|chart|shares|life|verbatim|follow|again)", next_steps.take_step),
    ("t", r"\d{1,18}:(?:up|down)", feedback.judge),
    ("c", r"\d{1,18}:(?:wrong|missing)", feedback.report),
    ("w", r"\d{1,18}:(?:show|fixed|kept)", all_editors_only(unanswered.press_correction)),
    ("g", r"\d{1,18}:(?:show|add|alias|try|aside|back|list|\d)", all_editors_only(unanswered.press_group)),
    ("z", r"\d{1,6}:[a-z0-9-]{1,55}", searching.turn_page),
    ("r", r"\d{1,18}", browsing.open_report),
    ("ro", r"\d{1,18}", browsing.open_here),
    ("rs", r"\d{1,18}:\d{1,6}", browsing.read_report),
    ("h", r"\d{1,18}:\d{1,6}", browsing.read_place),
    ("ra", r"\d{1,18}:[a-z]{1,20}:\d{1,6}", browsing.read_area),
    ("rp", r"\d{1,18}", browsing.turn_page),
    ("gb", r"[a-z_]+-\d{1,2}-\d{4}:[0-9a-f]{1,16}", briefing.brief_period),
    ("gf", r"[a-z_]+-\d{1,2}-\d{4}:[0-9a-f]{1,16}", briefing.send_pages),
    ("lc", r"\d{4}(?:0[1-9]|1[0-2])", calendar.turn_month),
    ("s", r"all|[0-9a-f]{16}", chat_admins_only(following.follow)),
    ("sa", r"[a-z]*", chat_admins_only(following.follow_area)),
    ("sr", r"\d{1,18}", chat_admins_only(following.follow_organisation_of_report)),
    ("u", r"all|\d{1,18}", chat_admins_only(following.unfollow)),
    ("up", r"\d{1,6}", chat_admins_only(following.turn_followed)),
    ("l", r"[a-z]{2,3}", preferences.choose_language),
    ("n", r"on|off", chat_admins_only(preferences.choose_sound)),
    ("h", rf"any|{HOUR}-{HOUR}", chat_admins_only(preferences.choose_quiet)),
    ("o", rf"none|{HOUR}(?:-[0-6])?", chat_admins_only(preferences.choose_digest)),
    ("oe", r"\d{1,18}", chat_admins_only(preferences.end_rule)),
    ("f", r"yes|no", forgetting.decide),
    ("a", r"[a-z_]{1,12}:=?\w{1,40}", admins_only(dialogue.press)),
    ("b", r"[a-z_]{1,12}:=?\w{1,40}", admins_only(correcting.press)),
    ("i", r"\d{1,18}\.\d{1,9}[dft]\d{1,9}:[a-z_]{1,20}", admins_only(correcting.press_card)),
    ("m", r"[0-9a-f]{12}:(?:remove|restore)", all_editors_only(aliases.press)),
    ("v", r"\d{1,18}", admins_only(undoing.press)),
    ("y", r"resume|drop", admins_only(unfinished.press)),
    ("p", r"\d{1,18}", admins_only(publishing.show_draft)),
    ("pa", r"\d{1,6}", admins_only(publishing.turn_drafts)),
    ("pc", r"\d{1,18}", admins_only(publishing.confirm)),
    ("pp", r"\d{1,18}", admins_only(publishing.publish)),
    ("pd", r"\d{1,18}:\d{1,18}", admins_only(drafts.turn_doubts)),
    ("pv", r"\d{1,18}:\d{1,18}", admins_only(drafts.turn_changes)),
    ("pb", r"\d{1,18}", admins_only(drafts.turn_back)),
    ("pq", r"\d{1,18}", admins_only(publishing.publish_quietly)),
    ("pu", r"\d{1,18}", admins_only(publishing.take_back)),
    ("pn", r"\d{1,18}", admins_only(publishing.tell_now)),
    ("ps", r"\d{1,18}:\d{1,18}", admins_only(broadcasting.stop)),
    ("pg", r"\d{1,18}:\d{1,18}", admins_only(broadcasting.send_on)),
    ("pl", r"\d{1,18}", admins_only(putting_off.choose_hour)),
    ("pt", r"\d{1,18}:\d{1,10}", admins_only(putting_off.put_off)),
    ("px", r"\d{1,18}", admins_only(putting_off.call_off)),
    ("wo", r"\d{1,18}", admins_only(withdrawing.open_report)),
    ("wr", r"\d{1,18}:(?:figures|file|newer|typed)", admins_only(withdrawing.withdraw)),
    ("wu", r"\d{1,18}", admins_only(withdrawing.restore)),
    ("di", r"\d{1,18}:\d{1,6}", admins_only(picking.show)),
    ("dx", r"\d{1,12}:\d{1,12}-\d{1,12}:\d{1,6}", admins_only(picking.drop)),
    ("dk", r"\d{1,18}:\d{1,18}:\d{1,6}", admins_only(picking.keep)),
    ("dh", r"\d{1,18}", admins_only(draft_data.show)),
    ("df", r"\d{1,18}:[a-z_]{1,12}", admins_only(draft_data.begin)),
    ("dn", r"[a-z_]{1,12}:=?\w{1,40}", admins_only(draft_data.press)),
    ("dz", r"\d{1,18}", admins_only(draft_data.undo)),
    ("d", r"\d{1,18}", admins_only(publishing.discard)),
    ("e", r"\d{1,18}", all_editors_only(source_listing.open_source)),
    ("eh", r"all|how|cancel", all_editors_only(source_listing.press)),
    ("ea", r"\d{1,18}:(?:all|new)", all_editors_only(source_adding.add)),
    ("et", r"\d{1,18}", all_editors_only(source_steering.test)),
    ("ec", r"\d{1,18}", all_editors_only(source_steering.check)),
    ("es", r"\d{1,18}:(?:pause|resume|remove|restore)", all_editors_only(source_steering.steer)),
    ("ts", r"day|week|month", staff_only(statistics.turn_span)),
    ("jr", r"[0-9a-f]{16}", staff_only(missing.draft_reminder)),
    ("jl", r"(?:all|report|entry|fact|person|source):\d{1,18}", all_editors_only(audit_log.turn_page)),
    ("m", r"show", admins_only(overview.show_here)),
    ("m", r"two|one", owners_only(overview.set_rule)),
    ("m", r"invite", owners_only(inviting.choose_role)),
    ("m", r"one-of", owners_only(inviting.choose_organisation)),
    ("m", r"open", owners_only(inviting.list_open)),
    ("mi", r"viewer|editor|owner|[0-9a-f]{16}", owners_only(inviting.invite)),
    ("mx", r"\d{1,18}", owners_only(inviting.revoke)),
    ("mn", r"\d{1,18}:\d{1,18}", owners_only(inviting.name_person)),
    ("mp", r"\d{1,18}", owners_only(persons.open_person)),
    ("mr", r"\d{1,18}:(?:owner|editor|viewer|none)", owners_only(persons.change)),
    ("mb", r"\d{1,18}", owners_only(persons.take_back)),
    ("eo", r"\d{1,18}:(?:ask|trust|distrust)", owners_only(source_steering.trust)),
)


def register(application: Application, desk: Desk) -> None:
    """Every update from now on finds its handler; the first that fits takes it."""
    application.bot_data["desk"] = desk
    application.add_handlers(_all())


def _all() -> list[BaseHandler[Update, Context, None]]:
    text = filters.TEXT & ~filters.COMMAND
    return [
        # Most of what is written is a question, which need not be held against every command first.
        MessageHandler(text & NEW, take(restrained(texts.hear))),
        *(_command(command, handler) for command, handler in COMMANDS.items()),
        MessageHandler(filters.COMMAND & NEW, take(restrained(greeting.unknown_command))),
        MessageHandler(text & EDITED, take(restrained(question.answer_again))),
        CommandHandler(commands.ASK.names, take(restrained(question.answer_command_again)), filters=EDITED),
        MessageHandler(filters.StatusUpdate.MIGRATE, take(membership.migrated)),
        MessageHandler(filters.CONTACT & NEW, take(restrained(inviting.take_contact))),
        MessageHandler(filters.Document.ALL & NEW, take(files.take_file)),
        MessageHandler(NEW & ~filters.StatusUpdate.ALL, take(restrained(other.explain))),
        *(_button(name, rest, handler) for name, rest, handler in BUTTONS),
        CallbackQueryHandler(take(restrained(greeting.unknown_button))),
        InlineQueryHandler(_answer_inline),
        ChatMemberHandler(take(membership.changed), ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _command(command: Command, handler: Handler) -> CommandHandler[Context, None]:
    # An edited command is not a new one; a channel can follow, and posts have no author to ask.
    is_for_channels = command in (commands.SUBSCRIBE, commands.UNSUBSCRIBE, commands.WATCH, commands.SETTINGS)
    return CommandHandler(command.names, take(restrained(handler)), filters=NEW | POSTED if is_for_channels else NEW)


def _button(name: str, rest: str, handler: Handler) -> CallbackQueryHandler[Context, None]:
    return CallbackQueryHandler(take(restrained(handler)), pattern=rf"^{name}:(?:{rest})$")
