"""``bulk``: one edit of everybody a search finds, or of several people named."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program
from relate_desktop.cli.rhythm import cadence_of
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.bulk import BulkEdit, BulkPlan
    from relate_desktop.domain.ids import ChangesetId, ContactId
    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.jobs import Job

_SHOWN = 10
"""People named of those who would change."""


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "bulk",
            _("edit everybody a search finds, or several people, as one change"),
            'bulk "circle:clients last:>3m" --every 2m --dry-run',
            _declare,
            _bulk,
            notes=_(
                "QUERY finds people as 'list --query' does; 'export --query' takes the same people out.\n"
                "It takes only whose own lines answer, exactly as typed: no typo is forgiven, and what you\n"
                "wrote about somebody is not looked at, as it is by 'search'.\n"
                "With --dry-run it says how many would change and writes nothing. One undo takes all\n"
                "of it back."
            ),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "query", metavar=_("QUERY"), nargs="?", type=plain_text, help=_("whom: what a search finds")
    )
    parser.add_argument(
        "--contact",
        metavar=_("C"),
        type=plain_text,
        nargs="+",
        action="extend",
        default=[],
        help=_("whom: ids, names or addresses"),
    )
    for option, words in (
        ("--circle", _("a circle they shall be in; may be repeated")),
        ("--not-circle", _("a circle they shall leave; may be repeated")),
    ):
        parser.add_argument(
            option, metavar=_("CIRCLE"), type=plain_text, nargs="+", action="extend", default=[], help=words
        )
    parser.add_argument(
        "--every", metavar=_("GAP"), type=plain_text, help=_("how often to be in touch with each, or never")
    )
    parser.add_argument(
        "--set",
        metavar=_("NAME=VALUE"),
        type=plain_text,
        nargs="+",
        action="extend",
        default=[],
        help=_("what to set, as 'edit' does, such as org=Acme"),
    )
    parser.add_argument("--remove", action="store_true", help=_("remove them; they wait in the trash"))
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change and write nothing"))


def _bulk(options: Namespace, program: Program) -> Answer:
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane

    edit = _edit(options)
    if (options.query is None or not options.query.strip()) and not options.contact:
        raise _misused(_("Say whom: a search, or --contact with people."))
    with program.book() as book, program.progress() as bar:
        people = _people(book, options)

        def work(job: "Job[tuple[BulkPlan, ChangesetId | None]]") -> "tuple[BulkPlan, ChangesetId | None]":
            if options.dry_run:
                return book.bulk.plan(people, edit, job), None
            done = book.bulk.apply(people, edit, job)
            return done.plan, done.changeset

        lane = Lane.READ if options.dry_run else Lane.WRITE
        plan, changeset = InlineRunner().submit(lane, work, JobKind.EDIT, bar.hear).result()
        return _answer(book, plan, changeset, dry=options.dry_run)


def _misused(text: str) -> UsageError:
    return UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop bulk")


def _edit(options: Namespace) -> "BulkEdit":
    from relate_desktop.domain.assignments import read_assignments
    from relate_desktop.domain.bulk import BulkEdit, RhythmChange

    asked = bool(options.circle or options.not_circle or options.set) or options.every is not None
    if options.remove == asked:
        raise _misused(_("Say what to do with them: --remove, or anything else but that."))
    return BulkEdit(
        enter=tuple(options.circle),
        leave=tuple(options.not_circle),
        assignments=read_assignments(options.set),
        rhythm=None if options.every is None else RhythmChange(cadence_of(options.every)),
        remove=options.remove,
    )


def _people(book: "OpenBook", options: Namespace) -> "list[ContactId]":
    from relate_desktop.domain.ids import ContactId

    named = [book.contacts.named(text) for text in options.contact]
    found = [] if options.query is None else map(ContactId, book.search.exactly(options.query))
    return list(dict.fromkeys((*named, *found)))


def _answer(book: "OpenBook", plan: "BulkPlan", changeset: "ChangesetId | None", *, dry: bool) -> Answer:
    from relate_desktop.words.bulk import done_words, plan_words, refused_words

    names = {row.id: row.full_name for row in book.contacts.summaries(plan.refused)}
    document = {
        "operation": None if changeset is None else str(changeset),
        "dry_run": dry,
        "people": plan.people,
        "changed": len(plan.changing),
        "same": plan.same,
        "contacts": [str(one) for one in plan.changing],
        "refused": [{"contact": str(one), "name": names.get(one, "")} for one in plan.refused],
    }
    lines = [plan_words(plan) if dry else done_words(plan)]
    if dry:
        shown = book.contacts.summaries(plan.changing[:_SHOWN])
        lines += table([(str(row.id), row.full_name) for row in shown])
        if len(plan.changing) > _SHOWN:
            lines.append("…")
    if plan.refused:
        lines.append(refused_words(plan))
    return Answer(document, [plain(line) for line in lines], IN_PART if plan.refused else DONE)
