"""/quantri: who may change what, inviting and revoking people, and what owners set for the office.

`overview.show` is the command; `inviting` hears forwarded messages, contacts and links.
"""
