"""Files made to harm: refused within the limits, with a clear sentence, whatever they are."""

import io
import socket
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.importing.apart import read_apart, read_page_apart
from knowledge.importing.files import read_file
from knowledge.importing.header import Given
from knowledge.importing.page import Page
from knowledge.importing.readers import DEFAULT, Fault, UnreadableFile
from knowledge.importing.readers.programs import clean_environment
from knowledge.importing.readers.reading import read_data
from tests.importing.readers.files import docx_of, paragraph, pdf_of, word_table, xlsx_of, zip_of
from tests.importing.readers.hostile_files import HOSTILE
from tests.importing.readers.pages import page_of

REFUSED = [name for name, (_, fault) in HOSTILE.items() if fault not in {None, Fault.TOO_SLOW}]
READ = [name for name, (_, fault) in HOSTILE.items() if fault is None]
SLOW = [name for name, (_, fault) in HOSTILE.items() if fault is Fault.TOO_SLOW]


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_the_reason(name, tmp_path):
    make, fault = HOSTILE[name]
    (tmp_path / name).write_bytes(make())
    with pytest.raises(UnreadableFile) as refused:
        read_page_apart(tmp_path / name)
    assert refused.value.code is fault


@pytest.mark.parametrize("name", READ)
def test_a_file_that_harms_nobody_is_read(name, tmp_path):
    (tmp_path / name).write_bytes(HOSTILE[name][0]())
    assert read_file(tmp_path / name).text


@pytest.mark.parametrize("name", SLOW)
def test_a_text_that_takes_too_long_to_understand_is_given_up(name, tmp_path):
    (tmp_path / name).write_bytes(HOSTILE[name][0]())
    with pytest.raises(UnreadableFile) as refused:
        read_apart(tmp_path / name, Given(), limits=replace(DEFAULT, seconds=1))
    assert refused.value.code is Fault.TOO_SLOW


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableFile, match="200 MB"):
        read_page_apart(tmp_path / "large.txt")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadableFile) as refused:
        read_page_apart(tmp_path / "none.txt")
    assert refused.value.code is Fault.MISSING


def test_a_reading_that_takes_too_long_is_ended(tmp_path):
    (tmp_path / "a.csv").write_text("Một;Hai")
    (tmp_path / "long.csv").write_text("Một;Hai\n" * 20_000)  # no machine reads it in a thousandth of a second
    read_page_apart(tmp_path / "a.csv")  # a process that starts is given more time
    with pytest.raises(UnreadableFile) as refused:
        read_page_apart(tmp_path / "long.csv", limits=replace(DEFAULT, seconds=0.001))
    assert refused.value.code is Fault.TOO_SLOW


def test_a_reading_that_takes_too_much_memory_is_ended(tmp_path):
    (tmp_path / "a.txt").write_text("Một hai ba. \n" * 80_000)
    with pytest.raises(UnreadableFile) as refused:
        read_page_apart(tmp_path / "a.txt", limits=replace(DEFAULT, memory_bytes=60_000_000))
    assert refused.value.code is Fault.TOO_MUCH_MEMORY


