"""The words that head the columns of a schedule, in eight languages: our field for each."""

import re
from collections.abc import Sequence

from data.errors import FileUnreadableError
from data.sentence import Sentence, word
from data.text import folded

# Day and time in one column.
BOTH = "date_and_time"
# A house, or one of its rooms: which of them, the other columns say.
HOUSE_OR_ROOM = "house_or_room"
# Each of these has to be there, in one column or another.
REQUIRED = {"date": ("date", "business_date", BOTH), "time": ("time", "feature_time", BOTH), "title": ("title",)}

# Our field, and the words that head it, compared without case, accents and signs; words are apart by "|".
HEADERS = {
    "date": (
        "date | datum | tag | day | jour | spieldatum | vorstellungsdatum | showdate | show date | data | "
        "giorno | fecha | dia | dag | dzien | den | performdate | date de seance | termin datum"
    ),
    "time": (
        "time | zeit | uhrzeit | beginn | start | anfang | startzeit | spielzeit | anfangszeit | start time | "
        "starttime | preshowstarttime | show time | heure | horaire | debut | seance | ora | orario | inizio "
        "| hora | horario | tijd | aanvang | aanvangstijd | begintijd | godzina | godz | czas | cas | zacatek "
        "| hodina | uhr"
    ),
    BOTH: (
        "date time | datetime | date and time | date heure | datum uhrzeit | datum zeit | datum und uhrzeit | "
        "termin | showtime | vorstellung | vorstellungsbeginn | show beginning | date et heure | data e ora | "
        "fecha y hora | datum en tijd | data i godzina | datum a cas | starts at | startet | begin"
    ),
    "business_date": "business date | businessdate | sessionbusinessdate | programme date | spieltag | kinotag",
    "feature_time": "feature start | featurestarttime | feature time | filmbeginn | filmstart | hauptfilm",
    "title": (
        "title | titel | film | filmtitel | filmtitle | film title | filmname | movie | movie title | "
        "veranstaltungstitel | titre | titre du film | titolo | titolo del film | titulo | pelicula | "
        "filmtitel nl | tytul | tytuł | tytuł filmu | film titel | tytul filmu | nazev | nazev filmu | filme"
    ),
    "version": (
        "version | fassung | sprachfassung | sprachversion | sprache | language | versione | lingua | idioma "
        "| versie | taal | wersja | wersja jezykowa | jezyk | verze | jazyk | zneni | langue | ov omu | "
        "version linguistique"
    ),
    "format": "format | technik | technology | formato | technique | tecnica | formaat | technika | projektion",
    "auditorium": (
        "auditorium | saal | screen | leinwand | salle | screenname | screen name | kinosaal | raum | sala | "
        "schermo | zaal | sal | room | hall | ecran | pantalla"
    ),
    "booking_url": (
        "ticket | tickets | ticketlink | ticket link | ticket url | booking | booking url | booking link | "
        "buchung | buchungslink | reservierung | link | url | kaufen | reservation | reserver | billet | "
        "billets | biglietti | entradas | reserveren | kaarten | bilety | rezerwacja | vstupenky | rezervace "
        "| kup bilet"
    ),
    "status": "status | stato | estado | statut | stav | soldoutstatus",
    "source_id": (
        "id | source id | vorstellungsnummer | vorstellungs id | performance id | session id | show id | vorstellungsid"
    ),
    "cinema": (
        "cinema name | spielstatte | kinoname | haus | theatre | theater | venue | spielort | lichtspielhaus "
        "| nom du cinema | nome del cinema | bioscoop | nazwa kina | nazev kina | cine"
    ),
    HOUSE_OR_ROOM: "kino | cinema",
}
_FIELD_BY_HEADER = {word.strip(): field for field, words in HEADERS.items() for word in words.split("|")}


def fields_of(cells: Sequence[str]) -> list[str | None]:
    """Say which of our fields each cell of a header heads; null where none."""
    fields = [_FIELD_BY_HEADER.get(" ".join(re.findall(r"\w+", folded(cell).replace("_", " ")))) for cell in cells]
    return [_settled(field, fields, cell) for field, cell in zip(fields, cells, strict=True)]


def missing_from(fields: Sequence[str | None]) -> list[str]:
    """Name what a header has to have and lacks."""
    return [name for name, columns in REQUIRED.items() if not set(columns) & set(fields)]


def refuse_twice(fields: Sequence[str | None]) -> None:
    """Raise FileUnreadableError where two columns are headed as the same."""
    named = [field for field in fields if field]
    twice = sorted({field for field in named if named.count(field) > 1})
    if twice:
        raise FileUnreadableError(
            Sentence("Two columns are headed as {field}. Leave one of them out.", field=word(f"the {twice[0]}"))
        )


def _settled(field: str | None, fields: Sequence[str | None], written: str) -> str | None:
    """Decide what `Kino` heads: beside auditoriums the cinema, else an auditorium; `Cinema` means the cinema first.

    Day and time in one column hold the time where another has the day.
    """
    if field == BOTH:
        return "time" if "date" in fields and "time" not in fields else BOTH
    if field != HOUSE_OR_ROOM:
        return field
    if "auditorium" in fields:
        return "cinema"
    is_room = "cinema" in fields or folded(written).startswith("kino")
    return "auditorium" if is_room else "cinema"
