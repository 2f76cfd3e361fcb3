"""A list of sentences, each wrapped, as high as what is in it. One tab stop; arrows move inside."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.ui.kit.fixed import FixedModel
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.kit.wrapped import WrappedList, wrap_flags, wrapped_height

Index = QModelIndex | QPersistentModelIndex
SENTENCE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ICON = 16
_GAP = 8
_BETWEEN = 8


@dataclass(frozen=True, slots=True)
class Sentence:
    """One row: an icon, what it says, and what stands under it in smaller letters."""

    icon: str
    text: str
    under: str = ""
    key: str = ""
    """What it opens; empty where it opens nothing."""


def _answers(row: Sentence) -> dict[int, object]:
    return {
        SENTENCE_ROLE: row,
        Qt.ItemDataRole.DisplayRole: row.text,
        Qt.ItemDataRole.AccessibleTextRole: row.text,
        Qt.ItemDataRole.AccessibleDescriptionRole: row.under,
        Qt.ItemDataRole.ToolTipRole: tip("\n".join(filter(None, (row.text, row.under)))),
    }


class SentenceDelegate(QStyledItemDelegate):
    """Icon left, text wrapped beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as the wrapped text at the list's width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 200
        row: Sentence = index.data(SENTENCE_ROLE)
        return QSize(width, sum(_heights(row, width - _ICON - _GAP - 8)) + _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Sentence = index.data(SENTENCE_ROLE)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key and option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(area, 6, 6)
        inner = area.adjusted(4, _BETWEEN // 2, -4, -_BETWEEN // 2)
        line = QFontMetrics(theme().font("small")).height()
        sign = QRect(inner.left(), inner.top() + (line - _ICON) // 2, _ICON, _ICON)
        place = QStyle.visualRect(option.direction, area, sign).topLeft()
        painter.drawPixmap(place, pixmap(row.icon, colour="text2", size=_ICON))
        words = inner.adjusted(_ICON + _GAP, 0, 0, 0)
        first, _second = _heights(row, words.width())
        parts = (
            ("small", "text", row.text, words),
            ("caption", "text2", row.under, words.adjusted(0, first, 0, 0)),
        )
        for style, colour, text, room in parts:
            painter.setFont(theme().font(style))
            painter.setPen(theme().colour(colour))
            flags = wrap_flags(option.direction, QFontMetrics(theme().font(style)), text, room.width())
            painter.drawText(QStyle.visualRect(option.direction, area, room), flags, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 6)
        painter.restore()


class Sentences(WrappedList):
    """Enter and a click open what a row opens."""

    opened = Signal(str)

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, parent)
        self.sentences = FixedModel[Sentence](_answers, self)
        self.setModel(self.sentences)
        self.setItemDelegate(SentenceDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_sentences(self, rows: Sequence[Sentence]) -> None:
        """Replace the rows; a list without any is hidden."""
        self.sentences.show(rows)
        self.setVisible(bool(rows))
        self.fit()

    def _open(self, index: Index) -> None:
        row = index.data(SENTENCE_ROLE)
        if isinstance(row, Sentence) and row.key:
            self.opened.emit(row.key)


def _heights(row: Sentence, width: int) -> tuple[int, int]:
    return wrapped_height(row.text, "small", width), wrapped_height(row.under, "caption", width)
