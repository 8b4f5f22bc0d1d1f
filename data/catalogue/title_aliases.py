"""The titles of a film that is merged become titles of the other, by which schedules know it."""

from sqlalchemy import select

from data.catalogue.film_parts import UNKNOWN
from data.catalogue.journal import Journal
from data.tables.film import Film
from data.text import folded


def move_titles(journal: Journal, kept_id: int, merged: Film) -> None:
    """Move titles; in a language in which the kept one has a title, and in none, they are only aliases."""
    titles = journal.tables.tables["film_title"]
    kept = journal.connection.execute(select(titles).where(titles.c.film_id == kept_id)).mappings().all()
    moving = journal.connection.execute(select(titles).where(titles.c.film_id == merged.id)).mappings().all()
    languages, known = {row["language"] for row in kept}, {row["title"] for row in kept}
    for row in sorted(moving, key=lambda row: row["id"]):
        if row["title"] in known:
            journal.remove(titles, [dict(row)])
            continue
        language = UNKNOWN if row["language"] in languages else row["language"]
        before = {"film_id": merged.id, "language": row["language"]}
        journal.change(titles, ["id"], [[row["id"]]], before, {"film_id": kept_id, "language": language})
        known.add(row["title"])
        languages.add(row["language"])
    if merged.original_title not in known:
        alias = {"language": UNKNOWN, "title": merged.original_title, "folded": folded(merged.original_title)}
        journal.add(titles, {"film_id": kept_id, **alias})
