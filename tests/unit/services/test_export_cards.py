"""Which cards go out for whom, and what each is meant to say."""

from pathlib import Path

import pytest

from relate_desktop.domain.change import Origin
from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.domain.importing import OnMatch
from relate_desktop.domain.property import Property
from relate_desktop.services.export_cards import Ledger, outgoing_cards
from relate_desktop.services.jobs import JobKind
from relate_desktop.services.merges import MergesService
from tests.unit.services.going import Book, a_book, a_card, a_file, a_job, a_phone_card


def outgoing(book: Book, form: ExportFormat = ExportFormat.ORIGINAL) -> list[bytes]:
    """The bytes of all cards."""
    with book.database.read() as reader:
        ids = [person.id for person in book.people() if person.id is not None]
        return [card.content for card in outgoing_cards(reader, ids, form)]


def test_somebody_typed_here_goes_out_as_a_card_of_version_four(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.add(Property("FN", "Ada"), Property("TEL", "123"))
        (card,) = outgoing(book)
    assert card == b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\r\nTEL:123\r\nEND:VCARD\r\n"


def test_what_was_added_by_hand_stands_on_the_newest_card(tmp_path: Path) -> None:
    old = a_phone_card("Ada", "1", "TEL:030 123456")
    newer = a_phone_card("Ada", "1", "TEL:030 123456", "TITLE:Countess")
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, old, newer))
        (person,) = book.people()
        book.save(person.added(Property("NOTE", "mine")))
        assert outgoing(book) == [old, newer.replace(b"END:", b"NOTE:mine\r\nEND:")]


def test_a_removed_line_is_gone_from_every_card(tmp_path: Path) -> None:
    old = a_phone_card("Ada", "1", "TEL:030 123456", "TITLE:Countess")
    newer = a_phone_card("Ada", "1", "TEL:030123456", "TITLE:Countess", "NOTE:x")
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, old, newer))
        (person,) = book.people()
        book.save(person.without(person.all("TEL")[0]))
        expected = [old.replace(b"TEL:030 123456\r\n", b""), newer.replace(b"TEL:030123456\r\n", b"")]
        assert outgoing(book) == expected


def test_a_line_that_never_came_in_stays_in_its_card_whatever_is_edited(tmp_path: Path) -> None:
    old = a_phone_card("Ada", "1", "TEL:030 123456", "REV:20200102T000000Z", "BDAY:1815-12-10")
    stale = a_phone_card("Ada", "1", "TEL:030 123456", "REV:20200101T000000Z", "BDAY:1815-12-11", "NOTE:")
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, old, stale))
        (person,) = book.people()
        assert person.all("BDAY")[0].value == "1815-12-10"
        phone = person.all("TEL")[0]
        book.save(person.replaced(phone, phone.with_value("123")))
        assert outgoing(book) == [card.replace(b"030 123456", b"123") for card in (old, stale)]
        book.export(tmp_path / "out.vcf")


def test_a_ledger_tells_what_each_card_says(tmp_path: Path) -> None:
    old = a_phone_card("Ada", "1", "TEL:030 123456", "TITLE:Student")
    newer = a_phone_card("Ada", "1", "TEL:030 123456", "TITLE:Countess")
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, old, newer, a_card("Mary")))
        ada = book.people()[0]
        book.save(ada.added(Property("NOTE", "mine")))
        ledger = Ledger()
        with book.database.read() as reader:
            for card in outgoing_cards(reader, [1, 2], ExportFormat.ORIGINAL):
                ledger.note(card)
            meant = list(ledger.meant(reader, ExportFormat.ORIGINAL))
    assert list(ledger.contacts) == [1, 1, 2]
    assert [card.sha256 is None for card in meant] == [False, True, False]
    assert [item.value for item in meant[1].properties if item.key in {"TITLE", "NOTE"}] == [
        "Countess",
        "mine",
    ]


@pytest.mark.parametrize("form", ExportFormat)
def test_somebody_made_one_of_two_goes_out_with_one_uid_a_card(tmp_path: Path, form: ExportFormat) -> None:
    cards = [a_phone_card("Ada King", uid, "TEL:030 123456") for uid in ("phone-1", "phone-2")]
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, *cards), on_match=OnMatch.NEW)
        book.add(Property("FN", "Ada King"), Property("UID", "typed-3"))
        one, *others = [person.id for person in book.people() if person.id is not None]
        merges = MergesService(book.database, Origin.WINDOW)
        merges.merge(one, others)
        (person,) = book.people()
        assert len(person.all("UID")) == 3
        for card in outgoing(book, form):
            assert card.count(b"UID") + card.count(b'"uid"') == 1
        with (tmp_path / "out").open("wb") as file:
            report = book.exports.export(file, format=form, job=a_job(JobKind.EXPORT))
        assert report.contacts == (one,)
