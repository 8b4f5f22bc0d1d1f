"""The staff pages; a new one is one more name here."""

from service.pages.staff import account, audit, door, invitation, people, tokens
from service.pages.staff.desk import house, programme, schedule, start
from service.pages.staff.editing import cinemas_twice, film, films, picture, same

STAFF_PAGES = (
    *(door, invitation, account, tokens, people, audit),
    *(start, schedule, programme, house),
    *(films, film, same, picture, cinemas_twice),
)
