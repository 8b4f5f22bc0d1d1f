"""`kinonah cinemas close` and `kinonah cinemas open`."""

from tests.service.cli.conftest import Kinonah


def test_a_cinema_closes_and_opens_again(kinonah_in_town: Kinonah) -> None:
    closed = kinonah_in_town("cinemas", "close", "thalia", "--on", "2026-12-24", "--until", "2026-12-26")
    assert (closed.code, closed.out) == (0, "thalia is closed from 2026-12-24 until 2026-12-26.\n")
    opened = kinonah_in_town("cinemas", "open", "thalia", "--on", "2026-12-25")
    assert (opened.code, opened.out) == (0, "thalia is not closed on 2026-12-25.\n")


def test_what_is_published_for_a_closed_day_is_named(kinonah_in_town: Kinonah) -> None:
    closed = kinonah_in_town("cinemas", "close", "moviemento", "--on", "2026-11-26", "--note", "Ruhetag")
    assert "3 screenings are published for that time and stay" in closed.out


def test_a_cinema_closes_by_a_slug_that_it_had_before_a_merge(kinonah_in_town: Kinonah) -> None:
    assert kinonah_in_town("cinemas", "merge", "thalia", "silent", "--yes").code == 0
    closed = kinonah_in_town("cinemas", "close", "silent", "--on", "2026-12-24")
    assert (closed.code, closed.out) == (0, "silent is closed on 2026-12-24.\n")


def test_what_is_no_day_or_no_cinema_is_said(kinonah_in_town: Kinonah) -> None:
    wrong = kinonah_in_town("cinemas", "close", "thalia", "--on", "24.12.")
    assert wrong.code != 0
    assert "Write it as 2026-12-24" in wrong.err
    unknown = kinonah_in_town("cinemas", "close", "nowhere", "--on", "2026-12-24")
    assert "There is no cinema 'nowhere'" in unknown.err
