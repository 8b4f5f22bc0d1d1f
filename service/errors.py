"""What can go wrong at the doors themselves, each as a sentence that an operator or a caller can act on."""

from collections.abc import Sequence

from data.errors import UnknownError


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
    """Something was asked for that needs a token, and none came."""

    def __init__(self) -> None:
        super().__init__("This needs a token. Send it in the header Authorization, as: Bearer kinonah_….")


class TokenRefusedError(ServiceError):
    """A token that does not count: unknown, wrong, expired or revoked; which of them, nobody is told."""

    def __init__(self) -> None:
        super().__init__("This token is not known, has expired or was revoked. Ask the operator for a new one.")


class NotYourCinemaError(ServiceError):
    """A token that counts, at a cinema that it is not for."""

    def __init__(self, cinemas: Sequence[str]) -> None:
        named = ", ".join(cinemas) or "no cinema any more"
        super().__init__(f"This token is for {named}. Ask the operator for one that is for this cinema.")


class TooManyAttemptsError(ServiceError):
    """Too many wrong tokens from one address."""

    def __init__(self) -> None:
        super().__init__("Too many wrong tokens came from your address. Wait a minute, then try the right one.")


class TooManyUploadsError(ServiceError):
    """Files of one cinema come faster than they are checked."""

    def __init__(self) -> None:
        super().__init__("Several files of this cinema are being checked. Wait for their answers, then send the next.")


class FileTooLargeError(ServiceError):
    """More was sent than is taken in."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(f"The file is larger than {most_bytes // 1_000_000} MB. Split it, a week each.")


class FormWrongError(ServiceError):
    """A body that does not hold one file as it should; the sentence says how to send it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(f"{sentence} With curl: -F file=@programme.csv, or --data-binary @programme.csv.")
