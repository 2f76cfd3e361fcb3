"""A seeded generator of address books of any size, written as phones and programs write them.

Every person depends on the seed and on their place alone: the first thousand of a hundred
thousand people are the same as a thousand people made with that seed.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.dialects import DIALECTS
from tests.bench.invented import somebody


def cards(count: int, seed: int = 1) -> Iterator[bytes]:
    """That many cards, in the dialects by turns."""
    for place in range(count):
        yield DIALECTS[place % len(DIALECTS)](somebody(seed, place))


def write_export(path: Path, count: int, seed: int = 1) -> Path:
    """One file with that many cards, as a phone that has lived through many programs exports it."""
    with path.open("wb") as file:
        file.writelines(cards(count, seed))
    return path
