"""One store or one crowd of followers, measured in a process that has done nothing else: for `benchmarks.growth`.

python -m benchmarks.grown store FOLDER COUNT
python -m benchmarks.grown told COUNT
"""

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks import made_stores
from benchmarks.measuring import most_megabytes

TODAY = date(2024, 2, 1)
# Of each of these so many are measured; the middle one is told.
REPORTS = 5

Figures = dict[str, float]


def store(folder: Path, count: int) -> Figures:
    """What this process takes to start, to answer first, to answer then, and to follow publications."""
    asker = made_stores.load(folder, count)
    asker.ask("Quyết định 12/QĐ-UBND năm 2016 của UBND tỉnh Hà Giang về việc gì?", today=TODAY)
    started, memory = time.process_time(), most_megabytes()
    from benchmarks import answering  # with the other ways to answer, which are no part of the start

    rows, _ = made_stores.read_items(folder, count)
    found = {"start to first answer, s": started, "memory at the first answer, MB": memory}
    for kind, asked in answering.questions(rows).items():
        took = []
        for each in asked:
            began = time.process_time()
            asker.ask(each.question, today=each.today)
            took.append((time.process_time() - began) * 1000)
        took.sort()
        found[f"answer {kind}, p50 ms"] = took[len(took) // 2]
        found[f"answer {kind}, p95 ms"] = took[len(took) * 95 // 100]
    return found | _changes(folder, count)


def _changes(folder: Path, count: int) -> Figures:
    """A sample report is imported and published into the database, and followed by the view."""
    from benchmarks.varied import texts
    from knowledge.bootstrap import open_knowledge

    importing, following = [], []
    with tempfile.TemporaryDirectory() as place:
        for name in (f"{count}.db", f"{count}.db.view"):
            shutil.copy(folder / name, Path(place) / name)
        knowledge = open_knowledge(f"sqlite:///{place}/{count}.db")
        knowledge.asking.refresh()
        for number, text in enumerate(texts(REPORTS)):
            path = Path(place) / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            began = time.process_time()
            draft = knowledge.importing.import_file(path, by=None)
            knowledge.reports.publish(draft.report_id, by=None)
            importing.append(time.process_time() - began)
            began = time.process_time()
            knowledge.asking.refresh()
            following.append((time.process_time() - began) * 1000)
        knowledge.close()
    return {"importing and publishing, s": _middle(importing), "following a publication, ms": _middle(following)}


def told(count: int) -> Figures:
    """Writing the notices of one report to so many followers, and the memory that takes."""
    from benchmarks.sending import enqueued

    seconds, megabytes = enqueued(count)
    return {"telling of a report, s": seconds, "more memory, MB": megabytes}


def _middle(found: Sequence[float]) -> float:
    return sorted(found)[len(found) // 2]


if __name__ == "__main__":
    if sys.argv[1] == "store":
        print(json.dumps(store(Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        print(json.dumps(told(int(sys.argv[2]))))
