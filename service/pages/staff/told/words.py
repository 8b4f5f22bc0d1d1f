"""Words and reasons that stand beside or within sentences, in German, by what they are in English."""

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
    # Why two cinemas may be one.
    "{metres:.0f} m apart": "{metres:.0f} m auseinander",
    "at the same position": "am selben Ort",
    "one of them at a position that other cinemas share": "eines davon an einem Ort, den auch andere Kinos haben",
    "same website": "dieselbe Webseite",
    "same address": "dieselbe Adresse",
    "different addresses": "verschiedene Adressen",
    "“{one}” and “{other}”": "„{one}“ und „{other}“",
    "“{one}” and “{other}” alike": "„{one}“ und „{other}“ ähnlich",
    "both “{name}”": "beide „{name}“",
    "as {slug}: {reasons}": "wie {slug}: {reasons}",
}
