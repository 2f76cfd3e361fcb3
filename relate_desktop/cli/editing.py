"""``add``, ``edit`` and ``delete``: plain editing of people."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.ids import ContactId
    from relate_desktop.services.book import OpenBook


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "add",
            _("add a person"),
            'add "Ada Lovelace" --email ada@example.com --property "NOTE:Likes engines"',
            _declare_add,
            _add,
        ),
        Command(
            "edit",
            _("change a person"),
            'edit "Ada Lovelace" --set phone="+44 20 7946 0000" bday=1815-12-10',
            _declare_edit,
            _edit,
            notes=_set_notes(),
        ),
        Command(
            "delete",
            _("remove people; undo brings them back"),
            'delete "Ada Lovelace"',
            _declare_delete,
            _delete,
        ),
    )


def _set_notes() -> str:
    return _(
        "NAME is one of fn, family, given, middle, prefix, suffix, nickname, call, latin, sounds-like,\n"
        "file-under, salutation, pronouns, met, email, phone, url, address, chat, org, title, role, note,\n"
        "bday, anniversary, circle, or the name of any line of a card.\n"
        "  fn=Ada Lovelace          n=Lovelace;Ada          org=Analytical Society;Engines\n"
        "  address=;;12 St James;London;;SW1;United Kingdom\n"
        "  circle=Clients circle=Family     exactly these circles\n"
        "Several values of one NAME go to its lines in order, the preferred one first; values too\n"
        "many become new lines, and lines too many stay. NAME+=VALUE always adds a line.\n"
        "NAME= without a value removes all its lines."
    )


def _declare_add(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar=_("NAME"), type=plain_text, help=_("the full name, as they write it"))
    parser.add_argument(
        "--email",
        metavar=_("E"),
        type=plain_text,
        action="append",
        default=[],
        help=_("an e-mail address; may be repeated"),
    )
    parser.add_argument(
        "--phone",
        metavar=_("P"),
        type=plain_text,
        action="append",
        default=[],
        help=_("a phone number; may be repeated"),
    )
    _declare_property(parser)


def _declare_property(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--property",
        metavar=_("LINE"),
        type=plain_text,
        action="append",
        default=[],
        help=_("a line of a vCard 4.0 to add, such as NOTE:Likes tea; may be repeated"),
    )


def _add(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.channels import ChannelKind, added_channel
    from relate_desktop.domain.contact import Contact
    from relate_desktop.domain.name import display_name, with_full_name

    contact = with_full_name(Contact(()), options.name)
    for address in options.email:
        contact = added_channel(contact, ChannelKind.EMAIL, address)
    for number in options.phone:
        contact = added_channel(contact, ChannelKind.PHONE, number)
    # A malformed line must be refused before a book is begun for it.
    contact = _with_lines(contact, options.property)
    _require_a_name(contact)
    with program.book(create=True) as book:
        added = book.contacts.add(contact.properties)
        operation = _newest(book, added)
    name = display_name(contact)
    document = {"operation": operation, "contact": str(added), "name": name}
    return Answer(document, [_("Added {name} as {id}.").format(name=_isolated(name), id=added)])


def _with_lines(contact: Any, lines: list[str]) -> Any:
    if not lines:
        return contact
    from relate_desktop.services.contacts import line_of_card

    return contact.added(*(line_of_card(line) for line in lines))


def _require_a_name(contact: Any) -> None:
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.domain.name import display_name

    if not display_name(contact):
        raise UsageError(ErrorKind.NAME_MISSING)


def _declare_edit(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument(
        "--set",
        metavar=_("NAME=VALUE"),
        type=plain_text,
        nargs="+",
        action="extend",
        default=[],
        help=_("what to set; see below"),
    )
    _declare_property(parser)


def _edit(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.assignments import read_assignments, with_assignments
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.domain.name import display_name

    if not options.set and not options.property:
        raise UsageError(ErrorKind.WRONG_USAGE, text=_("Nothing to set."), program="relate-desktop edit")
    assignments = read_assignments(options.set)
    with program.book() as book:
        contact_id = book.contacts.named(options.contact)
        contact = with_assignments(book.contacts.get(contact_id), assignments)
        contact = _with_lines(contact, options.property)
        changed = book.contacts.save(contact)
        operation = _newest(book, contact_id) if changed else None
    name = display_name(contact)
    document = {"operation": operation, "contact": str(contact_id), "name": name, "changed": changed}
    said = _("Changed {name}.") if changed else _("Nothing to change about {name}.")
    return Answer(document, [said.format(name=_isolated(name))])


def _declare_delete(parser: ArgumentParser) -> None:
    contact_word(parser, nargs="+")


def _delete(options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.numbers import people

    with program.book() as book:
        wanted = list(dict.fromkeys(book.contacts.named(text) for text in options.contact))
        rows = book.contacts.summaries(wanted)
        book.contacts.trash(wanted)
        operation = _newest(book, wanted[0])
    names = {row.id: row.full_name for row in rows}
    removed = [{"contact": str(one), "name": names.get(one, "")} for one in wanted]
    who = _isolated(removed[0]["name"]) if len(removed) == 1 else people(len(removed))
    document = {"operation": operation, "removed": removed}
    return Answer(document, [_("Removed {who}. Undo brings them back.").format(who=who)])


def _newest(book: "OpenBook", contact: "ContactId") -> str | None:
    """The number of the change that last touched somebody."""
    entries = book.history.entries(contact, limit=1)
    return str(entries[0].changeset) if entries else None


def _isolated(name: str) -> str:
    from relate_desktop.domain.text import display

    return display(name)
