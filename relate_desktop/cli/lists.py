"""``lists``: searches kept under a name."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from relate_desktop.cli.numbers import plain_text, positive
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "lists",
            _("list smart lists, or keep, change, place or remove one"),
            "lists 'Quiet clients' --query 'circle:clients last:>3m'",
            _declare,
            _lists,
            notes=_(
                "A smart list is a search kept under a name; the people in it are whoever answers it now.\n"
                "With a name alone that list is shown. 'list --query' says who is in it."
            ),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar=_("NAME"), nargs="?", type=plain_text, help=_("one smart list"))
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument(
        "--query",
        metavar=_("Q"),
        type=plain_text,
        help=_("whom it finds; makes the list if it is new"),
    )
    acts.add_argument("--rename", metavar=_("NAME"), type=plain_text, help=_("call it otherwise"))
    acts.add_argument("--place", metavar=_("N"), type=positive, help=_("put it at this place in the list"))
    acts.add_argument("--remove", action="store_true", help=_("take it away; nobody is changed"))


def _lists(options: Namespace, program: Program) -> Answer:
    acted = options.remove or (options.query, options.rename, options.place) != (None, None, None)
    if options.name is None and acted:
        from relate_desktop.domain.errors import ErrorKind, UsageError

        text = _("Name the smart list you mean.")
        raise UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop lists")
    with program.book(create=options.query is not None) as book:
        if not acted:
            return _listed(book, options.name)
        before = book.history.entries(limit=1)
        _act(book, options)
        after = book.history.entries(limit=1)
        return _done(book, options, changed=before[:1] != after[:1])


def _act(book: "OpenBook", options: Namespace) -> None:
    lists, name = book.smart_lists, options.name
    if options.query is not None:
        (lists.add if lists.find(name) is None else lists.ask_otherwise)(name, options.query)
    elif options.rename is not None:
        lists.rename(name, options.rename)
    elif options.place is not None:
        lists.move(name, options.place - 1)
    else:
        lists.remove(name)


def _listed(book: "OpenBook", name: str | None) -> Answer:
    from relate_desktop.domain.errors import ErrorKind, NotFoundError

    found = book.smart_lists.counted()
    if name is not None:
        wanted = book.smart_lists.find(name)
        if wanted is None:
            raise NotFoundError(ErrorKind.LIST_UNKNOWN, name=name)
        found = [one for one in found if one.search.id == wanted.id]
    documents = [{"list": one.search.name, "query": one.search.query, "people": one.count} for one in found]
    rows = [(one.search.name, f"{one.count:,}", one.search.query) for one in found]
    return Answer({"lists": documents}, [*table(rows)] or [_("No smart lists yet.")])


def _done(book: "OpenBook", options: Namespace, *, changed: bool) -> Answer:
    from relate_desktop.words.operations import summary

    entry = book.history.entries(limit=1)[0] if changed else None
    called = options.rename if options.rename is not None else options.name
    document = {
        "operation": str(entry.changeset) if entry is not None else None,
        "list": called,
        "changed": changed,
    }
    said = _("Nothing to change.") if entry is None else plain(summary(entry.kind, entry.facts))
    return Answer(document, [said])
