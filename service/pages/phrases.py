"""Every sentence of the pages, in German and English: one record, so that neither language can lack one."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """What is wrong, and what to do."""

    headline: str
    sentence: str


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
    in_order_of_time: str
    all_cinemas: str
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
    any_problem: ProblemWords
    problems: Mapping[str, ProblemWords]


GERMAN = Phrases(
    claim="Welches Kino in deiner Nähe zeigt den Film, wann, und in einer Sprache, die du verstehst.",
    skip="Zum Inhalt",
    language="Sprache",
    demo="Eine Demo: Die Kinos gibt es, das Programm ist erfunden.",
    coordinates="Lage der Kinos: © {link}OpenStreetMap-Mitwirkende{end}, ODbL.",
    home_title="Was läuft in deiner Nähe?",
    cinemas="Kinos",
    films_running="Filme, die gerade laufen",
    in_order_of_time="Vorerst die ganze Stadt, nach Anfangszeit.",
    all_cinemas="Alle {} Kinos",
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
    any_problem=ProblemWords("Das hat nicht geklappt", "So können wir diese Seite nicht zeigen. Prüfe ihre Adresse."),
    problems={
        "not-found": ProblemWords("Diese Seite gibt es nicht", "Vielleicht hat sich ein Tippfehler eingeschlichen."),
        "unknown": ProblemWords(
            "Das kennen wir nicht", "Diese Adresse nennt etwas, das in unserem Programm nicht vorkommt."
        ),
        "not-ready": ProblemWords("Gleich geht es los", "Das Programm wird geladen. Versuche es in ein paar Sekunden."),
        "not-your-cinema": ProblemWords("Das ist nicht dein Kino", "Wer verwaltet, kann dich dafür einladen."),
        "not-your-role": ProblemWords("Das darf dein Konto nicht", "Frag jemanden von der Verwaltung."),
        "other-origin": ProblemWords(
            "Das kam nicht von unserer Seite", "Öffne die Seite hier und schicke das Formular noch einmal ab."
        ),
        "too-many-attempts": ProblemWords("Zu viel auf einmal", "Warte ein wenig, dann versuche es noch einmal."),
        "unexpected": ProblemWords(
            "Da ist uns etwas misslungen", "Der Fehler liegt bei uns. Versuche es gleich noch einmal."
        ),
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
    in_order_of_time="The whole city for now, by starting time.",
    all_cinemas="All {} cinemas",
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
    any_problem=ProblemWords("That did not work", "We cannot show this page as it was asked for. Check its address."),
    problems={
        "not-found": ProblemWords("There is no such page", "Perhaps its address is misspelt."),
        "unknown": ProblemWords("We do not know this", "The address names something that is not in our programme."),
        "not-ready": ProblemWords("Nearly there", "The programme is being loaded. Try again in a few seconds."),
        "not-your-cinema": ProblemWords("This is not your cinema", "An administrator can invite you to it."),
        "not-your-role": ProblemWords("Your account is not for this", "Ask an administrator."),
        "other-origin": ProblemWords(
            "This did not come from our page", "Open the page here and send the form once more."
        ),
        "too-many-attempts": ProblemWords("Too much at once", "Wait a little, then try again."),
        "unexpected": ProblemWords("Something went wrong", "The fault is ours. Try again in a moment."),
    },
)
PHRASES = {"de": GERMAN, "en": ENGLISH}
