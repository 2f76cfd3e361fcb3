from datetime import date

import pytest

from relate_desktop.domain.cadence import Cadence, kept_rhythm
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.person_rhythm import late_on
from relate_desktop.domain.suggestions import Acquaintance, Suggestion, judge
from relate_desktop.domain.wall_time import moved
from tests.present import TODAY, a_present, talk


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        (Cadence(10), 15),
        (Cadence(10, 12), 13),
        (Cadence(10, 30, 30), 31),
        (Cadence(1), 2),
        (Cadence(10, 10), 11),
    ],
)
def test_it_is_a_while_on_the_first_day_on_which_the_rules_say_so(cadence: Cadence, days: int) -> None:
    keeping = kept_rhythm(cadence, {}, None, agreed=False)
    assert keeping is not None
    assert late_on(keeping, TODAY) == moved(TODAY, days)
    for ahead, late in ((days - 1, False), (days, True)):
        day = moved(TODAY, ahead)
        present = a_present(f"{day} 09:00")
        person = Acquaintance(ContactId(1), (talk(TODAY.isoformat()),), TODAY, cadence)
        assert isinstance(judge(person, present), Suggestion) is late


def test_it_never_lies_behind_the_calendar() -> None:
    keeping = kept_rhythm(Cadence(3660), {}, None, agreed=False)
    assert keeping is not None
    assert late_on(keeping, date.max) == date.max
