"""Doubts hold their sentences and operands, and no words: those are chosen when they are shown.

Older versions found no doubts, so that nothing is lost with the table.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    _make_anew(
        sa.Column("spans", sa.String(), nullable=False),
        sa.Column("operands", sa.String(), nullable=False),
    )


def downgrade() -> None:
    _make_anew(
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
    )


def _make_anew(*what: sa.Column[object]) -> None:
    op.drop_table("doubt")
    op.create_table(
        "doubt",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        *what,
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_doubt_report_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report_id", "position", name=op.f("pk_doubt")),
        sqlite_with_rowid=False,
    )
