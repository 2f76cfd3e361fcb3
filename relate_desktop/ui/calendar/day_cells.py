"""How one day of a month is drawn: a number with dots, or a cell with lines."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relate_desktop.ui.calendar.lines import AgendaLine, LineKind
from relate_desktop.ui.calendar.month_model import MonthModel
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.calendar_days import and_more

Index = QModelIndex | QPersistentModelIndex
DOTS, DOT = 3, 2.0
CELL = 32
INSIDE = 6


class SmallDay(QStyledItemDelegate):
    """A number with dots under it; today filled."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one day."""
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        side = min(area.width(), area.height(), theme().scaled(CELL))
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(QRectF(area).center())
        today = model.day(index) == model.today
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent"))
            painter.drawEllipse(circle)
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme().colour("accent"), 1.5))
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawEllipse(circle)
        font = theme().font("small")
        if today:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        ink = "onAccent" if today else "text" if model.belongs(index) else "text3"
        painter.setPen(theme().colour(ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        self._draw_dots(painter, circle, model, index, today=today)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, circle.toRect(), side / 2)
        painter.restore()

    def _draw_dots(
        self, painter: QPainter, circle: QRectF, model: MonthModel, index: Index, *, today: bool
    ) -> None:
        colours = list(dict.fromkeys(dot_colour(line) for line in model.lines(index)))[:DOTS]
        painter.setPen(Qt.PenStyle.NoPen)
        left = circle.center().x() - (len(colours) - 1) * 3
        for number, colour in enumerate(colours):
            painter.setBrush(theme().colour("onAccent") if today else colour_of(colour))
            painter.drawEllipse(QPointF(left + number * 6, circle.bottom() - 4), DOT, DOT)


class LargeDay(QStyledItemDelegate):
    """A cell with its number and as many lines as fit."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one day."""
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        inside = model.belongs(index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "surface" if inside else "window"
        if option.state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        painter.fillRect(area, theme().colour(ground))
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.drawRect(QRectF(area).adjusted(-0.5, -0.5, -0.5, -0.5))
        self._draw_number(painter, option, area, model, index)
        self._draw_lines(painter, option, area, model.lines(index), faint=not inside)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 4)
        elif selected:
            painter.setPen(QPen(theme().colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(area).adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _draw_number(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, model: MonthModel, index: Index
    ) -> None:
        height = theme().line("small") + 4
        place = QStyle.visualRect(
            option.direction, area, QRect(area.left() + 4, area.top() + 4, height + 4, height)
        )
        today = model.day(index) == model.today
        font = theme().font("small")
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent"))
            painter.drawRoundedRect(place, height / 2, height / 2)
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        ink = "onAccent" if today else "text" if model.belongs(index) else "text3"
        painter.setPen(theme().colour(ink))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))

    def _draw_lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        lines: Sequence[AgendaLine],
        *,
        faint: bool,
    ) -> None:
        if not lines:
            return
        height = theme().line("caption") + 2
        top = area.top() + 8 + theme().line("small") + 4
        fitting = max(0, (area.bottom() - 2 - top) // height)
        shown = lines if len(lines) <= fitting else lines[: max(0, fitting - 1)]
        font = theme().font("caption")
        metrics = QFontMetrics(font)
        align = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        flags = int(align | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine)
        painter.setFont(font)
        for line in shown:
            room = QRect(area.left() + INSIDE, top, area.width() - 2 * INSIDE, height)
            dot = QStyle.visualRect(option.direction, area, QRect(room.left(), top + height // 2 - 2, 5, 5))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(dot_colour(line)))
            painter.drawEllipse(dot)
            words = f"{line.time} {line.title}" if line.timed else line.title
            place = room.adjusted(9, 0, 0, 0)
            painter.setPen(theme().colour("text2" if faint or line.faint else "text"))
            elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(QStyle.visualRect(option.direction, area, place), flags, elided)
            top += height
        if len(shown) < len(lines) and fitting:
            place = QRect(area.left() + INSIDE, top, area.width() - 2 * INSIDE, height)
            painter.setPen(theme().colour("text2"))
            words = metrics.elidedText(
                and_more(len(lines) - len(shown)), Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(QStyle.visualRect(option.direction, area, place), flags, words)


def dot_colour(line: AgendaLine) -> int | str:
    """What stands for a line in one colour: a calendar's hue or a token."""
    if line.kind is LineKind.MOMENT:
        return "plum"
    return "amber" if line.hue is None else line.hue


def colour_of(which: int | str) -> QColor:
    """The colour itself."""
    return theme().colour(which) if isinstance(which, str) else theme().hue(which)[1]
