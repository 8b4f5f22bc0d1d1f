"""Passwords: how they are kept (Argon2id, RFC 9106), compared, and which ones are refused.

Length and a look at what everybody takes, no rules of signs: so NIST SP 800-63B, 3.1.1, and so people remember them.
"""

import unicodedata
from enum import StrEnum

from pwdlib import PasswordHash
from pwdlib.exceptions import PwdlibError
from pwdlib.hashers.argon2 import Argon2Hasher

from service.staff.common_passwords import is_common

SHORTEST = 10
LONGEST = 256
# OWASP's least: as safe as the library's own 64 MB with fewer rounds, and a small machine bears two at a time.
_HASHES = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19_456, parallelism=1),))
# What a password is compared with where there is none, so that an unknown account takes as long as a known one.
_NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$kGc2kNkgQY4jXMvk84bpkw$082XSno2jarTPkzcDtnHlPe8vgS3MRLa0x7PVYwAvog"


class Weakness(StrEnum):
    """Why a password is not taken; `common`: many take it, or it is made of its owner's address."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"


def hash_password(password: str) -> str:
    """Make what is kept of a password."""
    return _HASHES.hash(_normal(password))


def is_right(password: str, password_hash: str | None) -> bool:
    """Say whether a password is the one; it takes as long where there is none."""
    normal = _normal(password)
    try:
        is_same = _HASHES.verify(normal if len(normal) <= LONGEST else "", password_hash or _NOBODYS)
    except PwdlibError:
        return False
    return is_same and password_hash is not None


def weakness_of(password: str, email: str) -> Weakness | None:
    """Say why a password is not taken; null where it is."""
    normal = _normal(password)
    if len(normal) < SHORTEST:
        return Weakness.SHORT
    if len(normal) > LONGEST:
        return Weakness.LONG
    return Weakness.COMMON if is_common(normal, email) else None


def _normal(password: str) -> str:
    """Give the same letters in the same signs, whichever keyboard they come from (NFKC)."""
    return unicodedata.normalize("NFKC", password)
