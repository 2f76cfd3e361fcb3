"""What the user prefers, kept in ``preferences.json`` of the book and readable before it is open.

Each preference is declared once, as a field with its type, default and bounds. A value that does
not fit falls back to the default alone; names this version does not know are kept for the one
that does; a file that cannot be understood at all is set aside, never overwritten.
"""

import json
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.snooze import Snooze
from relate_desktop.system.files import make_private_folder, write_atomically

FILE_NAME = "preferences.json"
_LARGEST = 1024 * 1024


class Theme(StrEnum):
    """Light, dark, or as the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """How much room a row of a list takes."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Motion(StrEnum):
    """Whether things may move on the screen."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class HideNames(StrEnum):
    """When pop-ups say nothing of whom they are about."""

    NEVER = "never"
    LOCKED = "locked"
    """While the screen is locked."""
    ALWAYS = "always"


class KeepRunning(StrEnum):
    """What closing the window does to the reminders."""

    ASK = "ask"
    YES = "yes"
    NO = "no"


class OpenAtLogin(StrEnum):
    """Whether Relate waits in the background from login on."""

    UNSET = "unset"
    """Never asked."""
    YES = "yes"
    NO = "no"


class LookupExpiry(StrEnum):
    """After how long facts of look-ups that nobody looked at are offered for removal."""

    HALF_YEAR = "half_year"
    YEAR = "year"
    TWO_YEARS = "two_years"
    NEVER = "never"

    @property
    def days(self) -> int | None:
        """None: never."""
        return {"half_year": 183, "year": 365, "two_years": 730}.get(self.value)


_MINUTES = 24 * 60 - 1


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest a number may be; the greatest length and the shape of a text."""

    least: int = 0
    greatest: int = 0
    step: int = 1
    shape: str = ""


def _bounded(default: int, least: int, greatest: int, step: int = 1) -> int:
    declared: int = field(default=default, metadata={"bounds": Bounds(least, greatest, step)})
    return declared


def _minutes(default: int) -> int:
    """A wall time, in minutes since midnight."""
    return _bounded(default, 0, _MINUTES, 15)


def _text(longest: int, default: str = "", shape: str = "") -> str:
    declared: str = field(default=default, metadata={"bounds": Bounds(0, longest, shape=shape)})
    return declared


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything the user may choose. Each name has words in ``words/preferences.py``."""

    theme: Theme = Theme.SYSTEM
    density: Density = Density.COMFORTABLE
    text_size: int = _bounded(100, 90, 150, 5)
    """Per cent of the desktop's own size."""
    motion: Motion = Motion.SYSTEM
    keep_messages: bool = False
    """Messages stay until they are closed, instead of eight seconds."""
    show_menu_bar: bool = False
    your_name: str = _text(200)
    """What Relate calls the user; empty: nothing."""
    your_addresses: str = _text(2000)
    """The user's own mail addresses, by which calendars know them; between blanks."""
    meetings_held: bool = True
    """Whether past meetings of calendars become conversations."""
    first_day: str = _text(10)
    """The day on which the first people came, as ISO 8601; empty once nobody needs to be asked."""
    side_bar_narrow: bool = False
    people_width: int = _bounded(308, 260, 420)
    """Pixels of the list of people."""
    calendar_moments: bool = True
    """Birthdays and moments stand in the calendar."""
    calendar_reminders: bool = True
    """Reminders and promises stand in the calendar."""
    window_geometry: str = _text(4000)
    """The window's own words for place and size, as base64; empty: the default."""

    popups: bool = True
    meeting_popups: bool = True
    """A pop-up before each meeting."""
    popups_agreed: bool = False
    """Whether the question at the first timed reminder was answered, either way."""
    hide_names: HideNames = HideNames.LOCKED
    sound: bool = False
    morning_summary: bool = True
    """One pop-up at the start of the day for everything that has no hour."""
    default_snooze: Snooze = Snooze.HOUR
    """What the snooze button of a pop-up does."""
    paused_until: str = _text(40)
    """The moment until which nothing pops up, as ISO 8601; empty: not paused."""
    day_start: int = _minutes(510)
    evening: int = _minutes(1080)
    quiet_from: int = _minutes(1320)
    quiet_to: int = _minutes(420)
    working_days: str = _text(7, "01234", "0?1?2?3?4?5?6?")
    """Days of the week, Monday being 0."""
    leap_day: LeapDay = LeapDay.FEBRUARY
    nudges_a_day: int = _bounded(3, 0, 3)
    nudges_a_week: int = _bounded(10, 0, 10)
    rest_after_unanswered: bool = True
    """Whether two messages without an answer start a rest."""
    offer_rhythms: bool = True
    """Whether Relate asks once if it shall keep an eye on a rhythm it has learned."""
    open_at_login: OpenAtLogin = OpenAtLogin.UNSET
    keep_running: KeepRunning = KeepRunning.ASK
    lookups: bool = False
    """Whether anybody may be looked up at all."""
    lookups_since: str = _text(10)
    """The day on which they were switched on, as ISO 8601."""
    lookups_ask: bool = True
    """Whether it is asked before every look-up, and not only before the first of an account."""
    lookups_expiry: LookupExpiry = LookupExpiry.YEAR
    lookups_bluesky_direct: bool = True
    """Whether people on Bluesky are asked for at their own servers, and not at Bluesky's service."""


