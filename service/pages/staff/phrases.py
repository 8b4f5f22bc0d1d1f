"""Every sentence of the staff pages, in German and English: one record, so that neither language can lack one."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.staff.passwords import LONGEST, SHORTEST


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPhrases:
    """What staff pages say."""

    title: str
    sign_in: str
    sign_out: str
    intro: str
    email: str
    password: str
    new_password: str
    present_password: str
    show: str
    shown_password: str
    password_hint: str
    forgotten: str
    forgotten_how: str
    navigation: str
    my_cinemas: str
    no_cinemas: str
    account: str
    people: str
    audit: str
    films: str
    cinemas_twice: str
    roles: str
    editor: str
    administrator: str
    cinemas: str
    invitation: str
    invited_you: str
    operator_invites_you: str
    invited_to: str
    with_account: str
    accept: str
    reset: str
    reset_intro: str
    set_password: str
    hours_left: str
    change_password: str
    change_hint: str
    sessions: str
    sessions_hint: str
    this_one: str
    last_used: str
    end_this: str
    end_others: str
    tokens: str
    tokens_hint: str
    no_tokens: str
    make_token: str
    token_once: str
    token_ends: str
    never_used: str
    revoke: str
    delete: str
    delete_hint: str
    delete_mine: str
    invite: str
    cinemas_hint: str
    link_once: str
    open_invitations: str
    take_back: str
    save: str
    new_link: str
    end_all: str
    own_role: str
    done: Mapping[str, str]
    problems: Mapping[str, str]
    weaknesses: Mapping[str, str]


GERMAN = StaffPhrases(
    title="Für Kinos",
    sign_in="Anmelden",
    sign_out="Abmelden",
    intro="Für alle, die in einem Kino das Programm machen. Zugang gibt es mit einer Einladung.",
    email="E-Mail-Adresse",
    password="Passwort",
    new_password="Neues Passwort",
    present_password="Jetziges Passwort",
    show="Beim Tippen anzeigen",
    shown_password="Passwort, lesbar",
    password_hint=f"Mindestens {SHORTEST} Zeichen. Vier Wörter sind ein gutes Passwort.",
    forgotten="Passwort vergessen?",
    forgotten_how="Bitte die Person, die dich eingeladen hat, oder den Betreiber um einen Link für ein neues.",
    navigation="Für Kinos",
    my_cinemas="Meine Kinos",
    no_cinemas="Du arbeitest für kein Kino. Wer verwaltet, kann dich einladen.",
    account="Konto",
    people="Leute",
    audit="Protokoll",
    films="Filme",
    cinemas_twice="Doppelte Kinos",
    roles="Rollen",
    editor="Redaktion",
    administrator="Verwaltung",
    cinemas="Kinos",
    invitation="Einladung",
    invited_you="{} lädt dich ein.",
    operator_invites_you="Der Betreiber lädt dich ein.",
    invited_to="Du kümmerst dich um",
    with_account="Du hast schon ein Konto. Gib dein Passwort ein, um anzunehmen.",
    accept="Annehmen und anmelden",
    reset="Neues Passwort",
    reset_intro="Leg ein neues Passwort fest. Alle Geräte werden damit abgemeldet.",
    set_password="Passwort festlegen",
    hours_left="Der Link gilt einmal, noch {} Stunden.",
    change_password="Passwort ändern",
    change_hint="Andere Geräte werden damit abgemeldet; Schlüssel bleiben.",
    sessions="Wo du angemeldet bist",
    sessions_hint="Kennst du eines nicht? Beende es und ändere dein Passwort.",
    this_one="dieses Gerät",
    last_used="zuletzt am {}",
    end_this="Beenden",
    end_others="Alle anderen beenden",
    tokens="Schlüssel für Programme",
    tokens_hint="Damit sendet eine Kassensoftware das Programm. Ein Schlüssel gilt ein Jahr.",
    no_tokens="Du hast keinen.",
    make_token="Schlüssel machen",
    token_once="Dein neuer Schlüssel. Kopiere ihn jetzt: Er wird nie wieder gezeigt.",
    token_ends="gilt bis {}",
    never_used="nie benutzt",
    revoke="Widerrufen",
    delete="Konto löschen",
    delete_hint="Adresse, Passwort, Geräte und Schlüssel verschwinden. Sonst steht dann „ehemaliges Mitglied“ da.",
    delete_mine="Mein Konto endgültig löschen",
    invite="Einladen",
    cinemas_hint="Kurznamen, durch Kommas getrennt, wie: moviemento, rollberg",
    link_once="Schick diesen Link nur an {}. Er gilt einmal, 48 Stunden lang, und wird nicht wieder gezeigt.",
    open_invitations="Offene Links",
    take_back="Zurücknehmen",
    save="Speichern",
    new_link="Link für neues Passwort",
    end_all="Überall abmelden, Schlüssel widerrufen",
    own_role="Deine eigene Verwaltung kann dir nur jemand anderes nehmen.",
    done={
        "signed-out": "Du bist abgemeldet.",
        "password": "Das Passwort ist geändert.",
        "session": "Die Anmeldung ist beendet.",
        "sessions": "Alle anderen Anmeldungen sind beendet.",
        "revoked": "Der Schlüssel gilt nicht mehr.",
        "deleted": "Das Konto ist gelöscht.",
        "saved": "Gespeichert.",
        "taken-back": "Der Link gilt nicht mehr.",
        "ended": "Alle Anmeldungen, Links und Schlüssel der Person sind beendet.",
    },
    problems={
        "wrong-password": "Adresse und Passwort gehören nicht zusammen.",
        "wrong-present": "Das ist nicht dein jetziges Passwort.",
        "too-many": "Zu viele Versuche. Warte {} Minuten, dann versuche es noch einmal.",
        "gone": "Dieser Link wurde benutzt, zurückgenommen oder ist älter als 48 Stunden. Bitte um einen neuen.",
        "address": "Das ist keine E-Mail-Adresse. Schreib sie wie ada@example.org.",
        "nothing": "Sag, wofür: mindestens ein Kino, die Redaktion oder die Verwaltung.",
        "cinema": "Eines dieser Kinos kennen wir nicht. Prüfe die Kurznamen.",
        "person": "Dieses Konto gibt es nicht mehr.",
    },
    weaknesses={
        "short": f"Nimm mindestens {SHORTEST} Zeichen, zum Beispiel vier Wörter.",
        "long": f"Nimm höchstens {LONGEST} Zeichen.",
        "common": "Dieses Passwort nehmen viele, oder man kann es erraten. Nimm ein anderes, zum Beispiel vier Wörter.",
    },
)
ENGLISH = StaffPhrases(
    title="For cinemas",
    sign_in="Sign in",
    sign_out="Sign out",
    intro="For those who make a cinema’s programme. You get in with an invitation.",
    email="E-mail address",
    password="Password",
    new_password="New password",
    present_password="Present password",
    show="Show what I type",
    shown_password="Password, readable",
    password_hint=f"At least {SHORTEST} characters. Four words make a good password.",
    forgotten="Forgotten your password?",
    forgotten_how="Ask whoever invited you, or the operator, for a link to a new one.",
    navigation="For cinemas",
    my_cinemas="My cinemas",
    no_cinemas="You work for no cinema. An administrator can invite you.",
    account="Account",
    people="People",
    audit="Log",
    films="Films",
    cinemas_twice="Cinemas twice",
    roles="Roles",
    editor="Editor",
    administrator="Administrator",
    cinemas="Cinemas",
    invitation="Invitation",
    invited_you="{} invites you.",
    operator_invites_you="The operator invites you.",
    invited_to="You look after",
    with_account="You have an account already. Enter your password to accept.",
    accept="Accept and sign in",
    reset="New password",
    reset_intro="Set a new password. It signs all devices out.",
    set_password="Set the password",
    hours_left="The link counts once, for {} more hours.",
    change_password="Change the password",
    change_hint="This signs other devices out; keys stay.",
    sessions="Where you are signed in",
    sessions_hint="One that you do not know? End it and change your password.",
    this_one="this device",
    last_used="last on {}",
    end_this="End",
    end_others="End all others",
    tokens="Keys for programs",
    tokens_hint="With one, ticketing software sends the programme. A key lasts a year.",
    no_tokens="You have none.",
    make_token="Make a key",
    token_once="Your new key. Copy it now: it is never shown again.",
    token_ends="until {}",
    never_used="never used",
    revoke="Revoke",
    delete="Delete the account",
    delete_hint="Address, password, devices and keys are gone. The history of programmes then says “a former member”.",
    delete_mine="Delete my account for good",
    invite="Invite",
    cinemas_hint="Short names between commas, such as: moviemento, rollberg",
    link_once="Send this link to {} alone. It counts once, for 48 hours, and is not shown again.",
    open_invitations="Open links",
    take_back="Take back",
    save="Save",
    new_link="Link for a new password",
    end_all="Sign out everywhere, revoke keys",
    own_role="Only somebody else can take the administrator’s role from you.",
    done={
        "signed-out": "You are signed out.",
        "password": "The password is changed.",
        "session": "That session is ended.",
        "sessions": "All other sessions are ended.",
        "revoked": "The key no longer counts.",
        "deleted": "The account is deleted.",
        "saved": "Saved.",
        "taken-back": "The link no longer counts.",
        "ended": "All sessions, links and keys of this person are ended.",
    },
    problems={
        "wrong-password": "Address and password do not belong together.",
        "wrong-present": "This is not your present password.",
        "too-many": "Too many attempts. Wait {} minutes, then try again.",
        "gone": "This link was used or taken back, or is older than 48 hours. Ask for a new one.",
        "address": "This is no e-mail address. Write it as ada@example.org.",
        "nothing": "Say what for: at least a cinema, the editors or the administrators.",
        "cinema": "We do not know one of these cinemas. Check the short names.",
        "person": "This account is no longer there.",
    },
    weaknesses={
        "short": f"Take at least {SHORTEST} characters, four words for example.",
        "long": f"Take at most {LONGEST} characters.",
        "common": "Many people take this password, or one can guess it. Take another, four words for example.",
    },
)
STAFF_PHRASES = {"de": GERMAN, "en": ENGLISH}
