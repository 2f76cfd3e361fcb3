"""The window: its start against a bare one, typing in the search, opening people."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.importing import book_of
from tests.bench.measure import run, spread
from tests.bench.table import Figure
from tests.e2e.desktop import Desktop

FEW = 5
STARTS = 7
TODAY = 1.5
"""Seconds until today can be used."""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """The window's figures at few people and at many, on a screen of its own."""
    books = {people: book_of(folder, environment, people) for people in (FEW, large)}
    with (
        tempfile.TemporaryDirectory(prefix="rt", dir="/tmp") as runtime,
        Desktop(folder, Path(runtime)) as desktop,
    ):
        screen = dict(environment) | desktop.environment
        screen["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "0"
        bare = _start(screen, "bare")
        for people, book in books.items():
            ours = _start(screen, "relate", "--book", str(book))
            named = f"{people:,} people"
            yield Figure(f"first paint, {named}, s", ours["painted"], bare["painted"], 1.3, "bare window")
            yield Figure(f"today is there, {named}, s", ours["filled"], TODAY, 1.0, "the limit")
            listed = _start(screen, "relate", "--book", str(book), "open", "people")
            filled = f"list filled, opened on it, {named}, s"
            yield Figure(filled, listed["filled"], bare["filled"], 2.5, "bare window with a list")
        used = _once(screen, "relate", "--book", str(books[large]), "--use")
    for what, key, wanted in (
        ("key to painted list", "keys", 50.0),
        ("opening a person", "opened", 50.0),
        ("a key keeps the window's thread busy", "blocks", 8.0),
    ):
        median, late, most = (1000 * seconds for seconds in spread(used[key]))
        yield Figure(f"{what}, median, ms", median, wanted, 1.0, "the limit")
        yield Figure(f"{what}, 99th of 100, ms", late, wanted, 1.0, "the limit")
        yield Figure(f"{what}, longest, ms", most, wanted, 1.0, "the limit")


def _start(environment: Mapping[str, str], *words: str) -> dict[str, float]:
    """The quickest of several warm starts."""
    runs = [_once(environment, *words) for _ in range(STARTS)]
    return {key: min(found[key] for found in runs) for key in ("painted", "filled")}


def _once(environment: Mapping[str, str], *words: str) -> dict[str, Any]:
    started = dict(environment) | {"RELATE_BENCH_START": str(time.monotonic_ns())}
    output = run([sys.executable, "-m", "tests.bench.probe", *words], started).output
    found: dict[str, Any] = json.loads(output.splitlines()[-1])
    return found
