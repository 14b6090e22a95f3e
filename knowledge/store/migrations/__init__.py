"""Alembic's room: every change of the tables, in order."""
