from dataclasses import fields
from enum import StrEnum

import pytest

from relate_desktop.domain.people import PeopleSort
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.snooze import Snooze
from relate_desktop.services.preferences import (
    Density,
    HideNames,
    KeepRunning,
    Motion,
    OpenAtLogin,
    Preferences,
    Theme,
)
from relate_desktop.words.preferences import choice_name, preference_name


@pytest.mark.parametrize("name", [item.name for item in fields(Preferences)])
def test_every_preference_has_words(name: str) -> None:
    assert preference_name(name)


KINDS = (Theme, Density, Motion, PeopleSort, Snooze, LeapDay, HideNames, KeepRunning, OpenAtLogin)


@pytest.mark.parametrize("choice", [choice for kind in KINDS for choice in kind], ids=repr)
def test_every_choice_has_words(choice: StrEnum) -> None:
    assert choice_name(choice)
