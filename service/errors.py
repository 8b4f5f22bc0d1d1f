"""What can go wrong at the doors themselves, each as a sentence that an operator or a caller can act on."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil

from data.errors import UnknownError
from data.sentence import Sentence, together


class ServiceError(Exception):
    """The base of this family."""


class WrongSettingsError(ServiceError):
    """Environment variables that do not say what they should; one sentence a line."""


class PortUnavailableError(ServiceError):
    """The address at which to serve cannot be opened."""


class NotReadyError(ServiceError):
    """The programme has not been loaded yet."""

    def __init__(self) -> None:
        super().__init__("The programme is not loaded yet. Try again in a few seconds.")


class PageUnknownError(UnknownError):
    """No page or file of ours has this address."""

    def __init__(self) -> None:
        super().__init__("Nothing is at this address. Check its spelling.")


class TokenMissingError(ServiceError):
    """Something was asked for that needs a token or a session, and none came."""

    def __init__(self) -> None:
        super().__init__(
            "This needs a token. Send it in the header Authorization, as: Bearer kinonah_…. "
            "In a browser, sign in at /staff."
        )


class TokenRefusedError(ServiceError):
    """A token that does not count: unknown, wrong, expired or revoked; which of them, nobody is told."""

    def __init__(self) -> None:
        super().__init__("This token is not known, has expired or was revoked. Ask the operator for a new one.")


class NotSignedInError(ServiceError):
    """A page for those who are signed in, and nobody is, or their session has ended."""

    def __init__(self) -> None:
        super().__init__("You are not signed in, or no longer. Sign in at /staff.")


class NotYourCinemaError(ServiceError):
    """Somebody who is known, at a cinema that is not theirs."""

    def __init__(self, cinemas: Sequence[str]) -> None:
        named = ", ".join(cinemas) or "no cinema any more"
        super().__init__(f"You work for {named}. Ask the operator for this cinema.")


class NotYourRoleError(ServiceError):
    """Somebody who is known, where others decide."""

    def __init__(self) -> None:
        super().__init__("Your account is not for this. Ask an administrator.")


class OtherOriginError(ServiceError):
    """A change that another site's page asked for, or a program with a cookie that does not say where it comes from."""

    def __init__(self) -> None:
        super().__init__("This did not come from a page of ours. Open the page here and send it again.")


class WrongPasswordError(ServiceError):
    """Address and password do not belong together; whether there is such an account, nobody is told."""

    def __init__(self) -> None:
        super().__init__("Address and password do not belong together. Try again, or ask an administrator for a link.")


class InvitationGoneError(ServiceError):
    """A link that does not count: unknown, used, taken back or too old."""

    def __init__(self) -> None:
        super().__init__("This link was used, was taken back, or is older than 48 hours. Ask for a new one.")


class SentFormWrongError(ServiceError):
    """A page's form that did not come as our pages send it."""

    def __init__(self) -> None:
        super().__init__("This form cannot be read: it is too long, or broke off. Open the page and fill it in again.")


class TooManyAttemptsError(ServiceError):
    """Too many wrong tokens or passwords."""

    def __init__(self, wait: timedelta) -> None:
        self.wait_seconds = max(1, ceil(wait.total_seconds()))
        super().__init__(f"Too many wrong attempts. Wait {self._wait()}, then try again.")

    def _wait(self) -> str:
        minutes = ceil(self.wait_seconds / 60)
        return "a minute" if minutes == 1 else f"{minutes} minutes"


class TooManyUploadsError(ServiceError):
    """Files of one cinema come faster than they are checked."""

    def __init__(self) -> None:
        super().__init__("Several files of this cinema are being checked. Wait for their answers, then send the next.")


class FileTooLargeError(ServiceError):
    """More was sent than is taken in."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(
            Sentence("The file is larger than {most} MB. Split it, a week each.", most=most_bytes // 1_000_000)
        )


class FormWrongError(ServiceError):
    """A body that does not hold one file as it should; the sentence says how to send it."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(
            together(sentence, Sentence("With curl: -F file=@programme.csv, or --data-binary @programme.csv."))
        )


class SiteNotAllowedError(ServiceError):
    """A page asks whose site is not in the operator's list."""

    def __init__(self) -> None:
        super().__init__("This site may not show the programme from here. Ask whoever runs this service to add it.")


class MovedError(ServiceError):
    """Something was asked for at an address that it had before it was merged with another."""

    def __init__(self, path: str, query: str) -> None:
        self.location = f"{path}?{query}" if query else path
        super().__init__(f"This is now at {self.location}.")
