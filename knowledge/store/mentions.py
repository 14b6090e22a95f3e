"""What one report says of documents, as joining compares it."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from knowledge.facts import Role
from knowledge.grammar.centre import is_central
from knowledge.grammar.document_keys import CENTRE, document_key, number_key
from knowledge.grammar.folding import key
from knowledge.store.tables import CitationRow, ReportRow


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation with what its report adds: `scope` is where its number counts, empty if not known."""

    statement: int
    position: int
    role: str
    type: str | None
    number: str | None
    symbol: str | None
    issued_on: date | None
    year: int | None
    issuer: str | None
    subject: str | None
    province: str | None
    scope: str
    home: str  # folded organisation of the report
    said_on: date | None

    @property
    def number_key(self) -> str | None:
        """The number and symbol as they are compared: "192/qd-ubnd"."""
        return number_key(self.number, self.symbol)

    @property
    def key(self) -> str:
        """The folded key under which this mention by itself would be followed."""
        return key(
            document_key(
                type=self.type,
                number=self.number,
                symbol=self.symbol,
                year=self.year,
                issuer=self.issuer,
                subject=self.subject,
                province=self.province,
            )
        )

    @property
    def day(self) -> date | None:
        """When what it says happened, else when it was said."""
        issued_on = self.issued_on if self.role == Role.ISSUED else None
        return issued_on or self.said_on


def load_mentions(session: Session, report: ReportRow) -> list[Mention]:
    """The report's citations that name a document by number or subject, in order."""
    cited = session.exec(
        select(CitationRow)
        .where(CitationRow.report_id == report.id)
        .order_by(col(CitationRow.statement), col(CitationRow.position))
    )
    return [_mention(report, citation) for citation in cited if citation.number or citation.subject]


def _mention(report: ReportRow, citation: CitationRow) -> Mention:
    return Mention(
        statement=citation.statement,
        position=citation.position,
        role=citation.role,
        type=citation.type,
        number=citation.number,
        symbol=citation.symbol,
        issued_on=citation.issued_on,
        year=citation.year,
        issuer=citation.issuer,
        subject=citation.subject,
        province=report.province,
        scope=CENTRE if is_central(citation.symbol, citation.issuer) else key(report.province),
        home=key(report.organisation),
        said_on=report.signed_on or report.published_on or report.period_last,
    )
