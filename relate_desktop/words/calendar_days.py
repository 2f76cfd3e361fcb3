"""Days, events and calendars in sentences, for rows and for reading aloud."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import PurePath

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.days import begins_on
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import display, isolate, visible
from relate_desktop.words.dates import day_in_row, full_day, month_name
from relate_desktop.words.numbers import listed
from relate_desktop.words.today import length_words
from relate_desktop.words.translation import _, ngettext


def month_and_year(month: date) -> str:
    """``November 2026``."""
    return _("{month} {year}").format(month=month_name(month.month), year=month.year)


def and_more(count: int) -> str:
    """What has no room: ``2 more``."""
    return ngettext("{count} more", "{count} more", count).format(count=count)


def day_sentence(day: date, titles: Sequence[str], count: int) -> str:
    """A day and what stands on it: ``Tuesday 24 November 2026, 2 things: Coffee and Call Ada``."""
    said = full_day(day)
    if not count:
        return said
    things = ngettext("{count} thing", "{count} things", count).format(count=count)
    named = listed([*titles, and_more(count - len(titles))] if count > len(titles) else list(titles))
    return _("{day}, {things}: {list}").format(day=said, things=things, list=named)


def nothing_planned(on: date) -> str:
    """A free day, in one short line; the same day always says the same."""
    return (
        _("Nothing planned."),
        _("Nothing planned. A free day."),
        _("Nothing planned. Nobody waits."),
    )[on.toordinal() % 3]


def more_moments(count: int) -> str:
    """Birthdays and moments that are not named: ``264 more birthdays and moments``."""
    return ngettext("{count} more birthday or moment", "{count} more birthdays and moments", count).format(
        count=f"{count:,}"
    )


def many_more(title: str) -> str:
    """That an event takes place more often on a day than is told."""
    return _("{title}, and many more times that day").format(title=isolate(title))


def event_time(occurrence: Occurrence, on: date, present: Present) -> str:
    """When an event begins on a day: ``10:30``, ``all day``, ``until 14:00``."""
    begins = begins_on(occurrence, on, present)
    if begins is not None:
        return hour(begins, present)
    if occurrence.all_day or occurrence.last_on > on:
        return _("all day")
    return _("until {time}").format(time=hour(occurrence.ends_at, present))


def event_length(occurrence: Occurrence, on: date, present: Present) -> str:
    """How long an event is, in a row: ``45 min``, ``day 2 of 3``."""
    days = (occurrence.last_on - occurrence.first_on).days + 1
    if days > 1 and (occurrence.all_day or begins_on(occurrence, on, present) is None):
        return _("day {number} of {count}").format(number=(on - occurrence.first_on).days + 1, count=days)
    if occurrence.all_day:
        return ""
    return length_words(round(occurrence.lasts.total_seconds() / 60))


def event_span(occurrence: Occurrence, present: Present) -> str:
    """When an event is, in full: ``Tuesday 24 November 2026, 10:30 to 11:15``."""
    first, last = full_day(occurrence.first_on), full_day(occurrence.last_on)
    one_day = occurrence.first_on == occurrence.last_on
    if occurrence.all_day:
        return first if one_day else _("{first} to {last}").format(first=first, last=last)
    start, end = hour(occurrence.starts_at, present), hour(occurrence.ends_at, present)
    if occurrence.starts_at == occurrence.ends_at:
        return _("{day}, {time}").format(day=first, time=start)
    if one_day:
        return _("{day}, {start} to {end}").format(day=first, start=start, end=end)
    return _("{first}, {start} to {last}, {end}").format(first=first, start=start, last=last, end=end)


def event_sentence(on: date, time: str, title: str, people: Sequence[str]) -> str:
    """A line of the agenda, read aloud: ``Tuesday 24 November 2026, 10:30, Coffee, with Anna and Ben``."""
    said = [full_day(on), *([time] if time else []), title]
    if people:
        said.append(_("with {people}").format(people=listed(people)))
    return ", ".join(said)


def read_again(name: str, moment: datetime, present: Present) -> str:
    """When a file was read last: ``studio.ics was read again today at 08:30.``"""
    day = day_in_row(present.day_of(moment), present.today)
    return _("{name} was read {day} at {time}.").format(name=name, day=day, time=hour(moment, present))


def hour(moment: datetime, present: Present) -> str:
    """The hour where the laptop is: ``08:30``."""
    return f"{moment.astimezone(present.here):%H:%M}"


def calendar_facts(calendar: Calendar, present: Present | None) -> str:
    """A calendar in a line: ``50 events · studio.ics · read today at 08:30``."""
    said = [ngettext("{count} event", "{count} events", calendar.events).format(count=f"{calendar.events:,}")]
    if calendar.path:
        said.append(isolate(visible(calendar.path, 200)))
        if calendar.missing:
            said.append(_("not found there any more"))
        elif calendar.read_at is not None and present is not None:
            day = day_in_row(present.day_of(calendar.read_at), present.today)
            said.append(_("read {day} at {time}").format(day=day, time=hour(calendar.read_at, present)))
    else:
        said.append(_("brought in once"))
    if calendar.refused:
        unread = ngettext("{count} could not be read", "{count} could not be read", calendar.refused)
        said.append(unread.format(count=f"{calendar.refused:,}"))
    return " · ".join(said)


def calendar_moved(calendar: Calendar) -> str:
    """The same on Today, where other things matter more."""
    name = isolate(visible(PurePath(calendar.path).name or calendar.name, 200))
    return _("{name} has moved. Reminders and notes are fine.").format(name=name)


def file_moved(name: str) -> str:
    """That a watched file is not where it was."""
    return _("{name} has moved. Its events are still here, as they were read last.").format(name=name)


def some_unread(name: str, refused: int, others: int) -> str:
    """That some events of a calendar could not be read; the others are there."""
    said = ngettext(
        "{name} has {count} event Relate could not read.",
        "{name} has {count} events Relate could not read.",
        refused,
    ).format(name=name, count=f"{refused:,}")
    rest = ngettext("The other {count} is shown.", "The other {count} are shown.", others)
    return f"{said} {rest.format(count=f'{others:,}')}" if others else said


def zone_unknown(name: str, zone: str) -> str:
    """That nobody can explain a time zone that a calendar speaks of."""
    return _(
        "{name} has hours in “{zone}”, a time zone that Relate does not know. "
        "They are shown as they are written until you say which one is meant."
    ).format(name=name, zone=display(zone, 80))


def zone_proposed(zone: str) -> str:
    """Which zone a calendar says it is of; nothing where it says none."""
    return _("It says of itself that it is of {zone}.").format(zone=display(zone, 80)) if zone else ""
