"""The published reports that new ones are compared with, kept from one import to the next."""

from collections import OrderedDict
from threading import Lock

from knowledge.facts import Reading
from knowledge.importing.checks import KnownReport
from knowledge.store.neighbours import Neighbour, Neighbours

# A province's reports of three years have about as many statements; each takes about a kilobyte.
_MOST_STATEMENTS = 20_000


class KnownReports:
    """Loads a report once as long as it is among those last compared; safe from several threads."""

    def __init__(self, neighbours: Neighbours, most_statements: int = _MOST_STATEMENTS) -> None:
        self._neighbours = neighbours
        self._most = most_statements
        self._kept: OrderedDict[Neighbour, KnownReport] = OrderedDict()
        self._statements = 0
        self._lock = Lock()

    def beside(self, reading: Reading) -> tuple[KnownReport, ...]:
        """Those of its organisation and years."""
        neighbours = self._neighbours.of_organisation(reading)
        with self._lock:
            known = {one: self._kept[one] for one in neighbours if one in self._kept}
        missing = {one.report_id: one for one in neighbours if one not in known}
        for report_id, said in self._neighbours.readings(list(missing)).items() if missing else ():
            known[missing[report_id]] = KnownReport(missing[report_id].name, said)
        with self._lock:
            self._keep(known)
        return tuple(known[one] for one in neighbours if one in known)

    def _keep(self, known: dict[Neighbour, KnownReport]) -> None:
        for one, report in known.items():
            if one not in self._kept:
                self._statements += len(report.reading.statements)
            self._kept[one] = report
            self._kept.move_to_end(one)
        while self._statements > self._most:
            _, forgotten = self._kept.popitem(last=False)
            self._statements -= len(forgotten.reading.statements)
