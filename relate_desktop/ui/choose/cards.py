"""People to choose from as cards in a grid, each with a check box and, once chosen, a rhythm."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.domain.first_day import MONTHLY, RHYTHMS
from relate_desktop.domain.ids import ContactId, MediaHash
from relate_desktop.domain.people import ContactSummary
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.fields import ComboBox
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.marks import draw_check, draw_focus, mark_side
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.first_day import short_rhythm
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
MOST = 5
AVATAR, PAD, GAP = 40, 14, 12
COLUMNS, LEAST_WIDTH, HEIGHT = 3, 310, 74
EDITOR_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person to choose; ``line`` stands below the name."""

    person: ContactSummary
    line: str


class Candidates(QAbstractListModel):
    """Who is shown, who is chosen and how often to be in touch with them."""

    full = Signal()
    """One more than may be chosen was asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: tuple[Candidate, ...] = ()
        self.chosen: dict[ContactId, int] = {}
        """The rhythm of everybody chosen, in days, in the order in which they were chosen."""

    def show(self, people: Sequence[Candidate]) -> None:
        """Show these people; who is chosen stays so."""
        self.beginResetModel()
        self.shown = tuple(people)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many people."""
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """They can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a card says."""
        if not index.isValid():
            return None
        shown = self.shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            chosen = shown.person.id in self.chosen
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            name = shown.person.called
            return _("{name}, {hint}").format(name=name, hint=shown.line) if shown.line else name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{shown.person.called}\n{shown.line}".strip())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Choose or leave out; assistive tools tick in this way."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        contact = self.shown[index.row()].person.id
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if wanted and contact not in self.chosen and len(self.chosen) >= MOST:
            self.full.emit()
            return False
        if wanted:
            self.chosen.setdefault(contact, MONTHLY)
        else:
            self.chosen.pop(contact, None)
        self.dataChanged.emit(index, index, [role])
        return True

    def turn(self, index: Index) -> None:
        """Tick, or untick."""
        state = Qt.CheckState.Unchecked if self.is_chosen(index) else Qt.CheckState.Checked
        self.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def is_chosen(self, index: Index) -> bool:
        """Whether the person of a row is chosen."""
        return index.isValid() and self.shown[index.row()].person.id in self.chosen


