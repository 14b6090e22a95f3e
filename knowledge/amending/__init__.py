"""Correcting by hand what was read in a published report; its text stays word for word, and each change is a version.

`Amending` keeps and takes back changes, `finding` finds what is meant, `describing` says what was changed, and
`applying` carries changes over to a newer version of the file.
"""
