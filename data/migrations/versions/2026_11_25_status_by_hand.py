"""statuses that a person set."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_status_by_hand"
down_revision = "2026_11_25_taught_features"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("screening", sa.Column("status_by_hand", sa.String(), nullable=True))
    # Who sold these out, nobody noted: until now they stayed so whoever it was.
    op.execute("UPDATE screening SET status_by_hand = status WHERE status = 'sold-out'")


def downgrade() -> None:
    op.drop_column("screening", "status_by_hand")
