"""The documents that a report's mentions may mean, loaded once for the whole report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import literal
from sqlmodel import Session, col, select

from knowledge.store.mentions import Mention
from knowledge.store.subjects import Subjects
from knowledge.store.tables import DocumentRow


class Candidates:
    """Known documents and those that were added meanwhile."""

    def __init__(self, session: Session, mentions: Iterable[Mention]) -> None:
        self._session = session
        self._added: dict[int, DocumentRow] = {}
        self._numbered: dict[str, list[DocumentRow]] = defaultdict(list)
        mentions = list(mentions)
        numbers = {m.number_key for m in mentions if m.number_key}
        for document in session.exec(select(DocumentRow).where(col(DocumentRow.number_key).in_(numbers))):
            self._numbered[str(document.number_key)].append(document)
        scopes = {m.scope for m in mentions if m.subject}
        self._planned = self._subjects(scopes, has_number=False)
        # Only what is said without a number can mean a document that has one by now.
        plans = {m.scope for m in mentions if not m.number}
        self._issued = self._subjects(plans, has_number=True)

    def numbered(self, number_key: str) -> list[DocumentRow]:
        """Those with that number and symbol."""
        return self._numbered[number_key]

    def planned(self, subject: str) -> Iterator[DocumentRow]:
        """Those without a number that have this subject, the most alike first."""
        return (d for d in self._documents(self._planned, subject) if d.number_key is None)

    def issued(self, subject: str) -> Iterator[DocumentRow]:
        """Those with a number that have this subject, the most alike first."""
        return self._documents(self._issued, subject)

    def add(self, mention: Mention) -> DocumentRow:
        """A new document, of which nothing is known but this."""
        document = DocumentRow(
            key=mention.key,
            state=mention.role,
            scope=mention.scope,
            home=mention.home,
            type=mention.type,
            year=mention.year,
            issued_on=mention.issued_on,
            issuer=mention.issuer,
            subject=mention.subject,
            day=mention.day,
        )
        self._session.add(document)
        place = -len(self._added) - 1  # below all ids
        self._added[place] = document
        if mention.number:
            self.give_number(document, mention)
        if mention.subject:
            (self._issued if mention.number else self._planned).add(place, mention.subject)
        return document

    def give_number(self, document: DocumentRow, mention: Mention) -> None:
        """The document is known by the mention's number from now on."""
        document.number_key = str(mention.number_key)
        document.number, document.symbol = mention.number, mention.symbol
        document.year = document.year or mention.year
        self._numbered[document.number_key].append(document)

    def _subjects(self, scopes: set[str], *, has_number: bool) -> Subjects:
        numbered = col(DocumentRow.number_key).is_not(None)
        # Where a province is not said, it may be any.
        in_scope = col(DocumentRow.scope).in_({*scopes, ""}) | literal("" in scopes)
        query = select(col(DocumentRow.id), col(DocumentRow.subject)).where(
            in_scope,
            col(DocumentRow.subject).is_not(None),
            numbered if has_number else ~numbered,
        )
        return Subjects((int(number or 0), str(subject)) for number, subject in self._session.exec(query))

    def _documents(self, subjects: Subjects, subject: str) -> Iterator[DocumentRow]:
        for place in subjects.same_as(subject):
            document = self._added.get(place) or self._session.get(DocumentRow, place)
            if document:
                yield document
