"""site uses."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_site_uses"
down_revision = "2026_11_25_film_pictures"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "site_use",
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("loads", sa.Integer(), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("used_on", "site"),
    )


def downgrade() -> None:
    op.drop_table("site_use")
