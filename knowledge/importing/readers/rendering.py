"""The pages of a pdf as pictures: `python -m knowledge.importing.readers.rendering FILE DIRECTORY`."""

import sys
from pathlib import Path

import pypdfium2 as pdfium

DOTS_PER_INCH = 300  # what Tesseract reads best
_MOST_PAGES = 30
_LARGEST = 12_000  # dots: a page of one metre; a larger one is drawn smaller


def render(path: Path, directory: Path) -> None:
    """Writes each page as a grey picture (pgm), which needs no library to write."""
    with pdfium.PdfDocument(path) as document:
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            scale = min(DOTS_PER_INCH / 72, _LARGEST / max(*page.get_size(), 1))
            bitmap = page.render(scale=scale, grayscale=True)
            rows = bytes(bitmap.buffer)
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            pixels = b"".join(rows[y * stride : y * stride + width] for y in range(height))
            (directory / f"{number:04d}.pgm").write_bytes(f"P5 {width} {height} 255\n".encode() + pixels)


if __name__ == "__main__":
    render(Path(sys.argv[1]), Path(sys.argv[2]))