Listener = Callable[[Preferences], None]


class PreferencesService:
    """Reads, changes and announces preferences. Every method may be called on any thread."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._writing = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._seen = _look(self._path)
        self._current, self._unknown = _read(self._path)

    @property
    def current(self) -> Preferences:
        """What is preferred now."""
        return self._current

    def kept(self) -> Preferences:
        """What stands in the file now, whoever wrote it; nobody is told."""
        with self._writing:
            return self._current if _look(self._path) == self._seen else _read(self._path)[0]

    def change(self, **values: Any) -> Preferences:
        """Sets the named preferences, keeps them and tells the listeners; answers all.

        Values out of bounds are brought into them. Raises TypeError for a name there is not, and
        OSError when they cannot be kept; nothing has changed then.
        """
        with self._writing:
            before, seen = self._current, _look(self._path)
            if seen not in {None, self._seen}:  # what another process chose is not taken back
                self._seen = seen
                self._current, self._unknown = _read(self._path)
            wanted = replace(self._current, **values)
            changed = _fitting(asdict(wanted), Preferences())
            if changed != self._current:
                self._write(changed)
        if changed == before:
            return changed
        for listener in self._listeners:
            listener(changed)
        return changed

    def _write(self, changed: Preferences) -> None:
        make_private_folder(self._path.parent)
        document = {**self._unknown, **asdict(changed)}
        text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
        write_atomically(self._path, text.encode() + b"\n")
        self._current = changed
        self._seen = _look(self._path)

    def refresh(self) -> bool:
        """Takes over what another process has changed, and tells the listeners; whether anything was."""
        with self._writing:
            seen = _look(self._path)
            if seen in {None, self._seen}:  # a file that is gone, as with its disk, prefers nothing else
                return False
            self._seen = seen
            before = self._current
            self._current, self._unknown = _read(self._path)
            changed = self._current
        if changed == before:
            return False
        for listener in self._listeners:
            listener(changed)
        return True

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear of every change, on the thread that makes it, until the returned function is called."""
        self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            self._listeners = tuple(one for one in self._listeners if one is not listener)

        return unsubscribe


def _look(path: Path) -> tuple[int, int] | None:
    """What tells one writing of the file from another; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _read(path: Path) -> tuple[Preferences, dict[str, Any]]:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError:
        return Preferences(), {}
    try:
        document = json.loads(content) if len(content) <= _LARGEST else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        _set_aside(path)
        return Preferences(), {}
    known = {item.name for item in fields(Preferences)}
    unknown = {name: value for name, value in document.items() if name not in known}
    return _fitting(document, Preferences()), unknown


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".damaged.json"))
    except OSError:
        return  # it stays where it is until the next change replaces it


def _fitting(values: Mapping[str, Any], defaults: Preferences) -> Preferences:
    """The values that fit their declarations, the defaults for the others."""
    chosen = {}
    for item in fields(Preferences):
        default = getattr(defaults, item.name)
        value = values.get(item.name, default)
        chosen[item.name] = _fit(value, default, item.metadata.get("bounds"))
    return Preferences(**chosen)


def _fit(value: Any, default: Any, bounds: Bounds | None) -> Any:
    if isinstance(default, StrEnum):
        kind = type(default)
        return kind(value) if isinstance(value, str) and value in set(kind) else default
    if type(value) is not type(default):
        return default
    if isinstance(value, bool) or bounds is None:
        return value
    if isinstance(value, str):
        fits = not bounds.shape or re.fullmatch(bounds.shape, value)
        return value[: bounds.greatest] if fits else default
    return min(max(value, bounds.least), bounds.greatest)
