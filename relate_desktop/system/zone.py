"""The time zone the machine is in, read anew each time somebody asks: laptops travel."""

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, ZoneInfoNotFoundError

from relate_desktop.domain.windows_zones import iana_of_windows

LOCALTIME = Path("/etc/localtime")
_NAMED = Path("/etc/timezone")
_FOLDER = "zoneinfo/"

Here = Callable[[], tzinfo]
"""Answers the zone of the laptop, whichever that is now."""


class MachineZone:
    """Answers the machine's zone: that of ``TZ``, else that of the system.

    Asking is cheap, so that whoever looks at the clock looks at the zone as well. When it has
    changed since, the C library learns of it too.
    """

    def __init__(self, localtime: Path = LOCALTIME, named: Path = _NAMED) -> None:
        self._localtime = localtime
        self._named = named
        self._seen: tuple[object, ...] | None = None
        self._zone: tzinfo = UTC

    def __call__(self) -> tzinfo:
        """The zone now; it has an IANA name (``key``) wherever that is known."""
        seen = self._look()
        if seen != self._seen:
            if hasattr(time, "tzset"):
                time.tzset()
            self._zone = self._read()
            self._seen = seen
        return self._zone

    def _look(self) -> tuple[object, ...]:
        """What tells one zone from another without reading it."""
        if sys.platform == "win32":
            return (os.environ.get("TZ"), _windows_name())
        try:
            found = self._localtime.stat()
            file = (os.path.realpath(self._localtime), found.st_mtime_ns, found.st_ino)
        except OSError:
            file = ("", 0, 0)
        return (os.environ.get("TZ"), *file)

    def _read(self) -> tzinfo:
        wanted = os.environ.get("TZ")
        if wanted is not None and sys.platform != "win32":
            return _of_variable(wanted) or _as_the_c_library()
        if sys.platform == "win32":
            return _named_zone(iana_of_windows(_windows_name())) or _as_the_c_library()
        return self._of_system() or _as_the_c_library()

    def _of_system(self) -> tzinfo | None:
        found = _named_zone(_name_in(os.path.realpath(self._localtime)))
        if found is not None:
            return found
        try:
            content = self._localtime.read_bytes()
            name = self._named.read_text(encoding="utf-8").strip() if self._named.is_file() else ""
        except (OSError, UnicodeDecodeError):
            return None
        return _copied_zone(name, content) or _unnamed(self._localtime)


def fixed_zone(moment: str, system: tzinfo) -> Here:
    """The zone of whoever writes a moment (ISO 8601) like that: the system's unless the offset differs.

    Raises ValueError when the text is no moment.
    """
    written = datetime.fromisoformat(moment.strip())
    same = written.tzinfo is None or written.utcoffset() == written.astimezone(system).utcoffset()
    zone = system if same else written.tzinfo or system
    return lambda: zone


def _of_variable(value: str) -> tzinfo | None:
    """The zone of ``TZ``: a name, a path with or without a colon; an empty one is UTC."""
    name = value.removeprefix(":")
    return ZoneInfo("Etc/UTC") if not name else _named_zone(name if _FOLDER not in name else _name_in(name))


def _name_in(path: str) -> str:
    """The IANA name within the path of a zone's file; empty where there is none."""
    found = path.replace("\\", "/").rpartition(_FOLDER)
    return found[2].removeprefix("posix/").removeprefix("right/") if found[1] else ""


def _named_zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _copied_zone(name: str, content: bytes) -> tzinfo | None:
    """The zone of this name, if the content is a copy of its file."""
    places = (Path(folder) / name for folder in TZPATH) if name else ()
    same = any(place.is_file() and place.read_bytes() == content for place in places)
    return _named_zone(name) if same else None


def _unnamed(path: Path) -> tzinfo | None:
    try:
        with path.open("rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return None


def _as_the_c_library() -> tzinfo:
    """The offset of this moment, where no name says more."""
    return datetime.now().astimezone().tzinfo or UTC


def _windows_name() -> str:
    """The name by which Windows knows its zone; empty elsewhere."""
    if sys.platform != "win32":
        return ""
    import winreg  # noqa: PLC0415 - only there

    place = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0]).split("\0", 1)[0]
    except OSError:
        return ""


machine_zone: Here = MachineZone()
"""The machine's zone for everybody who asks."""
