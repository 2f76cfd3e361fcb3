"""``calendars``: the calendars of the book, and what is done with a whole calendar."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.circles import COLOURS
from relate_desktop.cli.met import met_document, met_lines, written_down
from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.calendar import Calendar
    from relate_desktop.services.book import OpenBook

_PROGRAM = "relate-desktop calendars"
_LONGEST = 4_000
_ACTS = ("remove", "read", "rename", "colour", "show", "hide", "file", "zone", "problems")


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "calendars",
            _("list calendars, or add, rename, colour, show, hide, read again or remove one"),
            "calendars --add work.ics",
            _declare,
            _calendars,
            notes=_(
                "Files are never changed. They are read again when they change, while a window or the\n"
                "agent is running, or with --read. Without an option calendars are listed."
            ),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "calendar", metavar=_("CALENDAR"), nargs="?", type=plain_text, help=_("one calendar: its id or name")
    )
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument(
        "--add", metavar=_("FILE"), nargs="+", help=_("bring files in, or folders with files in them")
    )
    acts.add_argument("--remove", action="store_true", help=_("take it out of the book; its file stays"))
    acts.add_argument("--read", action="store_true", help=_("read its file again now, or all files"))
    acts.add_argument("--rename", metavar=_("NAME"), type=plain_text, help=_("call it otherwise"))
    acts.add_argument("--colour", choices=COLOURS, help=_("give it another colour"))
    acts.add_argument("--show", action="store_true", help=_("show its events"))
    acts.add_argument("--hide", action="store_true", help=_("show its events no more"))
    acts.add_argument("--file", metavar=_("FILE"), help=_("say where its file lies now"))
    acts.add_argument(
        "--zone",
        metavar=(_("NAME"), _("PLACE")),
        nargs=2,
        type=plain_text,
        help=_("say which time zone it means by a name, such as Corporate Europe/Lisbon"),
    )
    acts.add_argument(
        "--mine",
        metavar=_("ADDRESS"),
        type=plain_text,
        help=_("say that a mail address is your own: your meetings are not with yourself"),
    )
    acts.add_argument("--problems", action="store_true", help=_("list what of it could not be read"))


def _calendars(options: Namespace, program: Program) -> Answer:
    for act, do in ((options.add, _add), (options.mine, _mine)):
        if act is not None:
            return do(options, program)
    if options.calendar is None and not options.read:
        _refuse_acts(options)
        with program.book() as book:
            perhaps = book.meeting_people.perhaps_mine()
            listed = _listed(book.calendars.all())
        document = {**listed.document, "perhaps_mine": list(perhaps)}
        return replace(listed, document=document, lines=[*listed.lines, *map(_perhaps_mine, perhaps)])
    with program.book() as book:
        if options.calendar is None:
            return _read(book, None)
        calendar = _named(book, options.calendar)
        if options.problems:
            return _problems(book, calendar)
        if options.read:
            return _read(book, calendar)
        return _act(book, calendar, options)


def _add(options: Namespace, program: Program) -> Answer:
    """The same as an import; options of one calendar have no place beside it."""
    from relate_desktop.cli.transfer import import_files

    if options.calendar is not None:
        raise _wrong(_("Name files behind --add, and no calendar before it."))
    return import_files([Path(name) for name in options.add], "icalendar", program)


def _mine(options: Namespace, program: Program) -> Answer:
    """One more of the user's own addresses; what was written down follows."""
    from relate_desktop.domain.calendar_event import Attendee
    from relate_desktop.domain.matching import email_key

    address = email_key(options.mine)
    if options.calendar is not None or "@" not in address:
        raise _wrong(_("Name one mail address behind --mine, and no calendar."))
    with program.book() as book:
        changed = book.meeting_people.this_is_me(Attendee(address))
        met = written_down(book)
    said = _("{address} is known as yours.").format(address=plain(address))
    document = {"mine": address, "changed": changed, "conversations": met_document(met)}
    return Answer(document, [said, *met_lines(met)])


def _perhaps_mine(address: str) -> str:
    return _("{address} may be your own: calendars --mine {address} says so.").format(address=plain(address))


def _refuse_acts(options: Namespace) -> None:
    if any(getattr(options, act) not in (None, False) for act in _ACTS):
        raise _wrong(_("Name the calendar you mean."))


def _wrong(text: str) -> Exception:
    from relate_desktop.domain.errors import ErrorKind, UsageError

    return UsageError(ErrorKind.WRONG_USAGE, text=text, program=_PROGRAM)


def _named(book: "OpenBook", text: str) -> "Calendar":
    """The calendar with this id, or the only one of this name."""
    from relate_desktop.domain.errors import ErrorKind, NotFoundError
    from relate_desktop.domain.text import fold, squeezed

    calendars = book.calendars.all()
    found = [one for one in calendars if str(one.id) == text.strip()]
    found = found or [one for one in calendars if fold(one.name) == fold(squeezed(text))]
    if not found:
        raise NotFoundError(ErrorKind.CALENDAR_UNKNOWN, calendar=text)
    if len(found) > 1:
        ids = ", ".join(str(one.id) for one in found)
        raise _wrong(_("Several calendars are called so. Name one by its id: {ids}.").format(ids=ids))
    return found[0]


