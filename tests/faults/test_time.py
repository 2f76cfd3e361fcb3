"""Fault 58: the clock jumps, summer time comes and goes, the laptop travels, days are missing.

Time is the clock value and the zone that the book is given; everything else is as it runs.
Whatever happens, each instance is told of once, at its moment and never before it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.hours import Hours
from relate_desktop.domain.pop_ups import pop_ups, telling_of_due
from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.reminder import DueTime, Reminder, due_of
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.tellings import TellingsService
from tests.clock import FixedClock, a_clock
from tests.open_book import a_person
from tests.present import a_reminder, a_rule

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Laptop:
    """A book, a clock and a zone that may all change, and what was told when."""

    def __init__(self, book: OpenBook, clock: FixedClock, zone: list[str]) -> None:
        self.book, self.clock, self.zone = book, clock, zone
        self.told: list[tuple[datetime, str]] = []
        self._tellings = TellingsService(book.database, book.present, book.preferences)
        self._last: datetime | None = None
        self.look()

    def at(self, moment: datetime) -> "Laptop":
        """Lets it be a moment and looks at the clock, as the watch does every few seconds."""
        self.clock.moment = moment.astimezone(UTC)
        self.look()
        return self

    def look(self) -> None:
        for tidings in self._tellings.look(self._last).tidings:
            self.told += [(self.clock(), one.key) for one in tidings.pop_up.tellings]
            self._tellings.shown(tidings.pop_up.key)
        self._last = self.clock()

    def remind(self, day: str, hour: str | None = None, zone: str = "", repeats: str | None = None) -> None:
        on, at = date.fromisoformat(day), None if hour is None else time.fromisoformat(hour)
        rule = None if repeats is None else a_rule(repeats)
        due = DueTime(on, at, zone)
        self.book.reminders.add(Reminder("Send the cover", (), due, self.clock(), repeats=rule))
        self.look()

    @property
    def keys(self) -> list[str]:
        return [key for _at, key in self.told]


@contextmanager
def a_laptop(
    folder: Path, zone: str = "UTC", now: datetime = TUESDAY, *, always: bool = True
) -> Iterator[Laptop]:
    """A laptop in a zone; ``always`` is without quiet hours, so that every moment may be told."""
    clock, zones = a_clock(now), [zone]
    with open_book(folder / "book", clock=clock, create=True, here=lambda: ZoneInfo(zones[-1])) as book:
        if always:
            book.preferences.change(quiet_from=0, quiet_to=0, day_start=0, morning_summary=False)
        yield Laptop(book, clock, zones)


class TestJumps:
    @pytest.mark.parametrize(
        "jump", [-DAY, DAY, timedelta(days=3653), datetime(1970, 1, 1, tzinfo=UTC) - TUESDAY]
    )
    def test_a_jump_and_the_way_back_tell_each_instance_once(self, tmp_path: Path, jump: timedelta) -> None:
        with a_laptop(tmp_path) as laptop:
            laptop.remind("2026-11-24", "08:00")
            laptop.remind("2026-11-24", "10:00")
            for moment in (
                TUESDAY + jump,
                TUESDAY + jump + HOUR,
                TUESDAY,
                TUESDAY + 2 * HOUR,
                TUESDAY + jump,
            ):
                laptop.at(moment)
            assert sorted(laptop.keys) == ["1/2026-11-24T0800", "2/2026-11-24T1000"]

    def test_nothing_is_told_before_its_moment(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path) as laptop:
            laptop.remind("2026-11-24", "10:00")
            for minutes in range(59):
                laptop.at(TUESDAY + minutes * MINUTE)
            assert laptop.told == []
            assert laptop.at(TUESDAY + HOUR).keys == ["1/2026-11-24T1000"]

    def test_what_repeats_is_told_once_for_all_the_days_a_jump_passes_over(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path) as laptop:
            laptop.remind("2026-11-24", "10:00", repeats="FREQ=DAILY")
            laptop.at(TUESDAY + timedelta(days=900, hours=2))
            assert laptop.keys == ["1/2029-05-12T1000"]
            laptop.at(TUESDAY + 2 * HOUR).at(TUESDAY + DAY + 2 * HOUR)
            assert laptop.keys[1:] == ["1/2026-11-24T1000", "1/2026-11-25T1000"]
            laptop.at(TUESDAY + timedelta(days=900, hours=2))
            assert len(laptop.keys) == 3, "its day has come and was told"

    def test_a_book_told_in_the_past_lists_the_same_afterwards(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path) as laptop:
            laptop.remind("2026-11-24", "10:00")
            before = laptop.book.reminders.open()
            laptop.at(datetime(1970, 1, 1, tzinfo=UTC)).at(datetime(9000, 1, 1, tzinfo=UTC)).at(TUESDAY)
            assert laptop.book.reminders.open() == before


DST_ZONES = (
    *("Europe/Berlin", "Europe/London", "Europe/Lisbon", "Europe/Athens", "Europe/Chisinau", "Europe/Dublin"),
    *("Atlantic/Azores", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    *("America/Anchorage", "America/Adak", "America/Halifax", "America/St_Johns", "America/Havana"),
    *("America/Nuuk", "America/Santiago", "America/Asuncion", "America/Miquelon", "America/Port-au-Prince"),
    *("Asia/Jerusalem", "Asia/Beirut", "Africa/Cairo", "Africa/Casablanca", "Australia/Sydney"),
    *("Australia/Adelaide", "Australia/Hobart", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham"),
    *("Pacific/Norfolk", "Pacific/Easter", "Antarctica/Troll", "Europe/Kyiv", "Asia/Nicosia"),
    *("America/Tijuana", "America/Winnipeg", "Europe/Helsinki", "Europe/Sarajevo"),
)


def changes(zone: str, year: int) -> list[datetime]:
    """The moments in a year at which clocks in a zone are put forward or back, to the minute."""
    here, moment, found = ZoneInfo(zone), datetime(year, 1, 1, tzinfo=UTC), []
    while moment.year == year:
        if offset(moment, here) != offset(moment + HOUR, here):
            inside = next(m for m in range(61) if offset(moment + m * MINUTE, here) != offset(moment, here))
            found.append(moment + inside * MINUTE)
        moment += HOUR
    return found


def offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    found = moment.astimezone(zone).utcoffset()
    assert found is not None
    return found


@pytest.mark.parametrize("zone", DST_ZONES)
def test_around_every_change_of_the_clocks_it_is_told_once_at_the_minute_that_is_meant(
    tmp_path: Path, zone: str
) -> None:
    here = ZoneInfo(zone)
    turns = [moment for year in (2026, 2027) for moment in changes(zone, year)]
    with a_laptop(tmp_path, zone, turns[0] - 9 * DAY if turns else TUESDAY) as laptop:
        for number, turn in enumerate(turns, 1):
            before, after = offset(turn - MINUTE, here), offset(turn, here)
            wall = (turn + min(before, after)).replace(tzinfo=None) + abs(after - before) / 2
            # in a gap the first minute behind it is meant, of two alike the first
            meant = turn if after > before else (wall - before).replace(tzinfo=UTC)
            laptop.at(turn - 6 * HOUR)
            laptop.remind(wall.date().isoformat(), f"{wall:%H:%M}", zone)
            for minutes in range(-180, 181, 5):
                laptop.at(turn + minutes * MINUTE)
                assert (meant <= laptop.clock()) == (len(laptop.told) == number), (turn, wall)
            assert laptop.told[-1][0] - meant < 5 * MINUTE
            assert laptop.keys[-1] == f"{number}/{wall:%Y-%m-%dT%H%M}"


def test_in_ten_thousand_days_of_forty_zones_each_instance_is_told_once_and_never_early() -> None:
    told_in_all = 0
    for zone in DST_ZONES:
        here, told, last = ZoneInfo(zone), set[str](), None
        reminders = [
            a_reminder("2026-03-01", hour, "FREQ=DAILY", zone=zone if hour else "", number=number)
            for number, hour in enumerate((None, "02:30", "23:59"), 1)
        ]
        hours = Hours(day_start=time(8), quiet_from=time(), quiet_to=time())
        for step in range(250 * 6):
            now = datetime(2026, 3, 1, tzinfo=here).astimezone(UTC) + step * 4 * HOUR + step % 7 * MINUTE
            present = Present(now, here, hours)
            dues = [due for reminder in reminders if (due := due_of(reminder, present)) is not None]
            for pop_up in pop_ups([telling_of_due(due) for due in dues], told, last, present):
                for one in pop_up.tellings:
                    assert one.tell_at <= now, (zone, one.key)
                    assert one.key not in told
                    told.add(one.key)
            last = now
        days = {key.partition("/")[2].partition("T")[0] for key in told}
        assert len(days) >= 250
        assert len(told) >= 3 * 249
        told_in_all += len(told)
    assert told_in_all >= 10_000 * 3 * 0.99


def test_there_are_so_many_changes() -> None:
    assert sum(len(changes(zone, year)) for zone in DST_ZONES for year in (2026, 2027)) >= 150


class TestTravel:
    def test_any_time_of_a_day_is_that_of_wherever_the_laptop_is_once(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path, "Europe/Berlin", always=False) as laptop:
            laptop.remind("2026-11-25")
            laptop.at(datetime(2026, 11, 24, 22, 30, tzinfo=UTC))
            assert laptop.told == []
            laptop.zone.append("Asia/Tokyo")
            laptop.look()
            assert laptop.told == [], "half past seven in the morning is before the start of the day"
            laptop.at(datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
            assert laptop.keys == ["1/2026-11-25"], "half past eight in Tokyo"
            for zone in ("America/New_York", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
                laptop.zone.append(zone)
                for hours in range(0, 48, 3):
                    laptop.at(datetime(2026, 11, 25, tzinfo=UTC) + hours * HOUR)
            assert laptop.keys == ["1/2026-11-25"]

    def test_an_hour_is_kept_in_the_zone_where_it_was_meant(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path, "Europe/Berlin") as laptop:
            laptop.remind("2026-11-25", "14:00", "Europe/Berlin")
            laptop.zone.append("Asia/Tokyo")
            laptop.at(datetime(2026, 11, 25, 12, 59, tzinfo=UTC))
            assert laptop.told == []
            laptop.at(datetime(2026, 11, 25, 13, tzinfo=UTC))
            assert laptop.keys == ["1/2026-11-25T1400"]

    def test_a_birthday_comes_once_that_local_day(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path, "Europe/Berlin", always=False) as laptop:
            laptop.book.contacts.add(a_person("Hoa", "BDAY:19911125"))
            for zone, hours in (("Europe/Berlin", 12), ("Asia/Tokyo", 6), ("America/New_York", 30)):
                laptop.zone.append(zone)
                for _hour in range(hours):
                    laptop.at(laptop.clock() + HOUR)
            assert len(laptop.keys) == len(set(laptop.keys)) == 1

    def test_today_is_the_day_of_the_zone(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path, "Asia/Tokyo", datetime(2026, 11, 24, 22, tzinfo=UTC)) as laptop:
            laptop.book.contacts.add(a_person("Hoa", "BDAY:19911125"))
            (day,) = laptop.book.agenda.today(seen=False).agenda.coming_up
            assert day.days_from(laptop.book.present().today) == 0
            laptop.zone.append("America/New_York")
            (day,) = laptop.book.agenda.today(seen=False).agenda.coming_up
            assert day.days_from(laptop.book.present().today) == 1


class TestMissingDays:
    @pytest.mark.parametrize(
        ("leap_day", "days"),
        [
            (LeapDay.FEBRUARY, ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
            (LeapDay.MARCH, ["2024-02-29", "2025-03-01", "2026-03-01", "2027-03-01", "2028-02-29"]),
        ],
    )
    def test_every_29_february_has_a_day_in_every_year(
        self, tmp_path: Path, leap_day: LeapDay, days: list[str]
    ) -> None:
        with a_laptop(tmp_path, now=datetime(2024, 2, 1, tzinfo=UTC)) as laptop:
            laptop.book.preferences.change(leap_day=leap_day)
            laptop.book.contacts.add(a_person("Dora", "BDAY:--0229"))
            laptop.remind("2024-02-29", repeats="FREQ=YEARLY")
            told, born = [], []
            for year in range(2024, 2029):
                for ahead in range(5):
                    laptop.at(datetime(year, 2, 27, 12, tzinfo=UTC) + ahead * DAY)
                    page = laptop.book.agenda.today(seen=False).agenda
                    today = laptop.book.present().today
                    born += [day.on.isoformat() for day in page.coming_up if day.on == today]
                    if page.due.rows:
                        told.append(today.isoformat())
                        laptop.book.reminders.done(page.due.rows[0].reminder.id)  # type: ignore[union-attr,arg-type]
            assert told == born == days

    def test_the_31st_stays_the_last_day_of_shorter_months(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path, now=datetime(2026, 1, 1, tzinfo=UTC)) as laptop:
            laptop.remind("2026-01-31", repeats="FREQ=MONTHLY")
            for _day in range(160):
                laptop.at(laptop.clock() + DAY)
            assert laptop.keys == [f"1/2026-{day}" for day in ("01-31", "02-28", "03-31", "04-30", "05-31")]

    @pytest.mark.parametrize("hour", [None, "10:00"])
    def test_the_day_that_samoa_left_out_is_told_when_it_would_have_been(
        self, tmp_path: Path, hour: str | None
    ) -> None:
        with a_laptop(tmp_path, "Pacific/Apia", datetime(2011, 12, 29, 20, tzinfo=UTC)) as laptop:
            laptop.remind("2011-12-30", hour, "Pacific/Apia" if hour else "")
            for minutes in range(0, 3 * 24 * 60, 15):
                laptop.at(datetime(2011, 12, 29, 21, tzinfo=UTC) + minutes * MINUTE)
            ((moment, _key),) = laptop.told
            assert moment == datetime(2011, 12, 30, 10, tzinfo=UTC), "midnight, with which the 31st begins"

    def test_a_daily_one_passes_over_that_day(self, tmp_path: Path) -> None:
        with a_laptop(tmp_path, "Pacific/Apia", datetime(2011, 12, 28, 20, tzinfo=UTC)) as laptop:
            laptop.remind("2011-12-29", "09:00", "Pacific/Apia", "FREQ=DAILY")
            for minutes in range(0, 4 * 24 * 60, 15):
                laptop.at(datetime(2011, 12, 28, 20, tzinfo=UTC) + minutes * MINUTE)
            assert len(laptop.keys) == len(set(laptop.keys))
            assert {"1/2011-12-29T0900", "1/2011-12-31T0900"} <= set(laptop.keys)
