"""Reading and understanding a file in a process of its own that can be ended, whatever the file does to it.

From outside use `read_apart` and `read_page_apart`.
"""

from knowledge.importing.apart.reading import read_apart, read_page_apart

__all__ = ["read_apart", "read_page_apart"]
