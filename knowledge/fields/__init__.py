"""A fact as the fields that people fill in and correct: of an entry, of a correction.

`EntryFields` holds them, `wording` puts them as a sentence, `describing` tells which of them differ, and `amendments` corrects
them in a reading and carries corrections over to a newer version of a file.  Knows no store.
"""
