"""Calls on the session's bus: answered, refused, or given up in time."""

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, HeaderFields, MatchRule, Message

from relate_desktop.system.session_bus import (
    BusAbsentError,
    BusRefusedError,
    BusSilentError,
    SessionBus,
    call_to,
)
from tests.desktop_pop_ups.bus import VARIABLE, Bus, a_bus
from tests.desktop_pop_ups.screen import a_screen
from tests.patience import SECONDS

BUS = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
NAME = "org.freedesktop.Notifications"
SERVICE = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)


@pytest.fixture
def bus(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with a_bus(runtime_folder) as bus:
        monkeypatch.setenv(VARIABLE, bus.address)
        yield bus


@pytest.fixture
def session(bus: Bus) -> Iterator[SessionBus]:
    session = SessionBus(lambda _message: None)
    yield session
    session.close()


def test_a_call_is_answered(session: SessionBus) -> None:
    assert session.call(call_to(BUS, "NameHasOwner", "s", ("org.freedesktop.DBus",)), SECONDS) == (True,)


def test_a_call_that_means_nothing_is_refused(session: SessionBus) -> None:
    with pytest.raises(BusRefusedError):
        session.call(call_to(BUS, "NoSuchThing"), SECONDS)


def test_a_call_to_nobody_is_told(session: SessionBus) -> None:
    with pytest.raises(BusAbsentError):
        session.call(call_to(SERVICE, "GetCapabilities", start=False), SECONDS)


def test_an_answer_that_comes_late_is_handed_over(bus: Bus, session: SessionBus) -> None:
    answers: queue.Queue[tuple[object, ...]] = queue.Queue()
    with a_screen(bus, "hung") as screen:
        with pytest.raises(BusSilentError):
            session.call(call_to(SERVICE, "GetCapabilities"), 0.2, answers.put)
        assert answers.empty()
        screen.wake()
        assert "actions" in answers.get(timeout=SECONDS)[0]  # type: ignore[operator]


def test_signals_are_heard_also_after_the_bus_has_begun_anew(
    runtime_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: queue.Queue[Message] = queue.Queue()
    lost: queue.Queue[bool] = queue.Queue()
    session = SessionBus(heard.put, lambda: lost.put(item=True))
    session.listen(MatchRule(type="signal", sender=NAME))
    try:
        for _ in range(2):
            with a_bus(runtime_folder) as bus, a_screen(bus) as screen:
                monkeypatch.setenv(VARIABLE, bus.address)
                session.call(call_to(SERVICE, "GetCapabilities"), SECONDS)
                screen.press(7, "done")
                while heard.get(timeout=SECONDS).header.fields[HeaderFields.member] != "ActionInvoked":
                    pass
            assert lost.get(timeout=SECONDS)
    finally:
        session.close()


def test_a_post_needs_no_bus() -> None:
    session = SessionBus(lambda _message: None)
    session.post(call_to(SERVICE, "GetCapabilities"))
    session.close()


def test_without_a_bus_every_call_says_so() -> None:
    session = SessionBus(lambda _message: None)
    with pytest.raises(BusAbsentError):
        session.call(call_to(SERVICE, "GetCapabilities"), SECONDS)
    session.close()
