from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.windows_zones import _ZONES, iana_of_windows


@pytest.mark.parametrize("windows", sorted(_ZONES))
def test_every_name_means_a_zone_that_there_is(windows: str) -> None:
    assert ZoneInfo(iana_of_windows(windows)).key == iana_of_windows(windows)


def test_a_name_that_nobody_knows_means_none() -> None:
    assert iana_of_windows("Customized Time Zone") == ""


@pytest.mark.parametrize(
    "name", ["romance standard time", "Romance Daylight Time", " Romance Standard Time "]
)
def test_a_name_is_known_in_any_letters_and_in_summer(name: str) -> None:
    assert iana_of_windows(name) == "Europe/Paris"
