"""The time zones of a file: the world's where they have a name, the file's own where they have none.

A file's rules for a zone that the world knows are ignored: they are old, or somebody's mischief.
A zone that nobody can explain stays unknown, to be asked for; it is never guessed.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from hashlib import sha256
from operator import add
from zoneinfo import ZoneInfo, available_timezones

from relate_desktop.domain.event_rule_text import read_event_rule
from relate_desktop.domain.event_schedule import EventZone
from relate_desktop.domain.wall_time import LONGEST_ZONE_NAME, zone_named
from relate_desktop.domain.windows_zone_titles import iana_of_title
from relate_desktop.domain.windows_zones import iana_of_windows
from relate_desktop.domain.zone_rules import MOST_OBSERVANCES, FileZone, Observance
from relate_desktop.formats.icalendar.lines import Line, content_lines
from relate_desktop.formats.icalendar.split import RawComponent
from relate_desktop.formats.icalendar.times import read_offset, read_time, times_in

MOST_MARKED = 50
_OBSERVANCES = frozenset({"STANDARD", "DAYLIGHT"})
_FIXED = re.compile(r"(?:GMT|UTC)? ?([+-])([0-9]{1,2})(?:[:.]?([0-9]{2}))?", re.IGNORECASE)
_NUMBERED = re.compile(r"(.* Time(?: \(Mexico\))?)[ -][0-9]{1,3}", re.IGNORECASE)
"""What Outlook calls the second zone of a name; ``UTC-5`` is no second UTC."""
_SEPARATORS = re.compile(r"[-_/ ]")
_DIGIT = re.compile(r"[0-9]")
_NEVER = re.compile(r"(?i)right/|factory\Z|localtime\Z|posixrules\Z|leapseconds")
_UTC = frozenset({"utc", "z", "gmt", "etc/utc", "zulu", "universal", "tzone://microsoft/utc"})


class Zones:
    """The zones of one file. ``answers`` are the IANA names that the user gave for unknown ones."""

    def __init__(
        self, components: Iterable[RawComponent] = (), answers: Mapping[str, str] | None = None
    ) -> None:
        self._answers = dict(answers or {})
        self._raw = [one for one in components if one.kind == "VTIMEZONE"]
        self._found: dict[tuple[str, int], EventZone | None] = {}
        self._marks: dict[int, tuple[tuple[bytes, bytes], ...]] = {}
        self._explained: dict[tuple[str, int | None], tuple[str, FileZone | None]] | None = None

    def find(self, name: str, calendar: int = 0) -> EventZone | None:
        """The zone that a calendar of the file calls so; None for one that nobody can explain."""
        if (name, calendar) not in self._found:
            self._found[name, calendar] = self._find(name, calendar)
        return self._found[name, calendar]

    def explained_for(self, one: RawComponent) -> bytes:
        """A mark of what the file explains of the zones in a component; empty where the world knows them."""
        own = self._own(one.calendar) if self._raw else ()
        return b"".join(mark for name, mark in own if name in one.raw)

    def _own(self, calendar: int) -> tuple[tuple[bytes, bytes], ...]:
        """The names of zones that nobody but the file explains, each with a mark of its rules.

        Of more than anybody has, one mark of them all, for every component.
        """
        if calendar not in self._marks:
            names = sorted(name for name, within in self._explanations() if within == calendar)
            found = {name: zone for name in names if isinstance(zone := self.find(name, calendar), FileZone)}
            if len(found) > MOST_MARKED:
                self._marks[calendar] = ((b"", _mark(*found.values())),)
            else:
                # Up to a comma, which is escaped in one place and not in the other.
                marks = ((name.partition(",")[0], _mark(zone)) for name, zone in found.items())
                self._marks[calendar] = tuple((name.encode("utf-8", "replace"), mark) for name, mark in marks)
        return self._marks[calendar]

    def _find(self, name: str, calendar: int) -> EventZone | None:
        known = world_zone(self._answers.get(name, "")) or world_zone(name)
        if known:
            return known
        explained, plain = self._explanations(), _plain(name)
        location, rules = explained.get((plain, calendar)) or explained.get((plain, None), ("", None))
        return world_zone(location) or rules or _fixed(name)

    def _explanations(self) -> dict[tuple[str, int | None], tuple[str, FileZone | None]]:
        """What each calendar says of its zones, and for the others what the first of them says."""
        if self._explained is None:
            self._explained = {}
            for one in self._raw:
                name, location, rules = read_zone(one)
                for key in ((_plain(name), one.calendar), (_plain(name), None)):
                    self._explained.setdefault(key, (location, rules))
        return self._explained


@lru_cache(maxsize=4096)
def world_zone(name: str) -> str:
    """The IANA name of a zone by any of its names; empty for one the world does not know.

    Understood are names of Windows, names with a number or a path before or behind them
    (``/mozilla.org/20050126_1/Europe/Berlin``), and any letters, small or capital.
    """
    plain = _plain(name)
    if not plain or len(plain) > 4 * LONGEST_ZONE_NAME:
        return ""
    parts = plain.split("/")
    if plain.lower() in _UTC or (not parts[0] and parts[-1].lower() in _UTC):
        return "UTC"
    # What somebody made unique in all the world begins with a slash and ends with a name of one part, too.
    counts = (3, 2) if parts[0] else (3, 2, 1)
    for candidate in (plain, *("/".join(parts[-count:]) for count in counts if len(parts) > count)):
        found = _iana(candidate) or iana_of_windows(candidate)
        if found:
            return found
    numbered = _NUMBERED.fullmatch(plain)
    return iana_of_title(plain) or (iana_of_windows(numbered[1]) if numbered else "")


def _iana(name: str) -> str:
    if _NEVER.match(name) or name.startswith("/"):
        return ""
    if isinstance(zone_named(name, UTC), ZoneInfo):
        return name
    small = name.lower()
    return _by_letters().get(small) or _by_letters().get(_SEPARATORS.sub(" ", small), "")


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, str]:
    """The names of the world in small letters, and without their separators where no sign means an offset."""
    names = [name for name in sorted(available_timezones()) if not _NEVER.match(name)]
    parted = {_SEPARATORS.sub(" ", name.lower()): name for name in names if not _DIGIT.search(name)}
    return parted | {name.lower(): name for name in names}


def _plain(name: str) -> str:
    """A name as it is compared: some programs escape its comma in one place and not in the other."""
    return name.replace("\\", "").strip().strip("\"'").strip()


def _fixed(name: str) -> FileZone | None:
    """A zone whose name is nothing but its offset."""
    match = _FIXED.fullmatch(name.strip())
    if match is None:
        return None
    offset = read_offset(f"{match[1]}{int(match[2]):02}{match[3] or '00'}")
    return None if offset is None else FileZone(name, (Observance(_EVER, offset, offset),))


def _mark(*zones: FileZone) -> bytes:
    return sha256(repr(zones).encode("utf-8", "replace")).digest()


_BEFORE_ALL = re.compile(r"\A000[0-9]")
_LONG_AGO = "1601"
"""The year in which rules begin that have always been; some programs write the year 1."""
_EVER = datetime(1900, 1, 1)  # noqa: DTZ001 - a wall time


def read_zone(component: RawComponent) -> tuple[str, str, FileZone | None]:
    """A VTIMEZONE's name, the place it says it lies in, and its rules; no rules if there are none to use."""
    name = location = ""
    observances: list[Observance] = []
    inside: list[Line] | None = None
    for line in content_lines(component.raw):
        kind = line.value.strip().decode("ascii", "replace").upper()
        if line.name == "BEGIN" and kind in _OBSERVANCES:
            inside = []
        elif line.name == "END" and kind in _OBSERVANCES:
            found = _observance(inside or [])
            observances += [] if found is None else [found]
            inside = None
            if len(observances) > MOST_OBSERVANCES:
                break
        elif inside is not None:
            inside.append(line)
        elif line.name == "TZID":
            name = line.text[0].strip()
        elif line.name in {"X-LIC-LOCATION", "TZID-ALIAS-OF"}:
            location = line.text[0].strip()
    usable = 0 < len(observances) <= MOST_OBSERVANCES
    return name, location, FileZone(name, tuple(observances)) if usable else None


def _observance(lines: list[Line]) -> Observance | None:
    said = {line.name: line.text[0].strip() for line in reversed(lines)}
    begins = read_time(_BEFORE_ALL.sub(_LONG_AGO, said.get("DTSTART", "")))
    offset = read_offset(said.get("TZOFFSETTO", ""))
    if begins is None or offset is None:
        return None
    before = read_offset(said.get("TZOFFSETFROM", ""))
    before = offset if before is None else before
    ahead = timedelta(seconds=before)
    rules = [
        rule
        for line in lines
        if line.name == "RRULE"
        for rule in [read_event_rule(line.text[0], begins.wall, partial(add, ahead))]
        if rule is not None
    ]
    dates = [
        found[0].wall + (ahead if found[0].utc else timedelta())
        for line in lines
        if line.name == "RDATE"
        for found in times_in(line)
        if found is not None
    ]
    return Observance(begins.wall, before, offset, tuple(rules[:10]), tuple(dates[:MOST_OBSERVANCES]))
