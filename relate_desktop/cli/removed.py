"""``removed``, ``put-back`` and ``erase``: people who were removed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text, positive
from relate_desktop.cli.output import iso, plain, table
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.ids import ContactId
    from relate_desktop.domain.people import RemovedPerson
    from relate_desktop.services.book import OpenBook


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command("removed", _("list people who were removed"), "removed --json", _declare_removed, _removed),
        Command(
            "put-back", _("put removed people back"), 'put-back "Ada Lovelace"', _declare_people, _put_back
        ),
        Command(
            "erase",
            _("erase removed people for good, with their whole history"),
            'erase "Ada Lovelace" --yes',
            _declare_erase,
            _erase,
            notes=_(
                "There is no way back, and no undo. Without --yes it says who would be erased, and does "
                "nothing."
            ),
        ),
    )


def _declare_removed(parser: ArgumentParser) -> None:
    parser.add_argument("--limit", metavar=_("N"), type=positive, help=_("at most so many"))


def _removed(options: Namespace, program: Program) -> Answer:
    with program.book() as book:
        ids = book.removed.ids()
        rows = book.removed.page(ids[: options.limit])
    document = {"total": len(ids), "removed": [_document(row) for row in rows]}
    return Answer(document, _lines(rows, program) or [_("Nobody was removed.")])


def _document(row: "RemovedPerson") -> dict[str, Any]:
    return {"contact": str(row.row.id), "name": row.row.full_name, "removed_at": iso(row.removed_at)}


def _lines(rows: "Sequence[RemovedPerson]", program: Program) -> list[str]:
    from relate_desktop.words.dates import moment_in_row

    now = program.now()
    return [
        *table([(str(row.row.id), row.row.full_name, moment_in_row(row.removed_at, now)) for row in rows])
    ]


def _declare_people(parser: ArgumentParser, nargs: str = "+") -> None:
    parser.add_argument(
        "contact",
        metavar=_("CONTACT"),
        type=plain_text,
        nargs=nargs,
        help=_("an id, or a name or address that only one removed person has"),
    )


def _put_back(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.change import OperationKind
    from relate_desktop.words.operations import summary

    with program.book() as book:
        rows = _wanted(book, options.contact)
        book.removed.put_back([row.row.id for row in rows])
        entry = book.history.entries(rows[0].row.id, limit=1)[0]
    document = {"operation": str(entry.changeset), "put_back": [_document(row) for row in rows]}
    return Answer(document, [plain(summary(OperationKind.PUT_BACK, entry.facts))])


def _declare_erase(parser: ArgumentParser) -> None:
    _declare_people(parser, "*")
    parser.add_argument("--all", action="store_true", help=_("everybody who was removed"))
    parser.add_argument("--yes", action="store_true", help=_("do it: there is no way back"))


def _erase(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.change import OperationKind
    from relate_desktop.words.operations import summary
    from relate_desktop.words.smart_lists import lists_that_stay

    if options.all == bool(options.contact):
        raise UsageError(
            ErrorKind.WRONG_USAGE, text=_("Name people, or say --all."), program="relate-desktop erase"
        )
    with program.book() as book:
        rows = book.removed.page(book.removed.ids()) if options.all else _wanted(book, options.contact)
        people: list[ContactId] = [row.row.id for row in rows]
        lists = book.removed.lists_naming(people)
        erased = book.removed.erase(people) if options.yes and people else 0
    document = {
        "erased": erased,
        "people": [_document(row) for row in rows],
        "lists": [{"list": one.name, "query": one.query} for one in lists],
    }
    if not rows:
        return Answer(document, [_("Nobody was removed.")])
    stay = [plain(lists_that_stay(lists))] if lists else []
    if options.yes:
        return Answer(document, [plain(summary(OperationKind.FORGET, {"contacts": erased})), *stay])
    lines = [*_lines(rows, program), *stay, _("Nothing is erased yet; --yes erases for good.")]
    return Answer(document, lines)


def _wanted(book: "OpenBook", names: Sequence[str]) -> "list[RemovedPerson]":
    return book.removed.page(list(dict.fromkeys(book.removed.named(text) for text in names)))
