"""The calendar read from the book and put into words; runs on a worker."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.calendar_event import CalendarEvent, Occurrence
from relate_desktop.domain.days import Day, DayItem, Stretch
from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.ids import CalendarId, ContactId, EventId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.meeting_people import met_in
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import isolate, squeezed, visible
from relate_desktop.domain.wall_time import moved
from relate_desktop.services.days import DaysPage
from relate_desktop.ui.calendar.lines import AgendaLine, CalendarView, DayLabel, LineKind, numbered
from relate_desktop.ui.calendar.month_model import first_shown, last_shown
from relate_desktop.ui.calendar.shown import ShownEntry
from relate_desktop.words.briefs import useful_line
from relate_desktop.words.calendar_days import (
    event_length,
    event_sentence,
    event_time,
    file_moved,
    many_more,
    more_moments,
    nothing_planned,
    read_again,
    some_unread,
    zone_unknown,
)
from relate_desktop.words.calendars import event_refusal, status_name
from relate_desktop.words.dates import month_name
from relate_desktop.words.due import short_weekday
from relate_desktop.words.numbers import sentence
from relate_desktop.words.today import moment_name
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

PART = 42
"""Days that are read at once."""
ENOUGH = 14
"""Lines after which reading stops for the time being."""
FARTHEST = 400
"""Days behind the first one up to which the agenda goes."""
SOON = 7
"""Days of which free ones are named."""
MOST_BRIEFS = 12
MOST_UNREAD = 100
LONGEST = 300

_ICONS = {
    DateKind.BIRTHDAY: "cake",
    DateKind.ANNIVERSARY: "heart",
    DateKind.DEATH: "moon",
    DateKind.OTHER: "calendar-blank",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown: the agenda from ``begun`` at least up to ``until``, and the month of a day.

    Without ``agenda`` the month stands in the middle.
    """

    begun: date
    until: date
    month: date
    agenda: bool

    def reaching(self, day: date) -> "Wanted":
        """The same, with the agenda up to a day at least."""
        return replace(self, until=max(self.until, day))

    def in_month(self, day: date) -> "Wanted":
        """The same beside another month."""
        return replace(self, month=day)


@dataclass(frozen=True, slots=True)
class MonthView:
    """The six weeks around a month."""

    month: date
    today: date
    by_day: dict[date, list[AgendaLine]]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a calendar, in words; ``details`` are what could not be read, one a line."""

    words: str
    calendar: Calendar
    details: str = ""


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Everything the room shows."""

    wanted: Wanted
    agenda: CalendarView | None
    month: MonthView
    entries: tuple[ShownEntry, ...]
    info: str
    problem: Problem | None
    anything: bool
    """Whether there is a calendar, or something stands on the days."""


def read_page(book: "OpenBook", wanted: Wanted) -> CalendarPage:
    """Everything the room shows."""
    calendars = book.calendars.all()
    present, preferred = book.present(), book.preferences.current
    view = _agenda(book, wanted) if wanted.agenda else None
    return CalendarPage(
        wanted=wanted,
        agenda=view,
        month=_month(book, wanted.month),
        entries=(
            # What holds nothing but tasks or messages, and is not read again, has nothing to show.
            *(_entry(one) for one in calendars if one.events or one.refused or one.path),
            ShownEntry(
                _("Birthdays and moments"),
                "plum",
                preferred.calendar_moments,
                preference="calendar_moments",
            ),
            ShownEntry(
                _("Reminders"), "amber", preferred.calendar_reminders, preference="calendar_reminders"
            ),
        ),
        info=_info(calendars, present),
        problem=next((found for one in calendars if (found := _problem(book, one)) is not None), None),
        anything=bool(calendars) or (view is not None and bool(view.by_day)),
    )


def read_agenda(book: "OpenBook", begun: date, after: date) -> CalendarView:
    """The days behind ``after`` of an agenda that begins on ``begun``; enough of them to go on with."""
    return _enough(book, begun, moved(after, 1), date.min)


def _agenda(book: "OpenBook", wanted: Wanted) -> CalendarView:
    return _enough(book, wanted.begun, wanted.begun, wanted.until)


