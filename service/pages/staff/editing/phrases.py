"""Every sentence of the editors' pages, in German and English: one record, so that neither language can lack one."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.pages.staff.editing.filled_in import LONGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class EditingPhrases:
    """What the editors' pages say."""

    films: str
    search: str
    search_hint: str
    find: str
    found: str
    nothing_found: str
    waiting: str
    waiting_hint: str
    waiting_more: str
    none_waiting: str
    runs: str
    one_run: str
    runs_at: str
    more_cinemas: str
    runs_no_more: str
    is_waiting: str
    public_page: str
    same: str
    same_hint: str
    is_same: str
    likeness: str
    same_year: str
    same_director: str
    also_waiting: str
    other_film: str
    other_film_hint: str
    join: str
    merged: str
    merged_when: str
    part: str
    facts: str
    labels: Mapping[str, str]
    hints: Mapping[str, str]
    in_language: Mapping[str, str]
    names_hint: str
    marks: str
    marks_how: str
    look: str
    save: str
    preview: str
    preview_hint: str
    is_wrong: str
    wrong: Mapping[str, str]
    meanwhile: str
    theirs: str
    theirs_empty: str
    picture: str
    picture_hint: str
    no_picture: str
    file: str
    another_file: str
    credit: str
    credit_hint: str
    licence: str
    licence_hint: str
    described: str
    described_hint: str
    send_picture: str
    change_picture: str
    remove_picture: str
    refused: Mapping[str, str]
    picture_wrong: Mapping[str, str]
    no_such_film: str
    cinemas_twice: str
    cinemas_twice_hint: str
    none_twice: str
    more_twice: str
    sure: str
    look_at_both: str
    joined_so_far: str
    two_cinemas: str
    two_cinemas_hint: str
    stays: str
    goes: str
    coming: str
    join_cinemas: str
    other_way: str
    back: str
    done: Mapping[str, str]

    def wrong_of(self, field: str) -> str:
        """Say what is wrong with a field."""
        return self.wrong.get(field) or self.wrong.get(field.rpartition("_")[0]) or self.wrong["names"]

    def label_of(self, field: str) -> str:
        """Name a field; of those that there are in each language, without the language."""
        return self.labels.get(field) or self.labels[field.rpartition("_")[0]]

    def picture_words_wrong(self, field: str) -> str:
        """Say what is wrong with what stands beside a picture."""
        return self.picture_wrong.get(field, self.picture_wrong["described"])


