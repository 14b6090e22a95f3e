"""What is kept: reports with their facts, documents, and whatever else must survive a restart.

`Store` opens SQLite or PostgreSQL; `Reports`, `Documents`, `Audit` and `Inbox` are the services over it.
"""
