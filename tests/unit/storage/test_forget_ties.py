"""Erasing somebody erases the lines of others that point to them, now and in every image."""

from relate_desktop.domain.relationship import relationships, with_own_id, with_relationship
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_person, a_property, added, doing


def test_lines_that_point_go_with_their_images_and_names_on_cards_stay(book: Database) -> None:
    ada, bo, cy = added(
        book, a_person("Ada", a_property("X-SPOUSE", "Bo Nameless")), a_person("Bo Nameless"), a_person("Cy")
    )
    with book.write(doing()) as writer:
        writer.contacts.save(with_own_id(writer.contacts.get(bo), "b%0_"))
        writer.contacts.save(with_own_id(writer.contacts.get(cy), "bx0y"))
        person = with_relationship(writer.contacts.get(ada), "Bo Nameless", "Secret tie", person="b%0_")
        writer.contacts.save(with_relationship(person, "Cy", "friend", person="bx0y"))
    with book.write(doing()) as writer:
        person = writer.contacts.get(ada)
        tie = next(one for one in relationships(person) if one.person == "b%0_")
        writer.contacts.save(person.without(tie.property))
    with book.write(doing()) as writer:
        writer.contacts.save(
            with_relationship(writer.contacts.get(ada), "Bo Nameless", "Secret tie", person="b%0_")
        )
    with book.write(doing()) as writer:
        writer.contacts.trash([bo])
        writer.contacts.forget([bo])
    with book.read() as reader:
        person = reader.contacts.get(ada)
        assert [tie.name for tie in relationships(person)] == ["Bo Nameless", "Cy"]
        assert reader.health().problems == ()
    with book._writer.begin() as connection:
        images = raw(connection).execute(
            "SELECT count(*) FROM changes WHERE before LIKE '%b\\%0%' ESCAPE '\\'"
        )
        assert images.fetchone()[0] == 0
        words = raw(connection).execute("SELECT count(*) FROM changes WHERE before LIKE '%Secret tie%'")
        assert words.fetchone()[0] == 0


def test_who_was_kept_apart_from_somebody_can_be_erased(book: Database) -> None:
    ada, bo = added(book, a_person("Ada"), a_person("Bo"))
    with book.write(doing()) as writer:
        writer.pairs.keep_apart(ada, bo)
    with book.write(doing()) as writer:
        writer.contacts.forget([bo])
    with book.read() as reader:
        assert reader.pairs.kept_apart() == set()
        assert reader.health().problems == ()
