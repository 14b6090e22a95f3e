"""A dialogue that fills in fields one by one: it is kept in the store and never swallows a question.

`course` hears replies and buttons, `steps` is one question, `typed` understands the replies, `draft` holds them,
`keeping` remembers where it stands, `leaving` asks before something half done is lost. Adding and editing are its two uses.
"""
