"""Short lists of lines with an icon, as high as what is in them: ways to reach, moments, circles."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.text import left_to_right
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.fixed import FixedModel
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.kit.wrapped import WrappedList, wrap_flags, wrapped_height
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
WITHIN = "place:"
"""What begins so is a place in the window, not an address of the desktop."""
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ICON = 18
GAP = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line: an icon, what it says, what kind it is, what a copy of it is."""

    icon: str
    text: str
    detail: str = ""
    name: str = ""
    """The sentence for assistive tools; the text and detail when empty."""
    source: str = ""
    """Where it came from, in words."""
    copies: str = ""
    opens: str = ""
    """An address the desktop opens, empty when there is none."""
    hue: int | None = None
    line: PropertyId | None = None
    """The line of the card whose story can be told."""
    ltr: bool = False
    """A number or an address: it runs from left to right in every language."""

    @property
    def within(self) -> bool:
        """Whether it opens a place of the window."""
        return self.opens.startswith(WITHIN)

    @property
    def drawn(self) -> str:
        """The text as it is drawn."""
        return left_to_right(self.text) if self.ltr else self.text


def _answers(line: Line) -> dict[int, object]:
    """What a line is for each role."""
    return {
        LINE_ROLE: line,
        Qt.ItemDataRole.DisplayRole: line.text,
        Qt.ItemDataRole.AccessibleTextRole: line.name or ", ".join(filter(None, (line.text, line.detail))),
        Qt.ItemDataRole.AccessibleDescriptionRole: line.source,
        Qt.ItemDataRole.ToolTipRole: tip("\n".join(filter(None, (line.text, line.source)))),
    }


class LineDelegate(QStyledItemDelegate):
    """Icon left, text wrapped beside it, the kind in smaller letters under it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as the wrapped text at the list's width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 200
        return QSize(width, self._height(index.data(LINE_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(area, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 6)
        self._draw_mark(painter, option, line)
        words = area.adjusted(GAP + ICON, 4, -4, -4)
        text_height = wrapped_height(line.drawn, "small", words.width())
        place = QStyle.visualRect(
            option.direction, area, QRect(words.topLeft(), QSize(words.width(), text_height))
        )
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("text"))
        metrics = QFontMetrics(theme().font("small"))
        painter.drawText(place, wrap_flags(option.direction, metrics, line.drawn, words.width()), line.drawn)
        if line.detail:
            under = QRect(
                words.left(), words.top() + text_height, words.width(), words.height() - text_height
            )
            painter.setFont(theme().font("caption"))
            painter.setPen(theme().colour("text2"))
            metrics = QFontMetrics(theme().font("caption"))
            flags = wrap_flags(option.direction, metrics, line.detail, words.width())
            painter.drawText(QStyle.visualRect(option.direction, area, under), flags, line.detail)
        painter.restore()

    def _draw_mark(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        area = option.rect
        top = area.top() + 4 + (QFontMetrics(theme().font("small")).height() - 16) // 2
        if line.hue is not None:
            place = QStyle.visualRect(option.direction, area, QRect(area.left() + 3, top + 3, 10, 10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().hue(line.hue)[1])
            painter.drawEllipse(place)
        elif line.icon:
            place = QStyle.visualRect(option.direction, area, QRect(area.left(), top, 16, 16))
            painter.drawPixmap(place.topLeft(), pixmap(line.icon, colour="text2", size=16))

    def _height(self, line: Line, width: int) -> int:
        room = width - GAP - ICON - 4
        detail = wrapped_height(line.detail, "caption", room)
        return max(28, wrapped_height(line.drawn, "small", room) + detail + 8)


class LineList(WrappedList):
    """Click or Ctrl+C copies, Enter opens."""

    copied = Signal(str)
    opened = Signal(str)
    story_asked = Signal(object)
    """The PropertyId of a line of which it is asked where it came from."""

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, parent)
        self.lines = FixedModel[Line](_answers, self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._press)
        self.activated.connect(self._open)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the lines; a list without any is hidden."""
        self.lines.show(lines)
        self.setVisible(bool(lines))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+C copies the line; Enter opens it, Menu shows what can be done."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_C:
            self._copy(self.currentIndex())
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _press(self, index: Index) -> None:
        """A click copies; a line that leads to another page goes there."""
        line = index.data(LINE_ROLE)
        if isinstance(line, Line) and line.within:
            self.opened.emit(line.opens)
        else:
            self._copy(index)

    def _copy(self, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, Line) and line.copies:
            self.copied.emit(line.copies)

    def _open(self, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, Line) and line.opens:
            self.opened.emit(line.opens)
        else:
            self._copy(index)

    def _menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        menu = rounded(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = QAction(_("Copy"), menu, enabled=bool(line.copies))
        copy.triggered.connect(lambda: self.copied.emit(line.copies))
        menu.addAction(copy)
        if line.opens:
            menu.addAction(_("Open"), lambda: self.opened.emit(line.opens))
        if line.line is not None:
            menu.addAction(_("Where this came from…"), lambda: self.story_asked.emit(line.line))
        menu.popup(self.viewport().mapToGlobal(position))
