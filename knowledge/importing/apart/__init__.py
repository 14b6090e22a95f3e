"""Reading and understanding a file in a process of its own that can be ended, whatever the file does to it.

From outside use `read_apart` and `read_page_apart`, or `ask_apart` with a `Task` of one's own.
"""

from knowledge.importing.apart.messages import Task
from knowledge.importing.apart.reading import ask_apart, read_apart, read_page_apart

__all__ = ["Task", "ask_apart", "read_apart", "read_page_apart"]
