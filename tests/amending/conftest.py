"""On SQLite: what differs between databases is tested where the store is."""

from tests.house_fixtures import store_url

__all__ = ["store_url"]
