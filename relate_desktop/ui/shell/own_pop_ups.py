"""Relate's own pop-ups without its window: what the agent starts where the desktop shows none.

It goes before the agent as a window does, shows what is due until that is answered, and ends.
"""

import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.place import Place
from relate_desktop.domain.pop_ups import PopUpKind
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.tellings import Tidings
from relate_desktop.services.watch import Watch
from relate_desktop.system.clock import machine_clock
from relate_desktop.system.notices import Notice
from relate_desktop.system.this_program import start_beside
from relate_desktop.ui.kit.accessibility import install_roles
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.shell import first_paint
from relate_desktop.ui.shell.looks import appearance_of
from relate_desktop.ui.shell.pop_up import Card, PopUpWindow
from relate_desktop.ui.shell.signals import EndSignals
from relate_desktop.words.due import clock_time
from relate_desktop.words.pop_ups import notice_of

LONGEST_MS = 20_000
"""How long something to show is waited for; the desktop's service may work again by now."""
AFTER_MS = 1_000
"""How long after the last answer another pop-up is waited for."""
_ARRIVAL = 2.0
"""Seconds a card has to come up."""


def run_own_pop_ups(folder: Path, *, clock: Clock = machine_clock) -> int:
    """Show what is due until it is answered; at once the end where a window is open on the book.

    Raises UserError: whatever keeps the book from being opened.
    """
    app = first_paint.application()
    lock = first_paint.claim(folder)
    if lock is None:
        return 0
    lock.release()  # a window may be opened meanwhile
    preferences = PreferencesService(folder)
    theme().apply(appearance_of(preferences.current))
    install_roles()
    app.setQuitOnLastWindowClosed(False)
    with open_book(folder, clock=clock, preferences=preferences) as book:
        book.forbid_writes_here()
        pop_ups = OwnPopUps(book)
        watch = Watch(book, pop_ups, window=True)
        pop_ups.window.answered.connect(watch.answered)
        pop_ups.emptied.connect(app.quit)
        signals = EndSignals(app.quit)
        watch.start()
        try:
            return app.exec()
        finally:
            pop_ups.end()
            watch.stop()
            signals.stop()


class OwnPopUps(QObject):
    """Fits ``services.watch.Desk``; ``emptied`` tells that nothing is left to answer."""

    emptied = Signal()
    _came = Signal(object, object)
    _gone = Signal(str)

    def __init__(self, book: OpenBook) -> None:
        super().__init__()
        self._book = book
        self._cards: dict[str, Card] = {}
        self._ended = threading.Event()
        self.window = PopUpWindow(lambda host: SnoozeMenu(book.present, lambda _text: None, host))
        self.window.answered.connect(self._look)
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._gone.connect(self._withdraw, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.emptied)
        self._patience.start(LONGEST_MS)

    # the watch's thread

    def notice(self, tidings: Tidings, *, hidden: bool) -> Notice:
        """The words of a pop-up."""
        preferred = self._book.preferences.current
        notice = notice_of(tidings, hidden=hidden, snooze=preferred.default_snooze, sound=preferred.sound)
        at = clock_time(tidings.present.now.astimezone(tidings.present.here).time())
        card = Card(notice, at, hidden=hidden)
        if tidings.pop_up.kind is PopUpKind.SINGLE and not hidden:
            people = self._book.contacts.summaries(tidings.pop_up.tellings[0].people[:1])
            card = replace(card, person=people[0] if people else None)
        self._cards[notice.key] = card
        return notice

    def show(self, notice: Notice) -> bool:
        """Show a card; whether it came up in time."""
        shown = threading.Event()
        self._came.emit(self._cards.get(notice.key, Card(notice)), shown)
        return shown.wait(_ARRIVAL)

    def withdraw(self, key: str) -> None:
        """Take a card away."""
        self._gone.emit(key)

    def open(self, place: Place) -> None:
        """Have a window show a place."""
        start_beside(self._book.folder, ["open", place.address])

    # the window's thread

    def end(self) -> None:
        """Show nothing more."""
        self._ended.set()
        self._patience.stop()
        self.window.hide()
        self.window.deleteLater()

    def _show(self, card: Card, shown: threading.Event) -> None:
        if not self._ended.is_set():
            self._patience.stop()
            self.window.show_card(card)
            shown.set()

    def _withdraw(self, key: str) -> None:
        if not self._ended.is_set():
            self.window.withdraw(key)
            self._look()

    def _look(self) -> None:
        if not self.window.cards:
            self._patience.start(AFTER_MS)
