"""taught words."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_taught_words"
down_revision = "2026_11_22"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "taught_label",
        sa.Column("cinema_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("means", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("cinema_id", "key"),
    )
    op.create_table(
        "taught_title",
        sa.Column("cinema_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("cinema_id", "key"),
    )
    op.create_index("ix_taught_title_film_id", "taught_title", ["film_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_taught_title_film_id", "taught_title")

    op.drop_table("taught_title")
    op.drop_table("taught_label")
