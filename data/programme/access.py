"""The filter `access`: the versions and the cinemas that a person needs, because of how they see, hear or move."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.errors import QuestionError
from data.programme.facts import CinemaFacts, VersionFacts

Mask = NDArray[np.bool_]

CAPTIONS = "captions"
AUDIO_DESCRIPTION = "audio-description"
WHEELCHAIR = "wheelchair"
ACCESS = (CAPTIONS, AUDIO_DESCRIPTION, WHEELCHAIR)


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


def cinemas_accessible(is_step_free: Mask, words: Sequence[str]) -> Mask:
    """Say of each cinema whether one gets in, shape (n,). Raises QuestionError for other words."""
    return is_step_free if WHEELCHAIR in _known(words) else np.ones_like(is_step_free)


def is_step_free(cinema: CinemaFacts) -> bool:
    """Say whether a wheelchair gets in without reservation: who finds a step at the door came in vain."""
    return cinema.wheelchair == "yes"


def _known(words: Sequence[str]) -> set[str]:
    asked = {word.strip().lower().replace("_", "-") for word in words}
    if not asked <= set(ACCESS):
        raise QuestionError("access", f"This is no access that we know. Ask for some of: {', '.join(ACCESS)}.")
    return asked
