"""The secrets in links and cookies: chance alone, of which only a digest is stored."""

import re
from hashlib import sha256
from secrets import token_urlsafe

# 256 bits: nobody guesses it, and so one round of a hash keeps it.
_RANDOM_BYTES = 32
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def new_secret() -> str:
    """Make a secret."""
    return token_urlsafe(_RANDOM_BYTES)


def secret_digest(secret: str) -> str:
    """Give what is stored of a secret, by which it is found; for what is none, what nothing is found by."""
    return sha256(secret.encode()).hexdigest() if _SECRET.fullmatch(secret) else ""
