"""``attendees``: who is invited to meetings and not in the book."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.calendar_event import Attendee
    from relate_desktop.domain.meeting_people import Stranger
    from relate_desktop.services.book import OpenBook

_PROGRAM = "relate-desktop attendees"


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "attendees",
            _("list who is invited to meetings and not in the book; add them, or say who they are"),
            "attendees m.tanaka@example.com --add",
            _declare,
            _attendees,
            notes=_(
                "WHO is an address of the list, or a name that only one of it has. Nothing is changed\n"
                "without an option. What is said of an address holds for every meeting, past ones too."
            ),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "who",
        metavar=_("WHO"),
        nargs="*",
        type=plain_text,
        help=_("only these; without any everybody of the list"),
    )
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument("--add", action="store_true", help=_("make them people of the book, as one change"))
    deeds.add_argument(
        "--is",
        dest="contact",
        metavar=_("CONTACT"),
        type=plain_text,
        help=_("this is somebody of the book: an id, or a name or address that only one person has"),
    )
    deeds.add_argument(
        "--nobody", action="store_true", help=_("they are nobody of the book, and not listed again")
    )


def _attendees(options: Namespace, program: Program) -> Answer:
    with program.book() as book:
        strangers = book.meeting_people.strangers()
        found = _chosen(strangers.people, options.who)
        meant = [one.attendee for one in found]
        if options.add:
            return _added(book, meant)
        if options.nobody:
            count = book.meeting_people.are_nobody(meant)
            return _said(book, {"left": count}, changed=count > 0)
        if options.contact is not None:
            contact = book.contacts.named(options.contact)
            changed = book.meeting_people.this_is(_one(meant), contact)
            return _with_met(book, _said(book, {"contact": str(contact)}, changed=changed))
        more = strangers.more and not options.who
        return Answer({"attendees": [_document(one) for one in found], "more": more}, _lines(found, more))


def _chosen(strangers: "Sequence[Stranger]", words: Sequence[str]) -> "list[Stranger]":
    """Those whom the words mean, everybody without any."""
    return [_meant(strangers, text) for text in words] if words else list(strangers)


def _meant(strangers: "Sequence[Stranger]", text: str) -> "Stranger":
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.domain.text import fold, squeezed

    wanted = fold(squeezed(text))
    by_address = [one for one in strangers if fold(one.attendee.address) == wanted]
    found = by_address or [one for one in strangers if fold(squeezed(one.attendee.name)) == wanted]
    if len(found) != 1:
        said = _("{name} is no one address or name of the list.").format(name=squeezed(text))
        raise UsageError(ErrorKind.WRONG_USAGE, text=said, program=_PROGRAM)
    return found[0]


def _one(meant: "Sequence[Attendee]") -> "Attendee":
    from relate_desktop.domain.errors import ErrorKind, UsageError

    if len(meant) != 1:
        raise UsageError(ErrorKind.WRONG_USAGE, text=_("Name one of the list."), program=_PROGRAM)
    return meant[0]


def _added(book: "OpenBook", meant: "Sequence[Attendee]") -> Answer:
    made = book.meeting_people.make_people(meant) if meant else ()
    return _with_met(book, _said(book, {"contacts": [str(one) for one in made]}, changed=bool(made)))


def _with_met(book: "OpenBook", done: Answer) -> Answer:
    """The answer, with the past meetings that became conversations with whoever is known now."""
    from relate_desktop.cli.met import met_document, met_lines, written_down

    met = written_down(book)
    document = {**done.document, "conversations": met_document(met)}
    return Answer(document, [*done.lines, *met_lines(met)])


def _said(book: "OpenBook", document: dict[str, Any], *, changed: bool) -> Answer:
    """The change that was made, if any."""
    from relate_desktop.words.operations import summary

    newest = book.history.entries(limit=1) if changed else []
    words = plain(summary(newest[0].kind, newest[0].facts)) if newest else _("Nothing to change.")
    operation = str(newest[0].changeset) if newest else None
    return Answer({"operation": operation, **document}, [words])


def _document(one: "Stranger") -> dict[str, Any]:
    return {
        "address": one.attendee.address,
        "name": one.attendee.name,
        "meetings": one.meetings,
        "perhaps": [str(contact) for contact in one.candidates],
    }


def _lines(strangers: "Sequence[Stranger]", more: bool) -> list[str]:
    from relate_desktop.words.meeting_people import attendee_name, in_meetings, most_frequent

    rows = [
        (plain(one.attendee.address), plain(attendee_name(one.attendee)), in_meetings(one.meetings))
        for one in strangers
    ]
    if not rows:
        return [_("Everybody who is invited is in your book.")]
    return [*table(rows), *([most_frequent(len(rows))] if more else [])]
