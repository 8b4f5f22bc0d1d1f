"""A report says in numbers, problems and changes what a file is and would do, in the words of the contract."""

import msgspec
from sqlalchemy import Engine

from tests.data.factories import check_sheet, publish_sheet, row

COUNTS = [
    "rows",
    "screenings",
    "duplicates",
    "past",
    "elsewhere",
    "errors",
    "added",
    "moved",
    "changed",
    "removed",
    "kept",
    "unchanged",
    "warnings",
]


def test_the_report_has_the_fields_of_the_contract(house: Engine) -> None:
    publish_sheet(house, row(source_id="1"))
    report = msgspec.json.decode(
        msgspec.json.encode(check_sheet(house, row(time="2o:00"), row(time="20:30", source_id="1")))
    )
    assert {"id", "cinema", "state", "reader", "mode", "scope", "counts", "problems", "changes"} <= set(report)
    assert list(report["counts"]) == COUNTS
    assert set(report["scope"]) == {"from", "until", "auditoriums"}
    assert set(report["problems"][0]) == {"code", "severity", "row", "column", "value", "message"}
    assert {"kind", "id", "from", "starts_at", "version"} <= set(report["changes"][0])


def test_times_are_local_with_the_cinemas_offset(house: Engine) -> None:
    report = msgspec.json.decode(msgspec.json.encode(check_sheet(house, row(), row(date="2027-07-01"))))
    assert [one["starts_at"] for one in report["changes"]] == ["2026-11-26T20:00:00+01:00", "2027-07-01T20:00:00+02:00"]


def test_every_kind_of_row_and_change_is_counted(house: Engine) -> None:
    publish_sheet(
        house,
        row(),
        row(date="2026-11-27"),
        row(date="2026-11-28"),
        row(title="Weg"),
        row(title="Bleibt", time="18:00"),
    )
    own = [
        row(),
        row(),
        row(date="2026-11-27", time="20:30"),
        row(date="2026-11-28", version="OmU", booking_url="https://kino.example"),
        row(title="Dazu", time="10:00"),
        row(title="Bleibt", time="18oo"),
        row(date="2026-11-20"),
    ]
    report = check_sheet(house, *(one | {"cinema": "Moviemento"} for one in own), row(cinema="Odeon"))
    counts = msgspec.structs.asdict(report.counts)
    assert counts == {
        "rows": 8,
        "screenings": 4,
        "duplicates": 1,
        "past": 1,
        "elsewhere": 1,
        "errors": 1,
        "added": 1,
        "moved": 1,
        "changed": 1,
        "removed": 1,
        "kept": 1,
        "unchanged": 1,
        "warnings": 2,
    }


def test_problems_come_in_the_order_of_the_rows(house: Engine) -> None:
    report = check_sheet(house, row(title="Neu"), row(time="?"), row(title="Neuer", version="?!"), row(date="?"))
    numbers = [problem.row or 0 for problem in report.problems]
    assert numbers == sorted(numbers)


def test_changes_come_in_the_order_of_their_starts(house: Engine) -> None:
    publish_sheet(house, row(time="23:00", title="Weg"))
    changes = check_sheet(house, row(time="21:00"), row(time="14:00", title="Neu")).changes
    assert [(one.kind, one.starts_at.hour) for one in changes] == [("added", 14), ("added", 21), ("removed", 23)]
