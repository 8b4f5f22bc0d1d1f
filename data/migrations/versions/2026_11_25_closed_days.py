"""days on which cinemas are closed."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_closed_days"
down_revision = "2026_11_25_feeds"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "closed_day",
        sa.Column("cinema_id", sa.Integer(), nullable=False),
        sa.Column("programme_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("cinema_id", "programme_on"),
    )


def downgrade() -> None:
    op.drop_table("closed_day")
