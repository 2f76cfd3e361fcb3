import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest

from relate_desktop.system.zone import MachineZone, fixed_zone

ZONES = next(Path(folder) for folder in TZPATH if (Path(folder) / "Europe/Berlin").is_file())
SUMMER = datetime(2026, 7, 1, tzinfo=UTC)


@pytest.fixture
def no_variable(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A machine without TZ, put back to what it was afterwards."""
    monkeypatch.delenv("TZ", raising=False)
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def a_machine(folder: Path, zone: str) -> MachineZone:
    """A machine whose system says the zone by a link, as most do."""
    link(folder, zone)
    return MachineZone(folder / "localtime", folder / "timezone")


def link(folder: Path, zone: str) -> None:
    new = folder / "new"
    new.symlink_to(ZONES / zone)
    new.replace(folder / "localtime")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Asia/Tokyo", "Asia/Tokyo"),
        ("/usr/share/zoneinfo/America/New_York", "America/New_York"),
        ("", "Etc/UTC"),
    ],
)
def test_the_variable_comes_first(
    no_variable: pytest.MonkeyPatch, tmp_path: Path, value: str, expected: str
) -> None:
    no_variable.setenv("TZ", value)
    assert str(a_machine(tmp_path, "Pacific/Apia")()) == expected


def test_without_it_the_systems_link_says_the_zone(no_variable: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert str(a_machine(tmp_path, "Pacific/Apia")()) == "Pacific/Apia"


def test_a_journey_is_noticed_when_somebody_asks(no_variable: pytest.MonkeyPatch, tmp_path: Path) -> None:
    zone = a_machine(tmp_path, "Europe/Berlin")
    assert str(zone()) == "Europe/Berlin"
    link(tmp_path, "Asia/Tokyo")
    assert str(zone()) == "Asia/Tokyo"
    no_variable.setenv("TZ", "America/New_York")
    assert str(zone()) == "America/New_York"
    assert datetime(2026, 1, 1, 12, tzinfo=UTC).astimezone().hour == 7, "the C library knows of it too"


def test_a_copied_file_has_the_name_that_stands_beside_it(
    no_variable: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copy(ZONES / "Europe/Berlin", tmp_path / "localtime")
    (tmp_path / "timezone").write_text("Europe/Berlin\n", encoding="utf-8")
    assert str(MachineZone(tmp_path / "localtime", tmp_path / "timezone")()) == "Europe/Berlin"


def test_a_copied_file_of_another_zone_is_taken_without_a_name(
    no_variable: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copy(ZONES / "Europe/Berlin", tmp_path / "localtime")
    (tmp_path / "timezone").write_text("Asia/Tokyo\n", encoding="utf-8")
    zone = MachineZone(tmp_path / "localtime", tmp_path / "timezone")()
    assert SUMMER.astimezone(zone).utcoffset() == timedelta(hours=2)
    assert isinstance(zone, ZoneInfo)
    assert zone.key is None


@pytest.mark.parametrize("value", ["EST5EDT,M3.2.0,M11.1.0", "Nowhere/Land", "../../etc/passwd"])
def test_a_variable_without_a_name_means_what_the_c_library_makes_of_it(
    no_variable: pytest.MonkeyPatch, tmp_path: Path, value: str
) -> None:
    no_variable.setenv("TZ", value)
    zone = a_machine(tmp_path, "Europe/Berlin")()
    now = datetime.now(UTC)
    assert now.astimezone(zone).utcoffset() == now.astimezone().utcoffset()


def test_a_system_that_says_nothing_means_what_the_c_library_makes_of_it(
    no_variable: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    zone = MachineZone(tmp_path / "nowhere", tmp_path / "nothing")()
    now = datetime.now(UTC)
    assert now.astimezone(zone).utcoffset() == now.astimezone().utcoffset()


@pytest.mark.parametrize("moment", ["2026-07-01T09:00", "2026-07-01T09:00+02:00", "2026-07-01"])
def test_a_moment_as_the_system_would_write_it_is_in_the_systems_zone(moment: str) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert fixed_zone(moment, berlin)() is berlin


def test_a_moment_with_another_offset_is_written_somewhere_else() -> None:
    zone = fixed_zone("2026-07-01T09:00+09:00", ZoneInfo("Europe/Berlin"))()
    assert SUMMER.astimezone(zone).utcoffset() == timedelta(hours=9)


def test_what_is_no_moment_has_no_zone() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the user's
        fixed_zone("soon", UTC)


def test_asking_does_not_read_the_zone_again(no_variable: pytest.MonkeyPatch, tmp_path: Path) -> None:
    zone = a_machine(tmp_path, "Europe/Berlin")
    assert zone() is zone()
    assert os.environ.get("TZ") is None
