"""In every time zone of the world, every wall time of 2020 to 2035 that changing clocks could touch is one moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from data.times.offsets import offsets_of
from data.times.programme_day import evening_of, programme_day_begins_at, programme_on
from data.times.wall import Doubt, Instant, instant_of

FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)
AROUND = timedelta(hours=3)
ALL_DAYS = [(FIRST + number * A_DAY).date() for number in range((LAST - FIRST).days)]


@dataclass(frozen=True)
class Change:
    """Clocks are set at a moment (UTC), from one offset to another."""

    at: datetime
    before: timedelta
    after: timedelta


@dataclass(frozen=True)
class Rules:
    """All that a zone's clocks do in these years: zones with the same rules are one."""

    offset: timedelta
    changes: tuple[Change, ...]


def offset_at(zone: ZoneInfo, moment: datetime) -> timedelta:
    offset = moment.astimezone(zone).utcoffset()
    assert offset is not None
    return offset


def rules_of(zone: ZoneInfo) -> Rules:
    """Look at a zone day by day: none changes its clocks and back within one."""
    changes: list[Change] = []
    moment, offset = FIRST, offset_at(zone, FIRST)
    while moment < LAST:
        later = moment + A_DAY
        if offset_at(zone, later) != offset:
            changes.append(change_between(zone, moment, later))
            offset = changes[-1].after
        moment = later
    return Rules(offset_at(zone, FIRST), tuple(changes))


def change_between(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    old = offset_at(zone, before)
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (middle, after) if offset_at(zone, middle) == old else (before, middle)
    return Change(after, old, offset_at(zone, after))


@cache
def zones_by_rules() -> dict[Rules, list[str]]:
    """Sort all zones by their rules: clocks with the same rules show the same, so one zone speaks for all."""
    zones: dict[Rules, list[str]] = {}
    for name in sorted(available_timezones()):
        zones.setdefault(rules_of(ZoneInfo(name)), []).append(name)
    return zones


def representatives() -> Iterator[tuple[ZoneInfo, Rules]]:
    for rules, names in zones_by_rules().items():
        yield ZoneInfo(names[0]), rules


def minutes(first: datetime, last: datetime) -> Iterator[datetime]:
    for number in range((last - first) // A_MINUTE + 1):
        yield first + number * A_MINUTE


def walls_around(change: Change) -> Iterator[datetime]:
    """Give every minute that clocks of both offsets show within three hours of a change."""
    first, last = sorted((change.before, change.after))
    yield from minutes(
        (change.at + first - AROUND).replace(tzinfo=None), (change.at + last + AROUND).replace(tzinfo=None)
    )


def meant(change: Change, wall: datetime) -> Instant:
    """Say which moment a wall time near a change is, from nothing but the change."""
    at_old, at_new = ((wall - offset).replace(tzinfo=UTC) for offset in (change.before, change.after))
    is_before, is_after = at_old < change.at, at_new >= change.at
    if not is_before and not is_after:
        return Instant(at_old, Doubt.MISSING)
    if is_before and is_after:
        return Instant(at_old, Doubt.TWICE)
    return Instant(at_old if is_before else at_new)


def test_all_zones_are_looked_at() -> None:
    assert sum(map(len, zones_by_rules().values())) == len(available_timezones()) > 400
    named = {name: rules for rules, names in zones_by_rules().items() for name in names}
    assert named["Europe/Berlin"] == named["Europe/Paris"] != named["Europe/London"]
    assert len(named["Europe/Berlin"].changes) == 32
    assert named["Asia/Tokyo"].changes == ()


def test_every_minute_near_a_change_of_clocks_is_one_moment_and_back() -> None:
    for zone, rules in representatives():
        for change in rules.changes:
            for wall in walls_around(change):
                instant = instant_of(wall.date(), wall.time(), zone)
                assert instant == meant(change, wall), (zone, wall)
                shown = instant.at.astimezone(zone).replace(tzinfo=None)
                assert (shown == wall) is (instant.doubt is not Doubt.MISSING), (zone, wall)


def test_as_many_minutes_are_missing_or_doubled_as_the_clocks_are_moved() -> None:
    for zone, rules in representatives():
        for change in rules.changes:
            doubts = [instant_of(wall.date(), wall.time(), zone).doubt for wall in walls_around(change)]
            moved = (change.after - change.before) // A_MINUTE
            assert doubts.count(Doubt.MISSING) == max(moved, 0), (zone, change)
            assert doubts.count(Doubt.TWICE) == max(-moved, 0), (zone, change)


def test_one_time_of_every_day_is_one_moment() -> None:
    for zone, rules in representatives():
        offset, changes = rules.offset, list(rules.changes)
        near = {day: change for change in changes for day in days_near(change)}
        for day in ALL_DAYS:
            while changes and changes[0].at.date() < day:
                offset = changes.pop(0).after
            wall = datetime.combine(day, time(*divmod(day.toordinal() * 617 % 1440, 60)))
            expected = meant(near[day], wall) if day in near else Instant((wall - offset).replace(tzinfo=UTC))
            assert instant_of(day, wall.time(), zone) == expected, (zone, wall)


def days_near(change: Change) -> list[date]:
    """Give the days around a change on which either offset may count."""
    return [(change.at + days * A_DAY).date() for days in (-1, 0, 1)]


def test_half_past_midnight_belongs_to_the_evening_before_on_every_day() -> None:
    for zone, _ in representatives():
        for day in ALL_DAYS:
            assert programme_on(instant_of(day, time(0, 30), zone).at, zone) == day - A_DAY, (zone, day)


def test_a_moment_near_a_change_lies_within_its_evening() -> None:
    for zone, rules in representatives():
        for change in rules.changes:
            for at in minutes(change.at - AROUND, change.at + AROUND):
                local = at.astimezone(zone)
                evening = programme_on(at, zone)
                assert evening == evening_of(local.date(), local.time())
                assert programme_day_begins_at(evening, zone).astimezone(UTC) <= at, (zone, at)
                assert at < programme_day_begins_at(evening + A_DAY, zone).astimezone(UTC), (zone, at)


def test_compiled_code_counts_with_the_same_offsets() -> None:
    for zone, rules in representatives():
        offsets = offsets_of(zone)
        for change in rules.changes:
            row = offsets.since.tolist().index(int(change.at.timestamp()) // 60)
            assert offsets.ahead[row] == change.after // A_MINUTE, (zone, change)
            assert offsets.ahead[row - 1] == change.before // A_MINUTE, (zone, change)
