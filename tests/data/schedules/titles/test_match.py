"""A written title means a known film, several, none, or one that is new."""

import pytest

from data.schedules.titles.book import KnownFilm, TitleBook, book_of
from data.schedules.titles.match import Doubt, find, match
from data.text import slug_of

AMELIE = KnownFilm("amelie", "Amélie", 2001)
DUNE_1984, DUNE_2021 = KnownFilm("dune-1984", "Dune", 1984), KnownFilm("dune", "Dune", 2021)

# Of each line, the first is known, and all others mean it.
ONE_FILM = [
    ("Amélie", "AMELIE", "  amélie ", "Ame\u0301lie"),
    ("Töchter Europas", "TOECHTER EUROPAS", "Tochter Europas", "töchter europas"),
    ("Die weiße Rose", "Die weisse Rose", "DIE WEISSE ROSE"),
    ("The Odyssey", "Odyssey, The", "the odyssey"),
    ("Der Teufel trägt Prada 2", "Teufel trägt Prada 2", "Teufel traegt Prada II", "Teufel trägt Prada 2, Der"),
    ("Don't Bother to Knock", "Don’t bother to knock", "Dont Bother To Knock", "Don`t bother to knock"),
    ("Spider-Man: Brand New Day", "Spiderman – Brand New Day", "SPIDER MAN BRAND NEW DAY", "Spider‑Man: Brand New Day"),
    ("Minions & Monster", "Minions und Monster", "minions + monster", "MINIONS AND MONSTER"),
    ("Chéri, ich komme! - Die Erfindung der Lust", "chéri, ich komme! – die erfindung der lust"),
    ("E.T. – Der Außerirdische", "ET - der Ausserirdische"),
    ("WALL·E", "Wall-E", "WALL E", "Walle"),
    ("Dune: Part Two", "Dune 2", "Dune: Teil 2", "Dune Part II", "Dune – Teil Zwei"),
    ("Kill Bill: Vol. 2", "Kill Bill 2", "Kill Bill - Volume 2"),
    ("Rocky II", "Rocky 2", "ROCKY II"),
    ("Alien³", "Alien 3", "Alien III"),
    ("8½", "8 1/2", "8 ½"),
    ("Blade Runner", "Blade Runner (Director's Cut)", "Blade Runner – The Final Cut", "Blade Runner 4K restauriert"),
    ("Blade Runner", "Blade Runner (DC)", "Blade Runner (4K)", "Blade Runner: Extended", "Blade Runner [restored]"),
    ("Father Mother Sister Brother", "Father Mother Sister B...", "Father Mother Sister Br…"),
    ("Wickie und die starken Männer - Das magische Schwert", "Wickie und die starken Männer - Das magische Schwe"),
    ("Good Luck, Have Fun, Don't Die", "Good Luck, Have Fun, D..."),
    ("Dreams - Gefährliches Verlangen", "Dreams - Gefärliches Verlangen", "Dreams: Gefährlihces Verlangen"),
]
# No two of a line are one film, whichever is known.
SEVERAL_FILMS = [
    ("Vaiana", "Vaiana (Live Action)", "Vaiana 2"),
    ("Nosferatu (1922)", "Nosferatu (1979)", "Nosferatu (2024)"),
    ("Dune", "Dune: Part Two", "Dune: Part Three"),
    ("Thalia 3", "Thalia 4", "Thalia"),
    ("Rocky", "Rocky II", "Rocky III", "Rocky V"),
    ("28 Days Later", "28 Weeks Later", "28 Years Later"),
    ("Alien", "Aliens", "Alien: Romulus", "Alien 3"),
    ("Blade Runner", "Blade Runner 2049"),
    ("Toy Story", "Toy Story 2", "Toy Story 5"),
    ("Little Women", "Little Woman"),
    ("Wonder Woman", "Wonder Woman 1984"),
    ("The Killer", "The Killers"),
    ("Rose", "The Rose", "Rosebush Pruning"),
    ("Michael", "Michael Collins", "Michael Clayton"),
    ("My Love", "Die My Love"),
    ("Obsession", "Obsession - Du sollst mich lieben"),
    ("Star Wars", "Star Wars: The Mandalorian & Grogu"),
    ("The Piano Tuner", "Tuner", "The Piano Teacher"),
    ("Predator", "Predators"),
    ("Before Sunrise", "Before Sunset", "Before Midnight"),
    ("Finding Nemo", "Finding Dory"),
    ("Meet the Parents", "Meet the Patels"),
    ("Kill Bill: Vol. 1", "Kill Bill: Vol. 2"),
    ("Apollo 13", "Apollo 11", "Apollo 10½"),
    ("Harry Potter und der Stein der Weisen", "Harry Potter und der Orden des Phönix"),
    ("The Wrestler", "The Wrestlers"),
    ("Das Leben der Anderen", "Das Leben der anderen Art"),
    ("Der Schuh des Manitu", "Das Kanu des Manitu"),
    ("Mission: Impossible", "Mission: Impossible 2", "Mission: Impossible III"),
    ("A Star Is Born (1954)", "A Star Is Born (2018)"),
]


