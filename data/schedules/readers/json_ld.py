"""schema.org events (JSON-LD), from a page or bare: ScreeningEvent, and the plain Event that many sites write.

Fields: https://schema.org/ScreeningEvent and https://schema.org/Event.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from data.problem import Problem
from data.schedules.readers.feed import Chain, sheet_of
from data.schedules.readers.fields import NOTHING, Fields, listed, records
from data.schedules.readers.hall import place_of
from data.schedules.readers.json_text import Json
from data.schedules.readers.said_language import version_said, words_beside
from data.schedules.sheet import Row, Sheet
from data.versions.notation import read_notation
from data.versions.version import UNKNOWN, Version

NAME = "schema-org"
COLUMNS = {
    "date": "startDate",
    "title": "name",
    "version": "inLanguage",
    "format": "videoFormat",
    "auditorium": "location",
    "booking_url": "url",
    "status": "eventStatus",
    "source_id": "identifier",
    "cinema": "location",
}
_EVENTS = frozenset({"ScreeningEvent", "Event"})
_MOST_TIMES_ESCAPED = 3
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
# In the address of a legend of ours, which says whose notation a label is of.
_COUNTRY = re.compile(r"[?&]country=([A-Z]{2})(?:&|$)")


def is_json_ld(tree: Json) -> bool:
    """Say whether a document is of schema.org."""
    return any("@type" in one or "@graph" in one or "@context" in one for one in records(tree))


def read_json_ld(tree: Json, problems: Sequence[Problem] = ()) -> Sheet:
    """Read the events of a document, or of several as a list. Raises FileUnreadableError where there are none."""
    by_id = {str(one["@id"]): one for one in _records_in(tree) if len(one) > 1 and "@id" in one}
    sheet = sheet_of(NAME, COLUMNS, _shows(tree, by_id), _row)
    return Sheet(
        reader=sheet.reader,
        columns=sheet.columns,
        ignored_columns=sheet.ignored_columns,
        rows=sheet.rows,
        problems=(*problems, *sheet.problems),
        counted=sheet.counted,
    )


def _records_in(tree: Json) -> Iterator[Mapping[str, Json]]:
    """Give all records, however deep, in the order of the document."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _shows(tree: Json, by_id: Mapping[str, Mapping[str, Json]]) -> Iterator[Chain]:
    around: dict[int, Mapping[str, Json]] = {}
    for one in _records_in(tree):
        if not _is_event(one):
            continue
        parts = records(one.get("subEvent")) + records(one.get("subEvents"))
        around.update((id(part), one) for part in parts)
        if parts and "startDate" not in one:
            continue
        # What a part does not say, the event around it says of all its parts.
        whole = {**around.get(id(one), NOTHING), **one}
        location = _located(whole, by_id)
        yield _linked(whole, "workPresented", by_id), location, _linked(whole, "offers", by_id), whole


def _is_event(one: Mapping[str, Json]) -> bool:
    kinds = [kind.rpartition("/")[2].rpartition(":")[2] for kind in listed(one.get("@type")) if isinstance(kind, str)]
    return any(kind in _EVENTS for kind in kinds)


def _linked(event: Mapping[str, Json], name: str, by_id: Mapping[str, Mapping[str, Json]]) -> Mapping[str, Json]:
    """Give a record inside an event, the first of several; one that is only linked is looked up, a text is its name."""
    return next((_looked_up(one, by_id) for one in listed(event.get(name))), NOTHING)


def _looked_up(value: Json, by_id: Mapping[str, Mapping[str, Json]]) -> Mapping[str, Json]:
    if isinstance(value, dict):
        return by_id.get(str(value.get("@id")), value) if len(value) == 1 else value
    return {"name": value} if isinstance(value, str) else NOTHING


