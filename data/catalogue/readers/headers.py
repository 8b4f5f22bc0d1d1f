"""The words that head the columns of a list of cinemas, and name the fields of JSON: our column for each."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from data.errors import FileUnreadableError
from data.text import folded

# Our column, and the words that head it, the likeliest first; without case, accents and signs.
HEADERS = {
    "slug": "slug",
    "name": (
        "name | kino | kinoname | cinema | cinema name | nom | nom du cinema | titel | title | titre | bezeichnung | "
        "haus | spielstatte | spielort | lichtspielhaus | theater | theatre | venue | venue name | etablissement | "
        "name des kinos | nombre | nome | naam | cine | bioscoop"
    ),
    "address": (
        "address | adresse | anschrift | full address | adresse complete | standort | direccion | indirizzo | adres"
    ),
    "street": (
        "street | strasse | street address | strasse und hausnummer | strasse hausnummer | strasse nr | str | rue | "
        "voie | addr street | calle | via | straat"
    ),
    "house_number": "house number | hausnummer | hausnr | nr | numero | no | addr housenumber",
    "postcode": (
        "postcode | plz | postleitzahl | zip | zip code | postal code | code postal | cp | addr postcode | cap | "
        "codigo postal"
    ),
    "city": (
        "city | stadt | ort | town | ville | commune | gemeinde | place | locality | address locality | municipality | "
        "addr city | plaats | ciudad | citta"
    ),
    "country": (
        "country | land | staat | pays | country code | landercode | address country | addr country | pais | paese"
    ),
    "lat": (
        "lat | latitude | breitengrad | breite | geographische breite | lat wgs84 | geo lat | latitud | latitudine | y"
    ),
    "lon": (
        "lon | lng | long | longitude | langengrad | laengengrad | lange | geographische lange | lon wgs84 | geo lon | "
        "geo lng | geo long | longitud | longitudine | x"
    ),
    "position": (
        "position | koordinaten | coordinates | coordonnees | coords | coordinate | lat lon | lat lng | lat long | "
        "latitude longitude | breite lange | gps | gps koordinaten | coordonnees gps | location | geo | point | wkt | "
        "geometry | geom | the geom | geo point | geo point 2d | koordinate"
    ),
    "time_zone": "time zone | zeitzone | tz | fuseau horaire",
    "website": (
        "website | webseite | web site | homepage | site web | site internet | internetseite | internet | web | url | "
        "contact website | www | link | site | internetadresse"
    ),
    "screens": (
        "screens | sale | saale | leinwande | anzahl sale | anzahl leinwande | kinosale | number of screens | ecrans | "
        "nombre d ecrans | salles | nombre de salles | screen | screen count"
    ),
    "wheelchair": (
        "wheelchair | rollstuhl | rollstuhlgerecht | barrierefrei | wheelchair accessible | wheelchair access | "
        "fauteuil roulant | acces pmr | pmr"
    ),
    "hearing_loop": (
        "hearing loop | has hearing loop | induktionsschleife | horschleife | induktive horanlage | "
        "boucle magnetique | boucle a induction"
    ),
    "advertising_minutes": (
        "advertising minutes | advertising | werbeminuten | werbung | werbung minuten | minuten werbung | "
        "minutes de publicite | publicite"
    ),
    "outdoor": "outdoor | is outdoor | open air | freiluft | freiluftkino | plein air",
    "drive_in": "drive in | is drive in | autokino | cine parc",
    "kind": "kind | art | typ | type | kategorie | category | categorie",
    "operator": "operator | betreiber | trager | exploitant",
    "wikidata": "wikidata | wikidata id | qid",
    "osm_id": "osm id | osm | openstreetmap | openstreetmap id",
    "aliases": "aliases | alias | weitere namen | auch bekannt als | alternative names | alt name | autres noms",
}


def _key(word: str) -> str:
    # Without spaces, so that timeZone, time_zone and Time zone are one.
    return "".join(re.findall(r"[^\W_]+", folded(word)))


_WORDS = {column: [_key(word) for word in words.split("|")] for column, words in HEADERS.items()}
_READ = {word for words in _WORDS.values() for word in words}
# What our own answers say besides follows from something else: nobody reads it, and nothing is lost.
_FOLLOWING = {"knownuntil", "distancem", "district", "readat", "publishedat"}


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Give the place of each of our columns in a header; of several words for one, the likeliest is meant.

    Raises FileUnreadableError where a column that we read is there twice.
    """
    keys = [_key(cell) for cell in header]
    twice = [key for key, count in Counter(keys).items() if key in _READ and count > 1]
    if twice:
        raise FileUnreadableError(f"The column {header[keys.index(twice[0])]} is there twice. Keep one of them.")
    found = {column: [word for word in words if word in keys] for column, words in _WORDS.items()}
    return {column: keys.index(words[0]) for column, words in found.items() if words}


def follows(word: str) -> bool:
    """Say whether a column only says what follows from others."""
    return _key(word) in _FOLLOWING


def missing_from(columns: Mapping[str, int]) -> list[str]:
    """Name what a header has to have and lacks: a name, and where the house stands."""
    has_address = "address" in columns or ("street" in columns and not {"city", "postcode"}.isdisjoint(columns))
    is_elsewhere = "position" in columns or (has_address and {"lat", "lon"}.isdisjoint(columns))
    needed = ("name",) if is_elsewhere else ("name", "lat", "lon")
    return [name for name in needed if name not in columns]
