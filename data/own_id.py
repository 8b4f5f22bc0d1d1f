"""The id of a screening as it stands in files that we give out: known again when one of them comes back."""

import re

_OWN = re.compile(r"kinonah-([1-9]\d{0,17})(@[a-z0-9.-]*)?")


def own_id_of(screening_id: str | int) -> str:
    """Write an id so that nobody takes it for a vendor's."""
    return f"kinonah-{screening_id}"


def read_own_id(text: str | None) -> int | None:
    """Read an id, or what a calendar makes of it (`kinonah-12@moviemento`); null where it is none of ours."""
    own = _OWN.fullmatch(text or "")
    return int(own[1]) if own else None
