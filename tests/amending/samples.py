"""The first sample, published, and one of its facts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path

from knowledge.amending.amending import Correction
from knowledge.answers import Answer
from knowledge.bootstrap import Knowledge
from knowledge.facts import Citation, Figure, Reading
from knowledge.fields.amendments import Place, places_of
from knowledge.fields.describing import Fact, describe
from knowledge.importing.files import read_file
from tests.house import OWNER, ROOT

FIRST = next((ROOT / "samples").glob("01-*"))
TODAY = date(2019, 3, 1)
RECEIVED = "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?"


def publish_first(knowledge: Knowledge) -> int:
    """The first sample as importing keeps it, published without telling anybody."""
    checksum = sha256(FIRST.read_bytes()).hexdigest()
    draft = knowledge.reports.save_draft(_reading(), checksum=checksum, by=OWNER)
    knowledge.reports.publish(draft.report_id, by=OWNER, notify=False)
    return draft.report_id


@cache
def _reading() -> Reading:
    return read_file(FIRST)


def publish_file(knowledge: Knowledge, path: Path) -> int:
    """The report of that file, imported and published without telling anybody."""
    draft = knowledge.importing.import_file(path, by=OWNER)
    knowledge.reports.publish(draft.report_id, by=OWNER, notify=False)
    return draft.report_id


def place_of(reading: Reading, written: str) -> tuple[Place, Fact]:
    """Where a figure or document is written so."""
    for position, statement in enumerate(reading.statements):
        for place, fact in places_of(statement, position):
            if isinstance(fact, (Citation, Figure)) and fact.written == written:
                return place, fact
    raise LookupError(written)


def correction(knowledge: Knowledge, report_id: int, written: str, why: str = "", **changes: object) -> Correction:
    """The correction of what is written so in that version of a report."""
    place, fact = place_of(knowledge.reports.reading(report_id), written)
    before = describe(fact)
    return Correction(report_id, place, before, replace(before, **changes), why)  # type: ignore[arg-type]


def to_5000(knowledge: Knowledge, report_id: int) -> Correction:
    """4.984 dossiers were in truth 5.000."""
    return correction(knowledge, report_id, "4.984 hồ sơ", "đếm sót một huyện", value=Decimal(5000))


def ask(knowledge: Knowledge, question: str = RECEIVED) -> Answer:
    """What is answered now."""
    knowledge.asking.refresh()
    return knowledge.asking.ask(question, today=TODAY).answer
