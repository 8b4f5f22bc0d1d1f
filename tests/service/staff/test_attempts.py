"""Who fails too often within a minute waits; others do not."""

from datetime import UTC, datetime, timedelta

import pytest

from service.errors import TooManyAttemptsError
from service.staff.attempts import MOST_CALLERS, MOST_FAILURES, Attempts

NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)


def failed(address: str = "192.0.2.1", times: int = MOST_FAILURES) -> Attempts:
    attempts = Attempts()
    for _ in range(times):
        attempts.refuse_many(address, NOW)
        attempts.note_failure(address, NOW)
    return attempts


def test_who_failed_too_often_is_refused_for_the_rest_of_the_minute() -> None:
    attempts = failed()
    with pytest.raises(TooManyAttemptsError):
        attempts.refuse_many("192.0.2.1", NOW + timedelta(seconds=59))
    attempts.refuse_many("192.0.2.1", NOW + timedelta(seconds=60))
    attempts.note_failure("192.0.2.1", NOW + timedelta(seconds=60))
    attempts.refuse_many("192.0.2.1", NOW + timedelta(seconds=61))


def test_others_are_not() -> None:
    failed().refuse_many("192.0.2.2", NOW)
    failed(times=MOST_FAILURES - 1).refuse_many("192.0.2.1", NOW)


def test_a_whole_network_of_one_subscriber_is_one_caller() -> None:
    attempts = failed("2001:db8:1:2::1")
    with pytest.raises(TooManyAttemptsError):
        attempts.refuse_many("2001:db8:1:2:ffff::9", NOW)
    attempts.refuse_many("2001:db8:1:3::1", NOW)


def test_memory_is_bounded() -> None:
    attempts = failed()
    for number in range(MOST_CALLERS):
        attempts.note_failure(f"caller {number}", NOW)
    attempts.refuse_many("192.0.2.1", NOW)
