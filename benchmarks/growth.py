"""How answering, starting and laying out grow with the store: a table, and a picture for docs/performance.md.

    python -m benchmarks.growth FOLDER PICTURE.webp [COUNT…]

FOLDER keeps generated stores.  Each store is opened by a fresh process; all times are the processor's.
"""

import json
import math
import subprocess
import sys
import time
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from benchmarks import made_stores
from benchmarks.measuring import ROOT

COUNTS = (1_000, 10_000, 100_000, 1_000_000)
_SIZE, _MARGIN, _GAP = (1100, 620), 90, 40
_LINE = 22
_COLOURS = ("#1f6feb", "#d1242f", "#1a7f37", "#8250df", "#bf8700")


def measured(folder: Path, count: int) -> dict[str, float]:
    """The figures of one store, from a process that has done nothing else."""
    laid_out = made_stores.make(folder, count)
    command = [sys.executable, "-m", "benchmarks.growth", "--one", str(folder), str(count)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    return {**json.loads(said), "laying out, s": laid_out}


def one(folder: Path, count: int) -> dict[str, float]:
    """What this process takes to start, to answer first, and to answer then."""
    from resource import RUSAGE_SELF, getrusage

    from benchmarks import answering

    asker = made_stores.load(folder, count)
    asker.ask("Quyết định 12/QĐ-UBND năm 2016 của UBND tỉnh Hà Giang về việc gì?", today=answering.TODAY)
    started, memory = time.process_time(), getrusage(RUSAGE_SELF).ru_maxrss / 1024
    rows, _ = made_stores.read_items(folder, count)
    found = {"start to first answer, s": started, "memory at the first answer, MB": memory}
    for kind, asked in answering.questions(rows).items():
        took = []
        for each in asked:
            began = time.process_time()
            asker.ask(each.question, today=answering.TODAY)
            took.append((time.process_time() - began) * 1000)
        took.sort()
        found[f"answer {kind}, p50 ms"] = took[len(took) // 2]
        found[f"answer {kind}, p95 ms"] = took[len(took) * 95 // 100]
    return found


def draw(figures: dict[int, dict[str, float]], path: Path) -> None:
    """Both scales are logarithmic: what grows in proportion climbs a decade where the store grows by one."""
    names = [
        "answer with a number, p95 ms",
        "answer without, two slips, p95 ms",
        "start to first answer, s",
        "memory at the first answer, MB",
        "laying out, s",
    ]
    picture = Image.new("RGB", _SIZE, "white")
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(next((ROOT / "handlers" / "drawing" / "fonts").glob("*.ttf"))), 17)
    counts = sorted(figures)
    left, right = math.log10(counts[0]), math.log10(counts[-1])
    values = [figures[count][name] for count in counts for name in names]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    wide, tall = _SIZE[0] - 2 * _MARGIN - 330, _SIZE[1] - 2 * _MARGIN

    def place(count: int, value: float) -> tuple[float, float]:
        across = (math.log10(count) - left) / max(right - left, 1)
        return _MARGIN + across * wide, _MARGIN + (high - math.log10(value)) / (high - low) * tall

    for power in range(low, high + 1):
        y = place(counts[0], 10.0**power)[1]
        pen.line((_MARGIN, y, _MARGIN + wide, y), "#d0d7de")
        pen.text((_MARGIN - 12, y), f"{10.0**power:g}", "#57606a", font, anchor="rm")
    for count in counts:
        pen.text((place(count, 10.0**low)[0], _SIZE[1] - _MARGIN + 10), f"{count:,}", "#57606a", font, anchor="ma")
    pen.text((_MARGIN, _GAP), "items in the store; processor time, one process", "#24292f", font)
    for at, name in enumerate(names):
        points = [place(count, figures[count][name]) for count in counts]
        pen.line(points, _COLOURS[at], 3)
        for x, y in points:
            pen.ellipse((x - 5, y - 5, x + 5, y + 5), _COLOURS[at])
    below = 0.0
    for at, name in sorted(enumerate(names), key=lambda one: -figures[counts[-1]][one[1]]):
        below = max(below + _LINE, place(counts[-1], figures[counts[-1]][name])[1])
        pen.text((_MARGIN + wide + 20, below), name, _COLOURS[at], font, anchor="lm")
    picture.save(path, lossless=True)


def main(folder: Path, path: Path, counts: list[int]) -> None:
    """Prints the table and draws the picture."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = {count: measured(folder, count) for count in counts or COUNTS}
    print("| items | " + " | ".join(next(iter(figures.values()))) + " |")
    for count, found in figures.items():
        print(f"| {count:,} | " + " | ".join(f"{value:.2f}" for value in found.values()) + " |", flush=True)
    draw(figures, path)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        print(json.dumps(one(Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        main(Path(sys.argv[1]), Path(sys.argv[2]), list(map(int, sys.argv[3:])))
