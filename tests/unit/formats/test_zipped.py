import gzip
import zipfile
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.formats import zipped

ENDS = {".ics", ".vcf"}


def an_archive(folder: Path, **files: bytes) -> Path:
    path = folder / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def refusal(path: Path, name: str) -> ErrorKind:
    with pytest.raises(InputError) as raised:
        zipped.content(path, name)
    return raised.value.kind


def test_the_files_of_an_archive_are_named_and_read(tmp_path: Path) -> None:
    files = {
        "b/work.ics": b"work",
        "a.VCF": b"card",
        "note.txt": b"no",
        "__MACOSX/a.vcf": b"no",
        "b/.hidden.ics": b"no",
    }
    path = an_archive(tmp_path, **files)
    assert zipped.is_archive(path)
    assert zipped.members(path, ENDS) == [path / "a.VCF", path / "b/work.ics"]
    assert zipped.archive_of(path / "b/work.ics") == (path, "b/work.ics")
    assert zipped.content(path, "b/work.ics") == b"work"
    assert refusal(path, "b/other.ics") is ErrorKind.FILE_MISSING


def test_a_file_in_a_folder_is_in_no_archive(tmp_path: Path) -> None:
    assert zipped.archive_of(tmp_path / "work.ics") is None
    assert zipped.archive_of(tmp_path / "nowhere" / "work.ics") is None
    assert not zipped.is_archive(tmp_path)
    assert not zipped.is_archive(tmp_path / "nothing.zip")
    assert not zipped.is_archive(Path("/dev/zero"))


def test_a_name_that_climbs_out_is_only_a_name(tmp_path: Path) -> None:
    path = an_archive(tmp_path, **{"../../evil.ics": b"evil", "/etc/evil.ics": b"evil"})
    assert zipped.members(path, ENDS) == []
    assert not (tmp_path.parent / "evil.ics").exists()


def test_a_bomb_is_refused_while_it_is_read(tmp_path: Path) -> None:
    path = an_archive(tmp_path, **{"bomb.ics": b"\0" * (zipped.MOST_BYTES + 1), "text.ics": b"a\n" * 9000})
    assert refusal(path, "bomb.ics") is ErrorKind.FILE_TOO_LARGE
    assert len(zipped.content(path, "text.ics")) == 18_000


def test_a_damaged_archive_is_unreadable_and_raises_nothing_else(tmp_path: Path) -> None:
    path = an_archive(tmp_path, **{"work.ics": bytes(range(256)) * 99})
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert zipped.members(path, ENDS) == []
    damaged = bytearray(whole)
    damaged[60:90] = b"\xff" * 30
    path.write_bytes(damaged)
    assert refusal(path, "work.ics") is ErrorKind.FILE_UNREADABLE


def test_an_encrypted_file_is_said_to_be(tmp_path: Path) -> None:
    path = an_archive(tmp_path, **{"work.ics": b"work"})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert refusal(path, "work.ics") is ErrorKind.FILE_ENCRYPTED


def test_a_packed_file_is_an_archive_of_the_one_that_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "work.ics.gz"
    path.write_bytes(gzip.compress(b"work\n" * 9) + gzip.compress(b"play\n"))
    assert zipped.is_archive(path)
    assert zipped.members(path, ENDS) == [path / "work.ics"]
    assert zipped.archive_of(path / "work.ics") == (path, "work.ics")
    assert zipped.content(path, "work.ics") == b"work\n" * 9 + b"play\n"
    assert refusal(path, "play.ics") is ErrorKind.FILE_MISSING
    assert zipped.members(path.rename(tmp_path / "work.tar.gz"), ENDS) == []


def test_a_packed_bomb_is_refused_and_a_damaged_one_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "work.ics.gz"
    path.write_bytes(gzip.compress(b"\0" * (4 << 20)))
    assert refusal(path, "work.ics") is ErrorKind.FILE_TOO_LARGE
    path.write_bytes(gzip.compress(b"work" * 99)[:-9])
    assert refusal(path, "work.ics") is ErrorKind.FILE_UNREADABLE
