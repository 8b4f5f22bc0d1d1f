"""A Version explained in the viewer's language: what you hear, and what you read."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale

from data.versions.version import UNKNOWN_LANGUAGE, Version


@dataclass(frozen=True, slots=True)
class _Phrases:
    """One language's way of saying it; `{}` takes the names of languages."""

    original: str
    original_in: str
    dubbed: str
    dubbed_in: str
    spoken: str
    unknown: str
    no_subtitles: str
    subtitles: str
    some_subtitles: str
    unknown_subtitles: str
    captions: str
    audio_description: str
    conjunction: str


_PHRASES = {
    "de": _Phrases(
        original="Originalfassung",
        original_in="Originalfassung auf {}",
        dubbed="Synchronfassung",
        dubbed_in="Synchronfassung auf {}",
        spoken="Fassung auf {}",
        unknown="Fassung nicht angegeben",
        no_subtitles="ohne Untertitel",
        subtitles="mit {} Untertiteln",
        some_subtitles="mit Untertiteln",
        unknown_subtitles="(Untertitel nicht angegeben)",
        captions="mit Untertiteln für gehörlose und schwerhörige Menschen",
        audio_description="mit Audiodeskription",
        conjunction=" und ",
    ),
    "en": _Phrases(
        original="original version",
        original_in="original version in {}",
        dubbed="dubbed",
        dubbed_in="dubbed in {}",
        spoken="version in {}",
        unknown="version not stated",
        no_subtitles="without subtitles",
        subtitles="with {} subtitles",
        some_subtitles="with subtitles",
        unknown_subtitles="(subtitles not stated)",
        captions="with captions for deaf and hard-of-hearing people",
        audio_description="with audio description",
        conjunction=" and ",
    ),
}


def explain(version: Version, language: str) -> str:
    """Say what a version is, in German (`de`) or English (all else): `Originalfassung auf Englisch …`."""
    phrases = _PHRASES.get(language, _PHRASES["en"])
    heard = _heard(version, phrases, language)
    parts = [heard, _read(version, phrases, language) if heard != phrases.unknown else ""]
    parts += [phrases.captions] * version.captions + [phrases.audio_description] * version.audio_description
    return " ".join(part for part in parts if part)


def language_name(tag: str, language: str) -> str:
    """Name a language (BCP 47) in a language; the tag itself where nobody knows it."""
    return str(Locale.parse(language).languages.get(tag.replace("-", "_"), tag))


def _heard(version: Version, phrases: _Phrases, language: str) -> str:
    names = _names([tag for tag in version.audio if tag != UNKNOWN_LANGUAGE], phrases, language)
    if version.is_original:
        return phrases.original_in.format(names) if names else phrases.original
    if version.is_original is False:
        return phrases.dubbed_in.format(names) if names else phrases.dubbed
    return phrases.spoken.format(names) if names else phrases.unknown


def _read(version: Version, phrases: _Phrases, language: str) -> str:
    if version.subtitles is None:
        return phrases.unknown_subtitles
    if version.subtitles:
        names = [language_name(tag, language) for tag in version.subtitles if tag != UNKNOWN_LANGUAGE]
        if not names:
            return phrases.some_subtitles
        if language == "de":
            names = [_bent(name) for name in names]
        return phrases.subtitles.format(phrases.conjunction.join(names))
    # That a dubbed film has no subtitles is no news.
    return phrases.no_subtitles if version.is_original else ""


def _names(tags: Sequence[str], phrases: _Phrases, language: str) -> str:
    return phrases.conjunction.join(language_name(tag, language) for tag in tags)


def _bent(name: str) -> str:
    """Bend the German name of a language: `deutschen`; one that does not bend stays (`Hindi`)."""
    return f"{name.lower()}en" if name.endswith("sch") else name
