"""The figures of Relate as ratios taken in one run: ``python -m tests.bench [--people N] [--only PART]``."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.bench import (
    bulk,
    calendar_files,
    calendars,
    duplicates,
    fetching,
    history,
    idle,
    importing,
    palette,
    relations,
    searching,
    timeline,
    today,
    turns,
    window,
)
from tests.bench.table import Figure

ROOT = Path(__file__).parents[2]
PARTS: dict[str, Callable[[Path, Mapping[str, str], int], Iterator[Figure]]] = {
    "import": importing.figures,
    "search": searching.figures,
    "palette": palette.figures,
    "timeline": timeline.figures,
    "duplicates": duplicates.figures,
    "calendars": calendars.figures,
    "today": today.figures,
    "bulk": bulk.figures,
    "relations": relations.figures,
    "calendar-files": calendar_files.figures,
    "history": history.figures,
    "net": fetching.figures,
    "idle": idle.figures,
    "window": window.figures,
    "turns": turns.figures,
}


def main() -> int:
    """Measure and print; answers 1 where a figure is not as wanted."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--people", type=int, default=100_000, help="the size of the large book")
    parser.add_argument("--only", choices=PARTS, action="append", help="a part; all of them otherwise")
    parser.add_argument("--folder", type=Path, help="where to put books and files, and leave them")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="relate-bench-") as temporary:
        folder = words.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        environment = os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(folder)}
        # as on a user's machine: byte code is kept from the first start on, here beside the books
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        good = True
        for part in words.only or PARTS:
            for figure in PARTS[part](folder, environment, words.people):
                print(figure, flush=True)
                good = good and figure.good
    return 0 if good else 1


sys.exit(main())
