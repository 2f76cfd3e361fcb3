"""The book as it was on a past day: the same services, on a copy that can only be read."""

import logging
from collections.abc import Callable
from datetime import date, timedelta

from relate_desktop.domain.change import Origin
from relate_desktop.domain.wall_time import moved, start_of
from relate_desktop.services.book import OpenBook, put_together
from relate_desktop.storage.past import PastDatabase

_MOMENT = timedelta(microseconds=1)


def as_of(
    book: OpenBook, day: date, step: Callable[[int, int], object] = lambda _done, _total: None
) -> OpenBook:
    """The book as it was when a day ended where the user is; to be closed like any other.

    Nothing can be written through it, and what it calls now is the last moment of that day, or
    this one where the day is not over. ``step`` hears how much is done and may raise to stop it.
    Not for the window's thread: it copies the book.
    """
    here = book.present().here
    before = start_of(moved(day, 1), here)
    database = PastDatabase(book.database, day, before, step)
    moment = min(before - _MOMENT, book.clock())
    return put_together(
        database,
        lambda: moment,
        Origin.WINDOW,
        here=lambda: here,
        preferences=book.preferences,
        drafts=book.drafts,
        log=logging.Logger("past"),  # noqa: LOG001 - nothing of the past is written to the log
    )
