"""Looking at one's own work: what was asked and sent, which reports are missing, the week, everything as tables.

`Statistics`, `find_missing`, `Weekly` and `Exporting`; nobody who asked is ever named.
"""
