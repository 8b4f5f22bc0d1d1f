"""first tables."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cinema",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=True),
        sa.Column("city", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("screens", sa.Integer(), nullable=True),
        sa.Column("wheelchair", sa.String(), nullable=True),
        sa.Column("is_outdoor", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug"),
    )
    op.create_table(
        "film",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("original_title", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("countries", sa.JSON(), nullable=False),
        sa.Column("original_languages", sa.JSON(), nullable=False),
        sa.Column("genres", sa.JSON(), nullable=False),
        sa.Column("age_ratings", sa.JSON(), nullable=False),
        sa.Column("released_on", sa.JSON(), nullable=False),
        sa.Column("is_provisional", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug"),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("cinema_id", sa.Integer(), nullable=True),
        sa.Column("film_ids", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "film_credit",
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("film_id", "role", "position"),
    )
    op.create_table(
        "film_text",
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("teaser", sa.String(), nullable=True),
        sa.Column("review", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("translator", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("film_id", "language"),
    )
    op.create_table(
        "film_title",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("film_id", "language", "title"),
    )
    op.create_index("ix_film_title_folded", "film_title", ["folded"], unique=False)

    op.create_table(
        "schedule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cinema_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("scope_from", sa.Date(), nullable=False),
        sa.Column("scope_until", sa.Date(), nullable=False),
        sa.Column("scope_auditoriums", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_schedule_cinema_id", "schedule", ["cinema_id"], unique=False)

    op.create_table(
        "screening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cinema_id", sa.Integer(), nullable=False),
        sa.Column("schedule_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("programme_on", sa.Date(), nullable=False),
        sa.Column("audio", sa.JSON(), nullable=False),
        sa.Column("is_original", sa.Boolean(), nullable=True),
        sa.Column("subtitles", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("captions", sa.Boolean(), nullable=False),
        sa.Column("audio_description", sa.Boolean(), nullable=False),
        sa.Column("label_raw", sa.String(), nullable=False),
        sa.Column("formats", sa.JSON(), nullable=False),
        sa.Column("title_raw", sa.String(), nullable=False),
        sa.Column("auditorium", sa.String(), nullable=True),
        sa.Column("booking_url", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["schedule_id"],
            ["schedule.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_screening_cinema_day", "screening", ["cinema_id", "programme_on"], unique=False)
    op.create_index("ix_screening_starts_at", "screening", ["starts_at"], unique=False)

    op.create_table(
        "screening_film",
        sa.Column("screening_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["film_id"],
            ["film.id"],
        ),
        sa.ForeignKeyConstraint(["screening_id"], ["screening.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("screening_id", "position"),
    )
    op.create_index("ix_screening_film_film_id", "screening_film", ["film_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_screening_film_film_id", "screening_film")

    op.drop_table("screening_film")
    op.drop_index("ix_screening_starts_at", "screening")
    op.drop_index("ix_screening_cinema_day", "screening")

    op.drop_table("screening")
    op.drop_index("ix_schedule_cinema_id", "schedule")

    op.drop_table("schedule")
    op.drop_index("ix_film_title_folded", "film_title")

    op.drop_table("film_title")
    op.drop_table("film_text")
    op.drop_table("film_credit")
    op.drop_table("change")
    op.drop_table("film")
    op.drop_table("cinema")
