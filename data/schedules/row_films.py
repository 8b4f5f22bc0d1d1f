"""The films of a sheet's rows: each title is understood once, and what is doubtful in it is said once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from data.problem import Problem, Severity
from data.schedules.sheet import Row
from data.schedules.taught_beside import read_taught_title
from data.schedules.titles.book import KnownFilm, TitleBook
from data.schedules.titles.match import Doubt, Match, find, match
from data.schedules.words import Words, word_key
from data.sentence import Sentence, both, either, together, word
from data.versions.notation import Notation
from data.versions.written_title import WrittenTitle

_ROWS_NAMED = 3


@dataclass(slots=True)
class RowFilms:
    """The titles met so far in one sheet of a cinema.

    `columns` gives the sheet's own word for each of our fields; `country` is the cinema's.
    """

    book: TitleBook
    words: Words
    columns: Mapping[str, str]
    country: str
    _matches: dict[str, Match] = field(default_factory=dict)
    _rows: dict[str, list[int]] = field(default_factory=dict)

    def films(self, row: Row) -> tuple[str, ...]:
        """Give the slugs of the films that a row shows; one that nobody knows becomes a new film."""
        self._rows.setdefault(row.title, []).append(row.number)
        return tuple(film.slug for film in self._match(row.title).films)

    def beside(self, row: Row) -> Notation:
        """Give the notation that stands beside the title of a row."""
        return self._match(row.title).beside

    def known_films(self, row: Row) -> tuple[str, ...] | None:
        """Say what an unreadable row shows, without making a film of it; null where that is not known."""
        found = self._taught(row.title) or find(self.book, row.title, self._read)
        return tuple(film.slug for film in found.films) or None if found else None

    def problems(self) -> Iterator[Problem]:
        """Say what is doubtful about the titles, each with the first of its rows."""
        for title, found in self._matches.items():
            if found.doubt:
                yield self._problem(title, found, found.doubt)

    def _match(self, title: str) -> Match:
        if title not in self._matches:
            self._matches[title] = self._taught(title) or match(self.book, title, self._read)
        return self._matches[title]

    def _read(self, title: str) -> WrittenTitle:
        return read_taught_title(title, self.words, self.country)

    def _taught(self, title: str) -> Match | None:
        key = word_key(title)
        if key not in self.words.titles:
            return None
        return Match(self.words.titles[key], beside=self._read(title).notation)

    def _problem(self, title: str, found: Match, doubt: Doubt) -> Problem:
        first, *others = self._rows[title]
        perhaps = (
            Sentence("Did you mean {films}?", films=either([_name(film) for film in found.close]))
            if found.close
            else ""
        )
        return Problem(
            code=_CODES[doubt],
            severity=Severity.WARNING,
            row=first,
            column=self.columns.get("title") or word("title"),
            value=title,
            message=together(_said(doubt, both([_name(film) for film in found.films])), perhaps, _also_in(others)),
        )


_CODES = {
    Doubt.NEW: "film-new",
    Doubt.AMBIGUOUS: "title-ambiguous",
    Doubt.CUT: "title-cut",
    Doubt.WHOLE: "title-whole",
    Doubt.MISSPELLED: "title-misspelled",
    Doubt.SEVERAL: "title-joined",
}


def _said(doubt: Doubt, films: str) -> Sentence:
    match doubt:
        case Doubt.NEW:
            return Sentence("No film of this title is known: it is added as a new one.")
        case Doubt.AMBIGUOUS:
            return Sentence("Several films have this title: the newest, {films}, is taken.", films=films)
        case Doubt.CUT:
            return Sentence("This title is cut off: it is taken for {films}.", films=films)
        case Doubt.WHOLE:
            return Sentence("This is taken for {films}, of which only a title that is cut off was known.", films=films)
        case Doubt.MISSPELLED:
            return Sentence("This is taken for {films}, which is spelled a little differently.", films=films)
        case Doubt.SEVERAL:
            return Sentence("This is read as a double feature of {films}.", films=films)


def _name(film: KnownFilm) -> str:
    return f"{film.title} ({film.year})" if film.year else film.title


def _also_in(rows: list[int]) -> str:
    if not rows:
        return ""
    named = ", ".join(str(number) for number in rows[:_ROWS_NAMED])
    if len(rows) > _ROWS_NAMED:
        return Sentence("Also in rows {rows} and {more} more.", rows=named, more=len(rows) - _ROWS_NAMED)
    return Sentence("Also in rows {rows}.", rows=named) if len(rows) > 1 else Sentence("Also in row {row}.", row=named)
