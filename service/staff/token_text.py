"""How a token is written: a word that scanners for leaked secrets find, and more chance than anybody can guess."""

import re
from hashlib import sha256
from secrets import token_urlsafe

BEGINNING = "kinonah_"
# 320 bits of chance; the 48 of the part that is shown in lists leave more than 256.
_RANDOM_BYTES = 40
_SHOWN_CHARACTERS = 8
_PREFIX_LENGTH = len(BEGINNING) + _SHOWN_CHARACTERS
_TOKEN = re.compile(rf"{BEGINNING}[A-Za-z0-9_-]{{54}}")


def new_token() -> str:
    """Make a token."""
    return BEGINNING + token_urlsafe(_RANDOM_BYTES)


def is_token(text: str) -> bool:
    """Say whether a text has the form of a token."""
    return _TOKEN.fullmatch(text) is not None


def prefix_of(token: str) -> str:
    """Give the part of a token that may be shown: it names the token, and opens nothing."""
    return token[:_PREFIX_LENGTH]


def digest_of(token: str) -> str:
    """Give what is stored of a token. One round is enough: what is hashed is random, no word of a dictionary."""
    return sha256(token.encode()).hexdigest()
