"""pictures of films, and the files in which they are served."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_film_pictures"
down_revision = "2026_11_25_closed_days"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "picture_file",
        sa.Column("picture", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("picture", "width", "format"),
    )
    op.create_table(
        "film_picture",
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.Column("picture", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("widths", sa.JSON(), nullable=False),
        sa.Column("described", sa.JSON(), nullable=False),
        sa.Column("credit", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("film_id"),
    )
    op.create_index("ix_film_picture_picture", "film_picture", ["picture"])


def downgrade() -> None:
    op.drop_index("ix_film_picture_picture", table_name="film_picture")
    op.drop_table("film_picture")
    op.drop_table("picture_file")
