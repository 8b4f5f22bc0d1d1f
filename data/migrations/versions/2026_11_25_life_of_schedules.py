"""the life of a schedule."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_life_of_schedules"
down_revision = "2026_11_22_taught_words"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "schedule_file",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.execute(
        "INSERT INTO schedule_file (sha256, content, size_bytes) SELECT sha256, file, length(file) FROM schedule "
        "WHERE id IN (SELECT min(id) FROM schedule GROUP BY sha256)"
    )
    with op.batch_alter_table("schedule") as batch:
        batch.add_column(sa.Column("asked_from", sa.Date(), nullable=True))
        batch.add_column(sa.Column("asked_until", sa.Date(), nullable=True))
        batch.add_column(sa.Column("asked_auditoriums", sa.JSON(none_as_null=True), nullable=True))
        batch.add_column(sa.Column("publish_number", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("uploaded_by", sa.String(), nullable=True))
        batch.add_column(sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("published_by", sa.String(), nullable=True))
        batch.add_column(sa.Column("undone_by", sa.String(), nullable=True))
        batch.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
    # Until now only the command line published, and whatever was kept was published.
    op.execute(
        "UPDATE schedule SET uploaded_by = 'command line', published_by = 'command line', uploaded_at = published_at, "
        "publish_number = (SELECT count(*) FROM schedule AS earlier "
        "WHERE earlier.cinema_id = schedule.cinema_id AND earlier.id <= schedule.id)"
    )
    with op.batch_alter_table("schedule") as batch:
        batch.alter_column("uploaded_by", existing_type=sa.String(), nullable=False)
        batch.alter_column("uploaded_at", existing_type=sa.DateTime(timezone=True), nullable=False)
        batch.alter_column("published_at", existing_type=sa.DateTime(timezone=True), nullable=True)
        batch.alter_column("scope_from", existing_type=sa.Date(), nullable=True)
        batch.alter_column("scope_until", existing_type=sa.Date(), nullable=True)
        batch.drop_column("file")
        batch.drop_index("ix_schedule_cinema_id")
        batch.create_index("ix_schedule_cinema_publish", ["cinema_id", "publish_number"], unique=False)
        batch.create_index("ix_schedule_sha256", ["sha256"], unique=False)
        batch.create_foreign_key("fk_schedule_file", "schedule_file", ["sha256"], ["sha256"])
    op.create_table(
        "screening_change",
        sa.Column("schedule_id", sa.Integer(), nullable=False),
        sa.Column("screening_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["schedule_id"], ["schedule.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["screening_id"], ["screening.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("schedule_id", "screening_id"),
    )
    op.create_table(
        "upload_key",
        sa.Column("cinema_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("cinema_id", "key"),
    )


def downgrade() -> None:
    op.drop_table("upload_key")
    op.drop_table("screening_change")
    op.execute("DELETE FROM schedule WHERE published_at IS NULL OR scope_from IS NULL")
    with op.batch_alter_table("schedule") as batch:
        batch.add_column(sa.Column("file", sa.LargeBinary(), nullable=True))
    op.execute(
        "UPDATE schedule SET file = (SELECT content FROM schedule_file WHERE schedule_file.sha256 = schedule.sha256)"
    )
    with op.batch_alter_table("schedule") as batch:
        batch.drop_constraint("fk_schedule_file", type_="foreignkey")
        batch.drop_index("ix_schedule_sha256")
        batch.drop_index("ix_schedule_cinema_publish")
        batch.create_index("ix_schedule_cinema_id", ["cinema_id"], unique=False)
        batch.alter_column("file", existing_type=sa.LargeBinary(), nullable=False)
        batch.alter_column("published_at", existing_type=sa.DateTime(timezone=True), nullable=False)
        batch.alter_column("scope_from", existing_type=sa.Date(), nullable=False)
        batch.alter_column("scope_until", existing_type=sa.Date(), nullable=False)
        for name in ("asked_from", "asked_until", "asked_auditoriums", "publish_number", "uploaded_by", "uploaded_at"):
            batch.drop_column(name)
        for name in ("published_by", "undone_by", "undone_at"):
            batch.drop_column(name)
    op.drop_table("schedule_file")
