import contextlib
import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.person_rhythm import NOTHING_CHOSEN, Chosen
from relate_desktop.storage.closeness import due_column
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moments import from_column
from tests.clock import FixedClock
from tests.present import a_moment
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing, imported
from tests.unit.storage.days import a_call, kept
from tests.unit.storage.due import a_reminder, reminded

TABLES = ("next_dues", "lateness", "moment_days")


def derived(book: Database) -> dict[str, list[Any]]:
    """Every row of the tables that follow."""
    with book._readers.connect() as connection:
        return {
            table: sorted(raw(connection).execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in TABLES
        }


def chosen(book: Database, contact: ContactId, choice: Chosen) -> None:
    with book.write(doing(OperationKind.RHYTHM)) as writer:
        writer.rhythms.choose(contact, choice)


def for_circle(book: Database, circle: str, cadence: Cadence | None) -> None:
    with book.write(doing(OperationKind.CIRCLE_RHYTHM)) as writer:
        writer.rhythms.choose_for_circle(circle, cadence)


def late_days(book: Database) -> dict[int, str | None]:
    return {row[0]: row[3] for row in derived(book)["lateness"]}


def test_the_next_due_is_the_earliest_open_one(book: Database, clock: FixedClock) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    soon, later = a_reminder(ada, due="2026-03-20T10:00"), a_reminder(ada, bob, due="2026-04-01")
    first, _later = reminded(book, soon, later)
    found = {row[0]: from_column(row[1]).isoformat() for row in derived(book)["next_dues"]}
    assert found == {ada: "2026-03-20T10:00:00+00:00", bob: "2026-04-01T00:00:00+00:00"}
    with book.write(doing(OperationKind.DONE)) as writer:
        writer.reminders.save(replace(writer.reminders.get(first), done_at=clock()))
    assert {row[1] for row in derived(book)["next_dues"]} == {due_column("2026-04-01", None, "", None)}


def test_an_hour_in_a_zone_is_that_moment_and_a_snoozed_one_when_it_comes_back() -> None:
    assert from_column(due_column("2026-03-20", "10:00", "Asia/Tokyo", None)).hour == 1
    assert due_column("2026-03-20", "10:00", "Asia/Tokyo", 77) == 77


def test_it_is_a_while_after_the_rhythm_has_passed(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    kept(book, a_call(ada, on="2026-03-01"))
    assert derived(book)["lateness"] == []
    chosen(book, ada, Chosen(Cadence(10)))
    assert late_days(book) == {ada: "2026-03-16"}
    kept(book, a_call(ada, on="2026-03-10"))
    assert late_days(book) == {ada: "2026-03-25"}
    chosen(book, ada, NOTHING_CHOSEN)
    assert derived(book)["lateness"] == []


def test_two_messages_without_an_answer_make_a_rest_without_any_rhythm(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    written = [a_call(ada, on=f"2026-03-{day:02}", kind=InteractionKind.MAIL) for day in (2, 9)]
    kept(book, *written)
    assert [(row[0], row[4]) for row in derived(book)["lateness"]] == [(ada, "2026-03-23")]
    kept(book, a_call(ada, on="2026-03-12", kind=InteractionKind.MAIL, direction=Direction.THEIRS))
    assert derived(book)["lateness"] == []


def test_a_rhythm_of_a_circle_is_everybodys_in_it(book: Database) -> None:
    marked = a_property("CATEGORIES", "Clients")
    ada, bob = added(book, a_person("Ada", marked), a_person("Bob", marked))
    added(book, a_person("Cem"))
    for_circle(book, "clients", Cadence(10))
    assert late_days(book) == {ada: "2026-03-29", bob: "2026-03-29"}
    (dora,) = added(book, a_person("Dora", marked))
    assert dora in late_days(book)
    for_circle(book, "Clients", Cadence(20))
    assert set(late_days(book).values()) == {"2026-04-12"}
    for_circle(book, "Clients", None)
    assert late_days(book) == {}
    book.undo(doing())
    assert set(late_days(book)) == {ada, bob, dora}
    book.redo(doing())
    assert late_days(book) == {}


def test_days_of_cards_and_days_beside_them_are_found_by_the_day_of_the_year(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("BDAY", "19851210"), a_property("NOTE", "x")))
    with book.write(doing(OperationKind.MOMENT)) as writer:
        once = writer.moments.add(a_moment("2026-11-30", ada, yearly=False))
        yearly = writer.moments.add(a_moment("2020-02-29", ada))
    assert derived(book)["moment_days"] == sorted(
        [("--12-10", ada, "c0"), ("2026-11-30", ada, f"m{once}"), ("--02-29", ada, f"m{yearly}")], key=repr
    )
    with book.write(doing(OperationKind.MOMENT_REMOVE)) as writer:
        writer.moments.remove([once, yearly])
    assert derived(book)["moment_days"] == [("--12-10", ada, "c0")]


def test_nothing_follows_from_people_in_the_trash_until_they_return(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("BDAY", "--12-10")))
    reminded(book, a_reminder(ada))
    chosen(book, ada, Chosen(Cadence(10)))
    before = derived(book)
    assert all(before.values())
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    assert not any(derived(book).values())
    book.undo(doing())
    assert derived(book) == before


def test_nobody_waits_for_those_who_have_died(book: Database) -> None:
    died = a_property("DeathDate", "20260101")
    (ada,) = added(book, a_person("Ada", died, a_property("BDAY", "--12-10")))
    kept(book, *(a_call(ada, on=f"2026-03-{day:02}", kind=InteractionKind.MAIL) for day in (2, 9)))
    chosen(book, ada, Chosen(Cadence(10)))
    assert derived(book)["lateness"] == []
    assert derived(book)["moment_days"] == [("--01-01", ada, "c0")], "a day to remember, and no birthday"


@pytest.mark.parametrize(
    ("table", "values"),
    [("next_dues", "99, 1"), ("lateness", "99, 1.0, '', NULL, NULL"), ("moment_days", "'--01-01', 99, 'c0'")],
)
def test_rows_that_follow_from_nothing_are_found_and_made_anew(
    book: Database, table: str, values: str
) -> None:
    (ada,) = added(book, a_person("Ada"))
    reminded(book, a_reminder(ada))
    with book._writer.begin() as connection:
        raw(connection).execute(f"INSERT INTO {table} VALUES ({values})")
        raw(connection).execute("DELETE FROM next_dues WHERE contact_id=?", (ada,))
    with book.read() as reader:
        assert [kind for kind, _facts in reader.health().problems] == ["closeness_differs"]
    book.repair()
    with book.read() as reader:
        assert reader.health().problems == ()
    assert [row[0] for row in derived(book)["next_dues"]] == [ada]


def test_an_import_brings_its_days_and_its_circles_rhythms(book: Database) -> None:
    for_circle(book, "Clients", Cadence(10))
    lines = (a_property("FN", "Ada"), a_property("BDAY", "--12-10"), a_property("CATEGORIES", "Clients"))
    (ada,) = imported(book, a_draft(lines))
    assert derived(book)["moment_days"] == [("--12-10", ada, "c0")]
    assert set(late_days(book)) == {ada}


@pytest.mark.parametrize("seed", range(8))
def test_rows_kept_true_are_the_rows_made_anew(book: Database, clock: FixedClock, seed: int) -> None:
    chance = random.Random(seed)
    marked = [a_property("CATEGORIES", name) for name in ("Clients", "Family")]
    days = [a_property("BDAY", f"--{number:02}-15") for number in range(1, 13)]
    people = added(book, *(a_person("P", day, *chance.sample(marked, chance.randrange(3))) for day in days))
    filled = False
    for _round in range(3):
        for _step in range(20):
            clock.pass_time(timedelta(minutes=chance.randrange(600)))
            something(book, chance, chance.choice(people), clock().date())
        true = derived(book)
        filled = filled or any(true.values())
        book.repair()
        assert derived(book) == true
    assert filled


def others_than(book: Database, contact: ContactId) -> list[ContactId]:
    """Everybody else who is there."""
    with book.read() as reader:
        return [ContactId(one) for one in reader.contacts.ids() if one != contact]


def something(book: Database, chance: random.Random, contact: ContactId, today: date) -> None:
    """One write of any kind about somebody."""
    day = (today - timedelta(days=chance.randrange(90))).isoformat()
    writes = {
        OperationKind.LOG: lambda writer: writer.timeline.add(
            a_call(
                contact,
                on=day,
                kind=chance.choice(list(InteractionKind)),
                direction=chance.choice(list(Direction)),
            )
        ),
        OperationKind.REMIND: lambda writer: writer.reminders.add(a_reminder(contact, due=day)),
        OperationKind.REMINDER_REMOVE: lambda writer: writer.reminders.remove(
            [item.id for item in writer.reminders.of(contact)[:1] if item.id is not None]
        ),
        OperationKind.RHYTHM: lambda writer: writer.rhythms.choose(
            contact,
            Chosen(chance.choice([None, Cadence(chance.randrange(1, 40))]), agreed=chance.random() < 0.5),
        ),
        OperationKind.CIRCLE_RHYTHM: lambda writer: writer.rhythms.choose_for_circle(
            chance.choice(["Clients", "Family"]), chance.choice([None, Cadence(chance.randrange(1, 40))])
        ),
        OperationKind.MOMENT: lambda writer: writer.moments.add(a_moment(day, contact, yearly=False)),
        OperationKind.MERGE: lambda writer: writer.merger.merge(contact, others_than(book, contact)[:1], ()),
        OperationKind.TRASH: lambda writer: writer.contacts.trash([contact]),
        OperationKind.PUT_BACK: lambda writer: writer.contacts.put_back([contact]),
    }
    kind = chance.choice([*writes, OperationKind.UNDO, OperationKind.REDO])
    if kind in writes:
        with book.write(doing(kind)) as writer:
            if writer.contacts.exists(contact):  # undo may have gone back behind their first day
                writes[kind](writer)
        return
    with contextlib.suppress(NotFoundError):
        book.undo(doing()) if kind is OperationKind.UNDO else book.redo(doing())
