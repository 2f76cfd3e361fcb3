"""Past meetings become conversations: after a command that read calendars, as in the window by itself."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.output import plain

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.held_meetings import Followed


def written_down(book: "OpenBook") -> "Followed":
    """Writes down whom one met; what came of it."""
    from relate_desktop.services.chores import write_down_met

    return write_down_met(book)


def met_document(followed: "Followed") -> dict[str, Any]:
    """How many conversations were written, changed and taken back."""
    return asdict(followed)


def met_lines(followed: "Followed") -> Iterator[str]:
    """A sentence, where there is something to say."""
    from relate_desktop.domain.change import OperationKind
    from relate_desktop.words.operations import summary

    facts = asdict(followed)
    if any(facts.values()):
        yield plain(summary(OperationKind.HELD_MEETINGS, facts))
