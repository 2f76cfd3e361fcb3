"""Reminders through real notification services on a real screen, told by the agent in the background."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.book import open_book
from relate_desktop.system.clock import machine_clock
from tests.desktop_pop_ups.bus import VARIABLE, a_bus
from tests.desktop_pop_ups.screen import a_screen
from tests.e2e.desktop import Desktop
from tests.e2e.program import until
from tests.open_book import a_person
from tests.patience import SECONDS
from tests.present import a_reminder

ROOT = Path(__file__).parents[2]
TEXT = "Send the cover"


@dataclass(frozen=True)
class Service:
    """A notification service as Debian installs it."""

    package: str
    paths: tuple[str, ...]
    window: str
    """What its pop-up calls itself."""


XFCE = Service(
    "xfce4-notifyd",
    ("/usr/lib/*/xfce4/notifyd/xfce4-notifyd", "/usr/libexec/xfce4-notifyd"),
    "xfce4-notifyd",
)
PLAIN = Service(
    "notification-daemon",
    ("/usr/lib/notification-daemon/notification-daemon", "/usr/libexec/notification-daemon"),
    "Notification",
)
DUNST = Service("dunst", ("/usr/bin/dunst",), "Dunst")


def path_of(service: Service) -> str:
    """Where the service lies; skips where it is not installed."""
    for pattern in service.paths:
        for found in Path("/").glob(pattern[1:]):
            return str(found)
    pytest.skip(f"no {service.package} here (Debian: apt-get install {service.package})")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with a reminder about Layla that is due, and no quiet hours."""
    folder = tmp_path / "book"
    with open_book(folder, clock=machine_clock, create=True) as book:
        book.preferences.change(quiet_from=0, quiet_to=0)
        layla = book.contacts.add(a_person("Layla Rahimi"))
        due = (machine_clock() - timedelta(minutes=1)).astimezone()
        when = DueTime(due.date(), due.time().replace(microsecond=0))
        book.reminders.add(replace(a_reminder(text=TEXT), id=None, people=(layla,), due=when))
    return folder


@contextmanager
def an_agent(desktop: Desktop, book: Path) -> Iterator[None]:
    """The agent on the desktop."""
    agent = desktop.launch([sys.executable, "-P", "-m", "relate_desktop", "--book", str(book), "agent"])
    try:
        yield
    finally:
        agent.terminate()
        assert agent.wait(SECONDS) == 0


def reminder_of(book: Path) -> Reminder | None:
    """The reminder, while it is open."""
    with open_book(book, clock=machine_clock) as opened:
        return next(iter(opened.reminders.open()), None)


def xdotool(desktop: Desktop, *words: str) -> str:
    line = ["xdotool", *words]
    return subprocess.run(
        line, env=desktop.environment, check=False, capture_output=True, text=True, timeout=SECONDS
    ).stdout


def windows(desktop: Desktop, name: str) -> list[str]:
    return xdotool(desktop, "search", "--onlyvisible", "--name", name).split()


def standing(desktop: Desktop, window: str) -> dict[str, str]:
    """Where a window stands, once it no longer moves in."""
    seen: list[str] = []

    def still() -> bool:
        seen.append(xdotool(desktop, "getwindowgeometry", "--shell", window))
        return len(seen) > 3 and len(set(seen[-4:])) == 1

    until(still, "a pop-up that stands still")
    return dict(line.split("=") for line in seen[-1].split())


def click(desktop: Desktop, window: str, across: float, above: int) -> None:
    """Click in a pop-up: how far across, and how many pixels above its lower edge."""
    place = standing(desktop, window)
    x = int(place["X"]) + int(int(place["WIDTH"]) * across)
    desktop.click(x, int(place["Y"]) + int(place["HEIGHT"]) - above)


def the_pop_up(desktop: Desktop, service: Service) -> str:
    """The one pop-up on the screen."""
    until(lambda: windows(desktop, service.window), "a pop-up")
    (window,) = windows(desktop, service.window)
    return window


