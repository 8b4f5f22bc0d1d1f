"""The results as `docs/bench.png`: a bar an opponent, logarithmic, the shorter the better."""

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tests.bench.result import Result

_COLOURS = {True: ("#b3261e", "#e39a95"), False: ("#3b5b7a", "#a9bccd")}


def draw_results(path: Path, results: list[Result]) -> None:
    """Draw a panel a world: medians to the answer's bytes, dark within 50 km, light without a radius."""
    figure = Figure(figsize=(9, 0.6 + 3.4 * len(results)), layout="constrained")
    panels = figure.subplots(len(results), 1, squeeze=False)[:, 0]
    for panel, result in zip(panels, results, strict=True):
        _draw_panel(panel, result)
    figure.suptitle("Median µs from the question to the answer's bytes (logarithmic)", fontsize=12)
    figure.savefig(path, dpi=110)


def _draw_panel(panel: Axes, result: Result) -> None:
    reaches = list(result.contest.timings)
    names = [timing.name for timing in result.contest.timings[reaches[0]]]
    for shade, reach in enumerate(reaches):
        for row, timing in enumerate(result.contest.timings[reach]):
            place = row + (shade - 0.5) * 0.4
            panel.barh(place, timing.bytes_p50, height=0.38, color=_COLOURS[row == 0][shade])
            panel.text(timing.bytes_p50 * 1.05, place, f"{timing.bytes_p50:,.0f}", va="center", fontsize=8)
    missing = list(result.contest.missing)
    for row, _ in enumerate(missing, start=len(names)):
        panel.text(12, row, "missing", va="center", fontsize=8, style="italic")
    panel.set_yticks(range(len(names) + len(missing)), [*names, *missing], fontsize=9)
    panel.invert_yaxis()
    panel.set_xscale("log")
    longest = max(timing.bytes_p50 for timings in result.contest.timings.values() for timing in timings)
    panel.set_xlim(10, longest * 3)
    panel.set_title(f"{result.title}; dark: {reaches[0]}, light: {reaches[1]}", fontsize=10, loc="left")
    panel.spines[["top", "right"]].set_visible(False)
