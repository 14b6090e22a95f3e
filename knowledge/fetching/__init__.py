"""Web pages and files, fetched with limits and without reaching into private networks.

From outside use `addresses.is_address`, `errors`, `fetcher`, `files.fetched_file` and `settings`.
"""
