"""``export --format ics``: days, reminders and promises into another program's calendar."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from relate_desktop.cli.program import Answer, Program

if TYPE_CHECKING:
    from relate_desktop.domain.outgoing_event import CalendarExportReport

PROGRAMS = ("apple", "google", "outlook", "thunderbird", "other")
_STANDARD_OUTPUT = "-"


def export_calendar(options: Namespace, program: Program) -> Answer:
    """Writes the calendar that the options ask for."""
    from relate_desktop.domain.outgoing_event import CalendarProgram
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane
    from relate_desktop.words.calendar_exports import calendar_name, title

    to_stream = options.out == _STANDARD_OUTPUT
    with program.book() as book, program.progress() as bar:
        ids = None
        if options.contact is not None:
            ids = list(dict.fromkeys(book.contacts.named(text) for text in options.contact))
        job = InlineRunner().submit(
            Lane.READ,
            lambda job: book.calendar_exports.export(
                program.out.buffer if to_stream else Path(options.out),
                program=CalendarProgram(options.program or "other"),
                name=calendar_name(),
                say=title,
                ids=ids,
                query=options.query,
                job=job,
            ),
            JobKind.EXPORT,
            bar.hear,
        )
    report = job.result()
    if to_stream:
        return Answer({}, (), printed=True)
    document = {
        "path": str(report.path) if report.path is not None else None,
        "format": "ics",
        "for": report.program.value,
        "events": report.events,
        "tasks": report.tasks,
        "undated": report.undated,
        "rules_left_out": report.unsaid_rules,
        "in_confidence": report.secret,
        "size": report.size,
    }
    return Answer(document, _lines(report))


def _lines(report: "CalendarExportReport") -> Iterator[str]:
    from relate_desktop.domain.text import visible
    from relate_desktop.words.calendar_exports import exported, left_out

    yield exported(report, visible(str(report.path), 1000))
    yield from left_out(report)
