"""Cinemas, films and versions as answers show them; made once when the programme is loaded."""

from datetime import date

import msgspec

from data.versions.version import Version


class CinemaFacts(msgspec.Struct, frozen=True):
    """A house. `district` is the name of the one that it stands in, where we know the districts of its city.

    `known_until` is the last day whose programme is known, null where none is.

    What nobody said of `wheelchair` (`yes`, `limited`, `no`) and `has_hearing_loop` is null, and so is
    `advertising_minutes` (what runs before a film) where it is as usual.
    """

    slug: str
    name: str
    street: str | None
    postcode: str | None
    city: str | None
    district: str | None
    country: str
    lat: float
    lon: float
    time_zone: str
    website: str | None
    screens: int | None
    wheelchair: str | None
    has_hearing_loop: bool | None
    advertising_minutes: int | None
    is_outdoor: bool
    is_drive_in: bool
    known_until: date | None


class FilmFacts(msgspec.Struct, frozen=True):
    """A film in short; `title` is the one in the service's language, `titles` are by language."""

    slug: str
    title: str
    titles: dict[str, str]
    year: int | None
    minutes: int | None


class FilmText(msgspec.Struct, frozen=True):
    """Teaser and review in one language."""

    teaser: str | None
    review: str | None
    author: str | None
    translator: str | None


class FilmPicture(msgspec.Struct, frozen=True):
    """A picture in several widths, at `/pictures/{name}-{width}.webp` and `.jpg`; `described` is by language.

    `width` and `height` are the largest one's, in pixels. Whoever shows it names its credit and its licence.
    """

    name: str
    width: int
    height: int
    widths: tuple[int, ...]
    described: dict[str, str]
    credit: str
    licence: str


class FilmDetails(msgspec.Struct, frozen=True):
    """A film in full. Countries are ISO 3166, languages BCP 47; credits by role, texts by language.

    A review is Markdown.
    """

    slug: str
    title: str
    titles: dict[str, str]
    original_title: str
    year: int | None
    minutes: int | None
    countries: list[str]
    original_languages: list[str]
    genres: list[str]
    age_ratings: dict[str, str]
    released_on: dict[str, str]
    credits: dict[str, list[str]]
    texts: dict[str, FilmText]
    is_provisional: bool
    picture: FilmPicture | None = None

    def brief(self) -> FilmFacts:
        """Give what a list of showtimes needs of it."""
        return FilmFacts(self.slug, self.title, self.titles, self.year, self.minutes)


class VersionFacts(msgspec.Struct, frozen=True):
    """What is heard and read; `label` is the notation at the cinema's door."""

    label: str
    audio: tuple[str, ...]
    is_original: bool | None
    subtitles: tuple[str, ...] | None
    captions: bool
    audio_description: bool

    @classmethod
    def of(cls, version: Version, label: str) -> "VersionFacts":
        """Give a version its label."""
        read = (version.audio, version.is_original, version.subtitles)
        return VersionFacts(label, *read, version.captions, version.audio_description)

    @property
    def version(self) -> Version:
        """The version itself, without its label."""
        return Version(self.audio, self.is_original, self.subtitles, self.captions, self.audio_description)
