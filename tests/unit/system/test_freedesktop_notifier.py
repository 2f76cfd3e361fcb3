"""Pop-ups of a Linux desktop, through a bus of the test's own and a service that behaves as told."""

import queue
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from relate_desktop.system.freedesktop_notifier import FreedesktopNotifier, number_of
from relate_desktop.system.notices import BODY, NOTHING, Button, Capabilities, Notice, Shown
from tests.desktop_pop_ups.bus import VARIABLE, Bus, a_bus
from tests.desktop_pop_ups.screen import a_screen
from tests.patience import SECONDS

HASTE = 0.3
"""Seconds after which these tests call a service silent."""
THREE = (Button("done", "Done"), Button("snooze", "Snooze 1 hour"), Button("open", "Open"))


def a_notice(
    key: str = "7/2026-11-24T1400",
    title: str = "Send the cover",
    body: str = "For Layla.",
    *,
    stays: bool = False,
    sound: bool = False,
) -> Notice:
    return Notice(key, title, body, THREE, stays=stays, sound=sound)


@pytest.fixture
def bus(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with a_bus(runtime_folder) as bus:
        monkeypatch.setenv(VARIABLE, bus.address)
        yield bus


Answers = queue.Queue[tuple[str, str]]


@contextmanager
def a_notifier(
    answers: Answers | None = None, *, patience: float = SECONDS, retry_after: float = 60.0
) -> Iterator[FreedesktopNotifier]:
    heard = answers if answers is not None else queue.Queue()

    def note(key: str, button: str) -> None:
        heard.put((key, button))

    notifier = FreedesktopNotifier(note, patience=patience, retry_after=retry_after)
    try:
        yield notifier
    finally:
        notifier.close()


class TestAService:
    def test_shows_title_body_and_buttons(self, bus: Bus) -> None:
        with a_screen(bus) as screen, a_notifier() as notifier:
            assert notifier.show(a_notice()) is Shown.ACCEPTED
            seen = screen.pop_up()
        assert (seen.title, seen.body) == ("Send the cover", "For Layla.")
        assert list(seen.actions.items()) == [
            ("done", "Done"),
            ("snooze", "Snooze 1 hour"),
            ("open", "Open"),
            (BODY, ""),
        ]
        assert seen.hints["desktop-entry"] == "relate-desktop"
        assert seen.hints["urgency"] == 1

    def test_numbers_a_pop_up_by_its_key(self, bus: Bus) -> None:
        with a_screen(bus) as screen, a_notifier() as notifier:
            notifier.show(a_notice("one"))
            notifier.show(a_notice("two"))
            notifier.show(a_notice("one", title="Send both covers"))
            seen = [screen.pop_up() for _ in range(3)]
        assert [one.number for one in seen] == [number_of("one"), number_of("two"), number_of("one")]
        assert [one.again for one in seen] == [False, False, True]

    def test_is_told_to_be_silent_unless_the_user_wants_a_sound(self, bus: Bus) -> None:
        with a_screen(bus) as screen, a_notifier() as notifier:
            notifier.show(a_notice("quiet"))
            notifier.show(a_notice("loud", sound=True))
            quiet, loud = screen.pop_up(), screen.pop_up()
        assert quiet.hints["suppress-sound"] is True
        assert "sound-name" not in quiet.hints
        assert loud.hints["suppress-sound"] is False
        assert loud.hints["sound-name"]

    def test_is_asked_to_wait_for_an_answer_only_where_that_is_meant(self, bus: Bus) -> None:
        with a_screen(bus) as screen, a_notifier() as notifier:
            notifier.show(a_notice("stays", stays=True))
            notifier.show(a_notice("goes"))
            assert [screen.pop_up().expires, screen.pop_up().expires] == [0, -1]

    def test_gets_text_from_outside_as_text(self, bus: Bus) -> None:
        hostile = '<a href="file:///x">Ada & <b>Bob</b>\u202eevil\x00'
        with a_screen(bus) as screen, a_notifier() as notifier:
            notifier.show(a_notice(title=hostile, body=hostile))
            seen = screen.pop_up()
        assert seen.body == '&lt;a href="file:///x"&gt;Ada &amp; &lt;b&gt;Bob&lt;/b&gt;[RLO]evil\u2400'
        assert seen.title == '<a href="file:///x">Ada & <b>Bob</b>[RLO]evil\u2400'

    def test_without_markup_gets_plain_text(self, bus: Bus) -> None:
        with a_screen(bus, "plain") as screen, a_notifier() as notifier:
            notifier.show(a_notice(body="Ada & <b>Bob</b>"))
            assert screen.pop_up().body == "Ada & <b>Bob</b>"
            assert notifier.capabilities() == Capabilities(working=True, buttons=True, markup=False)

    def test_without_buttons_gets_none(self, bus: Bus) -> None:
        with a_screen(bus, "buttonless") as screen, a_notifier() as notifier:
            assert notifier.show(a_notice()) is Shown.ACCEPTED
            assert screen.pop_up().actions == {}
            assert notifier.capabilities() == Capabilities(working=True, buttons=False, markup=True)

    def test_may_be_asked_for_more_than_a_pop_up_holds(self, bus: Bus) -> None:
        with a_screen(bus) as screen, a_notifier() as notifier:
            assert notifier.show(a_notice(title="x" * 100_000, body="\ud800" * 100_000)) is Shown.ACCEPTED
            seen = screen.pop_up()
        assert len(seen.title) == 200
        assert len(seen.body) == 600


class TestAnAnswer:
    @pytest.mark.parametrize("button", ["done", "snooze", "open", BODY])
    def test_comes_with_the_key_of_its_pop_up(self, bus: Bus, button: str) -> None:
        answers: Answers = queue.Queue()
        with a_screen(bus) as screen, a_notifier(answers) as notifier:
            notifier.show(a_notice("one"))
            screen.press(screen.pop_up().number, button)
            assert answers.get(timeout=SECONDS) == ("one", button)

    def test_comes_from_a_service_that_numbers_pop_ups_itself(self, bus: Bus) -> None:
        answers: Answers = queue.Queue()
        with a_screen(bus, "numbering") as screen, a_notifier(answers) as notifier:
            notifier.show(a_notice("one"))
            seen = screen.pop_up()
            assert seen.number == 1
            screen.press(seen.number, "done")
            assert answers.get(timeout=SECONDS) == ("one", "done")

    def test_to_the_pop_up_of_an_earlier_process_comes_to_whoever_took_it_over(self, bus: Bus) -> None:
        answers: Answers = queue.Queue()
        with a_screen(bus) as screen:
            with a_notifier() as earlier:
                earlier.show(a_notice("one"))
                number = screen.pop_up().number
            with a_notifier(answers) as later:
                later.adopt("one")
                screen.press(number, "snooze")
                assert answers.get(timeout=SECONDS) == ("one", "snooze")

    def test_to_somebody_elses_pop_up_is_none(self, bus: Bus) -> None:
        answers: Answers = queue.Queue()
        with a_screen(bus) as screen, a_notifier(answers) as notifier:
            notifier.show(a_notice("one"))
            screen.press(4, "done")
            screen.press(screen.pop_up().number, "open")
            assert answers.get(timeout=SECONDS) == ("one", "open")
            assert answers.empty()


class TestWithdrawing:
    def test_takes_a_pop_up_away(self, bus: Bus) -> None:
        with a_screen(bus) as screen, a_notifier() as notifier:
            notifier.show(a_notice("one"))
            number = screen.pop_up().number
            notifier.withdraw("one")
            assert screen.closed() == number

    def test_takes_away_what_a_service_has_numbered_itself(self, bus: Bus) -> None:
        with a_screen(bus, "numbering") as screen, a_notifier() as notifier:
            notifier.show(a_notice("one"))
            notifier.withdraw("one")
            assert screen.closed() == 1

    def test_takes_away_what_an_earlier_process_has_shown(self, bus: Bus) -> None:
        with a_screen(bus) as screen:
            with a_notifier() as earlier:
                earlier.show(a_notice("one"))
            with a_notifier() as later:
                later.withdraw("one")
                assert screen.closed() == number_of("one")

    def test_of_nothing_is_no_error(self) -> None:
        with a_notifier() as notifier:
            notifier.withdraw("one")


class TestTrouble:
    def test_without_a_bus_nothing_is_shown(self) -> None:
        with a_notifier() as notifier:
            assert notifier.show(a_notice()) is Shown.ABSENT
            assert notifier.capabilities() == NOTHING

    @pytest.mark.parametrize("address", ["unix:path=/nonexistent", "tcp:host=x", "nonsense", "", "unix:x"])
    def test_with_an_odd_address_nothing_is_shown(
        self, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(VARIABLE, address)
        with a_notifier() as notifier:
            assert notifier.show(a_notice()) is Shown.ABSENT

    def test_without_the_variable_the_bus_of_the_runtime_folder_is_taken(
        self, bus: Bus, runtime_folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv(VARIABLE)
        with a_notifier() as notifier:
            assert notifier.show(a_notice()) is Shown.ABSENT
        socket = bus.address.partition("path=")[2].partition(",")[0]
        (runtime_folder / "bus").symlink_to(socket)
        try:
            with a_screen(bus) as screen, a_notifier() as notifier:
                assert notifier.show(a_notice()) is Shown.ACCEPTED
                screen.pop_up()
        finally:
            (runtime_folder / "bus").unlink()

    @pytest.mark.usefixtures("bus")
    def test_without_a_service_nothing_is_shown(self) -> None:
        with a_notifier() as notifier:
            assert notifier.show(a_notice()) is Shown.ABSENT

    def test_a_service_that_hangs_is_not_waited_for(self, bus: Bus) -> None:
        with a_screen(bus, "hung"), a_notifier(patience=HASTE) as notifier:
            assert notifier.show(a_notice()) is Shown.SILENT

    def test_a_service_that_ends_over_a_pop_up_has_not_shown_it(self, bus: Bus) -> None:
        with a_screen(bus, "crashing"), a_notifier() as notifier:
            assert notifier.show(a_notice()) is Shown.REFUSED

    def test_a_service_that_refuses_has_not_shown_it(self, bus: Bus) -> None:
        with a_screen(bus, "refusing"), a_notifier() as notifier:
            assert notifier.show(a_notice()) is Shown.REFUSED

    def test_what_a_service_shows_too_late_is_taken_away_again(self, bus: Bus) -> None:
        with a_screen(bus) as screen, a_notifier() as notifier:
            assert notifier.capabilities().working
            screen.freeze()
            notifier._patience = HASTE
            assert notifier.show(a_notice("one")) is Shown.SILENT
            screen.process.send_signal(signal.SIGCONT)
            assert screen.closed() == number_of("one")

    def test_a_service_that_failed_is_left_alone_for_a_while(self, bus: Bus) -> None:
        with a_screen(bus, "refusing"), a_notifier() as notifier:
            assert notifier.show(a_notice("one")) is Shown.REFUSED
            assert notifier.show(a_notice("two")) is Shown.REFUSED

    def test_a_service_that_failed_is_tried_again_after_that(self, bus: Bus) -> None:
        with a_screen(bus, "hung") as screen, a_notifier(patience=HASTE, retry_after=0) as notifier:
            assert notifier.show(a_notice("one")) is Shown.SILENT
            screen.wake()
            screen.next("awake")
            notifier._patience = SECONDS
            assert notifier.show(a_notice("two")) is Shown.ACCEPTED

    def test_a_service_that_comes_is_used_at_once(self, bus: Bus) -> None:
        with a_notifier() as notifier:
            assert notifier.show(a_notice("one")) is Shown.ABSENT
            with a_screen(bus) as screen:
                while not notifier.capabilities().working:
                    pass
                assert notifier.show(a_notice("two")) is Shown.ACCEPTED
                assert screen.pop_up().number == number_of("two")

    def test_a_new_service_knows_nothing_of_the_pop_ups_before_it(self, bus: Bus) -> None:
        answers: Answers = queue.Queue()
        with a_notifier(answers) as notifier:
            with a_screen(bus, "numbering"):
                notifier.show(a_notice("one"))
            with a_screen(bus, "numbering") as screen:
                notifier.capabilities()
                screen.press(1, "done")
                screen.next("pressed")
                notifier.show(a_notice("two"))
                screen.press(screen.pop_up().number, "open")
                assert answers.get(timeout=SECONDS) == ("two", "open")

    def test_a_bus_that_ended_is_looked_for_again(
        self, runtime_folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with a_notifier(retry_after=0) as notifier:
            for key in ("one", "two"):
                with a_bus(runtime_folder) as bus, a_screen(bus) as screen:
                    monkeypatch.setenv(VARIABLE, bus.address)
                    assert notifier.show(a_notice(key)) is Shown.ACCEPTED
                    assert screen.pop_up().number == number_of(key)
