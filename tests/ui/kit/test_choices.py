"""Rows of choices of which one holds."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.choices import Chips

EVERYONE = ("", "Everyone", None)
FRIENDS, FAMILY = ("friends", "Friends", 2), ("family", "Family", 4)


@pytest.fixture
def chips(qtbot: QtBot) -> Chips:
    made = Chips("people.filter", "Show")
    qtbot.addWidget(made)
    made.set_choices([EVERYONE])
    made.show()
    return made


def test_choices_that_come_later_are_seen_beside_the_first_at_once(chips: Chips) -> None:
    first = chips.button("")
    chips.set_choices([EVERYONE, FRIENDS, FAMILY])
    assert chips.button("") is first
    assert all(chips.button(key).isVisible() for key in ("", "friends", "family"))
    names = [chips.button(key).objectName() for key in ("", "friends", "family")]
    assert names == ["people.filter.0", "people.filter.1", "people.filter.2"]


def test_the_keyboard_stays_where_it_was_when_other_choices_come(chips: Chips) -> None:
    chips.button("").setFocus(Qt.FocusReason.TabFocusReason)
    chips.set_choices([EVERYONE, FRIENDS])
    assert chips.focusWidget() is chips.button("")


def test_what_holds_stays_while_it_is_offered_and_is_the_first_afterwards(chips: Chips) -> None:
    chips.set_choices([EVERYONE, FRIENDS, FAMILY])
    chips.choose("family")
    chips.set_choices([EVERYONE, FAMILY])
    assert chips.current() == "family"
    chips.set_choices([EVERYONE, FRIENDS])
    assert chips.current() == ""
    assert not chips.offers("family")
