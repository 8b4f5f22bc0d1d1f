"""how long the advertising of a cinema is."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_advertising_minutes"
down_revision = "2026_11_25_site_uses"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cinema", sa.Column("advertising_minutes", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("cinema", "advertising_minutes")
