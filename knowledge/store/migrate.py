"""Bringing a store to the present version."""


class StoreTooNew(RuntimeError):
    """The store was written by a newer version of this program; update the program."""
