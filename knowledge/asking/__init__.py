"""From a question to an answer with its quotes: understood by grammar, found by words, never guessed.

From outside use `asking.asker.Asker` and `asking.library.Library`.
"""
