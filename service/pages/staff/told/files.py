"""What is said of a file that cannot be read as a whole, in German, by what is said in English."""

from collections.abc import Mapping

FILES: Mapping[str, str] = {
    "The file has more than {most:,} rows. Split it.": "Die Datei hat mehr als {most} Zeilen. Teile sie auf.",
    "A quotation mark in row {row} is never closed: the rows behind it would be lost. Take it out.": (
        "Ein Anführungszeichen in Zeile {row} schließt nie: Die Zeilen dahinter gingen verloren. Nimm es heraus."
    ),
    "The file holds nothing but separators. Export it once more.": (
        "In der Datei stehen nur Trennzeichen. Exportiere sie noch einmal."
    ),
    "The file cannot be read as CSV near line {line}: {why}.": (
        "Die Datei ist um Zeile {line} nicht als CSV zu lesen ({why}). Exportiere sie noch einmal."
    ),
    "The file is larger than {most} MB. Split it.": "Die Datei ist größer als {most} MB. Teile sie auf.",
    "The file is larger than {most} MB. Split it, a week each.": (
        "Die Datei ist größer als {most} MB. Teile sie auf, je eine Woche."
    ),
    "The file is empty. Export it once more.": "Die Datei ist leer. Exportiere sie noch einmal.",
    "The file is no text. Export it as CSV.": "Die Datei ist kein Text. Exportiere sie als CSV.",
    "This is a picture. Export the table as CSV or Excel; a picture of a table cannot be read.": (
        "Das ist ein Bild. Exportiere die Tabelle als CSV oder Excel; das Bild einer Tabelle können wir nicht lesen."
    ),
    "This is a PDF. Export its table as CSV or Excel instead.": (
        "Das ist ein PDF. Exportiere seine Tabelle stattdessen als CSV oder Excel."
    ),
    "This is an old Office file (.xls, .doc), or has a password. Save it as .xlsx or as CSV.": (
        "Das ist eine alte Office-Datei (.xls, .doc), oder sie hat ein Passwort. Speichere sie als .xlsx oder als CSV."
    ),
    "This is a text document. Put the table into a spreadsheet, or save it as CSV.": (
        "Das ist ein Textdokument. Setze die Tabelle in eine Tabellenkalkulation, oder speichere sie als CSV."
    ),
    "No cinema of this file is known: {cinemas}. Add them first: kinonah cinemas import.": (
        "Keines der Kinos dieser Datei kennen wir: {cinemas}. Nimm sie zuerst auf: kinonah cinemas import."
    ),
    "The file does not say whose its rows are. Add a column that names the cinema, or say --cinema SLUG.": (
        "Die Datei sagt nicht, wem ihre Zeilen gehören. Füg eine Spalte mit dem Kino hinzu, oder sag --cinema SLUG."
    ),
    (
        "This is a schedule for another cinema: its ids are of {others}. If it is of {name} all the same, leave the "
        "column of ids out."
    ): (
        "Das ist das Programm eines anderen Kinos: Seine Kennungen gehören {others}. Ist es trotzdem das von "
        "{name}, lass die Spalte der Kennungen weg."
    ),
    "{names} and {more} more": "{names} und {more} weiteren",
    (
        "This is a schedule for another cinema: it is of {others}, and has no row of {name}. If it is of {name} all "
        "the same, leave the column of cinemas out, or write {name} there."
    ): (
        "Das ist das Programm eines anderen Kinos: Es nennt {others}, und keine Zeile nennt {name}. Ist es "
        "trotzdem das von {name}, lass die Spalte der Kinos weg, oder schreib {name} hinein."
    ),
    "The file has no shows. Export it once more, for a period in which some are planned.": (
        "In der Datei steht keine Vorstellung. Exportiere sie noch einmal, für eine Zeit, in der welche geplant sind."
    ),
    "The file has more than {most:,} shows. Export a shorter period.": (
        "In der Datei stehen mehr als {most} Vorstellungen. Exportiere eine kürzere Zeit."
    ),
    "The columns are days of a week, but no row above says which. Write it there: 26.11. – 02.12.2026.": (
        "Die Spalten sind Tage einer Woche, aber keine Zeile darüber sagt, welcher. Schreib sie dorthin: 26.11. "
        "– 02.12.2026."
    ),
    (
        "There is a column {column}, but the week named above it, {first} to {last}, has no such day. Correct the "
        "week, or the column."
    ): (
        "Es gibt eine Spalte {column}, aber die Woche darüber, {first:%d.%m.} bis {last:%d.%m.%Y}, hat keinen "
        "solchen Tag. Berichtige die Woche oder die Spalte."
    ),
    "No column of this grid names the films. Head it with Film or Title.": (
        "Keine Spalte dieser Wochenübersicht nennt die Filme. Überschreib sie mit Film oder Titel."
    ),
    "Two columns are headed as {field}. Leave one of them out.": (
        "Zwei Spalten sind {field} überschrieben. Lass eine davon weg."
    ),
    "The calendar has no events. Export it once more, for a period with a programme.": (
        "Im Kalender steht kein Termin. Exportiere ihn noch einmal, für eine Zeit mit Programm."
    ),
    "The calendar has more than {most:,} starts. Export a shorter period.": (
        "Im Kalender stehen mehr als {most} Anfangszeiten. Exportiere eine kürzere Zeit."
    ),
    "The calendar repeats too much for a programme. Export single events.": (
        "Der Kalender wiederholt zu viel für ein Programm. Exportiere einzelne Termine."
    ),
    "This JavaScript is longer than {most:,} characters. Export it as JSON.": (
        "Dieses JavaScript ist länger als {most} Zeichen. Exportiere es als JSON."
    ),
    (
        "This is JSON, but of no kind that we know{names}. Known are schema.org's events, cinetixx, "
        "kinotickets.express, Vista, Veezi, CinemaShowtimes and what Kinonah itself gives out. Else export it as CSV."
    ): (
        "Das ist JSON, aber von keiner Art, die wir kennen{names}. Bekannt sind Events nach schema.org, "
        "cinetixx, kinotickets.express, Vista, Veezi, CinemaShowtimes und was Kinonah selbst herausgibt. Sonst "
        "exportiere es als CSV."
    ),
    " (it begins with {names})": " (es beginnt mit {names})",
    "The JSON holds {constant}, which is no number in JSON. Write null where there is none.": (
        "Im JSON steht {constant}; das ist in JSON keine Zahl. Schreib null, wo es keine gibt."
    ),
    "The JSON has more than {most:,} values. Export less at a time.": (
        "Das JSON hat mehr als {most} Werte. Exportiere weniger auf einmal."
    ),
    "The JSON says {name!r} twice in one object; nobody knows which counts. Leave one of them out.": (
        "Das JSON sagt „{name}“ zweimal in einem Objekt; niemand weiß, was gilt. Lass eines davon weg."
    ),
    "The JSON breaks off in line {line}, at character {character}: {why}. Export it once more.": (
        "Das JSON bricht in Zeile {line} ab, bei Zeichen {character} ({why}). Exportiere es noch einmal."
    ),
    "The JSON is nested too deeply. Export it once more.": (
        "Das JSON ist zu tief verschachtelt. Exportiere es noch einmal."
    ),
    "The web page is larger than {most} MB. Save the programme alone.": (
        "Die Webseite ist größer als {most} MB. Speichere nur das Programm."
    ),
    "This web page says nothing about screenings that programs can read (schema.org as JSON-LD).": (
        "Diese Webseite sagt nichts über Vorstellungen, was Programme lesen können (schema.org als JSON-LD)."
    ),
    "Save the programme as CSV, or ask whoever makes the page.": (
        "Speichere das Programm als CSV, oder frag, wer die Seite macht."
    ),
    "This is a folder packed as zip. Take the schedule out of it and send that file alone.": (
        "Das ist ein Ordner, als Zip gepackt. Nimm das Programm heraus, und lade nur diese Datei hoch."
    ),
    "The file holds no cell that says anything. Export it once more.": (
        "In keiner Zelle der Datei steht etwas. Exportiere sie noch einmal."
    ),
    "The file is damaged. Save it once more, or export it as CSV.": (
        "Die Datei ist beschädigt. Speichere sie noch einmal, oder exportiere sie als CSV."
    ),
    (
        "The first row must name the columns; there is none for {columns}. It reads: {words}. Known words are, for "
        "example: Date, Time, Title, Version."
    ): (
        "Die erste Zeile muss die Spalten nennen; es fehlt eine für {columns}. Dort steht: {words}. Bekannt sind "
        "zum Beispiel: Datum, Uhrzeit, Titel, Fassung."
    ),
    "There is a header, and no row below it. Export the schedule once more.": (
        "Da ist eine Kopfzeile und keine Zeile darunter. Exportiere das Programm noch einmal."
    ),
    "The grid names films and days, but no times. Write them where film and day meet.": (
        "Die Übersicht nennt Filme und Tage, aber keine Uhrzeiten. Schreib sie dorthin, wo Film und Tag sich treffen."
    ),
    (
        "The column {column} has times, and we do not know of which days. Give each day a column of its own, or head "
        "it like Do–So."
    ): (
        "In der Spalte {column} stehen Uhrzeiten, und wir wissen nicht, welcher Tage. Gib jedem Tag eine eigene "
        "Spalte, oder überschreib sie wie Do–So."
    ),
    (
        "This is XML, but of no kind that we know (its root is {root}). Known are cinetixx and TaPoS. Else export it "
        "as CSV."
    ): (
        "Das ist XML, aber von keiner Art, die wir kennen (die Wurzel ist {root}). Bekannt sind cinetixx und "
        "TaPoS. Sonst exportiere es als CSV."
    ),
    "The XML has more than {most:,} tags. Export a shorter period.": (
        "Das XML hat mehr als {most} Marken. Exportiere eine kürzere Zeit."
    ),
    "The XML nests more than {most} levels deep: this is no schedule.": (
        "Das XML ist mehr als {most} Ebenen tief verschachtelt: Das ist kein Programm."
    ),
    "The XML declares entities or asks for other files, which may do harm and is not read. Export it without.": (
        "Das XML vereinbart Entitäten oder verlangt andere Dateien; das kann schaden, und wir lesen es nicht. "
        "Exportiere es ohne."
    ),
    "The XML breaks off in line {line}, at character {character}. Export it once more.": (
        "Das XML bricht in Zeile {line} ab, bei Zeichen {character}. Exportiere es noch einmal."
    ),
    "The XML cannot be read. Export it once more, as UTF-8.": (
        "Das XML ist nicht lesbar. Exportiere es noch einmal, als UTF-8."
    ),
    "The file is protected by a password. Save it without one.": (
        "Die Datei ist mit einem Passwort geschützt. Speichere sie ohne."
    ),
    (
        "The file unpacks to {size:,} MB in {parts:,} parts: that is no table. Save only the worksheet that matters, "
        "or export it as CSV."
    ): (
        "Ausgepackt hat die Datei {size} MB in {parts} Teilen: Das ist keine Tabelle. Speichere nur das "
        "Tabellenblatt, um das es geht, oder exportiere es als CSV."
    ),
    "With curl: -F file=@programme.csv, or --data-binary @programme.csv.": (
        "Auf der Seite deines Kinos geht es über „Ansehen“."
    ),
    "This is how text fields are sent: the file's lines have become one.": (
        "So werden Textfelder gesendet: Aus den Zeilen der Datei ist eine geworden."
    ),
    "This is no form with a file.": "Das ist kein Formular mit einer Datei.",
    "The form holds {field} and nothing else. Say all besides in the address: ?mode=replace.": (
        "Das Formular enthält {field} und sonst nichts. Alles andere gehört in die Adresse: ?mode=replace."
    ),
    "Send one file, in the form's field {field}; there are {number}.": (
        "Schick eine einzelne Datei, im Feld {field} des Formulars; es waren {number}."
    ),
    "The form in the body breaks off. Send it once more.": "Das Formular bricht ab. Schick es noch einmal.",
    "There are more than {most} fields.": "Das sind mehr als {most} Felder.",
    "There is more than one file.": "Das ist mehr als eine Datei.",
    "Send one file, in the form's field {field}; there are more than {most} parts.": (
        "Schick eine einzelne Datei, im Feld {field} des Formulars; es waren mehr als {most} Teile."
    ),
    "The form in the body cannot be read. Send it as multipart/form-data.": (
        "Das Formular ist nicht lesbar. Es gehört als multipart/form-data gesendet."
    ),
    "There is no picture in the form.": "Im Formular ist kein Bild.",
}