def _located(event: Mapping[str, Json], by_id: Mapping[str, Mapping[str, Json]]) -> Mapping[str, Json]:
    """Give the place of an event, of several the one that lies within another: that is the auditorium."""
    places = [_looked_up(one, by_id) for one in listed(event.get("location"))]
    place = next((one for one in places if records(one.get("containedInPlace"))), None)
    if place is None:
        return next(iter(places), NOTHING)
    return {**place, "containedInPlace": _looked_up(records(place["containedInPlace"])[0], by_id)}


def _row(work: Fields, location: Fields, offer: Fields, event: Fields) -> Row:
    event.asked.update(("@type", "@context", "@id", "workPresented", "location", "offers"))
    audio, subtitles = _languages(event, "inLanguage"), _languages(event, "subtitleLanguage")
    cinema, auditorium = _place(location)
    label, meant = _label(event)
    said = version_said(audio, subtitles or None)
    return Row(
        number=event.number,
        date=event.key("startDate"),
        title=_title(_plain(event.text("name")), _plain(work.text("name"))),
        version=label or words_beside(*audio, *subtitles),
        version_said=_completed(said or UNKNOWN, meant, work) if meant else said,
        format=" ".join(event.words("videoFormat")),
        auditorium=auditorium,
        booking_url=_plain(offer.text("url") or event.text("url")),
        status=_status(event, offer),
        source_id=_identifier(event),
        cinema=cinema,
    )


def _plain(text: str) -> str:
    """Undo entities, which sites escape once more than they should."""
    for _ in range(_MOST_TIMES_ESCAPED):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return text


def _title(event: str, work: str) -> str:
    """Take the event's name where the film's is in it: the version may stand beside it; else the film's."""
    return event if not work or work.casefold() in event.casefold() else work


def _languages(event: Fields, name: str) -> tuple[str, ...]:
    value = event.values.get(name)
    event.asked.add(name)
    if not records(value):
        return event.words(name)
    texts = (one.get("alternateName") or one.get("name") for one in records(value))
    return tuple(str(text) for text in texts if isinstance(text, str))


def _label(event: Fields) -> tuple[str, Version | None]:
    """Give the label that a cinema prints, where it is a term of a country's legend, and what it means there."""
    terms = [one for one in records(event.values.get("keywords")) if isinstance(one.get("termCode"), str)]
    event.asked.add("keywords")
    if not terms:
        return "", None
    label, of_set = str(terms[0]["termCode"]), terms[0].get("inDefinedTermSet")
    country = _COUNTRY.search(of_set) if isinstance(of_set, str) else None
    notation = read_notation(label, country[1]) if country else None
    return label, notation.version if notation and not notation.left else None


def _completed(said: Version, meant: Version, work: Fields) -> Version:
    """Add what only the label says: whether it is the original, and that there are no subtitles."""
    whole = replace(
        said,
        audio=meant.audio if said.audio == UNKNOWN.audio else said.audio,
        is_original=meant.is_original,
        subtitles=meant.subtitles if said.subtitles is None else said.subtitles,
        captions=meant.captions,
        audio_description=meant.audio_description,
    )
    return whole.for_film(_languages(work, "inLanguage"))


def _place(location: Fields) -> tuple[str, str]:
    """Say which cinema and which auditorium a location names."""
    name = _plain(location.text("name"))
    outer = next(iter(records(location.values.get("containedInPlace"))), None)
    if outer is not None:
        return _plain(Fields(location.number, outer, location.problems).text("name")), name
    return place_of(name)


def _status(event: Fields, offer: Fields) -> str:
    said = event.text("eventStatus").rpartition("/")[2]
    if said in ("EventCancelled", "EventPostponed"):
        return "cancelled"
    is_sold_out = offer.text("availability").rpartition("/")[2] == "SoldOut"
    return "sold out" if is_sold_out else ""


def _identifier(event: Fields) -> str:
    """Give the id where it is plain; a record of several (PropertyValue) has it as its value."""
    value = event.values.get("identifier")
    event.asked.add("identifier")
    first = next(iter(listed(value)), None)
    said = first.get("value") if isinstance(first, dict) else first
    return str(said) if isinstance(said, str) else ""
