"""Which process handles which chat's updates."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "inbox_turn",
        sa.Column("chat_key", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_key", name=op.f("pk_inbox_turn")),
    )
    op.create_index(op.f("ix_inbox_turn_holder"), "inbox_turn", ["holder"], unique=False)
    columns = ["chat_key", "state", "id"]
    op.create_index(op.f("ix_inbox_update_chat_key_state_id"), "inbox_update", columns, unique=False)
    op.drop_index(op.f("ix_inbox_update_chat_key"), table_name="inbox_update")


def downgrade() -> None:
    op.create_index(op.f("ix_inbox_update_chat_key"), "inbox_update", ["chat_key"], unique=False)
    op.drop_index(op.f("ix_inbox_update_chat_key_state_id"), table_name="inbox_update")
    op.drop_index(op.f("ix_inbox_turn_holder"), table_name="inbox_turn")
    op.drop_table("inbox_turn")
