"""Days on which an event repeats: the rules of RFC 5545 (3.3.10) that a programme needs, none that has no end.

A day is asked whether the rule holds on it, so no rule, however odd, takes longer than its days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "WKST"})
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rule:
    """How something repeats. `weekdays` are pairs of an ordinal in the month (0: each of them) and a weekday."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    weekdays: frozenset[tuple[int, int]] = frozenset()
    month_days: frozenset[int] = frozenset()
    week_begins: int = 0


def rule_of(text: str) -> Rule | None:
    """Read a rule; null for one that is broken, or that repeats in a way that no programme does."""
    parts = dict(part.strip().upper().partition("=")[::2] for part in text.split(";") if part.strip())
    try:
        rule = Rule(
            frequency=parts["FREQ"],
            interval=int(parts.get("INTERVAL", "1")),
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            until=parts.get("UNTIL", ""),
            weekdays=frozenset(_weekday(day) for day in parts["BYDAY"].split(",")) if "BYDAY" in parts else frozenset(),
            month_days=frozenset(map(int, parts["BYMONTHDAY"].split(","))) if "BYMONTHDAY" in parts else frozenset(),
            week_begins=_WEEKDAYS.index(parts.get("WKST", "MO")),
        )
    except (KeyError, ValueError):
        return None
    return rule if not parts.keys() - _PARTS and _is_sound(rule) else None


def _weekday(text: str) -> tuple[int, int]:
    return int(text[:-2] or 0), _WEEKDAYS.index(text[-2:])


def _is_sound(rule: Rule) -> bool:
    has_ordinals = any(ordinal for ordinal, _ in rule.weekdays)
    if rule.frequency not in _FREQUENCIES or rule.interval < 1 or (rule.count is not None and rule.count < 1):
        return False
    if rule.frequency == "YEARLY" and (rule.weekdays or rule.month_days):
        return False
    return rule.frequency == "MONTHLY" or not (has_ordinals or rule.month_days)


def days_of(rule: Rule, first: date, last: date) -> Iterator[date]:
    """Give the days on which it holds, from the first, which always counts, to the last; `count` is minded."""
    left = rule.count
    day = first
    while day <= last and left != 0:
        if day == first or _holds(rule, first, day):
            yield day
            left = None if left is None else left - 1
        day += _A_DAY


def _holds(rule: Rule, first: date, day: date) -> bool:
    match rule.frequency:
        case "DAILY":
            return (day - first).days % rule.interval == 0 and _is_weekday(rule, day)
        case "WEEKLY":
            weeks = (_week(day, rule) - _week(first, rule)).days // 7
            is_day = _is_weekday(rule, day) if rule.weekdays else day.weekday() == first.weekday()
            return weeks % rule.interval == 0 and is_day
        case "MONTHLY":
            months = (day.year - first.year) * 12 + day.month - first.month
            return months % rule.interval == 0 and _is_of_month(rule, first, day)
    return (day.year - first.year) % rule.interval == 0 and (day.month, day.day) == (first.month, first.day)


def _week(day: date, rule: Rule) -> date:
    return day - timedelta(days=(day.weekday() - rule.week_begins) % 7)


def _is_weekday(rule: Rule, day: date) -> bool:
    return not rule.weekdays or (0, day.weekday()) in rule.weekdays


def _is_of_month(rule: Rule, first: date, day: date) -> bool:
    if not rule.weekdays and not rule.month_days:
        return day.day == first.day
    days_in_month = ((day.replace(day=28) + 4 * _A_DAY).replace(day=1) - _A_DAY).day
    ordinals = (0, (day.day - 1) // 7 + 1, -((days_in_month - day.day) // 7 + 1))
    is_weekday = not rule.weekdays or any((ordinal, day.weekday()) in rule.weekdays for ordinal in ordinals)
    is_day = not rule.month_days or bool({day.day, day.day - days_in_month - 1} & rule.month_days)
    return is_weekday and is_day
