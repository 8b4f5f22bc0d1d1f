"""The filter `access`: the versions and the cinemas that a person needs, because of how they see, hear or move."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from data.errors import QuestionError
from data.programme.facts import CinemaFacts, VersionFacts

Mask = NDArray[np.bool_]

CAPTIONS = "captions"
AUDIO_DESCRIPTION = "audio-description"
WHEELCHAIR = "wheelchair"
HEARING_LOOP = "hearing-loop"
# What houses have, in the order of the columns of `what_cinemas_have`.
_OF_HOUSES = (WHEELCHAIR, HEARING_LOOP)
ACCESS = (CAPTIONS, AUDIO_DESCRIPTION, *_OF_HOUSES)


def versions_accessible(versions: Sequence[VersionFacts], words: Sequence[str]) -> Mask:
    """Say of each version whether it has all that is asked of it, shape (n,). Raises QuestionError for other words."""
    asked = _known(words)
    return np.array(
        [
            (CAPTIONS not in asked or version.captions)
            and (AUDIO_DESCRIPTION not in asked or version.audio_description)
            for version in versions
        ],
        dtype=np.bool_,
    )


def cinemas_accessible(have: Mask, words: Sequence[str]) -> Mask:
    """Say of each cinema whether it has all that is asked of it, shape (n,). Raises QuestionError for other words.

    `have`: what_cinemas_have.
    """
    asked = _known(words)
    wanted = [word in asked for word in _OF_HOUSES]
    return np.asarray(have[:, wanted].all(axis=1), dtype=np.bool_)


def what_cinemas_have(cinemas: Iterable[CinemaFacts]) -> Mask:
    """Say of n cinemas what each has for certain: a way in on wheels, a hearing loop; shape (n, 2).

    Who finds a step at the door, or no loop, came in vain: what nobody said, a cinema has not.
    """
    have = [(cinema.wheelchair == "yes", cinema.has_hearing_loop is True) for cinema in cinemas]
    return np.array(have, dtype=np.bool_).reshape(-1, len(_OF_HOUSES))


def _known(words: Sequence[str]) -> set[str]:
    asked = {word.strip().lower().replace("_", "-") for word in words}
    if not asked <= set(ACCESS):
        raise QuestionError("access", f"This is no access that we know. Ask for some of: {', '.join(ACCESS)}.")
    return asked
