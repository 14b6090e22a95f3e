"""Generated stores, laid out once and kept in a folder so that each run starts from the same file.

python -m benchmarks.made_stores FOLDER COUNT…
"""

import json
import sys
import time
from dataclasses import asdict
from datetime import date
from pathlib import Path

from benchmarks import generated
from benchmarks.generated import Item
from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.asking.shelves.snapshot import SnapshotFile, program


def make(folder: Path, count: int) -> float:
    """Lays out a store of so many items unless this program did before; the seconds of the processor it took."""
    done = folder / f"{count}.json"
    if done.exists() and json.loads(done.read_text(encoding="utf-8"))["program"] == program():
        return float(json.loads(done.read_text(encoding="utf-8"))["seconds"])
    rows: list[Item] = []
    texts: list[str] = []
    reports: list[PublishedReport] = []
    for report, of_register, of_report in generated.items(count):
        reports.append(report)
        rows += of_register
        texts += of_report
    began = time.process_time()
    asker = Asker.of(iter(reports))
    seconds = time.process_time() - began
    view(folder, count).save(asker.snapshot({}))
    with (folder / f"{count}.items").open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({**asdict(row), "day": row.day.isoformat()}, ensure_ascii=False) + "\n")
        for text in texts:
            file.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
    done.write_text(json.dumps({"program": program(), "seconds": seconds}), encoding="utf-8")
    return seconds


def view(folder: Path, count: int) -> SnapshotFile:
    """The file of that store."""
    return SnapshotFile(folder / f"{count}.view")


def load(folder: Path, count: int) -> Asker:
    """Who answers from that store; it must have been made."""
    snapshot = view(folder, count).load()
    if snapshot is None:
        raise FileNotFoundError(f"no store of {count} items in {folder}")
    return Asker.from_snapshot(snapshot)


def read_items(folder: Path, count: int) -> tuple[list[Item], list[str]]:
    """The rows of its registers, and the texts of all its items."""
    rows, texts = [], []
    with (folder / f"{count}.items").open(encoding="utf-8") as file:
        for line in file:
            kept = json.loads(line)
            texts.append(kept["text"])
            if "number" in kept:
                rows.append(Item(**{**kept, "day": date.fromisoformat(kept["day"])}))
    return rows, texts


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    for size in map(int, sys.argv[2:]):
        print(f"{size:>9,} items: {make(place, size):.1f} s", flush=True)
