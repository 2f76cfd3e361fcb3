"""Pop-ups of Windows and macOS, through desktop-notifier on one thread of their own.

Written from the library's documentation and tried only against its Linux part: nobody has run
it on Windows or macOS yet. There a click after this process has ended is lost on Windows, and
macOS wants a signed bundle, the user's permission and a main thread that serves the system.
"""

import asyncio
import logging
import threading
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from relate_desktop.domain.text import visible
from relate_desktop.system.notices import (
    BODY,
    MOST_BUTTONS,
    NOTHING,
    PATIENCE,
    PROGRAM_NAME,
    Answered,
    Capabilities,
    Notice,
    Shown,
)

if TYPE_CHECKING:
    from desktop_notifier import DesktopNotifier

_TITLE, _TEXT = 100, 400
"""Characters that a pop-up may have."""

T = TypeVar("T")


class NativeNotifier:
    """Shows notices through the system's notification centre. ``patience`` is in seconds."""

    def __init__(self, answered: Answered, *, patience: float = PATIENCE) -> None:
        self._answered, self._patience = answered, patience
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._centre: DesktopNotifier | None = None
        self._dispatched: set[str] = set()

    def capabilities(self) -> Capabilities:
        """What the notification centre can do."""
        from desktop_notifier import Capability  # noqa: PLC0415 - only where it is installed

        found, _ = self._outcome(self._capabilities())
        if found is None:
            return NOTHING
        return Capabilities(working=Capability.TITLE in found, buttons=Capability.BUTTONS in found)

    def show(self, notice: Notice) -> Shown:
        """Shows a notice. The library only logs what fails, so that only what was dispatched counts."""
        dispatched, error = self._outcome(self._show(notice))
        if error is not None:
            return Shown.SILENT if isinstance(error, TimeoutError) else Shown.ABSENT
        return Shown.ACCEPTED if dispatched else Shown.REFUSED

    def withdraw(self, key: str) -> None:
        """Takes the pop-up away."""
        self._outcome(self._clear(key))

    def adopt(self, key: str) -> None:
        """Nothing need be done: answers name the key, whoever has shown it."""

    def close(self) -> None:
        """Ends the thread."""
        with self._lock:
            loop, thread, self._loop = self._loop, self._thread, None
        if loop is not None:
            loop.call_soon_threadsafe(loop.stop)
        if thread is not None:
            thread.join(self._patience)

    # ------------------------------------------------------- on its own thread

    def _outcome(self, work: Coroutine[Any, Any, T]) -> tuple[T | None, BaseException | None]:
        """What came of the work, or of what kind its failure is: each system's part fails in its own way."""
        waiting = asyncio.run_coroutine_threadsafe(
            asyncio.wait_for(work, self._patience), self._running_loop()
        )
        try:
            error = waiting.exception(self._patience + 1)
        except TimeoutError as late:
            waiting.cancel()
            return None, late
        return (waiting.result(), None) if error is None else (None, error)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(
                    target=_serve, args=(self._loop,), name="notification-centre", daemon=True
                )
                self._thread.start()
            return self._loop

    async def _opened(self) -> "DesktopNotifier":
        if self._centre is None:
            self._centre = self._made()
        return self._centre

    def _made(self) -> "DesktopNotifier":
        from desktop_notifier import DesktopNotifier  # noqa: PLC0415 - only where it is installed

        # it writes what it shows, and to whom, into the log
        log = logging.getLogger("desktop_notifier")
        log.addHandler(logging.NullHandler())
        log.propagate = False
        centre = DesktopNotifier(app_name=PROGRAM_NAME, app_icon=None)
        centre.on_dispatched = self._dispatched.add
        centre.on_clicked = lambda key: self._answered(key, BODY)
        centre.on_button_pressed = self._answered
        return centre

    async def _capabilities(self) -> frozenset[object]:
        centre = await self._opened()
        return frozenset(await centre.get_capabilities())

    async def _show(self, notice: Notice) -> bool:
        from desktop_notifier import DEFAULT_SOUND, Button, Notification  # noqa: PLC0415 - likewise

        centre = await self._opened()
        self._dispatched.discard(notice.key)
        await centre.send_notification(
            Notification(
                title=visible(notice.title, _TITLE),
                message=visible(notice.body, _TEXT, keep_lines=True),
                buttons=tuple(
                    Button(title=button.label, identifier=button.key)
                    for button in notice.buttons[:MOST_BUTTONS]
                ),
                sound=DEFAULT_SOUND if notice.sound else None,
                identifier=notice.key,
            )
        )
        return notice.key in self._dispatched

    async def _clear(self, key: str) -> None:
        centre = await self._opened()
        await centre.clear(key)


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.close()
