"""Every sentence of a cinema's desk, in German and English: one record, so that neither language can lack one."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPhrases:
    """What the pages of a cinema's desk say."""

    public_page: str
    known_until: str
    nothing_known: str
    drop: str
    drop_hint: str
    look: str
    paste: str
    paste_hint: str
    paste_look: str
    templates: str
    history: str
    no_history: str
    by_whom: str
    undo: str
    undo_hint: str
    open_preview: str
    file: str
    states: Mapping[str, str]
    preview: str
    nothing_yet: str
    counted: str
    kinds: Mapping[str, str]
    legend: str
    errors: str
    errors_hint: str
    doubts: str
    also: str
    row: str
    column: str
    means: str
    means_hint: str
    film: str
    film_hint: str
    no_film: str
    teach: str
    publish: str
    publish_nothing: str
    agree_errors: str
    agree_removals: str
    correct: str
    scope: str
    scope_of: str
    scope_rooms: str
    modes: Mapping[str, str]
    change_scope: str
    first_day: str
    last_day: str
    rooms: str
    look_again: str
    nights: str
    sold_out: str
    cancelled: str
    programme: str
    programme_hint: str
    no_programme: str
    set_status: Mapping[str, str]
    add_one: str
    date: str
    time: str
    title: str
    version: str
    auditorium: str
    add: str
    feeds: str
    feeds_hint: str
    feed_url: str
    add_feed: str
    remove_feed: str
    read_at: str
    never_read: str
    feed_states: Mapping[str, str]
    house: str
    house_hint: str
    facts: Mapping[str, str]
    ways_in: Mapping[str, str]
    yes_or_no: Mapping[str, str]
    save: str
    closed_days: str
    closed_hint: str
    no_closed_days: str
    closed_note: str
    close: str
    open_again: str
    done: Mapping[str, str]


