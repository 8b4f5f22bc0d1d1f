"""What a house writes on its sheet: the title, the version in German notation, the format."""

from random import Random

from data.demo.cinemas import DemoCinema, Profile
from data.demo.features import Feature
from data.demo.films import DemoFilm

VERSIONS = ("DF", "OmU", "OmeU", "OV")

# How often a house shows which version, in the order of VERSIONS. OmeU makes no sense for a film in English.
GERMAN_FILM = {
    Profile.ARTHOUSE: (85, 0, 15, 0),
    Profile.REPERTORY: (70, 0, 30, 0),
    Profile.ORIGINAL: (40, 0, 60, 0),
    Profile.NEIGHBOURHOOD: (100, 0, 0, 0),
    Profile.MULTIPLEX: (100, 0, 0, 0),
    Profile.OPEN_AIR: (60, 0, 40, 0),
}
ENGLISH_FILM = {
    Profile.ARTHOUSE: (8, 77, 0, 15),
    Profile.REPERTORY: (0, 75, 0, 25),
    Profile.ORIGINAL: (0, 40, 0, 60),
    Profile.NEIGHBOURHOOD: (75, 20, 0, 5),
    Profile.MULTIPLEX: (80, 4, 0, 16),
    Profile.OPEN_AIR: (25, 60, 0, 15),
}
OTHER_FILM = {
    Profile.ARTHOUSE: (8, 78, 14, 0),
    Profile.REPERTORY: (0, 70, 30, 0),
    Profile.ORIGINAL: (0, 60, 40, 0),
    Profile.NEIGHBOURHOOD: (75, 25, 0, 0),
    Profile.MULTIPLEX: (85, 15, 0, 0),
    Profile.OPEN_AIR: (20, 65, 15, 0),
}


def title_of(feature: Feature, cinema: DemoCinema) -> str:
    """The German title; a house for English speakers writes an English film as it is called at home."""
    if not feature.films:
        return "Sneak Preview"
    if cinema.profile is Profile.ORIGINAL and not feature.is_double:
        film = feature.films[0]
        return film.original_title if film.original_languages[0] == "en" else film.title
    return " + ".join(film.title for film in feature.films)


def version_of(feature: Feature, cinema: DemoCinema, chance: Random) -> str:
    """A label of the German notation, or "" where there is nothing to say: no words, or a surprise."""
    if not feature.films:
        return "OV" if cinema.profile is Profile.ORIGINAL else ""
    if feature.is_double:
        return _double_version(feature)
    return _film_version(feature.films[0], cinema.profile, chance)


def format_of(feature: Feature, cinema: DemoCinema, auditorium: int, chance: Random) -> str:
    """A format worth naming, where film and house both have it; the large ones need the first auditorium."""
    if len(feature.films) != 1:
        return ""
    shared = feature.films[0].formats & cinema.formats
    if auditorium == 0:
        for large in ("IMAX", "70 mm"):
            if large in shared:
                return large
    for small, share in (("3D", 0.6), ("35 mm", 0.7)):
        if small in shared and chance.random() < share:
            return small
    return ""


def _double_version(feature: Feature) -> str:
    if feature.films[0].is_wordless:
        return ""
    return "OV" if feature.films[0].original_languages[0] == "en" else "OmU"


def _film_version(film: DemoFilm, profile: Profile, chance: Random) -> str:
    if film.is_wordless:
        return ""
    is_english = film.original_languages[0] == "en"
    if film.original_languages[0] == "de":
        weights = GERMAN_FILM[profile]
    elif film.is_for_children and profile is not Profile.ORIGINAL:
        return "DF"
    else:
        weights = ENGLISH_FILM[profile] if is_english else OTHER_FILM[profile]
    version = chance.choices(VERSIONS, weights)[0]
    if version == "DF" and not film.is_dubbed and film.original_languages[0] != "de":
        return "OV" if is_english else "OmU"
    return version
