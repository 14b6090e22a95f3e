"""The published reports laid out flat: columns of numbers, lists of places by word, records that are read when needed.

A `Shelf` holds what some reports say, a `Catalogue` the documents that they speak of.  Both are built once, then only
read, and lie in memory or in a file that is mapped into it; `knowledge.asking.library` puts them together.
"""
