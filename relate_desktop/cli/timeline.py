"""``note`` and ``log``: one dated entry."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from relate_desktop.cli.entries import entry_document, entry_sentence, entry_when
from relate_desktop.cli.numbers import plain_text, positive
from relate_desktop.cli.people import contact_word, others_option
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from datetime import datetime

    from relate_desktop.domain.ids import ContactId, EntryId
    from relate_desktop.domain.interaction import Happened
    from relate_desktop.services.book import OpenBook


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "note",
            _("write a dated note about somebody"),
            'note "Ada Lovelace" "Looks for a flat in Leeds" --when 2026-11-24',
            _declare_note,
            _note,
        ),
        Command(
            "log",
            _("write down a conversation"),
            'log "Ada Lovelace" "About the invoice" --kind call --direction in --minutes 20',
            _declare_log,
            _log,
        ),
    )


def _declare_common(parser: ArgumentParser) -> None:
    others_option(parser)
    parser.add_argument(
        "--when",
        metavar=_("ISO"),
        type=plain_text,
        help=_("when it was: 2026-11-24 or 2026-11-24T09:00, with or without offset (default: now)"),
    )


def _declare_note(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument("text", metavar=_("TEXT"), type=_some_text, help=_("what is worth remembering"))
    _declare_common(parser)
    parser.add_argument("--pin", action="store_true", help=_("keep it on top of the timeline"))
    parser.add_argument(
        "--in-confidence", action="store_true", help=_("it was told in confidence: no export holds it")
    )


def _note(options: Namespace, program: Program) -> Answer:
    with program.book() as book:
        happened = read_happened(options.when, program)
        people = _people(book, options)
        entry = book.timeline.note(
            people, options.text, happened, pinned=options.pin, in_confidence=options.in_confidence
        )
        return _answer(book, entry)


def _declare_log(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument("text", metavar=_("TEXT"), type=plain_text, help=_("what it was about"))
    parser.add_argument(
        "--kind",
        choices=("call", "meeting", "message", "mail", "other"),
        default="other",
        help=_("how it was (default: other)"),
    )
    parser.add_argument(
        "--direction",
        choices=("in", "out", "both"),
        default="both",
        help=_("who reached out: they (in), you (out) or both (default: both)"),
    )
    _declare_common(parser)
    parser.add_argument("--minutes", metavar=_("N"), type=positive, help=_("how long it was"))


def _log(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.interaction import Direction, InteractionKind

    with program.book() as book:
        happened = read_happened(options.when, program)
        entry = book.timeline.log(
            _people(book, options),
            InteractionKind(options.kind),
            Direction(options.direction),
            happened,
            options.text,
            minutes=options.minutes,
        )
        return _answer(book, entry)


def _some_text(text: str) -> str:
    if not text.strip():
        raise ArgumentTypeError(_("a text is missing"))
    return plain_text(text)


def _people(book: "OpenBook", options: Namespace) -> list["ContactId"]:
    return [book.contacts.named(text) for text in (options.contact, *options.others)]


def _answer(book: "OpenBook", entry_id: "EntryId") -> Answer:
    entry = book.timeline.get(entry_id)
    newest = book.history.entries(entry.people[0].id, limit=1)
    document = {
        "operation": str(newest[0].changeset),
        "contact": str(entry.people[0].id),
        "name": entry.people[0].full_name,
        "entry": entry_document(entry),
    }
    said = _("{when}: {what}.").format(when=entry_when(entry, book.present()), what=entry_sentence(entry))
    return Answer(document, [said])


def read_happened(text: str | None, program: Program) -> "Happened":
    """The day or moment that somebody wrote; now where they wrote nothing.

    Without offset a moment is in the system's zone. Raises UsageError(MOMENT_MALFORMED).
    """
    from datetime import UTC, date

    from relate_desktop.domain.errors import ErrorKind, UsageError
    from relate_desktop.domain.interaction import Happened
    from relate_desktop.domain.wall_time import instant

    here = program.here()
    name = str(getattr(here, "key", ""))
    if text is None:
        return Happened.moment(program.now(), name, here)
    plain = text.strip()
    try:
        if "T" not in plain and " " not in plain and ":" not in plain:
            return Happened(date.fromisoformat(plain), zone=name)
        moment = _moment(plain)
        if moment.tzinfo is not None:
            return Happened(moment.date(), moment.astimezone(UTC), "")
        return Happened(moment.date(), instant(moment.date(), moment.time(), here), name)
    except (ValueError, OverflowError):
        raise UsageError(ErrorKind.MOMENT_MALFORMED, text=text) from None


def _moment(text: str) -> "datetime":
    """A moment that every zone can hold; raises ValueError."""
    from datetime import MAXYEAR, MINYEAR, datetime

    moment = datetime.fromisoformat(text)
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError("a zone may move it out of the calendar")
    return moment
