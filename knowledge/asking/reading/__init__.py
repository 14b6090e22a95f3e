"""What a question says, once its words are as they were meant: what is taken out of it exactly, and what is left.

`question.read_question` gives a `Query`; `asked_exactly`, `asked_subject` and `asked_units` are its parts, `cues` the asking words.
"""
