"""Past meetings become conversations once, and follow their calendar until somebody touches them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.calendar_event import Attendee, EventStatus, Participation
from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.change import OperationKind, Origin
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.event_schedule import Schedule
from relate_desktop.domain.ids import CalendarId, ContactId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.timeline import TimelineEntry
from relate_desktop.services.book import OpenBook
from relate_desktop.services.held_meetings import Followed
from relate_desktop.services.present import PresentSource
from tests.clock import FixedClock, a_clock
from tests.open_book import a_book, a_person
from tests.present import TODAY, at
from tests.unit.services.calendars import a_calendar, ids_of
from tests.unit.storage.books import doing
from tests.unit.storage.events import a_schedule, an_event

NOON = at("2026-11-24 12:00", "UTC")
ADA = "ada@ada.example"
MINE = "robin@me.example"
WEEKLY = EventRule(Step.WEEKLY)


@pytest.fixture
def clock() -> FixedClock:
    return a_clock(NOON)


@pytest.fixture
def book(tmp_path: Path, clock: FixedClock) -> Iterator[OpenBook]:
    with a_book(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
def ada(book: OpenBook) -> ContactId:
    return book.contacts.add(a_person("Ada Lovelace", f"EMAIL:{ADA}"))


def invited(
    title: str = "Coffee",
    *attendees: Attendee,
    schedule: Schedule | None = None,
    status: EventStatus = EventStatus.CONFIRMED,
    uid: str = "1@x",
) -> CalendarComponent:
    found = an_event(title, schedule, uid=uid)
    assert found.draft is not None
    people = attendees or (Attendee(ADA),)
    return replace(found, draft=replace(found.draft, attendees=people, status=status))


def say(book: OpenBook, calendar: CalendarId, *components: CalendarComponent) -> None:
    """The calendar's file says this now."""
    with book.database.read() as reader:
        (file,) = reader.calendars.files(calendar)
    ids = ids_of(book, calendar)
    with book.database.write(doing(OperationKind.CALENDAR_EDIT)) as writer:
        writer.calendars.replace_components(file.id, dict(zip(ids, components, strict=True)))


def talks(book: OpenBook) -> list[Interaction]:
    entries = book.timeline.page(book.timeline.ids())
    return [entry.item for entry in entries if isinstance(entry.item, Interaction)]


def titles(book: OpenBook) -> list[str]:
    return [item.text for item in talks(book)]


def the_entry(book: OpenBook) -> TimelineEntry:
    (entry,) = book.timeline.page(book.timeline.ids())
    return entry


def test_a_past_meeting_is_written_down_once(book: OpenBook, ada: ContactId) -> None:
    a_calendar(book, invited())
    assert book.held_meetings.follow() == Followed(written=1)
    assert book.held_meetings.follow() == Followed()
    (item,) = talks(book)
    assert (item.kind, item.direction, item.participants) == (
        InteractionKind.MEETING,
        Direction.BOTH,
        (ada,),
    )
    assert (item.text, item.minutes) == ("Coffee", 45)
    talk = book.timeline.last_talk(ada)
    assert talk is not None
    assert talk.on == TODAY
    entry = next(iter(book.history.entries()))
    assert (entry.kind, entry.origin) == (OperationKind.HELD_MEETINGS, Origin.CALENDAR)


def test_whoever_was_invited_by_phone_was_met_as_well(book: OpenBook) -> None:
    bob = book.contacts.add(a_person("Bob", "TEL:+1 (919) 555-1234"))
    a_calendar(book, invited("Call", Attendee("tel:+19195551234")))
    assert book.held_meetings.follow() == Followed(written=1)
    assert talks(book)[0].participants == (bob,)


def test_one_to_come_waits_until_it_is_over(book: OpenBook, ada: ContactId, clock: FixedClock) -> None:
    a_calendar(book, invited(schedule=a_schedule("2026-11-24T14:00")))
    assert book.held_meetings.follow() == Followed()
    clock.pass_time(timedelta(hours=1, minutes=44))
    assert book.held_meetings.follow() == Followed()
    clock.pass_time(timedelta(minutes=1))
    assert book.held_meetings.follow() == Followed(written=1)
    assert talks(book)[0].participants == (ada,)


