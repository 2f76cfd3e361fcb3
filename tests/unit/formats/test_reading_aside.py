"""A file read by another process: the same records, and an end in every case."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from relate_desktop.domain.draft import Record
from relate_desktop.formats import reading_aside
from relate_desktop.formats.reading_aside import SideReader, SideReaderDied, command
from tests.unit.formats.vcard.reading import a_card, records

CONTENT = b"".join(a_card(f"NOTE:{number} Zoë") for number in range(2500))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[int]:
    """An open file."""
    path = tmp_path / "people.vcf"
    path.write_bytes(CONTENT)
    descriptor = os.open(path, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


def taken(reader: SideReader) -> list[Record]:
    return [record for _, batch in reader.pieces() for record in batch]


def test_another_process_reads_the_same_records(opened: int) -> None:
    os.read(opened, 1000)
    with closing(SideReader(opened, len(CONTENT), "vcard")) as reader:
        assert taken(reader) == records(CONTENT)
        assert reader.sha256 == hashlib.sha256(CONTENT).hexdigest()


def test_progress_never_goes_back(opened: int) -> None:
    with closing(SideReader(opened, len(CONTENT), "vcard")) as reader:
        counts = [count for count, _ in reader.pieces()]
    assert counts == sorted(counts)
    assert counts[-1] == len(CONTENT)


def test_closing_in_the_middle_ends_the_process(opened: int) -> None:
    reader = SideReader(opened, len(CONTENT), "vcard")
    next(reader.pieces())
    reader.close()
    reader.close()
    assert reader.ended


@pytest.mark.parametrize(
    "instead",
    [
        ["/nowhere/at/all"],
        [sys.executable, "-I", "-c", "raise SystemExit(1)"],
        [sys.executable, "-I", "-c", "print('noise' * 9, flush=True)"],
        [sys.executable, "-I", "-c", "import os; os.kill(os.getpid(), 9)"],
    ],
)
def test_a_process_that_does_not_come_through_is_noticed(
    opened: int, monkeypatch: pytest.MonkeyPatch, instead: list[str]
) -> None:
    monkeypatch.setattr(reading_aside, "command", lambda: instead)
    with pytest.raises(SideReaderDied), closing(SideReader(opened, len(CONTENT), "vcard")) as reader:
        taken(reader)


def test_a_file_shorter_than_it_was_is_noticed(opened: int) -> None:
    with closing(SideReader(opened, len(CONTENT) + 1, "vcard")) as reader, pytest.raises(SideReaderDied):
        taken(reader)


def test_a_frozen_program_is_its_own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, reading_aside.SWITCH]