GERMAN = DeskPhrases(
    public_page="Seite des Kinos",
    known_until="Programm bekannt bis {}.",
    nothing_known="Noch ist kein Programm bekannt.",
    drop="Programm hochladen",
    drop_hint="Die Datei, die du schon hast: Excel, CSV, Kalender, Export der Kasse. Nichts wird "
    "veröffentlicht, bevor du es gesehen hast.",
    look="Ansehen",
    paste="Oder Zeilen einfügen",
    paste_hint="Aus einer Tabelle kopiert, mit der Kopfzeile.",
    paste_look="Eingefügtes ansehen",
    templates="Keine Datei zur Hand? Eine Vorlage für die nächste Kinowoche:",
    history="Bisher",
    no_history="Noch wurde nichts hochgeladen.",
    by_whom="{} von {}",
    undo="Zurücknehmen",
    undo_hint="Was kommt, ist dann wieder, wie es vorher war.",
    open_preview="Ansehen",
    file="Datei",
    states={
        "checked": "wartet auf dich",
        "published": "veröffentlicht",
        "undone": "zurückgenommen",
        "unchanged": "unverändert",
    },
    preview="So würde es aussehen",
    nothing_yet="Noch ist nichts veröffentlicht.",
    counted="{rows} Zeilen: {screenings} Vorstellungen, {errors} unlesbar, {past} vorbei, {duplicates} doppelt.",
    kinds={
        "added": "neu",
        "moved": "verschoben",
        "changed": "geändert",
        "removed": "entfällt",
        "kept": "bleibt vorerst",
        "unchanged": "wie bisher",
    },
    legend="Was sich ändert",
    errors="Nicht lesbar",
    errors_hint="Diese Zeilen kommen nicht mit. Berichtige sie in der Datei und lade sie noch einmal hoch, oder "
    "veröffentliche ohne sie.",
    doubts="Bitte ansehen",
    also="ebenso in {} weiteren Zeilen",
    row="Zeile {}",
    column="Spalte {}",
    means="„{}“ heißt bei euch",
    means_hint="wie OmU, OmeU, OV, DF, 3D OV",
    film="„{}“ ist der Film",
    film_hint="Titel oder Kurzname",
    no_film="ist kein Film",
    teach="Merken",
    publish="Veröffentlichen",
    publish_nothing="Das Programm ist schon so. Es gibt nichts zu veröffentlichen.",
    agree_errors="Ohne die {} unlesbaren Zeilen veröffentlichen",
    agree_removals="{} von {} Vorstellungen dürfen entfallen",
    correct="Berichtigte Datei hochladen",
    scope="Wofür die Datei gilt",
    scope_of="{} bis {}",
    scope_rooms="nur {}",
    modes={
        "replace": "Sie ist das ganze Programm dieser Tage: Was nicht darin steht, entfällt.",
        "add": "Sie kommt zum Programm hinzu: Nichts entfällt.",
    },
    change_scope="Ändern",
    first_day="Erster Tag",
    last_day="Letzter Tag",
    rooms="Nur diese Säle, durch Kommas getrennt",
    look_again="Damit ansehen",
    nights="nachts",
    sold_out="ausverkauft",
    cancelled="fällt aus",
    programme="Vorstellungen",
    programme_hint="Ausverkauft und abgesagt bleiben so, auch wenn eine spätere Datei davon nichts weiß.",
    no_programme="Es kommt keine Vorstellung.",
    set_status={"sold-out": "Ausverkauft", "cancelled": "Absagen", "scheduled": "Findet statt"},
    add_one="Eine Vorstellung hinzufügen",
    date="Tag",
    time="Uhrzeit",
    title="Film",
    version="Fassung",
    auditorium="Saal",
    add="Hinzufügen",
    feeds="Adressen, die wir lesen",
    feeds_hint="Steht euer Programm schon im Netz (Kalender, Webseite, Kasse), holen wir es dort ab.",
    feed_url="Adresse",
    add_feed="Regelmäßig lesen",
    remove_feed="Nicht mehr lesen",
    read_at="zuletzt gelesen {}",
    never_read="noch nicht gelesen",
    feed_states={
        "new": "wird gleich gelesen",
        "read": "in Ordnung",
        "waiting": "wartet auf dich",
        "failing": "klappt nicht",
        "paused": "angehalten",
    },
    house="Das Kino",
    house_hint="Was hier steht, sehen alle. Leer heißt: nicht bekannt. Name und Lage ändert die Verwaltung.",
    facts={
        "street": "Straße und Hausnummer",
        "postcode": "Postleitzahl",
        "city": "Ort",
        "website": "Webseite",
        "screens": "Säle",
        "time_zone": "Zeitzone",
        "wheelchair": "Mit dem Rollstuhl",
        "hearing_loop": "Induktionsschleife",
    },
    ways_in={"": "nicht bekannt", "yes": "ja", "limited": "teilweise", "no": "nein"},
    yes_or_no={"": "nicht bekannt", "yes": "ja", "no": "nein"},
    save="Speichern",
    closed_days="Geschlossen",
    closed_hint="Dann steht da „geschlossen“ statt „nicht bekannt“.",
    no_closed_days="Kein Tag ist eingetragen.",
    closed_note="Hinweis, wenn du magst",
    close="Als geschlossen eintragen",
    open_again="Doch offen",
    done={
        "published": "Veröffentlicht. Es ist in einer Sekunde überall zu sehen.",
        "unchanged": "Das Programm war schon so. Nichts hat sich geändert.",
        "undone": "Zurückgenommen. Das Programm ist wieder, wie es vorher war.",
        "taught": "Gemerkt. So wird es ab jetzt gelesen.",
        "status": "Gespeichert.",
        "saved": "Gespeichert.",
        "closed": "Eingetragen. Vorstellungen dieser Tage bleiben, bis du sie absagst.",
        "opened": "Der Tag ist nicht mehr als geschlossen eingetragen.",
        "added": "Hinzugefügt.",
        "feed": "Die Adresse wird ab jetzt gelesen.",
        "feed-removed": "Die Adresse wird nicht mehr gelesen. Was sie brachte, bleibt.",
    },
)
ENGLISH = DeskPhrases(
    public_page="The cinema’s page",
    known_until="Programme known until {}.",
    nothing_known="No programme is known yet.",
    drop="Upload a programme",
    drop_hint="The file that you have anyway: Excel, CSV, a calendar, your ticketing’s export. Nothing is "
    "published before you have seen it.",
    look="Have a look",
    paste="Or paste rows",
    paste_hint="Copied from a table, with its header.",
    paste_look="Look at what is pasted",
    templates="No file at hand? A sheet to fill in for the coming film week:",
    history="So far",
    no_history="Nothing was uploaded yet.",
    by_whom="{} by {}",
    undo="Take back",
    undo_hint="What is to come is then again as it was before.",
    open_preview="Look",
    file="File",
    states={
        "checked": "waits for you",
        "published": "published",
        "undone": "taken back",
        "unchanged": "unchanged",
    },
    preview="What it would look like",
    nothing_yet="Nothing is published yet.",
    counted="{rows} rows: {screenings} screenings, {errors} unreadable, {past} past, {duplicates} twice.",
    kinds={
        "added": "new",
        "moved": "moved",
        "changed": "changed",
        "removed": "goes",
        "kept": "stays for now",
        "unchanged": "as before",
    },
    legend="What changes",
    errors="Not readable",
    errors_hint="These rows are left out. Correct them in the file and upload it again, or publish without them.",
    doubts="Please look at",
    also="likewise in {} other rows",
    row="row {}",
    column="column {}",
    means="At your house, “{}” means",
    means_hint="such as OmU, OmeU, OV, DF, 3D OV",
    film="“{}” is the film",
    film_hint="title or short name",
    no_film="is no film",
    teach="Remember",
    publish="Publish",
    publish_nothing="The programme is like this already. There is nothing to publish.",
    agree_errors="Publish without the {} unreadable rows",
    agree_removals="{} of {} screenings may go",
    correct="Upload the corrected file",
    scope="What the file is for",
    scope_of="{} to {}",
    scope_rooms="only {}",
    modes={
        "replace": "It is the whole programme of these days: what it does not have goes.",
        "add": "It comes on top of the programme: nothing goes.",
    },
    change_scope="Change",
    first_day="First day",
    last_day="Last day",
    rooms="Only these auditoriums, between commas",
    look_again="Look at it so",
    nights="after midnight",
    sold_out="sold out",
    cancelled="cancelled",
    programme="Screenings",
    programme_hint="Sold out and cancelled stay so, even if a later file knows nothing of it.",
    no_programme="No screening is coming.",
    set_status={"sold-out": "Sold out", "cancelled": "Cancel", "scheduled": "Takes place"},
    add_one="Add one screening",
    date="Day",
    time="Time",
    title="Film",
    version="Version",
    auditorium="Auditorium",
    add="Add",
    feeds="Addresses that we read",
    feeds_hint="If your programme stands on the web already (a calendar, a page, your ticketing), we fetch it there.",
    feed_url="Address",
    add_feed="Read it regularly",
    remove_feed="Read it no more",
    read_at="last read {}",
    never_read="not read yet",
    feed_states={
        "new": "is read in a moment",
        "read": "fine",
        "waiting": "waits for you",
        "failing": "does not work",
        "paused": "paused",
    },
    house="The cinema",
    house_hint="Everybody sees what stands here. Empty means: not known. Name and position are the administrators’.",
    facts={
        "street": "Street and number",
        "postcode": "Postcode",
        "city": "Town",
        "website": "Website",
        "screens": "Screens",
        "time_zone": "Time zone",
        "wheelchair": "By wheelchair",
        "hearing_loop": "Hearing loop",
    },
    ways_in={"": "not known", "yes": "yes", "limited": "partly", "no": "no"},
    yes_or_no={"": "not known", "yes": "yes", "no": "no"},
    save="Save",
    closed_days="Closed",
    closed_hint="Then it says “closed” instead of “not known”.",
    no_closed_days="No day is entered.",
    closed_note="A note, if you like",
    close="Enter as closed",
    open_again="Open after all",
    done={
        "published": "Published. It is visible everywhere within a second.",
        "unchanged": "The programme was like this already. Nothing has changed.",
        "undone": "Taken back. The programme is again as it was before.",
        "taught": "Remembered. From now on it is read like this.",
        "status": "Saved.",
        "saved": "Saved.",
        "closed": "Entered. Screenings on these days stay until you cancel them.",
        "opened": "The day is no longer entered as closed.",
        "added": "Added.",
        "feed": "From now on the address is read.",
        "feed-removed": "The address is read no more. What it brought stays.",
    },
)
DESK_PHRASES = {"de": GERMAN, "en": ENGLISH}
