"""Going to places: which room is in front, what it shows, back and forward."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.shell.places import PlaceHistory


class Navigator(QObject):
    """Shows rooms in a stack. Rooms are made when first gone to."""

    moved = Signal()
    """Another place is shown, or the room's title or acts are other ones."""
    said = Signal(object)
    """A Message of a room."""
    entered = Signal()
    """A room was made, as it is once each."""
    notice_asked = Signal(object)
    """A Notice that a room wants to be shown in the own pop-up window."""
    jot_asked = Signal(str, object)
    """What a room wants to be jotted down: words to begin with, whom it is about or None."""
    lookup_asked = Signal(object, object)
    """Whom a room wants to be looked up, and the one Provider to ask or None for all."""
    offered = Signal(object)
    """Files that a room wants to be looked into; empty: the user is to choose."""

    def __init__(self, stack: QStackedWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._factories: Mapping[str, Callable[[], Room]] = {}
        self._rooms: dict[str, Room] = {}
        self.history = PlaceHistory()

    def set_rooms(self, factories: Mapping[str, Callable[[], Room]]) -> None:
        """Take the rooms there are, by the first word of their addresses or the whole."""
        self._factories = factories

    @property
    def room(self) -> Room | None:
        """The room in front."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Room) else None

    def knows(self, place: Place) -> bool:
        """Whether there is a room for a place."""
        return self._name(place) in self._factories

    def made(self) -> Sequence[Room]:
        """The rooms that exist already."""
        return list(self._rooms.values())

    def go(self, place: Place, *, remember: bool = True) -> bool:
        """Show a place; whether there is such a place."""
        if not self.knows(place):
            return False
        name = self._name(place)
        room = self._rooms.get(name) or self._make(name)
        before = self.room
        if before is not None and before is not room:
            before.keep()
        if remember:
            self.history.visit(place)
        self._stack.setCurrentWidget(room)
        room.go(place)
        self.moved.emit()
        if before is not room:
            self._focus(room.default_focus())
        return True

    def back(self) -> None:
        """Show the place before."""
        place = self.history.back()
        if place is not None:
            self.go(place, remember=False)

    def forward(self) -> None:
        """Show the place after."""
        place = self.history.forward()
        if place is not None:
            self.go(place, remember=False)

    def look_into(self, paths: Sequence[Path]) -> bool:
        """Have the room that reads files look into these; whether there is one."""
        if "import" not in self._factories:
            return False
        room = self._rooms.get("import") or self._make("import")
        if not room.take_files(paths):
            return False
        self.go(Place("import"))
        return True

    def keep(self) -> None:
        """Have every room write down what is not yet."""
        for room in self._rooms.values():
            room.keep()

    def _name(self, place: Place) -> str:
        """The room of a place: one of its own, as ``people/removed`` has, or that of its first word."""
        return place.address if place.address in self._factories else place.room

    def _make(self, name: str) -> Room:
        room = self._factories[name]()
        room.asked.connect(self.go)
        room.said.connect(self.said)
        room.offered.connect(self.offered)
        room.notice_asked.connect(self.notice_asked)
        room.jot_asked.connect(self.jot_asked)
        room.lookup_asked.connect(self.lookup_asked)
        room.settled.connect(lambda place: self._settled(room, place))
        for signal in (room.retitled, room.acts_changed):
            signal.connect(lambda: self._changed(room))
        self._stack.addWidget(room)
        self._rooms[name] = room
        self.entered.emit()
        return room

    def _settled(self, room: Room, place: Place) -> None:
        if room is self.room:
            self.history.visit(place)
            self.moved.emit()

    def _changed(self, room: Room) -> None:
        if room is self.room:
            self.moved.emit()

    @staticmethod
    def _focus(widget: QWidget | None) -> None:
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
