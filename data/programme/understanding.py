"""The filter `understands`: the versions that a person who follows some languages can follow."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.errors import QuestionError
from data.languages import read_language
from data.programme.facts import VersionFacts
from data.versions.understood import is_understood, language_without_region
from data.versions.version import UNKNOWN_LANGUAGE


def versions_understood(versions: Sequence[VersionFacts], languages: Sequence[str]) -> NDArray[np.bool_]:
    """Say of each version whether it fits, shape (n,); perhaps is a fit: unknown is not none.

    Raises QuestionError where a language is none.
    """
    followed = languages_followed(languages)
    return np.array([is_understood(version, followed) is not False for version in versions], dtype=np.bool_)


def languages_followed(words: Sequence[str]) -> frozenset[str]:
    """Read what a person follows, such as `en` or `pt-BR`, without regions. Raises QuestionError."""
    return frozenset(_language(word) for word in words)


def _language(word: str) -> str:
    try:
        language = language_without_region(read_language(word.strip()))
    except ValueError:
        language = UNKNOWN_LANGUAGE
    if language == UNKNOWN_LANGUAGE:
        # The word itself stays unsaid: it could be anything, a position too.
        raise QuestionError("understands", "This is no language. Write its BCP 47 tag, such as en, de or pt-BR.")
    return language
