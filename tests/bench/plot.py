"""The results as `docs/bench.png`: a bar an opponent, logarithmic; and a line for how time grows with the world."""

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tests.bench.growth import Step
from tests.bench.result import Result, Results

_COLOURS = {True: ("#b3261e", "#e39a95"), False: ("#3b5b7a", "#a9bccd")}
_SHORTEST = 5


def draw_results(path: Path, results: Results) -> None:
    """Draw a panel a world: medians to the answer's bytes, dark within 50 km, light without a radius; then growth."""
    figure = Figure(figsize=(9, 4.2 + 2.8 * len(results.worlds)), layout="constrained")
    panels = figure.subplots(len(results.worlds) + 1, 1, squeeze=False)[:, 0]
    for panel, result in zip(panels, results.worlds, strict=False):
        _draw_panel(panel, result)
    _draw_growth(panels[-1], results.growth)
    figure.suptitle("Median µs from the question to the answer's bytes (logarithmic)", fontsize=12)
    figure.savefig(path, dpi=110)


def _draw_panel(panel: Axes, result: Result) -> None:
    reaches = list(result.contest.timings)
    names = [timing.name for timing in result.contest.timings[reaches[0]]]
    for shade, reach in enumerate(reaches):
        for row, timing in enumerate(result.contest.timings[reach]):
            place, median = row + (shade - 0.5) * 0.4, timing.written.p50
            panel.barh(place, median, height=0.38, color=_COLOURS[row == 0][shade])
            panel.text(median * 1.05, place, f"{median:,.0f}", va="center", fontsize=8)
    panel.set_yticks(range(len(names)), names, fontsize=9)
    panel.invert_yaxis()
    panel.set_xscale("log")
    longest = max(timing.written.p50 for timings in result.contest.timings.values() for timing in timings)
    panel.set_xlim(_SHORTEST, longest * 3)
    panel.set_title(f"{result.title}; dark: {reaches[0]}, light: {reaches[1]}", fontsize=10, loc="left")
    panel.spines[["top", "right"]].set_visible(False)


def _draw_growth(panel: Axes, steps: tuple[Step, ...]) -> None:
    sizes = [step.screenings for step in steps]
    lines = {
        "found, median": ([step.found.p50 for step in steps], "#3b5b7a", "-"),
        "found, mean": ([step.found.mean for step in steps], "#3b5b7a", ":"),
        "to bytes, median": ([step.written.p50 for step in steps], "#b3261e", "-"),
        "to bytes, mean": ([step.written.mean for step in steps], "#b3261e", ":"),
    }
    for name, (micros, colour, style) in lines.items():
        panel.plot(sizes, micros, style, color=colour, marker="o", markersize=4, label=name)
    panel.set_xscale("log")
    panel.set_ylim(bottom=0)
    panel.set_title("Kinonah as the world grows: µs by screenings, within 50 km", fontsize=10, loc="left")
    panel.legend(fontsize=8, frameon=False)
    panel.spines[["top", "right"]].set_visible(False)
