"""Word files: paragraphs with the numbers that Word computes, tables, text boxes and notes.

Read from the XML itself: the libraries for docx leave out tracked insertions, content controls, text boxes
and computed numbers, and refuse files that WPS Office writes.  From outside use `read_docx`.
"""

from knowledge.importing.readers.word.reading import read_docx

__all__ = ["read_docx"]
