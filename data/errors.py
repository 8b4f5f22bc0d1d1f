"""What can go wrong with stored things, each as a sentence that a user can act on."""

from collections.abc import Sequence

from data.sentence import Sentence


class DataError(Exception):
    """The base of this family."""


class UnknownError(DataError):
    """Something was asked for that the programme or the database does not hold."""


class UnknownFilmError(UnknownError):
    """No film of this slug or title; `similar` are slugs that may be meant."""

    def __init__(self, film: str, similar: Sequence[str] = ()) -> None:
        hint = Sentence(" Did you mean: {slugs}?", slugs=", ".join(similar)) if similar else ""
        super().__init__(
            Sentence("There is no film {film!r}.{hint} Search /api/v1/films for its slug.", film=film, hint=hint)
        )
        self.film = film


class UnknownCinemaError(UnknownError):
    """No cinema of this slug."""

    def __init__(self, cinema: str) -> None:
        super().__init__(Sentence("There is no cinema {cinema!r}. /api/v1/cinemas lists the slugs.", cinema=cinema))


class UnknownAreaError(UnknownError):
    """No area of this slug; `similar` are slugs that may be meant."""

    def __init__(self, area: str, similar: Sequence[str] = ()) -> None:
        hint = f" Did you mean: {', '.join(similar)}?" if similar else ""
        super().__init__(f"There is no area {area!r}.{hint} /api/v1/areas lists the slugs.")


class UnknownScreeningError(UnknownError):
    """No screening of this id in the programme."""

    def __init__(self, screening_id: int) -> None:
        super().__init__(
            Sentence(
                "There is no screening {number} in the programme. It may have been cancelled.", number=screening_id
            )
        )


class QuestionError(DataError):
    """A question that has no answer as asked; names the parameter that is wrong."""

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.parameter = parameter


class DatabaseUnavailableError(DataError):
    """The database cannot be opened, or is not one of ours."""


class FileUnreadableError(DataError):
    """A file that cannot be read as what it should be, as a whole."""
