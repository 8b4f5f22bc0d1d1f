"""What can go wrong at the doors themselves, each as a sentence that an operator or a caller can act on."""


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
