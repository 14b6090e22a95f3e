"""Opening the store that the settings name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from bot.settings import Settings, load_settings
from handlers.words import LANGUAGES
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.fetching.settings import FetchSettings
from knowledge.sources.watching import Watching


def open_store(settings: Settings) -> Knowledge:
    """The knowledge in it; raises StoreTooNew, UnknownDatabase or StoreUnavailable."""
    return open_knowledge(
        settings.database_url.get_secret_value(),
        timezone=settings.timezone,
        owner_ids=settings.owner_ids,
        fetching=FetchSettings(settings.fetch_user_agent, settings.fetch_private_hosts),
        spoken=LANGUAGES,
        watching=Watching(every=timedelta(minutes=settings.source_minutes)),
    )


@contextmanager
def opened_store() -> Iterator[tuple[Knowledge, Settings]]:
    """The knowledge for as long as a shell command takes, with the settings; raises as `open_store` does."""
    settings = load_settings()
    knowledge = open_store(settings)
    try:
        yield knowledge, settings
    finally:
        knowledge.close()
