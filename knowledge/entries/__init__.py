"""Entries: what an admin adds by hand, each a small report of one sentence.

`compose` makes of what is filled in (`knowledge/fields/`) the sentence and its facts, `Entries` keeps them.
"""