class RhythmChoice(QWidget):
    """The combo box on a chosen card, with the label that names it."""

    def __init__(self, person: str, days: int, choose: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.combo = ComboBox("choose.rhythm", parent=self)
        self.combo.setProperty("kind", "pill")
        label = SafeLabel(_("How often with {name}").format(name=person), parent=self)
        label.setBuddy(self.combo)
        label.setGeometry(0, 0, 0, 0)
        for offered in sorted({*RHYTHMS, days}):
            self.combo.addItem(short_rhythm(offered), offered)
        self.combo.setCurrentIndex(self.combo.findData(days))
        self.combo.currentIndexChanged.connect(lambda _row: choose(int(self.combo.currentData())))
        self.setFocusProxy(self.combo)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The combo box fills it."""
        super().resizeEvent(event)
        height = min(self.combo.sizeHint().height(), self.height())
        self.combo.setGeometry(0, (self.height() - height) // 2, self.width(), height)


class CardDelegate(QStyledItemDelegate):
    """Draws one card: avatar, name, a line, a check box."""

    def __init__(self, photo: Callable[[MediaHash], QImage | None], parent: QListView) -> None:
        super().__init__(parent)
        self._photo = photo
        self.size = QSize(320, HEIGHT + GAP)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """One cell of the grid, air included."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        model = index.model()
        if not isinstance(model, Candidates):
            return
        shown, on = model.shown[index.row()], model.is_chosen(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = _card(option)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(theme().colour("accent" if on else "border"), 2 if on else theme().border))
        painter.setBrush(theme().colour("accentSoft" if on else "hover" if hovered else "surface"))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 12, 12)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, card.adjusted(3, 3, -3, -3), 9)
        person, direction = shown.person, option.direction
        face = QRect(card.left() + PAD, card.top() + (card.height() - AVATAR) // 2, AVATAR, AVATAR)
        picture = self._photo(person.photo) if person.photo is not None else None
        draw_avatar(
            painter,
            QRectF(QStyle.visualRect(direction, card, face)),
            person.own_script or person.full_name,
            person.hue,
            picture=picture,
            organisation=person.is_organization,
        )
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        draw_check(painter, QStyle.visualRect(direction, card, _box(card)), state)
        right = PAD + mark_side() + 10 + (theme().scaled(EDITOR_WIDTH) + 6 if on else 0)
        words = card.adjusted(PAD + AVATAR + 12, 0, -right, 0)
        self._draw_words(painter, QStyle.visualRect(direction, card, words), direction, shown)
        painter.restore()

    @staticmethod
    def _draw_words(painter: QPainter, words: QRect, direction: Qt.LayoutDirection, shown: Candidate) -> None:
        lines = [("bodyMedium", "text", shown.person.called), ("small", "text2", shown.line)]
        lines = [line for line in lines if line[2]]
        top = words.top() + (words.height() - sum(theme().line(style) for style, _ink, _text in lines)) // 2
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for style, ink, text in lines:
            painter.setFont(theme().font(style))
            painter.setPen(theme().colour(ink))
            height = theme().line(style)
            fitting = QFontMetrics(painter.font()).elidedText(
                text, Qt.TextElideMode.ElideRight, words.width()
            )
            area = QRect(words.left(), top, words.width(), height)
            painter.drawText(area, int(align | Qt.AlignmentFlag.AlignAbsolute), fitting)
            top += height

    # the rhythm

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's name
        """The rhythm of a chosen card."""
        model = index.model()
        if not isinstance(model, Candidates):
            return QWidget(parent)
        person = model.shown[index.row()].person
        days = model.chosen.get(person.id, MONTHLY)
        return RhythmChoice(
            person.called, days, lambda wanted: model.chosen.update({person.id: wanted}), parent
        )

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802 - Qt's name
        """The editor has said it already."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:  # noqa: N802 - Qt's name
        """Left of the check box."""
        card = _card(option)
        box, width = _box(card), theme().scaled(EDITOR_WIDTH)
        area = QRect(box.left() - 12 - width, card.top() + 10, width, card.height() - 20)
        editor.setGeometry(QStyle.visualRect(option.direction, card, area))

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click anywhere on the card ticks it."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.LeftButton and isinstance(model, Candidates):
                model.turn(index)
            return True
        return False


class CardGrid(QListView):
    """The list ``choose.list``: as many columns as fit, as high as its rows."""

    picked = Signal()
    """Somebody was chosen or left out."""
    go_asked = Signal()
    """Enter."""

    def __init__(self, photo: Callable[[MediaHash], QImage | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "choose.list", _("Who would you not want to lose touch with?"))
        self.people = Candidates(self)
        self.setModel(self.people)
        self.cards = CardDelegate(photo, self)
        self.setItemDelegate(self.cards)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWrapping(True)
        self.setSpacing(0)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.dataChanged.connect(self._changed)
        self.people.modelReset.connect(self._reset)
        theme().changed.connect(self.fit)

    def fit(self) -> None:
        """As many columns as fit."""
        width = self.viewport().width() - 1
        columns = max(1, min(COLUMNS, width // theme().scaled(LEAST_WIDTH)))
        lines = theme().line("bodyMedium") + theme().line("small")
        height = max(HEIGHT, lines + 36) + GAP
        self.cards.size = QSize(width // columns, height)
        self.setGridSize(self.cards.size)
        self.scheduleDelayedItemsLayout()
        rows = -(-self.people.rowCount() // columns)
        self.setFixedHeight(max(rows, 1) * height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other columns may fit."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks, Enter goes on."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.people.turn(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_asked.emit()
        else:
            super().keyPressEvent(event)

    def _changed(self, index: Index) -> None:
        where = self.people.index(index.row(), 0)
        if self.people.is_chosen(where):
            self.openPersistentEditor(where)
        else:
            self.closePersistentEditor(where)
        self.picked.emit()

    def _reset(self) -> None:
        self.fit()
        for row in range(self.people.rowCount()):
            index = self.people.index(row, 0)
            if self.people.is_chosen(index):
                self.openPersistentEditor(index)


def _card(option: QStyleOptionViewItem) -> QRect:
    """The card in a cell of the grid: the air is at its end and below."""
    cell: QRect = option.rect
    return QStyle.visualRect(option.direction, cell, cell.adjusted(0, 0, -GAP, -GAP))


def _box(card: QRect) -> QRect:
    side = mark_side()
    return QRect(card.right() - PAD - side, card.top() + (card.height() - side) // 2, side, side)
