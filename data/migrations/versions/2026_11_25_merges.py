"""merges, with aliases and redirects."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_merges"
down_revision = "2026_11_25_feeds"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A cinema or film that is merged is no row any more, and may be one again: nobody else must be given its number.
    # PostgreSQL gives none twice.
    if op.get_bind().dialect.name == "sqlite":
        for table in ("cinema", "film"):
            _rebuild(table, {"sqlite_autoincrement": True})
    _create_aliases_and_redirects()
    op.create_table(
        "merge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("kept_slug", sa.String(), nullable=False),
        sa.Column("merged_id", sa.Integer(), nullable=False),
        sa.Column("merged_slug", sa.String(), nullable=False),
        sa.Column("journal", sa.JSON(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("merged_by", sa.String(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_merge_kept_id", "merge", ["kept_id"], unique=False)
    op.create_index("ix_merge_merged_slug", "merge", ["merged_slug"], unique=False)


def _create_aliases_and_redirects() -> None:
    op.create_table(
        "cinema_alias",
        sa.Column("cinema_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("cinema_id", "name"),
    )
    op.create_table(
        "slug_redirect",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("cinema_id", sa.Integer(), nullable=True),
        sa.Column("film_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kind", "slug"),
    )
    op.create_index("ix_slug_redirect_cinema_id", "slug_redirect", ["cinema_id"], unique=False)
    op.create_index("ix_slug_redirect_film_id", "slug_redirect", ["film_id"], unique=False)
    op.create_table(
        "screening_redirect",
        sa.Column("screening_id", sa.Integer(), nullable=False),
        sa.Column("same_as_id", sa.Integer(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["screening_id"], ["screening.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["same_as_id"], ["screening.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("screening_id"),
    )
    op.create_index("ix_screening_redirect_same_as_id", "screening_redirect", ["same_as_id"], unique=False)


def downgrade() -> None:
    for table in ("merge", "screening_redirect", "slug_redirect", "cinema_alias"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "sqlite":
        for table in ("cinema", "film"):
            _rebuild(table, {})


def _rebuild(table: str, options: dict[str, bool]) -> None:
    """Write a table of SQLite anew, with the columns that it has."""
    with op.batch_alter_table(table, recreate="always", table_kwargs=options):
        pass
