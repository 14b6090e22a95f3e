"""The field's words as data: document types, concepts and abbreviations, each file readable on its own.

Adding a word needs no code; each file says where its words come from.
"""
