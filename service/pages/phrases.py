"""The sentences of the pages, by language."""

from service.pages.words.english import ENGLISH
from service.pages.words.german import GERMAN

PHRASES = {"de": GERMAN, "en": ENGLISH}
