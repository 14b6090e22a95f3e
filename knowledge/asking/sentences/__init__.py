"""Answers that are a sentence or a row of a report: of days, states, reasons, ranks, reorganisations and what became of a thing.

`matching_statements` finds the sentences that hold the asked words; each other file knows one sort of question, by its `answer_…`.
"""
