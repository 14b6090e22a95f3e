"""/them: a dialogue that adds an entry step by step; it is kept in the store and never swallows a question.

`dialogue` leads through it, `steps` says what is asked, `typed` understands the replies, `draft` holds them.
"""
