"""Every sentence of the pages, in German and English: one record, so that neither language can lack one."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """What pages say."""

    claim: str
    skip: str
    language: str
    demo: str
    coordinates: str
    home_title: str
    cinemas: str
    films_running: str
    nothing_known: str
    where_and_when: str
    not_running: str
    provisional: str
    review: str
    text_by: str
    translated_by: str
    credits: str
    released: str
    versions: str
    today: str
    tomorrow: str
    after_midnight: str
    version_unknown: str
    sold_out: str
    tickets: str
    to_home: str
    age_rating: str
    surprise: str
    roles: Mapping[str, str]


GERMAN = Phrases(
    claim="Welches Kino in deiner Nähe zeigt den Film, wann, und in einer Sprache, die du verstehst.",
    skip="Zum Inhalt",
    language="Sprache",
    demo="Eine Vorführung: Die Kinos gibt es, das Programm ist erfunden.",
    coordinates="Lage der Kinos: © {link}OpenStreetMap-Mitwirkende{end}, ODbL.",
    home_title="Was läuft in deiner Nähe?",
    cinemas="Kinos",
    films_running="Filme, die gerade laufen",
    nothing_known="Für heute und morgen ist kein Programm bekannt.",
    where_and_when="Wo und wann",
    not_running="Heute und morgen läuft dieser Film nach unserem Wissen nirgends.",
    provisional="Von diesem Film kennen wir bisher nur den Titel.",
    review="Kritik",
    text_by="Text: {}",
    translated_by="Übersetzung: {}",
    credits="Mitwirkende",
    released="Kinostart",
    versions="Fassungen",
    today="Heute",
    tomorrow="Morgen",
    after_midnight="nachts",
    version_unknown="Fassung nicht angegeben",
    sold_out="ausverkauft",
    tickets="Karten",
    to_home="Zur Startseite",
    age_rating="FSK {}",
    surprise="Überraschung",
    roles={
        "director": "Regie",
        "writer": "Drehbuch",
        "photography": "Kamera",
        "editing": "Schnitt",
        "distributor": "Verleih",
        "cast": "Besetzung",
    },
)
ENGLISH = Phrases(
    claim="Which cinema near you shows the film you want, when, and in a language that you understand.",
    skip="Skip to content",
    language="Language",
    demo="This is a demo: the cinemas are real, the programme is invented.",
    coordinates="Cinema coordinates: © {link}OpenStreetMap contributors{end}, ODbL.",
    home_title="What’s on near you",
    cinemas="Cinemas",
    films_running="Films running now",
    nothing_known="No programme is known for today and tomorrow.",
    where_and_when="Where and when",
    not_running="As far as we know, nobody shows this film today or tomorrow.",
    provisional="All that we know of this film so far is its title.",
    review="Review",
    text_by="Text: {}",
    translated_by="Translation: {}",
    credits="Credits",
    released="German release",
    versions="Versions",
    today="Today",
    tomorrow="Tomorrow",
    after_midnight="after midnight",
    version_unknown="version not stated",
    sold_out="sold out",
    tickets="tickets",
    to_home="To the start page",
    age_rating="FSK {}",
    surprise="Surprise",
    roles={
        "director": "Director",
        "writer": "Written by",
        "photography": "Photography",
        "editing": "Editing",
        "distributor": "Distributor",
        "cast": "Cast",
    },
)
PHRASES = {"de": GERMAN, "en": ENGLISH}
