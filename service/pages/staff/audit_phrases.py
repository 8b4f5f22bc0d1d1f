"""What the page of the audit log says, in German and English."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.feeds.reading import BY
from service.pages.language import Language
from service.staff.audit import COMMAND_LINE, FORMER_MEMBER
from service.staff.deeds import Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPhrases:
    """What the page says; `standing_in` is what stands where no address does."""

    intro: str
    nothing: str
    only: str
    all: str
    older: str
    newest: str
    deeds: Mapping[str, str]
    standing_in: Mapping[str, str]


GERMAN = AuditPhrases(
    intro="Wer wann was getan hat, das Neueste zuerst. Die Zeiten sind UTC.",
    nothing="Hier steht noch nichts.",
    only="Nur: {}",
    all="Alles zeigen",
    older="Ältere",
    newest="Zum Neuesten",
    deeds={
        Deed.INVITED: "Eingeladen",
        Deed.TOOK_INVITATION_BACK: "Einladung zurückgenommen",
        Deed.ACCEPTED_INVITATION: "Einladung angenommen",
        Deed.OFFERED_PASSWORD: "Link für neues Passwort gemacht",
        Deed.SET_PASSWORD: "Neues Passwort festgelegt",
        Deed.CHANGED_PASSWORD: "Passwort geändert",
        Deed.CHANGED_ROLES: "Rollen geändert",
        Deed.TOOK_CINEMA: "Kino entzogen",
        Deed.ENDED_ACCESS: "Überall abgemeldet, Schlüssel widerrufen",
        Deed.DELETED_ACCOUNT: "Konto gelöscht",
        Deed.MADE_TOKEN: "Schlüssel gemacht",
        Deed.REVOKED_TOKEN: "Schlüssel widerrufen",
        Deed.PUBLISHED: "Programm veröffentlicht",
        Deed.UNDID: "Programm zurückgenommen",
        Deed.ADDED_SCREENING: "Vorstellung hinzugefügt",
        Deed.MOVED_SCREENING: "Vorstellung verschoben",
        Deed.SOLD_OUT: "Ausverkauft gemeldet",
        Deed.CANCELLED: "Vorstellung abgesagt",
        Deed.TAKES_PLACE: "Vorstellung findet statt",
        Deed.CLOSED_DAYS: "Als geschlossen eingetragen",
        Deed.OPENED_DAYS: "Doch offen",
        Deed.CHANGED_FACTS: "Angaben zum Kino geändert",
        Deed.ADDED_FEED: "Adresse zum Lesen eingetragen",
        Deed.REMOVED_FEED: "Adresse zum Lesen entfernt",
        Deed.EDITED_FILM: "Film bearbeitet",
        Deed.GAVE_PICTURE: "Bild zum Film gegeben",
        Deed.REMOVED_PICTURE: "Bild vom Film genommen",
        Deed.MERGED_FILMS: "Filme verbunden",
        Deed.PARTED_FILMS: "Filme getrennt",
        Deed.MERGED_CINEMAS: "Kinos verbunden",
        Deed.PARTED_CINEMAS: "Kinos getrennt",
    },
    standing_in={COMMAND_LINE: "Kommandozeile", FORMER_MEMBER: "ehemaliges Mitglied", BY: "gelesene Adresse"},
)
ENGLISH = AuditPhrases(
    intro="Who did what and when, the newest first. Times are UTC.",
    nothing="Nothing is here yet.",
    only="Only: {}",
    all="Show all",
    older="Older",
    newest="To the newest",
    deeds={
        Deed.INVITED: "Invited",
        Deed.TOOK_INVITATION_BACK: "Took an invitation back",
        Deed.ACCEPTED_INVITATION: "Accepted an invitation",
        Deed.OFFERED_PASSWORD: "Made a link for a new password",
        Deed.SET_PASSWORD: "Set a new password",
        Deed.CHANGED_PASSWORD: "Changed the password",
        Deed.CHANGED_ROLES: "Changed roles",
        Deed.TOOK_CINEMA: "Took a cinema away",
        Deed.ENDED_ACCESS: "Signed out everywhere, revoked keys",
        Deed.DELETED_ACCOUNT: "Deleted an account",
        Deed.MADE_TOKEN: "Made a key",
        Deed.REVOKED_TOKEN: "Revoked a key",
        Deed.PUBLISHED: "Published a schedule",
        Deed.UNDID: "Took a schedule back",
        Deed.ADDED_SCREENING: "Added a screening",
        Deed.MOVED_SCREENING: "Moved a screening",
        Deed.SOLD_OUT: "Said sold out",
        Deed.CANCELLED: "Cancelled a screening",
        Deed.TAKES_PLACE: "Said that it takes place",
        Deed.CLOSED_DAYS: "Declared closed",
        Deed.OPENED_DAYS: "Open after all",
        Deed.CHANGED_FACTS: "Changed the cinema’s facts",
        Deed.ADDED_FEED: "Added an address to read",
        Deed.REMOVED_FEED: "Removed an address to read",
        Deed.EDITED_FILM: "Edited a film",
        Deed.GAVE_PICTURE: "Gave a film a picture",
        Deed.REMOVED_PICTURE: "Removed a film’s picture",
        Deed.MERGED_FILMS: "Merged films",
        Deed.PARTED_FILMS: "Parted films",
        Deed.MERGED_CINEMAS: "Merged cinemas",
        Deed.PARTED_CINEMAS: "Parted cinemas",
    },
    standing_in={COMMAND_LINE: "command line", FORMER_MEMBER: "a former member", BY: "an address that is read"},
)
AUDIT_PHRASES: Mapping[Language, AuditPhrases] = {"de": GERMAN, "en": ENGLISH}


def known_as(name: str, language: Language) -> str:
    """Say who did something: an address stays, and what stands in for one is told in the language of the page."""
    return AUDIT_PHRASES[language].standing_in.get(name, name)
