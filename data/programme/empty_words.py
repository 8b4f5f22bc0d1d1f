"""An empty answer in words, German and English: what there is not, what there is instead, what nobody told us."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import msgspec

from data.programme.emptiness import Emptiness, days_of
from data.programme.facts import FilmFacts
from data.programme.question import Question
from data.times.programme_day import DAY_BEGINS

_EVENING_BEGINS = time(17)
_DE_DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EN_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Words(msgspec.Struct, frozen=True):
    """The same in each of our languages: a URL has the same bytes for everyone."""

    de: str
    en: str


def nothing_words(question: Question, emptiness: Emptiness | None) -> Words:
    """Say what there is not, and of how many cinemas we do not know it."""
    what, where = _versions(question), _radius(question)
    when = _window_words(question)
    said = Words(
        f"{_capital(when.de)} nicht{what.de}{where.de}.",
        f"Not {when.en}{what.en}{where.en}.",
    )
    more = _unheard_words(emptiness) if emptiness else Words("", "")
    return Words(said.de + more.de, said.en + more.en)


def start_words(
    question: Question,
    *,
    starts_at: datetime,
    programme_on: date,
    label: str,
    films: Sequence[FilmFacts],
    title: str | None,
    cinema: str,
    distance_m: float | None,
) -> Words:
    """Say when, what, where and how far an alternative is; the film where not one alone was asked for."""
    day = _day_words(programme_on, question.window.today, starts_at.time())
    what = [f"{starts_at:%H:%M}"]
    if len(question.films) != 1:
        what.append(" + ".join(film.title for film in films) or title or "")
    what = [word for word in (*what, label) if word]
    far = Words("", "") if distance_m is None else _distance_words(distance_m, question.accuracy_m)
    return Words(
        f"{_capital(day.de)} {' '.join(what)}, {cinema}{far.de}.",
        f"{_capital(day.en)} {' '.join(what)} at {cinema}{far.en}.",
    )


def _window_words(question: Question) -> Words:
    window = question.window
    first, last = days_of(window, window.from_at.tzinfo)
    if first == last:
        begins = time(0) if window.on and window.on != window.today else window.from_at.time()
        return _day_words(first, window.today, begins, within=True)
    if first == window.today and last == first + timedelta(days=1):
        return Words("heute und morgen", "today or tomorrow")
    if last.year == 9999:
        return Words(f"ab {_date_words(first).de}", f"from {_date_words(first).en} on")
    one, other = _date_words(first), _date_words(last)
    return Words(f"vom {one.de} bis {other.de}", f"from {one.en} to {other.en}")


def _day_words(day: date, today: date | None, clock: time, *, within: bool = False) -> Words:
    """Name a day; `within` a sentence with its preposition."""
    if today and day == today:
        is_evening = clock >= _EVENING_BEGINS or clock < DAY_BEGINS
        return Words("heute Abend", "tonight") if is_evening else Words("heute", "today")
    if today and day == today + timedelta(days=1):
        return Words("morgen", "tomorrow")
    named = _date_words(day)
    return Words(f"am {named.de}", f"on {named.en}") if within else named


def _date_words(day: date) -> Words:
    return Words(
        f"{_DE_DAYS[day.weekday()]}, {day.day}.{day.month}.",
        f"{_EN_DAYS[day.weekday()]} {day.day} {_EN_MONTHS[day.month - 1]}",
    )


def _versions(question: Question) -> Words:
    # As asked: words that name no version were refused.
    words = [*question.versions, *(name.replace("mm", " mm") for name in question.formats)]
    if not words:
        return Words("", "")
    return Words(f" in {' oder '.join(words)}", f" in {' or '.join(words)}")


def _radius(question: Question) -> Words:
    if question.within_m is None:
        return Words("", "")
    km = f"{question.within_m / 1000:g}"
    return Words(f" im Umkreis von {km.replace('.', ',')} km", f" within {km} km")


def _distance_words(metres: float, accuracy_m: float) -> Words:
    """Say how far; no finer than one knows where one is."""
    if accuracy_m:
        step = max(1_000.0, accuracy_m)
        about = round(metres / step) * step / 1000
        if not about:
            most = math.ceil((metres + accuracy_m) / 1000)
            return Words(f", höchstens {most} km", f", at most {most} km")
        return Words(f", etwa {about:.0f} km", f", about {about:.0f} km")
    if metres < 995:
        return Words(f", {round(metres, -1):.0f} m", f", {round(metres, -1):.0f} m")
    km = f"{metres / 1000:.1f}"
    return Words(f", {km.replace('.', ',')} km", f", {km} km")


def _unheard_words(emptiness: Emptiness) -> Words:
    cinemas, unknown, _ = emptiness
    if not cinemas:
        return Words(" Dort kennen wir kein Kino.", " We know of no cinema there.")
    if not unknown:
        return Words("", "")
    if cinemas == 1:
        return Words(
            " Das Programm des Kinos kennen wir dafür noch nicht.",
            " The cinema has not told us its programme for that time yet.",
        )
    has = "has not told us its" if unknown == 1 else "have not told us their"
    return Words(
        f" Von {unknown} der {cinemas} Kinos kennen wir das Programm dafür noch nicht.",
        f" {unknown} of {cinemas} cinemas {has} programme for that time yet.",
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
