"""What a command leaves behind: nothing that others can read, and no name where none belongs."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.command_line import Ran, run

CANARY = "ZZCANARY"
CARDS = (
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{CANARY} One\r\nTEL:+44 20 7946 0142\r\nEND:VCARD\r\n"
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:{CANARY}\r\nEND:VCARD\r\n"
    f"{CANARY} between\r\n"
    f"BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;CHARSET={CANARY};ENCODING=QUOTED-PRINTABLE:=ZZ{CANARY}\r\n"
    f"FN:{CANARY} Two\r\n"
)


@pytest.fixture
def system_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files that everybody on the machine shares."""
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def everything_is_tried(file: Path, out: Path) -> list[Ran]:
    """Most commands, many of them in vain, all with the canary in their words or their files."""
    tried = [
        ("import", file, "--dry-run"),
        ("import", file),
        ("import", file, file.parent / f"{CANARY}.vcf"),
        ("import", file.parent / f"{CANARY}.vcf"),
        ("export", out, "--format", "original"),
        ("export", out, "--format", "vcard3", "--query", CANARY),
        ("export", out.parent / CANARY / "x", "--format", "vcard4"),
        ("list", "--query", CANARY),
        ("search", CANARY, '"*('),
        ("show", f"{CANARY} One"),
        ("show", f"{CANARY} Nobody"),
        ("add", f"{CANARY} Three", "--email", f"{CANARY}@example.com"),
        ("add", CANARY, "--property", CANARY),
        ("edit", f"{CANARY} Three", "--set", f"note={CANARY}"),
        ("edit", f"{CANARY} Three", "--set", f"bday={CANARY}"),
        ("delete", f"{CANARY} Nobody"),
        ("delete", f"{CANARY} Three"),
        ("undo",),
        ("undo", CANARY),
        ("redo",),
        ("history", f"{CANARY} One"),
        ("check", "--repair"),
        ("sample",),
        (CANARY,),
        ("open", CANARY),
    ]
    return [run(*words) for words in tried]


@pytest.fixture
def tried(tmp_path: Path, system_folder: Path) -> list[Ran]:
    file = tmp_path / "phone.vcf"
    file.write_text(CARDS, encoding="utf-8", newline="")
    return everything_is_tried(file, tmp_path / "out.vcf")


def test_nothing_of_the_book_can_be_read_by_others(tried: list[Ran], tmp_path: Path) -> None:
    book = Path(os.environ["RELATE_BOOK"])
    if os.name == "posix":
        found = [
            path for path in (book, *book.rglob("*"), tmp_path / "out.vcf") if path.stat().st_mode & 0o077
        ]
        assert found == []


def test_notes_name_nobody(tried: list[Ran]) -> None:
    home = Path.home()
    notes = [path for path in home.rglob("*") if path.is_file() and "logs" in path.parts]
    assert any(path.name == "relate.log" for path in notes)
    assert [path for path in notes if CANARY.encode() in path.read_bytes()] == []


def test_no_bug_shows_itself(tried: list[Ran]) -> None:
    assert [ran for ran in tried if "did not work" in ran.err or "Traceback" in ran.err] == []
    assert {ran.status for ran in tried} <= {0, 1, 2, 3}


def test_nothing_is_left_among_the_systems_files(tried: list[Ran], system_folder: Path) -> None:
    assert list(system_folder.rglob("*")) == []
    left = Path.home() / ".local" / "state" / "Relate"
    assert not left.is_dir() or list(left.iterdir()) == []


def test_nothing_is_left_in_the_books_own_folder_for_such(tried: list[Ran]) -> None:
    folder = Path(os.environ["RELATE_BOOK"]) / "tmp"
    assert not folder.is_dir() or list(folder.iterdir()) == []
