"""Where the corpus of files that others wrote lies, and what is in it.

It is no part of the project: ``RELATE_CORPUS`` names its folder, else it lies at
``../shared/corpus`` beside the project. Where there is none these tests are skipped.
"""

import csv
import os
from functools import cache
from pathlib import Path

ROOT = Path(os.environ.get("RELATE_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
ABSENT = f"there is no corpus at {ROOT}; RELATE_CORPUS names its folder"


def is_here() -> bool:
    """Whether the corpus can be read."""
    return (ROOT / "INDEX.tsv").is_file()


@cache
def vcards() -> tuple[Path, ...]:
    """Every vCard file of the corpus and every minimal case; none where there is no corpus."""
    if not is_here():
        return ()
    with (ROOT / "INDEX.tsv").open(encoding="utf-8", newline="") as index:
        rows = csv.DictReader(index, delimiter="\t")
        listed = [ROOT / row["path"] for row in rows if row["kind"] == "vcard"]
    return (*listed, *sorted((ROOT / "minimal").glob("*.vcf")))


CALENDAR_SUFFIXES = frozenset({".ics", ".vcs", ".ical", ".ifb"})


@cache
def calendars() -> tuple[Path, ...]:
    """Every calendar of the corpus; none where there is no corpus."""
    return tuple(sorted(path for path in ROOT.rglob("*") if path.suffix.lower() in CALENDAR_SUFFIXES))


def name(path: Path) -> str:
    """The path within the corpus."""
    return path.relative_to(ROOT).as_posix()


def as_utf8(content: bytes, encoding: str) -> bytes:
    """A file's bytes as its records have them."""
    if encoding == "utf-8":
        return content
    return content.decode(encoding, "surrogatepass").encode("utf-8", "surrogatepass")
