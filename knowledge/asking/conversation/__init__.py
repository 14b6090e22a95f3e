"""Questions one behind the other in a chat: what is kept of them, whether one goes on from the last, what it then means.

Use `InChat` for the answer, `recall` and `remember` for what is kept; all else is inside.
"""

from knowledge.asking.conversation.answering import InChat
from knowledge.asking.conversation.follows import names_nothing
from knowledge.asking.conversation.kept import recall, remember
from knowledge.asking.conversation.merging import joined

__all__ = ["InChat", "joined", "names_nothing", "recall", "remember"]
