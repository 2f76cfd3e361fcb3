"""People written in batches, pairs after them, in one transaction."""

from pathlib import Path

from relate_desktop.domain.change import Changes
from relate_desktop.services import import_run
from tests.unit.services.going import a_book, a_card, a_file, a_phone_card, counts, many_cards


def test_records_after_the_first_batch_find_those_of_earlier_ones(tmp_path: Path) -> None:
    cards = many_cards(import_run.BATCH_RECORDS)
    late = a_card("Given0 Family0", "TEL:030 00000000", "NOTE:late")
    with a_book(tmp_path) as book:
        report = book.run(a_file(tmp_path, *cards, late))
        assert counts(report.files[0]) == (len(cards), 0, 0, 1, 0)
        assert book.pairs() == 1


def test_somebody_still_held_back_can_be_updated(tmp_path: Path) -> None:
    old = a_phone_card("Ada", "1", "TEL:030 123456")
    newer = a_phone_card("Ada", "1", "TEL:030 123456", "NOTE:x")
    with a_book(tmp_path) as book:
        report = book.run(a_file(tmp_path, *many_cards(3), old, newer, old))
        assert counts(report.files[0]) == (4, 1, 1, 0, 0)
        assert sorted(book.original().split(b"END:VCARD")) == sorted(
            b"".join([*many_cards(3), old, newer]).split(b"END:VCARD")
        )


def test_what_a_record_brings_is_found_by_later_records(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, a_phone_card("Ada King", "1", "TEL:030 123456")))
        newer = a_phone_card("Ada King", "1", "TEL:030 123456", "EMAIL:ada@example.org")
        report = book.run(a_file(tmp_path, newer, a_card("A. King", "EMAIL:ada@example.org"), name="b.vcf"))
        assert counts(report.files[0]) == (0, 1, 0, 1, 0)
        book.digest()


def test_people_are_told_of_after_the_commit_and_once(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        told: list[Changes] = []
        book.database.listen(told.append)
        book.run(a_file(tmp_path, *many_cards(7)))
        (news,) = told
        assert len(news.contacts) == 7
