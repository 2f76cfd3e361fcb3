"""Import, everything included, against vobject merely parsing the same file."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.measure import Run, best, run
from tests.bench.people import write_export
from tests.bench.table import Figure

PARSE = """
import sys, vobject
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    print(sum(1 for card in vobject.readComponents(file, allowQP=True, ignoreUnreadable=True)))
"""


def figures(folder: Path, environment: Mapping[str, str], large: int) -> Iterator[Figure]:
    """The import figures, as they are measured; leaves the books ``10000`` and ``large`` in the folder."""
    small = 10_000
    export = write_export(folder / "small.vcf", small)
    parsed = best(3, lambda: run([sys.executable, "-c", PARSE, str(export)], environment))
    stored = best(3, lambda: import_fresh(folder / str(small), export, environment))
    yield Figure(f"import {small:,} people, s", stored.seconds, parsed.seconds, 1.0, "vobject merely parsing")
    if large <= small:
        return
    export = write_export(folder / "large.vcf", large)
    grown = import_fresh(folder / str(large), export, environment)
    export.unlink()
    times = large // small
    yield Figure(
        f"import {large:,} people, s", grown.seconds, stored.seconds, times * 1.1, f"{small:,} people"
    )
    yield Figure(f"memory importing {large:,} people, MB", grown.peak / 1e6, 400, 1.0, "the limit")
    again = import_into(folder / str(small), folder / "small.vcf", environment)
    yield Figure(
        f"import {small:,} people again, s", again.seconds, parsed.seconds, 1.0, "vobject merely parsing"
    )


def book_of(folder: Path, environment: Mapping[str, str], people: int) -> Path:
    """A book with that many people; the import's figures may have left it here."""
    book = folder / str(people)
    if not book.exists():
        export = write_export(folder / "few.vcf", people)
        import_fresh(book, export, environment)
        export.unlink()
    return book


def import_fresh(book: Path, export: Path, environment: Mapping[str, str]) -> Run:
    """Import into a book that does not exist yet."""
    if book.exists():
        _remove(book)
    return import_into(book, export, environment)


def import_into(book: Path, export: Path, environment: Mapping[str, str]) -> Run:
    """Import by the command line, from the start of the program to its end."""
    line = [sys.executable, "-m", "relate_desktop", "--book", str(book), "--quiet", "import", str(export)]
    return run(line, environment)


def _remove(book: Path) -> None:
    for path in sorted(book.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    book.rmdir()
