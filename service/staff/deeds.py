"""What the audit log says of people: what they can have done, in the words that are stored."""

from enum import StrEnum


class Deed(StrEnum):
    """Something that is noted. Older entries have words of their own, with what they were about in them."""

    INVITED = "invited"
    TOOK_INVITATION_BACK = "took an invitation back"
    ACCEPTED_INVITATION = "accepted an invitation"
    OFFERED_PASSWORD = "offered a new password"  # noqa: S105 (no password)
    SET_PASSWORD = "set a new password"  # noqa: S105 (no password)
    CHANGED_PASSWORD = "changed the password"  # noqa: S105 (no password)
    CHANGED_ROLES = "changed the roles of"
    TOOK_CINEMA = "took a cinema from"
    ENDED_ACCESS = "ended tokens and sessions of"
    DELETED_ACCOUNT = "deleted an account"
    MADE_TOKEN = "made a token"  # noqa: S105 (no password)
    REVOKED_TOKEN = "revoked a token"  # noqa: S105 (no password)
    PUBLISHED = "published a schedule"
    UNDID = "undid a schedule"
    ADDED_SCREENING = "added a screening"
    MOVED_SCREENING = "moved a screening"
    SOLD_OUT = "said sold out"
    CANCELLED = "cancelled a screening"
    TAKES_PLACE = "said that it takes place"
    CLOSED_DAYS = "closed days"
    OPENED_DAYS = "opened days"
    CHANGED_FACTS = "changed the facts"
    ADDED_FEED = "added a feed"
    REMOVED_FEED = "removed a feed"
    EDITED_FILM = "edited a film"
    GAVE_PICTURE = "gave a film a picture"
    REMOVED_PICTURE = "removed the picture of a film"
    MERGED_FILMS = "merged a film into another"
    PARTED_FILMS = "parted a film from another"
    MERGED_CINEMAS = "merged a cinema into another"
    PARTED_CINEMAS = "parted a cinema from another"


# What it is called that somebody says of a screening.
SAID_OF_SCREENING = {"sold-out": Deed.SOLD_OUT, "cancelled": Deed.CANCELLED, "scheduled": Deed.TAKES_PLACE}
