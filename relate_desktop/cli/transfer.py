"""``import`` and ``export``: people in and out."""

import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.calendar_export import PROGRAMS, export_calendar
from relate_desktop.cli.met import met_document, met_lines, written_down
from relate_desktop.cli.numbers import plain_text, search_text
from relate_desktop.cli.output import table
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.exporting import ExportReport
    from relate_desktop.domain.importing import FileReport, ImportReport
    from relate_desktop.services.book import OpenBook

CALENDAR = "ics"
FORMATS = ("original", "vcard4", "vcard3", "jcard", CALENDAR)
_STANDARD_OUTPUT = "-"


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "import",
            _("bring people and calendars in from files"),
            "import phone.vcf --dry-run",
            _declare_import,
            _import,
            notes=_(
                "--on-match says what happens with somebody who seems to be in the book already:\n"
                "  review  update where it is certain, else add them and leave the pair to you (default)\n"
                "  merge   add what is new to the person already there\n"
                "  skip    leave the record out\n"
                "  new     add them as a new person"
            ),
        ),
        Command(
            "export",
            _("take people out into a file"),
            "export people.vcf --format vcard4",
            _declare_export,
            _export,
            notes=_(
                "original writes every card as it came in, byte for byte, with changed lines written anew;\n"
                "vcard4, vcard3 and jcard are written fresh. A file is read back before it is called done.\n"
                "ics is a calendar: birthdays and other days, open reminders and promises, with alarms.\n"
                "--for google and --for outlook write reminders as events: these read no tasks."
            ),
        ),
    )


