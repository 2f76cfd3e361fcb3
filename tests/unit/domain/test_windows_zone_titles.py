"""Zones by the names under which Windows shows them."""

from zoneinfo import ZoneInfo

import pytest

from relate_desktop.domain.windows_zone_titles import _TITLES, iana_of_title
from tests.work import calls


@pytest.mark.parametrize(
    ("title", "zone"),
    [
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-05:00) Eastern Time (US and Canada)", "America/New_York"),
        ("(GMT-05.00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT+01.00) Sarajevo/Warsaw/Zagreb", "Europe/Warsaw"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
        ("Pacific Time (US & Canada), Tijuana", "America/Los_Angeles"),
        ("Mountain Time (U.S. and Canada)", "America/Denver"),
        ("Kuala Lumpur, Singapore", "Asia/Singapore"),
        ("(UTC+03:00) Moscow, St. Petersburg", "Europe/Moscow"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("(GMT+01.00) Paris/Madrid/Brussels/Copenhagen", "Europe/Paris"),
        ("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(GMT-08:00) Pacific Time (US & Canada); Tijuana", "America/Los_Angeles"),
        ("(UTC+03:00) Moscow, St. Petersburg, Volgograd (RTZ 2)", "Europe/Moscow"),
        ("(UTC-07:00) Chihuahua, La Paz, Mazatlan - Old", "America/Mazatlan"),
        ("(UTC) Coordinated Universal Time", "Etc/UTC"),
        ("(UTC+12:45) Chatham Islands", "Pacific/Chatham"),
        ("(UTC+05:00) Astana", "Asia/Almaty"),
    ],
)
def test_a_title_is_known_however_it_is_written(title: str, zone: str) -> None:
    assert iana_of_title(title) == zone


@pytest.mark.parametrize(
    "title", ["", "Customized Time Zone", "(UTC+01:00)", "Berlin", "tzone://Microsoft/Custom"]
)
def test_what_windows_never_showed_is_unknown(title: str) -> None:
    assert iana_of_title(title) == ""


def test_a_long_title_costs_little() -> None:
    assert calls(lambda: iana_of_title("(UTC" + " , " * 10_000)) < 1_000


def test_every_title_means_a_zone_that_there_is() -> None:
    for words in _TITLES:
        zone = iana_of_title(", ".join(words))
        assert ZoneInfo(zone).key == zone