def test_what_a_document_takes_from_an_address_is_not_fetched_and_the_address_is_named(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as asked:
        asked.settimeout(0.2)
        there = f"http://127.0.0.1:{asked.getsockname()[1]}/x.dotm"
        (tmp_path / "a.docx").write_bytes(related("attachedTemplate", there))
        with pytest.raises(UnreadableFile, match=there):
            read_page_apart(tmp_path / "a.docx")
        with pytest.raises(TimeoutError):
            asked.accept()


@pytest.mark.parametrize(
    ("kind", "target"),
    [("hyperlink", "https://sonoivu.example.vn"), ("attachedTemplate", "file:///C:/Mau/Normal.dotm")],
)
def test_links_and_templates_on_the_senders_own_disk_are_no_matter(kind, target):
    assert page_of(related(kind, target), "a.docx").text == "Một."


def related(kind: str, target: str) -> bytes:
    """A docx of one word with such a relation to something outside."""
    with zipfile.ZipFile(io.BytesIO(docx_of(paragraph("Một.")))) as archive:
        document = archive.read("word/document.xml")
    office = "http://schemas.openxmlformats.org"
    relation = f'<Relationship Id="r" Type="{office}/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/>'
    relations = f'<Relationships xmlns="{office}/package/2006/relationships">{relation}</Relationships>'
    return zip_of({"word/document.xml": document, "word/_rels/document.xml.rels": relations})


def test_after_a_file_that_had_to_be_ended_the_next_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(HOSTILE[SLOW[0]][0]())
    (tmp_path / "b.txt").write_text("Một.")
    with pytest.raises(UnreadableFile):
        read_apart(tmp_path / "a.txt", Given(), limits=replace(DEFAULT, seconds=0.01))
    assert read_apart(tmp_path / "b.txt", Given()).text == "Một."


def test_several_files_are_read_at_once(tmp_path):
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for path in paths:
        path.write_text(f"Tiếp nhận {path.stem} hồ sơ.")
    with ThreadPoolExecutor(3) as pool:
        texts = list(pool.map(lambda path: read_apart(path, Given()).text, paths))
    assert texts == [f"Tiếp nhận {number} hồ sơ." for number in range(6)]


def test_a_reading_process_sees_none_of_the_secrets(tmp_path, monkeypatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:secret")
    assert "TELEGRAM_BOT_TOKEN" not in clean_environment()


def test_the_child_gives_the_same_page(tmp_path):
    data = docx_of(paragraph("Bảng:") + word_table([["Tên", "Số"], ["Một", "1"]]))
    (tmp_path / "a.docx").write_bytes(data)
    assert read_page_apart(tmp_path / "a.docx") == page_of(data, "a.docx")


def _read(data: bytes, name: str) -> Page | None:
    """A page, or None where the file is refused; anything else fails the test."""
    try:
        return read_data(data, name, DEFAULT)
    except UnreadableFile:
        return None


_SEEDS = {
    "a.docx": docx_of(paragraph("Quý I") + word_table([["Tên", "Số"], ["Một", "1"]])),
    "a.xlsx": xlsx_of([["Tên", "Số"], ["Một", 1.5]], ["A1:B1"]),
    "a.pdf": pdf_of([[(80, 80, "Quyết định số 192"), (80, 100, "Hai")]], [(70, 70, 200, 70)]),
    "a.html": "<table><tr><th rowspan=2>Tên<td colspan=3>Số</table><p>Một<br>hai".encode(),
    "a.md": "# Một\n| a | b |\n|---|---|\n| 1 | 2 |".encode(),
    "a.csv": "Tên;Số\nMột;1".encode(),
    "a.mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Mot",
}
_FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_FUZZ
@given(st.binary(max_size=400), st.sampled_from(["a.txt", *_SEEDS]))
@example(b"PK\x03\x04", "a.docx")
@example(b"%PDF-1.7", "a.pdf")
@example(b"\xff\xfe\x00", "a.txt")
def test_any_bytes_give_a_page_or_a_reason(data, name):
    page = _read(data, name)
    assert page is None or all(0 <= b.span.start <= b.span.end <= len(page.text) for b in page.blocks)


@_FUZZ
@given(
    st.sampled_from(sorted(_SEEDS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8),
    st.floats(0, 1),
)
def test_a_damaged_file_gives_a_page_or_a_reason(name, changes, kept):
    data = bytearray(_SEEDS[name])
    for place, byte in changes:
        data[int(place * (len(data) - 1))] = byte
    _read(bytes(data[: int(len(data) * max(kept, 0.1))]), name)
    _read(bytes(data), name)


@_FUZZ
@given(st.sampled_from(["a.docx", "a.xlsx"]), st.data())
def test_a_damaged_part_gives_a_page_or_a_reason(name, data):
    with zipfile.ZipFile(io.BytesIO(_SEEDS[name])) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    chosen = data.draw(st.sampled_from(sorted(parts)))
    place = data.draw(st.integers(0, len(parts[chosen])))
    length = data.draw(st.integers(0, 40))
    parts[chosen] = parts[chosen][:place] + data.draw(st.binary(max_size=20)) + parts[chosen][place + length :]
    _read(zip_of(parts), name)


@_FUZZ
@given(
    st.text(alphabet=st.sampled_from(list("|\t -#*_[]()!`>+=~\n1a.;:đỆ<&/")), max_size=200),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.csv"]),
)
def test_any_marks_give_a_page_whose_blocks_are_its_text(text, name):
    page = _read(text.encode(), name)
    assert page is None or "\n".join(b.span.cut(page.text) for b in page.blocks) == page.text
