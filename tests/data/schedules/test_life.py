"""Two clients upload, publish, edit and undo as they like: the programme is always what a few lines of Python say."""

import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule
from sqlmodel import func, select

from data.programme.refresh import ProgrammeKeeper
from data.schedules.edit import set_status
from data.schedules.errors import NothingToUndoError
from data.schedules.report import Report
from data.tables.change import Change
from data.tables.database import migrate, open_database, reading, writing
from tests.data.factories import (
    NOW,
    add_cinema,
    add_film,
    publish_uploaded_sheet,
    row,
    stored,
    undo_latest,
    upload_sheet,
)
from tests.data.schedules.life_model import File, Model, Slot

TITLES = ("Red Rocket", "Dune", "Tangerine", "Volver", "Parasite")
CLIENTS = st.sampled_from(["anna@kino.example", "ben@kino.example"])
SLOTS = st.builds(Slot, st.sampled_from((26, 27, 28)), st.sampled_from((18, 20)))
FILES = st.dictionaries(st.sampled_from(TITLES), SLOTS, min_size=1, max_size=4)
THE_LAST_EVENING = datetime(2026, 11, 28, 18, 30, tzinfo=UTC)

Upload = tuple[File, Report]


@cache
def template() -> tuple[TemporaryDirectory[str], Path]:
    """Make a house with its films once; each example begins with a copy."""
    folder = TemporaryDirectory()
    path = Path(folder.name) / "house.db"
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    add_cinema(engine)
    for title in TITLES:
        add_film(engine, title)
    engine.dispose()
    return folder, path


class Life(RuleBasedStateMachine):
    """The product, in which each client has a connection of its own, beside the model."""

    uploads = Bundle[Upload]("uploads")

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "kinonah.db"
        shutil.copy(template()[1], path)
        self.engines = {name: open_database(f"sqlite:///{path}") for name in ("anna@kino.example", "ben@kino.example")}
        self.engine = self.engines["anna@kino.example"]
        self.keeper = ProgrammeKeeper(self.engine, language="de")
        self.model = Model(NOW)
        self.reports: dict[str, Report] = {}

    @rule(target=uploads, client=CLIENTS, file=FILES)
    def upload(self, client: str, file: File) -> Upload:
        return file, self._upload(client, file)

    @rule(target=uploads, client=CLIENTS, upload=uploads)
    def upload_again(self, client: str, upload: Upload) -> Upload:
        return upload[0], self._upload(client, upload[0])

    @rule(client=CLIENTS, upload=uploads)
    def publish(self, client: str, upload: Upload) -> None:
        file, uploaded = upload
        report = publish_uploaded_sheet(self.engines[client], uploaded, now=self.model.now, by=client)
        if uploaded.id in {one.schedule_id for one in self.model.publications}:
            assert report == self.reports[uploaded.id]
        elif self.model.publish(report.id or "", file):
            assert report.state == "published"
            self.reports[report.id or ""] = report
        else:
            assert report.state == "unchanged"

    @rule(client=CLIENTS)
    def undo(self, client: str) -> None:
        if self.model.publications:
            assert undo_latest(self.engines[client], now=self.model.now).id == self.model.undo()
            return
        try:
            undo_latest(self.engines[client], now=self.model.now)
        except NothingToUndoError:
            return
        raise AssertionError("Something was undone that was never published.")

    @precondition(lambda self: any(map(self.model.coming, self.model.screenings)))
    @rule(client=CLIENTS, status=st.sampled_from(["sold-out", "scheduled", "cancelled"]), data=st.data())
    def edit(self, client: str, status: str, data: st.DataObject) -> None:
        coming = [number for number, one in enumerate(self.model.screenings) if self.model.coming(one)]
        number = data.draw(st.sampled_from(coming))
        with writing(self.engines[client]) as session:
            set_status(session, "moviemento", number + 1, status, now=self.model.now)
        self.model.edit(number, status)

    @rule(hours=st.sampled_from([1, 20, 70]))
    def wait(self, hours: int) -> None:
        self.model.now = min(self.model.now + timedelta(hours=hours), THE_LAST_EVENING)

    @invariant()
    def every_id_is_what_the_model_says(self) -> None:
        said = {one.id: (one.title, one.starts, one.status) for one in stored(self.engine)}
        assert said == {
            number: (one.title, f"{one.slot.day} {one.slot.hour}:00", one.status)
            for number, one in enumerate(self.model.screenings, start=1)
        }

    @invariant()
    def the_programme_shows_what_is_living_and_how_far_it_is_known(self) -> None:
        self.keeper.refresh()
        programme = self.keeper.programme
        assert programme.screening_count == sum(one.is_living for one in self.model.screenings)
        known_until = programme.cinemas[0].known_until
        days = [one.until_day for one in self.model.publications]
        assert (known_until.day if known_until else None) == max(days, default=None)

    @invariant()
    def what_changed_something_is_logged_once(self) -> None:
        with reading(self.engine) as session:
            assert session.exec(select(func.count()).select_from(Change)).one() == self.model.changes

    def teardown(self) -> None:
        for engine in self.engines.values():
            engine.dispose()
        self.folder.cleanup()

    def _upload(self, client: str, file: File) -> Report:
        rows = [
            row(date=f"2026-11-{slot.day}", time=f"{slot.hour}:00", title=title, source_id=title)
            for title, slot in file.items()
        ]
        return upload_sheet(self.engines[client], *rows, now=self.model.now, by=client)


TestLife = Life.TestCase
# Twenty-five steps are readable as they are; making them fewer takes minutes.
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
TestLife.settings = settings(max_examples=12, stateful_step_count=25, deadline=None, phases=WITHOUT_SHRINKING)
