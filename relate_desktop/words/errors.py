"""What can go wrong, in sentences: what happened and what is safe, then what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.lookup import Provider
from relate_desktop.domain.text import display, visible
from relate_desktop.words.dates import full_moment
from relate_desktop.words.file_looks import looks_sentence
from relate_desktop.words.lookups import not_ready_sentences, provider_name
from relate_desktop.words.network_errors import network_sentences
from relate_desktop.words.translation import _

_LONGEST_PATH = 1000


@dataclass(frozen=True, slots=True)
class Told:
    """An error as a person reads it."""

    message: str
    """What happened, and what is still safe."""
    hint: str
    """What can be done."""

    @property
    def line(self) -> str:
        """Both in one line."""
        return f"{self.message} {self.hint}".strip()


def tell(error: UserError) -> Told:
    """The sentences for an error, with its facts in them."""
    message, hint = _SENTENCES[error.kind]()
    facts = _Facts({name: _shown(value) for name, value in error.facts.items()})
    if error.facts.get("provider") in set(Provider):
        facts["provider"] = provider_name(Provider(str(error.facts["provider"])))
    if "contact" in facts:
        facts.setdefault("name", facts["contact"])
    if error.kind is ErrorKind.FORMAT_UNKNOWN:
        facts["looks"] = looks_sentence(str(error.facts.get("looks", "")))
    if error.kind is ErrorKind.LOOKUP_NOT_READY:
        facts["missing"] = not_ready_sentences(
            error.facts.get("missing", ()), str(error.facts.get("name", ""))
        )
    if error.kind is ErrorKind.WRONG_USAGE:  # a sentence already, and a name to be typed
        facts.update({name: visible(str(value)) for name, value in error.facts.items()})
    return Told(message.format_map(facts).strip(), hint.format_map(facts))


class _Facts(dict[str, str]):
    """A fact that the place of the error did not know leaves a gap in the sentence."""

    def __missing__(self, name: str) -> str:
        return "…"


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(_shown(item) for item in value)
    if isinstance(value, datetime):
        return full_moment(value)
    return display(str(value), _LONGEST_PATH)


def _file_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.NOT_A_FILE: lambda: (
            _("{path} is not an ordinary file. Nothing was changed."),
            _("Choose a file, or a folder with files in it."),
        ),
        ErrorKind.FILE_MISSING: lambda: (
            _("There is no file {path}. Nothing was changed."),
            _("Check its name and where it lies."),
        ),
        ErrorKind.FILE_UNREADABLE: lambda: (
            _("{path} cannot be read. Nothing was changed."),
            _("Check that you may open it, and that its disk is there."),
        ),
        ErrorKind.FILE_ENCRYPTED: lambda: (
            _("{path} is locked with a password. Nothing was changed."),
            _("Unpack the archive with its password, then import what was in it."),
        ),
        ErrorKind.FILE_CHANGED: lambda: (
            _("{path} has changed since you looked inside. Nothing was changed in the book."),
            _("Open it again to see what is in it now."),
        ),
        ErrorKind.FORMAT_UNKNOWN: lambda: (
            _("{path} is no contact list or calendar Relate can read. Nothing was changed. {looks}"),
            _("Export people as vCard (.vcf), or a calendar as iCalendar (.ics), from their program."),
        ),
        ErrorKind.FILE_EMPTY: lambda: (
            _("{path} is empty. Nothing was changed."),
            _("Export it again from the program it comes from."),
        ),
        ErrorKind.FILE_TOO_LARGE: lambda: (
            _("{path} is larger than {most} MB, more than Relate reads of a calendar. Nothing was changed."),
            _("Export a shorter time from the program it is in."),
        ),
        ErrorKind.LINE_TOO_LONG: lambda: (
            _("Line {line} is longer than any card can be. Nothing was changed."),
            _("The file may be damaged. Export it again."),
        ),
        ErrorKind.EXPORT_TARGET: lambda: (
            _("{path} cannot be written. Nothing there was changed."),
            _("Choose a folder you may write to."),
        ),
        ErrorKind.EXPORT_NOT_PROVEN: lambda: (
            _("The exported file did not read back as it should and was not kept. Your book is unchanged."),
            _("Export with the format “original”, and report what happened."),
        ),
    }


def _people_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.CONTACT_UNKNOWN: lambda: (
            _("There is nobody called {name} in the book."),
            _("Search for part of the name, or use the id."),
        ),
        ErrorKind.CONTACT_AMBIGUOUS: lambda: (
            _("More than one person answers to {name}."),
            _("Use the id of the one you mean."),
        ),
        ErrorKind.NOT_MERGED: lambda: (
            _("{name} was not made one of several people, or is separated already."),
            _("See the history of the person for what was done."),
        ),
        ErrorKind.NOT_REMOVED: lambda: (
            _("{name} is not among the removed people."),
            _("Only who was removed can be put back or erased for good. See “removed” for the list."),
        ),
        ErrorKind.RELATION_UNKNOWN: lambda: (
            _("There is no such relation in the book. It may have been removed."),
            _("Look at the relations of the person."),
        ),
        ErrorKind.CONTACT_SAME: lambda: (
            _("These are the same person already."),
            _("Name two people who each have a page of their own."),
        ),
    }


def _asking_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.ENTRY_UNKNOWN: lambda: (
            _("There is no conversation or note {entry} in the book. It may have been removed."),
            _("Look at the timeline of the person."),
        ),
        ErrorKind.TEXT_TOO_LONG: lambda: (
            _("This text is longer than {most} letters. Nothing was changed."),
            _("Keep it as a file, and write down what matters of it."),
        ),
        ErrorKind.OPERATION_UNKNOWN: lambda: (
            _("There is no change {operation} in the book."),
            _("See the history for the changes there are."),
        ),
        ErrorKind.NOTHING_TO_UNDO: lambda: (_("There is nothing to undo."), ""),
        ErrorKind.NOTHING_TO_REDO: lambda: (_("There is nothing to redo."), ""),
        ErrorKind.PROPERTY_MALFORMED: lambda: (
            _("This is not a line of a card: {line}. Nothing was changed."),
            _("Write a name, a colon and a value, such as NOTE:Likes tea."),
        ),
        ErrorKind.NAME_MISSING: lambda: (
            _("There is no name, number or address yet. Nothing was changed."),
            _("Give one of them."),
        ),
        ErrorKind.ASSIGNMENT_MALFORMED: lambda: (
            _("{text} does not say what to set. Nothing was changed."),
            _("Write NAME=VALUE, such as note=Likes tea."),
        ),
        ErrorKind.ASSIGNMENT_OF_ONE: lambda: (
            _("{name} tells one person from all others and cannot be given to several. Nothing was changed."),
            _("Edit the one person alone."),
        ),
        ErrorKind.MOMENT_MALFORMED: lambda: (
            _("{text} is not a moment. Nothing was changed."),
            _("Write it as 2026-11-24T09:00."),
        ),
        ErrorKind.CAPTURE_UNCLEAR: lambda: (
            _("Part of the line is not clear yet. Nothing was written down."),
            _("Say whom and when you mean."),
        ),
        ErrorKind.PLACE_UNKNOWN: lambda: (
            _("There is no place called {place}."),
            _("Places are people, people/<id>, reminders, calendar, import, history and settings."),
        ),
        ErrorKind.WRONG_USAGE: lambda: ("{text}", _("See {program} --help.")),
    }


def _circle_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.CIRCLE_UNKNOWN: lambda: (
            _("There is no circle called {name}. Nothing was changed."),
            _("See the circles for the ones there are."),
        ),
        ErrorKind.CIRCLE_NAMELESS: lambda: (
            _("A circle needs a name. Nothing was changed."),
            _("Say what it is called."),
        ),
        ErrorKind.CIRCLE_THERE: lambda: (
            _("There is a circle called {name} already. Nothing was changed."),
            _("Join the two, or choose another name."),
        ),
        ErrorKind.CIRCLE_SAME: lambda: (
            _("A circle cannot be joined with itself. Nothing was changed."),
            _("Name the circles that shall become part of {name}."),
        ),
    }


def _list_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.LIST_UNKNOWN: lambda: (
            _("There is no smart list called {name}. Nothing was changed."),
            _("See the smart lists for the ones there are."),
        ),
        ErrorKind.LIST_NAMELESS: lambda: (
            _("A smart list needs a name. Nothing was changed."),
            _("Say what it is called."),
        ),
        ErrorKind.LIST_EMPTY: lambda: (
            _("A smart list needs something to look for. Nothing was changed."),
            _("Say whom it shows, such as circle:clients."),
        ),
        ErrorKind.LIST_THERE: lambda: (
            _("There is a smart list called {name} already. Nothing was changed."),
            _("Choose another name, or change what that list looks for."),
        ),
    }


def _calendar_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.CALENDAR_UNKNOWN: lambda: (
            _("There is no calendar {calendar}. Nothing was changed."),
            _("“calendars” lists them with their ids and names."),
        ),
        ErrorKind.ZONE_UNKNOWN: lambda: (
            _("There is no time zone {zone}. Nothing was changed."),
            _("Name one by its place, such as Europe/Lisbon."),
        ),
        ErrorKind.EVENT_UNKNOWN: lambda: (
            _("There is no event {event} any more. Nothing was changed."),
            _("The calendar’s file may have changed since. Look at the day again."),
        ),
    }


def _time_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.REMINDER_UNKNOWN: lambda: (
            _("There is no reminder {reminder}. Nothing was changed."),
            _("“today” and “show” say the ids of reminders, such as r7."),
        ),
        ErrorKind.REMINDER_EMPTY: lambda: (
            _("A reminder needs words. Nothing was changed."),
            _("Say what it shall remind you of."),
        ),
        ErrorKind.REPEATS_NEVER: lambda: (
            _("There is no such day. Nothing was changed."),
            _("Choose another day or another repetition."),
        ),
        ErrorKind.PROMISE_UNKNOWN: lambda: (
            _("There is no promise {promise}. Nothing was changed."),
            _("“today” and “show” say the ids of promises, such as p3."),
        ),
        ErrorKind.PROMISE_EMPTY: lambda: (
            _("A promise needs words. Nothing was changed."),
            _("Say what was promised."),
        ),
        ErrorKind.DUE_OVER: lambda: (
            _("{text} is done already. Nothing was changed."),
            _("Undo that to be told of it again."),
        ),
        ErrorKind.MOMENT_UNKNOWN: lambda: (
            _("There is no moment {moment}. Nothing was changed."),
            _("It may have been removed meanwhile."),
        ),
        ErrorKind.MOMENT_WITHOUT_DAY: lambda: (
            _("A moment needs a day. Nothing was changed."),
            _("Give a day and a month, and a year for what happens once."),
        ),
        ErrorKind.DUE_MALFORMED: lambda: (
            _("{text} does not say when. Nothing was changed."),
            _("Write it as 2026-11-27, 2026-11-27T14:00, “friday at 9” or “in two weeks”."),
        ),
        ErrorKind.DUE_AMBIGUOUS: lambda: (
            _("{text} may mean {days}. Nothing was changed."),
            _("Write the day you mean."),
        ),
        ErrorKind.DUE_ID_UNKNOWN: lambda: (
            _("There is no reminder or promise {id}. Nothing was changed."),
            _("“today” and “show” say the ids: r7 is a reminder, p3 a promise."),
        ),
        ErrorKind.RULE_REFUSED: lambda: (
            _("Relate cannot follow the repetition {text}. Nothing was changed."),
            _("Write it as FREQ=WEEKLY;INTERVAL=2 or FREQ=MONTHLY;BYDAY=-1FR."),
        ),
        ErrorKind.GAP_MALFORMED: lambda: (
            _("{text} does not say how often. Nothing was changed."),
            _("Write it as 10d, 6w, 2m or 1y, at most ten years."),
        ),
        ErrorKind.GAPS_CONTRADICT: lambda: (
            _("No sooner than {no_sooner} and every {every} contradict each other. Nothing was changed."),
            _("Make the rhythm longer, or “no sooner than” shorter."),
        ),
    }


def _book_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.BOOK_MISSING: lambda: (
            _("There is no book in {path}."),
            _("Import a file or add a person to begin one, or name another folder with --book."),
        ),
        ErrorKind.NOT_A_FOLDER: lambda: (
            _("{path} cannot be a book's folder. Nothing was changed."),
            _("Name another folder with --book."),
        ),
        ErrorKind.BOOK_EMPTY_BESIDE_BACKUPS: lambda: (
            _("The book in {path} is gone or empty, but its backups are there. Nothing was changed."),
            _("Copy the newest file of its backups folder back as relate.db."),
        ),
        ErrorKind.BOOK_BUSY: lambda: (
            _("Another Relate is at work on the book in {path}. Nothing was changed."),
            _("Wait for it to end, then try again."),
        ),
        ErrorKind.BOOK_FOREIGN: lambda: (
            _("The file in {path} is not a book of Relate. It was left untouched."),
            _("Name another folder with --book."),
        ),
        ErrorKind.BOOK_DAMAGED: lambda: (
            _("Relate could not open the book in {path}. The file is kept as it is."),
            _("Copy the newest file of its backups folder back as relate.db."),
        ),
        ErrorKind.BOOK_NEWER: lambda: (
            _("The book in {path} was written by a newer Relate. It was left untouched."),
            _("Install the newest Relate to open it."),
        ),
        ErrorKind.BOOK_REPLACED: lambda: (
            _("The book's file was replaced while it was open. Nothing more was written."),
            _("Close Relate and open it again."),
        ),
    }


def _machine_sentences() -> Mapping[ErrorKind, Callable[[], tuple[str, str]]]:
    return {
        ErrorKind.SQLITE_TOO_OLD: lambda: (
            _("The SQLite that came with this program is too old. The book was left untouched."),
            _("Install Relate again."),
        ),
        ErrorKind.DISK_FULL: lambda: (
            _("The disk is full. Nothing was changed."),
            _("Make room, then try again."),
        ),
        ErrorKind.DISK_FAILING: lambda: (
            _("The disk did not do what it was asked. Nothing was changed."),
            _("Copy the book's folder to another disk, then try again."),
        ),
        ErrorKind.READ_ONLY: lambda: (
            _("{path} may only be read. Nothing was changed."),
            _("Choose a folder you may write to."),
        ),
        ErrorKind.OUT_OF_MEMORY: lambda: (
            _("There is not enough memory for this. Nothing was changed."),
            _("Close other programs, then try again."),
        ),
        ErrorKind.NO_DISPLAY: lambda: (
            _("There is no screen to show the window on."),
            _("Use the commands instead: {program} --help lists them."),
        ),
        ErrorKind.AT_LOGIN: lambda: (
            _("The system did not let Relate change what is started at login."),
            _("Reminders come while Relate is open."),
        ),
    }


_SENTENCES: Mapping[ErrorKind, Callable[[], tuple[str, str]]] = {
    **_file_sentences(),
    **_people_sentences(),
    **_asking_sentences(),
    **_circle_sentences(),
    **_list_sentences(),
    **_time_sentences(),
    **_calendar_sentences(),
    **_book_sentences(),
    **_machine_sentences(),
    **network_sentences(),
}
