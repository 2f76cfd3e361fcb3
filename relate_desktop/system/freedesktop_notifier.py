"""Pop-ups of the Linux desktops: the notification service on the session's bus.

The number of a pop-up follows from its key, so that whoever shows the same thing again, also
another process after a crash, replaces it instead of adding a second one. A service may give
another number; then that one is remembered for as long as this process lives.
"""

import functools
import hashlib
import html
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from jeepney import DBusAddress, HeaderFields, MatchRule, Message

from relate_desktop.domain.text import ELLIPSIS, FIRST_STRONG_ISOLATE, POP_ISOLATE, visible
from relate_desktop.system.notices import (
    BODY,
    DESKTOP_ENTRY,
    MOST_BUTTONS,
    NOTHING,
    PATIENCE,
    PROGRAM_NAME,
    RETRY_AFTER,
    Answered,
    Capabilities,
    Notice,
    Shown,
)
from relate_desktop.system.paths import resources_folder
from relate_desktop.system.session_bus import (
    Body,
    BusAbsentError,
    BusError,
    BusSilentError,
    SessionBus,
    call_to,
)

_NAME = "org.freedesktop.Notifications"
_SERVICE = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
_LOWEST, _HIGHEST = 1 << 20, 1 << 31
"""Services number pop-ups from 1 on; ours stay clear of that, and fit whoever takes them as signed."""
_TITLE, _TEXT = 200, 600
"""Characters that a pop-up may have."""
_ISOLATES = (FIRST_STRONG_ISOLATE, POP_ISOLATE)
_PARTS = re.compile(f"([{FIRST_STRONG_ISOLATE}{POP_ISOLATE}])")
_MOST_KEYS = 500
"""Pop-ups whose answers are waited for; older ones have long left the screen."""
_DEFAULT_TIME, _UNTIL_ANSWERED = -1, 0


