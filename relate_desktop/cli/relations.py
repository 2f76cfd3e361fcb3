"""``relate``, ``unrelate``, ``relations`` and ``household``: how people are related."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relate_desktop.domain.ids import ContactId
    from relate_desktop.domain.relations import Relation
    from relate_desktop.services.book import OpenBook


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "relations",
            _("list who is what to somebody"),
            "relations misaki@example.com",
            contact_word,
            _list,
        ),
        Command(
            "relate",
            _("note what somebody is to another"),
            "relate 3 41 --as sister",
            _declare_relate,
            _relate,
            notes=_relate_notes(),
        ),
        Command("unrelate", _("take a relation away"), "unrelate 3 41", _declare_unrelate, _unrelate),
        Command(
            "household",
            _("people who live together"),
            'household 3 41 --name "The Tanakas"',
            _declare_household,
            _household,
            notes=_(
                "Without anybody it lists all households. Whoever lives in another one moves. Who lives\n"
                "--apart is not proposed again, until --ask-again."
            ),
        ),
    )


def _relate_notes() -> str:
    from textwrap import fill

    from relate_desktop.domain.relation_kinds import OFFERED

    return (
        _("OTHER is KIND to CONTACT. From the other side it is told by its inverse.")
        + "\n"
        + fill(_("KIND is one of {kinds}, or any word of your own.").format(kinds=", ".join(OFFERED)), 95)
    )


def _list(options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.relations import living_apart, relation_word, same_address

    with program.book() as book:
        contact = book.contacts.named(options.contact)
        around = book.relations.around(contact)
        shared = book.relations.at_one_address(contact)
        lives_apart = book.relations.living_apart(contact)
        name = _name(book, contact)
    document: dict[str, Any] = {
        "contact": str(contact),
        "name": name,
        "relations": [_document(one) for one in around.relations],
        "household": None,
        "how_met": around.how_met,
        "same_address": [str(row.id) for row in shared],
        "living_apart": [str(row.id) for row in lives_apart],
    }
    rows = [
        (str(one.person.id) if one.person is not None else "", one.name, relation_word(one.kind))
        for one in around.relations
    ]
    if around.household is not None:
        home = around.household.home
        document["household"] = {
            "household": home.id,
            "name": home.name,
            "members": [str(member) for member in around.household.members],
        }
        rows += [(str(row.id), row.called, home.name) for row in around.members]
    lines = table(rows) if rows else [_("Nothing is known of people around them.")]
    met = [plain(_("How you met: {text}").format(text=around.how_met))] if around.how_met else []
    proposed = []
    if shared:
        command = f"household {contact} {' '.join(str(row.id) for row in shared)}"
        told = same_address([row.called for row in shared])
        words = _("{sentence} If they live together: {command}")
        proposed = [plain(words.format(sentence=told, command=command))]
    if lives_apart:
        proposed.append(plain(living_apart([row.called for row in lives_apart])))
    return Answer(document, [*lines, *proposed, *met])


def _document(one: "Relation") -> dict[str, Any]:
    return {
        "contact": str(one.person.id) if one.person is not None else None,
        "name": one.name,
        "kind": one.kind,
        "inverse": one.back,
        "said_by": str(one.said_by),
        "by_name": one.by_name,
        "candidates": [str(candidate) for candidate in one.candidates],
    }


def _declare_relate(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument(
        "other",
        metavar=_("OTHER"),
        nargs="?",
        type=plain_text,
        help=_("an id, or a name or address that only one person has"),
    )
    parser.add_argument(
        "--name", metavar=_("NAME"), type=plain_text, help=_("the name of somebody who is not in the book")
    )
    parser.add_argument(
        "--as",
        dest="kind",
        metavar=_("KIND"),
        type=plain_text,
        default="",
        help=_("what OTHER is to CONTACT; see below"),
    )
    parser.add_argument(
        "--inverse",
        metavar=_("KIND"),
        type=plain_text,
        default="",
        help=_("what CONTACT is to OTHER, for a word of your own"),
    )


def _relate(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.words.relations import relation_kind

    if (options.other is None) == (options.name is None):
        text = _("Name either somebody of the book or, with --name, somebody else.")
        raise UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop relate")
    kind, inverse = relation_kind(options.kind), relation_kind(options.inverse)
    with program.book() as book:
        one = book.contacts.named(options.contact)
        if options.other is None:
            other = None
            changed = book.relations.relate_name(one, options.name, kind)
        else:
            other = book.contacts.named(options.other)
            changed = book.relations.relate(one, other, kind, inverse)
        names = [_name(book, one), options.name if other is None else _name(book, other)]
        operation = _newest(book, one) if changed else None
    document = {
        "operation": operation,
        "contact": str(one),
        "other": None if other is None else str(other),
        "name": names[1],
        "kind": kind,
        "changed": changed,
    }
    said = (
        _("Noted how {one} and {other} are related.")
        if changed
        else _("It is known how {one} and {other} are related.")
    )
    return Answer(document, [plain(said.format(one=names[0], other=names[1]))])


def _declare_unrelate(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument(
        "other", metavar=_("OTHER"), type=plain_text, help=_("an id, or the name as the relation has it")
    )
    parser.add_argument(
        "--as",
        dest="kind",
        metavar=_("KIND"),
        type=plain_text,
        help=_("only what OTHER is to CONTACT by this word"),
    )


def _unrelate(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.errors import ErrorKind, NotFoundError
    from relate_desktop.domain.relation_kinds import same_relation
    from relate_desktop.words.relations import relation_kind

    with program.book() as book:
        contact = book.contacts.named(options.contact)
        meant = _meant(book, contact, options.other)
        if options.kind is not None:
            kind = relation_kind(options.kind)
            meant = [one for one in meant if same_relation(one.kind, kind)]
        if not meant:
            raise NotFoundError(ErrorKind.RELATION_UNKNOWN)
        for one in meant:
            book.relations.unrelate(one.said_by, one.line)
        operation = _newest(book, contact)
        name = _name(book, contact)
    document = {
        "operation": operation,
        "contact": str(contact),
        "removed": [_document(one) for one in meant],
    }
    return Answer(
        document,
        [plain(_("Removed the relation of {one} and {other}.").format(one=name, other=meant[0].name))],
    )


def _meant(book: "OpenBook", contact: "ContactId", text: str) -> "list[Relation]":
    """The relations to the person of this id, name or address, or to somebody whom only the card names."""
    from relate_desktop.domain.errors import UserError
    from relate_desktop.domain.text import fold

    relations = book.relations.around(contact).relations
    named = [one for one in relations if fold(one.name) == fold(text.strip())]
    if named:
        return named
    try:
        other = book.contacts.named(text)
    except UserError:
        return []
    return [one for one in relations if one.person is not None and one.person.id == other]


def _declare_household(parser: ArgumentParser) -> None:
    contact_word(parser, nargs="*")
    parser.add_argument("--name", metavar=_("NAME"), type=plain_text, default="", help=_("what it is called"))
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument("--leave", action="store_true", help=_("they live there no longer"))
    deeds.add_argument(
        "--apart",
        action="store_true",
        help=_("the first does not live with the others, whatever their address"),
    )
    deeds.add_argument(
        "--ask-again",
        action="store_true",
        help=_("ask again whether the first lives with the others, or with anybody"),
    )


def _household(options: Namespace, program: Program) -> Answer:
    with program.book() as book:
        wanted = list(dict.fromkeys(book.contacts.named(text) for text in options.contact))
        if options.apart or options.ask_again:
            return _apart(options, book, wanted)
        if not wanted:
            return _all_households(book)
        if options.leave:
            left = [contact for contact in wanted if book.relations.move_out(contact)]
            document: dict[str, Any] = {"left": [str(contact) for contact in left]}
            return Answer(
                document,
                [plain(_("{name} lives there no longer.").format(name=_name(book, one))) for one in left],
            )
        household = book.relations.live_together(wanted, options.name)
        names = [_name(book, member) for member in household.members]
    document = {
        "household": household.home.id,
        "name": household.home.name,
        "members": [str(member) for member in household.members],
    }
    return Answer(document, [plain(f"{household.home.name}: {', '.join(names)}")])


def _apart(options: Namespace, book: "OpenBook", wanted: "Sequence[ContactId]") -> Answer:
    """Who does not live with somebody, remembered or asked about again."""
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.words.relations import living_apart

    if len(wanted) < (2 if options.apart else 1):
        text = _("Name somebody, and who does not live with them.")
        raise UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop household")
    contact, *others = wanted
    write = book.relations.live_apart if options.apart else book.relations.ask_who_lives_there
    changed = write(contact, others)
    lives_apart = book.relations.living_apart(contact)
    document = {
        "operation": _newest(book, contact) if changed else None,
        "contact": str(contact),
        "living_apart": [str(row.id) for row in lives_apart],
        "changed": changed,
    }
    said = living_apart([row.called for row in lives_apart]) or _("It is asked again who lives there too.")
    return Answer(document, [plain(said)])


def _all_households(book: "OpenBook") -> Answer:
    found = book.relations.households()
    names = {
        row.id: row.called for household in found for row in book.contacts.summaries(list(household.members))
    }
    document = {
        "households": [
            {
                "household": one.home.id,
                "name": one.home.name,
                "members": [str(member) for member in one.members],
            }
            for one in found
        ]
    }
    rows = [(one.home.name, ", ".join(names.get(member, "") for member in one.members)) for one in found]
    return Answer(document, table(rows) if rows else [_("No household is written down.")])


def _name(book: "OpenBook", contact: "ContactId") -> str:
    return next((row.called for row in book.contacts.summaries([contact])), "")


def _newest(book: "OpenBook", contact: "ContactId") -> str | None:
    entries = book.history.entries(contact, limit=1)
    return str(entries[0].changeset) if entries else None
