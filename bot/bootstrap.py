"""The one place that builds the bot: settings and knowledge in, everything wired together out."""

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import ApplicationBuilder, Defaults, ExtBot

from bot.clock_watch import ClockWatch
from bot.metrics import Metrics
from bot.observing import open_trace
from bot.outbox.calling import Calls
from bot.outbox.gate import Gate
from bot.outbox.limiter import GateLimiter
from bot.outbox.pacer import Pacer
from bot.outbox.sender import Sender, Sending
from bot.settings import Settings
from bot.status import Status
from bot.token_watch import TokenWatch
from bot.transport import Transport
from bot.updates.handling import Handling
from bot.updates.intake import Intake
from bot.updates.lanes import CHATS_AT_ONCE
from bot.work.in_process import InProcess
from bot.work.late import Late
from bot.work.task import Work
from bot.work.tasks import Tasks, tasks_of
from handlers.desk import Desk
from handlers.layout.message import Message
from handlers.registry import register
from handlers.restraint import Restraint
from handlers.turn import Application, speaker_of
from handlers.words import Catalogue, Words
from knowledge.bootstrap import Knowledge
from knowledge.lazily import later, lazily
from knowledge.people.scenes import Scene
from knowledge.store.clock import Clock, utc_now
from knowledge.store.store import Awaited

if TYPE_CHECKING:
    from knowledge.following.outbox import Notice

# The connections that sending notices and answering take together at most.
CONNECTIONS = 128
# What alerts look like is loaded with the first; answers come sooner.
_lay_out_alert: "Callable[[Notice, Words], Message]" = lazily("handlers.layout.alerts", "lay_out_alert")
# Only a store that is shared by many processes needs another engine than this process.
_with_procrastinate: Callable[..., Work] = lazily("bot.work.with_procrastinate", "Procrastinate")


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot's parts, built and not yet running."""

    settings: Settings
    knowledge: Knowledge
    desk: Desk
    application: Application
    intake: Intake
    sender: Sender
    metrics: Metrics
    status: Status
    tasks: Tasks
    work: Work
    token_watch: TokenWatch
    stopping: asyncio.Event  # set when the bot is told to stop

    @property
    def api(self) -> ExtBot[str]:
        """Telegram, as python-telegram-bot offers it."""
        return self.application.bot


def build_bot(
    settings: Settings,
    knowledge: Knowledge,
    *,
    clock: Clock = utc_now,
    has_limits: bool = True,
    catalogue: Catalogue | None = None,
) -> Bot:
    """Everything wired together, by default with the words that are shipped; call it inside the event loop.

    Raises BadSettings without a token.
    """
    # Retry times come as timedelta, as they will in the library's next version; without this it warns.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    gate = Gate(Pacer(monotonic, has_limits=has_limits))
    clock_watch, token_watch = ClockWatch(), TokenWatch()
    application = build_application(settings, gate, clock_watch, token_watch)
    catalogue = catalogue or Catalogue()
    outbox, subscribers = later(lambda: knowledge.outbox), later(lambda: knowledge.subscribers)
    alerts = _alerts(knowledge, catalogue)
    sender = Sender(Sending(outbox, subscribers, application.bot, gate, alerts, clock, token_watch))
    metrics = Metrics(knowledge, clock, token_watch)
    stopping, late = asyncio.Event(), Late()
    desk = Desk(
        knowledge,
        catalogue,
        settings.zone,
        clock,
        Calls(application.bot).answer,
        late.send,
        import_file=late.import_file,
        answered=metrics.answered,
        refused=metrics.refused,
        restraint=Restraint(monotonic, is_on=has_limits),
    )
    register(application, desk)
    tasks = tasks_of(desk, application.bot, sender, settings, stopping).keeping_to(clock_watch)
    work = _work(knowledge, tasks)
    late.bind(work, tasks, sender if isinstance(work, InProcess) else None)
    handling = Handling(application, open_trace(settings), token_watch)
    look = partial(_look, knowledge)
    intake = Intake(knowledge.inbox, handling, application.bot, metrics.settled, look, handling.give_up, metrics.went)
    status = Status(knowledge, token_watch)
    return Bot(
        settings, knowledge, desk, application, intake, sender, metrics, status, tasks, work, token_watch, stopping
    )


def _look(knowledge: Knowledge, update: Update, within: Any) -> Awaited[Scene] | None:
    speaker = speaker_of(update)
    return knowledge.scenes.looking(within, speaker) if speaker is not None else None


def _work(knowledge: Knowledge, tasks: Tasks) -> Work:
    """The one seam: what is shared by many processes lies in PostgreSQL, everything else is done here."""
    address = knowledge.store.address
    return InProcess(tasks.aside) if address is None else _with_procrastinate(tasks.all, address)


def build_application(settings: Settings, gate: Gate, clock_watch: ClockWatch, token_watch: TokenWatch) -> Application:
    """python-telegram-bot, set up for our own update loop and pacing."""
    proxy = settings.telegram_proxy_url.get_secret_value() if settings.telegram_proxy_url else None
    base = f"{settings.telegram_api_url}/bot"
    hearing: dict[str, Any] = {"hear_date": clock_watch.hear, "hear_status": token_watch.hear}
    builder = (
        ApplicationBuilder()
        .token(settings.token)
        .base_url(base)
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(Transport(connections=CONNECTIONS, proxy=proxy, **hearing))
        .get_updates_request(Transport(proxy=proxy, **hearing))
        .rate_limiter(GateLimiter(gate))
        .defaults(
            Defaults(
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        )
        .concurrent_updates(CHATS_AT_ONCE)
        .updater(None)
        .job_queue(None)
    )
    return cast(Application, builder.build())


def _alerts(knowledge: Knowledge, catalogue: Catalogue) -> "Callable[[Sequence[Notice]], list[Message | Exception]]":
    """Alerts in the language of each person; groups and channels read Vietnamese."""

    def lay_out(notices: "Sequence[Notice]") -> list[Message | Exception]:
        languages = knowledge.people.languages_of({notice.chat_id for notice in notices if notice.chat_id > 0})
        return [_lay_out(notice, catalogue.words(languages.get(notice.chat_id, "vi"))) for notice in notices]

    return lay_out


def _lay_out(notice: "Notice", words: Words) -> Message | Exception:
    try:
        return _lay_out_alert(notice, words)
    except Exception as error:
        return error  # one that cannot be laid out must not keep others back
