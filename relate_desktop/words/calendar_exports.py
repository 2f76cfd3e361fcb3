"""What a book's days, reminders and promises are called in other programs' calendars.

Titles go into files of others: no signs of direction are put around names here.
"""

from collections.abc import Iterator

from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.outgoing_event import CalendarExportReport, CalendarProgram, Outward
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.words.numbers import count_words, sentence
from relate_desktop.words.translation import _, ngettext


def calendar_name() -> str:
    """What the calendar calls itself."""
    return _("Relate: days and reminders")


def title(item: Outward, names: tuple[str, ...]) -> str:
    """The title of something in a calendar, with the names of whom it is about."""
    people = ", ".join(names)
    if isinstance(item, Moment):
        return _moment_title(item, people)
    if isinstance(item, Promise):
        said = {
            OwedBy.MINE: _("Promised to {name}: {text}"),
            OwedBy.THEIRS: _("{name} promised: {text}"),
        }[item.owed_by]
        return said.format(name=people, text=item.text) if people else item.text
    if not people or all(name in item.text for name in names):
        return item.text
    return _("{text} ({name})").format(text=item.text, name=people)


def _moment_title(moment: Moment, name: str) -> str:
    year = moment.date.year
    said = {
        DateKind.BIRTHDAY: _("Birthday of {name} ({year})") if year else _("Birthday of {name}"),
        DateKind.ANNIVERSARY: _("Anniversary of {name} ({year})") if year else _("Anniversary of {name}"),
        DateKind.DEATH: _("Day of death of {name} ({year})") if year else _("Day of death of {name}"),
        DateKind.OTHER: _("{what} of {name} ({year})") if year else _("{what} of {name}"),
    }[moment.kind]
    if moment.label and moment.kind is not DateKind.BIRTHDAY:
        said = _("{what} of {name} ({year})") if year and moment.yearly else _("{what} of {name}")
    return said.format(name=name, year=year, what=moment.label or _("A day"))


def exported(report: CalendarExportReport, path: str) -> str:
    """What was written: ``Two events and one task written to days.ics, read back and found right.``"""
    events = ngettext("{count} event", "{count} events", report.events)
    tasks = ngettext("{count} task", "{count} tasks", report.tasks)
    said = _("{events} and {tasks} written to {path}, read back and found right.").format(
        events=events.format(count=count_words(report.events)),
        tasks=tasks.format(count=count_words(report.tasks)),
        path=path,
    )
    return sentence(said)


def program_name(program: CalendarProgram) -> str:
    """Who is to read the file."""
    return {
        CalendarProgram.APPLE: _("Apple"),
        CalendarProgram.GOOGLE: _("Google"),
        CalendarProgram.OUTLOOK: _("Outlook"),
        CalendarProgram.THUNDERBIRD: _("Thunderbird"),
        CalendarProgram.OTHER: _("Another program"),
    }[program]


def left_out(report: CalendarExportReport) -> Iterator[str]:
    """What could not go out as it is meant, in sentences."""
    if report.undated:
        stayed = ngettext(
            "{count} reminder or promise without a day stayed here: {program} reads no tasks.",
            "{count} reminders and promises without a day stayed here: {program} reads no tasks.",
            report.undated,
        )
        program = program_name(report.program)
        yield sentence(stayed.format(count=count_words(report.undated), program=program))
    if report.secret:
        kept = ngettext(
            "{count} reminder or promise that was told in confidence stayed here.",
            "{count} reminders and promises that were told in confidence stayed here.",
            report.secret,
        )
        yield sentence(kept.format(count=count_words(report.secret)))
    if report.unsaid_rules:
        once = ngettext(
            "{count} reminder that comes back after it is done goes out once: calendars know no such rule.",
            "{count} reminders that come back after they are done go out once: calendars know no such rule.",
            report.unsaid_rules,
        )
        yield sentence(once.format(count=count_words(report.unsaid_rules)))
