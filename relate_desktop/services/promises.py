"""Promises in both directions: made, changed, kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.ids import ContactId, PromiseId
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.typed_due import zone_name
from relate_desktop.services.present import PresentSource
from relate_desktop.services.time_facts import facts_about
from relate_desktop.storage.database import Database


class PromisesService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin, present: PresentSource) -> None:
        self._database = database
        self._origin = origin
        self._present = present

    def get(self, promise: PromiseId) -> Promise:
        """One promise. Raises NotFoundError(PROMISE_UNKNOWN)."""
        with self._database.read() as book:
            return book.promises.get(promise)

    def open(self, contact: ContactId | None = None) -> tuple[Promise, ...]:
        """The open ones: with one person, else all but those with people in the trash."""
        with self._database.read() as book:
            return tuple(book.promises.open() if contact is None else book.promises.of(contact))

    def add(self, promise: Promise, sentence: str = "") -> PromiseId:
        """Keeps a new one; ``sentence`` is the line it came from. Raises UsageError(PROMISE_EMPTY)."""
        _require_words(promise)
        with self._database.write(Operation(OperationKind.PROMISE, self._origin)) as book:
            book.note(**facts_about(book, promise.people, promise.text))
            return book.promises.add(promise, sentence)

    def save(self, promise: Promise) -> bool:
        """Keeps a changed one; False when nothing differs. Raises as ``add``, and PROMISE_UNKNOWN."""
        _require_words(promise)
        with self._database.write(Operation(OperationKind.PROMISE_EDIT, self._origin)) as book:
            book.note(**facts_about(book, promise.people, promise.text))
            return book.promises.save(promise)

    def keep(self, promise: PromiseId) -> Promise:
        """Marks one kept, or let go; kept already, it stays as it is. Raises PROMISE_UNKNOWN."""
        with self._database.write(Operation(OperationKind.PROMISE_KEPT, self._origin)) as book:
            before = book.promises.get(promise)
            after = replace(before, kept_at=self._present().now) if before.open else before
            book.note(**facts_about(book, before.people, before.text, promise=promise))
            book.promises.save(after)
        return after

    def put_off(self, promise: PromiseId, until: datetime | None) -> Promise:
        """Gives one the day of a moment, with its hour unless that is only the start of the day.

        None is *when there is room*. Raises PROMISE_UNKNOWN, UsageError(DUE_OVER) for one that is kept.
        """
        before = self.get(promise)
        if not before.open:
            raise UsageError(ErrorKind.DUE_OVER, text=before.text)
        after = replace(before, due=self._due(until))
        self.save(after)
        return after

    def remove(self, promises: Sequence[PromiseId]) -> None:
        """Takes promises away."""
        with self._database.write(Operation(OperationKind.PROMISE_REMOVE, self._origin)) as book:
            known = [found for one in promises if (found := book.promises.find(one)) is not None]
            if len(known) == 1:
                book.note(**facts_about(book, known[0].people, known[0].text))
            else:
                book.note(count=len(known))
            book.promises.remove(promises)

    def _due(self, until: datetime | None) -> DueTime | None:
        if until is None:
            return None
        present = self._present()
        local = until.astimezone(present.here)
        if until == present.hours.start_of(local.date(), present.here):
            return DueTime(local.date())
        return DueTime(local.date(), local.time().replace(second=0, microsecond=0), zone_name(present.here))


def _require_words(promise: Promise) -> None:
    if not promise.text.strip():
        raise UsageError(ErrorKind.PROMISE_EMPTY)