def _enough(book: "OpenBook", begun: date, first: date, until: date) -> CalendarView:
    """Days from ``first`` on until some lines and ``until`` are reached, or the end of what is shown."""
    end = max(moved(begun, FARTHEST), until)
    view: CalendarView | None = None
    while view is None or (not view.ends and (len(view.lines) < ENOUGH or view.last < until)):
        start = first if view is None else moved(view.last, 1)
        last = min(moved(start, PART - 1), end)
        found = _view(book, book.days.between(Stretch(start, last)), ends=last >= end)
        view = found if view is None else view.followed_by(found)
    return view


def _month(book: "OpenBook", month: date) -> MonthView:
    page = book.days.between(Stretch(first_shown(month), last_shown(month)))
    view = _view(book, page, ends=True, useful=False)
    return MonthView(month.replace(day=1), page.present.today, view.by_day)


def _entry(calendar: Calendar) -> ShownEntry:
    name = visible(calendar.name, LONGEST)
    beside = visible(PurePath(calendar.path).name, LONGEST) if calendar.path else ""
    said = beside or _("Brought in once, not read again")
    return ShownEntry(name, calendar.hue, calendar.shown, beside if beside != name else "", said, calendar.id)


def _info(calendars: Sequence[Calendar], present: Present) -> str:
    first = _("Calendars are read from files and never changed.")
    read = [one for one in calendars if one.path and one.read_at is not None]
    latest = max(read, key=lambda one: one.read_at or present.now, default=None)
    if latest is None or latest.read_at is None:
        return first
    name = visible(PurePath(latest.path).name, LONGEST)
    return f"{first} {read_again(isolate(name), latest.read_at, present)}"


def _problem(book: "OpenBook", calendar: Calendar) -> Problem | None:
    name = isolate(visible(PurePath(calendar.path).name if calendar.path else calendar.name, LONGEST))
    if calendar.missing:
        return Problem(file_moved(name), calendar)
    if calendar.refused:
        refused = (one.why for one in book.calendars.refused(calendar.id)[:MOST_UNREAD])
        lines = [
            _("Line {line}: {what}").format(line=f"{one.line:,}", what=event_refusal(one.reason))
            for one in refused
        ]
        return Problem(some_unread(name, calendar.refused, calendar.events), calendar, "\n".join(lines))
    if calendar.unknown_zones:
        return Problem(zone_unknown(name, calendar.unknown_zones[0]), calendar)
    return None


def _view(book: "OpenBook", page: DaysPage, *, ends: bool, useful: bool = True) -> CalendarView:
    words = _Words(book, page, useful=useful)
    today = page.present.today
    found = {day.on: day for day in page.days}
    lines: list[AgendaLine] = []
    named: list[date] = []
    for on in page.stretch.days:
        if on in found:
            lines += words.of_day(found[on])
            named.append(on)
        elif 0 <= (on - today).days < SOON:
            said = nothing_planned(on)
            lines.append(AgendaLine(LineKind.NOTHING, on, said, event_sentence(on, "", said, ())))
            named.append(on)
    labels = {on: _label(on, today) for on in named}
    return CalendarView(page.stretch.first, page.stretch.last, today, numbered(lines), labels, ends)


def _label(on: date, today: date) -> DayLabel:
    weekday = _("Today") if on == today else short_weekday(on)
    return DayLabel(weekday, str(on.day), month_name(on.month), today=on == today)


