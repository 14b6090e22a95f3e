"""A sandbox of its own process's thread, and an SQLite store, for processes that are killed."""

from tests.house_fixtures import running, sandbox, store_url

__all__ = ["running", "sandbox", "store_url"]
