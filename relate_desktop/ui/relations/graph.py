"""The picture of who knows whom: drawn, moved, enlarged, and walked through with the keyboard."""

from collections.abc import Mapping
from math import hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from relate_desktop.domain.graph_layout import Box, extent
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import PeopleGraph
from relate_desktop.ui.kit.accessibility import announce, give_role, named
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.relations import drawing
from relate_desktop.ui.relations.sentences import captions, person_sentence
from relate_desktop.words.relations import graph_heading, tie_words
from relate_desktop.words.translation import _

READABLE = 0.85
"""Smaller than this nobody reads names; then the picture is larger than its frame and can be moved."""
LARGEST, SMALLEST = 2.0, 0.2
_LARGER = 1.2
_MARGIN = 24.0
_NEAR_TIES = 8
"""Of so many ties of the current person the words stand on the lines."""

_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class GraphView(QWidget):
    """Arrows go to the next person in that direction, Enter opens, Space puts somebody into the middle."""

    opened = Signal(object)
    """The ContactId of somebody whose page is wanted."""
    centred = Signal(object)
    """The ContactId of somebody around whom to look."""
    went = Signal(object)
    """The ContactId of the current one."""

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_role(self, "chart")
        named(self, "relations.graph", _("Who knows whom"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._photos = photos
        self._graph: PeopleGraph | None = None
        self._boxes: Mapping[ContactId, Box] = {}
        self._captions: dict[ContactId, str] = {}
        self._current: ContactId | None = None
        self._scale, self._offset = 1.0, QPointF()
        self._grabbed: QPointF | None = None
        self._fitted = True
        photos.arrived.connect(self.update)

    # what is shown

    def show_graph(self, graph: PeopleGraph, boxes: Mapping[ContactId, Box]) -> None:
        """Show these people where they stand; who was current stays so while still there."""
        same = self._graph is not None and self._graph.centre.id == graph.centre.id
        self._graph = graph
        self._captions = captions(graph)
        self.setAccessibleName(graph_heading(graph.centre.person.called))
        if not same or self._current not in {one.id for one in graph.people}:
            self._current = graph.centre.id
        self._boxes = boxes
        if same and not self._fitted:
            self.update()
        else:
            self.fit()

    @property
    def current(self) -> ContactId | None:
        """Who is current."""
        return self._current

    @property
    def scale(self) -> float:
        """How large everything is."""
        return self._scale

    def go_to(self, contact: ContactId) -> None:
        """Make somebody current and bring them into sight."""
        if self._graph is None or contact not in self._boxes:
            return
        if contact != self._current:
            self._current = contact
            sentence = person_sentence(self._graph, contact)
            self.setAccessibleDescription(sentence)
            if self.hasFocus():
                announce(self, sentence)
            self.went.emit(contact)
        self._bring_into_sight(self._boxes[contact])
        self.update()

    def place_of(self, contact: ContactId) -> QRectF:
        """Where somebody stands in the widget."""
        box = self._boxes[contact]
        corner = self._shown(QPointF(box.x - box.width / 2, box.y - box.height / 2))
        return QRectF(corner.x(), corner.y(), box.width * self._scale, box.height * self._scale)

    def fit(self) -> None:
        """Show everybody, as far as names stay readable; else the middle."""
        self._fitted = True
        if not self._boxes:
            return
        left, top, width, height = extent(self._boxes)
        room = QPointF(max(self.width() - 2 * _MARGIN, 50), max(self.height() - 2 * _MARGIN, 50))
        whole = min(room.x() / width, room.y() / height, 1.15)
        self._scale = max(whole, READABLE)
        middle = QPointF(left + width / 2, top + height / 2) if whole >= READABLE else QPointF()
        self._offset = QPointF(self.width(), self.height()) / 2 - middle * self._scale
        self.update()

    def enlarge(self, factor: float, at: QPointF | None = None) -> None:
        """Make everything larger or smaller around a point, the middle of the widget by itself."""
        self._fitted = False
        at = at if at is not None else QPointF(self.width(), self.height()) / 2
        before = (at - self._offset) / self._scale
        self._scale = min(max(self._scale * factor, SMALLEST), LARGEST)
        self._offset = at - before * self._scale
        self.update()

    def show_all(self) -> None:
        """Show everybody, however small."""
        left, top, width, height = extent(self._boxes)
        room = QPointF(max(self.width() - 2 * _MARGIN, 50), max(self.height() - 2 * _MARGIN, 50))
        self._fitted = False
        self._scale = max(min(room.x() / width, room.y() / height, 1.15), SMALLEST)
        middle = QPointF(left + width / 2, top + height / 2)
        self._offset = QPointF(self.width(), self.height()) / 2 - middle * self._scale
        self.update()

    # Qt's side

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a dozen people."""
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for somebody and a few around."""
        return QSize(280, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Lines, then people."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._graph is not None:
            painter.translate(self._offset)
            painter.scale(self._scale, self._scale)
            self._draw(painter, self._graph)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stay fitted, or keep the middle where it is."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        elif event.oldSize().isValid():
            moved = event.size() - event.oldSize()
            self._offset += QPointF(moved.width(), moved.height()) / 2

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk, open, centre, enlarge."""
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(_ARROWS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current is not None:
            self.opened.emit(self._current)
        elif key == Qt.Key.Key_Space and self._current is not None:
            self.centred.emit(self._current)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.enlarge(1 / _LARGER if key == Qt.Key.Key_Minus else _LARGER)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Home and self._graph is not None:
            self.go_to(self._graph.centre.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose somebody, or take hold of the picture."""
        found = self._at(event.position())
        if found is not None:
            self.go_to(found)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the picture along; show who can be chosen."""
        if self._grabbed is not None:
            self._offset += event.position() - self._grabbed
            self._grabbed, self._fitted = event.position(), False
            self.update()
            return
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        self._grabbed = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open somebody's page."""
        found = self._at(event.position())
        if found is not None:
            self.opened.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl enlarges; else the picture moves."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(_LARGER ** (turn.y() / 120), event.position())
        else:
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not turn.x()
            self._offset += QPointF(turn.y() if sideways else turn.x(), 0 if sideways else turn.y()) / 2
            self._fitted = False
            self.update()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Say in full who is under the mouse: a long name has little room in the picture."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._graph is not None:
            found = self._at(QPointF(event.pos()))
            words = person_sentence(self._graph, found) if found is not None else ""
            QToolTip.showText(event.globalPos(), tip(words) if words else "", self)
            return True
        return super().event(event)

    # drawing and finding

    def _draw(self, painter: QPainter, graph: PeopleGraph) -> None:
        steps = {one.id: one.steps for one in graph.people}
        current = self._current
        chosen = current is not None and current != graph.centre.id
        mine = set(graph.ties_of(current)) if current is not None else set()
        near = {current, *(end for tie in mine for end in (tie.one, tie.other))} if chosen else set(steps)
        for tie in graph.ties:
            one, other = (
                drawing.picture_centre(self._boxes[end], steps[end]) for end in (tie.one, tie.other)
            )
            strong = chosen and tie in mine
            drawing.draw_tie(painter, (one, other), tie, strong=strong, back=chosen and not strong)
        for person in graph.people:
            is_current = person.id == current
            look = drawing.Look(
                self._captions.get(person.id, ""),
                current=is_current,
                near=person.id in near,
                focus=is_current and self.hasFocus(),
            )
            drawing.draw_person(painter, person, self._boxes[person.id], look, self._photos)
        if chosen and current is not None and len(mine) <= _NEAR_TIES:
            for tie in mine:
                if graph.centre.id in {tie.one, tie.other}:
                    continue  # it stands below the name
                words = ", ".join(tie_words(tie, tie.beyond(current)))
                at = drawing.middle_of(self._boxes[tie.one], self._boxes[tie.other], steps, tie)
                drawing.draw_words(painter, at, words)

    def _shown(self, point: QPointF) -> QPointF:
        return point * self._scale + self._offset

    def _at(self, point: QPointF) -> ContactId | None:
        return next((contact for contact in self._boxes if self.place_of(contact).contains(point)), None)

    def _walk(self, direction: QPointF) -> None:
        """To the nearest person that way; straight ahead counts as nearer than aside."""
        here = self._boxes.get(self._current) if self._current is not None else None
        if here is None:
            return
        best: tuple[float, ContactId] | None = None
        for contact, box in self._boxes.items():
            way = QPointF(box.x - here.x, box.y - here.y)
            ahead = way.x() * direction.x() + way.y() * direction.y()
            aside = abs(way.x() * direction.y() - way.y() * direction.x())
            if ahead <= 1 or aside > 2.2 * ahead:
                continue
            distance = hypot(ahead, 2 * aside)
            if best is None or (distance, contact) < best:
                best = (distance, contact)
        if best is not None:
            self.go_to(best[1])

    def _bring_into_sight(self, box: Box) -> None:
        area = QRectF(
            self._shown(QPointF(box.x - box.width / 2, box.y - box.height / 2)),
            self._shown(QPointF(box.x + box.width / 2, box.y + box.height / 2)),
        )
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        across = max(room.left() - area.left(), 0.0) or min(room.right() - area.right(), 0.0)
        down = max(room.top() - area.top(), 0.0) or min(room.bottom() - area.bottom(), 0.0)
        self._offset += QPointF(across, down)
