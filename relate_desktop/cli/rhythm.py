"""``rhythm``: how often to be in touch with somebody."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.people import contact_word
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.cadence import Cadence
    from relate_desktop.domain.person_rhythm import PersonRhythm

NEVER = "never"


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "rhythm",
            _("say how often to be in touch with somebody, or ask"),
            'rhythm "Ada Lovelace" --every 6w --no-sooner-than 2w',
            _declare,
            _rhythm,
            notes=_(
                "A gap is in days (10d), weeks (6w), months (2m) or years (1y); “never” takes it away.\n"
                "Without an option the rhythm is shown and nothing is changed."
            ),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument("--every", metavar=_("GAP"), type=plain_text, help=_("how often, ideally"))
    parser.add_argument("--latest", metavar=_("GAP"), type=plain_text, help=_("after how long it is a while"))
    parser.add_argument(
        "--no-sooner-than", metavar=_("GAP"), type=plain_text, help=_("how much distance to keep at least")
    )


def _rhythm(options: Namespace, program: Program) -> Answer:
    from relate_desktop.cli.due_documents import rhythm_document
    from relate_desktop.words.rhythms import rhythm_sentences

    asked = [options.every, options.latest, options.no_sooner_than]
    with program.book() as book:
        contact = book.contacts.named(options.contact)
        known = book.rhythms.of(contact)
        changed = False
        if any(one is not None for one in asked):
            cadence, least = _chosen(options, known)
            changed = book.rhythms.choose(contact, cadence, replace(known.wishes, least_gap=least))
            known = book.rhythms.of(contact)
        (row,) = book.contacts.summaries([contact])
        operation = str(book.history.entries(limit=1)[0].changeset) if changed else None
        document = {
            "operation": operation,
            "contact": str(contact),
            "name": row.full_name,
            "changed": changed,
            "rhythm": rhythm_document(known),
        }
        return Answer(document, rhythm_sentences(known, row.called, book.present().today))


def _chosen(options: Namespace, known: "PersonRhythm") -> tuple["Cadence | None", int | None]:
    """Rhythm and least gap as they shall be; without a rhythm the distance is a wish of its own."""
    from relate_desktop.domain.cadence import Cadence

    before, least = known.cadence, known.wishes.least_gap
    every = _gap(options.every, before.ideal if before is not None else None)
    latest = _gap(options.latest, before.latest if before is not None and options.every is None else None)
    distance = least if before is None else before.no_sooner
    no_sooner = _gap(options.no_sooner_than, distance)
    if every is None:
        if latest is not None:
            raise UsageError(
                ErrorKind.WRONG_USAGE, text=_("--latest needs --every."), program="relate-desktop rhythm"
            )
        return None, no_sooner
    try:
        return Cadence(every, latest, no_sooner), None if before is None else least
    except ValueError:
        facts = {"every": options.every or every, "no_sooner": options.no_sooner_than or no_sooner}
        raise UsageError(ErrorKind.GAPS_CONTRADICT, **facts) from None


def _gap(text: str | None, before: int | None) -> int | None:
    """The days that a text says, none for “never”; what it was before where there is no text."""
    return before if text is None else gap_in_days(text)


def gap_in_days(text: str) -> int | None:
    """The days of a gap such as ``6w``, none for “never”; raises UsageError(GAP_MALFORMED)."""
    from relate_desktop.domain.cadence import read_gap

    if text.strip().lower() == NEVER:
        return None
    days = read_gap(text)
    if days is None:
        raise UsageError(ErrorKind.GAP_MALFORMED, text=text)
    return days


def cadence_of(text: str) -> "Cadence | None":
    """The rhythm of a gap, none for “never”; raises UsageError(GAP_MALFORMED)."""
    from relate_desktop.domain.cadence import Cadence

    days = gap_in_days(text)
    return None if days is None else Cadence(days)