def book(*films: KnownFilm | str) -> TitleBook:
    known = [KnownFilm(slug_of(film), film) if isinstance(film, str) else film for film in films]
    return book_of([(film.title, film) for film in known], {film.slug for film in known})


def titles(films: tuple[KnownFilm, ...]) -> list[str]:
    return [film.title for film in films]


@pytest.mark.parametrize(("known", "written"), [(known, one) for known, *others in ONE_FILM for one in others])
def test_a_film_is_found_however_its_title_is_written(known: str, written: str) -> None:
    found = find(book(known, "Parasite", "Volver"), written)
    assert found
    assert titles(found.films) == [known]


@pytest.mark.parametrize(
    ("known", "written"), [(one, other) for line in SEVERAL_FILMS for one in line for other in line if one != other]
)
def test_two_films_are_never_taken_for_one(known: str, written: str) -> None:
    assert find(book(known), written) is None


@pytest.mark.parametrize(
    "title", ["Sneak", "SNEAK PREVIEW", "Sneak Preview (OmU)", "Sneak OV", "tba", "T.B.A.", "Überraschungsfilm"]
)
def test_a_sneak_means_no_film(title: str) -> None:
    titles_known = book(AMELIE)
    assert match(titles_known, title).films == ()
    assert titles_known.new == []


def test_a_title_that_is_known_as_a_whole_is_not_taken_apart() -> None:
    assert titles(match(book("The Final Cut", "Romeo", "Juliet", "Romeo + Juliet"), "Romeo + Juliet").films) == [
        "Romeo + Juliet"
    ]


def test_a_title_is_read_without_its_notation_only_where_it_is_not_known_with_it() -> None:
    title = "Das Original OmU"
    assert titles(match(book("Das Original", title), title).films) == [title]
    assert titles(match(book("Das Original"), title).films) == ["Das Original"]


@pytest.mark.parametrize(
    "title", ["Preview: Amélie", "Amélie + Filmgespräch", "AMÉLIE 3D OmU", "Amélie (engl. OmU) (2001)", "Sneak: Amélie"]
)
def test_notation_and_events_beside_a_title_change_no_film(title: str) -> None:
    found = match(book(AMELIE), title)
    assert (found.films, found.doubt) == ((AMELIE,), None)


def test_a_new_film_is_called_by_its_title_alone() -> None:
    [film] = match(book(), "Preview: To My Sisters (Director's Cut) (2025) (OmU)").films
    assert film == KnownFilm("to-my-sisters", "To My Sisters", 2025, is_provisional=True)


def test_two_known_titles_are_a_double_feature_in_their_order() -> None:
    found = match(book(AMELIE, DUNE_2021), "Dune + Amélie")
    assert (found.films, found.doubt) == ((DUNE_2021, AMELIE), None)


def test_an_and_between_two_known_titles_is_a_double_feature_with_a_doubt() -> None:
    found = match(book(AMELIE, DUNE_2021), "Dune & Amélie")
    assert (found.films, found.doubt) == ((DUNE_2021, AMELIE), Doubt.SEVERAL)


@pytest.mark.parametrize("title", ["Amélie + Kasperl", "Amélie & Freunde"])
def test_what_stands_beside_a_known_title_makes_no_double_feature(title: str) -> None:
    found = match(book(AMELIE), title)
    assert (titles(found.films), found.doubt) == ([title], Doubt.NEW)


def test_of_two_films_with_one_title_the_newest_is_meant_and_doubted() -> None:
    found = match(book(DUNE_2021, DUNE_1984), "Dune")
    assert (found.films, found.doubt) == ((DUNE_2021,), Doubt.AMBIGUOUS)


def test_a_film_of_the_catalogue_comes_before_one_that_only_schedules_know() -> None:
    learned = KnownFilm("dune-2", "Dune", 2025, is_provisional=True)
    found = match(book(learned, DUNE_2021), "Dune")
    assert (found.films, found.doubt) == ((DUNE_2021,), None)


@pytest.mark.parametrize("title", ["Dune (1984)", "Dune (1985)", "Dune 1984", "DUNE [1984]"])
def test_a_year_decides_between_films_of_one_title(title: str) -> None:
    found = match(book(DUNE_2021, DUNE_1984), title)
    assert (found.films, found.doubt) == ((DUNE_1984,), None)


def test_a_film_of_another_year_is_new_and_says_its_year() -> None:
    [film] = match(book(KnownFilm("nosferatu", "Nosferatu", 2024)), "Nosferatu (1922)").films
    assert film == KnownFilm("nosferatu-1922", "Nosferatu", 1922, is_provisional=True)


def test_a_film_under_two_of_its_names_is_that_film() -> None:
    film = KnownFilm("the-drama", "The Drama", 2026)
    titles_known = book_of([("The Drama", film), ("Das Drama - Noch mal auf Anfang", film), ("Das Drama", film)])
    for title in ("Das Drama – The Drama", "Das Drama (The Drama)", "das drama – noch mal auf anfang"):
        assert match(titles_known, title).films == (film,), title


