"""Notes of a card."""

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.note import notes_of, with_notes
from tests.cards import a_contact, contacts, written


def test_a_note_that_stays_is_not_touched() -> None:
    contact = a_contact("NOTE;LANGUAGE=en:one\\, two", "FN:x", "NOTE:three")
    assert notes_of(contact) == ("one, two", "three")
    assert written(with_notes(contact, ["one, two", "four"])) == [
        "NOTE;LANGUAGE=en:one\\, two",
        "FN:x",
        "NOTE:four",
    ]
    assert written(with_notes(contact, ["three"])) == ["FN:x", "NOTE:three"]


@given(contacts, st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), max_size=4))
def test_set_notes_read_back_and_touch_no_other_line(contact: Contact, notes: list[str]) -> None:
    changed = with_notes(contact, notes)
    assert sorted(notes_of(changed)) == sorted(note.strip() for note in notes if note.strip())
    ours = {"NOTE", "X-ABLABEL"}
    kept = [item for item in contact.properties if item.key not in ours]
    assert [item for item in changed.properties if item.key not in ours] == kept
