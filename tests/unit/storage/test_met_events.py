"""Events that somebody of the book may have to do with, found among very many."""

from dataclasses import replace

from relate_desktop.domain.calendar_event import Attendee
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.held_meetings import Held
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added, doing
from tests.unit.storage.days import a_call, a_note, a_promise, kept
from tests.unit.storage.events import a_calendar, an_event


def test_events_are_found_by_address_by_title_and_by_a_name_alone(book: Database) -> None:
    one = an_event("Coffee with Ada", uid="1@x", addresses=["ada@ada.example", "bob@b.example"])
    two = an_event("Planning", uid="2@x")
    three = an_event("Fair", uid="3@x")
    assert three.draft is not None
    nameless = replace(three, draft=replace(three.draft, attendees=(Attendee("", "M. Tanaka"),)))
    calendar = a_calendar(book, one, two, nameless)
    with book.read() as reader:
        events = reader.met_events
        assert sorted(events.addresses()) == ["ada@ada.example", "bob@b.example"]
        assert events.often_invited(1) == ([("ada@ada.example", 1)], 1)
        assert events.uids_with(["bob@b.example", "nobody@x"]) == {"1@x"}
        assert events.uids_titled(lambda title: title == "Planning") == {"2@x"}
        assert events.uids_without_address() == {"3@x"}
        assert events.uids() == {"1@x", "2@x", "3@x"}
        found = [[event.event.title for event in group] for group in events.of(["1@x", "3@x", "9@x"])]
        assert found == [["Coffee with Ada"], ["Fair"]]
        (component,) = (EventId(row.id) for row in reader.calendars.present(calendar)[one.key])
    with book.write(doing(OperationKind.EVENT_HIDE)) as writer:
        writer.calendars.hide(component)
    with book.read() as reader:
        assert [group[0].event.uid for group in reader.met_events.of(["1@x", "2@x"])] == ["2@x"]


def test_conversations_are_those_nobody_else_stands_for(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    first, second, _note, _other = kept(book, a_call(ada), a_call(ada, bob), a_note(ada), a_call(bob))
    with book.aside() as aside:
        aside.held_meetings.put([Held("e/", first, "abc", (ada,), CalendarId(1))])
    with book.read() as reader:
        assert reader.met_events.conversations([ada], "0001-01-01", "9999-12-31") == [second]
        assert reader.met_events.conversations([ada], "9999-01-01", "9999-12-31") == []


def test_it_is_known_what_was_told_in_a_conversation(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    first, second = kept(book, a_call(ada), a_call(ada))
    a_promise(book, ada, told_in=first)
    with book.read() as reader:
        assert reader.met_events.told_in([first, second]) == {first}


def test_it_is_known_whether_anything_was_changed_since(book: Database) -> None:
    added(book, a_person("Ada"))
    with book.read() as reader:
        last = reader.met_events.last_changeset()
        assert reader.met_events.changed_since(last - 1, ["contacts"])
        assert not reader.met_events.changed_since(last, ["contacts"])
        assert not reader.met_events.changed_since(last - 1, ["calendars"])
