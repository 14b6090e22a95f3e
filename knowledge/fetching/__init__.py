"""Web pages and files, fetched with limits and without reaching into private networks.

From outside use `Fetcher`, `FetchSettings`, `Fetched`, `CannotFetch`, `FetchFault`, `fetched_file` and `is_address`.
"""

from knowledge.fetching.addresses import is_address
from knowledge.fetching.errors import CannotFetch, FetchFault
from knowledge.fetching.fetcher import Fetched, Fetcher, FetchSettings
from knowledge.fetching.files import fetched_file

__all__ = ["CannotFetch", "FetchFault", "FetchSettings", "Fetched", "Fetcher", "fetched_file", "is_address"]
