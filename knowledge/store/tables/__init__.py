"""The tables, one module for each theme; their rows never leave the services.

A theme is loaded when one of its tables is first named: making a table takes SQLModel five milliseconds, and whoever only
answers needs a third of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sqlalchemy import MetaData

from knowledge.store.tables.base import Base, id_of

if TYPE_CHECKING:
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
    "all_tables",
    "id_of",
]

_THEMES = {
    "DocumentEventRow": "documents",
    "DocumentRow": "documents",
    "AmendmentRow": "facts",
    "CitationRow": "facts",
    "DoubtRow": "facts",
    "FigureRow": "facts",
    "StatementRow": "facts",
    "TaskRow": "facts",
    "BroadcastRow": "following",
    "ChatRow": "following",
    "EventRow": "following",
    "EventTargetRow": "following",
    "NoticePartRow": "following",
    "NoticeRow": "following",
    "SubscriptionRow": "following",
    "InvitationRow": "office",
    "OfficeSettingRow": "office",
    "PutOffRow": "office",
    "AliasRow": "operating",
    "AuditRow": "operating",
    "TurnRow": "operating",
    "UpdateRow": "operating",
    "AsideRow": "people",
    "ConversationRow": "people",
    "CorrectionRow": "people",
    "DialogueRow": "people",
    "PersonRow": "people",
    "QuestionRow": "people",
    "EntryRow": "reports",
    "GenerationRow": "reports",
    "OrganisationRow": "reports",
    "ReportRow": "reports",
    "SourceItemRow": "sources",
    "SourceRow": "sources",
}


def all_tables() -> MetaData:
    """Every table of the store."""
    for theme in set(_THEMES.values()):
        import_module(f"{__name__}.{theme}")
    return Base.metadata


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """The row of that name, whose theme is loaded."""
        if name not in _THEMES:
            raise AttributeError(f"no table {name}")
        return getattr(import_module(f"{__name__}.{_THEMES[name]}"), name)