def _act(book: "OpenBook", calendar: "Calendar", options: Namespace) -> Answer:
    calendars, number = book.calendars, calendar.id
    acts: Mapping[str, Callable[[], object]] = {
        "rename": lambda: calendars.rename(number, options.rename),
        "colour": lambda: calendars.colour(number, COLOURS.index(options.colour)),
        "show": lambda: calendars.show(number, shown=True),
        "hide": lambda: calendars.show(number, shown=False),
        "file": lambda: calendars.find_file(number, Path(options.file)),
        "zone": lambda: calendars.explain_zone(number, *options.zone),
        "remove": lambda: calendars.remove(number),
    }
    asked = next((act for act in acts if getattr(options, act) not in (None, False)), None)
    if asked is None:
        return _listed([calendar])
    before = book.history.entries(limit=1)
    acts[asked]()
    done = _done(book, before, calendar.id)
    met = written_down(book)
    return replace(
        done,
        document={**done.document, "conversations": met_document(met)},
        lines=[*done.lines, *met_lines(met)],
    )


def _done(book: "OpenBook", before: Sequence[Any], number: int | None) -> Answer:
    """The change that was made, if any."""
    from relate_desktop.words.operations import summary

    after = book.history.entries(limit=1)
    changed = before[:1] != after[:1]
    document = {
        "operation": str(after[0].changeset) if changed else None,
        "calendar": None if number is None else str(number),
        "changed": changed,
    }
    said = plain(summary(after[0].kind, after[0].facts)) if changed else _("Nothing to change.")
    return Answer(document, [said])


def _read(book: "OpenBook", calendar: "Calendar | None") -> Answer:
    """Reads files again; status 1 where a file is not where it was."""
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane

    chosen = None if calendar is None else calendar.id
    job = InlineRunner().submit(
        Lane.WRITE, lambda job: book.calendars.read_again(job, chosen), JobKind.IMPORT, lambda _job: None
    )
    changed = job.result()
    met = written_down(book)
    calendars = book.calendars.all() if calendar is None else (book.calendars.get(calendar.id),)
    lines = list(_lines(calendars))
    return Answer(
        {"changed": changed, **_document(calendars), "conversations": met_document(met)},
        [*(lines or [_("There is no calendar yet.")]), *met_lines(met)],
        IN_PART if any(one.missing for one in calendars) else DONE,
    )


def _problems(book: "OpenBook", calendar: "Calendar") -> Answer:
    from relate_desktop.domain.text import visible
    from relate_desktop.words.calendars import event_refusal

    refused = book.calendars.refused(calendar.id)
    found = [
        {
            "event": str(one.event),
            "line": one.why.line,
            "reason": event_refusal(one.why.reason),
            "code": one.why.reason.value,
            "raw": one.raw.decode("utf-8", "replace"),
        }
        for one in refused
    ]
    lines = [
        line
        for one in refused
        for line in (
            _("Line {line}: {what}").format(line=f"{one.why.line:,}", what=event_refusal(one.why.reason)),
            visible(one.raw.decode("utf-8", "replace").rstrip(), _LONGEST, keep_lines=True),
        )
    ]
    nothing = _("Everything of this calendar could be read.")
    return Answer({"calendar": str(calendar.id), "refused": found}, lines or [nothing])


def _listed(calendars: Sequence["Calendar"]) -> Answer:
    return Answer(_document(calendars), list(_lines(calendars)) or [_("There is no calendar yet.")])


def _document(calendars: Sequence["Calendar"]) -> dict[str, Any]:
    return {
        "calendars": [
            {
                "calendar": str(one.id),
                "name": one.name,
                "colour": COLOURS[one.hue % len(COLOURS)],
                "shown": one.shown,
                "events": one.events,
                "refused": one.refused,
                "path": one.path or None,
                "missing": one.missing,
                "read_at": None if one.read_at is None else one.read_at.isoformat(),
                "unknown_zones": list(one.unknown_zones),
                "zone": one.zone or None,
            }
            for one in calendars
        ]
    }


def _lines(calendars: Sequence["Calendar"]) -> Iterator[str]:
    from relate_desktop.words.calendar_operations import events
    from relate_desktop.words.circles import colour_name

    rows = [
        (
            str(one.id),
            plain(one.name),
            events(one.events),
            colour_name(one.hue),
            "" if one.shown else _("not shown"),
            plain(one.path),
        )
        for one in calendars
    ]
    yield from table(rows)
    for one in calendars:
        yield from map(plain, _troubles(one))


def _troubles(calendar: "Calendar") -> Iterator[str]:
    """What there is to say of a calendar that is not as it should be."""
    from relate_desktop.domain.text import display
    from relate_desktop.words.calendar_days import file_moved, some_unread, zone_proposed, zone_unknown

    name = display(calendar.name)
    if calendar.missing:
        yield file_moved(name)
    if calendar.refused:
        yield some_unread(name, calendar.refused, calendar.events)
    for zone in calendar.unknown_zones:
        yield zone_unknown(name, zone)
        if calendar.zone:
            yield zone_proposed(calendar.zone)
