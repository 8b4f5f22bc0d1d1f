"""`make bench`: ours and the alternatives, side by side over synthetic worlds. `python -m tests.bench [WORLD…]`."""

import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from tests.bench.document import write_document
from tests.bench.growth import measure_growth
from tests.bench.measuring import measure_world
from tests.bench.plot import draw_results
from tests.bench.result import Results
from tests.bench.searching import measure_searching
from tests.bench.terminal import show_result
from tests.bench.understanding import measure_understanding
from tests.bench.worlds import SIZES

DOCS = Path(__file__).parents[2] / "docs"


def main() -> None:
    """Measure the named worlds, or all; write the document where all were."""
    console = Console(width=140)
    names = sys.argv[1:] or list(SIZES)
    if unknown := set(names) - set(SIZES):
        console.print(f"There is no world {', '.join(sorted(unknown))}: name some of {', '.join(SIZES)}.")
        raise SystemExit(2)
    # Ended from outside, it ends its servers too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    begun = time.monotonic()

    def say(sentence: str) -> None:
        console.print(f"{(time.monotonic() - begun) / 60:5.1f} min  {sentence}", highlight=False)

    worlds = []
    for name in sorted(set(names), key=list(SIZES).index):
        worlds.append(measure_world(name, say))
        show_result(console, worlds[-1])
    with tempfile.TemporaryDirectory(prefix="kinonah-bench-") as folder:
        growth = measure_growth(Path(folder), say)
    growth += [world.step for world in worlds if world.name == "world"]
    understood = measure_understanding()
    say(f"a sheet of {understood.rows:,} rows is understood in {understood.seconds:.2f} s")
    searched = measure_searching()
    say(f"a film is found among {searched.films:,} in {searched.p50:.1f} ms")
    results = Results(tuple(worlds), tuple(growth), understood, searched, (time.monotonic() - begun) / 60)
    # A run over fewer worlds is somebody's look at a part, not the document.
    folder_of = DOCS if set(names) == set(SIZES) else Path(tempfile.mkdtemp(prefix="kinonah-bench-"))
    draw_results(folder_of / "bench.png", results)
    write_document(folder_of / "bench.md", results, datetime.now(UTC).date())
    console.print(f"Written: {folder_of / 'bench.md'}, {folder_of / 'bench.png'}")


if __name__ == "__main__":
    main()
