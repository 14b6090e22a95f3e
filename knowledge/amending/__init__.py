"""Correcting by hand what was read in a published report; its text stays word for word, and each change is a version.

`Amending` keeps and takes back changes, `describing` says what was changed, and `applying` carries changes over to a
newer version of the file.  What is meant to be corrected is found by `knowledge/searching/items.py`.
"""
