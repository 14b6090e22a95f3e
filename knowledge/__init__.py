"""What the reports say: importing them, asking about them, following them, keeping them.

Knows nothing of Telegram.  From outside use `knowledge.bootstrap.open_knowledge` and what it returns,
and the frozen values of `knowledge.facts` and `knowledge.answers`.
"""