def number_of(key: str) -> int:
    """The number of the pop-up of this key, the same in every process."""
    spread = int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8])
    return _LOWEST + spread % (_HIGHEST - _LOWEST)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the service that runs now."""

    capabilities: frozenset[str]

    def has(self, name: str) -> bool:
        return name in self.capabilities


class FreedesktopNotifier:
    """Shows notices through ``org.freedesktop.Notifications``.

    ``patience`` and ``retry_after`` are in seconds, ``clock`` counts them and never goes back.
    """

    def __init__(
        self,
        answered: Answered,
        *,
        patience: float = PATIENCE,
        retry_after: float = RETRY_AFTER,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._answered, self._patience, self._retry_after = answered, patience, retry_after
        self._clock = clock
        self._lock = threading.Lock()
        self._known: _Known | None = None
        self._failed: tuple[float, Shown] | None = None
        self._keys: dict[int, str] = {}
        """The keys of the pop-ups that may still be answered, by number."""
        self._bus = SessionBus(self._heard, self._forget_service)
        self._bus.listen(
            MatchRule(type="signal", sender=_NAME, interface=_NAME, path=_SERVICE.object_path),
            _owner_changes(),
        )

    def capabilities(self) -> Capabilities:
        """What the service can do; asks it unless that is known."""
        try:
            known = self._service(self._clock() + self._patience)
        except BusError:
            return NOTHING
        return Capabilities(working=True, buttons=known.has("actions"), markup=known.has("body-markup"))

    def show(self, notice: Notice) -> Shown:
        """Shows a notice; a service that failed is not asked again for a while."""
        with self._lock:
            if self._failed is not None and self._clock() < self._failed[0]:
                return self._failed[1]
            self._failed = None
        number = number_of(notice.key)
        deadline = self._clock() + self._patience
        try:
            known = self._service(deadline)
            message = call_to(_SERVICE, "Notify", "susssasa{sv}i", _arguments(notice, number, known))
            with self._lock:
                self._keys[number] = notice.key  # an answer may be quicker than the reply
            given = self._bus.call(message, max(deadline - self._clock(), 0.0), self._too_late)[0]
        except BusError as error:
            return self._fail(number, _shown(error))
        with self._lock:
            self._keys.pop(number, None)
            self._keys[given] = notice.key
            for oldest in tuple(self._keys)[:-_MOST_KEYS]:
                del self._keys[oldest]
        return Shown.ACCEPTED

    def withdraw(self, key: str) -> None:
        """Takes the pop-up away under every number it may have."""
        with self._lock:
            numbers = {number for number, known in self._keys.items() if known == key} or {number_of(key)}
            for number in numbers:
                self._keys.pop(number, None)
        for number in numbers:
            self._close_number(number)

    def adopt(self, key: str) -> None:
        """Takes over the answers of a pop-up under the number that follows from its key."""
        with self._lock:
            self._keys.setdefault(number_of(key), key)
        # whoever has nothing to show must be on the bus all the same, to hear the answer
        self._bus.post(call_to(_SERVICE, "GetCapabilities", start=False))

    def close(self) -> None:
        """Leaves the bus."""
        self._bus.close()

    # --------------------------------------------------------------- service

    def _service(self, deadline: float) -> _Known:
        """What the service says of itself. Raises BusError."""
        with self._lock:
            known = self._known
        if known is not None:
            return known
        patience = max(deadline - self._clock(), 0.0)
        said = self._bus.call(call_to(_SERVICE, "GetCapabilities"), patience)[0]
        known = _Known(frozenset(map(str, said)))
        with self._lock:
            self._known = known
        return known

    def _fail(self, number: int, shown: Shown) -> Shown:
        with self._lock:
            self._keys.pop(number, None)
            self._known = None
            self._failed = (self._clock() + self._retry_after, shown)
        return shown

    def _too_late(self, body: Body) -> None:
        """A service that hung shows the pop-up after all, when it was long shown another way."""
        self._close_number(body[0])

    def _close_number(self, number: int) -> None:
        self._bus.post(call_to(_SERVICE, "CloseNotification", "u", (number,), start=False))

    # --------------------------------------------------------------- signals

    def _heard(self, message: Message) -> None:
        member = message.header.fields.get(HeaderFields.member)
        if member == "NameOwnerChanged":
            self._owner_changed(tuple(message.body))
        elif message.header.fields.get(HeaderFields.interface) == _NAME:
            self._service_said(str(member), tuple(message.body))

    def _service_said(self, member: str, body: Body) -> None:
        # A pop-up that was closed keeps its key: some services tell of the answer after the end.
        if member == "ActionInvoked" and len(body) == 2:
            with self._lock:
                key = self._keys.get(body[0])
            if key is not None:
                self._answered(key, str(body[1]))

    def _owner_changed(self, body: Body) -> None:
        """The service ended or began: its pop-ups are gone, and its numbers begin again."""
        if len(body) != 3 or body[0] != _NAME:
            return
        with self._lock:
            self._known = None
            if body[1]:
                self._keys.clear()
            if body[2]:
                self._failed = None

    def _forget_service(self) -> None:
        """The bus itself has ended."""
        with self._lock:
            self._known = None
            self._keys.clear()


def _owner_changes() -> MatchRule:
    rule = MatchRule(
        type="signal",
        sender="org.freedesktop.DBus",
        interface="org.freedesktop.DBus",
        member="NameOwnerChanged",
    )
    rule.add_arg_condition(0, _NAME)
    return rule


def _arguments(notice: Notice, number: int, known: _Known) -> Body:
    body = _plain(notice.body, _TEXT)
    if known.has("body-markup"):
        body = html.escape(body, quote=False)
    actions: list[str] = []
    if known.has("actions") and notice.buttons:
        for button in notice.buttons[:MOST_BUTTONS]:
            actions += [button.key, button.label]
        # last and without a label: Xfce would draw it as one more button
        actions += [BODY, ""]
    hints: dict[str, tuple[str, object]] = {
        "desktop-entry": ("s", DESKTOP_ENTRY),
        "urgency": ("y", 1),
        "suppress-sound": ("b", not notice.sound),
    }
    if notice.sound:
        hints["sound-name"] = ("s", "message-new-instant")
    time_shown = _UNTIL_ANSWERED if notice.stays else _DEFAULT_TIME
    title = _plain(notice.title, _TITLE)
    return (PROGRAM_NAME, number, _icon(), title, body, actions, hints, time_shown)


@functools.cache
def _icon() -> str:
    """The program's picture; by name where it cannot be found, as an installed program's is."""
    try:
        return (resources_folder() / "icons" / f"{DESKTOP_ENTRY}.png").resolve(strict=True).as_uri()
    except OSError:
        return DESKTOP_ENTRY


def _plain(text: str, limit: int) -> str:
    """The text with nothing hidden in it but the isolates that stand around names."""
    cut = text if len(text) <= limit else text[: limit - 1] + ELLIPSIS
    parts = _PARTS.split(cut)
    return "".join(part if part in _ISOLATES else visible(part, keep_lines=True) for part in parts)


def _shown(error: BusError) -> Shown:
    if isinstance(error, BusAbsentError):
        return Shown.ABSENT
    return Shown.SILENT if isinstance(error, BusSilentError) else Shown.REFUSED
