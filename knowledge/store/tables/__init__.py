"""The tables, one module for each theme; their rows never leave the services."""

from knowledge.store.tables.base import Base, id_of
from knowledge.store.tables.documents import DocumentEventRow, DocumentRow
from knowledge.store.tables.facts import AmendmentRow, CitationRow, DoubtRow, FigureRow, StatementRow, TaskRow
from knowledge.store.tables.following import (
    BroadcastRow,
    ChatRow,
    EventRow,
    EventTargetRow,
    NoticePartRow,
    NoticeRow,
    SubscriptionRow,
)
from knowledge.store.tables.office import InvitationRow, OfficeSettingRow, PutOffRow
from knowledge.store.tables.operating import AliasRow, AuditRow, TurnRow, UpdateRow
from knowledge.store.tables.people import (
    AsideRow,
    ConversationRow,
    CorrectionRow,
    DialogueRow,
    PersonRow,
    QuestionRow,
)
from knowledge.store.tables.reports import EntryRow, GenerationRow, OrganisationRow, ReportRow
from knowledge.store.tables.sources import SourceItemRow, SourceRow

__all__ = [
    "AliasRow",
    "AmendmentRow",
    "AsideRow",
    "AuditRow",
    "Base",
    "BroadcastRow",
    "ChatRow",
    "CitationRow",
    "ConversationRow",
    "CorrectionRow",
    "DialogueRow",
    "DocumentEventRow",
    "DocumentRow",
    "DoubtRow",
    "EntryRow",
    "EventRow",
    "EventTargetRow",
    "FigureRow",
    "GenerationRow",
    "InvitationRow",
    "NoticePartRow",
    "NoticeRow",
    "OfficeSettingRow",
    "OrganisationRow",
    "PersonRow",
    "PutOffRow",
    "QuestionRow",
    "ReportRow",
    "SourceItemRow",
    "SourceRow",
    "StatementRow",
    "SubscriptionRow",
    "TaskRow",
    "TurnRow",
    "UpdateRow",
    "id_of",
]