def test_a_series_is_written_down_time_by_time(book: OpenBook, ada: ContactId, clock: FixedClock) -> None:
    a_calendar(book, invited(schedule=a_schedule("2026-11-03T09:30", rules=(WEEKLY,))))
    assert book.held_meetings.follow() == Followed(written=4)
    clock.pass_time(timedelta(days=30))
    assert book.held_meetings.follow() == Followed(written=4)
    assert all(item.participants == (ada,) for item in talks(book))


def test_a_meeting_in_two_calendars_is_one(book: OpenBook, ada: ContactId) -> None:
    a_calendar(book, invited())
    a_calendar(book, invited(), name="Shared")
    assert book.held_meetings.follow() == Followed(written=1)
    assert talks(book)[0].participants == (ada,)


def test_it_follows_when_it_is_moved_renamed_or_called_off(book: OpenBook, ada: ContactId) -> None:
    calendar = a_calendar(book, invited())
    book.held_meetings.follow()
    say(book, calendar, invited("Tea", schedule=a_schedule("2026-11-23T16:00")))
    assert book.held_meetings.follow() == Followed(changed=1)
    (item,) = talks(book)
    assert (item.text, item.happened.on.isoformat()) == ("Tea", "2026-11-23")
    say(book, calendar, invited(status=EventStatus.CANCELLED))
    assert book.held_meetings.follow() == Followed(gone=1)
    assert book.timeline.last_talk(ada) is None
    say(book, calendar, invited("Tea after all"))
    assert book.held_meetings.follow() == Followed(written=1)
    assert titles(book) == ["Tea after all"]


def test_what_moves_into_the_future_has_not_been(book: OpenBook, ada: ContactId, clock: FixedClock) -> None:
    calendar = a_calendar(book, invited())
    book.held_meetings.follow()
    say(book, calendar, invited(schedule=a_schedule("2026-11-25T09:30")))
    assert book.held_meetings.follow() == Followed(gone=1)
    clock.pass_time(timedelta(days=1))
    assert book.held_meetings.follow() == Followed(written=1)
    assert talks(book)[0].participants == (ada,)


def test_what_one_declined_has_not_been(book: OpenBook, ada: ContactId) -> None:
    book.preferences.change(your_addresses=MINE)
    calendar = a_calendar(
        book, invited("Coffee", Attendee(ADA), Attendee(MINE, participation=Participation.DECLINED))
    )
    assert book.held_meetings.follow() == Followed()
    say(book, calendar, invited("Coffee", Attendee(ADA), Attendee(MINE)))
    assert book.held_meetings.follow() == Followed(written=1)
    say(
        book, calendar, invited("Coffee", Attendee(ADA, participation=Participation.DECLINED), Attendee(MINE))
    )
    assert book.held_meetings.follow() == Followed(gone=1)
    assert book.timeline.last_talk(ada) is None


def test_saying_which_address_is_ones_own_makes_it_true_afterwards(book: OpenBook, ada: ContactId) -> None:
    me = book.contacts.add(a_person("Robin", f"EMAIL:{MINE}"))
    a_calendar(book, invited("Coffee", Attendee(ADA), Attendee(MINE)))
    book.held_meetings.follow()
    assert talks(book)[0].participants == (ada, me)
    book.preferences.change(your_addresses=MINE)
    assert book.held_meetings.follow() == Followed(changed=1)
    assert talks(book)[0].participants == (ada,)


def test_the_user_has_the_last_word(book: OpenBook, ada: ContactId) -> None:
    calendar = a_calendar(book, invited())
    book.held_meetings.follow()
    entry = the_entry(book)
    assert isinstance(entry.item, Interaction)
    book.timeline.save(replace(entry, item=replace(entry.item, text="She passed her exam")))
    say(book, calendar, invited("Tea", status=EventStatus.CANCELLED))
    assert book.held_meetings.follow() == Followed()
    assert titles(book) == ["She passed her exam"]
    book.timeline.remove([entry.id])
    say(book, calendar, invited("Tea"))
    assert book.held_meetings.follow() == Followed()
    assert titles(book) == []
    assert book.timeline.last_talk(ada) is None


def test_what_was_taken_back_does_not_come_again_and_done_again_it_follows(
    book: OpenBook, ada: ContactId
) -> None:
    calendar = a_calendar(book, invited())
    book.held_meetings.follow()
    changeset = next(iter(book.history.entries())).changeset
    book.history.undo(changeset)
    assert book.held_meetings.follow() == Followed()
    assert titles(book) == []
    book.history.undo()
    assert titles(book) == ["Coffee"]
    say(book, calendar, invited("Tea"))
    assert book.held_meetings.follow() == Followed(changed=1)
    assert talks(book)[0].participants == (ada,)


