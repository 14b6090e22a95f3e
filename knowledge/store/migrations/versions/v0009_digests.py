"""Digests, notices that replace earlier ones, broadcasts that admins watch; documents followed by keys of old."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from knowledge.grammar.document_keys import CENTRE
from knowledge.grammar.folding import key
from knowledge.store.columns import UtcDateTime

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def _of_chat() -> list[sa.Column[Any]]:
    return [
        sa.Column("digest_hour", sa.Integer(), nullable=True),
        sa.Column("digest_day", sa.Integer(), nullable=True),
        sa.Column("digest_at", UtcDateTime(), nullable=True),
    ]


def upgrade() -> None:
    for column in _of_chat():
        op.add_column("chat", column)
    op.create_index(op.f("ix_chat_digest_at"), "chat", ["digest_at"], unique=False)
    op.add_column("notice", sa.Column("replaces", sa.BigInteger(), nullable=True))
    op.create_table(
        "broadcast",
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("look_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_broadcast_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "chat_id", name=op.f("pk_broadcast")),
    )
    op.create_index(op.f("ix_broadcast_look_at"), "broadcast", ["look_at"], unique=False)
    _name_the_province()


def downgrade() -> None:
    op.drop_table("broadcast")
    op.drop_column("notice", "replaces")
    op.drop_index(op.f("ix_chat_digest_at"), table_name="chat")
    for column in _of_chat():
        op.drop_column("chat", column.name)


def _name_the_province() -> None:
    """Version 5 added the province to the keys of documents; what was followed and answered before kept the old keys."""
    connection = op.get_bind()
    places = _places(connection)
    followed = sa.text("SELECT id, chat_id, target FROM subscription WHERE kind = 'document' ORDER BY id")
    keys = connection.execute(sa.text("SELECT chat_id, key FROM subscription WHERE kind = 'document'"))
    taken = {(chat, known) for chat, known in keys}
    for number, chat, target in connection.execute(followed).all():
        if not _is_old(target):
            continue
        new = f"{target}|{places.get(key(target), '')}"
        if (chat, key(new)) in taken:
            # The chat follows the document by its new key as well.
            connection.execute(sa.text("DELETE FROM subscription WHERE id = :id"), {"id": number})
            continue
        taken.add((chat, key(new)))
        renamed = sa.text("UPDATE subscription SET key = :key, target = :target WHERE id = :id")
        connection.execute(renamed, {"key": key(new), "target": new, "id": number})
    answered = sa.text("SELECT id, about_target FROM question WHERE about_kind = 'document'")
    for number, target in connection.execute(answered).all():
        if target and _is_old(target):
            new = f"{target}|{places.get(key(target), '')}"
            renamed = sa.text("UPDATE question SET about = :key, about_target = :target WHERE id = :id")
            connection.execute(renamed, {"key": key(new), "target": new, "id": number})


def _is_old(target: str) -> bool:
    """A number, a year and an issuer, or a type and a subject; and no place."""
    return target.count("|") == 2


def _places(connection: sa.Connection) -> dict[str, str]:
    """By the old key of a document, the province in which it counts as the first report that names it says."""
    said = sa.text(
        "SELECT e.key, r.province FROM document_event e JOIN report r ON r.id = e.report_id ORDER BY e.report_id DESC"
    )
    found = {}
    for new, province in connection.execute(said):
        old, _, place = new.rpartition("|")
        found[old] = CENTRE if place == CENTRE else province or ""
    return found
