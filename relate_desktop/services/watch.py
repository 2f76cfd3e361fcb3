"""Watches the clock for one book and has things told when they are due.

One process does so for a book: the one that holds ``watch.lock`` in it. An agent in the
background gives way to a window, and whoever is left takes over within seconds when the other
dies. The wall clock is compared at least every ``TICK`` seconds; nothing here trusts a long
timer, so sleep, clock jumps and travel need no word from the system.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from relate_desktop.domain.errors import BookDamagedError, UserError
from relate_desktop.domain.place import Place
from relate_desktop.domain.present import Present
from relate_desktop.services.book import OpenBook
from relate_desktop.services.preferences import HideNames
from relate_desktop.services.tellings import Answer, TellingsService, Tidings
from relate_desktop.system.file_lock import FileLock
from relate_desktop.system.notices import Answered, Notice, Notifier, Shown
from relate_desktop.system.notifications import system_notifier
from relate_desktop.system.screen_lock import ScreenLock

TICK = 15.0
"""Seconds after which the clock is compared at the latest."""
POLL = 2.0
"""Seconds between two looks for what other processes did."""
RETRY = 60.0
"""Seconds until something that nobody could show is tried again."""
NOTE_EVERY = 60.0
"""Seconds between two notes, outside the book, that somebody looks at the clock."""

_SHORTEST = 0.2
"""Seconds between two looks at the least."""

LOCK, WISH = "watch.lock", "watch-wish.lock"
ALONE = "alone.lock"
"""Held in the book by whoever waits to have it alone, such as a newer program that migrates it."""


class Desk(Protocol):
    """What a watch asks of whoever it works for. All is called on the watch's thread."""

    def notice(self, tidings: Tidings, *, hidden: bool) -> Notice:
        """The words of a pop-up; ``hidden`` is without names and texts."""

    def show(self, notice: Notice) -> bool:
        """Shows it where the desktop did not; whether it did. Must not take long."""

    def withdraw(self, key: str) -> None:
        """Takes back what ``show`` has shown."""

    def open(self, place: Place) -> None:
        """Brings a place before the user."""


