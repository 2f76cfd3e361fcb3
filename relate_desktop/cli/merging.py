"""``duplicates``, ``merge``, ``distinct`` and ``separate``: people who are in the book twice."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain, table
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program, no_options
from relate_desktop.words.translation import _

if TYPE_CHECKING:
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
            notes=_("The first person stays; 'separate' takes it back at any later time."),
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
        type=plain_text,
        help=_("the person who stays: an id, a name or an address"),
    )
    parser.add_argument(
        "other", metavar=_("OTHER"), nargs="+", type=plain_text, help=_("who becomes part of that person")
    )


def _merge(options: Namespace, program: Program) -> Answer:
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
        merges = book.merges.merges_of(contact)
        if not merges:
            raise NotFoundError(ErrorKind.NOT_MERGED, name=options.contact)
        reverted = book.merges.separate(merges[0].changeset, None if newer is None else ContactId(int(newer)))
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
