"""Entries: what an admin adds by hand, each a small report of one sentence.

`EntryFields` is what is filled in, `compose` makes the sentence and its facts, `Entries` keeps them.
"""
