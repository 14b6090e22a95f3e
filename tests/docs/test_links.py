"""Links lead somewhere, pictures are there and are described, named files exist."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import ALL, PAGES, REPOSITORY, code

LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)|(?:src|srcset)=\"(?!https?:)([^\"]+)\"")
PICTURES = REPOSITORY / "docs/pictures"
named = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@named
def test_every_link_to_a_file_leads_to_one(page: Path):
    targets = [first or second for first, second in LINK.findall(page.read_text(encoding="utf-8"))]
    paths = [target.partition("#")[0] for target in targets]
    assert [path for path in paths if path and not (page.parent / path).exists()] == []


@named
def test_every_link_to_a_heading_leads_to_one(page: Path):
    targets = [first for first, _ in LINK.findall(page.read_text(encoding="utf-8")) if "#" in first]
    split = [target.partition("#") for target in targets]
    assert [heading for path, _, heading in split if heading not in anchors(page.parent / path if path else page)] == []


@named
def test_every_picture_says_in_words_what_it_shows(page: Path):
    images = re.findall(r"<img [^>]*>", page.read_text(encoding="utf-8"))
    assert [image for image in images if not re.search(r'alt="[^"]{10,}"', image)] == []


def test_every_picture_is_shown_somewhere_light_and_dark():
    taken = {path.name for path in PICTURES.glob("*.webp")}
    assert taken == set(re.findall(r"pictures/([\w-]+\.webp)", ALL))
    assert all(name.replace("light", "dark") in taken for name in taken)


def test_every_file_and_folder_of_the_code_that_is_named_exists():
    paths = {
        words for words in code(ALL) if re.fullmatch(r"(?:knowledge|handlers|bot|tests|samples|docs)/[\w./-]*", words)
    }
    assert sorted(path for path in paths if not (REPOSITORY / path).exists()) == []


def anchors(page: Path) -> set[str]:
    """The names under which GitHub makes the page's headings known."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
