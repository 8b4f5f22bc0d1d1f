"""The results as `docs/bench.md`: goals, tables, machine, date, and how to run."""

import platform
from datetime import date
from importlib.metadata import version
from os import cpu_count, getloadavg
from pathlib import Path

from tests.bench.contest import QUESTIONS, ROUNDS
from tests.bench.goals import Judged, judge
from tests.bench.result import Result, Results
from tests.bench.terminal import HEADINGS, besides, timing_cells

_INTRODUCTION = """\
# Measured against other ways

The question: a place, a film, the next 48 hours, now and then a version → the nearest 20 cinemas with their screenings.
Everyone answers over the same synthetic world, with all that the contract's answer holds (booking links, auditoriums,
versions, formats, films). Ours is the whole way, from the product's database to the product's bytes.

![Medians by world, and as the world grows](bench.png)

`make bench` measures city, country and world; `make bench WORLDS="city"` fewer, into a temporary folder.
PostgreSQL with PostGIS, Redis and wrk are Debian's; run as root, the bench installs them, else it says how.
Who is missing is listed as missing. All servers run for the bench alone, in a temporary folder, on sockets there.
"""

_READING = """\
## How to read it

- *found*: the nearest cinemas and their screenings, in exact order, ready for encoding. The others find rows with their
  texts, for that is how they store them; ours finds row numbers and writes the texts from memory.
- *to bytes*: the whole answer. Everyone else's is made of the contract's structs by msgspec; cinema, film and version
  facts lie in memory for everyone.
- *ratio*: the mean by ours, the median over interleaved rounds. Compare ratios; microseconds are this machine's.
- *exact*: the share of the questions whose cinemas and screenings are those of a search through everything.
- *Order and choice*: questions where people live, anywhere on Earth, at the poles, at the date line, opposite cinemas
  and at their doors; limits of 1 to 20, with and without radius and uncertainty. One cinema in fifty shares its house
  with another. The reference measures with PROJ and shares no code with ours; equal to the millimetre means by slug.
- *Bare bytes*: an ASGI function that answers constant bytes, as many as a mean answer to the very questions asked has,
  on the same server with the same options. Ours is `kinonah serve` as it is, its log in a file: the server asks it for
  an answer before it makes a task (`service/at_once.py`), which an ASGI function cannot have, and more headers protect
  it. wrk has eight connections and needs a core, as PostgreSQL does.
- *An evening*: films by popularity, cells of two decimals by population, `accuracy_m` 1000; many are asked once, so not
  all can be answered from memory. *The same five hundred* shows what kept answers alone would give.
- *Published*: 60 screenings of a cinema, ten times; seconds from the commit, the worst of them; the slowest question in
  a stream of some hundred a second, the median of the ten. The noise without publishing stands beside it.
- *From bytes to commit*: a cinema's file is read, understood, compared and published by a process that has published
  before; the median of seven cinemas.
- *Understood*: seconds of one core from the rows of a sheet and the titles of a catalogue to what is shown; no two rows
  share a title or a label, a third of the titles is known, a third has a slip or something beside it, a third is new.
- *Searched*: titles as they are, begun, bent and with slips, names, years, single letters, among films with eight
  actors each, near a point; the other compares each title with `fuzz.WRatio`, and knows no names and no showtimes.
- The tutorial is asked only a few of the questions, Redis in the world each fourth; their ratios compare those.
"""


def write_document(path: Path, results: Results, on: date) -> None:
    """Write the document anew."""
    parts = [_INTRODUCTION, _machine(results, on), _goals(judge(results)), _READING]
    for result in results.worlds:
        parts += [f"## {result.title}\n", *(_table(result, reach) for reach in result.contest.timings)]
        parts.append("\n\n".join(besides(result)) + "\n")
    parts.append(_growth(results))
    path.write_text("\n".join(parts), encoding="utf-8")


def _machine(results: Results, on: date) -> str:
    cpu = next((line.split(":")[1].strip() for line in _cpu_lines() if line.startswith("model name")), "unknown")
    names = ("numpy", "numba", "msgspec", "uvicorn", "fastapi", "asyncpg", "psycopg", "shapely")
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    return (
        f"Measured on {on:%d %B %Y} in {results.minutes:.0f} minutes: {cpu}, {cpu_count()} cores (load at the end "
        f"{getloadavg()[1]:.1f}); {platform.system()}, Python {platform.python_version()}, {packages}. {ROUNDS} "
        f"interleaved rounds of {QUESTIONS} questions.\n"
    )


def _cpu_lines() -> list[str]:
    source = Path("/proc/cpuinfo")
    return source.read_text().splitlines() if source.exists() else []


def _goals(judged: list[Judged]) -> str:
    reached = sum(one.is_reached for one in judged)
    lines = [f"## What was to be reached: {reached} of {len(judged)}\n"]
    lines += [_line(("what", "where", "measured", "goal", "")), _line(["---", "---", "--:", "--:", "---"])]
    lines += [
        _line((one.what, one.where, one.figure, one.goal, "reached" if one.is_reached else "**not reached**"))
        for one in judged
    ]
    return "\n".join(lines) + "\n"


def _table(result: Result, reach: str) -> str:
    lines = [f"### {result.name}, {reach} (µs)\n", _line(HEADINGS), _line(["---", *["--:"] * (len(HEADINGS) - 1)])]
    lines += [_line(timing_cells(timing)) for timing in result.contest.timings[reach]]
    lines += [_line([name, "missing", *[""] * (len(HEADINGS) - 2)]) for name in result.contest.missing]
    return "\n".join(lines) + "\n"


def _growth(results: Results) -> str:
    headings = ("screenings", "found p50", "mean", "to bytes p50", "mean")
    lines = ["## As the world grows (µs, within 50 km)\n", _line(headings), _line(["--:"] * len(headings))]
    for step in results.growth:
        micros = (step.found.p50, step.found.mean, step.written.p50, step.written.mean)
        lines.append(_line([f"{step.screenings:,}", *(f"{value:,.0f}" for value in micros)]))
    return "\n".join(lines) + "\n"


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
