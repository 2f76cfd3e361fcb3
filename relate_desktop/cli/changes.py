"""``history``, ``undo`` and ``redo``: every change there was, and back."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import operation_number
from relate_desktop.cli.output import iso, plain, table
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program, no_options
from relate_desktop.words.translation import _, ngettext

if TYPE_CHECKING:
    from relate_desktop.domain.change import HistoryEntry, Reverted


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "history",
            _("list every change there was, newest first"),
            "history --json",
            _declare_history,
            _history,
        ),
        Command(
            "undo",
            _("take back the newest change, or any older one"),
            "undo 12",
            _declare_undo,
            _undo,
            notes=_("What was changed since stays as it is and is listed as a conflict."),
        ),
        Command("redo", _("do again what was undone last"), "redo", no_options, _redo),
    )


def _declare_history(parser: ArgumentParser) -> None:
    contact_word(parser, nargs="?")


def _history(options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.dates import moment_in_row

    with program.book() as book:
        contact = book.contacts.named(options.contact) if options.contact is not None else None
        entries = book.history.entries(contact)
    rows = [
        (
            str(entry.changeset),
            moment_in_row(entry.at, program.now()),
            _summary(entry),
            entry.source or "",
            _("undone") if entry.undone else "",
        )
        for entry in entries
    ]
    return Answer({"operations": [_entry(entry) for entry in entries]}, table(rows, widest=80))


def _entry(entry: "HistoryEntry") -> dict[str, Any]:
    return {
        "operation": str(entry.changeset),
        "kind": entry.kind.value,
        "when": iso(entry.at),
        "source": entry.source,
        "summary": _summary(entry),
        "undone": entry.undone,
        "undoes": str(entry.undoes) if entry.undoes is not None else None,
        "contacts": entry.contact_count,
    }


def _summary(entry: "HistoryEntry") -> str:
    from relate_desktop.words.operations import summary

    return plain(summary(entry.kind, entry.facts))


def _declare_undo(parser: ArgumentParser) -> None:
    parser.add_argument(
        "operation",
        metavar=_("OPERATION"),
        nargs="?",
        type=operation_number,
        help=_("the number of a change, as history lists it (default: the newest)"),
    )


def _undo(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.ids import ChangesetId
    from relate_desktop.words.operations import undone_summary

    with program.book() as book:
        wanted = ChangesetId(options.operation) if options.operation is not None else None
        reverted = book.history.undo(wanted)
    return _reverted(reverted, "undone", plain(undone_summary(reverted.kind, reverted.facts)))


def _redo(_options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.operations import redone_summary

    with program.book() as book:
        reverted = book.history.redo()
    return _reverted(reverted, "redone", plain(redone_summary(reverted.kind, reverted.facts)))


def _reverted(reverted: "Reverted", what: str, summary: str) -> Answer:
    conflicts = [
        {
            "contact": str(conflict.contact) if conflict.contact is not None else None,
            "what": conflict.table,
            "columns": list(conflict.columns),
        }
        for conflict in reverted.conflicts
    ]
    nothing = reverted.changeset is None
    said = _("Nothing of it could return.") if nothing else summary
    document = {
        "operation": str(reverted.changeset) if reverted.changeset is not None else None,
        what: str(reverted.reverted),
        "summary": said,
        "conflicts": conflicts,
    }
    lines = [said]
    if conflicts:
        count = len(conflicts)
        lines.append(
            ngettext(
                "{count} part was changed since and stays as it is.",
                "{count} parts were changed since and stay as they are.",
                count,
            ).format(count=count)
        )
    return Answer(document, lines, IN_PART if conflicts or nothing else DONE)
