"""One row of a plan, whole."""

from pathlib import Path

from relate_desktop.domain.property import Property
from tests.unit.services.going import a_book, a_card, a_file, a_phone_card


def test_a_row_is_shown_beside_the_person_with_what_was_typed_by_hand(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.run(a_file(tmp_path, a_phone_card("Ada", "1", "TEL:030 123456")))
        (person,) = book.people()
        book.save(person.added(Property("BDAY", "1815-12-10")))
        newer = a_phone_card("Ada", "1", "TEL:030 123456", "BDAY:1815-12-11", "NOTE:x")
        plan = book.plan(a_file(tmp_path, newer))
        detail = book.imports.detail(plan, 0)
        (person,) = book.people()
    assert detail.contact == person
    assert detail.found is not None
    assert [detail.properties[place].value for place in detail.found.new] == ["x"]
    (conflict,) = detail.found.conflicts
    assert (detail.properties[conflict.theirs].value, conflict.kept) == ("1815-12-11", True)
    assert person.properties[conflict.ours].id in detail.hand_edited


def test_a_new_record_stands_alone(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        plan = book.plan(a_file(tmp_path, a_card("Ada"), a_card("Mary", "NOTE:hers")))
        detail = book.imports.detail(plan, 1)
    assert detail.properties[-1].value == "hers"
    assert (detail.contact, detail.found, detail.raw) == (None, None, b"")


def test_a_twin_is_shown_beside_its_twin(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        one, other = a_card("Ada King", "EMAIL:a@example.org"), a_card("A. King", "EMAIL:a@example.org")
        detail = book.imports.detail(book.plan(a_file(tmp_path, one, other)), 1)
    assert detail.contact is not None
    assert detail.contact.all("FN")[0].text == "Ada King"


def test_a_record_that_could_not_be_read_shows_its_text(tmp_path: Path) -> None:
    bad = b"BEGIN:VCARD\r\nVERSION:3.0\r\nREV:1\r\nEND:VCARD\r\n"
    with a_book(tmp_path) as book:
        plan = book.plan(a_file(tmp_path, bad))
        assert book.imports.detail(plan, 0).raw == bad


def test_somebody_erased_meanwhile_is_no_longer_shown(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        report = book.run(a_file(tmp_path, a_phone_card("Ada", "1", "TEL:030 123456")))
        plan = book.plan(a_file(tmp_path, a_phone_card("Ada", "1", "TEL:030 123456", "NOTE:x")))
        assert report.changeset is not None
        (person,) = book.people()
        assert person.id is not None
        book.forget(person.id)
        assert book.imports.detail(plan, 0).contact is None
