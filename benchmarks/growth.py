"""How everything grows with the store and with who follows it: tables, and a picture for docs/performance.md.

    python -m benchmarks.growth FOLDER PICTURE.webp [--items COUNT…] [--followers COUNT…]

FOLDER keeps generated stores, and the figures of each size, so that sizes may be measured apart: what this program has measured
before is not measured again, and tables and picture show all of it.  Each store is opened by a fresh process; all times are
the processor's.
"""

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from benchmarks import filled_stores, made_stores
from benchmarks.measuring import ROOT
from knowledge.asking.shelves.snapshot import program

ITEMS = (1_000, 10_000, 100_000, 1_000_000)
FOLLOWERS = (100, 1_000, 10_000, 100_000, 1_000_000)
_SIZE, _MARGIN, _GAP = (1100, 620), 90, 40
_LINE = 22
_COLOURS = ("#1f6feb", "#d1242f", "#1a7f37", "#8250df", "#bf8700", "#0a7ea4", "#57606a", "#bf3989", "#4d2d00")
_DRAWN = (
    "answer with a number, p95 ms",
    "answer without, two slips, p95 ms",
    "start to first answer, s",
    "memory at the first answer, MB",
    "following a publication, ms",
    "importing and publishing, s",
    "laying out, s",
)
_DRAWN_OF_FOLLOWERS = {
    "telling so many followers, s": "telling of a report, s",
    "more memory for telling, MB": "more memory, MB",
}

Figures = dict[str, float]


def of_items(folder: Path, count: int) -> Figures:
    """The figures of one store, from a process that has done nothing else."""
    laid_out = made_stores.make(folder, count)
    filled_stores.make(folder, count)
    return {**_in_a_process("store", str(folder), str(count)), "laying out, s": laid_out}


def of_followers(count: int) -> Figures:
    """What publishing one report to so many takes, from a process that has done nothing else."""
    return _in_a_process("told", str(count))


def _in_a_process(*given: str) -> Figures:
    command = [sys.executable, "-m", "benchmarks.grown", *given]
    found: Figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout)
    return found


def draw(items: dict[int, Figures], followers: dict[int, Figures], path: Path) -> None:
    """Both scales are logarithmic: what grows in proportion climbs a decade where the store grows by one."""
    lines = {name: {count: max(found[name], 0.001) for count, found in items.items()} for name in _DRAWN}
    if followers:
        for drawn, name in _DRAWN_OF_FOLLOWERS.items():
            lines[drawn] = {count: max(found[name], 0.001) for count, found in followers.items()}
    counts = sorted({count for line in lines.values() for count in line})
    values = [value for line in lines.values() for value in line.values()]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    left, right = math.log10(counts[0]), math.log10(counts[-1])
    wide, tall = _SIZE[0] - 2 * _MARGIN - 290, _SIZE[1] - _MARGIN - 2 * _GAP

    def place(count: int, value: float) -> tuple[float, float]:
        across = (math.log10(count) - left) / max(right - left, 1)
        return _MARGIN + across * wide, _MARGIN + (high - math.log10(value)) / (high - low) * tall

    picture = Image.new("RGB", _SIZE, "white")
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(next((ROOT / "handlers" / "drawing" / "fonts").glob("*.ttf"))), 17)
    for power in range(low, high + 1):
        y = place(counts[0], 10.0**power)[1]
        pen.line((_MARGIN, y, _MARGIN + wide, y), "#d0d7de")
        pen.text((_MARGIN - 12, y), f"{10.0**power:g}", "#57606a", font, anchor="rm")
    for count in counts:
        if math.log10(count).is_integer():
            pen.text((place(count, 10.0**low)[0], _SIZE[1] - _MARGIN + 24), f"{count:,}", "#57606a", font, anchor="ma")
    pen.text((_MARGIN, _GAP), "items in the store, or followers; processor time, one process", "#24292f", font)
    below = 0.0
    for at, (name, line) in enumerate(sorted(lines.items(), key=lambda one: -one[1][max(one[1])])):
        colour = _COLOURS[at % len(_COLOURS)]
        points = [place(count, value) for count, value in sorted(line.items())]
        pen.line(points, colour, 3)
        for x, y in points:
            pen.ellipse((x - 5, y - 5, x + 5, y + 5), colour)
        below = max(below + _LINE, points[-1][1])
        pen.text((_MARGIN + wide + 20, below), name, colour, font, anchor="lm")
    picture.save(path, lossless=True)


def table(first: str, figures: dict[int, Figures]) -> None:
    """Prints a table as docs/performance.md has it."""
    if figures:
        names = list(next(iter(figures.values())))
        print(f"| {first} | " + " | ".join(names) + " |\n|" + "---|" * (len(names) + 1))
        for count, found in figures.items():
            print(f"| {count:,} | " + " | ".join(f"{value:.3g}" for value in found.values()) + " |", flush=True)


def grown(figures: dict[int, Figures]) -> None:
    """Prints how many times as much the largest takes as the smallest, beside what log n and n themselves have grown by."""
    if len(figures) < 2:
        return
    (low, before), *_, (high, after) = figures.items()
    print(f"from {low:,} to {high:,}: n {high / low:,.0f} times, log n {math.log(high) / math.log(low):.2f} times")
    for name, value in after.items():
        print(f"  {name}: {value / max(before[name], 0.001):.2f} times", flush=True)


@dataclass
class Kept:
    """The figures of each size that this program has measured, in a file."""

    path: Path

    def figures(self, kind: str) -> dict[int, Figures]:
        """By size, the smallest first."""
        found = self._read().get(kind, {})
        return {int(count): found[count] for count in sorted(found, key=int)}

    def measure(self, kind: str, count: int, measuring: Callable[[], Figures]) -> None:
        """Unless that was done before."""
        if count in self.figures(kind):
            return
        now = self._read()
        now.setdefault(kind, {})[str(count)] = found = measuring()
        self.path.write_text(json.dumps(now), encoding="utf-8")
        print(f"{count:,} {kind}: {', '.join(f'{name} {value:.3g}' for name, value in found.items())}", flush=True)

    def _read(self) -> dict[str, Any]:
        if not self.path.exists():
            return {"program": program()}
        kept: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return kept if kept["program"] == program() else {"program": program()}


def main(given: argparse.Namespace) -> None:
    """Prints the tables and draws the picture."""
    given.folder.mkdir(parents=True, exist_ok=True)
    kept = Kept(given.folder / "growth.json")
    for count in given.items:
        kept.measure("items", count, partial(of_items, given.folder, count))
    for count in given.followers:
        kept.measure("followers", count, partial(of_followers, count))
    items, followers = kept.figures("items"), kept.figures("followers")
    for name, figures in (("items", items), ("followers", followers)):
        table(name, figures)
        grown(figures)
    draw(items, followers, given.picture)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("picture", type=Path)
    options.add_argument("--items", type=int, nargs="*", default=ITEMS)
    options.add_argument("--followers", type=int, nargs="*", default=FOLLOWERS)
    main(options.parse_args())
