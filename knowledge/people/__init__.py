"""Who talks to us: roles and languages, dialogues under way, the questions that were asked.

`People`, `Dialogues`, `Conversations` and `Questions`; of a person no more is kept than these need.
"""
