"""How a change is drawn in the list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relate_desktop.domain.change import HistoryEntry
from relate_desktop.ui.history.model import ICONS, HistoryModel
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus, draw_ground, draw_rows_of_words
from relate_desktop.ui.kit.theme import theme


class HistoryDelegate(QStyledItemDelegate):
    """Draws a change: icon, sentence, when and from where."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Two lines, or one while compact."""
        if theme().appearance.compact:
            return QSize(200, max(40, theme().line() + 16))
        return QSize(200, max(58, theme().line() + theme().line("small") + 20))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        model = index.model()
        entry = model.row_at(index) if isinstance(model, HistoryModel) else None
        if entry is None or not isinstance(model, HistoryModel):
            return
        area = QRect(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, area, option.state, 10)
        image = pixmap(ICONS[entry.kind], "regular", "text3" if entry.undone else "accentText", 18)
        sign = QStyle.visualRect(
            option.direction, area, QRect(area.left() + 14, area.center().y() - 8, 18, 18)
        )
        painter.drawPixmap(sign.topLeft(), image)
        words = QStyle.visualRect(option.direction, area, area.adjusted(46, 0, -14, 0))
        self._draw_words(painter, words, model, entry)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 10)
        painter.restore()

    @staticmethod
    def _draw_words(painter: QPainter, area: QRect, model: HistoryModel, entry: HistoryEntry) -> None:
        rows = [(model.headline(entry), "bodyMedium", "text3" if entry.undone else "text")]
        if not theme().appearance.compact:
            rows.append((model.details(entry), "small", "text2"))
        draw_rows_of_words(painter, area, rows)
