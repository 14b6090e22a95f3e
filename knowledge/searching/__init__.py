"""Full text: `search` finds the sentences of the published reports that hold all the words, and where in them.

`items` finds what an admin means to correct, by an answer, an entry's number or words.
"""

from knowledge.searching.searching import Found, Hit, search

__all__ = ["Found", "Hit", "search"]
