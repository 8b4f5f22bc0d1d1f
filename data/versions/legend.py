"""The legend of a country: the labels that its cinemas print, each with the versions that it may stand for."""

from collections.abc import Iterable

from data.versions.countries.register import country_of
from data.versions.countries.wording import Label, Read
from data.versions.label import label_of
from data.versions.lexicon import own_language
from data.versions.version import UNKNOWN_LANGUAGE, Version

# Stands for any other language in a legend.
_FOREIGN = "en"


def legend_of(country: str, occurring: Iterable[Version]) -> list[tuple[str, Version]]:
    """Give labels and versions, by label: an example of each that the notation has, and all that occur.

    An occurring version tells more than an example of the same label, and takes its place.
    """
    labelled = {version: label_of(version, country) for version in occurring}
    known = set(labelled.values())
    examples = {version: label_of(version, country) for version in _examples(country)}
    labelled |= {version: label for version, label in examples.items() if label not in known}
    return sorted(((label, version) for version, label in labelled.items() if label), key=repr)


def _examples(country: str) -> list[Version]:
    notation = country_of(country)
    own = own_language(notation, notation.wordings[0])
    return [_example(label, own) for label in notation.labels]


def _example(label: Label, own: str) -> Version:
    """Give a version that a label is said of."""
    read = (label.read,) if isinstance(label.read, str) else ((own, _FOREIGN)[label.is_original is True],)
    heard = label.heard or (_FOREIGN if "{heard}" in label.text else UNKNOWN_LANGUAGE)
    return Version(
        audio=(heard,),
        is_original=label.is_original,
        subtitles=() if label.read in (Read.NONE, Read.SURELY_NONE, Read.ANY) else read,
        captions=label.is_captioned,
    )
