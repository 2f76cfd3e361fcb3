from relate_desktop.domain.change import OperationKind
from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.linked_people import Links
from tests.unit.storage.books import a_person, added, doing
from tests.unit.storage.due import a_reminder, reminded

PEOPLE = Links(schema.reminder_people, "reminder_id")


def test_a_change_of_people_concerns_those_who_went_and_those_who_came(book: Database) -> None:
    ada, bob, cem = added(book, a_person("Ada"), a_person("Bob"), a_person("Cem"))
    (number,) = reminded(book, a_reminder(ada, bob))
    with book.write(doing(OperationKind.REMINDER_EDIT)) as writer:
        assert PEOPLE.change(writer.journal, number, (cem, bob, cem))
        assert PEOPLE.of(writer.journal.raw, [number]) == {number: (cem, bob)}
        assert list(writer.journal.touched.numbers()) == [ada, bob, cem]


def test_the_same_people_are_no_change(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    (number,) = reminded(book, a_reminder(ada))
    with book.write(doing(OperationKind.REMINDER_EDIT)) as writer:
        assert not PEOPLE.change(writer.journal, number, (ada,))
        assert not writer.changed
