"""A Version becomes the label that stands at a cinema's door, and the key under which an answer names it."""

from collections.abc import Sequence
from functools import lru_cache

from data.text import folded
from data.versions.countries.wording import Label, Read
from data.versions.language_names import names_in
from data.versions.lexicon import Lexicon, lexicon_of, own_language
from data.versions.tokens import language_of_token, languages_in
from data.versions.version import UNKNOWN_LANGUAGE, Version

_UNKNOWN = "?"
_REMEMBERED = 4096


@lru_cache(_REMEMBERED)
def label_of(version: Version, country: str = "DE") -> str:
    """Give the label in a country's notation: OmU in Germany, VOSTFR in France, E/df in Switzerland.

    Empty where nothing is known: the viewer is told so in words. What a label says, `read_notation` reads from it.
    """
    lexicon = lexicon_of(country)
    notation = lexicon.country
    heard = tuple(tag for tag in dict.fromkeys(version.audio) if _spelled(tag, lexicon) != _UNKNOWN)
    read = tuple(dict.fromkeys(version.subtitles or ()))
    says_captions = version.captions and bool(notation.captions)
    if says_captions and not read:
        # Captions are read, in whichever language.
        read = (own_language(notation, notation.wordings[0]),)
    label = next((one for one in notation.labels if _fits(one, version, heard, read)), None)
    text = _filled(label, heard, read, lexicon) if label and (heard or read or version.is_original) else ""
    extras = [notation.captions] if says_captions and not (label and label.is_captioned) else []
    extras += [notation.audio_description] if version.audio_description else []
    return " ".join(part for part in (text, *extras) if part)


def key_of(version: Version, label: str) -> str:
    """Give the short name of a version within an answer, such as `OmU·en·de`: label, heard, read, and what is unusual.

    No two versions share one; `·?` at the end marks that nobody knows whether it is the original.
    """
    read = "?" if version.subtitles is None else "+".join(version.subtitles) or "-"
    extras = ("·captions" if version.captions else "") + ("·ad" if version.audio_description else "")
    origin = {True: "", False: "·dubbed", None: "·?"}[version.is_original]
    return f"{label}·{'+'.join(version.audio)}·{read}{origin}{extras}"


def _fits(label: Label, version: Version, heard: Sequence[str], read: Sequence[str]) -> bool:
    if label.is_captioned and not version.captions:
        return False
    if label.is_original is not None and version.is_original is not label.is_original:
        return False
    if label.heard is not None and label.heard != (heard[0] if heard else UNKNOWN_LANGUAGE):
        return False
    if isinstance(label.read, str):
        return tuple(read) == (label.read,)
    is_read = {
        Read.ANY: True,
        Read.NONE: not read,
        Read.SURELY_NONE: not read and version.subtitles is not None,
        Read.SOME: bool(read),
    }
    return is_read[label.read]


def _filled(label: Label, heard: Sequence[str], read: Sequence[str], lexicon: Lexicon) -> str:
    country = lexicon.country
    is_shape = any(label.text in wording.shapes for wording in country.wordings)
    if is_shape:
        said = _in_one_word(heard, lexicon, is_heard=True), _in_one_word(read, lexicon, is_heard=False)
    else:
        spelled = [dict.fromkeys(_spelled(tag, lexicon) for tag in tags) for tags in (heard, read)]
        said = country.joined_by.join(spelled[0]), country.joined_by.join(spelled[1])
    return label.text.format(heard=said[0] or country.unheard, read=said[1]).strip()


def _in_one_word(tags: Sequence[str], lexicon: Lexicon, *, is_heard: bool) -> str:
    """Write languages inside a word: letters in a row where they are read so, else with a sign between them."""
    letters = dict.fromkeys(_letters(tag, lexicon) for tag in tags)
    row = "".join(letters)
    is_row = lexicon.country.spelled and not is_heard and languages_in(row, lexicon) == tuple(tags)
    written = row if is_row else "&".join(letters)
    return written.upper() if is_heard else written


def _letters(tag: str, lexicon: Lexicon) -> str:
    letters = lexicon.country.letters.get(tag, tag)
    return letters if languages_in(folded(letters), lexicon) == (tag,) else _UNKNOWN


def _spelled(tag: str, lexicon: Lexicon) -> str:
    """Write a language as a word that is read as this language and no other."""
    country = lexicon.country
    own = own_language(country, country.wordings[0])
    locales = [country.names_in] if country.names_in else []
    names = [names_in(locale).get(tag) for locale in (*locales, own if own != UNKNOWN_LANGUAGE else "en", "en")]
    spellings = [country.spelled.get(tag), *names[: len(locales)], tag.upper(), *names[len(locales) :]]
    return next((word for word in spellings if word and language_of_token(word, lexicon) == tag), _UNKNOWN)
