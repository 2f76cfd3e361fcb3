from datetime import date, time

import pytest

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.person_rhythm import NOTHING_CHOSEN, Chosen
from relate_desktop.domain.wishes import Stretch, Wishes
from relate_desktop.storage.rhythm_rows import cadence_columns, cadence_of, chosen_columns, chosen_of

WISHES = Wishes(
    stretches=(Stretch(time(9), time(12)), Stretch(time(22), time(2, 30))),
    days=frozenset({0, 6}),
    zone="Asia/Tokyo",
    channel=InteractionKind.MAIL,
    least_gap=14,
    paused_until=date(2026, 12, 1),
    no_more_contact=True,
)


@pytest.mark.parametrize(
    "chosen",
    [
        NOTHING_CHOSEN,
        Chosen(Cadence(42)),
        Chosen(Cadence(42, 60, 14), WISHES, agreed=True, asked=True),
        Chosen(wishes=Wishes(days=frozenset())),
    ],
)
def test_a_choice_comes_back_as_it_was(chosen: Chosen) -> None:
    assert chosen_of(chosen_columns(chosen)) == chosen


@pytest.mark.parametrize("cadence", [None, Cadence(7), Cadence(7, 9), Cadence(7, 9, 8)])
def test_a_cadence_comes_back_as_it_was(cadence: Cadence | None) -> None:
    assert cadence_of(*cadence_columns(cadence)) == cadence
