"""What is said of the rows of a file, in German, by what is said in English."""

from collections.abc import Mapping

ROWS: Mapping[str, str] = {
    (
        "This says that the house is closed on {day}, but something is shown then: that counts, and no closed day is "
        "entered. Take out the one that is wrong."
    ): (
        "Hier steht, dass das Haus am {day} geschlossen ist, aber dann läuft etwas: Das gilt, und ein Schließtag wird "
        "nicht eingetragen. Nimm heraus, was falsch ist."
    ),
    (
        "Of {auditorium} alone it is said that it is closed on {day}: no closed day is entered. If the house is "
        "closed, enter the day at its page, or with kinonah cinemas close."
    ): (
        "Nur von {auditorium} heißt es, dass am {day} geschlossen ist: Ein Schließtag wird nicht eingetragen. Ist das "
        "ganze Haus zu, trag den Tag auf seiner Seite ein."
    ),
    (
        "{day} is entered as closed, and the file shows something then: that counts. If it is right, take the closed "
        "day back at the house's page, or with kinonah cinemas open."
    ): (
        "{day} ist als Schließtag eingetragen, und in der Datei läuft dann etwas: Das gilt. Stimmt es, nimm den "
        "Schließtag auf der Seite des Hauses zurück."
    ),
    (
        "Screenings that were moved by hand ({count}) are in this file where they were before. They stay where they "
        "are now; if the file is right, move them back by hand."
    ): (
        "Von Hand verschobene Vorstellungen ({count}) stehen in dieser Datei noch am alten Platz. Sie bleiben, wo sie "
        "jetzt sind; hat die Datei recht, schieb sie von Hand zurück."
    ),
    (
        "Screenings that were moved by hand ({count}) are not in this file, neither there nor where they were before: "
        "they go. If they take place, write them into the file."
    ): (
        "Von Hand verschobene Vorstellungen ({count}) fehlen in dieser Datei, am neuen wie am alten Platz: Sie "
        "entfallen. Finden sie statt, schreib sie in die Datei."
    ),
    "{worksheet}!{column}": "{worksheet}!{column}",
    "No film of this title is known: it is added as a new one.": (
        "Diesen Titel kennen wir nicht: Er kommt als neuer Film hinzu."
    ),
    "Several films have this title: the newest, {films}, is taken.": (
        "Mehrere Filme heißen so: Der neueste, {films}, ist gemeint."
    ),
    "This title is cut off: it is taken for {films}.": "Dieser Titel ist abgeschnitten: Er gilt als {films}.",
    "This is taken for {films}, of which only a title that is cut off was known.": (
        "Das gilt als {films}; davon war bisher nur ein abgeschnittener Titel bekannt."
    ),
    "This is taken for {films}, which is spelled a little differently.": (
        "Das gilt als {films}, auch wenn der sich etwas anders schreibt."
    ),
    "This is read as a double feature of {films}.": "Das gilt als Doppelprogramm aus {films}.",
    "Did you mean {films}?": "Meintest du {films}?",
    "Also in row {row}.": "Ebenso in Zeile {row}.",
    "Also in rows {rows}.": "Ebenso in den Zeilen {rows}.",
    "Also in rows {rows} and {more} more.": "Ebenso in den Zeilen {rows} und {more} weiteren.",
    "This is no format that is known, and it is left out. Known are {formats}.": (
        "Dieses Format kennen wir nicht, es entfällt. Bekannt sind {formats}."
    ),
    "The version is shown as unknown.": "Die Fassung erscheint als unbekannt.",
    "This is longer than {most}, and no notation: your words are kept.": (
        "Das ist länger als {most} und keine Angabe zur Fassung: Eure Worte bleiben stehen."
    ),
    "{most} characters": "{most} Zeichen",
    "{most} words": "{most} Wörter",
    "{words} contradict each other: your words are kept. Write the one that holds.": (
        "{words} widersprechen einander: Eure Worte bleiben stehen. Schreib, was stimmt."
    ),
    "Nobody has told us what {words} means: your words are kept.": (
        "Was {words} heißt, hat uns noch niemand gesagt: Eure Worte bleiben stehen."
    ),
    (
        "Screenings of this file ({number}) were cancelled by hand, and stay so. If they take place, set them to "
        "scheduled by hand."
    ): (
        "Vorstellungen dieser Datei ({number}) wurden von Hand abgesagt und bleiben es. Finden sie doch statt, "
        "sag es bei den Vorstellungen."
    ),
    "{screenings}; and {more} more": "{screenings}; und {more} weitere",
    "It has begun, or had before it was moved: it stays as it is.": (
        "Sie hat begonnen, oder hatte es, bevor sie verschoben wurde: Sie bleibt, wie sie ist."
    ),
    "It has changed since: it stays as it is. Look whether it is right.": (
        "Sie wurde seitdem geändert: Sie bleibt, wie sie ist. Sieh nach, ob das stimmt."
    ),
    "Its status was set by hand: it stays {status}.": "Das wurde von Hand gesagt und bleibt so: {status}.",
    "It was set to {status} by hand, and is cancelled with what had added it.": (
        "Sie war von Hand so gesetzt: {status}. Nun fällt sie mit dem Programm aus, aus dem sie kam."
    ),
    "The day is missing. Write it in this row too, such as 2026-11-26: the one above need not be meant.": (
        "Der Tag fehlt. Schreib ihn auch in diese Zeile, wie 26.11.2026: Der darüber muss nicht gemeint sein."
    ),
    "This is no day of the calendar that we can read. Write it as 2026-11-26.": (
        "Diesen Tag können wir nicht lesen, oder es gibt ihn nicht. Schreib ihn wie 26.11.2026."
    ),
    "This day is more than a year away: is the year a slip? A day so far off cannot be published yet.": (
        "Dieser Tag ist mehr als ein Jahr entfernt: Stimmt das Jahr? So weit voraus lässt sich noch nichts "
        "veröffentlichen."
    ),
    (
        "This day lies half a year or more from all others in the file: is it a slip? The row counts as it is "
        "written, but the days between are left alone."
    ): (
        "Dieser Tag liegt ein halbes Jahr oder mehr von allen anderen der Datei entfernt: Ist er verschrieben? "
        "Die Zeile gilt, wie sie da steht; die Tage dazwischen bleiben unberührt."
    ),
    "Which number is the day and which the month? The first is taken for the day. Write it as 2026-11-26.": (
        "Welche Zahl ist der Tag, welche der Monat? Die erste gilt als Tag. Eindeutig ist 2026-11-26."
    ),
    "Weekday and date are not of the same day: the date counts. Correct the one that is wrong.": (
        "Wochentag und Datum passen nicht zusammen: Das Datum gilt. Berichtige, was falsch ist."
    ),
    "This is no time of day. Write it as 20:15, and after midnight as 00:30.": (
        "Das ist keine Uhrzeit. Schreib sie wie 20:15, nach Mitternacht wie 00:30."
    ),
    "There is no time of day, and what lasts all day cannot be shown. Write when it begins, such as 20:15.": (
        "Die Uhrzeit fehlt, und was den ganzen Tag dauert, lässt sich nicht zeigen. Schreib, wann es beginnt, "
        "wie 20:15."
    ),
    "The clocks are put forward that night: this time does not exist. Write what the clock will show.": (
        "In dieser Nacht werden die Uhren vorgestellt: Diese Uhrzeit gibt es nicht. Schreib, was die Uhr zeigen wird."
    ),
    "The clocks are put back that night: the first of two is meant.": (
        "In dieser Nacht werden die Uhren zurückgestellt: Gemeint ist das erste von zwei Malen."
    ),
    (
        "This row says day or time twice, and not the same: the day counts that stands in the column of days, the "
        "time that stands in the column of times. Correct the one that is wrong."
    ): (
        "Diese Zeile nennt Tag oder Uhrzeit zweimal, und verschieden: Es gilt der Tag aus der Spalte der Tage "
        "und die Uhrzeit aus der Spalte der Uhrzeiten. Berichtige, was falsch ist."
    ),
    (
        "Your clocks are not set like that on this day (Z and +00:00 are the time of Greenwich). The time counts as "
        "your clock shows it; if another is meant, write that, without Z or +01:00 behind it."
    ): (
        "So gehen eure Uhren an diesem Tag nicht (Z und +00:00 sind die Zeit von Greenwich). Die Uhrzeit gilt, "
        "wie eure Uhr sie zeigt; ist eine andere gemeint, schreib die, ohne Z oder +01:00 dahinter."
    ),
    "A film that begins in the middle of the night? If the afternoon is meant, write 16:00 for 4 PM.": (
        "Ein Film, der mitten in der Nacht beginnt? Ist der Nachmittag gemeint, schreib 16:00 statt 4 Uhr."
    ),
    "This evening cannot be the one of that start: the date and the time count. Correct the one that is wrong.": (
        "Zu diesem Abend kann der Beginn nicht gehören: Datum und Uhrzeit gelten. Berichtige, was falsch ist."
    ),
    "The film would begin before its programme does: are the columns swapped? The time counts.": (
        "Der Film finge vor seinem Vorprogramm an: Sind die Spalten vertauscht? Die Uhrzeit gilt."
    ),
    (
        "No cinema of this name is known, or several are: its rows ({rows}) are left aside. Write the name as it "
        "stands at the cinema's page."
    ): (
        "Ein Kino dieses Namens kennen wir nicht, oder mehrere: Seine Zeilen ({rows}) bleiben beiseite. Schreib "
        "den Namen, wie er auf der Seite des Kinos steht."
    ),
    "This is no web address: it is left out. Write the whole link, beginning with https://.": (
        "Das ist keine Webadresse: Sie entfällt. Schreib den ganzen Link, von https:// an."
    ),
    "{rows} rows lie outside of the days and auditoriums asked for: left aside.": (
        "Zeilen außerhalb der gewählten Tage und Säle: {rows}. Sie bleiben beiseite."
    ),
    "This {counted} says the same as {counted} {first}; it counts once.": (
        "Hier steht dasselbe wie in {counted} {first}; es zählt einmal."
    ),
    "This has more than {most} characters. Shorten it.": "Das sind mehr als {most} Zeichen. Kürze es.",
    "The film is missing. Write its title, or tba.": "Der Film fehlt. Schreib seinen Titel, oder tba.",
    "The file has other cinemas too: whose is this row? Write the cinema in every row.": (
        "In der Datei stehen noch andere Kinos: Wem gehört diese Zeile? Schreib das Kino in jede Zeile."
    ),
    "Write scheduled, sold out or cancelled.": "Schreib: findet statt, ausverkauft oder abgesagt.",
    "Invisible control characters were taken out of this cell.": (
        "Aus dieser Zelle haben wir unsichtbare Steuerzeichen entfernt."
    ),
    (
        "There, {film} (row {row}) runs until {until:%H:%M}. Both rows count; correct the time or the auditorium of "
        "one."
    ): (
        "Dort läuft bis {until:%H:%M} {film} (Zeile {row}). Beide Zeilen gelten; berichtige bei einer die "
        "Uhrzeit oder den Saal."
    ),
    "later": "später",
    "earlier": "früher",
    (
        "{number} screenings move, all of them exactly an hour {way}, and none stays: is this file in the time of "
        "another zone, or without daylight saving? If so, export it in the time of your clocks."
    ): (
        "{number} Vorstellungen verschieben sich, alle um genau eine Stunde: {way}. Keine bleibt, wo sie war. "
        "Ist die Datei in der Zeit einer anderen Zone geschrieben, oder ohne Sommerzeit? Dann exportiere sie in "
        "der Zeit eurer Uhren."
    ),
    "{removed} of {published} published screenings would be removed.": (
        "{removed} von {published} veröffentlichten Vorstellungen würden entfallen."
    ),
    "{share} Is the file all that is shown on these days? What only comes on top is published in the mode add.": (
        "{share} Ist die Datei alles, was an diesen Tagen läuft? Was nur hinzukommt, veröffentliche als Zugabe: "
        "Ändere dazu, wofür die Datei gilt."
    ),
    (
        "Screenings of these days ({number}) stay as they are: their auditoriums are none of this file's "
        "({auditoriums}). If auditoriums are called otherwise now, they stand twice: cancel the old ones, or send "
        "the file once without its column of auditoriums."
    ): (
        "Vorstellungen dieser Tage ({number}) bleiben, wie sie sind: Ihre Säle kommen in der Datei nicht vor "
        "({auditoriums}). Heißen die Säle jetzt anders, stehen sie doppelt da: Sag die alten ab, oder lade die "
        "Datei einmal ohne die Spalte der Säle hoch."
    ),
    "{errors} of {rows} rows cannot be read and would be left out.": (
        "{errors} von {rows} Zeilen sind nicht lesbar und kämen nicht mit."
    ),
    "No row names the columns: they are taken by their look, {taken}. If that is wrong, add such a row.": (
        "Keine Zeile nennt die Spalten: Sie gelten nach dem, wie sie aussehen, {taken}. Stimmt das nicht, setze "
        "eine solche Zeile darüber."
    ),
    "{column} as {field}": "{column} als {field}",
    "This is no moment of Greenwich. Write it as 2026-11-26T19:15:00Z, or give start_time_local.": (
        "Das ist kein Zeitpunkt in Greenwich. Schreib ihn wie 2026-11-26T19:15:00Z, oder gib start_time_local an."
    ),
    "The day's cell is empty ({rows}): the one above it is taken. If that is wrong, write the day.": (
        "Die Zelle des Tages ist leer ({rows}): Der Tag darüber gilt. Stimmt das nicht, schreib den Tag hinein."
    ),
    "Beside the day, nothing stands in {rows}: no screening. Delete it, or write time and title.": (
        "Außer dem Tag steht nichts in {rows}: keine Vorstellung. Lösch das, oder schreib Uhrzeit und Titel dazu."
    ),
    "{number} rows, the first here": "{number} Zeilen, die erste hier",
    "this row": "dieser Zeile",
    "these rows ({number}, the first here)": "diesen Zeilen ({number}, die erste hier)",
    "A show should stand here, a record with its fields. Correct it in the program that writes the file.": (
        "Hier sollte eine Vorstellung stehen, ein Datensatz mit seinen Feldern. Berichtige es in dem Programm, "
        "das die Datei schreibt."
    ),
    "The file has no film of this number. Export the films together with the shows.": (
        "Einen Film dieser Nummer hat die Datei nicht. Exportiere die Filme zusammen mit den Vorstellungen."
    ),
    "a list of {number}": "eine Liste ({number})",
    "a record": "ein Datensatz",
    "This should be a text. Correct it in the program that writes the file.": (
        "Das sollte ein Text sein. Berichtige es in dem Programm, das die Datei schreibt."
    ),
    "This should be a text, not a number; it is read as it stands.": (
        "Das sollte ein Text sein, keine Zahl; es gilt, wie es da steht."
    ),
    "This should be true or false; it is left out.": "Das sollte true oder false sein; es entfällt.",
    "This should be a record with fields of its own; it is left out.": (
        "Das sollte ein Datensatz mit eigenen Feldern sein; es entfällt."
    ),
    "This should be a text; it is left out.": "Das sollte ein Text sein; es entfällt.",
    "Nobody knows a time zone of this name: the time counts as your clock shows it.": (
        "Eine Zeitzone dieses Namens kennt niemand: Die Uhrzeit gilt, wie eure Uhr sie zeigt."
    ),
    "This way to repeat is not read: only the first start counts, and those that are named. Export single events.": (
        "Diese Art der Wiederholung lesen wir nicht: Nur der erste Beginn gilt, und die, die genannt sind. "
        "Exportiere einzelne Termine."
    ),
    "This repeats for a long time: it is read until {latest}. Upload the calendar again before then.": (
        "Das wiederholt sich lange: Wir lesen es bis {latest:%d.%m.%Y}. Lade den Kalender vorher noch einmal hoch."
    ),
    "The event has no such line, or a broken one. Export the calendar once more.": (
        "Diese Zeile fehlt dem Termin, oder sie ist beschädigt. Exportiere den Kalender noch einmal."
    ),
    "The file says nothing about this film. Take the whole answer, with its films.": (
        "Über diesen Film sagt die Datei nichts. Nimm die ganze Antwort, mit ihren Filmen."
    ),
    "Block {number} of JSON-LD in the page cannot be read, and what it says is missing here. {why}": (
        "Der {number}. Block JSON-LD der Seite ist nicht lesbar, und was darin steht, fehlt hier. {why}"
    ),
    (
        "This row is in another encoding than the rest (taken for Windows-1252). Do its letters look right? Else "
        "export the file as UTF-8."
    ): (
        "Diese Zeile hat eine andere Kodierung als der Rest (sie gilt als Windows-1252). Sehen ihre Buchstaben "
        "richtig aus? Sonst exportiere die Datei als UTF-8."
    ),
    (
        "The file does not say its encoding: it is taken for {encoding}. Do its letters look right? Else export the "
        "file as UTF-8."
    ): (
        "Die Datei sagt ihre Kodierung nicht: Sie gilt als {encoding}. Sehen die Buchstaben richtig aus? Sonst "
        "exportiere die Datei als UTF-8."
    ),
    "This row has more cells than the header. Put a cell that contains the separator in quotation marks.": (
        "Diese Zeile hat mehr Zellen als die Kopfzeile. Setze eine Zelle, in der das Trennzeichen vorkommt, in "
        "Anführungszeichen."
    ),
    "The film's cell is empty: it is taken for the one above, {film}.": (
        "Die Zelle des Films ist leer: Es gilt der darüber, {film}."
    ),
    "There are no times in this row: nothing of it is shown.": (
        "In dieser Zeile stehen keine Uhrzeiten: Nichts davon erscheint."
    ),
    "This line has no times and names no auditorium: it is left aside.": (
        "Diese Zeile hat keine Uhrzeiten und nennt keinen Saal: Sie bleibt beiseite."
    ),
    "This worksheet is left aside. {why}": "Dieses Tabellenblatt bleibt beiseite. {why}",
    (
        "The file does not hold the results of its formulas ({number} rows, the first here). Open it in a "
        "spreadsheet program and save it once more."
    ): (
        "Der Datei fehlen die Ergebnisse ihrer Formeln ({number} Zeilen, die erste hier). Öffne sie in einer "
        "Tabellenkalkulation und speichere sie noch einmal."
    ),
}
