"""Whether a message below the one that tells how far the work on an update is was begun to be sent."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("inbox_update", sa.Column("is_followed", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("inbox_update", "is_followed")
