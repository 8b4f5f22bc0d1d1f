"""The results on the terminal."""

from rich.console import Console
from rich.table import Table

from tests.bench.result import Result
from tests.bench.timing import Timing

HEADINGS = ("", "found p50", "p99", "to bytes p50", "p99", "mean", "ratio", "exact")


def show_result(console: Console, result: Result) -> None:
    """Print a table a reach, then what there is besides."""
    for reach, timings in result.contest.timings.items():
        table = Table(title=f"{result.title}, {reach} (µs)")
        for heading in HEADINGS:
            table.add_column(heading, justify="right" if heading else "left")
        for timing in timings:
            table.add_row(*timing_cells(timing))
        for name, reason in result.contest.missing.items():
            table.add_row(name, "missing", *[""] * (len(HEADINGS) - 2))
            table.caption = f"{table.caption or ''}{name}: {reason} "
        console.print(table)
    for sentence in besides(result):
        console.print(sentence)


def timing_cells(timing: Timing) -> list[str]:
    """Write a timing as cells, in the order of the headings."""
    micros = (timing.found_p50, timing.found_p99, timing.bytes_p50, timing.bytes_p99, timing.bytes_mean)
    return [
        timing.name,
        *(f"{value:,.0f}" for value in micros),
        f"{timing.ratio:,.2f}",
        f"{timing.exact_share:.1%}",
    ]


def besides(result: Result) -> list[str]:
    """Say what was measured besides: HTTP, loading, memory, building."""
    sentences = []
    if http := result.http:
        sentences.append(
            f"HTTP, one worker: {http.ours:,.0f} requests a second of /api/v1/showtimes, {http.bare:,.0f} of bare ASGI "
            f"with as many bytes ({http.answer_bytes:,}): {http.share:.1%} of the bound."
        )
    if loaded := result.loaded:
        resident = f"{loaded.resident_bytes:,.0f}" if loaded.resident_bytes is not None else "an unknown number of"
        sentences.append(
            f"Loaded from SQLite in {loaded.seconds:.2f} s; {loaded.array_bytes:.0f} bytes a screening in arrays, "
            f"{resident} in all."
        )
    built = ", ".join(f"{name} {seconds:,.1f} s" for name, seconds in result.contest.build_seconds.items())
    sentences.append(f"Built in: {built}.")
    return sentences