def test_a_series_before_a_title_is_only_suggested_unless_the_year_confirms_it() -> None:
    film = KnownFilm("2001", "2001: Odyssee im Weltraum", 1968)
    doubtful = match(book(film), "Stanley Kubrick – 2001 Odyssee im Weltraum")
    assert (doubtful.doubt, doubtful.close) == (Doubt.NEW, (film,))
    assert match(book(film), "Stanley Kubrick – 2001 Odyssee im Weltraum (1968)").films == (film,)


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("Vesper", "Vespre"),
        ("Obsession - Du sollst mich lieben", "Obsession"),
        ("Only Yesterday", "Studio Ghibli: Only Yesterday"),
        ("The Odyssey", "Odyssey"),
        ("Minions & Monster", "Minions & Monsters"),
        ("Alien", "Aliens"),
    ],
)
def test_what_is_only_alike_is_suggested_and_a_film_of_its_own(known: str, written: str) -> None:
    found = match(book(known), written)
    assert (titles(found.films), found.doubt, titles(found.close)) == ([written], Doubt.NEW, [known])


@pytest.mark.parametrize(
    ("known", "written"), [("Toy Story 4", "Toy Story 5"), ("Rocky", "Rocky II"), ("Michael Clayton", "Michael")]
)
def test_what_counts_differently_or_shares_a_short_word_is_not_even_suggested(known: str, written: str) -> None:
    assert match(book(known), written).close == ()


def test_a_slip_that_could_mean_two_films_means_neither() -> None:
    found = match(book("Die Gefährten im Wald", "Die Gefährtin im Wald"), "Die Gefährtn im Wald")
    assert (found.doubt, len(found.close)) == (Doubt.NEW, 2)


def test_a_title_cut_off_before_several_means_none_of_them() -> None:
    known = book("Harry Potter und der Stein der Weisen", "Harry Potter und der Feuerkelch")
    assert match(known, "Harry Potter und der...").doubt is Doubt.NEW


def test_a_title_that_is_known_only_cut_off_does_not_give_its_name_to_the_whole_one() -> None:
    found = match(book("Good Luck, Have Fun, D..."), "Good Luck, Have Fun, Don't Die")
    assert (titles(found.films), titles(found.close)) == (
        ["Good Luck, Have Fun, Don't Die"],
        ["Good Luck, Have Fun, D..."],
    )


def test_an_unknown_title_is_one_new_film_however_often_it_stands_there() -> None:
    titles_known = book()
    first, again = match(titles_known, "Neu"), match(titles_known, "NEU")
    assert first.films == again.films
    assert (first.doubt, again.doubt) == (Doubt.NEW, None)
    assert titles_known.new == [KnownFilm("neu", "Neu", is_provisional=True)]


def test_a_new_film_takes_a_slug_that_nobody_has() -> None:
    assert [film.slug for film in match(book_of([], {"dune", "dune-2"}), "Dune").films] == ["dune-3"]


def test_a_title_without_letters_has_a_slug_too() -> None:
    known = book()
    dots, mark = (match(known, title).films[0].slug for title in ("…", "?"))
    assert dots.startswith("film-")
    assert dots != mark


def test_a_suggested_film_is_called_by_the_title_that_resembles() -> None:
    film = KnownFilm("parasite", "기생충", 2019)
    found = match(book_of([("기생충", film), ("Parasite", film)]), "Parasit")
    assert (found.doubt, [(one.slug, one.title) for one in found.close]) == (Doubt.NEW, [("parasite", "Parasite")])


CUT_OFF = "Father Mother Sister B..."


def known_by(*titles: str) -> TitleBook:
    """Give a book of what schedules wrote so far."""
    book = TitleBook()
    for title in titles:
        match(book, title)
    return book


def test_a_whole_title_is_the_film_that_only_a_cut_one_spoke_of() -> None:
    book = known_by(CUT_OFF)
    found = match(book, "Father Mother Sister Brother")
    assert (found.films[0].slug, found.doubt) == ("father-mother-sister-b", Doubt.WHOLE)
    assert match(book, "Father Mother Sister Brother").doubt is None
    assert match(book, CUT_OFF).films == found.films


def test_only_one_whole_title_joins_a_cut_one() -> None:
    book = known_by(CUT_OFF, "Father Mother Sister Brother")
    found = match(book, "Father Mother Sister Butcher")
    assert (found.films[0].slug, found.doubt) == ("father-mother-sister-butcher", Doubt.NEW)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        # What ends with a word may be whole.
        ("Father Mother Sister...", "Father Mother Sister Brother"),
        ("Father Mother Sister B", "Father Mother Sister Brother"),
        ("Father Mother 2 Sister B...", "Father Mother 3 Sister Brother"),
        ("Father M...", "Father Mother Sister Brother"),
    ],
)
def test_a_title_that_may_be_whole_or_another_is_not_joined(cut: str, whole: str) -> None:
    assert match(known_by(cut), whole).doubt is Doubt.NEW


def test_a_title_that_ends_with_a_word_before_its_dots_is_suggested() -> None:
    found = match(known_by("Father Mother Sister..."), "Father Mother Sister Brother")
    assert [film.title for film in found.close] == ["Father Mother Sister..."]
