"""``duplicates``, ``merge``, ``distinct`` and ``separate``: people who are in the book twice."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program, no_options
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.errors import UsageError
    from relate_desktop.domain.ids import ContactId
    from relate_desktop.services.book import OpenBook


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "duplicates",
            _("list people who may be in the book twice, with the reasons"),
            "duplicates --json",
            no_options,
            _duplicates,
        ),
        Command(
            "merge",
            _("make several people one"),
            "merge 3 41",
            _declare_merge,
            _merge,
            notes=_(
                "The first person stays; 'separate' takes it back at any later time.\n"
                "With --all-certain everybody is joined who is certainly here twice, as one change that\n"
                "one undo takes back; --dry-run says who that is and writes nothing."
            ),
        ),
        Command(
            "distinct",
            _("remember that two are different people"),
            "distinct 3 41",
            _declare_distinct,
            _distinct,
        ),
        Command(
            "separate",
            _("separate somebody again who was made one of several"),
            "separate 3",
            _declare_separate,
            _separate,
            notes=_("What was written since stays with the person, or goes to the one named."),
        ),
    )


def _duplicates(_options: Namespace, program: Program) -> Answer:
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane
    from relate_desktop.words.findings import reason_words

    with program.book() as book, program.progress() as bar:
        job = InlineRunner().submit(Lane.READ, book.duplicates.find, JobKind.DUPLICATES, bar.hear)
        pairs = job.result()
        names = _names(book, [one for pair in pairs for one in (pair.one, pair.other)])
    document = {
        "pairs": [
            {
                "contacts": [str(pair.one), str(pair.other)],
                "names": [names.get(pair.one, ""), names.get(pair.other, "")],
                "certainty": round(pair.certainty, 2),
                "certain": pair.certain,
                "reasons": [reason_words(reason) for reason in pair.reasons],
            }
            for pair in pairs
        ]
    }
    rows = [
        (
            f"{pair.one}, {pair.other}",
            names.get(pair.one, ""),
            names.get(pair.other, ""),
            ", ".join(reason_words(reason) for reason in pair.reasons),
        )
        for pair in pairs
    ]
    return Answer(document, table(rows) if rows else [_("No one seems to be here twice.")])


def _declare_merge(parser: ArgumentParser) -> None:
    parser.add_argument(
        "keep",
        metavar=_("KEEP"),
        nargs="?",
        type=plain_text,
        help=_("the person who stays: an id, a name or an address"),
    )
    parser.add_argument(
        "other", metavar=_("OTHER"), nargs="*", type=plain_text, help=_("who becomes part of that person")
    )
    parser.add_argument(
        "--all-certain", action="store_true", help=_("join everybody who is certainly here twice")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("with --all-certain: say who and write nothing")
    )


def _merge(options: Namespace, program: Program) -> Answer:
    named = options.keep is not None
    if options.all_certain and not named:
        return _merge_all(program, dry=options.dry_run)
    if options.all_certain:
        raise _wrong(_("Name people, or join all who are certain, not both."))
    if options.dry_run:
        raise _wrong(_("--dry-run goes with --all-certain."))
    if not named or not options.other:
        raise _wrong(_("Name the person who stays, and who becomes part of that person."))
    with program.book() as book:
        kept = book.contacts.named(options.keep)
        others = list(dict.fromkeys(book.contacts.named(text) for text in options.other))
        merged = book.merges.merge(kept, others)
        name = _names(book, [kept]).get(kept, "")
    document = {
        "operation": str(merged.changeset),
        "contact": str(kept),
        "name": name,
        "merged": [str(one) for one in others],
    }
    said = _("Joined {count} pages for {name}. They can be separated again at any time.")
    return Answer(document, [plain(said.format(count=merged.joined, name=name))])


def _wrong(text: str) -> "UsageError":
    from relate_desktop.domain.errors import ErrorKind, UsageError

    return UsageError(ErrorKind.WRONG_USAGE, text=text, program="relate-desktop merge")


def _merge_all(program: Program, *, dry: bool) -> Answer:
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane
    from relate_desktop.words.findings import joined_all_words, would_join_all_words

    with program.book() as book, program.progress() as bar:
        runner = InlineRunner()
        pairs = runner.submit(Lane.READ, book.duplicates.find, JobKind.DUPLICATES, bar.hear).result()
        certain = book.duplicates.certain(pairs)
        names = _names(book, [one for group in certain.groups for one in group])
        changeset = None
        if certain.groups and not dry:
            changeset = runner.submit(
                Lane.WRITE,
                lambda job: book.merges.merge_all(certain.groups, job),
                JobKind.EDIT,
                bar.hear,
            ).result()
    document = {
        "dry_run": dry,
        "operation": None if changeset is None else str(changeset),
        "joined": [
            {
                "contact": str(group[0]),
                "name": names.get(group[0], ""),
                "merged": [str(one) for one in group[1:]],
            }
            for group in certain.groups
        ],
        "left": certain.left,
    }
    rows = [
        (", ".join(map(str, group)), ", ".join(names.get(one, "") for one in group))
        for group in certain.groups
    ]
    said = would_join_all_words if dry else joined_all_words
    lines = [*(table(rows) if rows else ()), plain(said(len(certain.groups), certain.left))]
    return Answer(document, lines)


def _declare_distinct(parser: ArgumentParser) -> None:
    for word in ("one", "other"):
        parser.add_argument(
            word, metavar=word.upper(), type=plain_text, help=_("an id, a name or an address")
        )


def _distinct(options: Namespace, program: Program) -> Answer:
    with program.book() as book:
        one, other = book.contacts.named(options.one), book.contacts.named(options.other)
        changed = book.merges.keep_apart(one, other)
        names = _names(book, [one, other])
    document = {"contacts": [str(one), str(other)], "changed": changed}
    said = _("{one} and {other} are two people, and nobody asks again.")
    return Answer(document, [plain(said.format(one=names.get(one, ""), other=names.get(other, "")))])


def _declare_separate(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument(
        "--newer-to",
        metavar=_("ID"),
        type=plain_text,
        help=_("the id of the person who returns and shall have what was written since"),
    )


def _separate(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
    from relate_desktop.domain.ids import ContactId

    newer = options.newer_to
    if newer is not None and not newer.isdecimal():
        raise UsageError(ErrorKind.CONTACT_UNKNOWN, name=newer)
    with program.book() as book:
        contact = book.contacts.named(options.contact)
        merges = book.merges.joined(contact)
        if not merges:
            raise NotFoundError(ErrorKind.NOT_MERGED, name=options.contact)
        taker = None if newer is None else ContactId(int(newer))
        if taker is not None and taker not in merges[0].group:
            raise UsageError(ErrorKind.CONTACT_UNKNOWN, name=newer)
        reverted = book.merges.separate(merges[0].changeset, taker, contact)
    document: dict[str, Any] = {
        "operation": str(reverted.changeset),
        "undone": str(reverted.reverted),
        "contact": str(contact),
        "conflicts": [
            {"contact": str(conflict.contact), "what": conflict.table, "columns": list(conflict.columns)}
            for conflict in reverted.conflicts
        ],
    }
    return Answer(document, [_("Separated again.")], IN_PART if reverted.conflicts else DONE)


def _names(book: "OpenBook", contacts: "list[ContactId]") -> "dict[ContactId, str]":
    rows = book.contacts.summaries(list(dict.fromkeys(contacts)))
    return {row.id: row.full_name for row in rows}
