"""How a chat is told, what answers were about, and keys of documents that name the province."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from knowledge.grammar.document_keys import CENTRE
from knowledge.grammar.folding import key

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def _of_chat() -> list[sa.Column[Any]]:
    return [
        sa.Column("quiet_from", sa.Integer(), nullable=True),
        sa.Column("quiet_until", sa.Integer(), nullable=True),
        sa.Column("is_silent", sa.Boolean(), nullable=False, server_default=sa.false()),
    ]


def _of_question() -> list[sa.Column[Any]]:
    return [
        sa.Column("about_kind", sa.String(), nullable=True),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("about_target", sa.String(), nullable=True),
        sa.Column("report_id", sa.Integer(), nullable=True),
    ]


def upgrade() -> None:
    for table, columns in (("chat", _of_chat()), ("question", _of_question())):
        for column in columns:
            op.add_column(table, column)
    op.add_column("event", sa.Column("once", sa.String(), nullable=True))
    op.add_column("notice", sa.Column("about", sa.String(), nullable=True))
    op.create_index(op.f("ix_event_once"), "event", ["once"], unique=True)
    op.create_index(op.f("ix_question_about_kind_about"), "question", ["about_kind", "about"], unique=False)
    op.create_index(op.f("ix_question_report_id"), "question", ["report_id"], unique=False)
    _name_the_province()


def downgrade() -> None:
    for index, table in (
        ("ix_question_report_id", "question"),
        ("ix_question_about_kind_about", "question"),
        ("ix_event_once", "event"),
    ):
        op.drop_index(op.f(index), table_name=table)
    op.drop_column("notice", "about")
    op.drop_column("event", "once")
    for table, columns in (("question", _of_question()), ("chat", _of_chat())):
        for column in columns:
            op.drop_column(table, column.name)
    _leave_the_province_out()


def _name_the_province() -> None:
    """The keys of documents end with where their number counts; until now they did not say it."""
    connection = op.get_bind()
    said = sa.text(
        "SELECT e.report_id, e.statement, e.position, e.key, d.scope, r.province FROM document_event e "
        "JOIN document d ON d.id = e.document_id JOIN report r ON r.id = e.report_id"
    )
    changed = sa.text(
        "UPDATE document_event SET key = :key WHERE report_id = :report AND statement = :statement AND position = :position"
    )
    for report, statement, position, old, scope, province in connection.execute(said).all():
        new = f"{old}|{CENTRE if scope == CENTRE else key(province)}"
        connection.execute(changed, {"key": new, "report": report, "statement": statement, "position": position})
    documents = connection.execute(sa.text("SELECT id, key, scope, province FROM document")).all()
    for number, old, scope, province in documents:
        new = f"{old}|{CENTRE if scope == CENTRE else province or ''}"
        connection.execute(sa.text("UPDATE document SET key = :key WHERE id = :id"), {"key": new, "id": number})


def _leave_the_province_out() -> None:
    """The keys as they were: without their last part."""
    connection = op.get_bind()
    events = connection.execute(sa.text("SELECT report_id, statement, position, key FROM document_event")).all()
    changed = sa.text(
        "UPDATE document_event SET key = :key WHERE report_id = :report AND statement = :statement AND position = :position"
    )
    for report, statement, position, said in events:
        bare = said.rpartition("|")[0]
        connection.execute(changed, {"key": bare, "report": report, "statement": statement, "position": position})
    documents = connection.execute(sa.text("SELECT id, key FROM document")).all()
    for number, said in documents:
        bare = said.rpartition("|")[0]
        connection.execute(sa.text("UPDATE document SET key = :key WHERE id = :id"), {"key": bare, "id": number})
