"""Questions one behind the other in a chat: what is kept of them, whether one goes on from the last, what it then means.

How such a question is answered is `knowledge/asking/in_chat.py`.
"""
