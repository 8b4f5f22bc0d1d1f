"""titles of several films."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_taught_features"
down_revision = "2026_11_25_accounts_and_tokens"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The primary key grows by a column: the rows move into a new table.
    _create("taught_title_of_several", sa.Column("position", sa.Integer(), nullable=False), keys=("position",))
    op.execute(
        "INSERT INTO taught_title_of_several (cinema_id, key, position, title, film_id) "
        "SELECT cinema_id, key, 0, title, film_id FROM taught_title"
    )
    _replace_with("taught_title_of_several")


def downgrade() -> None:
    _create("taught_title_of_one")
    op.execute(
        "INSERT INTO taught_title_of_one (cinema_id, key, title, film_id) "
        "SELECT cinema_id, key, title, film_id FROM taught_title AS one WHERE position = "
        "(SELECT min(position) FROM taught_title WHERE cinema_id = one.cinema_id AND key = one.key)"
    )
    _replace_with("taught_title_of_one")


def _create(name: str, *columns: sa.Column[int], keys: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        sa.Column("cinema_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        *columns,
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("film_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["cinema_id"], ["cinema.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("cinema_id", "key", *keys),
    )


def _replace_with(name: str) -> None:
    op.drop_index("ix_taught_title_film_id", "taught_title")
    op.drop_table("taught_title")
    op.rename_table(name, "taught_title")
    op.create_index("ix_taught_title_film_id", "taught_title", ["film_id"], unique=False)
