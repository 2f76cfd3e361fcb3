import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.services.pop_up_trial import PopUpTrial
from relate_desktop.system.notices import Button, Capabilities, Notice, Shown
from tests.desktop_pop_ups.bus import VARIABLE, Bus, a_bus
from tests.desktop_pop_ups.screen import a_screen
from tests.patience import SECONDS

NOTICE = Notice("try", "This is what a reminder looks like", "", (Button("done", "Done"),))


@pytest.fixture
def bus(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with a_bus(runtime_folder) as bus:
        monkeypatch.setenv(VARIABLE, bus.address)
        yield bus


@pytest.fixture
def pressed() -> "queue.Queue[str]":
    return queue.Queue()


@pytest.fixture
def trial(pressed: "queue.Queue[str]") -> Iterator[PopUpTrial]:
    trial = PopUpTrial(lambda _key, button: pressed.put(button))
    yield trial
    trial.close()


def test_a_pop_up_is_shown_and_its_button_answers(
    bus: Bus, trial: PopUpTrial, pressed: "queue.Queue[str]"
) -> None:
    with a_screen(bus) as screen:
        assert trial.capabilities().buttons
        assert trial.show(NOTICE) is Shown.ACCEPTED
        seen = screen.pop_up()
        assert seen.title == NOTICE.title
        screen.press(seen.number, "done")
        assert pressed.get(timeout=SECONDS) == "done"


@pytest.mark.usefixtures("bus")
def test_where_nothing_shows_pop_ups_it_says_so(trial: PopUpTrial) -> None:
    assert trial.capabilities() == Capabilities(working=False)
    assert trial.show(NOTICE) is Shown.ABSENT


def test_a_desktop_that_refused_is_asked_again_at_once(bus: Bus, trial: PopUpTrial) -> None:
    with a_screen(bus, "refusing") as screen:
        assert trial.show(NOTICE) is Shown.REFUSED
        screen.wake()
        screen.next("awake")
        assert trial.show(NOTICE) is Shown.ACCEPTED


def test_what_is_closed_asks_nobody_any_more(trial: PopUpTrial) -> None:
    trial.close()
    assert trial.capabilities() == Capabilities(working=False)
    assert trial.show(NOTICE) is Shown.ABSENT
