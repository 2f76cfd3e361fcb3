import sys

import pytest

from relate_desktop.system.notices import Capabilities, Shown
from relate_desktop.words.delivery import ability_words, how_to_allow, shown_words


def test_every_state_of_pop_ups_has_a_plain_word() -> None:
    states = [
        Capabilities(working=False),
        Capabilities(working=True),
        Capabilities(working=True, buttons=True),
    ]
    assert len({ability_words(state) for state in states}) == len(states)
    assert len({shown_words(shown) for shown in Shown}) == len(Shown)


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_system_says_where_pop_ups_are_allowed(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert "Notifications" in how_to_allow()
