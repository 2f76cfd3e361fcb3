"""Opening what was given, and saying what it is."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.formats.registry import describe, expand_paths, find_format, open_input, read_records

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jo\r\nEND:VCARD\r\n"


def refused(path: Path) -> ErrorKind:
    with pytest.raises(InputError) as caught, open_input(path):
        pass
    return caught.value.kind


class TestOpening:
    def test_file_can_be_read_from_the_start_more_than_once(self, tmp_path: Path) -> None:
        path = tmp_path / "a.vcf"
        path.write_bytes(CARD)
        with open_input(path) as source:
            assert (source.size, source.stream.read()) == (len(CARD), CARD)
            source.stream.seek(0)
            assert source.stream.read(5) == CARD[:5]
            source.check_unchanged()
        assert source.stream.closed

    def test_what_is_missing_or_empty_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "empty.vcf").touch()
        (tmp_path / "dangling").symlink_to("nowhere")
        assert refused(tmp_path / "none.vcf") is ErrorKind.FILE_MISSING
        assert refused(tmp_path / "dangling") is ErrorKind.FILE_MISSING
        assert refused(tmp_path / "empty.vcf" / "in") is ErrorKind.FILE_MISSING
        assert refused(tmp_path / "empty.vcf") is ErrorKind.FILE_EMPTY
        assert refused(Path("a\0b")) is ErrorKind.FILE_MISSING

    @pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
    def test_what_is_no_file_is_refused_without_waiting(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert refused(tmp_path / "pipe") is ErrorKind.NOT_A_FILE
        assert refused(Path("/dev/zero")) is ErrorKind.NOT_A_FILE
        assert refused(tmp_path) is ErrorKind.NOT_A_FILE

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
    def test_file_one_may_not_read_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "a.vcf"
        path.write_bytes(CARD)
        path.chmod(0)
        assert refused(path) is ErrorKind.FILE_UNREADABLE

    def test_file_that_grows_comes_to_an_end(self, tmp_path: Path) -> None:
        path = tmp_path / "a.vcf"
        path.write_bytes(CARD)
        with open_input(path) as source:
            with path.open("ab") as more:
                more.write(CARD)
            assert source.stream.read() == CARD
            with pytest.raises(InputError) as caught:
                source.check_unchanged()
        assert caught.value.kind is ErrorKind.FILE_CHANGED

    def test_file_that_shrinks_is_noticed(self, tmp_path: Path) -> None:
        path = tmp_path / "a.vcf"
        path.write_bytes(CARD * 9000)
        with open_input(path) as source:
            source.stream.read(10)
            os.truncate(path, 10)
            with pytest.raises(InputError) as caught:
                source.stream.read()
        assert caught.value.kind is ErrorKind.FILE_CHANGED


class TestFolders:
    def test_folder_stands_for_its_cards_in_order(self, tmp_path: Path) -> None:
        for name in ("b.vcf", "a.VCF", "sub/c.vcard", "notes.txt", ".hidden.vcf", ".trash/d.vcf"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.touch()
        names = [path.relative_to(tmp_path).as_posix() for path in expand_paths([tmp_path])]
        assert names == ["a.VCF", "b.vcf", "sub/c.vcard"]

    def test_an_archive_in_a_folder_counts_where_nothing_else_lies_there(self, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub/all.zip").write_bytes(a_zip())
        (tmp_path / "torn.zip").write_bytes(b"no archive")
        (tmp_path / "notes.txt").touch()
        assert expand_paths([tmp_path]) == [tmp_path / "sub/all.zip/a.vcf"]
        (tmp_path / "b.vcf").touch()
        assert expand_paths([tmp_path]) == [tmp_path / "b.vcf"]

    def test_files_stay_as_given_and_come_once(self, tmp_path: Path) -> None:
        given = [tmp_path / "x.csv", tmp_path / "x.csv", tmp_path / "missing.vcf"]
        assert expand_paths(given) == [tmp_path / "x.csv", tmp_path / "missing.vcf"]


class TestFormats:
    @pytest.mark.parametrize(
        "head",
        [
            CARD,
            b"\xef\xbb\xbf" + CARD,
            b"\r\n\r\n# made by hand\r\nbegin:vcard\r\n",
            CARD.decode().encode("utf-16"),
            CARD.decode().encode("utf-16-be"),
            CARD.replace(b"\r\n", b"\r"),
        ],
    )
    def test_vcard_is_known_by_content(self, head: bytes) -> None:
        assert find_format(head, "anything.txt") == "vcard"

    def test_vcard_without_a_beginning_is_known_by_its_name(self) -> None:
        assert find_format(b"VERSION:3.0\nFN:Jo\nEND:VCARD\n", "a.VCF") == "vcard"
        assert find_format(b"VERSION:3.0\nFN:Jo\nEND:VCARD\n", "a.txt") is None

    def test_name_alone_makes_no_vcard(self) -> None:
        assert find_format(b"%PDF-1.7", "a.vcf") is None
        assert find_format(b"x" * 60_000, "a.vcf") is None

    def test_a_calendar_is_known_by_what_begins_in_it_and_by_its_name(self) -> None:
        for kind in ("VCALENDAR", "vevent", "VTIMEZONE", "VAVAILABILITY"):
            assert find_format(f"\r\nBEGIN:{kind}\r\nUID:1\r\n".encode(), "anything.txt") == "icalendar"
        assert find_format(b"BEGIN:X-OWN\nEND:X-OWN\n", "a.ics") == "icalendar"
        assert find_format(b"BEGIN:X-OWN\nEND:X-OWN\n", "a.txt") is None
        assert find_format(b"BEGIN;\nTZNAME:\n", "a.ics") is None
        assert find_format(CARD, "a.vcs") == "vcard"

    def test_records_are_read(self) -> None:
        (record,) = read_records(io.BytesIO(CARD), "vcard")
        assert isinstance(record, ContactDraft)

    def test_other_formats_are_refused(self) -> None:
        with pytest.raises(InputError) as caught:
            list(read_records(io.BytesIO(CARD), "csv"))
        assert caught.value.kind is ErrorKind.FORMAT_UNKNOWN


def a_zip() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.vcf", CARD)
    return content.getvalue()


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (a_zip(), "zip"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image"),
        (b"\0\0\0\x18ftypmp42", "sound_or_film"),
        (b"SQLite format 3\0", "sqlite"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "office"),
        (b"BEGIN:VCALENDAR\r\n", "calendar"),
        (b"Name,Given Name,Family Name\r\nJo,Jo,Doe\r\n", "table"),
        ("Vorname;Nachname;Firma\n".encode("utf-16"), "table"),
        (b' {"contacts": []}', "json"),
        (b"<?xml version='1.0'?><smses/>", "xml"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"version: 1\n\ndn: cn=Jo\n", "ldif"),
        (b"From jo@example.com Sat Nov 21\n", "mail"),
        (b"hello", "text"),
        (b"\x01\x00\x02", "binary"),
        (b" \n", "empty"),
    ],
)
def test_anything_can_be_described(head: bytes, kind: str) -> None:
    assert describe(head) == kind
