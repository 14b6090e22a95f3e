"""Which message tells how far the work on an update is."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("inbox_update", sa.Column("shown_in", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("inbox_update", "shown_in")
