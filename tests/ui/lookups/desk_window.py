"""A whole window that looks people up, over real sockets to hosts on loopback."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.ui.lookups.ask import AskPanel
from relate_desktop.ui.lookups.desk import LookupDesk
from relate_desktop.ui.lookups.review import ReviewPanel
from relate_desktop.ui.people.page import PeopleRoom
from relate_desktop.ui.shell.looking_up import LookingUp
from tests.looking_up import a_connected_book
from tests.servers.authority import Authority
from tests.servers.net import Answering, Net
from tests.ui.window import Desk, a_desk_on

P = TypeVar("P", bound=QWidget)


class Window:
    """The window, the net behind it and how one gets about."""

    def __init__(self, desk: Desk, net: Net, qtbot: QtBot) -> None:
        self.desk, self.net, self.qtbot = desk, net, qtbot
        self.book = desk.book

    @property
    def lookups(self) -> LookupDesk:
        found = self.desk.frame.findChild(LookingUp)
        assert isinstance(found, LookingUp)
        return found.desk

    def ask_for(self, contact: ContactId) -> None:
        self.desk.frame.navigator.lookup_asked.emit(contact, None)

    def panel(self, kind: type[P]) -> P:
        """The panel of a kind, once it stands over the window."""
        self.qtbot.waitUntil(lambda: isinstance(self.lookups.panel, kind))
        found = self.lookups.panel
        assert isinstance(found, kind)
        return found

    def room(self) -> PeopleRoom:
        room = self.desk.frame.navigator.room
        assert isinstance(room, PeopleRoom)
        return room

    def open(self, contact: ContactId) -> PeopleRoom:
        self.desk.frame.navigator.go(Place.person(contact))
        room = self.room()
        self.qtbot.waitUntil(lambda: room.person.view is not None and room.person.view.id == contact)
        return room

    def review(self, contact: ContactId) -> ReviewPanel:
        """What was found, after the question was answered with yes."""
        self.ask_for(contact)
        self.panel(AskPanel).go.click()
        return self.panel(ReviewPanel)


@contextmanager
def a_window(
    folder: Path, authority: Authority, qtbot: QtBot, hosts: dict[str, dict[str, Answering]] | None = None
) -> Iterator[Window]:
    with (
        a_connected_book(folder, authority, hosts) as (book, net),
        a_desk_on(book) as desk,
    ):
        yield Window(desk, net, qtbot)


def words(panel: QWidget) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel))