class _Words:
    """Puts what stands on days into words, with what is read for all of them at once."""

    def __init__(self, book: "OpenBook", page: DaysPage, *, useful: bool) -> None:
        self._book, self._page = book, page
        occurrences = {
            item.event.id: item for day in page.days for item in day.items if isinstance(item, Occurrence)
        }
        self._calendars: Mapping[CalendarId, Calendar] = {one.id: one for one in book.calendars.all()}
        people = book.meeting_people.of(one.event for one in occurrences.values())
        self._met: dict[EventId, tuple[ContactId, ...]] = {one: met_in(of) for one, of in people.items()}
        wanted = [who for met in self._met.values() for who in met if who not in page.people]
        rows = book.contacts.summaries(list(dict.fromkeys(wanted)))
        self._people = {**page.people, **{row.id: row for row in rows}}
        self._to_know = self._briefs(occurrences.values()) if useful else {}

    def _briefs(self, occurrences: Iterable[Occurrence]) -> dict[ContactId, str]:
        """The one thing to know of the first person of each meeting to come, for as many as are seen."""
        now = self._page.present.now
        coming = (one for one in occurrences if one.takes_place and one.ends_at > now)
        first = [self._met[one.event.id][0] for one in coming if self._met[one.event.id]]
        found = self._book.briefs.about(list(dict.fromkeys(first))[:MOST_BRIEFS])
        return {one.person.id: useful_line(one.useful, visible(one.person.called, LONGEST)) for one in found}

    def of_day(self, day: Day) -> Iterable[AgendaLine]:
        """The lines of a day."""
        for item in day.items:
            yield self._line(item, day.on)
        often = {one.event.id: one.event for one in day.items if isinstance(one, Occurrence) and one.often}
        said = [many_more(_title(event)) for event in often.values()]
        if day.more_moments:
            said.append(more_moments(day.more_moments))
        for words in said:
            yield AgendaLine(LineKind.NOTHING, day.on, words, event_sentence(day.on, "", words, ()))

    def _line(self, item: DayItem, on: date) -> AgendaLine:
        if isinstance(item, Occurrence):
            return self._event(item, on)
        return self._due(item, on) if isinstance(item, DueRow) else self._moment(item)

    def _event(self, found: Occurrence, on: date) -> AgendaLine:
        present, event = self._page.present, found.event
        title = _title(event)
        people = tuple(self._people[who] for who in self._met[event.id] if who in self._people)
        calendar = self._calendars.get(event.calendar)
        beside = self._beside(found, people, present)
        time = event_time(found, on, present)
        said = (visible(calendar.name, LONGEST) if calendar is not None else "", beside)
        return AgendaLine(
            LineKind.EVENT,
            on,
            title,
            event_sentence(on, time, title, _called(people)),
            description=", ".join(part for part in said if part),
            beside=beside,
            time=time,
            length=event_length(found, on, present),
            hue=calendar.hue if calendar is not None else 0,
            faint=not found.takes_place or found.ends_at <= present.now,
            people=people,
            occurrence=found,
        )

    def _beside(self, found: Occurrence, people: tuple[ContactSummary, ...], present: Present) -> str:
        """The one thing to know before it; else where it is."""
        parts = [sentence(status_name(found.event.status))]
        if people and found.takes_place and found.ends_at > present.now:
            parts.append(self._to_know.get(people[0].id, ""))
        if not parts[-1]:
            parts.append(visible(squeezed(found.event.place), LONGEST))
        return " · ".join(part for part in parts if part)

    def _due(self, row: DueRow, on: date) -> AgendaLine:
        present = self._page.present
        people = tuple(self._people[who] for who in row.people if who in self._people)
        title = visible(row.text, LONGEST)
        time = f"{row.tell_at.astimezone(present.here):%H:%M}" if row.tell_at and row.timed else ""
        what = _("promise") if row.promise is not None else _("reminder")
        key = (
            f"p{row.promise.id}" if row.promise is not None else str(row.reminder.id if row.reminder else "")
        )
        return AgendaLine(
            LineKind.REMINDER,
            on,
            title,
            event_sentence(on, time, title, _called(people)),
            description=sentence(what),
            beside=", ".join(_called(people)),
            time=time or _("any time"),
            length=what,
            people=people,
            place=Place("reminders", key),
        )

    def _moment(self, found: MomentDay) -> AgendaLine:
        contact = found.moment.contact
        person = self._people.get(contact) if contact is not None else None
        title = moment_name(found, visible(person.called, LONGEST) if person is not None else "")
        return AgendaLine(
            LineKind.MOMENT,
            found.on,
            title,
            event_sentence(found.on, "", title, ()),
            icon=_ICONS[found.moment.kind],
            people=(person,) if person is not None else (),
            place=Place.person(contact) if contact is not None else None,
        )


def _title(event: CalendarEvent) -> str:
    return visible(squeezed(event.title), LONGEST) or _("No title")


def _called(people: Iterable[ContactSummary]) -> list[str]:
    return [visible(person.called, LONGEST) or _("No name") for person in people]
