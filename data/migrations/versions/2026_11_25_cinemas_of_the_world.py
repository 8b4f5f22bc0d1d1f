"""what lists of cinemas tell: who runs a house, what others call it, hearing loops, drive-ins."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_cinemas_of_the_world"
down_revision = "2026_11_25_merges"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cinema", sa.Column("operator", sa.String(), nullable=True))
    op.add_column("cinema", sa.Column("wikidata", sa.String(), nullable=True))
    op.add_column("cinema", sa.Column("osm_id", sa.String(), nullable=True))
    op.add_column("cinema", sa.Column("has_hearing_loop", sa.Boolean(), nullable=True))
    op.add_column("cinema", sa.Column("is_drive_in", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    for column in ("is_drive_in", "has_hearing_loop", "osm_id", "wikidata", "operator"):
        op.drop_column("cinema", column)
