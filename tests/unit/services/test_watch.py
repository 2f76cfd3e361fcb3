"""The watch of a book, with a real message bus and services that behave as told."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.preferences import HideNames
from relate_desktop.services.tellings import Tidings
from relate_desktop.services.watch import RETRY, Watch
from relate_desktop.storage.engine import raw
from relate_desktop.system.freedesktop_notifier import FreedesktopNotifier, number_of
from relate_desktop.system.notices import Answered, Notice, Notifier, Shown
from relate_desktop.words.pop_ups import notice_of
from tests.clock import FixedClock, a_clock
from tests.desktop_pop_ups.bus import VARIABLE, Bus, a_bus
from tests.desktop_pop_ups.screen import Screen, a_screen
from tests.open_book import a_person
from tests.patience import SECONDS
from tests.present import BERLIN, a_reminder, at

KEY = "1/2026-11-24T1400"


@dataclass
class NotingDesk:
    """A desk that notes what it is asked; it shows pop-ups of its own if it ``can``."""

    can: bool = True
    shown: "queue.Queue[Notice]" = field(default_factory=queue.Queue)
    withdrawn: "queue.Queue[str]" = field(default_factory=queue.Queue)
    opened: "queue.Queue[Place]" = field(default_factory=queue.Queue)

    def notice(self, tidings: Tidings, *, hidden: bool) -> Notice:
        return notice_of(tidings, hidden=hidden)

    def show(self, notice: Notice) -> bool:
        self.shown.put(notice)
        return self.can

    def withdraw(self, key: str) -> None:
        self.withdrawn.put(key)

    def open(self, place: Place) -> None:
        self.opened.put(place)


@pytest.fixture
def bus(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with a_bus(runtime_folder) as bus:
        monkeypatch.setenv(VARIABLE, bus.address)
        yield bus


@pytest.fixture
def clock() -> FixedClock:
    return a_clock(at("2026-11-24 13:59"))


def opened(folder: Path, clock: FixedClock) -> OpenBook:
    return open_book(folder / "book", clock=clock, create=True, here=lambda: BERLIN)


@pytest.fixture
def book(tmp_path: Path, clock: FixedClock) -> Iterator[OpenBook]:
    """A book with Layla and one reminder about her at 14:00."""
    with opened(tmp_path, clock) as book:
        book.contacts.add(a_person("Layla Rahimi"))
        remind(book)
        yield book


def remind(book: OpenBook, due: str = "2026-11-24", hour: str | None = "14:00", repeats: str = "") -> None:
    reminder = a_reminder(due, hour, repeats or None)
    book.reminders.add(replace(reminder, id=None, began_on=None))


def hasty(patience: float = SECONDS, retry_after: float = 60.0) -> Callable[[Answered], Notifier]:
    return lambda answered: FreedesktopNotifier(answered, patience=patience, retry_after=retry_after)


@contextmanager
def a_watch(
    book: OpenBook,
    desk: NotingDesk | None = None,
    *,
    window: bool = True,
    notifier: Callable[[Answered], Notifier] | None = None,
    monotonic: Callable[[], float] | None = None,
) -> Iterator[Watch]:
    more = {} if monotonic is None else {"monotonic": monotonic}
    watch = Watch(book, desk or NotingDesk(), window=window, notifier=notifier or hasty(), **more)
    watch.start()
    try:
        yield watch
    finally:
        watch.stop()


def come(watch: Watch, clock: FixedClock, wall: str) -> None:
    """Let it be a wall time, of which the watch learns when it next looks."""
    clock.moment = at(wall)
    watch.look_again()


def on_duty(watch: Watch) -> None:
    until(lambda: watch.on_duty)


def until(happens: Callable[[], bool]) -> None:
    """Wait for something that nobody announces."""
    pause = threading.Event()
    for _ in range(int(SECONDS * 50)):
        if happens():
            return
        pause.wait(0.02)
    raise AssertionError("it does not come to be")


class TestTelling:
    def test_a_reminder_appears_at_its_minute_once(self, bus: Bus, book: OpenBook, clock: FixedClock) -> None:
        with a_screen(bus) as screen, a_watch(book) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:00")
            seen = screen.pop_up()
            for wall in ("2026-11-24 14:01", "2026-11-24 13:00", "2026-11-24 14:00", "2026-11-25 14:00"):
                come(watch, clock, wall)
            remind(book, hour="14:01")
            assert screen.pop_up().number == number_of("2/2026-11-24T1401")
            assert screen.numbers() == [seen.number, number_of("2/2026-11-24T1401")]
        assert (seen.title, seen.number) == ("Send the cover", number_of(KEY))
        assert "Layla Rahimi" in seen.body
        assert list(seen.actions) == ["done", "snooze", "open", "default"]

    def test_while_pop_ups_are_off_nothing_comes(self, bus: Bus, book: OpenBook, clock: FixedClock) -> None:
        book.preferences.change(popups=False)
        with a_screen(bus) as screen, a_watch(book) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:00")
            book.preferences.change(popups=True)
            assert screen.pop_up().number == number_of(KEY)
            assert len(screen.numbers()) == 1

    def test_a_pause_keeps_it_until_it_is_over(self, bus: Bus, book: OpenBook, clock: FixedClock) -> None:
        book.preferences.change(paused_until=at("2026-11-24 15:00").isoformat())
        with a_screen(bus) as screen, a_watch(book) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:30")
            come(watch, clock, "2026-11-24 15:00")
            assert screen.pop_up().number == number_of(KEY)

    def test_names_can_be_hidden(self, bus: Bus, book: OpenBook, clock: FixedClock) -> None:
        book.preferences.change(hide_names=HideNames.ALWAYS)
        with a_screen(bus) as screen, a_watch(book) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:00")
            seen = screen.pop_up()
        assert (seen.title, seen.body) == ("A reminder is waiting", "Names are hidden in pop-ups.")
        assert list(seen.actions) == ["done", "snooze", "open", "default"]

    def test_after_absence_one_pop_up_tells_of_all(self, bus: Bus, book: OpenBook, clock: FixedClock) -> None:
        for day in range(1, 6):
            remind(book, f"2026-12-{day:02}", "10:00")
        with a_watch(book) as watch:
            on_duty(watch)
        clock.moment = at("2026-12-15 09:00")
        with a_screen(bus) as screen, a_watch(book) as watch:
            seen = screen.pop_up()
            assert seen.title == "6 reminders while you were away"
            assert seen.body == "\u2068Layla Rahimi\u2069. No hurry."
            assert screen.numbers() == [number_of("catch-up")]
            assert list(seen.actions.values()) == ["Look", ""]

    def test_sleep_counts_as_absence(self, bus: Bus, book: OpenBook, clock: FixedClock) -> None:
        for hour in ("15:00", "16:00"):
            remind(book, hour=hour)
        with a_screen(bus) as screen, a_watch(book) as watch:
            on_duty(watch)
            until(lambda: watch.looked_at == clock.moment)
            come(watch, clock, "2026-11-24 21:00")
            assert screen.pop_up().title == "3 reminders while you were away"
            assert len(screen.numbers()) == 1


class TestAnswers:
    @pytest.fixture
    def desk(self) -> NotingDesk:
        return NotingDesk()

    @pytest.fixture
    def shown(
        self, bus: Bus, book: OpenBook, clock: FixedClock, desk: NotingDesk
    ) -> Iterator[tuple[Screen, Watch]]:
        with a_screen(bus) as screen, a_watch(book, desk) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:00")
            assert screen.pop_up().number == number_of(KEY)
            yield screen, watch

    def test_done_marks_it_done_in_the_book(self, shown: tuple[Screen, Watch], book: OpenBook) -> None:
        changed = threading.Event()
        book.listen(lambda _changes: changed.set())
        shown[0].press(number_of(KEY), "done")
        assert changed.wait(SECONDS)
        assert book.reminders.open() == ()

    def test_snooze_brings_it_back_later(
        self, shown: tuple[Screen, Watch], book: OpenBook, clock: FixedClock
    ) -> None:
        screen, watch = shown
        screen.press(number_of(KEY), "snooze")
        until(lambda: book.reminders.open()[0].snoozed_until == at("2026-11-24 15:00"))
        come(watch, clock, "2026-11-24 15:00")
        assert screen.pop_up().title == "Send the cover"

    @pytest.mark.parametrize("button", ["open", "default"])
    def test_open_leads_to_the_person(
        self, shown: tuple[Screen, Watch], desk: NotingDesk, button: str
    ) -> None:
        shown[0].press(number_of(KEY), button)
        assert desk.opened.get(timeout=SECONDS) == Place.person(ContactId(1))

    def test_what_is_done_in_the_window_is_withdrawn(
        self, shown: tuple[Screen, Watch], book: OpenBook
    ) -> None:
        (reminder,) = book.reminders.open()
        assert reminder.id is not None
        book.reminders.done(reminder.id)
        assert shown[0].closed() == number_of(KEY)


class TestTrouble:
    def test_an_answer_that_cannot_be_kept_holds_up_nothing_that_is_due(
        self, bus: Bus, book: OpenBook, clock: FixedClock
    ) -> None:
        remind(book, hour="14:05")
        with a_screen(bus) as screen, a_watch(book) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:00")
            assert screen.pop_up().number == number_of(KEY)
            until(lambda: watch._tellings.showing() == (KEY,))
            with book.database._writer.connect() as connection:
                raw(connection).execute("PRAGMA query_only=1")
            watch.answered(KEY, "done")
            come(watch, clock, "2026-11-24 14:05")
            assert screen.pop_up().number == number_of("2/2026-11-24T1405")
            with book.database._writer.connect() as connection:
                raw(connection).execute("PRAGMA query_only=0")
            watch.look_again()
            until(lambda: len(book.reminders.open()) == 1)

    @pytest.mark.parametrize("mode", ["hung", "crashing", "refusing"])
    def test_what_a_bad_service_does_not_show_the_desk_shows(
        self, bus: Bus, book: OpenBook, clock: FixedClock, mode: str
    ) -> None:
        desk = NotingDesk()
        with a_screen(bus, mode), a_watch(book, desk, notifier=hasty(0.3)) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:00")
            assert desk.shown.get(timeout=SECONDS).key == KEY
            come(watch, clock, "2026-11-24 14:01")
            watch.answered(KEY, "done")
            until(lambda: book.reminders.open() == ())
            assert watch.delivery is not Shown.ACCEPTED
        assert desk.shown.empty(), "shown once"
        assert desk.withdrawn.get(timeout=SECONDS) == KEY

    def test_without_a_bus_the_desk_shows(self, book: OpenBook, clock: FixedClock) -> None:
        desk = NotingDesk()
        with a_watch(book, desk) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:00")
            assert desk.shown.get(timeout=SECONDS).title == "Send the cover"

    def test_what_nobody_could_show_is_tried_again(self, bus: Bus, book: OpenBook, clock: FixedClock) -> None:
        desk, seconds = NotingDesk(can=False), [0.0]
        with a_watch(book, desk, notifier=hasty(retry_after=0), monotonic=lambda: seconds[0]) as watch:
            on_duty(watch)
            come(watch, clock, "2026-11-24 14:00")
            assert desk.shown.get(timeout=SECONDS).key == KEY
            with a_screen(bus) as screen:
                seconds[0] += RETRY
                come(watch, clock, "2026-11-24 14:01")
                assert screen.pop_up().number == number_of(KEY)

    def test_a_service_that_begins_anew_is_told_nothing_twice(
        self, bus: Bus, book: OpenBook, clock: FixedClock
    ) -> None:
        with a_watch(book) as watch:
            with a_screen(bus) as screen:
                on_duty(watch)
                come(watch, clock, "2026-11-24 14:00")
                screen.pop_up()
            remind(book, hour="14:30")
            with a_screen(bus) as screen:
                come(watch, clock, "2026-11-24 14:30")
                assert screen.pop_up().number == number_of("2/2026-11-24T1430")
                assert len(screen.numbers()) == 1


class TestSeveralProcesses:
    """Two watches of one book, each with an open book of its own as two processes have."""

    def test_a_window_goes_before_an_agent(
        self, bus: Bus, book: OpenBook, clock: FixedClock, tmp_path: Path
    ) -> None:
        with ExitStack() as stack:
            screen = stack.enter_context(a_screen(bus))
            agent = stack.enter_context(a_watch(book, window=False))
            on_duty(agent)
            other = stack.enter_context(opened(tmp_path, clock))
            window = stack.enter_context(a_watch(other))
            on_duty(window)
            assert not agent.on_duty
            come(agent, clock, "2026-11-24 14:00")
            come(window, clock, "2026-11-24 14:00")
            assert screen.pop_up().number == number_of(KEY)
            window.stop()
            on_duty(agent)
            assert len(screen.numbers()) == 1

    def test_the_next_one_hears_the_answer_to_a_pop_up_of_the_last(
        self, bus: Bus, book: OpenBook, clock: FixedClock, tmp_path: Path
    ) -> None:
        with a_screen(bus) as screen:
            with a_watch(book) as first:
                on_duty(first)
                come(first, clock, "2026-11-24 14:00")
                number = screen.pop_up().number
                until(lambda: first.looked_at == clock.moment)
            with opened(tmp_path, clock) as other, a_watch(other, window=False) as second:
                on_duty(second)
                until(lambda: second.looked_at == clock.moment)
                screen.press(number, "done")
                until(lambda: other.reminders.open() == ())
            assert len(screen.numbers()) == 1

    def test_an_agent_withdraws_what_another_process_has_done(
        self, bus: Bus, book: OpenBook, clock: FixedClock, tmp_path: Path
    ) -> None:
        with a_screen(bus) as screen, a_watch(book, window=False) as agent:
            on_duty(agent)
            come(agent, clock, "2026-11-24 14:00")
            number = screen.pop_up().number
            with opened(tmp_path, clock) as other:
                (reminder,) = other.reminders.open()
                assert reminder.id is not None
                other.reminders.done(reminder.id)
                assert screen.closed() == number

    def test_an_agent_follows_preferences_that_another_process_has_changed(
        self, bus: Bus, book: OpenBook, clock: FixedClock, tmp_path: Path
    ) -> None:
        with a_screen(bus) as screen, a_watch(book, window=False) as agent:
            on_duty(agent)
            with opened(tmp_path, clock) as other:
                other.preferences.change(hide_names=HideNames.ALWAYS)
            until(lambda: book.preferences.current.hide_names is HideNames.ALWAYS)
            come(agent, clock, "2026-11-24 14:00")
            assert screen.pop_up().title == "A reminder is waiting"


def test_between_two_lives_the_last_look_is_remembered(book: OpenBook, clock: FixedClock) -> None:
    moment: datetime = clock.moment
    with a_watch(book) as watch:
        until(lambda: watch.looked_at == moment)
    clock.pass_time(timedelta(seconds=30))
    with a_watch(book) as watch:
        on_duty(watch)
        until(lambda: watch.looked_at == clock.moment)
    assert str(clock.moment.isoformat()) in (book.folder / "watch.lock").read_text()
