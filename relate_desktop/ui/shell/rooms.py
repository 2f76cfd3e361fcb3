"""Which rooms there are: one function each, called when the room is first gone to.

A room's modules are loaded with it, so that the window does not wait for rooms nobody has entered.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.people import ContactSummary
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.work import Work

if TYPE_CHECKING:
    from relate_desktop.domain.typed_due import TypedDue
    from relate_desktop.services.book import OpenBook
    from relate_desktop.system.notices import Shown
    from relate_desktop.ui.kit.slot import PersonSlot

# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the shell has for rooms to choose from."""

    book: "OpenBook"
    folder: Path
    preferences: PreferencesService
    work: Work
    news: News
    clock: Clock
    first: Sequence[ContactSummary] = ()
    """The first people of the list, where they are known before the book is open."""
    delivery: Callable[[], "Shown | None"] = lambda: None
    """What became of the last pop-up that the desktop was asked to show; None before the first."""


def _people(around: Surroundings) -> Room:
    from relate_desktop.ui.people.page import PeopleRoom

    return PeopleRoom(
        around.book,
        around.work,
        around.news,
        around.clock,
        timeline=lambda: _timeline_of_a_person(around),
        preferences=around.preferences,
        first=around.first,
    )


def _timeline_of_a_person(around: Surroundings) -> "PersonSlot":
    from relate_desktop.ui.timeline.making import timeline

    return timeline("person.timeline", around.book, around.work)


def _timeline(around: Surroundings) -> Room:
    from relate_desktop.ui.timeline.page import TimelineRoom

    return TimelineRoom(around.book, around.work, around.news)


def _reminders(around: Surroundings) -> Room:
    from relate_desktop.ui.reminders.page import RemindersRoom

    return RemindersRoom(around.book, around.work, around.news, around.delivery)


def _calendar(around: Surroundings) -> Room:
    from relate_desktop.ui.calendar.page import CalendarRoom

    return CalendarRoom(around.book, around.work, around.news)


def _imports(around: Surroundings) -> Room:
    from relate_desktop.ui.imports.page import ImportsRoom

    return ImportsRoom(around.book, around.work)


def _duplicates(around: Surroundings) -> Room:
    from relate_desktop.ui.duplicates.page import DuplicatesRoom

    return DuplicatesRoom(around.book, around.work, around.news)


def _relations(around: Surroundings) -> Room:
    from relate_desktop.ui.relations.page import RelationsRoom

    return RelationsRoom(around.book, around.work, around.news)


def _names(around: Surroundings) -> Room:
    from relate_desktop.ui.names.page import NamesRoom

    return NamesRoom(around.book, around.work, around.news)


def _history(around: Surroundings) -> Room:
    from relate_desktop.ui.history.page import HistoryRoom

    return HistoryRoom(around.book, around.work, around.news, around.clock)


def _removed(around: Surroundings) -> Room:
    from relate_desktop.ui.removed.page import RemovedRoom

    return RemovedRoom(around.book, around.work, around.news, around.clock)


def _past(around: Surroundings) -> Room:
    from relate_desktop.ui.people.past import PastRoom

    return PastRoom(around.book, around.work, around.news)


def _settings(around: Surroundings) -> Room:
    from relate_desktop.ui.preferences.page import PreferencesRoom
    from relate_desktop.ui.shell.loading import SETTINGS, load

    room = PreferencesRoom(around.preferences, around.book, around.folder, around.work, around.news)
    load(SETTINGS, room, lambda: None)
    return room


def _lookups(around: Surroundings) -> Room:
    from relate_desktop.ui.lookups.page import AskedRoom

    return AskedRoom(around.book, around.work, around.news)


def _welcome(around: Surroundings) -> Room:
    from relate_desktop.ui.welcome.page import WelcomeRoom

    return WelcomeRoom(around.book.sample.add, around.preferences, around.work)


def _today(around: Surroundings) -> Room:
    from relate_desktop.services.present import PresentSource
    from relate_desktop.system.zone import machine_zone
    from relate_desktop.ui.today.page import TodayRoom

    present = PresentSource(around.clock, around.preferences, machine_zone)

    def read_time(words: str) -> "TypedDue | None":
        from relate_desktop.services.typed_words import TypedWords
        from relate_desktop.system.language import spoken

        return TypedWords(present, spoken).due(words)

    return TodayRoom(around.book, around.preferences, around.work, around.news, present, read_time=read_time)


def _choose(around: Surroundings) -> Room:
    from relate_desktop.services.present import PresentSource
    from relate_desktop.system.zone import machine_zone
    from relate_desktop.ui.choose.page import ChooseRoom

    present = PresentSource(around.clock, around.preferences, machine_zone)
    return ChooseRoom(around.book, around.preferences, around.work, present)


ROOMS: Mapping[str, Callable[[Surroundings], Room]] = {
    "today": _today,
    "people": _people,
    "timeline": _timeline,
    "reminders": _reminders,
    "calendar": _calendar,
    "import": _imports,
    "duplicates": _duplicates,
    "relations": _relations,
    "names": _names,
    "history": _history,
    "people/removed": _removed,
    "past": _past,
    "settings": _settings,
    "lookups": _lookups,
    "welcome": _welcome,
    "choose": _choose,
}
