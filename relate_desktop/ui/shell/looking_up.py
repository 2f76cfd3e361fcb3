"""Has somebody looked up over whatever room is in front, and offers it only while look-ups are on."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import Provider
from relate_desktop.services.preferences import Preferences
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.rooms import Surroundings

if TYPE_CHECKING:
    from relate_desktop.ui.lookups.desk import LookupDesk


class LookingUp(QObject):
    """The panels and whatever they need are loaded with the first look-up."""

    def __init__(self, frame: Furniture, around: Surroundings) -> None:
        super().__init__(frame)
        self._frame, self._around = frame, around
        frame.navigator.lookup_asked.connect(self._look_up)
        self._prefer(around.preferences.current)
        self.destroyed.connect(around.preferences.listen(self._prefer))

    @cached_property
    def desk(self) -> "LookupDesk":
        """What asks, shows and keeps."""
        from relate_desktop.ui.lookups.desk import LookupDesk  # noqa: PLC0415

        desk = LookupDesk(self._around.book, self._around.work, self._frame.window)
        desk.asked.connect(self._frame.navigator.go)
        self._around.news.changed.connect(desk.follow)
        return desk

    def _look_up(self, contact: ContactId, provider: Provider | None) -> None:
        self.desk.look_up(contact, provider)

    def _prefer(self, now: Preferences) -> None:
        self._frame.menus.actions["person.lookup"].setVisible(now.lookups)
        self._frame.show_place()
