"""Name lines of everybody, in steps."""

import pytest

from relate_desktop.storage import name_lines
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, a_property, added, doing


def test_everybody_comes_once_with_the_lines_asked_for(
    book: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_lines, "_AT_ONCE", 2)
    people = added(
        book,
        *(a_person(f"P{number}", a_property("TEL", "1"), a_property("nickname", "x")) for number in range(5)),
    )
    with book.write(doing()) as writer:
        writer.contacts.trash(people[1:2])
    with book.read() as reader:
        found = list(reader.name_lines.people(["FN", "NICKNAME"]))
        assert [person.id for person in found] == [people[0], *people[2:]]
        assert [item.name for item in found[0].properties] == ["FN", "nickname"]
        assert reader.name_lines.count() == 4
