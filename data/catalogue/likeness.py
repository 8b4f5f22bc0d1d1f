"""Whether two cinemas may be one house, and why, in words."""

from typing import NamedTuple

from data.catalogue.house import House
from data.sentence import Sentence, listed

# How far apart two files put one house, if both put it where it is; and how near two names in one building are.
NEAR_M = 250.0
_DOUBTFUL_M = 100.0
_SAME_BUILDING_M = 50.0


class Likeness(NamedTuple):
    """The reasons in one line, and how sure they make, from 0 to 1."""

    reasons: str
    confidence: float


class _Shared(NamedTuple):
    """What two houses have in common; `words`: one's name is the other's and a word more; `address` null: unknown."""

    name: bool
    words: bool
    page: bool
    address: bool | None


def likeness(one: House, other: House, metres: float | None) -> Likeness | None:
    """Compare two houses at a distance (null: one of them is said to stand where it does not); null for two houses.

    An open-air season is a house of its own beside the one that runs it, and so is `Kino 2` beside `Kino 1`.
    """
    if one.country != other.country or one.is_open_air != other.is_open_air or one.core.contradicts(other.core):
        return None
    shared = _Shared(
        name=one.core.is_like(other.core),
        words=one.core.is_part_of(other.core),
        page=one.page is not None and one.page == other.page,
        address=_is_one_address(one, other),
    )
    if metres is None:
        return _named_alike(one, other, shared)
    return _said(one, other, metres, shared) if _is_one(metres, shared) else None


def _is_one(metres: float, shared: _Shared) -> bool:
    is_here = metres <= _SAME_BUILDING_M
    if shared.name:
        # Two addresses that are not one are two houses, or an entrance around the corner.
        return shared.page or bool(shared.address) or metres <= (NEAR_M if shared.address is None else _DOUBTFUL_M)
    if shared.words:
        return (is_here and (shared.page or shared.address is None)) or bool(shared.address)
    return is_here and shared.page


def _is_one_address(one: House, other: House) -> bool | None:
    """Compare addresses; null where one is not known."""
    if one.street is None or other.street is None:
        return None
    is_one_place = one.postcode is None or other.postcode is None or one.postcode == other.postcode
    return is_one_place and one.street.meets(other.street)


def _named_alike(one: House, other: House, shared: _Shared) -> Likeness | None:
    if not shared.name:
        return None
    reasons = [_names(one, other), Sentence("one of them at a position that other cinemas share")]
    reasons += [Sentence("same website")] * shared.page
    return Likeness(listed(reasons), 0.7 if shared.page else 0.5)


def _said(one: House, other: House, metres: float, shared: _Shared) -> Likeness:
    reasons = [Sentence("{metres:.0f} m apart", metres=metres) if metres >= 1 else Sentence("at the same position")]
    confidence = 0.3 if metres <= _SAME_BUILDING_M else 0.2 if metres <= _DOUBTFUL_M else 0.1
    is_alike = shared.name or shared.words
    reasons.append(
        _names(one, other) if is_alike else Sentence("“{one}” and “{other}”", one=one.name, other=other.name)
    )
    confidence += 0.5 if shared.name else 0.3 if shared.words else 0.0
    if shared.address is not None:
        reasons.append(Sentence("same address") if shared.address else Sentence("different addresses"))
        confidence += 0.15 if shared.address else -0.15
    if shared.page:
        reasons.append(Sentence("same website"))
        confidence += 0.15
    return Likeness(listed(reasons), round(min(confidence, 0.99), 2))


def _names(one: House, other: House) -> Sentence:
    if one.name == other.name:
        return Sentence("both “{name}”", name=one.name)
    return Sentence("“{one}” and “{other}” alike", one=one.name, other=other.name)
