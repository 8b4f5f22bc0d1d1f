"""where screenings were that a person moved."""

import sqlalchemy as sa
from alembic import op

from data.tables.utc import UtcDateTime

revision = "2026_11_26_moved_by_hand"
down_revision = "2026_11_26_advertising_minutes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("screening", sa.Column("moved_from_at", UtcDateTime(), nullable=True))
    op.add_column("screening", sa.Column("moved_from_auditorium", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("screening", "moved_from_auditorium")
    op.drop_column("screening", "moved_from_at")