def _declare_import(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar=_("FILE"), nargs="+", help=_("files, or folders with files in them"))
    parser.add_argument(
        "--as",
        dest="as_format",
        metavar=_("FORMAT"),
        choices=("vcard", "icalendar"),
        help=_("what the files are"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("say what would happen and write nothing"))
    parser.add_argument(
        "--on-match", choices=("review", "merge", "skip", "new"), default="review", help=_("see below")
    )


def _import(options: Namespace, program: Program) -> Answer:
    paths = [Path(name) for name in options.files]
    return import_files(paths, options.as_format, program, on_match=options.on_match, dry_run=options.dry_run)


def import_files(
    paths: Sequence[Path],
    as_format: str | None,
    program: Program,
    *,
    on_match: str = "review",
    dry_run: bool = False,
) -> Answer:
    """Brings files in, in one change, and answers what became of each."""
    from relate_desktop.domain.importing import OnMatch
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane

    _require_readable(paths, as_format)
    with _book_to_fill(program, dry_run=dry_run) as book, program.progress() as bar:
        job = InlineRunner().submit(
            Lane.WRITE,
            lambda job: book.imports.run(
                paths,
                format=as_format,
                on_match=OnMatch(on_match),
                dry_run=dry_run,
                job=job,
            ),
            JobKind.IMPORT,
            bar.hear,
        )
        report = job.result()
        met = None if dry_run else written_down(book)
    document, lines = _import_document(report), list(_import_lines(report))
    if met is not None:
        document["conversations"] = met_document(met)
        lines += met_lines(met)
    return Answer(document, lines, IN_PART if _in_part(report) else DONE)


def _require_readable(paths: Sequence[Path], as_format: str | None) -> None:
    """Raises InputError where nothing can be read at all, before a book is begun for it."""
    from relate_desktop.domain.errors import InputError
    from relate_desktop.services.import_files import Meter, meant_files, opened

    first: InputError | None = None
    for meant in meant_files(paths, as_format):
        try:
            with opened(meant, Meter(0, lambda _done, _total: None)):
                return
        except InputError as error:
            first = first or error
    if first is not None:
        raise first


@contextmanager
def _book_to_fill(program: Program, *, dry_run: bool) -> Iterator["OpenBook"]:
    """The book, begun if need be; to look only, an empty one elsewhere where there is none."""
    from relate_desktop.domain.errors import ErrorKind, NotFoundError
    from relate_desktop.system.files import make_private_folder
    from relate_desktop.system.paths import state_folder

    with ExitStack() as opened:
        try:
            book = opened.enter_context(program.book(create=not dry_run))
        except NotFoundError as error:
            if error.kind is not ErrorKind.BOOK_MISSING:
                raise
            # What is in the file must not lie where others look, such as the system's own folder.
            make_private_folder(state_folder())
            place = opened.enter_context(tempfile.TemporaryDirectory(prefix="look-", dir=state_folder()))
            aside = replace(program, folder=Path(place) / "book")
            book = opened.enter_context(aside.book(create=True))
        yield book


def _in_part(report: "ImportReport") -> bool:
    return report.in_part or any(file.properties.refused for file in report.files)


def _import_document(report: "ImportReport") -> dict[str, Any]:
    return {
        "operation": str(report.changeset) if report.changeset is not None else None,
        "dry_run": report.dry_run,
        "files": [_file_document(file) for file in report.files],
    }


def _file_document(file: "FileReport") -> dict[str, Any]:
    from relate_desktop.words.remarks import remark_words

    return {
        "path": file.path,
        "format": file.format,
        "records": file.records,
        "created": file.created,
        "updated": file.updated,
        "same": file.same,
        "review": file.review,
        "removed": file.removed,
        "no_events": file.others.records,
        "skipped": [
            {
                "record": skipped.record,
                "line": skipped.line,
                "reason": remark_words(skipped.remark),
                "code": skipped.remark.kind.value,
            }
            for skipped in file.skipped
        ],
        "remarks": [
            {
                "record": noted.record,
                "line": noted.remark.line,
                "reason": remark_words(noted.remark),
                "code": noted.remark.kind.value,
            }
            for noted in file.noted
        ],
        "properties": {
            "understood": file.properties.understood,
            "kept_as_is": file.properties.kept_as_is,
            "refused": file.properties.refused,
        },
    }


def _import_lines(report: "ImportReport") -> Iterator[str]:
    from relate_desktop.domain.text import visible
    from relate_desktop.words.imports import file_sentence, import_sentence, record_lines

    for file in report.files:
        yield f"{visible(file.path, 1000)}: {file_sentence(file)}"
        yield from ("  " + line for line in record_lines(file))
    yield import_sentence(report)


def _declare_export(parser: ArgumentParser) -> None:
    parser.add_argument("out", metavar=_("OUT"), help=_("the file to write; - is standard output"))
    parser.add_argument("--format", choices=FORMATS, required=True, help=_("what to write; see below"))
    parser.add_argument("--for", dest="program", choices=PROGRAMS, help=_("who is to read the calendar"))
    parser.add_argument("--query", metavar=_("Q"), type=search_text, help=_("only people who match"))
    parser.add_argument(
        "--contact",
        metavar=_("C"),
        type=plain_text,
        nargs="+",
        action="extend",
        help=_("only these people: ids, names or addresses"),
    )


def _export(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.domain.exporting import ExportFormat
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane

    if options.format == CALENDAR:
        return export_calendar(options, program)
    if options.program is not None:
        raise UsageError(
            ErrorKind.WRONG_USAGE, text=_("--for goes with --format ics."), program="relate-desktop export"
        )
    to_stream = options.out == _STANDARD_OUTPUT
    with program.book() as book, program.progress() as bar:
        ids = None
        if options.contact is not None:
            ids = list(dict.fromkeys(book.contacts.named(text) for text in options.contact))
        job = InlineRunner().submit(
            Lane.READ,
            lambda job: book.exports.export(
                program.out.buffer if to_stream else Path(options.out),
                format=ExportFormat(options.format),
                ids=ids,
                query=options.query,
                job=job,
            ),
            JobKind.EXPORT,
            bar.hear,
        )
    report = job.result()
    status = DONE if report.proof.passed else IN_PART
    if to_stream:
        return Answer({}, (), status, printed=True)
    return Answer(_export_document(report), _export_lines(report), status)


def _export_document(report: "ExportReport") -> dict[str, Any]:
    return {
        "path": str(report.path) if report.path is not None else None,
        "format": report.format.value,
        "contacts": len(report.contacts),
        "cards": report.cards,
        "size": report.size,
        "losses": [
            {"property": item.loss.property, "reason": item.loss.kind.value, "count": item.count}
            for item in report.losses
        ],
        "proof": {
            "passed": report.proof.passed,
            "cards": report.proof.cards,
            "facts": report.proof.facts,
            "limits": {item.limit.value: item.cards for item in report.proof.limits},
            "faults": [
                {"card": fault.card, "property": fault.property, "kind": fault.kind.value}
                for fault in report.proof.faults
            ],
        },
    }


def _export_lines(report: "ExportReport") -> Iterator[str]:
    from relate_desktop.domain.text import visible
    from relate_desktop.words.exports import loss_words
    from relate_desktop.words.numbers import people, sentence
    from relate_desktop.words.properties import property_name

    yield sentence(
        _("{people} written to {path}, read back and found right.").format(
            people=people(len(report.contacts)), path=visible(str(report.path), 1000)
        )
    )
    if report.losses:
        yield _("What this format cannot say:")
        rows = [
            (f"{item.count:,}", property_name(item.loss.property), loss_words(item.loss.kind))
            for item in report.losses
        ]
        yield from table(rows, widest=100)
