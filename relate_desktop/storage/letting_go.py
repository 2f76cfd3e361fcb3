"""Conversations that a calendar wrote hold nobody in the book whose import is taken back."""

from dataclasses import replace
from itertools import chain

from relate_desktop.domain.held_meetings import untouched
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.storage.book import BookWriter


def let_go(book: BookWriter, changeset: ChangesetId) -> None:
    """Takes those whom a change added out of what calendars wrote and nobody touched.

    Otherwise whoever was met since would stay, and an import could never be taken back whole. Their
    meetings are written down again should they ever return.
    """
    plain = book.journal.raw
    added = plain.execute(
        "SELECT row_id, last_row_id FROM changes WHERE changeset_id=? AND table_name='contacts' "
        "AND last_row_id IS NOT NULL",
        (changeset,),
    ).fetchall()
    gone: set[ContactId] = set()
    entries: set[int] = set()
    for first, last in added:
        rows = plain.execute(
            "SELECT p.contact_id, h.entry_id FROM participants p JOIN held_meetings h "
            "ON h.entry_id=p.entry_id WHERE p.contact_id BETWEEN ? AND ?",
            (first, last),
        ).fetchall()
        gone.update(ContactId(row[0]) for row in rows)
        entries.update(row[1] for row in rows)
    if entries:
        _take_out(book, gone, entries)


def _take_out(book: BookWriter, gone: set[ContactId], entries: set[int]) -> None:
    items = book.timeline.items(sorted(entries))
    told = set(chain.from_iterable(book.journal.raw.execute("SELECT told_in FROM promises")))
    told.update(chain.from_iterable(book.journal.raw.execute("SELECT told_in FROM reminders")))
    for held in book.held_meetings.of_entries(entries).values():
        item = items.get(held.entry or 0)
        if held.entry is None or held.entry in told or not isinstance(item, Interaction):
            continue
        if not untouched(held, item):
            continue
        left = tuple(who for who in item.participants if who not in gone)
        if left:
            book.timeline.save(held.entry, replace(item, participants=left))
            book.held_meetings.put([replace(held, people=left)])
        else:
            book.timeline.remove([held.entry])
            book.held_meetings.put([replace(held, entry=None)])
