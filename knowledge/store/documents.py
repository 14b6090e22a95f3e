"""Documents across reports: each is one, however many reports speak of it, and its life is dated events."""

from dataclasses import dataclass
from datetime import date

from knowledge.facts import Period, Role
from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class DocumentEvent:
    """What one report says of a document, with the sentence that says so."""

    role: Role
    on: date | None  # when it happened, or when the report was signed where it does not say
    expected: Period | None
    report_id: int
    quote: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as all published reports together describe it; `key` is what `Topic.document` holds."""

    id: int
    key: str
    type: str | None
    number: str | None
    symbol: str | None
    year: int | None
    issuer: str | None
    province: str | None
    subject: str | None
    state: Role  # its newest event; BASIS when nothing more is known
    events: tuple[DocumentEvent, ...]  # oldest first


class Documents:
    """Documents of the reports that answer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> Document | None:
        """The document with its life."""
        raise NotImplementedError

    def of_report(self, report_id: int) -> list[Document]:
        """The documents that a published report speaks of, as it speaks of them."""
        raise NotImplementedError
