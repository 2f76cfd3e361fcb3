"""What a watch of the clock needs of the window: words, the own pop-up, and the way to a place.

The watch calls from its own thread; everything that touches a widget is passed on to the window's.
"""

import threading
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.ids import PromiseId, ReminderId
from relate_desktop.domain.place import Place
from relate_desktop.domain.pop_ups import PopUpKind
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.tellings import CATCH_UP, Tidings
from relate_desktop.system.notices import Notice
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from relate_desktop.ui.shell.background import Background
from relate_desktop.ui.shell.catch_up import CatchUpSheet, Deeds
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.pop_up import Card, PopUpWindow
from relate_desktop.ui.shell.rooms import Surroundings
from relate_desktop.words.due import clock_time
from relate_desktop.words.pop_ups import notice_of

PATIENCE = 2.0
"""Seconds the window has to show a pop-up before it counts as not shown."""
_MOST_KNOWN = 200


@dataclass
class _Asked:
    """A card on its way to the window, and whether it arrived."""

    card: Card
    shown: threading.Event


class PopUpDesk(QObject):
    """Fits ``services.watch.Desk``. ``answered`` carries a notice's key and a button's."""

    answered = Signal(str, str)
    _came = Signal(object)
    _gone = Signal(str)
    _wanted = Signal(object)

    def __init__(self, frame: Furniture, around: Surroundings, background: Background) -> None:
        super().__init__(frame)
        self._frame, self._around, self._background = frame, around, background
        self._known: dict[str, Card] = {}
        """Facts beside the words of a notice, by its key."""
        self._reminders: dict[str, ReminderId] = {}
        self._ended = threading.Event()
        queued = Qt.ConnectionType.QueuedConnection
        self._came.connect(self._show, queued)
        self._gone.connect(self._withdraw, queued)
        self._wanted.connect(self._open, queued)
        frame.menus.do("popup", self._answer)
        frame.menus.actions["popup"].setEnabled(False)
        around.news.changed.connect(self._renew)
        frame.navigator.notice_asked.connect(self.try_out)

    # the watch's thread

    def notice(self, tidings: Tidings, *, hidden: bool) -> Notice:
        """The words of a pop-up."""
        preferred = self._around.preferences.current
        notice = notice_of(tidings, hidden=hidden, snooze=preferred.default_snooze, sound=preferred.sound)
        while len(self._known) >= _MOST_KNOWN:
            self._known.pop(next(iter(self._known)))
        self._known[notice.key] = replace(self._facts(tidings, hidden=hidden), notice=notice)
        return notice

    def show(self, notice: Notice) -> bool:
        """Show the own window; whether it came up in time."""
        card = self._known.get(notice.key, Card(notice))
        asked = _Asked(card, threading.Event())
        self._came.emit(asked)
        deadline = PATIENCE
        while deadline > 0 and not self._ended.is_set():
            if asked.shown.wait(0.05):
                return True
            deadline -= 0.05
        return asked.shown.is_set()

    def withdraw(self, key: str) -> None:
        """Take the own window's card away."""
        self._gone.emit(key)

    def open(self, place: Place) -> None:
        """Bring a place before the user."""
        self._wanted.emit(place)

    def _facts(self, tidings: Tidings, *, hidden: bool) -> Card:
        """Whom it is about, and whether it can be put off to a time of one's choice."""
        at = clock_time(tidings.present.now.astimezone(tidings.present.here).time())
        bare = Card(Notice("", "", ""), at, hidden=hidden)
        if tidings.pop_up.kind is not PopUpKind.SINGLE:
            return bare
        (telling,) = tidings.pop_up.tellings
        reminder = telling.due.reminder.id if telling.due is not None else None
        if reminder is not None:
            self._reminders[tidings.pop_up.key] = reminder
        if hidden:
            return replace(bare, puts_off=reminder is not None)
        people = self._around.book.contacts.summaries(telling.people[:1])
        return replace(bare, person=people[0] if people else None, puts_off=reminder is not None)

    # the window's thread

    def close(self) -> None:
        """Show nothing more; the program ends."""
        self._ended.set()
        if "window" in vars(self):
            self.window.hide()
            self.window.deleteLater()

    @cached_property
    def window(self) -> PopUpWindow:
        """The own pop-up."""
        made = PopUpWindow(self._snooze_menu)
        made.answered.connect(self._answered)
        made.put_off.connect(self._put_off)
        return made

    def try_out(self, notice: Notice) -> None:
        """Show the own window on request, with nothing behind it to answer."""
        self._show(_Asked(Card(notice), threading.Event()))

    @cached_property
    def sheet(self) -> CatchUpSheet:
        """What came while one was away."""
        book, work = self._around.book, self._around.work
        deeds = Deeds(self._done_row, self._put_off_row)
        made = CatchUpSheet(self._frame.window, book.waiting.came, work, deeds, self._snooze_menu)
        made.asked.connect(self._background.show_place)
        return made

    def catch_up(self) -> None:
        """Open the sheet of what came while one was away."""
        self._frame.window.come_to_front()
        self.sheet.open_now()

    def _show(self, asked: _Asked) -> None:
        if not self._ended.is_set():
            self.window.show_card(asked.card)
            asked.shown.set()
            self._allow()

    def _withdraw(self, key: str) -> None:
        if "window" in vars(self):
            self.window.withdraw(key)
            self._allow()

    def _open(self, place: Place) -> None:
        if place == CATCH_UP:
            self.catch_up()
        else:
            self._background.show_place(place)

    def _answer(self) -> None:
        self.window.take_focus()

    def _answered(self, key: str, button: str) -> None:
        self._allow()
        self.answered.emit(key, button)

    def _allow(self) -> None:
        """There is something to answer, or not."""
        self._frame.menus.actions["popup"].setEnabled(bool(self.window.cards))

    def _put_off(self, key: str, until: object) -> None:
        self._allow()
        reminder = self._reminders.get(key)
        if reminder is not None:
            self._snooze(reminder, until)

    def _put_off_row(self, row: DueRow, until: object) -> None:
        if row.reminder is not None and row.reminder.id is not None:
            self._snooze(row.reminder.id, until)

    def _snooze(self, reminder: ReminderId, until: object) -> None:
        moment = cast("datetime | None", until)
        book = self._around.book
        self._around.work.run(
            Lane.WRITE, lambda _job: book.reminders.snooze(reminder, moment), kind=JobKind.EDIT, owner=self
        )

    def _done_row(self, row: DueRow) -> None:
        book, run = self._around.book, self._around.work.run
        if row.reminder is not None and row.reminder.id is not None:
            number: ReminderId = row.reminder.id
            run(Lane.WRITE, lambda _job: book.reminders.done(number), kind=JobKind.EDIT, owner=self)
        elif row.promise is not None and row.promise.id is not None:
            promise: PromiseId = row.promise.id
            run(Lane.WRITE, lambda _job: book.promises.keep(promise), kind=JobKind.EDIT, owner=self)

    def _renew(self) -> None:
        if "sheet" in vars(self):
            self.sheet.refresh()

    def _snooze_menu(self, host: QWidget) -> SnoozeMenu:
        return SnoozeMenu(self._around.book.present, lambda _text: None, host, another=False)
