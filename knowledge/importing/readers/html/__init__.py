"""Web pages as they were saved: the article's words, headings and tables, without the site around it.

From outside use `read_html` and `read_archive`.
"""

from knowledge.importing.readers.html.reading import read_archive, read_html

__all__ = ["read_archive", "read_html"]
