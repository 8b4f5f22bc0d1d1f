"""Single words that sentences hold, in German, by our own."""

from collections.abc import Mapping

from data.sentence import BOTH, EITHER, LISTED

WORDS: Mapping[str, str] = {
    EITHER: "{one} oder {other}",
    BOTH: "{one} und {other}",
    LISTED: "{one}, {other}",
    # What rows are counted by.
    "row": "Zeile",
    "line": "Zeile",
    "show": "Vorstellung",
    # What stands in a column, and what a column is for.
    "column {letter}": "Spalte {letter}",
    "date": "Tag",
    "the date": "den Tag",
    "time": "Uhrzeit",
    "the time": "die Uhrzeit",
    "date and time": "Tag und Uhrzeit",
    "the date_and_time": "Tag und Uhrzeit",
    "business date": "Kinotag",
    "business_date": "Kinotag",
    "the business_date": "den Kinotag",
    "feature time": "Filmbeginn",
    "feature_time": "Filmbeginn",
    "the feature_time": "den Filmbeginn",
    "title": "Titel",
    "the title": "den Titel",
    "version": "Fassung",
    "the version": "die Fassung",
    "format": "Format",
    "the format": "das Format",
    "auditorium": "Saal",
    "the auditorium": "den Saal",
    "booking url": "Link zu den Karten",
    "booking_url": "Link zu den Karten",
    "the booking_url": "den Link zu den Karten",
    "status": "Status",
    "the status": "den Status",
    "source id": "Kennung",
    "source_id": "Kennung",
    "the source_id": "die Kennung",
    "cinema": "Kino",
    "the cinema": "das Kino",
    "the cinema_or_auditorium": "das Kino",
    # How a screening stands.
    "scheduled": "findet statt",
    "sold-out": "ausverkauft",
    "cancelled": "abgesagt",
    "film": "Film",
}
