"""days that schedules have closed."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_closed_by_schedules"
down_revision = "2026_11_26_moved_by_hand"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("closed_day") as batch:
        batch.add_column(sa.Column("schedule_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_foreign_key("fk_closed_day_schedule", "schedule", ["schedule_id"], ["id"], ondelete="SET NULL")


def downgrade() -> None:
    with op.batch_alter_table("closed_day") as batch:
        batch.drop_constraint("fk_closed_day_schedule", type_="foreignkey")
        batch.drop_column("closed_at")
        batch.drop_column("schedule_id")
