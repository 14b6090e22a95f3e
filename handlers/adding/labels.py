"""What a line of an entry says under labels: "…; hạn: 31/12/2024; trạng thái: đang thực hiện"."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.adding.steps import step_of_field
from knowledge.fields.wording import tidy
from knowledge.grammar.folding import fold

# As registers head their columns and clerks write them; the same word is another field of another kind.
_LABELS = {
    "number": ("so", "so hieu", "so ky hieu", "so va ky hieu", "number"),
    "subject": ("noi dung", "trich yeu", "ve", "ve viec", "subject"),
    "issued_on": ("ngay", "ngay ban hanh", "ban hanh", "ban hanh ngay", "date", "issued", "issued on"),
    "issuer": ("co quan ban hanh", "noi ban hanh", "don vi ban hanh", "issuer", "issued by"),
    "expected": ("du kien", "du kien ban hanh", "thoi gian du kien", "expected"),
    "due": ("han", "han chot", "han hoan thanh", "thoi han", "thoi han hoan thanh", "due", "deadline"),
    "status": ("trang thai", "tinh trang", "ket qua", "status", "state"),
    "responsible": (
        *("chu tri", "phu trach", "nguoi phu trach", "don vi chu tri", "co quan chu tri", "don vi thuc hien"),
        *("noi thuc hien", "nguoi thuc hien", "responsible"),
    ),
    "indicator": ("chi tieu", "so lieu", "indicator"),
    "value": ("gia tri", "value"),
    "period": ("ky", "ky bao cao", "period"),
    "organisation": ("co quan", "don vi", "organisation"),
    "note": ("ghi chu", "note"),
}
_FIELDS = {label: field for field, labels in _LABELS.items() for label in labels}
_OF_KIND = {
    "document": {"number", "subject", "issued_on", "issuer", "expected", "due", "status", "responsible", "note"},
    "figure": {"indicator", "value", "period", "organisation", "note"},
    "task": {"responsible", "due", "note"},
}
# Whose a document or a task is, says who issued or does it.
_ORGANISATION_OF = {"document": "issuer", "task": "responsible"}
_KNOWN = "|".join(sorted(_FIELDS, key=len, reverse=True))
# A comma may stand before a label that is known; what stands behind another mark and before a colon is meant as one, too.
_LABEL = re.compile(rf"(?:[;\n]\s*|,\s*(?=(?:{_KNOWN})\s*:))(?P<label>[^\W\d]\w*(?: \w+){{0,3}})\s*:\s*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands before the first label, and each label with its words as typed."""

    head: str
    parts: tuple[tuple[str, str], ...]

    def read(self, kind: str, today: date) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The fields of an entry of that kind, and the parts that are none of it or could not be understood."""
        values: dict[str, Any] = {}
        left = []
        for label, words in self.parts:
            found = _read(kind, label, words, today)
            values.update(found or {})
            left += [] if found else [f"{label}: {words}"]
        return values, tuple(left)


def part(text: str) -> Labelled:
    """The text parted at its labels."""
    line = "\n".join(tidy(one) for one in text.splitlines()).strip()
    found = list(_LABEL.finditer(fold(line)))
    starts = [one.start() for one in found] + [len(line)]
    parts = tuple(
        (line[one.start("label") : one.end("label")], tidy(line[one.end() : end]).strip(" ;,"))
        for one, end in zip(found, starts[1:], strict=True)
    )
    return Labelled(tidy(line[: starts[0]]), parts)


def _read(kind: str, label: str, words: str, today: date) -> dict[str, Any] | None:
    name = _FIELDS.get(fold(label), "")
    field = _ORGANISATION_OF.get(kind, name) if name == "organisation" else name
    step = step_of_field(field) if field in _OF_KIND[kind] else None
    return step.read(words, today) if step is not None else None
