"""What pages say: one record, so that neither language can lack a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """What is wrong, and what to do."""

    headline: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """What pages say; `{}` takes a number, a name or a day."""

    # What stands around every page.
    claim: str
    skip: str
    language: str
    sections: str
    demo: str
    coordinates: str
    to_home: str
    did_you_mean: str
    near_me: str
    films: str
    cinemas: str
    privacy: str
    imprint: str
    # Near me.
    home_title: str
    home_description: str
    films_running: str
    all_films: str
    in_order_of_time: str
    all_cinemas: str
    more_cinemas: str
    # Days, versions and what else a view is narrowed by.
    days: str
    from_now: str
    today: str
    tomorrow: str
    after_midnight: str
    ended_about: str
    narrow: str
    time_of_day: str
    hours: Mapping[str, str]
    heard_and_read: str
    understand: str
    formats: str
    needs: str
    access: Mapping[str, str]
    show_all: str
    nothing_known: str
    nothing_fits: str
    # A screening.
    version_unknown: str
    sold_out: str
    cancelled: str
    tickets: str
    surprise: str
    # A film.
    film_description: str
    where_and_when: str
    not_running: str
    provisional: str
    review: str
    text_by: str
    translated_by: str
    only_in: str
    credits: str
    released: str
    versions: str
    calendar: str
    age_rating: str
    roles: Mapping[str, str]
    # The list of films.
    search: str
    search_button: str
    search_hint: str
    found_nothing: str
    found: str
    found_one: str
    next_start: str
    no_start: str
    more_films: str
    # A cinema.
    cinema_description: str
    programme: str
    way_there: str
    on_the_map: str
    directions: str
    in_a_map_app: str
    website: str
    wheelchair: Mapping[str | None, str]
    screens: str
    one_screen: str
    outdoor: str
    access_heading: str
    known_until: str
    last_read: str
    last_published: str
    lately: Mapping[int, str]
    on_a_day: str
    nothing_known_here: str
    closed: str
    # The list of cinemas.
    cinemas_title: str
    elsewhere: str
    # The widget for other people's pages.
    widget_title: str
    widget_claim: str
    widget_film: str
    widget_film_hint: str
    widget_cinema: str
    widget_cinema_hint: str
    widget_place: str
    widget_place_hint: str
    widget_versions: str
    widget_language: str
    widget_as_page: str
    widget_theme: str
    widget_themes: Mapping[str, str]
    widget_colours: Mapping[str, str]
    widget_show: str
    widget_preview: str
    widget_unknown: str
    widget_link: str
    widget_copy: str
    widget_copied: str
    widget_snippets: Mapping[str, ProblemWords]
    # What the law wants.
    imprint_missing: str
    any_problem: ProblemWords
    problems: Mapping[str, ProblemWords]
