"""A running bot against a running sandbox, over HTTP, on an SQLite store."""

from tests.house_fixtures import house, knowledge, running, sandbox, store_url

__all__ = ["house", "knowledge", "running", "sandbox", "store_url"]
