"""What is said of something that cannot be done, in German, by what is said in English."""

from collections.abc import Mapping

REFUSALS: Mapping[str, str] = {
    "This account is no longer there.": "Dieses Konto gibt es nicht mehr.",
    "Write the day as 2026-11-26 and the time as 20:15.": "Schreib den Tag als 2026-11-26 und die Uhrzeit als 20:15.",
    "{start} is over. Choose a start that is to come.": "{start} ist vorbei. Wähle einen Beginn, der noch kommt.",
    "{start} is more than a year away. Is the year a slip?": (
        "{start} ist mehr als ein Jahr entfernt. Stimmt die Jahreszahl?"
    ),
    "The clocks are put forward that night: {start} does not exist. Write what the clock will show.": (
        "In dieser Nacht wird die Uhr vorgestellt: {start} gibt es nicht. Schreib, was die Uhr zeigen wird."
    ),
    "{auditorium} is taken then: {title}, {span}. Choose another time or auditorium, or move that one first.": (
        "{auditorium} ist dann belegt: {title}, {span}. Wähle eine andere Zeit oder einen anderen Saal, oder "
        "verschiebe zuerst jene Vorstellung."
    ),
    "It is cancelled. Say first that it takes place, then move it.": (
        "Sie ist abgesagt. Sag zuerst, dass sie stattfindet, dann verschiebe sie."
    ),
    (
        "The Idempotency-Key {key!r} was used for another upload within the last day. Send a new key with each new "
        "upload, and the same key only to repeat one."
    ): (
        "Der Idempotency-Key „{key}“ kam am letzten Tag schon mit etwas anderem. Schick mit jeder neuen Datei "
        "einen neuen, und denselben nur, um eine zu wiederholen."
    ),
    "What came holds no screening. Check the address in a browser; nothing was changed.": (
        "Was kam, enthält keine Vorstellung. Prüfe die Adresse im Browser; geändert hat sich nichts."
    ),
    "None of the {rows} screenings that came can be read.": "Keine der {rows} Vorstellungen, die kamen, ist lesbar.",
    "The address asks for a password. Ask for one that needs none.": (
        "Die Adresse verlangt ein Passwort. Bitte um eine, die keines braucht."
    ),
    "The address refuses us. Ask whoever runs it to let Kinonah read it.": (
        "Die Adresse weist uns ab. Bitte, wer sie betreibt, dass Kinonah sie lesen darf."
    ),
    "There is nothing at the address any more. Find the new one and register that.": (
        "Unter der Adresse gibt es nichts mehr. Such die neue und trag die ein."
    ),
    "The address says that we ask too often. It is asked later, and less often.": (
        "Die Adresse sagt, dass wir zu oft fragen. Wir fragen später, und seltener."
    ),
    "The address leads into a private network, which is not read. Give one that is public.": (
        "Die Adresse führt in ein privates Netz; das lesen wir nicht. Nimm eine öffentliche."
    ),
    "Nobody answers at the address. Check how its host is spelt.": (
        "Unter der Adresse antwortet niemand. Prüfe, wie ihr Rechner geschrieben ist."
    ),
    "The address leads to one that begins neither with https:// nor http://.": (
        "Die Adresse führt zu einer, die weder mit https:// noch mit http:// beginnt."
    ),
    "The connection broke off. It is tried again.": "Die Verbindung brach ab. Wir versuchen es wieder.",
    "The address leads on to another, again and again. Register the one it ends at.": (
        "Die Adresse führt immer wieder zu einer anderen. Trag die ein, bei der es endet."
    ),
    "The address did not give its document within {seconds:.0f} seconds. It is tried again.": (
        "Die Adresse gab ihr Dokument nicht innerhalb von {seconds:.0f} Sekunden her. Wir versuchen es wieder."
    ),
    "The address answers with an error ({status}).": "Die Adresse antwortet mit einem Fehler ({status}).",
    "The document comes compressed, though we asked for it as it is. Ask whoever runs the address.": (
        "Das Dokument kommt gepackt, obwohl wir es anders verlangt haben. Frag, wer die Adresse betreibt."
    ),
    "The document is larger than {most} MB. Register one that is not.": (
        "Das Dokument ist größer als {most} MB. Trag eines ein, das es nicht ist."
    ),
    "This was left out. Write the number of screens, from 1 to {most}.": (
        "Schreib die Zahl der Säle, von 1 bis {most}, oder lass das Feld leer."
    ),
    "This was left out. Write the minutes of advertising, from 0 to {most}.": (
        "Schreib die Minuten der Werbung, von 0 bis {most}, oder lass das Feld leer."
    ),
    "This was left out. Write yes, limited or no.": "Sag: ja, teilweise oder nein, oder lass es offen.",
    "This was left out. Write yes or no.": "Sag: ja oder nein, oder lass es offen.",
    "This is no web address and was left out. Write it whole, such as https://example.org/.": (
        "Das ist keine Webadresse. Schreib sie ganz, wie https://example.org/, oder lass das Feld leer."
    ),
    "There is no such time zone. Write it as Europe/Berlin, or leave it empty.": (
        "Diese Zeitzone gibt es nicht. Schreib sie wie Europe/Berlin, oder lass das Feld leer."
    ),
    "Write the days as 2026-12-24.": "Schreib die Tage wie 2026-12-24.",
    "The last day is before the first: until must not be before on.": (
        "Der letzte Tag liegt vor dem ersten. Tausche die beiden."
    ),
    "The note has more than {most} characters. Shorten it.": "Der Hinweis hat mehr als {most} Zeichen. Kürze ihn.",
    "That is more than {most} days. Close a cinema for a year at most.": (
        "Das sind mehr als {most} Tage. Trag höchstens ein Jahr am Stück ein."
    ),
    "No cinema plays in that year: write the day as 2026-12-24.": (
        "In diesem Jahr spielt kein Kino: Schreib den Tag wie 2026-12-24."
    ),
    "{first} is after {last}. Swap the first and the last day.": (
        "Der {first:%d.%m.%Y} liegt nach dem {last:%d.%m.%Y}. Tausche den ersten und den letzten Tag."
    ),
    "{slug} cannot be merged with itself. Name two.": (
        "{slug} lässt sich nicht mit sich selbst verbinden. Nenne zwei."
    ),
    (
        "{slug} was merged into {now} before. Name {now} instead, or part the two first: kinonah {kind}s unmerge {slug}"
    ): (
        "{slug} wurde schon mit {now} verbunden. Nenne stattdessen {now}, oder trenne die beiden zuerst: kinonah "
        "{kind}s unmerge {slug}"
    ),
    "No {kind} of the slug {slug} is merged into another. kinonah {kind}s unmerge takes the slug that went.": (
        "{slug} ist mit nichts verbunden ({kind}). Trennen lässt sich, was verschwunden ist: Nenne dessen Kurznamen."
    ),
    (
        "Since {slug} was merged, {later} was merged into {kept}, which stands on it. Undo that first: kinonah "
        "{kind}s unmerge {later}"
    ): (
        "Seit {slug} verbunden wurde, kam {later} zu {kept}, und das beruht darauf. Trenne das zuerst: kinonah "
        "{kind}s unmerge {later}"
    ),
    "The slug {slug} is another {kind}'s by now: give that one another first.": (
        "Den Kurznamen {slug} trägt inzwischen anderes ({kind}): Gib dem zuerst einen anderen."
    ),
    " Did you mean: {slugs}?": " Meinst du: {slugs}?",
    "Say which film it is, or that it is none.": "Sag, welcher Film es ist, oder dass es keiner ist.",
    "There is no film {film!r}.{hint}": "Den Film „{film}“ gibt es nicht.{hint}",
    "There is no film {film!r}.{hint} Search /api/v1/films for its slug.": (
        "Den Film „{film}“ gibt es nicht.{hint} Such ihn bei den Filmen und nimm seinen Titel oder Kurznamen."
    ),
    "There is no cinema {cinema!r}. /api/v1/cinemas lists the slugs.": (
        "Das Kino „{cinema}“ gibt es nicht. Prüfe seinen Kurznamen."
    ),
    "There is no screening {number} in the programme. It may have been cancelled.": (
        "Die Vorstellung {number} steht nicht im Programm. Vielleicht wurde sie abgesagt."
    ),
    "{cinema} has no feed {number}. kinonah feeds list says which there are.": (
        "{cinema} hat keine Adresse {number}. Lade die Seite neu: Sie zeigt, welche es gibt."
    ),
    "A feed is read every {shortest} to {longest} minutes.": (
        "Eine Adresse wird alle {shortest} bis {longest} Minuten gelesen."
    ),
    "A cinema has at most {most} feeds. Remove one first.": (
        "Ein Kino hat höchstens {most} Adressen. Entferne zuerst eine."
    ),
    "This is no address of a feed. Give one as a browser shows it, from https:// on.": (
        "Das ist keine Adresse, die sich lesen lässt. Nimm sie so, wie der Browser sie zeigt, von https:// an."
    ),
    "The address holds a name or a password before its @. Ask for one that needs none.": (
        "In der Adresse steht vor dem @ ein Name oder ein Passwort. Bitte um eine, die keines braucht."
    ),
    "status {status!r} is none. Write one of: {possible}.": "„{status}“ gibt es nicht. Möglich sind: {possible}.",
    "{cinema} has no schedule {number}. Its history lists those that it has.": (
        "{cinema} hat kein Programm mit der Nummer {number}. Unter „Bisher“ stehen die, die es hat."
    ),
    "{file} is no longer kept; its report and what it published are. Upload it again if need be.": (
        "{file} wird nicht mehr aufbewahrt; der Bericht und was sie veröffentlicht hat, bleiben. Lade sie noch "
        "einmal hoch, wenn es nötig ist."
    ),
    "{cinema} has no screening {number}. Its programme lists those that it has.": (
        "{cinema} hat keine Vorstellung mit der Nummer {number}. Lade die Seite neu: Sie zeigt, welche es gibt."
    ),
    "Schedule {number} is undone already. Publish it again to bring it back.": (
        "Programm {number} ist schon zurückgenommen. Veröffentliche es noch einmal, wenn es wieder gelten soll."
    ),
    "Schedule {number} was never published: there is nothing to undo.": (
        "Programm {number} wurde nie veröffentlicht: Es gibt nichts zurückzunehmen."
    ),
    "Schedule {number} is not the latest one: schedule {latest} was published after it. Undo {latest} first.": (
        "Programm {number} ist nicht das neueste: Nach ihm wurde Programm {latest} veröffentlicht. Nimm zuerst "
        "{latest} zurück."
    ),
    "{cinema} has no published schedule that could be undone.": (
        "{cinema} hat nichts veröffentlicht, was sich zurücknehmen ließe."
    ),
    (
        "Schedule {number} was published by a Kinonah that did not keep what it changed. Publish the file of the "
        "programme that you want instead."
    ): (
        "Als Programm {number} veröffentlicht wurde, hat Kinonah noch nicht behalten, was sich dabei änderte. "
        "Veröffentliche stattdessen die Datei mit dem Programm, das du willst."
    ),
    (
        "Screenings of schedule {number} have become one with others' since it was published, by a merge. Publish "
        "the file of the programme that you want instead, or part them first: {merges}"
    ): (
        "Vorstellungen von Programm {number} sind seitdem mit anderen eins geworden. Veröffentliche stattdessen "
        "die Datei mit dem Programm, das du willst, oder lass sie zuerst trennen: {merges}"
    ),
    "Screening {number} has begun: it stays as it is.": (
        "Diese Vorstellung hat begonnen ({number}): Sie bleibt, wie sie ist."
    ),
    "{means!r} is no notation that we know. Write one such as OmU, OmeU or DF.": (
        "„{means}“ kennen wir nicht als Fassung. Schreib eine wie OmU, OmeU oder DF."
    ),
    "{cinema} has taught nothing about {words!r}.": "{cinema} hat über „{words}“ nichts gelernt.",
    "Say which words of the sheet are meant.": "Sag, welche Worte der Datei gemeint sind.",
}
