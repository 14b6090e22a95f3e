"""Reports are looked for by the file or address that they came from."""

from collections.abc import Sequence

from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_index(op.f("ix_report_source"), "report", ["source"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_report_source"), table_name="report")
