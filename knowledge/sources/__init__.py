"""Watched sources: portals' listings, feeds and pages that are looked at regularly for new reports.

From outside use `Sources` (add, pause, trust, remove), `Watcher` (look), `Source` and what `finding` finds.
"""
