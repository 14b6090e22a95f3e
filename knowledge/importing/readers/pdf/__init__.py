"""PDF with text: paragraphs out of broken lines, tables out of rules or aligned columns.

From outside use `read_pdf`.
"""

from knowledge.importing.readers.pdf.reading import read_pdf

__all__ = ["read_pdf"]
