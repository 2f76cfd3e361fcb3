"""Files one after another, and what happens where one cannot be read."""

import os
from pathlib import Path

import pytest

from relate_desktop.domain.draft import RemarkKind
from relate_desktop.domain.errors import ErrorKind, InputError
from tests.unit.services.going import a_book, a_card, a_file, many_cards


def test_an_unreadable_file_counts_as_one_record_that_is_skipped(tmp_path: Path) -> None:
    good = a_file(tmp_path, a_card("Ada"))
    with a_book(tmp_path) as book:
        report = book.run(good, a_file(tmp_path, b"\x89PNG picture", name="b.vcf"))
    (skipped,) = report.files[1].skipped
    assert (report.files[1].records, skipped.record) == (1, 0)
    assert skipped.remark.kind is RemarkKind.FILE_UNREADABLE
    assert skipped.remark.facts == {
        "error": "format_unknown",
        "looks": "image",
        "path": str(tmp_path / "b.vcf"),
    }


def test_where_no_file_can_be_read_the_first_error_is_told(tmp_path: Path) -> None:
    with a_book(tmp_path) as book, pytest.raises(InputError) as caught:
        book.run(tmp_path / "absent.vcf", a_file(tmp_path, b"", name="empty.vcf"))
    assert caught.value.kind is ErrorKind.FILE_MISSING


@pytest.mark.skipif(os.name != "posix", reason="a name removed while the file is open")
def test_a_file_removed_while_it_is_read_comes_in_whole(tmp_path: Path) -> None:
    path = a_file(tmp_path, *many_cards(600))

    class Removing:
        def step(self, done: int, total: int) -> None:
            if 0 < done <= total:
                path.unlink(missing_ok=True)

    with a_book(tmp_path) as book:
        report = book.imports.run([path], job=Removing())
    assert report.files[0].created == 600


def test_a_file_that_grows_while_it_is_read_leaves_nothing(tmp_path: Path) -> None:
    path = a_file(tmp_path, *many_cards(600))

    class Growing:
        def step(self, done: int, total: int) -> None:
            assert done <= total
            with path.open("ab") as file:
                file.write(a_card("Late"))

    with a_book(tmp_path) as book:
        with pytest.raises(InputError) as caught:
            book.imports.run([path], job=Growing())
        assert caught.value.kind is ErrorKind.FILE_CHANGED
        assert book.people() == []