class Watch:
    """The watch of one open book, begun by ``start`` or ``run`` and ended by ``stop``.

    ``window`` says that this process has a window and goes before one that has none; such a
    process hears of changes by itself, any other looks for them.
    """

    def __init__(
        self,
        book: OpenBook,
        desk: Desk,
        *,
        window: bool,
        notifier: Callable[[Answered], Notifier] = system_notifier,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._book, self._desk, self._window = book, desk, window
        self._make_notifier, self._monotonic = notifier, monotonic
        self._tellings = TellingsService(book.database, book.present, book.preferences, book.meetings.between)
        self._lock, self._wish = FileLock(book.folder / LOCK), FileLock(book.folder / WISH)
        self._alone = FileLock(book.folder / ALONE)
        self._screen = ScreenLock()
        self._notifier: Notifier | None = None
        self._changed = threading.Condition()
        self._answers: deque[tuple[str, Answer]] = deque()
        self._stopped = self._stale = False
        self._woken = False
        self._thread: threading.Thread | None = None
        self.looked_at: datetime | None = None
        """When the clock was last compared, here or by whoever watched before; None before the first."""
        self._noted = float("-inf")
        self._seen: Present | None = None
        self._next_at: datetime | None = None
        self._retry_at: float | None = None
        self.made_way = False
        """Whether it has ended because somebody waits to have the book alone."""
        self.delivery: Shown | None = None
        """What became of the last pop-up; None before the first."""

    # ----------------------------------------------------------- any thread

    def start(self) -> None:
        """Begins to watch on a thread of its own."""
        self._thread = threading.Thread(target=self._run_aside, name="watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the watch; what is shown stays and is taken over by the next one."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        notifier = self._notifier
        if notifier is not None:
            notifier.close()  # whatever waits for the desktop's service waits no longer
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def answered(self, key: str, button: str) -> None:
        """Takes an answer of the user to a pop-up, wherever it was shown."""
        known = {one.value for one in Answer}
        answer = Answer(button) if button in known else Answer.OPEN
        with self._changed:
            self._answers.append((key, answer))
            self._woken = True
            self._changed.notify_all()

    def look_again(self) -> None:
        """Has the watch look at the clock and the book at once."""
        with self._changed:
            self._stale = self._woken = True
            self._changed.notify_all()

    @property
    def on_duty(self) -> bool:
        """Whether this process is the one that tells."""
        return self._notifier is not None

    # ------------------------------------------------------- the watch's own

    def run(self) -> None:
        """Watches on this thread until ``stop``, or until somebody waits to have the book alone.

        Raises BookDamagedError when the book was taken away.
        """
        forget = (
            self._book.listen(lambda _changes: self.look_again()),
            self._book.preferences.listen(lambda _preferences: self.look_again()),
        )
        try:
            while not (self._stopped or self.made_way):
                self._tick()
                self._wait()
                self.made_way = not self._window and self._alone.taken_elsewhere()
            self._answer_last()
        finally:
            for stop_listening in forget:
                stop_listening()
            self._give_up_duty()
            self._wish.release()
            self._screen.close()

    def _run_aside(self) -> None:
        try:
            self.run()
        except BookDamagedError:
            return  # the window notices by itself, and tells

    def _tick(self) -> None:
        """One look at everything; an answer that cannot be kept now holds up nothing that is due."""
        self._guarded(self._prepare)
        if self.on_duty:
            self._guarded(self._answer)
            self._guarded(self._look)

    def _prepare(self) -> None:
        if not self._window:
            self._book.poll()
            self._book.preferences.refresh()
        self._take_duty()

    def _guarded(self, part: Callable[[], None]) -> None:
        """A part of a look; what goes wrong now is tried again at the next."""
        try:
            part()
        except BookDamagedError:
            raise
        except UserError as error:
            self._book.log.log(logging.INFO, "watch: %s", error.kind)
            self._stale = True

    def _answer_last(self) -> None:
        """What was answered in the last moment is still done."""
        try:
            if self.on_duty:
                self._answer()
        except UserError as error:
            self._book.log.log(logging.INFO, "watch: %s", error.kind)

    def _take_duty(self) -> bool:
        """Whether this process tells: it has the lock, and no window waits for it."""
        if self._window:
            self._wish.take()
        elif self._wish.taken_elsewhere():
            self._give_up_duty()
            return False
        if self._notifier is not None:
            return True
        if not self._lock.take():
            return False
        self.looked_at = _moment(self._lock.noted())
        showing = self._tellings.showing()
        notifier = self._make_notifier(self.answered)
        for key in showing:
            notifier.adopt(key)
        self._notifier = notifier
        self._stale = True
        return True

    def _give_up_duty(self) -> None:
        if self._notifier is not None:
            self._notifier.close()
            self._notifier = None
        if self._lock.held:
            self._note(at_once=True)
            self._lock.release()

    def _answer(self) -> None:
        while True:
            with self._changed:
                if not self._answers:
                    return
                key, answer = self._answers[0]
            place = self._tellings.answer(key, answer)
            with self._changed:
                self._answers.popleft()
            self._desk.withdraw(key)
            if place is not None:
                self._desk.open(place)

    def _look(self) -> None:
        """Compares the clock, and looks into the book where something may be due or has changed."""
        present = self._book.present()
        if self._wants_look(present):
            with self._changed:
                self._stale = False
            self._retry_at = None
            self._seen = present
            telling = self._book.preferences.current.popups
            found = self._tellings.look(self.looked_at, telling=telling)
            self._next_at = found.next_at
            for key in found.over:
                self._withdraw(key)
            for tidings in found.tidings:
                self._show(tidings)
        self.looked_at = present.now
        self._note()

    def _wants_look(self, present: Present) -> bool:
        seen = self._seen
        if self._stale or seen is None or (seen.today, seen.here) != (present.today, present.here):
            return True
        if self._retry_at is not None and self._monotonic() >= self._retry_at:
            return True
        return self._next_at is not None and present.now >= self._next_at

    def _show(self, tidings: Tidings) -> None:
        if self._notifier is None:
            return
        notice = self._desk.notice(tidings, hidden=self._hides_names())
        self.delivery = self._notifier.show(notice)
        if self.delivery is Shown.ACCEPTED or self._desk.show(notice):
            self._tellings.shown(notice.key)
        else:
            self._retry_at = self._monotonic() + RETRY

    def _withdraw(self, key: str) -> None:
        if self._notifier is not None:
            self._notifier.withdraw(key)
        self._desk.withdraw(key)

    def _hides_names(self) -> bool:
        wanted = self._book.preferences.current.hide_names
        return wanted is HideNames.ALWAYS or (wanted is HideNames.LOCKED and self._screen.locked())

    def _note(self, *, at_once: bool = False) -> None:
        """Notes when the clock was last looked at, for the next process."""
        if self.looked_at is None or (not at_once and self._monotonic() < self._noted + NOTE_EVERY):
            return
        self._noted = self._monotonic()
        self._lock.note(self.looked_at.isoformat())

    def _wait(self) -> None:
        with self._changed:
            if not (self._stopped or self._woken):
                self._changed.wait(self._patience())
            self._woken = False

    def _patience(self) -> float:
        """Seconds until the next look: until something is due, and never long."""
        longest = TICK if self._window and self.on_duty else POLL
        if not self.on_duty or self._next_at is None:
            return longest
        left = (self._next_at - self._book.clock()).total_seconds()
        return min(max(left, _SHORTEST), longest)


def _moment(text: str) -> datetime | None:
    """The moment somebody noted; None when nobody ever did."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
