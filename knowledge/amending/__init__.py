"""Correcting by hand what was read in a published report; its text stays word for word, and each change is a version.

`Amending` keeps and takes back changes; what they change of a fact, and what becomes of them in a newer version of the file, stands in
`knowledge/fields/`.  What is meant to be corrected is found by `knowledge/searching/items.py`.
"""
