"""The sentences of the editors' pages, by language."""

from service.pages.staff.editing.english import ENGLISH
from service.pages.staff.editing.german import GERMAN

EDITING_PHRASES = {"de": GERMAN, "en": ENGLISH}
