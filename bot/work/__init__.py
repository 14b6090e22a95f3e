"""Work that nobody waits for in a chat: imports, looking at sources, sending, housekeeping.

`TASKS` lists it; `Work` is the one seam; `InProcess` and `Procrastinate` do it, on SQLite and on PostgreSQL.
"""
