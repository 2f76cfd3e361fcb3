"""When an event takes place, from its lines: start, end, rule, dates and what it replaces."""

from datetime import UTC, datetime, time, timedelta, tzinfo

from relate_desktop.domain.event_draft import EventRefusal, EventRemark
from relate_desktop.domain.event_rule import EventRule
from relate_desktop.domain.event_rule_text import read_event_rule
from relate_desktop.domain.event_schedule import (
    AlsoOn,
    EventZone,
    Lasts,
    Replaces,
    Schedule,
    moment_of,
    zone_in,
)
from relate_desktop.domain.zone_rules import utc_wall
from relate_desktop.formats.icalendar.lines import Line
from relate_desktop.formats.icalendar.split import RawComponent
from relate_desktop.formats.icalendar.times import SaidTime, read_length, time_in, times_in
from relate_desktop.formats.icalendar.version1 import name_of_zone, rule_of, zone_of_calendar
from relate_desktop.formats.icalendar.zones import Zones

MOST_RULES = 10
_MIDNIGHT = time()
_ENDS_OF_DAYS = frozenset({_MIDNIGHT, time(23, 59), time(23, 59, 59)})
_DAY = timedelta(days=1)


class Unreadable(Exception):  # noqa: N818 - carried to ``interpret`` and no further
    """There is no telling when the event takes place."""

    def __init__(self, reason: EventRefusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


class ScheduleReader:
    """Reads the times of one component; what it could not read is in ``remarks``."""

    def __init__(self, zones: Zones, component: RawComponent) -> None:
        self.remarks: list[EventRemark] = []
        self.unknown_zone = ""
        self._zones = zones
        self._sequence = component.sequence
        self._old = component.old
        self._calendar = component.calendar
        self._adds = component.method == "ADD"
        self._local = zone_of_calendar(component.old_zone) if component.old_zone else None
        self._named = name_of_zone(component.old_zone) if component.old_zone else ""
        self._zone: EventZone = ""
        self._at: tzinfo = UTC
        self._all_day = False

    def read(self, kind: str, lines: list[Line]) -> Schedule:
        """The schedule that the lines tell. Raises Unreadable."""
        if kind == "VFREEBUSY":
            return self._busy(lines)
        said: dict[str, list[Line]] = {}
        for line in lines:
            said.setdefault(line.name, []).append(line)
        start = self._start(said)
        lasts = self._lasts(start, said)
        rules = self._rules(said.get("RRULE", []), start.wall)
        excluded, days = self._excluded(said.get("EXDATE", []))
        return Schedule(
            starts=start.wall,
            lasts=lasts,
            zone=self._zone,
            all_day=self._all_day,
            rules=rules,
            also=tuple(self._also(said.get("RDATE", []), start.wall)),
            excluded=frozenset(excluded),
            excluded_days=frozenset(day.date() for day in days),
            excluded_rules=self._rules(said.get("EXRULE", []), start.wall),
            replaces=self._replaces(self._stands_for(said), start),
            sequence=self._sequence,
        )

    def _start(self, said: dict[str, list[Line]]) -> SaidTime:
        lines = said.get("DTSTART", [])
        # What calls off one time of a series need not say when it begins (RFC 5546 section 3.2.5).
        known = map(time_in, lines or said.get("RECURRENCE-ID", []))
        start = next((found for found in known if found is not None), None)
        if start is None:
            raise Unreadable(EventRefusal.BAD_START if lines else EventRefusal.NO_START)
        flag = said.get("X-MICROSOFT-CDO-ALLDAYEVENT", [])
        flagged = bool(flag) and flag[0].text[0].strip().upper() == "TRUE"
        flagged = flagged or (self._old and self._till_midnight(start, said))
        self._all_day = start.day or (flagged and start.wall.time() == _MIDNIGHT and not start.utc)
        if not self._all_day:
            self._zone = self._zone_of(start)
            self._at = zone_in(self._zone, UTC)
        return start

    @staticmethod
    def _till_midnight(start: SaidTime, said: dict[str, list[Line]]) -> bool:
        """Whether an event of 1.0, which has no days, ends as whole days do."""
        end = time_in(said["DTEND"][0]) if "DTEND" in said else None
        if end is None:
            return "DTEND" not in said and "DURATION" not in said
        return end.wall >= start.wall and not end.utc and end.wall.time() in _ENDS_OF_DAYS

    def _zone_of(self, said: SaidTime) -> EventZone:
        if said.utc:
            return "UTC"
        name = said.zone or self._named
        if not name:
            return self._local or ""
        found = self._zones.find(name, self._calendar)
        if found is None:
            self.unknown_zone = self.unknown_zone or name
            self._remark(EventRemark.ZONE)
        return found or ""

    def _lasts(self, start: SaidTime, said: dict[str, list[Line]]) -> Lasts:
        ends, lengths = said.get("DTEND", []), said.get("DURATION", [])
        if not ends and not lengths:
            return Lasts(days=1) if self._all_day else Lasts()
        end = time_in(ends[0]) if ends else None
        length = read_length(lengths[0].text[0]) if lengths and end is None else None
        lasts = self._until(start, end) if end is not None else self._long(length)
        if lasts is None:
            self._remark(EventRemark.END)
            return Lasts(days=1) if self._all_day else Lasts()
        return lasts

    def _until(self, start: SaidTime, end: SaidTime) -> Lasts | None:
        """From the start to this end; None for one that comes before it."""
        if self._all_day:
            last = end.wall if end.day or end.wall.time() == _MIDNIGHT else end.wall + _DAY
            days = (last.date() - start.wall.date()).days
            # Programs that count the last day in say the same day twice.
            return Lasts(days=max(days, 1)) if days >= 0 else None
        zone = zone_in(self._zone_of(end), self._at)
        if not end.utc and not end.zone:
            zone = self._at
        begins = moment_of(start.wall, self._at)
        seconds = int((moment_of(end.wall, zone) - begins).total_seconds())
        if zone is self._at and not start.utc and utc_wall(begins.replace(tzinfo=None), zone) != start.wall:
            # The clocks leave out the hour in which it begins: it lasts as long as it seems to.
            seconds = int((end.wall - start.wall).total_seconds())
        return Lasts(seconds=seconds) if seconds >= 0 else None

    def _long(self, length: Lasts | None) -> Lasts | None:
        if length is None or not self._all_day:
            return length
        days = length.days + -(-length.seconds // 86_400)
        return Lasts(days=max(days, 1))

    def _rules(self, lines: list[Line], anchor: datetime) -> tuple[EventRule, ...]:
        found: list[EventRule] = []
        lines = [line for line in lines if line.value.strip()]
        for line in lines[:MOST_RULES]:
            text = (
                rule_of(line.text[0], anchor)
                if self._old or "FREQ" not in line.text[0].upper()
                else line.text[0]
            )
            rule = read_event_rule(text, anchor, self._utc_wall)
            if rule is not None:
                found.append(rule)
            else:
                self._remark(EventRemark.RULE)
        if len(lines) > MOST_RULES:
            self._remark(EventRemark.RULE)
        return tuple(found)

    def _excluded(self, lines: list[Line]) -> tuple[list[datetime], list[datetime]]:
        walls: list[datetime] = []
        days: list[datetime] = []
        for said, _ in self._list(lines):
            (days if said.day or self._all_day else walls).append(self._wall(said))
        return walls, days

    def _also(self, lines: list[Line], start: datetime) -> list[AlsoOn]:
        found: list[AlsoOn] = []
        for said, end in self._list(lines):
            wall = self._wall(said)
            if said.day and not self._all_day:
                wall = datetime.combine(wall.date(), start.time())
            found.append(AlsoOn(wall, self._period(said, end)))
        return found

    def _period(self, begin: SaidTime, end: SaidTime | Lasts | None) -> Lasts | None:
        if end is None or self._all_day:
            return None
        if isinstance(end, Lasts):
            return end
        seconds = int((self._moment(end) - self._moment(begin)).total_seconds())
        return Lasts(seconds=seconds) if seconds >= 0 else None

    def _moment(self, said: SaidTime) -> datetime:
        return said.wall.replace(tzinfo=UTC) if said.utc else moment_of(self._wall(said), self._at)

    def _list(self, lines: list[Line]) -> list[tuple[SaidTime, SaidTime | Lasts | None]]:
        found: list[tuple[SaidTime, SaidTime | Lasts | None]] = []
        for line in lines:
            for item in times_in(line):
                if item is None:
                    self._remark(EventRemark.DATES)
                else:
                    found.append(item)
        return found

    def _wall(self, said: SaidTime) -> datetime:
        """A time as a wall time of the event's own zone; of whole days, its day."""
        if said.day or self._all_day:
            return datetime.combine(said.wall.date(), _MIDNIGHT)
        if said.utc:
            return self._utc_wall(said.wall)
        zone = self._zone_of(said) if said.zone else ""
        if not zone or zone == self._zone or not self._zone:
            return said.wall
        return utc_wall(moment_of(said.wall, zone_in(zone, self._at)).replace(tzinfo=None), self._at)

    def _utc_wall(self, moment: datetime) -> datetime:
        return utc_wall(moment, self._at) if self._zone else moment

    def _stands_for(self, said: dict[str, list[Line]]) -> list[Line]:
        """The lines that say which time of a series it is.

        What is sent to be added to one (RFC 5546 section 3.2.4) is a further time of it.
        """
        lines = said.get("RECURRENCE-ID", [])
        return said.get("DTSTART", []) if self._adds and not lines else lines

    def _replaces(self, lines: list[Line], start: SaidTime) -> Replaces | None:
        if not lines:
            return None
        said = time_in(lines[0])
        if said is None:
            # It is no series of its own all the same, and may not stand where its series does.
            self._remark(EventRemark.DATES)
            said = start
        and_future = lines[0].parameter(b"RANGE").upper() == "THISANDFUTURE"
        zone = "" if said.day else self._zone_of(said)
        # Of a series of whole days, Exchange says the midnight in which the day begins.
        day = said.day or (self._all_day and not said.utc and said.wall.time() == _MIDNIGHT)
        if day or not zone:
            return Replaces(said.wall, day=day, and_future=and_future)
        wall = moment_of(said.wall, zone_in(zone, UTC)).replace(tzinfo=None)
        return Replaces(wall, utc=True, and_future=and_future)

    def _busy(self, lines: list[Line]) -> Schedule:
        """Every period of a VFREEBUSY, as one event with dates of their own lengths."""
        busy = [
            line for line in lines if line.name == "FREEBUSY" and line.parameter(b"FBTYPE").upper() != "FREE"
        ]
        self._zone = "UTC"
        periods = [AlsoOn(self._wall(said), self._period(said, end)) for said, end in self._list(busy)]
        if not periods:
            raise Unreadable(EventRefusal.NOT_BUSY)
        first = min(periods, key=lambda period: period.wall)
        also = tuple(periods) if len(periods) > 1 else ()
        return Schedule(first.wall, first.lasts or Lasts(), "UTC", also=also, sequence=self._sequence)

    def _remark(self, remark: EventRemark) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)
