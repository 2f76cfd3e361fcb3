"""The room of who knows whom: a picture of the people around somebody, and the same as a table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.graph_layout import Box, laid_out
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import GraphTie, PeopleGraph
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Frame, Panel
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.relations import drawing
from relate_desktop.ui.relations.drawing import tie_pen
from relate_desktop.ui.relations.graph import GraphView
from relate_desktop.ui.relations.table import PeopleTableView
from relate_desktop.words.relations import graph_heading, graph_summary
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

TABLE_WIDTH = 340
NARROW = 820
"""Under this width in pixels the table stands below the picture."""
_LARGER = 1.25


@dataclass(frozen=True, slots=True)
class Drawn:
    """A graph and where everybody stands, ready to be shown."""

    graph: PeopleGraph
    boxes: Mapping[ContactId, Box]


class RelationsRoom(Room):
    """Places: ``relations/<id>``; without anybody the room says how to come here."""

    def __init__(self, book: "OpenBook", work: Work, news: News) -> None:
        super().__init__()
        self._book, self._work = book, work
        self._contact: ContactId | None = None
        self._graph: PeopleGraph | None = None
        self._drawn = Fresh(work, self, self._reader, self._show, self._lost, kind=JobKind.DETAIL)
        self._stale = False
        self._photos = Photos(book.contacts.photo, work, self)
        self._build()
        news.changed.connect(self._news)
        theme().changed.connect(self._theme_changed)

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("Who knows whom")

    def go(self, place: Place) -> None:
        """Look around the person the place names."""
        if place.rest.isdecimal():
            contact = ContactId(int(place.rest))
            if contact != self._contact or self._stale:
                self._look(contact)
        elif self._graph is None:
            self._stack.setCurrentWidget(self._nobody)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """The open person can be edited from here too."""
        contact = self._contact
        if contact is None or self._graph is None:
            return {}
        return {"person.edit": lambda: self.asked.emit(Place("people", f"{contact}/edit"))}

    def regions(self) -> Sequence[QWidget]:
        """Picture, then table."""
        return [self.graph, self.table] if self._graph is not None else [self]

    def default_focus(self) -> QWidget | None:
        """The picture."""
        return self.graph if self._stack.currentWidget() is self._page else None

    # building

    def _build(self) -> None:
        self._nobody = EmptyPage(
            "users-three",
            _("Around whom?"),
            _("Open somebody’s page and choose “Who knows whom”."),
        )
        self.add = Button(_("Add a relation…"), "relations.add", kind="primary", icon="plus")
        self.add.clicked.connect(self._ask_to_add)
        self._alone = EmptyPage("users-three", "", "", button=self.add)
        self._page = self._made_page()
        self._stack = QStackedWidget()
        for widget in (self._nobody, self._alone, self._page):
            self._stack.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _made_page(self) -> QWidget:
        page = Frame("page")
        self.graph, self.table = GraphView(self._photos), PeopleTableView()
        for view in (self.graph, self.table):
            view.opened.connect(lambda contact: self.asked.emit(Place.person(contact)))
        self.graph.centred.connect(lambda contact: self.asked.emit(Place("relations", str(contact))))
        self.graph.went.connect(self.table.go_to)
        self.table.went.connect(self.graph.go_to)
        picture = Panel("relations.picture", _("Picture"), "card")
        inside = QVBoxLayout(picture)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.setSpacing(4)
        inside.addWidget(self.graph, 1)
        inside.addLayout(self._foot())
        beside = Panel("relations.beside", _("Table"), "card")
        room = QVBoxLayout(beside)
        room.setContentsMargins(1, 1, 1, 1)
        room.addWidget(self.table)
        self._beside = beside
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addWidget(picture, 3)
        self._columns.addWidget(beside, 2)
        box = QVBoxLayout(page)
        box.setContentsMargins(32, 24, 32, 24)
        box.setSpacing(14)
        box.addLayout(self._head())
        box.addLayout(self._columns, 1)
        return page

    def _head(self) -> QHBoxLayout:
        self.heading = Heading("", "relations.title")
        self.heading.setWordWrap(True)
        self.summary = SafeLabel("", "body", "text2", wrap=True)
        self.met = CheckBox(_("Also who only met"), "relations.met")
        self.met.setChecked(True)
        self.met.toggled.connect(lambda _on: self._look(self._contact))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.met, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 10, 0)
        foot.setSpacing(6)
        one, other = ContactId(1), ContactId(2)
        for tie, words in (
            (GraphTie(one, other, ("kin",), ("kin",)), _("related")),
            (GraphTie(one, other, household="h"), _("live together")),
            (GraphTie(one, other, talks=1), _("met")),
        ):
            foot.addWidget(LegendLine(tie))
            foot.addWidget(SafeLabel(words, "caption", "text2"))
            foot.addSpacing(8)
        foot.addStretch(1)
        self.smaller = IconButton("minus", _("Smaller"), "relations.smaller", kind="quiet")
        self.larger = IconButton("plus", _("Larger"), "relations.larger", kind="quiet")
        self.whole = Button(_("Show all"), "relations.all", kind="quiet", small=True)
        self.smaller.clicked.connect(lambda: self.graph.enlarge(1 / _LARGER))
        self.larger.clicked.connect(lambda: self.graph.enlarge(_LARGER))
        self.whole.clicked.connect(self.graph.show_all)
        for button in (self.smaller, self.larger, self.whole):
            foot.addWidget(button)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the table beside or below the picture."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme().scaled(NARROW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._beside.setMaximumWidth(16_777_215 if narrow else theme().scaled(TABLE_WIDTH))

    def _theme_changed(self) -> None:
        self._arrange()
        self._look(self._contact)

    # looking

    def _look(self, contact: ContactId | None) -> None:
        if contact is None:
            return
        self._contact, self._stale = contact, False
        self._drawn.ask()

    def _reader(self) -> Callable[[], Drawn] | None:
        contact, met, sizes = self._contact, self.met.isChecked(), drawing.sizes()
        return None if contact is None else lambda: self._read(contact, sizes, met=met)

    def _read(self, contact: ContactId, sizes: Sequence[tuple[float, float]], *, met: bool) -> Drawn:
        graph = self._book.acquaintances.around(contact, met=met)
        return Drawn(graph, laid_out(graph, sizes))

    def _show(self, drawn: Drawn) -> None:
        graph = drawn.graph
        self._graph = graph
        called = graph.centre.person.called
        summary = graph_summary(len(graph.people) - 1, graph.left_out)
        self.heading.set_heading(graph_heading(called))
        self.summary.setText(summary)
        self._alone.say(graph_heading(called), summary)
        alone = len(graph.people) == 1 and self.met.isChecked()
        had_focus = self._stack.currentWidget() is not self._page
        self._stack.setCurrentWidget(self._alone if alone else self._page)
        self.table.show_graph(graph)
        self.graph.show_graph(graph, drawn.boxes)
        if had_focus and not alone and self.isVisible():
            self.graph.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{graph_heading(called)}. {summary}")
        self.acts_changed.emit()

    def _lost(self, _error: BaseException) -> None:
        self._contact = self._graph = None
        self._stack.setCurrentWidget(self._nobody)
        self.acts_changed.emit()

    def _news(self, changes: Changes) -> None:
        if self._contact is None or not (changes.everything or changes.contacts):
            return
        self._stale = True
        if self.isVisible():
            self._look(self._contact)

    def _ask_to_add(self) -> None:
        if self._contact is not None:
            self.asked.emit(Place("people", f"{self._contact}/relations"))


class LegendLine(QWidget):
    """A short piece of a line as the picture draws it; the words beside it say what it is."""

    def __init__(self, tie: GraphTie, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tie = tie
        self.setFixedSize(26, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tie_pen(self._tie, strong=True))
        painter.drawLine(1, self.height() // 2, self.width() - 1, self.height() // 2)
        painter.end()
