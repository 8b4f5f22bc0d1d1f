"""`make bench`: ours and the alternatives, side by side over synthetic worlds. `python -m tests.bench [WORLD…]`."""

import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from rich.console import Console

from tests.bench.contest import OPENINGS, Contest, hold_contest
from tests.bench.database import fill_database
from tests.bench.document import write_document
from tests.bench.facts import Facts, make_facts
from tests.bench.http_load import HttpRates, measure_http
from tests.bench.loading import Loaded
from tests.bench.opponent import MissingError
from tests.bench.plot import draw_results
from tests.bench.questions import WITHIN_M, make_questions
from tests.bench.result import Result
from tests.bench.terminal import show_result
from tests.bench.tutorial import NAME as TUTORIAL
from tests.bench.tutorial import open_tutorial
from tests.bench.worlds import SIZES, World, make_world

DEFAULT = ("city", "country")
# Ten million rows of our tables would take the longest part of an hour, and the tutorial a minute a question.
WITHOUT_DATABASE = {"world": "left out: it would take a minute a question"}
DOCS = Path(__file__).parents[2] / "docs"
URLS = 100


def main() -> None:
    """Measure the named worlds; write the document where the two that it is about are among them."""
    console = Console(width=120)
    names = sys.argv[1:] or DEFAULT
    if unknown := set(names) - set(SIZES):
        console.print(f"There is no world {', '.join(sorted(unknown))}: name some of {', '.join(SIZES)}.")
        raise SystemExit(2)
    results = []
    for name in names:
        results.append(_measure(name, console))
        show_result(console, results[-1])
    if set(DEFAULT) <= set(names):
        DOCS.mkdir(exist_ok=True)
        draw_results(DOCS / "bench.png", results)
        write_document(DOCS / "bench.md", results, datetime.now(UTC).date())
        console.print("Written: docs/bench.md, docs/bench.png")


def _measure(name: str, console: Console) -> Result:
    world = make_world(name)
    facts = make_facts(world)
    with tempfile.TemporaryDirectory(prefix="kinonah-bench-") as temporary:
        folder = Path(temporary)
        if name in WITHOUT_DATABASE:
            contest = hold_contest(world, facts, OPENINGS, folder, console.print)
            contest = Contest(contest.timings, contest.build_seconds, {TUTORIAL: WITHOUT_DATABASE[name]})
            return _result(world, contest, None, None)
        engine = fill_database(world, facts, folder / "bench.db")
        url = str(engine.url)
        console.print(f"{name}: our database is filled")
        loaded = _load(url)
        http, missing = _load_http(url, world, facts, folder)
        contest = hold_contest(world, facts, OPENINGS | {TUTORIAL: open_tutorial(engine)}, folder, console.print)
        engine.dispose()
    return _result(world, Contest(contest.timings, contest.build_seconds, contest.missing | missing), loaded, http)


def _result(world: World, contest: Contest, loaded: Loaded | None, http: HttpRates | None) -> Result:
    return Result(
        name=world.name,
        cinemas=world.lats.size,
        screenings=world.cinema.size,
        contest=contest,
        loaded=loaded,
        http=http,
    )


def _load(url: str) -> Loaded:
    """Load in a process of its own, so that its memory is the programme's."""
    command = [sys.executable, "-m", "tests.bench.loading", url]
    said = subprocess.run(command, check=True, capture_output=True).stdout
    return msgspec.json.decode(said, type=Loaded)


def _load_http(url: str, world: World, facts: Facts, folder: Path) -> tuple[HttpRates | None, dict[str, str]]:
    try:
        return measure_http(url, make_questions(world, facts, URLS, WITHIN_M), folder), {}
    except MissingError as error:
        return None, {"HTTP": str(error)}


if __name__ == "__main__":
    main()
