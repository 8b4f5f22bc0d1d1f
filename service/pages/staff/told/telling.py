"""A sentence from below is told in the language of a page: by its pattern, with the same values in place."""

from collections.abc import Mapping

from data.sentence import Sentence, sentence_of
from service.pages.language import Language
from service.pages.staff.told.files import FILES
from service.pages.staff.told.refusals import REFUSALS
from service.pages.staff.told.rows import ROWS
from service.pages.staff.told.words import WORDS

GERMAN: Mapping[str, str] = {**ROWS, **FILES, **REFUSALS, **WORDS}


def tell(said: str | Exception, language: Language) -> str:
    """Tell a sentence, or what an error says. What is no sentence of ours, such as a title, stays as it is."""
    sentence = sentence_of(said) if isinstance(said, Exception) else said
    if language == "en" or not isinstance(sentence, Sentence):
        return str(sentence)
    values = {name: _told(value, language) for name, value in sentence.values.items()}
    return GERMAN.get(sentence.pattern, sentence.pattern).format(**values)


def tell_kept(text: str, language: Language) -> str:
    """Tell a sentence of which the text alone was kept; one with values in it stays English."""
    return text if language == "en" else GERMAN.get(text, text)


def _told(value: object, language: Language) -> object:
    return tell(value, language) if isinstance(value, Sentence) else value