def test_undo_is_of_what_one_did_oneself(book: OpenBook, ada: ContactId) -> None:
    a_calendar(book, invited())
    book.timeline.note((ada,), "Likes tea", Happened(TODAY))
    book.held_meetings.follow()
    book.history.undo()
    assert titles(book) == ["Coffee"]
    assert book.history.redo().changeset is not None


def test_who_wrote_it_down_by_hand_needs_no_second_one(
    book: OpenBook, ada: ContactId, clock: FixedClock
) -> None:
    a_calendar(book, invited())
    book.timeline.log((ada,), InteractionKind.MEETING, Direction.BOTH, Happened(TODAY), "She passed")
    assert book.held_meetings.follow() == Followed()
    assert titles(book) == ["She passed"]
    clock.pass_time(timedelta(days=9))
    assert book.held_meetings.follow() == Followed()


def test_telling_afterwards_how_it_went_takes_the_place_of_the_bare_one(
    book: OpenBook, ada: ContactId
) -> None:
    a_calendar(book, invited())
    book.held_meetings.follow()
    book.timeline.log((ada,), InteractionKind.MEETING, Direction.BOTH, Happened(TODAY), "She passed")
    assert book.held_meetings.follow() == Followed(gone=1)
    assert titles(book) == ["She passed"]
    assert book.held_meetings.follow() == Followed()


def test_two_meetings_of_a_day_need_two_words(book: OpenBook, ada: ContactId) -> None:
    a_calendar(book, invited(), invited("Tea", schedule=a_schedule("2026-11-24T11:00"), uid="2@x"))
    book.timeline.log((ada,), InteractionKind.MEETING, Direction.BOTH, Happened(TODAY), "She passed")
    assert book.held_meetings.follow() == Followed(written=1)
    assert sorted(titles(book)) == ["She passed", "Tea"]


def test_a_calendar_that_goes_takes_what_it_wrote_along_and_nothing_else(
    book: OpenBook, ada: ContactId
) -> None:
    calendar = a_calendar(book, invited())
    book.timeline.note((ada,), "Likes tea", Happened(TODAY))
    book.held_meetings.follow()
    book.calendars.remove(calendar)
    assert book.held_meetings.follow() == Followed(gone=1)
    book.history.undo()
    assert book.held_meetings.follow() == Followed(written=1)
    assert titles(book) == ["Coffee"]


def test_what_a_file_does_not_name_any_more_has_been_all_the_same(book: OpenBook, ada: ContactId) -> None:
    calendar = a_calendar(book, invited())
    book.held_meetings.follow()
    with book.database.write(doing(OperationKind.CALENDAR_EDIT)) as writer:
        writer.calendars.remove_components(ids_of(book, calendar))
    assert book.held_meetings.follow() == Followed()
    assert talks(book)[0].participants == (ada,)


def test_a_new_person_brings_the_meetings_there_were(book: OpenBook) -> None:
    a_calendar(book, invited())
    assert book.held_meetings.follow() == Followed()
    late = book.contacts.add(a_person("Ada", f"EMAIL:{ADA}"))
    assert book.held_meetings.follow() == Followed(written=1)
    assert talks(book)[0].participants == (late,)


def test_a_persons_lost_address_takes_no_conversation_away(book: OpenBook, ada: ContactId) -> None:
    calendar = a_calendar(book, invited())
    book.held_meetings.follow()
    person = book.contacts.get(ada)
    line = person.first("EMAIL")
    assert line is not None
    book.contacts.save(person.without(line))
    say(book, calendar, invited("Tea"))
    assert book.held_meetings.follow() == Followed(changed=1)
    assert talks(book)[0].participants == (ada,)
    book.meeting_people.this_is(Attendee(ADA), None)
    assert book.held_meetings.follow() == Followed(gone=1)


def test_titles_and_links_count_once_the_user_has_said_so(book: OpenBook, ada: ContactId) -> None:
    event = an_event("Coffee with Ada", uid="1@x")
    other = an_event("coffee with ADA", a_schedule("2026-11-20T09:30"), uid="2@x")
    plan = an_event("Planning", a_schedule("2026-11-19T09:30"), uid="3@x")
    calendar = a_calendar(book, event, other, plan)
    assert book.held_meetings.follow() == Followed()
    with book.database.read() as reader:
        first, _second, third = (reader.calendars.series(one)[0].event for one in ids_of(book, calendar))
    book.meeting_people.title_is(first, ada)
    assert book.held_meetings.follow() == Followed(written=2)
    book.meeting_people.link(third, ada)
    assert book.held_meetings.follow() == Followed(written=1)
    book.meeting_people.unlink(third, ada)
    assert book.held_meetings.follow() == Followed(gone=1)
    assert sorted(titles(book)) == ["Coffee with Ada", "coffee with ADA"]


