"""/them: a dialogue that adds an entry step by step; it is kept in the store and never swallows a question.

`dialogue` leads through it, `steps` says what is asked, `one_line` reads an entry typed in one line, `screens` shows it.
"""