GERMAN = EditingPhrases(
    films="Filme",
    search="Film suchen",
    search_hint="Titel, Regie oder Jahr",
    find="Suchen",
    found="Gefunden",
    nothing_found="Kein Film, der so heißt.",
    waiting="Warten auf die Redaktion",
    waiting_hint="Von diesen Filmen kennen wir nur den Titel aus einem Programm. Zuerst die, die bald und oft laufen.",
    waiting_more="{} weitere warten dahinter.",
    none_waiting="Gerade wartet kein Film.",
    runs="{} Vorstellungen",
    one_run="1 Vorstellung",
    runs_at="ab {}",
    more_cinemas="und {} weitere",
    runs_no_more="läuft nicht mehr",
    is_waiting="Von diesem Film ist nur der Titel bekannt. Was du speicherst, steht sofort auf seiner Seite.",
    public_page="Seite des Films",
    same="Kennen wir ihn schon?",
    same_hint="Beide werden einer: Vorstellungen und Titel gehen über. Du kannst es zurücknehmen.",
    is_same="Das ist derselbe Film",
    likeness="Titel zu {} % gleich",
    same_year="gleiches Jahr",
    same_director="gleiche Regie",
    also_waiting="wartet auch",
    other_film="Es ist ein anderer",
    other_film_hint="Titel oder Kurzname",
    join="Zu einem machen",
    merged="Darin aufgegangen",
    merged_when="am {} von {}",
    part="Rückgängig",
    facts="Angaben",
    labels={
        "original_title": "Originaltitel",
        "title": "Titel",
        "titles_other": "Titel in anderen Sprachen",
        "year": "Jahr",
        "minutes": "Minuten",
        "countries": "Länder",
        "languages": "Sprachen",
        "genres": "Genres",
        "age_rating": "FSK",
        "released_on": "Kinostart (DE)",
        "director": "Regie",
        "writer": "Drehbuch",
        "photography": "Kamera",
        "editing": "Schnitt",
        "distributor": "Verleih",
        "cast": "Besetzung",
        "teaser": "Teaser",
        "review": "Kritik",
        "author": "Text von",
        "translator": "Übersetzt von",
    },
    hints={
        "title": "Leer, wenn er heißt wie im Original.",
        "titles_other": "Eine Zeile je Sprache, wie: fr: Les feuilles mortes",
        "countries": "Durch Kommas getrennt, wie: Deutschland, Frankreich",
        "languages": "Die erste ist die Originalsprache. Ohne Dialog: zxx",
        "genres": "Wie: Komödie, Drama",
        "teaser": f"Ein, zwei Sätze ohne Auszeichnung, höchstens {LONGEST['teaser']} Zeichen.",
    },
    in_language={"de": "Auf Deutsch", "en": "Auf Englisch"},
    names_hint="Ein Name je Zeile.",
    marks="So zeichnest du aus",
    marks_how="*kursiv* · **fett** · [Wort](https://…) · > Zitat · - Liste · # Zwischenüberschrift. "
    "Eine Leerzeile trennt Absätze. Bilder und HTML bleiben draußen.",
    look="Vorschau",
    save="Speichern",
    preview="Vorschau",
    preview_hint="Noch ist nichts gespeichert.",
    is_wrong="Das ist noch nicht gespeichert: Etwas ist nicht lesbar. Es steht bei seinem Feld.",
    wrong={
        "original_title": "Jeder Film braucht einen Titel.",
        "title": "In der Originalsprache heißt der Film wie im Original. Lass das Feld leer.",
        "titles_other": "Schreib in jede Zeile eine Sprache, einen Doppelpunkt und den Titel.",
        "year": "Ein Jahr zwischen 1880 und 2100.",
        "minutes": "Eine Zahl zwischen 1 und 2000.",
        "countries": "Eines dieser Länder kennen wir nicht. Schreib seinen Namen oder zwei Buchstaben, wie DE.",
        "languages": "Eine dieser Sprachen kennen wir nicht. Schreib ihren Namen oder ihr Kürzel, wie fr.",
        "genres": "Schreib kurze Wörter, durch Kommas getrennt.",
        "age_rating": "Wähle eine Freigabe.",
        "released_on": "Ein Tag wie 2026-11-26.",
        "names": "Ein Name je Zeile, nicht zu lang.",
        "teaser": f"Höchstens {LONGEST['teaser']} Zeichen.",
        "review": f"Höchstens {LONGEST['review']} Zeichen.",
    },
    meanwhile="Jemand anderes hat inzwischen auch gespeichert. Dein Text steht noch hier, ihrer darunter. "
    "Was du jetzt speicherst, gilt.",
    theirs="Inzwischen gespeichert:",
    theirs_empty="(leer)",
    picture="Bild",
    picture_hint="JPEG, PNG oder WebP, höchstens 10 MB. Aufnahmeort und Kameradaten werden entfernt.",
    no_picture="Noch keines.",
    file="Bild auswählen",
    another_file="Durch ein anderes ersetzen",
    credit="Wer hat es gemacht?",
    credit_hint="Wie: Foto: Drew Daniels",
    licence="Unter welcher Lizenz?",
    licence_hint="Wie: CC BY-SA 4.0, oder: Pressebild, © Verleih",
    described="Was ist zu sehen?",
    described_hint="Ein Satz für alle, die das Bild nicht sehen.",
    send_picture="Bild zeigen",
    change_picture="Ändern",
    remove_picture="Bild entfernen",
    refused={
        "heavy": "Das Bild ist größer als 10 MB. Verkleinere es, dann sende es noch einmal.",
        "huge": "Das Bild hat mehr als 40 Millionen Punkte. Verkleinere es, dann sende es noch einmal.",
        "small": "Das Bild ist zu klein. Es braucht mindestens 320 Punkte in der Breite.",
        "strip": "Das Bild ist ein langer Streifen. Schneide es auf die Form eines Filmbilds.",
        "unreadable": "Das ist kein Bild, das wir lesen können. Sende es als JPEG, PNG oder WebP.",
        "no-file": "Es kam kein Bild an. Wähle eines aus.",
    },
    picture_wrong={
        "credit": "Ohne Urheber zeigen wir kein Bild. Schreib, wer es gemacht hat (höchstens 300 Zeichen).",
        "licence": "Ohne Lizenz zeigen wir kein Bild. Schreib, unter welcher wir es zeigen (höchstens 300 Zeichen).",
        "described": "Schreib in einem Satz, was zu sehen ist (höchstens 300 Zeichen).",
    },
    no_such_film="So einen Film kennen wir nicht. Suche ihn unter Filme und nimm seinen Kurznamen.",
    cinemas_twice="Doppelte Kinos",
    cinemas_twice_hint="Diese Häuser sind vielleicht dasselbe. Nichts geschieht, bevor du beide angesehen hast.",
    none_twice="Kein Kino scheint doppelt zu sein.",
    more_twice="{} weitere folgen, wenn diese entschieden sind.",
    sure="{} % sicher",
    look_at_both="Beide ansehen",
    joined_so_far="Zu einem gemacht",
    two_cinemas="Sind sie eins?",
    two_cinemas_hint="Programm, Team und Adressen des einen gehen auf das andere über. Du kannst es zurücknehmen.",
    stays="bleibt",
    goes="geht darin auf",
    coming="{} kommende Vorstellungen",
    join_cinemas="Zu einem machen",
    other_way="Lieber andersherum",
    back="Zurück",
    done={
        "saved": "Gespeichert. In einer Sekunde steht es auf der Seite des Films.",
        "saved-beside": "Gespeichert. Auch was jemand anderes inzwischen geändert hat, ist erhalten.",
        "joined": "Die beiden sind jetzt ein Film.",
        "parted": "Es sind wieder zwei Filme.",
        "picture": "Das Bild ist gespeichert.",
        "picture-removed": "Das Bild ist entfernt.",
        "joined-cinemas": "Die beiden sind jetzt ein Kino.",
        "parted-cinemas": "Es sind wieder zwei Kinos.",
    },
)
ENGLISH = EditingPhrases(
    films="Films",
    search="Find a film",
    search_hint="Title, director or year",
    find="Search",
    found="Found",
    nothing_found="No film of such a name.",
    waiting="Waiting for an editor",
    waiting_hint="Of these we know only the title, from a programme. First those that run soon and often.",
    waiting_more="{} more wait behind them.",
    none_waiting="No film is waiting.",
    runs="{} screenings",
    one_run="1 screening",
    runs_at="from {}",
    more_cinemas="and {} more",
    runs_no_more="runs no more",
    is_waiting="Of this film only the title is known. What you save stands on its page at once.",
    public_page="The film’s page",
    same="Do we know it already?",
    same_hint="Both become one: screenings and titles go over. You can take it back.",
    is_same="This is the same film",
    likeness="titles {} % alike",
    same_year="same year",
    same_director="same director",
    also_waiting="waits too",
    other_film="It is another one",
    other_film_hint="title or short name",
    join="Make them one",
    merged="Part of it now",
    merged_when="on {} by {}",
    part="Undo",
    facts="Facts",
    labels={
        "original_title": "Original title",
        "title": "Title",
        "titles_other": "Titles in other languages",
        "year": "Year",
        "minutes": "Minutes",
        "countries": "Countries",
        "languages": "Languages",
        "genres": "Genres",
        "age_rating": "FSK rating",
        "released_on": "Release (DE)",
        "director": "Director",
        "writer": "Writers",
        "photography": "Photography",
        "editing": "Editing",
        "distributor": "Distributor",
        "cast": "Cast",
        "teaser": "Teaser",
        "review": "Review",
        "author": "Text by",
        "translator": "Translated by",
    },
    hints={
        "title": "Empty where it is called as in the original.",
        "titles_other": "One line a language, such as: fr: Les feuilles mortes",
        "countries": "Between commas, such as: Germany, France",
        "languages": "The first is the original one. Without dialogue: zxx",
        "genres": "Such as: comedy, drama",
        "teaser": f"A sentence or two without marks, {LONGEST['teaser']} characters at most.",
    },
    in_language={"de": "In German", "en": "In English"},
    names_hint="One name a line.",
    marks="How to mark words",
    marks_how="*italic* · **bold** · [word](https://…) · > quotation · - list · # heading. "
    "An empty line parts paragraphs. Pictures and HTML stay outside.",
    look="Preview",
    save="Save",
    preview="Preview",
    preview_hint="Nothing is saved yet.",
    is_wrong="This is not saved yet: something cannot be read. It says so beside its field.",
    wrong={
        "original_title": "Every film needs a title.",
        "title": "In its original language a film is called as in the original. Leave this empty.",
        "titles_other": "Write a language, a colon and the title in each line.",
        "year": "A year between 1880 and 2100.",
        "minutes": "A number between 1 and 2000.",
        "countries": "We do not know one of these countries. Write its name, or two letters such as DE.",
        "languages": "We do not know one of these languages. Write its name, or its tag such as fr.",
        "genres": "Write short words between commas.",
        "age_rating": "Choose a rating.",
        "released_on": "A day such as 2026-11-26.",
        "names": "One name a line, not too long.",
        "teaser": f"{LONGEST['teaser']} characters at most.",
        "review": f"{LONGEST['review']} characters at most.",
    },
    meanwhile="Somebody else has saved meanwhile. Your text is still here, theirs below it. What you save now counts.",
    theirs="Saved meanwhile:",
    theirs_empty="(empty)",
    picture="Picture",
    picture_hint="JPEG, PNG or WebP, 10 MB at most. Where and with what it was taken is removed.",
    no_picture="None yet.",
    file="Choose a picture",
    another_file="Put another in its place",
    credit="Who made it?",
    credit_hint="Such as: Photo: Drew Daniels",
    licence="Under which licence?",
    licence_hint="Such as: CC BY-SA 4.0, or: press still, © distributor",
    described="What is seen on it?",
    described_hint="A sentence for those who do not see the picture.",
    send_picture="Show the picture",
    change_picture="Change",
    remove_picture="Remove the picture",
    refused={
        "heavy": "The picture is larger than 10 MB. Make it smaller and send it again.",
        "huge": "The picture has more than 40 million pixels. Make it smaller and send it again.",
        "small": "The picture is too small. It needs 320 pixels in width at least.",
        "strip": "The picture is a long strip. Cut it to the shape of a still.",
        "unreadable": "This is no picture that we can read. Send it as JPEG, PNG or WebP.",
        "no-file": "No picture came. Choose one.",
    },
    picture_wrong={
        "credit": "We show no picture without its maker. Write who made it (300 characters at most).",
        "licence": "We show no picture without its licence. Write under which we show it (300 characters at most).",
        "described": "Write in a sentence what is seen (300 characters at most).",
    },
    no_such_film="We know no such film. Search for it under Films, and take its short name.",
    cinemas_twice="Cinemas twice",
    cinemas_twice_hint="These houses may be the same. Nothing happens before you have looked at both.",
    none_twice="No cinema seems to be there twice.",
    more_twice="{} more come once these are decided.",
    sure="{} % sure",
    look_at_both="Look at both",
    joined_so_far="Made one",
    two_cinemas="Are they one?",
    two_cinemas_hint="Programme, team and addresses of the one go over to the other. You can take it back.",
    stays="stays",
    goes="becomes part of it",
    coming="{} coming screenings",
    join_cinemas="Make them one",
    other_way="Rather the other way round",
    back="Back",
    done={
        "saved": "Saved. In a second it stands on the film’s page.",
        "saved-beside": "Saved. What somebody else has changed meanwhile is kept too.",
        "joined": "The two are one film now.",
        "parted": "They are two films again.",
        "picture": "The picture is saved.",
        "picture-removed": "The picture is removed.",
        "joined-cinemas": "The two are one cinema now.",
        "parted-cinemas": "They are two cinemas again.",
    },
)
EDITING_PHRASES = {"de": GERMAN, "en": ENGLISH}
