"""Which rooms there are: one line each, made when first gone to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from relate_desktop.domain.clock import Clock
from relate_desktop.services.book import OpenBook
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.ui.history.page import HistoryRoom
from relate_desktop.ui.imports.page import ImportsRoom
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.page import PeopleRoom
from relate_desktop.ui.preferences.page import PreferencesRoom
from relate_desktop.ui.welcome.page import WelcomeRoom


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the shell has for rooms to choose from."""

    book: OpenBook
    preferences: PreferencesService
    work: Work
    news: News
    clock: Clock


ROOMS: Mapping[str, Callable[[Surroundings], Room]] = {
    "people": lambda around: PeopleRoom(around.book, around.work, around.news, around.clock),
    "import": lambda around: ImportsRoom(around.book, around.work),
    "welcome": lambda around: WelcomeRoom(around.book.sample.add, around.preferences, around.work),
    "history": lambda around: HistoryRoom(around.book.history, around.work, around.news, around.clock),
    "settings": lambda around: PreferencesRoom(around.preferences, around.book.folder),
}
