"""Aliases: phrases that people say, for words that the reports use, approved by an admin and tried first.

`AliasBook` keeps them, `trying` tries a new one on questions whose answers are known.
"""
