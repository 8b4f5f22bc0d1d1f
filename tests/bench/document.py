"""The results as `docs/bench.md`: tables, machine, date, how to run, and where we are not yet where we want to be."""

import platform
from datetime import date
from importlib.metadata import version
from os import cpu_count
from pathlib import Path

from tests.bench.contest import QUESTIONS, ROUNDS
from tests.bench.result import Result
from tests.bench.terminal import HEADINGS, besides, timing_cells

# What a trial reached before the finder was built: the share of the bound by a lean route with a compiled kernel.
_TRIAL_SHARE = 0.45
_GOAL_RATIO = 10.0

_INTRODUCTION = """\
# Measured against other ways

The question: a place, a film, the next 48 hours, now and then a version → the nearest 20 cinemas with their screenings.
Everyone answers over the same synthetic world, with all that the contract's answer holds (booking links, auditoriums,
versions, formats, films). Cinema, film and version facts lie in memory for everyone, and everyone's answer is made of
the same structs by the same encoder; so the differences are those of finding and fetching.

![Microseconds to the answer's bytes, by world](bench.png)

Run it with `make bench` (city and country, some minutes), or `make bench WORLDS="city world"`: *world* has 120,000
cinemas and 10 million screenings. Nobody has run it yet: by the country's figures, expect half an hour and gigabytes of
memory and disk.
PostgreSQL with PostGIS, Redis and wrk are Debian's; run as root, the bench installs them, else it says how.
Who is missing is listed as missing. All servers run for the bench alone, in a temporary folder, on sockets there.

- *found*: the nearest cinemas and their screenings, in order; *to bytes*: with the answer. The others find a screening
  with its texts, ours finds rows of numbers and looks the texts up while writing: compare *to bytes*.
- *ratio*: the mean to bytes by ours, the median over the rounds. Compare ratios; microseconds are this machine's.
- *exact*: the share of questions whose cinemas and screenings are those of a search through everything by geodesics.
- The tutorial is asked only each 10th (city) or 50th (country) question; its ratio compares those.
- Where nothing is found, ours also looks for an alternative; ours counts all cinemas in reach, others only those shown.
"""


def write_document(path: Path, results: list[Result], on: date) -> None:
    """Write the document anew."""
    parts = [_INTRODUCTION, _machine(on)]
    for result in results:
        parts += [f"## {result.title}\n", *(_table(result, reach) for reach in result.contest.timings)]
        parts.append("\n\n".join(besides(result)) + "\n")
    parts.append("## Where we are not yet\n")
    parts.append("\n".join(f"- {sentence}" for result in results for sentence in shortcomings(result)) + "\n")
    path.write_text("\n".join(parts), encoding="utf-8")


def _machine(on: date) -> str:
    cpu = next((line.split(":")[1].strip() for line in _cpu_lines() if line.startswith("model name")), "unknown")
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "msgspec", "uvicorn", "psycopg", "shapely"))
    return (
        f"Measured on {on:%d %B %Y}: {cpu}, {cpu_count()} cores, shared with others and noisy; {platform.system()}, "
        f"Python {platform.python_version()}, {packages}. {ROUNDS} interleaved rounds of {QUESTIONS} questions.\n"
    )


def _cpu_lines() -> list[str]:
    source = Path("/proc/cpuinfo")
    return source.read_text().splitlines() if source.exists() else []


def _table(result: Result, reach: str) -> str:
    lines = [f"### {result.name}, {reach} (µs)\n", _line(HEADINGS), _line(["---", *["--:"] * (len(HEADINGS) - 1)])]
    lines += [_line(timing_cells(timing)) for timing in result.contest.timings[reach]]
    lines += [_line([name, "missing", *[""] * (len(HEADINGS) - 2)]) for name in result.contest.missing]
    lines += [f"\n{name} is missing: {reason}" for name, reason in result.contest.missing.items()]
    return "\n".join(lines) + "\n"


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def shortcomings(result: Result) -> list[str]:
    """Say where ours does not reach what we want: far ahead of everyone, and near the bound of HTTP."""
    sentences = []
    for reach, timings in result.contest.timings.items():
        nearest = sorted((one for one in timings[1:] if one.ratio < _GOAL_RATIO), key=lambda one: one.ratio)
        close = ", ".join(f"{one.name} ({one.ratio:.1f})" for one in nearest)
        if close:
            sentences.append(f"{result.name}, {reach}: not {_GOAL_RATIO:.0f} times as fast as {close}.")
        first = timings[0]
        sentences.append(
            f"{result.name}, {reach}: of {first.bytes_p50:,.0f} µs to the bytes, finding takes {first.found_p50:,.0f}; "
            "a compiled kernel took 10–40 in a trial elsewhere."
        )
    if result.http and result.http.share < _TRIAL_SHARE:
        sentences.append(
            f"{result.name}: over HTTP {result.http.share:.0%} of the bound; "
            f"a lean route reached {_TRIAL_SHARE:.0%} in a trial."
        )
    return sentences
