"""Which files are meant, and reading each once."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.errors import Cancelled, ErrorKind, InputError
from relate_desktop.formats import reading_aside
from relate_desktop.services import import_files
from relate_desktop.services.import_files import MeantFile, Meter, meant_files, opened, total_size
from tests.unit.services.going import a_card, a_file, many_cards


def a_meter(total: int = 1 << 30) -> Meter:
    """A meter that stops nobody."""
    return Meter(total, lambda _done, _total: None)


def the_error(path: Path) -> ErrorKind:
    """Why the file cannot be opened."""
    with pytest.raises(InputError) as caught, opened(MeantFile(path), a_meter()):
        pass
    return caught.value.kind


def test_files_and_those_of_folders_are_each_meant_once(tmp_path: Path) -> None:
    inner = a_file(tmp_path / "folder", a_card("A"), name="a.vcf")
    a_file(tmp_path / "folder", b"picture", name="a.jpg")
    outer = a_file(tmp_path, a_card("B"), name="b.vcf")
    assert [meant.path for meant in meant_files([inner.parent, outer, inner])] == [inner, outer]


def test_a_folder_without_contacts_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        meant_files([tmp_path / "empty"])
    assert caught.value.facts["path"] == str(tmp_path / "empty")


def test_reading_to_the_end_gives_size_and_checksum_of_all_bytes(tmp_path: Path) -> None:
    path = a_file(tmp_path, *many_cards(500), b"\r\nloose text\r\n")
    with opened(MeantFile(path), a_meter()) as source:
        records = list(source.records())
        assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert (source.size, source.format) == (path.stat().st_size, "vcard")
    assert sum(isinstance(record, ContactDraft) for record in records) == 500


def test_progress_counts_bytes_and_is_where_cancel_bites(tmp_path: Path) -> None:
    path = a_file(tmp_path, *many_cards(50))
    steps: list[tuple[int, int]] = []
    total = total_size([MeantFile(path), MeantFile(tmp_path / "absent")])
    with opened(MeantFile(path), Meter(total, lambda done, of: steps.append((done, of)))) as source:
        list(source.records())
    assert steps[-1] == (path.stat().st_size, path.stat().st_size)

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with opened(MeantFile(path), Meter(total, stop)) as source, pytest.raises(Cancelled):
        list(source.records())


@pytest.mark.parametrize("broken", [False, True])
def test_a_large_file_is_read_aside_or_here_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, broken: bool
) -> None:
    path = a_file(tmp_path, *many_cards(700))
    with opened(MeantFile(path), a_meter()) as source:
        here = list(source.records()), source.sha256
    monkeypatch.setattr(import_files, "ASIDE_FROM", 0)
    if broken:
        monkeypatch.setattr(reading_aside, "command", lambda: [sys.executable, "-I", "-c", ""])
    steps: list[int] = []
    with opened(MeantFile(path), Meter(0, lambda done, _total: steps.append(done))) as source:
        assert (list(source.records()), source.sha256) == here
    assert steps[-1] == path.stat().st_size


def test_reading_aside_is_given_up_when_nobody_wants_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_file(tmp_path, *many_cards(5000))
    monkeypatch.setattr(import_files, "ASIDE_FROM", 0)
    with opened(MeantFile(path), a_meter()) as source:
        assert isinstance(next(source.records()), ContactDraft)


def test_what_is_no_file_of_contacts_is_told_apart(tmp_path: Path) -> None:
    assert the_error(tmp_path / "absent.vcf") is ErrorKind.FILE_MISSING
    assert the_error(tmp_path) is ErrorKind.NOT_A_FILE
    assert the_error(a_file(tmp_path, b"", name="empty.vcf")) is ErrorKind.FILE_EMPTY
    assert the_error(a_file(tmp_path, b"\0\r\n \t", name="blank.vcf")) is ErrorKind.FILE_EMPTY
    assert the_error(a_file(tmp_path, b"hello", name="text.vcf")) is ErrorKind.FORMAT_UNKNOWN


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.vcf")
    assert the_error(tmp_path / "pipe.vcf") is ErrorKind.NOT_A_FILE


def test_a_file_that_changes_while_it_is_read_is_noticed(tmp_path: Path) -> None:
    path = a_file(tmp_path, *many_cards(10))
    with opened(MeantFile(path), a_meter()) as source:
        records = source.records()
        next(records)
        with path.open("ab") as file:
            file.write(a_card("Late"))
        with pytest.raises(InputError) as caught:
            list(records)
    assert caught.value.kind is ErrorKind.FILE_CHANGED
