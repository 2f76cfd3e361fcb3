from datetime import date, time

from relate_desktop.domain.capture import understand
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.domain.their_hour import TheirHour, hour_ahead, their_hour
from tests.capture_lines import load_people
from tests.present import BERLIN, a_present

PRESENT = a_present("2026-11-24 15:00")
MISAKI = ContactId(3)


def ahead(sentence: str) -> tuple[date, time] | None:
    (part,) = understand(sentence, LANGUAGES["en"], load_people("en").index, PRESENT).parts
    return hour_ahead(part, PRESENT)


def test_what_is_still_to_come_at_an_hour_has_one() -> None:
    assert ahead("remind me tomorrow at 19:10 to call Misaki-san") == (date(2026, 11, 25), time(19, 10))
    assert ahead("call with Misaki-san tomorrow 9am") == (date(2026, 11, 25), time(9))
    assert ahead("remind me tomorrow to call Misaki-san") is None
    assert ahead("called Misaki-san yesterday at 10:00") is None


def test_at_night_there_it_is_said() -> None:
    evening = (date(2026, 11, 25), time(19, 10))
    assert their_hour(MISAKI, "Asia/Tokyo", evening, BERLIN) == TheirHour(MISAKI, time(3, 10))
    assert their_hour(MISAKI, "Asia/Tokyo", (date(2026, 11, 25), time(9)), BERLIN) is None
    assert their_hour(MISAKI, "", evening, BERLIN) is None
    assert their_hour(MISAKI, "Nowhere/Land", evening, BERLIN) is None
