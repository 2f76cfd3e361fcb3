"""``names``: names that may be wrong, taken or left."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.names import DoubtfulName

_KINDS = ("garbled", "company", "swapped", "joined", "capitals", "missing", "called")


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "names",
            _("list names that may be wrong; put them right, or leave them"),
            "names --kind capitals",
            _declare,
            _names,
            notes=_(
                "Nothing is changed without --take. What is left with --leave is not listed again, until\n"
                "--ask-again. With --call the one CONTACT is called so, or gets the name that was missing."
            ),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "contact",
        metavar=_("CONTACT"),
        nargs="*",
        type=plain_text,
        help=_("only these people; everybody without any"),
    )
    parser.add_argument("--kind", choices=_KINDS, help=_("only names that may be wrong in this way"))
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument("--take", action="store_true", help=_("put them right as proposed, as one change"))
    deeds.add_argument(
        "--call",
        metavar=_("NAME"),
        type=plain_text,
        help=_("what somebody likes to be called, or their name"),
    )
    deeds.add_argument("--leave", action="store_true", help=_("leave them as they are from now on"))
    deeds.add_argument("--left", action="store_true", help=_("list those that were left"))
    deeds.add_argument("--ask-again", action="store_true", help=_("ask again about those that were left"))


def _names(options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.names import names_left_words

    with program.book() as book:
        if options.left or options.ask_again:
            return _left(options, book)
        found = _found(options, program, book)
        if options.call is not None:
            return _call(options, book, found)
        if options.take:
            sure = [one for one in found if one.proposal.after]
            count = book.names.take(sure)
            return _taken(book, count)
        if options.leave:
            count = book.names.leave(found)
            said = names_left_words(count)
            return Answer({"operation": _newest(book) if count else None, "left": count}, [said])
    document = {"names": [_document(one) for one in found]}
    return Answer(document, _lines(found))


def _found(options: Namespace, program: Program, book: "OpenBook") -> "list[DoubtfulName]":
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane

    if options.contact:
        wanted = dict.fromkeys(book.contacts.named(text) for text in options.contact)
        found = [one for contact in wanted for one in book.names.of(contact)]
    else:
        with program.progress() as bar:
            found = InlineRunner().submit(Lane.READ, book.names.look, JobKind.NAMES, bar.hear).result()
    return [one for one in found if options.kind in {None, one.proposal.doubt.value}]


def _call(options: Namespace, book: "OpenBook", found: "Sequence[DoubtfulName]") -> Answer:
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.domain.name_doubts import NameDoubt

    if not options.call.strip():
        raise UsageError(ErrorKind.WRONG_USAGE, text=_("Say a name."), program="relate-desktop names")
    asked = [one for one in found if one.proposal.doubt in {NameDoubt.CALLED, NameDoubt.MISSING}]
    if len(options.contact) != 1 or not asked:
        text = _("Name one person about whom this is asked.")
        raise UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop names")
    count = book.names.take(asked[:1], options.call)
    return _taken(book, count)


def _taken(book: "OpenBook", count: int) -> Answer:
    from relate_desktop.words.names import names_put_right

    return Answer({"operation": _newest(book) if count else None, "taken": count}, [names_put_right(count)])


def _left(options: Namespace, book: "OpenBook") -> Answer:
    from relate_desktop.words.names import doubt_name

    wanted = {book.contacts.named(text) for text in options.contact}
    left = [
        one
        for one in book.names.left()
        if (not wanted or one.person.id in wanted) and options.kind in {None, one.doubt.value}
    ]
    document: dict[str, Any] = {
        "left": [
            {"contact": str(one.person.id), "name": one.person.full_name, "kind": one.doubt.value}
            for one in left
        ]
    }
    rows = [(str(one.person.id), one.person.full_name, doubt_name(one.doubt)) for one in left]
    if options.ask_again:
        book.names.ask_again(left)
        document["operation"] = _newest(book) if left else None
    return Answer(document, table(rows) if rows else [_("No name was left as it is.")])


def _document(one: "DoubtfulName") -> dict[str, Any]:
    return {
        "contact": str(one.contact),
        "kind": one.proposal.doubt.value,
        "name": one.proposal.before,
        "proposed": one.proposal.after,
        "offers": list(one.proposal.offers),
    }


def _lines(found: "Sequence[DoubtfulName]") -> list[str]:
    from relate_desktop.words.names import doubt_name, names_found, proposal_sentence

    rows = [
        (str(one.contact), proposal_sentence(one.proposal), doubt_name(one.proposal.doubt)) for one in found
    ]
    return [*table(rows), plain(names_found(len(found)))]


def _newest(book: "OpenBook") -> str | None:
    entries = book.history.entries(limit=1)
    return str(entries[0].changeset) if entries else None
