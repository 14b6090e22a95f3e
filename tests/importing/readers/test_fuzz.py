"""Real files, damaged at random: each gives a page whose report can be read, or a reason, and never another error."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.importing.readers import DEFAULT, UnreadableFile
from knowledge.importing.readers.reading import read_data
from knowledge.importing.reading import read_report
from tests.importing.readers.files import pdf_of
from tests.questions.sets import HERE, SAMPLES

_TEXT = SAMPLES / "02-quy-2-2019.txt"


@cache
def seeds() -> dict[str, bytes]:
    """A real file of each format, its name saying which."""
    text = _TEXT.read_text(encoding="utf-8")
    lines = [(70.0, 60.0 + 16 * (n % 45), line[:80]) for n, line in enumerate(text.splitlines()) if line.strip()]
    return {
        "a.txt": text.encode(),
        "utf-16.txt": text.encode("utf-16"),
        "windows-1258.txt": text.encode("cp1258", "replace"),
        "tcvn3.txt": "B¸o c¸o kÕt qu¶ c«ng t¸c c¶i c¸ch hµnh chÝnh quý I n¨m 2019\n".encode("latin-1") * 20,
        "a.md": f"# Báo cáo\n\n{text}\n\n| Tên | Số |\n|---|---|\n| Một | 4.984 |\n".encode(),
        "a.html": (SAMPLES / "01-quy-1-2019.html").read_bytes(),
        "a.csv": (SAMPLES / "04-theo-doi-van-ban-2019.csv").read_bytes(),
        "a.pdf": pdf_of([lines[:45], lines[45:90]], [(70, 70, 400, 70)]),
        **{f"a{path.suffix}": path.read_bytes() for path in sorted(HERE.glob("*/reports/*")) if path.suffix in _PACKED},
    }


_PACKED = {".docx", ".xlsx"}
_EDITS = st.lists(
    st.tuples(
        st.sampled_from(["put", "cut", "double", "zero"]), st.floats(0, 1), st.integers(0, 200), st.binary(max_size=6)
    ),
    min_size=1,
    max_size=6,
)


def damaged(data: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    """The bytes with stretches put in, cut out, doubled or blanked."""
    for edit, place, length, given_bytes in edits:
        at = int(place * len(data))
        piece = data[at : at + length]
        other = {"put": given_bytes + piece, "cut": b"", "double": piece * 2, "zero": b"\0" * len(piece)}[edit]
        data = data[:at] + other + data[at + length :]
    return data


@pytest.mark.parametrize("name", ["a.txt", "utf-16.txt", "windows-1258.txt", "tcvn3.txt", "a.md", "a.html", "a.csv", "a.pdf", "a.docx", "a.xlsx"])  # fmt: skip
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=_EDITS)
def test_a_damaged_file_gives_a_report_or_a_reason(name, edits):
    try:
        page = read_data(damaged(seeds()[name], edits), name, DEFAULT)
        reading = read_report(page)
    except UnreadableFile:
        return
    assert all(0 <= s.span.start < s.span.end <= len(reading.text) for s in reading.statements)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.html", "tcvn3.txt"])
def test_the_file_itself_is_read(name):
    assert read_data(seeds()[name], name, DEFAULT).text
