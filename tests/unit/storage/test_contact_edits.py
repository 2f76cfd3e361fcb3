"""One edit of many people is what many edits of one are, and what does not differ is not written."""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.circle import circles_of, with_circle, without_circle
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_single
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property
from relate_desktop.storage import schema
from relate_desktop.storage.contact_edits import CHUNK
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.cards import properties as lines
from tests.clock import a_clock
from tests.unit.storage.books import a_book, a_draft, a_person, a_property, added, digest_of, doing, imported

people = st.lists(st.lists(lines, max_size=5), min_size=1, max_size=4)


@given(people, people)
@settings(max_examples=20, deadline=None)
def test_many_at_once_are_written_as_each_alone_would_be(
    cards: list[list[Property]], fresh: list[list[Property]]
) -> None:
    def changed(contact: Contact) -> Contact:
        assert contact.id is not None
        kept = [one for one in contact.properties if (one.id or 0) % 3]
        kept = [one.with_value(one.value + "!") if (one.id or 0) % 2 else one for one in kept]
        if len(kept) > 1 and contact.id % 2:
            kept.reverse()
        return Contact((*kept, *fresh[contact.id % len(fresh)]), contact.id)

    found = []
    for together in (True, False):
        with tempfile.TemporaryDirectory() as folder, closing(a_book(Path(folder), a_clock())) as book:
            imported(book, *(a_draft(card) for card in cards))
            typed = added(book, *cards)
            everybody = [*range(1, typed[0]), *typed]
            with book.write(doing()) as writer:
                if together:
                    who = writer.contacts.edit_many(everybody, changed)
                else:
                    who = [one for one in map(ContactId, everybody) if saved(writer.contacts, one, changed)]
            found.append((who, digest_of(book), derived(book)))
            book.repair()
            assert derived(book) == found[-1][2], "what is derived is what would be built anew"
    assert found[0] == found[1]


def saved(writer: object, contact: ContactId, change: object) -> bool:
    return bool(writer.save(change(writer.get(contact))))  # type: ignore[attr-defined, operator]


def derived(book: Database) -> list[object]:
    with book._readers.connect() as connection:
        found: list[object] = [
            raw(connection).execute(f"SELECT * FROM {table.name} ORDER BY 1, 2").fetchall()
            for table in schema.DERIVED
        ]
    with book.read() as reader:
        found += [list(reader.search.ids(word)) for word in ("home", "a", "1", "x-own", "!")]
    return found


def in_book(book: Database, count: int) -> Sequence[ContactId]:
    return imported(book, *(a_draft(a_person(f"P{number}")) for number in range(count)))


@given(
    st.lists(st.sampled_from(["A", "a", "B", "work \\, old", "Ł"]), max_size=4), st.booleans(), st.booleans()
)
@settings(max_examples=25, deadline=None)
def test_what_is_derived_of_circles_is_what_would_be_built_anew(
    names: list[str], kept: bool, saved_as_well: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(a_book(Path(folder), a_clock())) as book:
        cards = [a_person(f"P{place}", a_property("CATEGORIES", name)) for place, name in enumerate(names)]
        everybody = added(book, *cards, a_person("Nobody’s"))
        with book.write(doing()) as writer:
            writer.contacts.trash(everybody[:1])
            if kept:
                writer.rhythms.choose_for_circle("A", Cadence(30))
        with book.write(doing()) as writer:
            writer.contacts.edit_many(everybody, lambda one: with_circle(one, "A"))
            writer.contacts.edit_many(everybody[1:], lambda one: without_circle(one, "B"))
            if saved_as_well:
                alone = writer.contacts.get(everybody[-1])
                writer.contacts.save(with_circle(without_circle(alone, "A"), "B"))
                writer.contacts.edit_many(everybody[-1:], lambda one: with_single(one, "NOTE", "x"))
        after = derived(book)
        book.repair()
        assert derived(book) == after


def test_undo_takes_all_of_it_back(book: Database) -> None:
    everybody = in_book(book, CHUNK + 3)
    before = digest_of(book)
    with book.write(doing()) as writer:
        assert writer.contacts.edit_many(everybody, lambda one: with_circle(one, "All")) == list(everybody)
    with book.read() as reader:
        assert [(one.name, one.count) for one in reader.circles.all()] == [("All", CHUNK + 3)]
    book.undo(doing())
    assert digest_of(book) == before
    book.redo(doing())
    with book.read() as reader:
        assert circles_of(reader.contacts.get(everybody[-1])) == ("All",)


def test_who_does_not_differ_or_is_not_there_is_passed_over(book: Database) -> None:
    ada, bob = added(book, a_person("Ada", a_property("CATEGORIES", "A")), a_person("Bob"))
    with book.write(doing()) as writer:
        assert writer.contacts.edit_many([bob, ada, bob, 99], lambda one: with_circle(one, "a")) == [bob]
    with book.write(doing()) as writer:
        assert writer.contacts.edit_many([ada, bob], lambda one: with_circle(one, "A")) == []
        assert not writer.changed
    with book.read() as reader:
        assert len(reader.history.entries()) == 3


def test_a_line_that_came_on_a_card_counts_as_edited_and_others_do_not(book: Database) -> None:
    (ada,) = imported(book, a_draft(a_person("Ada", a_property("CATEGORIES", "A"))))
    with book.write(doing()) as writer:
        writer.contacts.edit_many([ada], lambda one: with_circle(one, "B"))
    with book.read() as reader:
        named, circled = reader.contacts.get(ada).properties
        assert reader.contacts.hand_edited(ada) == {circled.id}
        assert named.value == "Ada"


def test_it_is_said_how_far_it_is(book: Database) -> None:
    everybody = in_book(book, CHUNK + 1)
    steps: list[tuple[int, int]] = []
    with book.write(doing()) as writer:
        writer.contacts.edit_many(everybody, lambda one: one, lambda *step: steps.append(step))
    assert steps == [(CHUNK, CHUNK + 1), (CHUNK + 1, CHUNK + 1)]


def test_whoever_was_saved_before_in_the_same_change_is_edited_with_the_others(tmp_path: Path) -> None:
    with closing(a_book(tmp_path, a_clock())) as book:
        ada, _bob = added(book, a_person("Ada", a_property("CATEGORIES", "Work")), a_person("Bob"))
        with book.write(doing()) as writer:
            writer.contacts.save(without_circle(writer.contacts.get(ada), "Work"))
            entered = writer.contacts.edit_many([1, 2], lambda contact: with_circle(contact, "WORK"))
        assert entered == [1, 2]
        found = derived(book)
        book.repair()
        assert derived(book) == found


def test_a_circle_spelled_otherwise_is_shown_as_it_is_spelled_now(tmp_path: Path) -> None:
    with closing(a_book(tmp_path, a_clock())) as book:
        added(book, a_person("Ada", a_property("CATEGORIES", "Work,Zoo")))
        with book.write(doing()) as writer:
            writer.circles.rename("Work", "WORK")
        with book.read() as reader:
            assert [circle.name for circle in reader.circles.all()] == ["WORK", "Zoo"]
        found = derived(book)
        book.repair()
        assert derived(book) == found