def sees_layla(desktop: Desktop) -> None:
    """Wait for the window with the person, and end it as the system would."""
    desktop.wait_for_title("Relate", SECONDS)
    pid = int(xdotool(desktop, "getactivewindow", "getwindowpid"))
    wish = {"pid": pid, "under": None, "name": "Layla Rahimi", "role": "heading"}
    until(lambda: desktop.ask(do="find", wish=wish, within=1), "the person's page")
    os.kill(pid, signal.SIGTERM)
    until(lambda: not windows(desktop, "Relate"), "the end of the window")


class TestXfce:
    """Its three buttons stand side by side, of one width."""

    @pytest.fixture(autouse=True)
    def _service(self, desktop: Desktop) -> None:
        desktop.launch([path_of(XFCE)])

    @pytest.fixture
    def pop_up(self, desktop: Desktop, book: Path) -> Iterator[str]:
        with an_agent(desktop, book):
            yield the_pop_up(desktop, XFCE)

    def test_done_marks_it_done_in_the_book(self, desktop: Desktop, book: Path, pop_up: str) -> None:
        click(desktop, pop_up, 1 / 6, 31)
        until(lambda: reminder_of(book) is None, "done")
        until(lambda: not windows(desktop, XFCE.window), "an empty screen")

    def test_snooze_puts_it_off_by_an_hour(self, desktop: Desktop, book: Path, pop_up: str) -> None:
        click(desktop, pop_up, 1 / 2, 31)
        until(lambda: (found := reminder_of(book)) is not None and found.snoozed_until, "put off")
        found = reminder_of(book)
        assert found is not None
        assert found.snoozed_until is not None
        assert timedelta(minutes=58) < found.snoozed_until - machine_clock() < timedelta(minutes=61)

    def test_open_brings_the_window_with_the_person(self, desktop: Desktop, book: Path, pop_up: str) -> None:
        click(desktop, pop_up, 5 / 6, 31)
        sees_layla(desktop)
        assert reminder_of(book) is not None

    @pytest.mark.usefixtures("pop_up")
    def test_what_is_done_elsewhere_leaves_the_screen(self, desktop: Desktop, book: Path) -> None:
        with open_book(book, clock=machine_clock) as opened:
            (reminder,) = opened.reminders.open()
            assert reminder.id is not None
            opened.reminders.done(reminder.id)
        until(lambda: not windows(desktop, XFCE.window), "an empty screen")


def test_a_click_on_the_pop_up_of_another_desktop_opens_the_person(desktop: Desktop, book: Path) -> None:
    desktop.launch([path_of(PLAIN)])
    with an_agent(desktop, book):
        click(desktop, the_pop_up(desktop, PLAIN), 1 / 12, 40)
        sees_layla(desktop)


def test_a_service_that_draws_no_buttons_shows_it_all_the_same(desktop: Desktop, book: Path) -> None:
    desktop.launch([path_of(DUNST)])
    if shutil.which("dunstctl") is None:
        pytest.skip("no dunstctl here (Debian: apt-get install dunst)")
    with an_agent(desktop, book):
        the_pop_up(desktop, DUNST)
        shown = ["dunstctl", "count", "displayed"]
        said = subprocess.run(shown, env=desktop.environment, capture_output=True, text=True, check=True)
        assert said.stdout.split()[-1] == "1"


def test_where_the_service_hangs_the_own_pop_up_comes(
    desktop: Desktop, book: Path, runtime_folder: Path
) -> None:
    with a_bus(runtime_folder) as bus, a_screen(bus, "hung"):
        desktop.environment[VARIABLE] = bus.address
        with an_agent(desktop, book):
            until(lambda: windows(desktop, TEXT), "the own pop-up")
            (window,) = windows(desktop, TEXT)
            click(desktop, window, 0.3, 52)
            until(lambda: reminder_of(book) is None, "done")
            until(lambda: not windows(desktop, TEXT), "an empty screen")


def test_the_person_is_the_one_of_the_reminder(book: Path) -> None:
    found = reminder_of(book)
    assert found is not None
    assert found.people == (ContactId(1),)
