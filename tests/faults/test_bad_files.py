"""Fault 52 and its like: what is no file of cards, and files that do not keep still."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, InputError
from tests.command_line import finished, run, start
from tests.faults.tracing import QUIET, can_trace
from tests.open_book import a_book

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person %d\r\nTEL:+49 151 %07d\r\nEND:VCARD\r\n"
MANY = b"".join(CARD % (number, number) for number in range(4000))  # about 300 kB


def nothing(_path: Path) -> None:
    """There is no file of that name."""


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_folder_of_folders(path: Path) -> None:
    (path / "deeper").mkdir(parents=True)


NO_FILES: dict[str, tuple[Callable[[Path], object], ErrorKind]] = {
    "nothing": (nothing, ErrorKind.FILE_MISSING),
    "a link to nothing": (a_link_to_nothing, ErrorKind.FILE_MISSING),
    "a link to itself": (a_link_to_itself, ErrorKind.FILE_MISSING),
    "a folder": (a_folder_of_folders, ErrorKind.FORMAT_UNKNOWN),
    "an empty file": (lambda path: path.touch(), ErrorKind.FILE_EMPTY),
    "zeros": (lambda path: path.write_bytes(bytes(100_000)), ErrorKind.FILE_EMPTY),
    "noise": (lambda path: path.write_bytes(bytes(range(256)) * 100), ErrorKind.FORMAT_UNKNOWN),
    "words": (lambda path: path.write_text("Some words\nand more\n"), ErrorKind.FORMAT_UNKNOWN),
    "a pdf": (lambda path: path.write_bytes(b"%PDF-1.7\n"), ErrorKind.FORMAT_UNKNOWN),
    "an archive": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(99)), ErrorKind.FORMAT_UNKNOWN),
}
if os.name == "posix":
    NO_FILES["a pipe"] = (os.mkfifo, ErrorKind.NOT_A_FILE)
    NO_FILES["a device without end"] = (lambda path: path.symlink_to("/dev/zero"), ErrorKind.NOT_A_FILE)
    NO_FILES["a device without anything"] = (lambda path: path.symlink_to("/dev/null"), ErrorKind.NOT_A_FILE)


@pytest.mark.parametrize(("make", "kind"), NO_FILES.values(), ids=NO_FILES)
def test_what_is_no_file_of_cards_is_refused_by_name_and_begins_no_book(
    tmp_path: Path, make: Callable[[Path], object], kind: ErrorKind
) -> None:
    path = tmp_path / "given.vcf"
    make(path)
    ran = run("import", path, "--json")
    assert (ran.status, ran.error["code"]) == (3, kind)
    assert str(path) in ran.err
    assert ran.error["hint"]
    assert run("list", "--json").error["code"] == ErrorKind.BOOK_MISSING


def test_a_pipe_in_a_folder_keeps_no_file_beside_it_out(tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / "good.vcf").write_bytes(CARD % (1, 1))
    (folder / "gone.vcf").symlink_to(folder / "nowhere")
    if os.name == "posix":
        os.mkfifo(folder / "pipe.vcf")
    ran = run("import", folder, "--json")
    assert ran.status == 1
    told = {Path(file["path"]).name: file for file in ran.json["files"]}
    assert told.pop("good.vcf")["created"] == 1
    assert told
    for file in told.values():
        assert [item["code"] for item in file["skipped"]] == ["file_unreadable"]


@pytest.mark.skipif(not can_trace(), reason="a failing read is played by strace, which is not here")
def test_a_file_whose_disk_fails_while_it_is_read_brings_nobody_in(tmp_path: Path) -> None:
    path = tmp_path / "many.vcf"
    path.write_bytes(MANY)
    run("add", "Somebody")
    digest = run("check", "--json").json["digest"]
    lie = ("-P", str(path), "-e", "trace=read", "-e", "inject=read:error=EIO:when=3+")
    ran = finished(start("import", path, "--json", before=("strace", *QUIET, "-o", "/dev/null", *lie)))
    assert (ran.status, ran.error["code"]) == (3, ErrorKind.FILE_UNREADABLE)
    assert run("check", "--json").json["digest"] == digest


class Meddling:
    """A job that does something to a file as soon as some of it was read."""

    def __init__(self, meddle: Callable[[], object]) -> None:
        self._meddle: Callable[[], object] | None = meddle

    def step(self, done: int, total: int) -> None:
        """So much is read."""
        del total
        if done and self._meddle is not None:
            meddle, self._meddle = self._meddle, None
            meddle()


def grown(path: Path) -> None:
    with path.open("ab") as file:
        file.write(CARD % (0, 0))


def emptied(path: Path) -> None:
    os.truncate(path, 0)


@pytest.mark.parametrize("meddle", [grown, emptied])
def test_a_file_that_somebody_writes_meanwhile_brings_nobody_in(
    tmp_path: Path, meddle: Callable[[Path], None]
) -> None:
    path = tmp_path / "many.vcf"
    path.write_bytes(MANY)
    with a_book(tmp_path) as book:
        with pytest.raises(InputError) as caught:
            book.imports.run([path], job=Meddling(lambda: meddle(path)))
        assert caught.value.kind is ErrorKind.FILE_CHANGED
        assert book.contacts.count() == 0
        assert book.history.entries() == []


@pytest.mark.skipif(os.name != "posix", reason="Windows does not remove a file that is open")
def test_a_file_removed_meanwhile_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "many.vcf"
    path.write_bytes(MANY)
    with a_book(tmp_path) as book:
        book.imports.run([path], job=Meddling(path.unlink))
        assert book.contacts.count() == 4000
