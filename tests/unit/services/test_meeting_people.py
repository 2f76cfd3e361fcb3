"""Who the people of meetings are, asked of a real book, and the user's word on it."""

from dataclasses import replace
from pathlib import Path

import pytest

from relate_desktop.domain.calendar_event import CalendarEvent
from relate_desktop.domain.errors import NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.meeting_people import Standing, Strangers
from relate_desktop.services.book import OpenBook
from relate_desktop.services.meeting_people import MOST_STRANGERS, own_addresses
from relate_desktop.services.preferences import Preferences
from tests.meetings import an_attendee, an_event
from tests.open_book import a_book, a_person
from tests.unit.services.calendars import a_calendar, ids_of
from tests.unit.storage.events import an_event as a_component

Found = list[tuple[Standing, ContactId | None]]


def of(book: OpenBook, event: CalendarEvent) -> Found:
    return [(one.standing, one.contact) for one in book.meeting_people.of((event,))[event.id]]


def whole(book: OpenBook, event: CalendarEvent) -> Found:
    return [(one.standing, one.contact) for one in book.meeting_people.of_event(event).people]


def test_an_attendee_is_known_by_any_address_of_theirs(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        olena = book.contacts.add(a_person("Olena Bondar", "EMAIL:o@work.org", "EMAIL:Olena@Home.org"))
        event = an_event("Coffee", an_attendee("olena@home.org", "Somebody"))
        assert of(book, event) == [(Standing.KNOWN, olena)]
        book.contacts.trash([olena])
        assert of(book, event) == [(Standing.UNKNOWN, None)]


def test_a_name_is_proposed_until_the_user_says_so(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        olena = book.contacts.add(a_person("Olena Bondar"))
        guest = an_attendee("new@work.org", "Olena Bondar")
        event = an_event("Coffee", guest)
        assert of(book, event) == [(Standing.PROPOSED, olena)]
        assert book.meeting_people.this_is(guest, olena)
        assert not book.meeting_people.this_is(guest, olena)
        assert of(book, an_event("Tea", an_attendee("new@work.org"))) == [(Standing.KNOWN, olena)]
        assert book.meeting_people.this_is(guest, None)
        assert of(book, event) == [(Standing.NOBODY, None)]
        book.history.undo()
        assert of(book, event) == [(Standing.KNOWN, olena)]


def test_an_unknown_name_offers_whom_it_may_mean(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        misaki = book.contacts.add(a_person("Misaki Tanaka"))
        event = an_event("Coffee", an_attendee("m@work.org", "M. Tanaka"))
        found = book.meeting_people.of_event(event)
        (person,) = found.people
        assert (person.standing, person.candidates) == (Standing.UNKNOWN, (misaki,))
        assert found.rows[misaki].called == "Misaki Tanaka"


def test_a_title_that_names_one_person_is_proposed_and_remembered(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        olena = book.contacts.add(a_person("Olena Bondar"))
        event = an_event("Coffee with Olena")
        assert of(book, event) == []
        assert whole(book, event) == [(Standing.PROPOSED, olena)]
        assert book.meeting_people.title_is(event, olena)
        assert of(book, an_event("Coffee with Olena")) == [(Standing.KNOWN, olena)]
        assert book.meeting_people.unlink(event, olena)
        assert of(book, event) == []
        book.meeting_people.title_is(event, None)
        assert whole(book, event) == []


def test_two_people_of_one_name_are_not_proposed_for_a_title(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Olena Bondar"))
        book.contacts.add(a_person("Olena Shevchenko"))
        assert whole(book, an_event("Coffee with Olena")) == []


def test_anybody_can_be_linked_to_an_event_and_let_go_again(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, bob = book.contacts.add(a_person("Ada")), book.contacts.add(a_person("Bob"))
        event = an_event("Planning", uid="1@x")
        assert book.meeting_people.link(event, ada)
        assert book.meeting_people.link(event, bob)
        again = an_event("Planning, moved", uid="1@x")
        assert of(book, again) == [(Standing.KNOWN, ada), (Standing.KNOWN, bob)]
        assert book.meeting_people.unlink(event, ada)
        assert not book.meeting_people.unlink(event, ada)
        assert of(book, again) == [(Standing.KNOWN, bob)]


def test_the_user_says_which_address_is_theirs(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        me = an_attendee("Robin@Example.org")
        assert book.meeting_people.this_is_me(me)
        assert not book.meeting_people.this_is_me(me)
        assert not book.meeting_people.this_is_me(an_attendee(name="Robin"))
        assert of(book, an_event("Coffee", me)) == [(Standing.ME, None)]


def test_addresses_are_read_as_people_type_them() -> None:
    typed = Preferences(your_addresses="Robin@example.org, mailto:r@b.org;nonsense")
    assert own_addresses(typed) == {"robin@example.org", "r@b.org"}


def test_an_unknown_attendee_becomes_a_person_who_is_known_from_then_on(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        guest = an_attendee("n@work.org", "Nikos; Pappas")
        nikos = book.meeting_people.make_person(guest)
        assert book.contacts.get(nikos).first("FN").text == "Nikos; Pappas"  # type: ignore[union-attr]
        assert of(book, an_event("Coffee", guest)) == [(Standing.KNOWN, nikos)]
        named = an_attendee(name="Layla Haddad")
        layla = book.meeting_people.make_person(named)
        assert of(book, an_event("Coffee", named)) == [(Standing.KNOWN, layla)]
        with pytest.raises(UsageError):
            book.meeting_people.make_person(an_attendee())


def test_who_was_said_to_be_nobody_can_still_become_a_person(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        guest = an_attendee("n@work.org", "Nikos")
        book.meeting_people.this_is(guest, None)
        nikos = book.meeting_people.make_person(guest)
        assert of(book, an_event("Coffee", guest)) == [(Standing.KNOWN, nikos)]


def test_nobody_can_be_said_to_be_somebody_there_is_not(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        with pytest.raises(NotFoundError):
            book.meeting_people.this_is(an_attendee("a@b.org"), ContactId(99))
        with pytest.raises(UsageError):
            book.meeting_people.this_is(an_attendee(), None)
        assert list(book.history.entries()) == []


def test_an_address_in_nearly_every_event_is_proposed_as_the_users_own(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        events = [
            a_component(
                f"Event {number}", uid=f"{number}@x", addresses=["robin@me.example", f"p{number}@x.org"]
            )
            for number in range(6)
        ]
        a_calendar(book, *events)
        assert book.meeting_people.perhaps_mine() == ("robin@me.example",)
        book.meeting_people.this_is_me(an_attendee("robin@me.example"))
        assert book.meeting_people.perhaps_mine() == ()


def test_who_is_invited_and_not_in_the_book_becomes_several_people_in_one_change(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada", "EMAIL:Ada@Ada.example"))
        one = a_component("One", uid="1", addresses=["ada@ada.example", "bob@b.example", "cy@c.example"])
        a_calendar(book, one, a_component("Two", uid="2", addresses=["cy@c.example", "me@x.org"]))
        book.preferences.change(your_addresses="me@x.org")
        strangers = book.meeting_people.strangers().people
        assert [(one.attendee.address, one.meetings) for one in strangers] == [
            ("cy@c.example", 2),
            ("bob@b.example", 1),
        ]
        made = book.meeting_people.make_people([one.attendee for one in strangers])
        assert book.meeting_people.strangers() == Strangers()
        assert [row.called for row in book.contacts.summaries(made)] == ["cy", "bob"]
        book.history.undo()
        assert book.contacts.count() == 1
        assert book.meeting_people.are_nobody([one.attendee for one in strangers]) == 2
        assert book.meeting_people.strangers() == Strangers()
        assert book.meeting_people.make_people([an_attendee()]) == ()


def test_nobody_is_asked_about_for_an_event_that_is_hidden(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        hidden = a_component("One", uid="1", addresses=["bob@b.example", "cy@c.example"])
        calendar = a_calendar(book, hidden, a_component("Two", uid="2", addresses=["cy@c.example"]))
        one, _two = ids_of(book, calendar)
        book.calendars.hide_series(one)
        found = book.meeting_people.strangers().people
        assert [(who.attendee.address, who.meetings) for who in found] == [("cy@c.example", 1)]
        book.calendars.hide_series(one, hidden=False)
        assert len(book.meeting_people.strangers().people) == 2


def test_who_is_invited_by_phone_is_known_by_the_number(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada", "TEL:(919) 555-1234"))
        event = a_component("One", addresses=["tel:+19195551234", "tel:+4930123456"])
        a_calendar(book, event)
        assert of(book, an_event("Call", an_attendee("tel:+19195551234", "A."))) == [(Standing.KNOWN, ada)]
        (stranger,) = book.meeting_people.strangers().people
        (made,) = book.meeting_people.make_people([stranger.attendee])
        assert book.contacts.get(made).first("TEL").value == "+4930123456"  # type: ignore[union-attr]
        assert book.contacts.get(made).first("EMAIL") is None
        assert book.meeting_people.strangers() == Strangers()
        assert not book.meeting_people.this_is_me(stranger.attendee)


def test_a_number_in_two_spellings_is_one_stranger(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        spelled = ["tel:+4930123456789", "tel:030123456789", "tel:+4930123456789"]
        a_calendar(book, *(a_component(one, uid=str(at), addresses=[one]) for at, one in enumerate(spelled)))
        (stranger,) = book.meeting_people.strangers().people
        assert stranger.meetings == 3


def test_rooms_and_lists_are_not_asked_about(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        event = a_component("One", addresses=["attic@b.example", "cy@c.example"])
        assert event.draft is not None
        attic, guest = event.draft.attendees
        invited = (replace(attic, person=False), guest)
        a_calendar(book, replace(event, draft=replace(event.draft, attendees=invited)))
        found = book.meeting_people.strangers().people
        assert [who.attendee.address for who in found] == ["cy@c.example"]


def test_of_very_many_guests_the_most_frequent_are_listed_and_that_there_are_more(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        crowd = [f"{number:03}@fair.example" for number in range(MOST_STRANGERS)]
        a_calendar(book, a_component("Fair", uid="1", addresses=crowd))
        found = book.meeting_people.strangers()
        assert (len(found.people), found.more) == (MOST_STRANGERS, False)
        a_calendar(book, a_component("Tea", uid="2", addresses=["999@fair.example", crowd[-1]]))
        found = book.meeting_people.strangers()
        assert (len(found.people), found.more) == (MOST_STRANGERS, True)
        assert found.people[0].attendee.address == crowd[-1]
