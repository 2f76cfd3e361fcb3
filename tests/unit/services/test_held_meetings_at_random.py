"""Whatever happens to calendars, people and conversations: a second look finds nothing to do."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from relate_desktop.domain.calendar_event import Attendee, EventStatus, Participation
from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.meeting_people import MOST_MET
from relate_desktop.services.book import OpenBook
from relate_desktop.services.held_meetings import Followed
from tests.clock import FixedClock, a_clock
from tests.open_book import a_book, a_person
from tests.present import at
from tests.unit.services.calendars import a_calendar, ids_of
from tests.unit.services.test_held_meetings import invited, say
from tests.unit.storage.books import digest_of
from tests.unit.storage.events import a_schedule

ADDRESSES = ("a@x.example", "b@x.example", "c@x.example")
STEPS = 25


class Life:
    """A book to which things happen, one after another."""

    def __init__(self, book: OpenBook, clock: FixedClock, seed: int) -> None:
        self.book, self.clock, self.random = book, clock, Random(seed)

    def step(self) -> None:
        """Something happens."""
        deeds = (self.new_person, self.new_calendar, self.say_something, self.edit, self.remove, self.log)
        more = (self.undo, self.redo, self.trash, self.join, self.wait, self.drop_calendar, self.answer)
        self.random.choice((*deeds, *more, self.erase, self.hide))()

    def new_person(self) -> None:
        self.book.contacts.add(a_person("Somebody", f"EMAIL:{self.random.choice(ADDRESSES)}"))

    def new_calendar(self) -> None:
        a_calendar(self.book, self.event("1@x"), self.event("2@x"))

    def say_something(self) -> None:
        for calendar in self.book.calendars.all()[:1]:
            if len(ids_of(self.book, calendar.id)) == 2:
                say(self.book, calendar.id, self.event("1@x"), self.event("2@x"))

    def event(self, uid: str) -> CalendarComponent:
        day, hour = self.random.randint(18, 27), self.random.randint(8, 18)
        rules = (EventRule(Step.DAILY),) if self.random.random() < 0.3 else ()
        schedule = a_schedule(f"2026-11-{day}T{hour:02}:30", rules=rules)
        people = self.random.sample(ADDRESSES, self.random.randint(1, 3))
        answers = (Participation.ACCEPTED, Participation.DECLINED)
        attendees = [Attendee(one, participation=self.random.choice(answers)) for one in people]
        status = EventStatus.CANCELLED if self.random.random() < 0.2 else EventStatus.CONFIRMED
        title = self.random.choice(["Coffee", "Tea"])
        return invited(title, *attendees, schedule=schedule, status=status, uid=uid)

    def people(self) -> list[ContactId]:
        return [ContactId(number) for number in self.book.contacts.ids()]

    def talks(self) -> list[Interaction]:
        entries = self.book.timeline.page(self.book.timeline.ids())
        return [entry.item for entry in entries if isinstance(entry.item, Interaction)]

    def edit(self) -> None:
        entries = self.book.timeline.page(self.book.timeline.ids()[:1])
        for entry in entries:
            if isinstance(entry.item, Interaction):
                self.book.timeline.save(replace(entry, item=replace(entry.item, text="Edited")))

    def remove(self) -> None:
        for entry in self.book.timeline.page(self.book.timeline.ids()[:1]):
            self.book.timeline.remove([entry.id])

    def log(self) -> None:
        people = self.people()
        if people:
            on = self.clock().date() - timedelta(days=self.random.randint(0, 3))
            who = (self.random.choice(people),)
            self.book.timeline.log(who, InteractionKind.MEETING, Direction.BOTH, Happened(on), "By hand")

    def undo(self) -> None:
        entries = list(self.book.history.entries())
        try:
            if entries and self.random.random() < 0.5:
                self.book.history.undo(self.random.choice(entries).changeset)
            else:
                self.book.history.undo()
        except NotFoundError:
            return

    def redo(self) -> None:
        try:
            self.book.history.redo()
        except NotFoundError:
            return

    def trash(self) -> None:
        self.book.contacts.trash(self.people()[:1])

    def join(self) -> None:
        people = self.people()
        if len(people) > 1:
            self.book.merges.merge(people[0], [people[1]])

    def erase(self) -> None:
        people = self.people()
        if people and self.random.random() < 0.3:
            self.book.contacts.forget(people[:1])

    def wait(self) -> None:
        self.clock.pass_time(timedelta(hours=self.random.randint(1, 40)))

    def drop_calendar(self) -> None:
        for calendar in self.book.calendars.all()[:1]:
            self.book.calendars.remove(calendar.id)

    def hide(self) -> None:
        for calendar in self.book.calendars.all()[:1]:
            for event in ids_of(self.book, calendar.id)[:1]:
                self.book.calendars.hide_series(event)

    def answer(self) -> None:
        people = self.people()
        who = self.random.choice([None, *people])
        self.book.meeting_people.this_is(Attendee(self.random.choice(ADDRESSES)), who)


@pytest.mark.parametrize("seed", range(24))
def test_a_second_look_finds_nothing_to_do(seed: int) -> None:
    clock = a_clock(at("2026-11-24 12:00", "UTC"))
    with tempfile.TemporaryDirectory() as folder, a_book(Path(folder), clock) as book:
        life = Life(book, clock, seed)
        for _number in range(STEPS):
            life.step()
            book.held_meetings.follow()
            assert book.held_meetings.follow() == Followed()
            with book.database.read() as reader:
                standing = [one.entry for one in reader.held_meetings.all()]
            assert len(standing) == len(set(standing))
            assert all(len(item.participants) <= MOST_MET for item in life.talks())
        digest_of(book.database)
