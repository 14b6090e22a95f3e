"""The certificates by which the Bot API is known."""

import ssl
from functools import cache

import certifi


# Reading them takes a tenth of a second; those that ask for updates and those that send may share them.
@cache
def trust() -> ssl.SSLContext:
    """The certificates of this machine, and those that Python's HTTP clients bring where a machine has none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
