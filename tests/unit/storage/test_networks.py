import sys
from pathlib import Path

import pytest

from relate_desktop.storage import networks
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.clock import a_clock


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux numbers its file systems")
def test_a_disk_of_this_machine_is_known_and_uses_a_log(tmp_path: Path) -> None:
    assert networks.file_system_kind(tmp_path) not in {None, 0x6969}
    assert networks.journal_mode(tmp_path) == "wal"


@pytest.mark.parametrize("kind", [0x6969, 0xFF534D42, 0xFE534D42, 0x01021997])
def test_a_network_drive_is_written_without_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: int
) -> None:
    monkeypatch.setattr(networks, "file_system_kind", lambda _: kind)
    book = Database.open(tmp_path / "book", clock=a_clock(), create=True)
    try:
        with book._writer.connect() as connection:
            assert raw(connection).execute("PRAGMA journal_mode").fetchone()[0] == "truncate"
    finally:
        book.close()
    assert not list((tmp_path / "book").glob("*-wal"))


def test_a_folder_that_cannot_be_asked_counts_as_local(tmp_path: Path) -> None:
    assert networks.journal_mode(tmp_path / "missing") == "wal"
