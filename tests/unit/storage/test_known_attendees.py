"""The user's word on who somebody of a calendar is: one word a key, several people an event."""

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.meeting_people import KnownAttendee, KnownBy
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added, digest_of, doing


def say(book: Database, by: KnownBy, key: str, contact: ContactId | None) -> bool:
    with book.write(doing(OperationKind.MEETING_PEOPLE)) as writer:
        return writer.known_attendees.say(KnownAttendee(by, key, contact))


def said(book: Database, *keys: str) -> list[tuple[str, ContactId | None]]:
    with book.read() as reader:
        return [(word.key, word.contact) for word in reader.known_attendees.of(keys)]


def test_a_later_word_takes_the_place_of_an_earlier_one(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.read() as reader:
        assert reader.known_attendees.every() == []
    assert say(book, KnownBy.ADDRESS, "a@b.org", ada)
    assert not say(book, KnownBy.ADDRESS, "a@b.org", ada)
    assert say(book, KnownBy.ADDRESS, "a@b.org", bob)
    assert say(book, KnownBy.NAME, "nobody", None)
    assert said(book, "a@b.org", "nobody", "other") == [("a@b.org", bob), ("nobody", None)]


def test_an_event_may_be_several_peoples(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    say(book, KnownBy.EVENT, "1@x", ada)
    say(book, KnownBy.EVENT, "1@x", bob)
    assert said(book, "1@x") == [("1@x", ada), ("1@x", bob)]
    with book.write(doing(OperationKind.MEETING_PEOPLE)) as writer:
        assert writer.known_attendees.unsay(KnownAttendee(KnownBy.EVENT, "1@x", ada))
        assert not writer.known_attendees.unsay(KnownAttendee(KnownBy.EVENT, "1@x", ada))
    assert said(book, "1@x") == [("1@x", bob)]


def test_a_word_is_undone_like_everything_and_silent_about_the_trash(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    say(book, KnownBy.ADDRESS, "a@b.org", ada)
    before = digest_of(book)
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    assert said(book, "a@b.org") == []
    book.undo(doing())
    assert digest_of(book) == before
    book.undo(doing())
    assert said(book, "a@b.org") == []


def test_taking_a_person_back_takes_the_word_about_them_along(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.read() as reader:
        changeset = reader.history.entries()[0].changeset
    say(book, KnownBy.ADDRESS, "a@b.org", ada)
    book.take_back(doing(), changeset)
    with book.read() as reader:
        assert not reader.contacts.exists(ada)
        assert reader.known_attendees.every() == []
    digest_of(book)


def test_who_is_joined_brings_what_was_said_of_them(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    say(book, KnownBy.ADDRESS, "b@b.org", bob)
    with book.write(doing(OperationKind.MERGE)) as writer:
        writer.merger.merge(ada, [bob], [])
    assert said(book, "b@b.org") == [("b@b.org", ada)]
    book.undo(doing())
    assert said(book, "b@b.org") == [("b@b.org", bob)]


def test_who_is_erased_leaves_no_word(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    say(book, KnownBy.ADDRESS, "canary-of-ada@b.org", ada)
    with book.write(doing(OperationKind.FORGET)) as writer:
        writer.contacts.forget([ada])
    with book.read() as reader:
        assert reader.known_attendees.every() == []
    book.checkpoint()
    assert b"canary-of-ada" not in (book.folder / "relate.db").read_bytes()


def test_letters_that_are_none_are_kept_and_found(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    say(book, KnownBy.TITLE, "coffee \ud800", ada)
    assert len(said(book, "coffee \ud800")) == 1
