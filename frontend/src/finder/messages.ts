/** Every sentence that the element says, in German and English: one table, so that neither language can lack a key. */

const german = {
  locate: "Mein Standort",
  locateAgain: "Standort erneuern",
  locating: "Standort wird gesucht …",
  locatingHint: "Wenn dein Browser fragt, erlaube ihm den Standort.",
  cancel: "Abbrechen",
  invitation: "Kinos in deiner Nähe, die nächsten zuerst.",
  privacy: "Deine genaue Position bleibt auf deinem Gerät.",
  sorted: "Nach Entfernung von deinem Standort sortiert (Luftlinie).",
  imprecise: (distance: string) => `Dein Gerät kennt deinen Standort nur auf ${distance} genau.`,
  forget: "Standort vergessen",
  asking: "Programm wird geladen …",
  cinemasShown: (count: number) => (count === 1 ? "1 Kino" : `${count} Kinos`),

  refused:
    "Dein Browser gibt den Standort nicht frei. Erlaube ihn in den Einstellungen dieser Seite und tippe noch einmal.",
  "timed-out":
    "Dein Gerät hat den Standort nicht rechtzeitig gefunden. Versuche es noch einmal, am besten unter freiem Himmel.",
  unavailable: "Dein Gerät kann den Standort gerade nicht bestimmen. Schalte die Ortung ein und tippe noch einmal.",
  insecure: "Browser geben den Standort nur auf gesicherten Seiten frei. Öffne diese Seite mit https://.",
  stillThere: "Das Programm der Stadt steht darunter.",
  offline: "Keine Verbindung zum Programm. Prüfe dein Netz und versuche es noch einmal.",
  server: "Das Programm antwortet gerade nicht. Versuche es gleich noch einmal.",
  question: "Diese Anfrage war so nicht zu beantworten.",
  tryAgain: "Noch einmal versuchen",

  today: "Heute",
  tomorrow: "Morgen",
  tonight: "Heute Nacht",
  afterMidnight: "nachts",
  startsNow: "jetzt",
  startsIn: (minutes: number) => `in ${minutes} min`,
  started: "läuft schon",
  soldOut: "ausverkauft",
  cancelled: "fällt aus",
  tickets: "Karten",
  ticketsHint: "Farbige Zeiten führen zu den Karten beim Kino.",
  untitled: "Überraschung",
  more: (count: number) => (count === 1 ? "1 weitere Vorstellung" : `${count} weitere Vorstellungen`),
  moreCinemas: "Weitere Kinos",
  moreDays: "Weitere Tage",
  knownUntil: (day: string) => `Programm bekannt bis ${day}`,
  truncated: "Es gibt mehr Vorstellungen, als hier Platz haben.",
  filter: "Fassung",
  farther: (label: string) => `Auch weiter weg nach ${label} suchen`,
  legend: "Was die Kürzel bedeuten",

  empty: (until: string) => `Bis einschließlich ${until} kennen wir keine passende Vorstellung.`,
  emptyHint: "Vielleicht steht das Programm dafür noch nicht fest.",
  alternative: "Die nächste Möglichkeit",
  relaxed: {
    within_km: "weiter weg",
    area: "in einem anderen Stadtteil",
    version: "in anderer Fassung",
    understands: "in anderer Sprache",
    format: "in anderem Format",
    access: "mit anderem Zugang",
    from: "zu anderer Zeit",
    until: "später",
    on: "an einem anderen Tag",
  } as Record<string, string>,
  credit: "Kinoprogramm von Kinonah",

  and: "und",
  unknownVersion: "Fassung nicht angegeben",
  original: "Originalfassung",
  dubbed: "Synchronfassung",
  version: "Fassung",
  withoutSubtitles: "ohne Untertitel",
  someSubtitles: "mit Untertiteln",
  unknownSubtitles: "Untertitel nicht angegeben",
  captions: "mit Untertiteln für gehörlose und schwerhörige Menschen",
  audioDescription: "mit Audiodeskription",
};

export type Messages = typeof german;

const english: Messages = {
  locate: "My location",
  locateAgain: "Update location",
  locating: "Finding your location …",
  locatingHint: "If your browser asks, allow it to use your location.",
  cancel: "Cancel",
  invitation: "Cinemas near you, the nearest first.",
  privacy: "Your exact position stays on your device.",
  sorted: "Sorted by distance from your location (as the crow flies).",
  imprecise: (distance) => `Your device knows your location only to within ${distance}.`,
  forget: "Forget location",
  asking: "Loading the programme …",
  cinemasShown: (count) => (count === 1 ? "1 cinema" : `${count} cinemas`),

  refused: "Your browser does not share your location. Allow it in this page’s settings and tap again.",
  "timed-out": "Your device did not find your location in time. Try again, best under an open sky.",
  unavailable: "Your device cannot tell its location right now. Switch location services on and tap again.",
  insecure: "Browsers share a location only with secure pages. Open this page with https://.",
  stillThere: "The city’s programme is below.",
  offline: "No connection to the programme. Check your network and try again.",
  server: "The programme is not answering at the moment. Try again shortly.",
  question: "This question could not be answered as it was asked.",
  tryAgain: "Try again",

  today: "Today",
  tomorrow: "Tomorrow",
  tonight: "Tonight",
  afterMidnight: "after midnight",
  startsNow: "now",
  startsIn: (minutes) => `in ${minutes} min`,
  started: "has started",
  soldOut: "sold out",
  cancelled: "cancelled",
  tickets: "Tickets",
  ticketsHint: "Coloured times lead to the cinema’s tickets.",
  untitled: "Surprise",
  more: (count) => (count === 1 ? "1 more screening" : `${count} more screenings`),
  moreCinemas: "More cinemas",
  moreDays: "More days",
  knownUntil: (day) => `Programme known until ${day}`,
  truncated: "There are more screenings than fit here.",
  filter: "Version",
  farther: (label) => `Look farther away for ${label}, too`,
  legend: "What the labels mean",

  empty: (until) => `We know of no matching screening up to and including ${until}.`,
  emptyHint: "The programme for it may not be settled yet.",
  alternative: "The nearest possibility",
  relaxed: {
    within_km: "farther away",
    area: "in another district",
    version: "in another version",
    understands: "in another language",
    format: "in another format",
    access: "with different access",
    from: "at another time",
    until: "later",
    on: "on another day",
  },
  credit: "Showtimes by Kinonah",

  and: "and",
  unknownVersion: "version not stated",
  original: "original version",
  dubbed: "dubbed",
  version: "version",
  withoutSubtitles: "without subtitles",
  someSubtitles: "with subtitles",
  unknownSubtitles: "subtitles not stated",
  captions: "with captions for deaf and hard-of-hearing people",
  audioDescription: "with audio description",
};

export type Language = "de" | "en";

/** How the element speaks: the language of its sentences, and the full locale for numbers and units. */
export interface Speech {
  language: Language;
  locale: string;
  say: Messages;
}

/** The speech of a BCP 47 tag; whatever is not German is answered in English. */
export function speechOf(tag: string): Speech {
  const language: Language = /^de\b/i.test(tag) ? "de" : "en";
  const matches = new RegExp(`^${language}(-[a-z0-9]+)*$`, "i").test(tag);
  return { language, locale: matches ? tag : language, say: language === "de" ? german : english };
}
