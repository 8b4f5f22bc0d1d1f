"""The sentences of a cinema's desk, by language."""

from service.pages.staff.desk.english import ENGLISH
from service.pages.staff.desk.german import GERMAN

DESK_PHRASES = {"de": GERMAN, "en": ENGLISH}
