"""``history``, ``undo`` and ``redo``: every change there was, and back."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.met import met_document, met_lines, written_down
from relate_desktop.cli.numbers import operation_number, positive
from relate_desktop.cli.output import iso, plain, table
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program, no_options
from relate_desktop.words.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relate_desktop.domain.change import HistoryEntry, RevertConflict, Reverted
    from relate_desktop.domain.change_details import Kept
    from relate_desktop.domain.ids import ChangesetId
    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.held_meetings import Followed


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
    parser.add_argument("--limit", metavar=_("N"), type=positive, help=_("at most so many"))
    parser.add_argument(
        "--operation",
        metavar=_("OPERATION"),
        type=operation_number,
        help=_("what exactly this one change did"),
    )


def _history(options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.dates import moment_in_row

    if options.operation is not None:
        return _details(options, program)
    with program.book() as book:
        contact = book.contacts.named(options.contact) if options.contact is not None else None
        entries = book.history.entries(contact, options.limit)
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


def _details(options: Namespace, program: Program) -> Answer:
    """One change, row by row; of one person where one is named."""
    from relate_desktop.domain.ids import ChangesetId
    from relate_desktop.words.dates import full_moment
    from relate_desktop.words.row_changes import row_sentence

    with program.book() as book:
        contact = book.contacts.named(options.contact) if options.contact is not None else None
        changeset = ChangesetId(options.operation)
        entry, details = book.history.entry(changeset), book.history.details(changeset, contact)
    changes = [
        {
            "contact": str(row.contact) if row.contact is not None else None,
            "what": row.table,
            "summary": plain(row_sentence(row)),
        }
        for row in details.rows
    ]
    document = {
        "operations": [_entry(entry)],
        "changes": changes,
        "more": details.more,
        "people": [{"contact": str(contact), "name": name} for contact, name in details.people],
    }
    lines = [_summary(entry), full_moment(entry.at), "", *(str(change["summary"]) for change in changes)]
    if details.more:
        lines.append(
            ngettext("… and {count} more", "… and {count} more", details.more).format(
                count=f"{details.more:,}"
            )
        )
    return Answer(document, lines)


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
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=_("only say what would return, what would stay, and why"),
    )


def _undo(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.ids import ChangesetId
    from relate_desktop.words.operations import undone_summary

    with program.book() as book:
        wanted = ChangesetId(options.operation) if options.operation is not None else None
        if options.dry_run:
            return _planned(book, wanted, program)
        reverted = book.history.undo(wanted)
        kept = book.history.kept(reverted)
        met = written_down(book)
    summary = plain(undone_summary(reverted.kind, reverted.facts))
    return _reverted(reverted, "undone", summary, _reasons(kept, program), met)


def _planned(book: "OpenBook", wanted: "ChangesetId | None", program: Program) -> Answer:
    """What taking a change back would come to."""
    from relate_desktop.domain.errors import ErrorKind, NotFoundError
    from relate_desktop.words.take_back import plan_sentences

    if wanted is None:
        newest = book.history.undoable()
        if newest is None:
            raise NotFoundError(ErrorKind.NOTHING_TO_UNDO)
        wanted = newest.changeset
    plan = book.history.plan(wanted)
    reasons = _reasons(plan.kept, program)
    said = [plain(sentence) for sentence in plan_sentences(plan)]
    document = {
        "operation": None,
        "dry_run": True,
        "undone": str(wanted),
        "summary": " ".join(said),
        "conflicts": [
            _conflict(kept.conflict) | {"why": reason}
            for kept, reason in zip(plan.kept, reasons, strict=True)
        ],
    }
    lines = [_summary(plan.entry), *said, *reasons]
    return Answer(document, lines, IN_PART if plan.kept or plan.nothing else DONE)


def _reasons(kept: "Sequence[Kept]", program: Program) -> list[str]:
    from relate_desktop.words.take_back import kept_sentence

    return [plain(kept_sentence(one, program.now())) for one in kept]


def _redo(_options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.operations import redone_summary

    with program.book() as book:
        reverted = book.history.redo()
        kept = book.history.kept(reverted)
        met = written_down(book)
    summary = plain(redone_summary(reverted.kind, reverted.facts))
    return _reverted(reverted, "redone", summary, _reasons(kept, program), met)


def _conflict(conflict: "RevertConflict") -> dict[str, Any]:
    return {
        "contact": str(conflict.contact) if conflict.contact is not None else None,
        "what": conflict.table,
        "columns": list(conflict.columns),
    }


def _reverted(
    reverted: "Reverted", what: str, summary: str, reasons: "Sequence[str]", met: "Followed"
) -> Answer:
    """What returned and what stayed, and what became of the conversations of meetings by that."""
    conflicts = [
        _conflict(conflict) | {"why": reason}
        for conflict, reason in zip(reverted.conflicts, reasons, strict=True)
    ]
    nothing = reverted.changeset is None
    said = _("Nothing of it could return.") if nothing else summary
    document: dict[str, Any] = {
        "operation": str(reverted.changeset) if reverted.changeset is not None else None,
        what: str(reverted.reverted),
        "summary": said,
        "conflicts": conflicts,
    }
    said_of_met = list(met_lines(met))
    if said_of_met:
        document["conversations"] = met_document(met)
    return Answer(document, [said, *reasons, *said_of_met], IN_PART if conflicts or nothing else DONE)
