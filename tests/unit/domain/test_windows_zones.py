from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.windows_zones import _ZONES, iana_of_windows


@pytest.mark.parametrize("windows", sorted(_ZONES))
def test_every_name_means_a_zone_that_there_is(windows: str) -> None:
    assert ZoneInfo(iana_of_windows(windows)).key == iana_of_windows(windows)


def test_a_name_that_nobody_knows_means_none() -> None:
    assert iana_of_windows("Customized Time Zone") == ""
