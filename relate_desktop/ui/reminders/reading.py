"""What the room reads of the book, on a worker."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Interaction, talks_of
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.rest import SHORTEST, UNANSWERED, unanswered
from relate_desktop.domain.text import visible
from relate_desktop.services.reminders import ReminderView
from relate_desktop.ui.reminders.before import Hint
from relate_desktop.ui.reminders.lines import Board, BoardView, lines_of
from relate_desktop.words.before import pacing, said_then

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

_VIEWS = {
    BoardView.TO_DO: ReminderView.TO_DO,
    BoardView.REPEATING: ReminderView.REPEATING,
    BoardView.DONE: ReminderView.DONE,
}
_RECENT = 20
"""Entries looked through for the last conversations."""
TALKS = 2
FOUND = 8


def read_board(book: "OpenBook", view: BoardView) -> Board:
    """The rows of a segment, and everybody they are about."""
    present = book.present()
    rows = book.reminders.list(_VIEWS[view])
    board = Board(view, rows, present, _people_of(book, rows), book.reminders.origins(rows))
    return replace(board, lines=lines_of(board))


def read_hints(book: "OpenBook", contact: ContactId) -> tuple[Hint, ...]:
    """The last conversations with somebody, and whether it is a time to write."""
    present = book.present()
    person = next(iter(book.contacts.summaries((contact,))), None)
    if person is None:
        return ()
    entries = book.timeline.recent(contact, _RECENT)
    talks = [entry.item for entry in entries if isinstance(entry.item, Interaction)]
    called = visible(person.called, 200)
    hints = [said_then(talk, called, present.today) for talk in talks[:TALKS]]
    lines = [Hint(icon, words) for icon, words in hints]
    note = _pacing(book, contact, talks, called, present)
    return (*lines, Hint("moon", note)) if note else tuple(lines)


def find_people(book: "OpenBook", words: str) -> Sequence[ContactSummary]:
    """People who match some words, best first."""
    hits = book.search.find(words, FOUND).hits
    return book.contacts.summaries(list(dict.fromkeys(hit.contact for hit in hits)))


def _people_of(book: "OpenBook", rows: Sequence[DueRow]) -> dict[ContactId, ContactSummary]:
    ids = list(dict.fromkeys(one for row in rows for one in row.people))
    return {person.id: person for person in book.contacts.summaries(ids)}


def _pacing(
    book: "OpenBook", contact: ContactId, talks: Sequence[Interaction], called: str, present: Present
) -> str:
    rhythm = book.rhythms.of(contact)
    usual = rhythm.keeping.usual if rhythm.keeping is not None else None
    if usual is None and rhythm.learned is not None:
        usual = rhythm.learned.usual
    waiting = len(unanswered(talks_of(talks, present.today)))
    would_rest = max(SHORTEST, round(usual or 0)) if waiting == UNANSWERED - 1 else None
    return pacing(called, rhythm.rest, usual, would_rest, present.today)
