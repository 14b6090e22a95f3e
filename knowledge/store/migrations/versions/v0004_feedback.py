"""Feedback: where a question and its answer stand in the chat, corrections, and questions set aside."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # SQLite counts up only INTEGER


def upgrade() -> None:
    op.add_column("question", sa.Column("message_id", sa.BigInteger(), nullable=True))
    op.add_column("question", sa.Column("answer_message_id", sa.BigInteger(), nullable=True))
    op.create_index(op.f("ix_question_chat_key_message_id"), "question", ["chat_key", "message_id"], unique=False)
    op.create_table(
        "aside_question",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("set_by", sa.BigInteger(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_aside_question")),
    )
    op.create_table(
        "correction",
        sa.Column("id", _ID, nullable=False),
        sa.Column("question_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.BigInteger(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("question_id", name=op.f("uq_correction_question_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_correction_chat_id_message_id"), "correction", ["chat_id", "message_id"], unique=False)
    op.create_index(op.f("ix_correction_state"), "correction", ["state"], unique=False)
    op.create_index(op.f("ix_correction_user_id"), "correction", ["user_id"], unique=False)


def downgrade() -> None:
    op.drop_table("correction")
    op.drop_table("aside_question")
    op.drop_index(op.f("ix_question_chat_key_message_id"), "question")
    op.drop_column("question", "answer_message_id")
    op.drop_column("question", "message_id")
