"""Ties derived from cards: kept true by every write, made anew at will, filled for older books."""

from relate_desktop.domain.household import Home, with_home
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.merge_plan import merged_lines, plan_merge
from relate_desktop.domain.relationship import own_id, with_own_id, with_relationship
from relate_desktop.storage.database import Database
from relate_desktop.storage.derived import DerivedTables
from relate_desktop.storage.engine import raw
from relate_desktop.storage.ties import differing, fill_ties, tie_rows
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing, imported


def tied(book: Database) -> tuple[ContactId, ContactId, ContactId]:
    """Ada points to Bo, names Cy, and lives with Bo; Cy's card came from a file and refers to a record."""
    ada, bo = added(book, a_person("Ada"), a_person("Bo"))
    (cy, _dee) = imported(
        book,
        a_draft(a_person("Cy", a_property("UID", "u1"), a_property("RELATED", "u2", ("TYPE", "friend")))),
        a_draft(a_person("Dee", a_property("UID", "u2"))),
    )
    with book.write(doing()) as writer:
        writer.contacts.save(with_home(with_own_id(writer.contacts.get(bo), "b0"), Home("Us", "h")))
        person = with_relationship(writer.contacts.get(ada), "Bo", "sibling", person="b0")
        person = with_relationship(person, "Cy", "friend")
        writer.contacts.save(with_home(person, Home("Us", "h")))
    return ada, bo, cy


def test_ties_are_found_from_both_ends(book: Database) -> None:
    ada, bo, cy = tied(book)
    with book.read() as reader:
        assert [(tie.one, tie.other, tie.kind, tie.by_name) for tie in reader.ties.of([ada])] == [
            (ada, bo, "sibling", False),
            (ada, cy, "friend", True),
        ]
        assert [(tie.one, tie.kind) for tie in reader.ties.of([bo])] == [(ada, "sibling")]
        assert {(tie.one, tie.kind) for tie in reader.ties.of([cy])} == {(ada, "friend")}
        assert reader.ties.lives_with([ada]) == [(ada, bo, "Us")]
        assert reader.ties.household(Home("Us", "h")).members == (ada, bo)


def test_all_of_it_can_be_made_anew_and_filled_for_an_older_book(book: Database) -> None:
    tied(book)
    with book._writer.begin() as connection:
        plain = raw(connection)
        expected = plain.execute("SELECT * FROM ties ORDER BY 1,2,3,4").fetchall()
        assert len(expected) == 6
        assert differing(plain) == 0
        DerivedTables(plain).rebuild()
        assert plain.execute("SELECT * FROM ties ORDER BY 1,2,3,4").fetchall() == expected
        plain.execute("DELETE FROM ties")
        assert differing(plain) == 3
        fill_ties(plain)
        assert plain.execute("SELECT * FROM ties ORDER BY 1,2,3,4").fetchall() == expected


def test_a_check_finds_what_is_missing_and_a_repair_brings_it_back(book: Database) -> None:
    ada, _bo, _cy = tied(book)
    with book._writer.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM ties WHERE contact_id={ada}")
    with book.read() as reader:
        assert ("relations_differ", {"count": 1}) in reader.health().problems
    book.repair()
    with book.read() as reader:
        assert reader.health().problems == ()


def test_who_is_in_the_trash_has_no_ties(book: Database) -> None:
    ada, bo, _cy = tied(book)
    with book.write(doing()) as writer:
        writer.contacts.trash([bo])
    with book.read() as reader:
        assert [tie.kind for tie in reader.ties.of([ada])] == ["friend"]
        assert reader.ties.household(Home("Us", "h")).members == (ada,)
        assert reader.health().problems == ()


def test_what_points_to_both_leads_to_whoever_they_became(book: Database) -> None:
    ada, bo, cy = tied(book)
    with book.write(doing()) as writer:
        writer.contacts.save(with_own_id(writer.contacts.get(cy), "c0"))
    with book.read() as reader:
        people = [reader.contacts.get(bo), reader.contacts.get(cy)]
    assert [own_id(person) for person in people] == ["b0", "c0"]

    plan = plan_merge(people)
    with book.write(doing()) as writer:
        writer.merger.merge(bo, [cy], merged_lines(people, plan, plan.standing))
    with book.read() as reader:
        assert len(reader.contacts.get(bo).all("X-RELATE-ID")) == 2
        assert {(tie.one, tie.other) for tie in reader.ties.of([ada])} == {(ada, bo)}


def test_a_reference_on_a_card_without_uid_leads_nowhere_however_it_came() -> None:
    lines = (a_property("FN", "John"), a_property("AGENT", "CID:somebody@host.example"))
    assert tie_rows(1, lines, "-//ONLINE DIRECTORY//NONSGML Version 1//EN") == tie_rows(1, lines)
