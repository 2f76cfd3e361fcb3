"""Whose word counts of a meeting: that of the latest version, and of whose calendar it is."""

from dataclasses import replace

from relate_desktop.domain.calendar_event import Attendee, EventStatus, Participation
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.services.book import OpenBook
from relate_desktop.services.held_meetings import Followed
from tests.unit.services.calendars import a_calendar
from tests.unit.services.test_held_meetings import ADA, ada, book, clock, invited, say, talks, titles
from tests.unit.storage.events import a_schedule

__all__ = ["ada", "book", "clock"]


def test_what_the_owner_of_a_calendar_declined_is_not_written_down(book: OpenBook, ada: ContactId) -> None:
    owner = Attendee("robin@x.example", participation=Participation.DECLINED)
    calendar = a_calendar(book, invited("Coffee", Attendee(ADA), owner), name="robin@x.example")
    assert book.held_meetings.follow() == Followed()
    assert book.calendars.rename(calendar, "Shared")
    assert book.held_meetings.follow() == Followed(written=1)
    assert talks(book)[0].participants == (ada,)


def test_a_series_that_moves_leaves_what_was_told_of_it_alone(book: OpenBook, ada: ContactId) -> None:
    rules = (EventRule(Step.WEEKLY),)
    calendar = a_calendar(book, invited(schedule=a_schedule("2026-11-03T09:30", rules=rules)))
    assert book.held_meetings.follow() == Followed(written=4)
    told, removed = book.timeline.page(book.timeline.ids())[1:3]
    assert isinstance(told.item, Interaction)
    assert book.timeline.save(replace(told, item=replace(told.item, text="She passed")))
    book.timeline.remove([removed.id])
    for hour, followed in (("10:30", Followed(written=2, gone=2)), ("08:00", Followed(written=2, gone=2))):
        say(book, calendar, invited(schedule=a_schedule(f"2026-11-03T{hour}", rules=rules)))
        assert book.held_meetings.follow() == followed
        assert sorted(titles(book)) == ["Coffee", "Coffee", "She passed"]
        assert book.held_meetings.follow() == Followed()
    assert all(item.participants == (ada,) for item in talks(book))


def test_a_later_version_in_another_calendar_calls_a_meeting_off(book: OpenBook, ada: ContactId) -> None:
    a_calendar(book, invited())
    assert book.held_meetings.follow() == Followed(written=1)
    assert talks(book)[0].participants == (ada,)
    later = replace(a_schedule("2026-11-24T09:30"), sequence=1)
    a_calendar(book, invited(schedule=later, status=EventStatus.CANCELLED), name="Called off")
    assert book.held_meetings.follow() == Followed(gone=1)
