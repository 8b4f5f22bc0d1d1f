"""the audit log says what an entry is of."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_audit_subject"
down_revision = "2026_11_26_closed_by_schedules"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("audit", sa.Column("subject", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("audit", "subject")
