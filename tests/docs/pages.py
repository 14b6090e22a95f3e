"""The documentation as the tests read it."""

import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PAGES = tuple(sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/*.md")]))
GUIDE = (REPOSITORY / "docs/huong-dan.md").read_text(encoding="utf-8")
OPERATIONS = (REPOSITORY / "docs/operations.md").read_text(encoding="utf-8")
ANSWERING = (REPOSITORY / "docs/answering.md").read_text(encoding="utf-8")
IMPORTING = (REPOSITORY / "docs/importing.md").read_text(encoding="utf-8")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
ALL = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def code(text: str) -> list[str]:
    """What stands in backticks within lines, and each line of what stands in fences."""
    fenced = [
        line.strip()
        for block in re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.M | re.S)
        for line in block.splitlines()
    ]
    return fenced + re.findall(r"`([^`\n]+)`", re.sub(r"^ *```.*?^ *```", "", text, flags=re.M | re.S))


def table_after(text: str, heading: str) -> list[list[str]]:
    """The cells of each row of the first table below a heading, its own head left out."""
    below = text.split(f"{heading}\n", 1)[1]
    rows = re.search(r"(?:^\|.*\n)+", below, re.M)
    assert rows is not None
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows[0].splitlines()[2:]]
