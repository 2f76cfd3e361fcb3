"""What is done with a row of what is due, whether it is a reminder or a promise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from relate_desktop.domain.due_list import DueGroup, DueRow, day_in
from relate_desktop.domain.ids import PromiseId, ReminderId
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import DueTime, Reminder, moved_to
from relate_desktop.services.present import PresentSource
from relate_desktop.services.promises import PromisesService
from relate_desktop.services.reminders import RemindersService


class DueActs:
    """Writes; none may be called on the window's thread."""

    def __init__(
        self, reminders: RemindersService, promises: PromisesService, present: PresentSource
    ) -> None:
        self._reminders, self._promises, self._present = reminders, promises, present

    def done(self, row: DueRow) -> None:
        """Marks the reminder done, the promise kept."""
        if row.reminder is not None and row.reminder.id is not None:
            self._reminders.done(row.reminder.id)
        elif row.promise is not None and row.promise.id is not None:
            self._promises.keep(row.promise.id)

    def reopen(self, row: DueRow) -> None:
        """Marks it not done after all. One that comes back again has never been over."""
        if row.reminder is not None and row.reminder.id is not None:
            now = self._reminders.get(row.reminder.id)
            if not now.open:
                self._reminders.save(replace(now, done_at=None))
        elif row.promise is not None and row.promise.id is not None:
            self._promises.save(replace(self._promises.get(row.promise.id), kept_at=None))

    def snooze(self, row: DueRow, until: datetime | None) -> None:
        """Puts it off until a moment, or to when there is room; a promise is due then."""
        if row.reminder is not None and row.reminder.id is not None:
            self._reminders.snooze(row.reminder.id, until)
        elif row.promise is not None and row.promise.id is not None:
            self._promises.put_off(row.promise.id, until)

    def move(self, row: DueRow, group: DueGroup) -> None:
        """Gives it a day of another group; its hour stays what it was."""
        on = day_in(group, self._present())
        if row.reminder is not None and row.reminder.id is not None:
            reminder = self._reminders.get(row.reminder.id)
            due = None if on is None else replace(reminder.due or DueTime(on), on=on)
            self._reminders.save(_without_rule(moved_to(reminder, due)))
        elif row.promise is not None and row.promise.id is not None:
            promise = self._promises.get(row.promise.id)
            due = None if on is None else replace(promise.due or DueTime(on), on=on)
            self._promises.save(replace(promise, due=due))

    def remove(self, rows: Sequence[DueRow]) -> None:
        """Takes them away."""
        reminders = [row.reminder.id for row in rows if row.reminder is not None and row.reminder.id]
        promises = [row.promise.id for row in rows if row.promise is not None and row.promise.id]
        if reminders:
            self._reminders.remove(reminders)
        if promises:
            self._promises.remove(promises)

    def keep(self, item: Reminder | Promise) -> ReminderId | PromiseId:
        """Writes a reminder or promise down, new or changed; answers its id."""
        if isinstance(item, Reminder):
            if item.id is None:
                return self._reminders.add(item)
            self._reminders.save(item)
        elif item.id is None:
            return self._promises.add(item)
        else:
            self._promises.save(item)
        return item.id


def _without_rule(reminder: Reminder) -> Reminder:
    """What has no day cannot come back."""
    return reminder if reminder.due is not None else replace(reminder, repeats=None, began_on=None)
