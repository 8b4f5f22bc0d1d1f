"""Import of films: a file's documents become new or changed films, and take over what schedules taught."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, select

from data.catalogue.film_document import FilmDocument, FilmRow, read_film_rows
from data.catalogue.film_match import KnownFilms
from data.catalogue.film_parts import FilmChange, FilmParts, original_title, read_parts, told_parts, write_parts
from data.catalogue.report import CatalogueReport, Findings, Outcome, report_of
from data.catalogue.update import update
from data.tables.change_log import log_change
from data.tables.film import TAKEN_SLUGS, Film
from data.tables.moved import moved_films
from data.text import free_slug, slug_of

READER = "films"
# What a document and the film's own row name alike; the rest of a document becomes the film's parts.
_OWN = {"original_title", "year", "minutes", "countries", "original_languages", "genres", "age_ratings", "released_on"}


def import_films(session: Session, content: bytes, *, now: datetime) -> CatalogueReport:
    """Import a JSON list of films into the caller's transaction, with one Change where anything changed.

    A document updates the film of its slug, or of its original title and year; or it takes over a provisional film
    that has one of its titles. Titles, credits and texts that it tells replace the film's, but titles that schedules
    taught stay; what it does not tell stays. Raises FileUnreadableError where the file as a whole is none.
    """
    findings = Findings()
    rows = read_film_rows(content, findings)
    session.flush()
    parts = read_parts(session.connection())
    known = KnownFilms.of(session.exec(select(Film)).all(), parts, moved_films(session))
    taken = {
        *TAKEN_SLUGS,
        *known.by_slug,
        *known.by_old_slug,
        *(row.document.slug for row in rows if row.document.slug),
    }
    storing = _Storing(session, known, parts, taken, findings)
    # Documents that name a film by its slug come first, so that no other is taken for it.
    in_turn = sorted(rows, key=lambda row: row.document.slug not in known.by_slug)
    outcomes = [outcome for row in in_turn if (outcome := storing.store(row))]
    _write(session, storing.changes, now)
    return report_of(outcomes, findings, reader=READER)


def _write(session: Session, changes: list[FilmChange], now: datetime) -> None:
    if not changes:
        return
    # Now the new films have their numbers.
    session.flush()
    write_parts(session.connection(), changes)
    log_change(session, now=now, kind="films", film_ids=[change.film.id for change in changes])


@dataclass(slots=True)
class _Storing:
    """What is known and given out while the documents of one file are stored."""

    session: Session
    known: KnownFilms
    parts: dict[int | None, FilmParts]
    taken_slugs: set[str]
    findings: Findings
    row_of_slug: dict[str, int] = field(default_factory=dict)
    changes: list[FilmChange] = field(default_factory=list)

    def store(self, row: FilmRow) -> Outcome | None:
        """Store a document; null where it turns out to be in error."""
        film = self.known.find(row.document)
        if film is None and (kept := self.known.merged_into(row.document)):
            self._leave_merged(row, kept)
            return Outcome.UNCHANGED
        if film and (first := self.row_of_slug.get(film.slug)):
            message = f"This is film {first} of the list again. Keep one of them, or give each a slug of its own."
            self.findings.error("film-twice", message, row=row.number, column="original_title", value=film.slug)
            return None
        outcome = self._update(film, row.document) if film else self._add(row.document)
        stored = film or self.changes[-1].film
        self.row_of_slug[stored.slug] = row.number
        self.taken_slugs.add(stored.slug)
        self._warn_of_namesakes(stored, row)
        return outcome

    def _leave_merged(self, row: FilmRow, kept: Film) -> None:
        message = f"This film was merged into {kept.slug}, whose facts stay. Take it out, or write it as {kept.slug}."
        value = row.document.slug or row.document.original_title
        self.findings.warn("film-merged", message, row=row.number, column="slug", value=value)

    def _update(self, film: Film, document: FilmDocument) -> Outcome:
        before = self.parts.get(film.id, FilmParts())
        former, was_provisional = original_title(film), film.is_provisional
        is_news = update(film, document.model_dump(include=_OWN) | {"slug": document.slug, "is_provisional": False})
        after = told_parts(document, before, former=former, original=original_title(film))
        if was_provisional:
            self.known.add(film)
        if not is_news and after == before:
            return Outcome.UNCHANGED
        self.changes.append(FilmChange(film, before, after))
        return Outcome.CHANGED

    def _add(self, document: FilmDocument) -> Outcome:
        film = Film(slug=document.slug or self._new_slug(document), original_title=document.original_title)
        update(film, document.model_dump(include=_OWN))
        self.session.add(film)
        self.known.add(film)
        parts = told_parts(document, FilmParts(), former=None, original=original_title(film))
        self.changes.append(FilmChange(film, FilmParts(), parts))
        return Outcome.ADDED

    def _new_slug(self, document: FilmDocument) -> str:
        wanted = slug_of(document.original_title) or "film"
        with_year = f"{wanted}-{document.year}" if document.year else wanted
        return free_slug(wanted if wanted not in self.taken_slugs else with_year, self.taken_slugs)

    def _warn_of_namesakes(self, film: Film, row: FilmRow) -> None:
        for namesake in self.known.provisional_namesakes(row.document):
            self.findings.warn(
                "film-namesake",
                f"Schedules taught a film of this title as {namesake.slug}. If it is this one, join them: "
                f"kinonah films merge {film.slug} {namesake.slug}",
                row=row.number,
                column="original_title",
                value=row.document.original_title,
            )
