"""The results as cells and sentences, and on the terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from tests.bench.http_load import BARE, OTHER, OURS, HttpRates, Rates
from tests.bench.publishing import Published
from tests.bench.result import Result
from tests.bench.timing import Timing

HEADINGS = (
    "", "found p50", "p99", "mean", "ratio", "to bytes p50", "p99", "mean", "ratio", "exact",
)  # fmt: skip


def show_result(console: Console, result: Result) -> None:
    """Print a table a reach, then what there is besides."""
    for reach, timings in result.contest.timings.items():
        table = Table(title=f"{result.title}, {reach} (µs)")
        for heading in HEADINGS:
            table.add_column(heading, justify="right" if heading else "left")
        for timing in timings:
            table.add_row(*timing_cells(timing))
        console.print(table)
    for sentence in besides(result):
        console.print(sentence)


def timing_cells(timing: Timing) -> list[str]:
    """Write a timing as cells, in the order of the headings."""
    cells = [timing.name]
    for span in (timing.found, timing.written):
        cells += [f"{value:,.0f}" for value in (span.p50, span.p99, span.mean)]
        cells.append(f"{span.ratio:,.1f}")
    return [*cells, f"{timing.exact_share:.1%}"]


def besides(result: Result) -> list[str]:
    """Say what was measured besides: exactness, HTTP, publishing, loading, memory, building."""
    sentences = [_order(result)]
    if result.http:
        sentences += _http(result.http)
    sentences += [_published(one) for one in result.published]
    speed = result.publish_speed
    sentences.append(
        f"A week of 60 screenings: published in {speed.first * 1000:.0f} ms, changed in {speed.changed * 1000:.0f} ms, "
        f"undone in {speed.undone * 1000:.0f} ms."
    )
    loaded = result.loaded
    resident = f"{loaded.resident_bytes / 1e9:.2f} GB" if loaded.resident_bytes else "an unknown amount"
    sentences.append(
        f"Loaded from SQLite in {loaded.seconds:.2f} s; {loaded.column_bytes:.1f} bytes a screening in columns and "
        f"lists; the process then holds {resident}. The database was filled in {result.fill_seconds:,.0f} s."
    )
    built = ", ".join(f"{name} {seconds:,.1f} s" for name, seconds in result.contest.build_seconds.items())
    sentences.append(f"Filled in: {built}.")
    sentences += [f"{name} is missing: {reason}." for name, reason in result.contest.missing.items()]
    return sentences


def _order(result: Result) -> str:
    order = result.order
    numbers = f" (questions {', '.join(map(str, order.differing[:20]))})" if order.differing else ""
    return f"Order and choice: {order.asked:,} questions, {len(order.differing)} differences{numbers}."


def _http(http: HttpRates) -> Iterator[str]:
    alike = "" if http.alike is None else f" Both services agree on {http.alike:.0%} of a sample's answers."
    yield _rates("HTTP, one worker, positions that nobody asked before", http.cold) + alike
    yield _rates(
        f"HTTP, an evening with two publishes a second ({http.distinct:.0%} of the addresses are new)", http.evening
    )
    yield _rates("HTTP, the same five hundred addresses again and again, two publishes a second", http.repeated)
    if http.worker_bytes:
        yield f"The worker then holds {http.worker_bytes / 1e9:.2f} GB."


def _rates(what: str, rates: Rates) -> str:
    ours, bare = rates.a_second[OURS], rates.a_second[BARE]
    said = (
        f"{what}: {ours:,.0f} answers a second, {bare:,.0f} of bare bytes ({rates.answer_bytes:,}): {rates.share:.1%}."
    )
    if rates.lead is not None:
        said += f" FastAPI + asyncpg + PostGIS: {rates.a_second[OTHER]:,.0f}, ours {rates.lead:.1f} times as many."
    return said


def _published(one: Published) -> str:
    return (
        f"Published into {one.workers} worker{'s' if one.workers > 1 else ''}: {one.visible:.2f} s until all answer it "
        f"(worst {one.visible_worst:.2f}); the usual question {one.usual_ms:.1f} ms, the slowest meanwhile "
        f"{one.slowest_ms:.1f} ms more (worst {one.slowest_worst_ms:.1f}; {one.quiet_ms:.1f} when nobody publishes)."
    )
