"""Who is twice: how many of the labelled pairs are found, how soon in a large book; joining, separating."""

import gc
import json
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.importing import book_of
from tests.bench.measure import run, spread
from tests.bench.table import Figure

SMALL = 10_000
LIMITS = {SMALL: 3.0, 100_000: 40.0}
"""Seconds for all of so many people."""
JOIN_LIMIT = 50.0
"""Milliseconds to make two people one, or two again."""
MISSED, WRONG = 5.0, 2.0
"""Of a hundred: pairs of one person that may be missed, and certain pairs that may be two people."""
ROUNDS = 40
CLOCKS = ("wall time", "processor time")
"""Processor time beside wall time, since a shared machine makes anything wait."""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """The labelled pairs, then the two books."""
    found = json.loads(run([sys.executable, "-m", "tests.bench.duplicates", "labelled"], environment).output)
    for which, told in found.items():
        missed, wrong = 100 * told["missed"] / told["one"], 100 * told["wrong"] / max(told["certain"], 1)
        yield Figure(f"{which} labelled pairs, missed of 100", missed, MISSED, 1.0, "recall 0.95")
        yield Figure(f"{which} certain pairs, wrong of 100", wrong, WRONG, 1.0, "precision 0.98")
        yield Figure(f"{which} certainty beside the truth", told["brier"], 0.1, 1.0, "a Brier score of 0.1")
        left = 100 * (1 - told["certain_sure"] / told["sure"])
        yield Figure(f"{which} sure pairs that are asked about, of 100", left, 20.0, 1.0, "one in five")
    for people in (SMALL, large):
        book = book_of(folder, environment, people)
        line = [sys.executable, "-m", "tests.bench.duplicates", str(book)]
        told = json.loads(run(line, environment).output)
        limit = LIMITS.get(people, 0.0004 * people)
        for clock, seconds in zip(CLOCKS, told["find"], strict=True):
            yield Figure(
                f"everybody twice of {people:,} people, {clock}, s", seconds, limit, 1.0, "the limit"
            )
        for what in ("merge", "separate"):
            for clock, values in zip(CLOCKS, zip(*told[what], strict=True), strict=True):
                median, late, _most = (1000 * value for value in spread(values))
                named = f"{what}, {people:,} people, {clock}"
                yield Figure(f"{named}, median, ms", median, JOIN_LIMIT, 1.0, "the limit")
                yield Figure(f"{named}, 99th of 100, ms", late, JOIN_LIMIT, 1.0, "the limit")


def labelled() -> dict[str, dict[str, float]]:
    """All pairs of a labelled set in one book, so that who is found by chance counts as well."""
    import tempfile  # noqa: PLC0415 - only the measured process needs these
    from datetime import UTC, datetime  # noqa: PLC0415

    from relate_desktop.domain.certainty import certainty  # noqa: PLC0415
    from relate_desktop.domain.likeness import compare, profile_of  # noqa: PLC0415
    from relate_desktop.services.book import open_book  # noqa: PLC0415
    from tests.labelled_pairs import SETS, labelled_pairs  # noqa: PLC0415

    told: dict[str, dict[str, float]] = {}
    now = datetime(2026, 11, 22, tzinfo=UTC)
    for which, path in SETS.items():
        with (
            tempfile.TemporaryDirectory() as folder,
            open_book(Path(folder) / "book", clock=lambda: now, create=True) as book,
        ):
            labels = {}
            squares = []
            for pair in labelled_pairs(path):
                one, other = (book.contacts.add(card) for card in pair.cards)
                labels[one, other] = pair
                likely = certainty(compare(*map(profile_of, pair.cards)))
                squares.append((likely - pair.one) ** 2)
            found = {(pair.one, pair.other): pair for pair in book.duplicates.find(_Unstopped())}
            certain = {people for people, pair in found.items() if pair.certain}
            true = {people for people, pair in labels.items() if pair.one}
            sure = {people for people, pair in labels.items() if pair.sure}
            told[which] = {
                "one": len(true),
                "missed": len(true - found.keys()),
                "certain": len(certain),
                "wrong": len(certain - true),
                "sure": len(sure),
                "certain_sure": len(sure & certain),
                "brier": sum(squares) / len(squares),
            }
    return told


def measure(folder: Path) -> dict[str, object]:
    """Seconds of one look through a book, and of pairs joined and separated, by each of the clocks.

    Garbage is not looked for meanwhile, as in the window, which does so when no worker works.
    """
    from relate_desktop.domain.ids import ContactId  # noqa: PLC0415
    from relate_desktop.services.book import open_book  # noqa: PLC0415
    from relate_desktop.system.clock import machine_clock  # noqa: PLC0415

    merges: list[tuple[float, float]] = []
    separations: list[tuple[float, float]] = []
    gc.disable()
    with open_book(folder, clock=machine_clock) as book:
        before = _clocks()
        pairs = len(book.duplicates.find(_Unstopped()))
        find = _since(before)
        people = book.contacts.ids()
        step = max(1, len(people) // (2 * ROUNDS + 2))
        for number in range(ROUNDS):
            one, other = (ContactId(people[(2 * number + more) * step]) for more in (0, 1))
            before = _clocks()
            merged = book.merges.merge(one, [other])
            merges.append(_since(before))
            before = _clocks()
            book.merges.separate(merged.changeset)
            separations.append(_since(before))
    return {"find": find, "pairs": pairs, "merge": merges, "separate": separations}


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _since(before: tuple[float, float]) -> tuple[float, float]:
    wall, busy = _clocks()
    return wall - before[0], busy - before[1]


class _Unstopped:
    """A job that nobody watches."""

    def step(self, done: int, total: int) -> None:
        """Go on."""


if __name__ == "__main__":
    print(json.dumps(labelled() if sys.argv[1] == "labelled" else measure(Path(sys.argv[1]))))
