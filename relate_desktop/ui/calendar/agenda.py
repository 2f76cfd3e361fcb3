"""The agenda: one list of days, one tab stop, arrows inside, Enter opens."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from relate_desktop.ui.calendar.lines import AgendaLine, CalendarView
from relate_desktop.ui.calendar.model import AgendaModel, Index
from relate_desktop.ui.calendar.rows import AgendaDelegate
from relate_desktop.ui.kit.long_list import LongList
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _

NEARLY = 400
"""Pixels before the end at which more days are asked for."""


class AgendaList(LongList):
    """Shows an ``AgendaModel``."""

    chosen = Signal(object)
    """The AgendaLine one is on, None for none."""
    opened = Signal(object)
    """An AgendaLine by Enter or a click."""
    menu_asked = Signal(QPoint)

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__("calendar.agenda", _("Agenda"), parent)
        self.lines = AgendaModel(self)
        self.setModel(self.lines)
        self._delegate = AgendaDelegate(photos.picture, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._open)
        self.moved.connect(self._reach)
        photos.arrived.connect(self.viewport().update)
        theme().changed.connect(self._measure_anew)

    @property
    def line(self) -> AgendaLine | None:
        """The line one is on."""
        return self.lines.line(self.currentIndex())

    def show_days(self, view: CalendarView, identity: str, on: date, *, to_top: bool) -> None:
        """Show these days; stand on an event, else on a day, at the top edge if wanted."""
        kept = self.place()
        self.lines.show(view)
        index = self.lines.index_of(identity, on)
        self.setCurrentIndex(index)
        if to_top and index.isValid():
            first = index.row() - (view.lines[index.row()].number if not identity else 0)
            self.scrollTo(self.lines.index(first, 0), QListView.ScrollHint.PositionAtTop)
        else:
            self.go_to(*kept)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell on which line the user is."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.lines.line(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space open."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = self.lines.line(index)
        if line is not None:
            self.opened.emit(line)

    def _menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if not index.isValid():
            index = self.currentIndex()
            position = self.visualRect(index).center()
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_asked.emit(self.viewport().mapToGlobal(position))

    def _measure_anew(self) -> None:
        # a method that Qt has as well would be called even after the list is gone
        self.doItemsLayout()

    def _reach(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < NEARLY:
            self.lines.reach()
