"""Lays the view of a store out anew in a process of its own, while others answer: `python -m knowledge.laying_out`.

The store's address comes on standard input, for it may hold a password.
"""

import os
import sys

from knowledge.asking.asker import Asker
from knowledge.asking.shelves.snapshot import SnapshotFile
from knowledge.following.announcing import Announcements
from knowledge.store.clock import utc_now
from knowledge.store.engine import view_of
from knowledge.store.reports import Reports
from knowledge.store.store import Store

# Whoever answers goes first.
_NICE = 10


def lay_out(database_url: str) -> None:
    """Keeps a whole snapshot of what is published just now; raises StoreUnavailable."""
    store = Store(database_url)
    try:
        reports = Reports(store, utc_now, Announcements())
        changes = reports.changes(0)
        asker = Asker.of(reports.load(list(changes.published)))
        SnapshotFile(view_of(database_url)).save(asker.snapshot(changes.published))
    finally:
        store.close()


if __name__ == "__main__":
    os.nice(_NICE)
    lay_out(sys.stdin.read())