def test_a_name_without_address_counts_once_the_user_has_said_so(book: OpenBook, ada: ContactId) -> None:
    guest = Attendee("", "Countess L.")
    a_calendar(book, invited("Coffee", guest))
    assert book.held_meetings.follow() == Followed()
    book.meeting_people.this_is(guest, ada)
    assert book.held_meetings.follow() == Followed(written=1)


def test_what_was_promised_in_it_keeps_it(book: OpenBook, ada: ContactId) -> None:
    calendar = a_calendar(book, invited())
    book.held_meetings.follow()
    entry = talks(book)[0].id
    book.promises.add(Promise(OwedBy.MINE, "the draft", (ada,), TODAY, told_in=entry))
    say(book, calendar, invited(status=EventStatus.CANCELLED))
    assert book.held_meetings.follow() == Followed()
    assert titles(book) == ["Coffee"]


def test_people_who_are_joined_have_met_once(book: OpenBook, ada: ContactId) -> None:
    other = book.contacts.add(a_person("Ada L.", "EMAIL:al@ada.example"))
    a_calendar(book, invited("Coffee", Attendee("al@ada.example")))
    book.held_meetings.follow()
    book.merges.merge(ada, [other])
    assert book.held_meetings.follow() == Followed()
    assert [item.participants for item in talks(book)] == [(ada,)]


def test_hidden_series_and_a_no_in_the_settings_write_nothing(book: OpenBook, ada: ContactId) -> None:
    calendar = a_calendar(book, invited())
    book.preferences.change(meetings_held=False)
    assert book.held_meetings.follow() == Followed()
    book.preferences.change(meetings_held=True)
    (event,) = ids_of(book, calendar)
    book.calendars.hide_series(event)
    assert book.held_meetings.follow() == Followed()
    assert book.timeline.last_talk(ada) is None


def test_the_trash_takes_no_meeting_away(book: OpenBook, ada: ContactId) -> None:
    calendar = a_calendar(book, invited())
    book.held_meetings.follow()
    book.contacts.trash([ada])
    say(book, calendar, invited("Tea"))
    assert book.held_meetings.follow().gone == 0
    book.history.undo()
    book.history.undo()
    book.held_meetings.follow()
    assert titles(book) == ["Coffee"]


def test_travelling_changes_no_conversation(book: OpenBook, ada: ContactId, clock: FixedClock) -> None:
    a_calendar(book, invited(schedule=a_schedule("2026-11-23T23:30", zone="UTC")))
    book.held_meetings.follow()
    before = talks(book)
    away = PresentSource(clock, book.preferences, lambda: ZoneInfo("Asia/Tokyo"))
    service = type(book.held_meetings)(book.database, away, book.preferences)
    book.contacts.add(a_person("Somebody"))
    assert service.follow() == Followed()
    assert talks(book) == before
    assert before[0].participants == (ada,)


def test_a_daily_series_of_many_years_is_written_down_to_the_end(book: OpenBook, ada: ContactId) -> None:
    schedule = a_schedule("2019-11-03T09:30", rules=(EventRule(Step.DAILY),))
    a_calendar(book, invited(schedule=schedule))
    assert book.held_meetings.follow() == Followed(written=(TODAY - date(2019, 11, 3)).days + 1)
    talk = book.timeline.last_talk(ada)
    assert talk is not None
    assert talk.on == TODAY
    assert book.held_meetings.follow() == Followed()


def test_a_start_before_all_time_is_no_hindrance(book: OpenBook, ada: ContactId) -> None:
    a_calendar(book, invited(schedule=a_schedule("0001-01-01T00:00", rules=(WEEKLY,))))
    a_calendar(
        book, invited(schedule=a_schedule("9999-12-31T23:59", rules=(WEEKLY,)), uid="2@x"), name="Late"
    )
    book.held_meetings.follow()
    assert book.held_meetings.follow() == Followed()
    assert book.timeline.last_talk(ada) is not None
