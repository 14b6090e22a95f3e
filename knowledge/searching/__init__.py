"""Full text: `search` finds the sentences of the published reports that hold all the words, and where in them."""

from knowledge.searching.searching import Found, Hit, search

__all__ = ["Found", "Hit", "search"]
