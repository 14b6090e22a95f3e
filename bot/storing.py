"""Opening the store that the settings name."""

from bot.settings import Settings
from knowledge.bootstrap import Knowledge, open_knowledge


def open_store(settings: Settings) -> Knowledge:
    """The knowledge in it; raises StoreTooNew, UnknownDatabase or StoreUnavailable."""
    return open_knowledge(
        settings.database_url.get_secret_value(),
        timezone=settings.timezone,
        owner_ids=settings.owner_ids,
    )
