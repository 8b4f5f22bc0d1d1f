"""What the pages of a cinema's desk say: one record, so that no language can lack a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPhrases:
    """What the pages of a cinema's desk say."""

    public_page: str
    known_until: str
    nothing_known: str
    drop: str
    drop_hint: str
    look: str
    paste: str
    paste_hint: str
    paste_look: str
    templates: str
    history: str
    no_history: str
    by_whom: str
    undo: str
    undo_hint: str
    open_preview: str
    file: str
    states: Mapping[str, str]
    preview: str
    nothing_yet: str
    counted: str
    left_out: Mapping[str, str]
    kinds: Mapping[str, str]
    closings: Mapping[str, str]
    legend: str
    errors: str
    errors_hint: str
    doubts: str
    doubts_hint: str
    also: str
    row: str
    column: str
    means: str
    means_hint: str
    film: str
    film_hint: str
    no_film: str
    teach: str
    publish: str
    publish_nothing: str
    agree_errors: str
    agree_removals: str
    agree_first: str
    correct: str
    scope: str
    scope_short: str
    scope_of: str
    scope_rooms: str
    modes: Mapping[str, str]
    change_scope: str
    first_day: str
    last_day: str
    rooms: str
    look_again: str
    nights: str
    sold_out: str
    cancelled: str
    programme: str
    programme_hint: str
    no_programme: str
    set_status: Mapping[str, str]
    move: str
    move_hint: str
    move_there: str
    move_back: str
    moved_from: str
    add_one: str
    date: str
    time: str
    title: str
    version: str
    auditorium: str
    add: str
    feeds: str
    feeds_hint: str
    feed_url: str
    add_feed: str
    remove_feed: str
    read_at: str
    never_read: str
    feed_states: Mapping[str, str]
    house: str
    house_hint: str
    facts: Mapping[str, str]
    ways_in: Mapping[str, str]
    yes_or_no: Mapping[str, str]
    save: str
    closed_days: str
    closed_hint: str
    no_closed_days: str
    closed_note: str
    close: str
    open_again: str
    done: Mapping[str, str]
