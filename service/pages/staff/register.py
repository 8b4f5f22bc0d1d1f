"""The staff pages; a new one is one more name here."""

from service.pages.staff import account, door, invitation, people, tokens
from service.pages.staff.desk import house, programme, schedule, start

STAFF_PAGES = (door, invitation, account, tokens, people, start, schedule, programme, house)
