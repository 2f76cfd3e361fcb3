"""What a plan and a run remember of the files they go through."""

import hashlib
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.domain.importing import Decisions
from tests.unit.services.going import StoppedJob, a_book, a_card, a_file


def test_a_plan_remembers_what_tells_a_file_apart(tmp_path: Path) -> None:
    path = a_file(tmp_path, a_card("Ada"))
    with a_book(tmp_path) as book:
        (file,) = book.plan(path).files
    assert (file.path, file.format, file.size) == (str(path), "vcard", path.stat().st_size)
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("content", [a_card("Eve"), a_card("Somebody else"), b"", None])
def test_a_plan_is_not_applied_to_another_file(tmp_path: Path, content: bytes | None) -> None:
    path = a_file(tmp_path, a_card("Ada"))
    with a_book(tmp_path) as book:
        plan = book.plan(path)
        path.unlink()
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(InputError) as caught:
            book.imports.apply(plan, Decisions(), StoppedJob(100))
        assert caught.value.kind is ErrorKind.FILE_CHANGED
        assert book.people() == []


def test_the_book_keeps_name_checksum_and_what_stood_between(tmp_path: Path) -> None:
    path = a_file(tmp_path, a_card("Ada"), b"a word between\r\n", a_card("Mary"), name="phone.vcf")
    with a_book(tmp_path) as book:
        book.run(path)
        assert book.between() == [
            ("phone.vcf", hashlib.sha256(path.read_bytes()).hexdigest(), b"a word between\r\n")
        ]


def test_a_file_of_which_nothing_is_kept_is_not_noted(tmp_path: Path) -> None:
    one, other = a_file(tmp_path, a_card("Ada")), a_file(tmp_path, a_card("Mary"), name="b.vcf")
    with a_book(tmp_path) as book:
        book.run(one)
        book.run(one, other)
        assert [name for name, _, _ in book.between()] == ["people.vcf", "b.vcf"]
