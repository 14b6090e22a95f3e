"""Starts bots and senders as processes of their own, quickly: everything is imported once, each is a fork.

Reads a line of JSON for each process that is wanted and prints its process id; ends them all when its input ends.
"""

import asyncio
import json
import os
import signal
import sys
from datetime import datetime, timedelta
from typing import Any

from pydantic import SecretStr

from bot.beginning import begin_to_answer, stand_back
from bot.bootstrap import build_bot
from bot.running import run_bot, run_sender, stop_on_signals
from bot.settings import Settings
from knowledge.bootstrap import open_knowledge
from knowledge.store.clock import utc_now


async def work(wanted: dict[str, Any]) -> None:
    """Until it is killed."""
    if wanted["is_sender"]:
        stand_back()
    settings = Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(wanted["token"]),
        telegram_api_url=wanted["api_url"],
        database_url=SecretStr(wanted["database_url"]),
        owner_ids=frozenset({1}),
        **wanted["webhook"],
    )
    ahead = timedelta(seconds=wanted["ahead_seconds"])

    def clock() -> datetime:
        return utc_now() + ahead

    knowledge = open_knowledge(wanted["database_url"], owner_ids=settings.owner_ids, clock=clock)
    bot = build_bot(settings, knowledge, clock=clock, has_limits=wanted["has_limits"])
    stop = stop_on_signals()
    await (run_sender(bot, stop) if wanted["is_sender"] else run_bot(bot, stop, with_sender=wanted["has_sender"]))


def main() -> None:
    """One fork a line."""
    begin_to_answer()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead need nobody to wait for them
    children = []
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            asyncio.run(work(json.loads(line)))
            os._exit(0)
        children.append(child)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
    for child in children:
        try:
            os.kill(child, signal.SIGKILL)
        except ProcessLookupError:
            continue


if __name__ == "__main__":
    main()
