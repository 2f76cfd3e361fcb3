"""How a line of the agenda is drawn: the day at the side, cards for what has a time (mock 07)."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.domain.ids import MediaHash
from relate_desktop.ui.calendar.lines import AgendaLine, DayLabel, LineKind
from relate_desktop.ui.calendar.model import AgendaModel
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme

Index = QModelIndex | QPersistentModelIndex

MARGIN = 36
END = 32
SIDE = 88
"""Pixels of the column of days, at the usual size of text."""
ABOVE, BELOW, BETWEEN = 15, 12, 6
INSIDE = 14
TIMES = 70
"""Pixels of the column of times, at the usual size of text."""
FACE, MOST_FACES = 26, 3


class AgendaDelegate(QStyledItemDelegate):
    """Draws lines; the label of a day goes over the lines of that day."""

    def __init__(self, picture: Callable[[MediaHash], QImage | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as the line needs; the last of a day leaves room for the label of the day."""
        shown = _shown(index)
        if shown is None:
            return QSize(100, 1)
        line, before, _label = shown
        height = _height(line)
        if line.last:
            height = max(height, ABOVE + _label_height() + BELOW - before)
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line and its share of what stands at the side."""
        shown = _shown(index)
        if shown is None:
            return
        line, before, label = shown
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = _area(option)
        if line.first and index.row() > 0:
            painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), theme().colour("border"))
        if label is not None and before < ABOVE + _label_height():
            # the label begins at the first line of the day and may reach into the next ones
            painter.save()
            painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
            top = area.top() - before + ABOVE + 4
            place = QRect(area.left(), top, theme().scaled(SIDE) - 8, 0)
            _draw_label(painter, option, place, area, label)
            painter.restore()
        _Line(painter, option, area, line).draw(self._picture)
        painter.restore()


def _area(option: QStyleOptionViewItem) -> QRect:
    """What of a row is used; its end stays where it is when a scroll bar comes."""
    rect: QRect = option.rect
    view = option.widget
    bar = view.width() - rect.width() if isinstance(view, QWidget) else 0
    turned = QRect(rect.left() + MARGIN, rect.top(), rect.width() - MARGIN - max(0, END - bar), rect.height())
    return QStyle.visualRect(option.direction, rect, turned)


def _shown(index: Index) -> tuple[AgendaLine, int, DayLabel | None] | None:
    """A line, how high the lines of its day before it are, and the label of the day."""
    model = index.model()
    line = model.line(index) if isinstance(model, AgendaModel) else None
    if not isinstance(model, AgendaModel) or model.view is None or line is None:
        return None
    others = model.view.lines[index.row() - line.number : index.row()]
    return line, sum(_height(other) for other in others), model.view.labels.get(line.on)


def _card_height() -> int:
    if theme().appearance.compact:
        return max(44, theme().line("bodyMedium") + 22)
    return max(58, theme().line("bodyMedium") + theme().line("small") + 18)


def _height(line: AgendaLine) -> int:
    own = _card_height() if line.framed else max(34, theme().line() + 14)
    return own + (ABOVE if line.first else BETWEEN) + (BELOW if line.last else 0)


def _label_height() -> int:
    return 2 * theme().line("small") + theme().line("title")


def _draw_label(
    painter: QPainter, option: QStyleOptionViewItem, place: QRect, area: QRect, label: DayLabel
) -> None:
    ink = "accentText" if label.today else "text2"
    small, big = theme().line("small"), theme().line("title")
    top = place.top()
    for text, look, colour, height in (
        (label.weekday, "small", ink, small),
        (label.number, "title", "accentText" if label.today else "text", big),
        (label.month, "small", "text2", small),
    ):
        _write(painter, option, QRect(place.left(), top, place.width(), height), area, (look, colour, text))
        top += height


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    place: QRect,
    area: QRect,
    said: tuple[str, str, str],
    *,
    struck: bool = False,
) -> int:
    """Write a line (look, colour, words) in reading direction; the width it took."""
    look, colour, text = said
    font = theme().font(look)
    font.setStrikeOut(struck)
    if colour == "accentText":
        font.setWeight(font.Weight.DemiBold)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    align = QStyle.visualAlignment(
        option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    painter.setFont(font)
    painter.setPen(theme().colour(colour))
    where = QStyle.visualRect(option.direction, area, place)
    flags = int(align | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(where, flags, shown)
    return metrics.horizontalAdvance(shown)


class _Line:
    """One line while it is drawn."""

    def __init__(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, line: AgendaLine
    ) -> None:
        self._painter, self._option, self._area, self._line = painter, option, area, line
        self._chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        top = area.top() + (ABOVE if line.first else BETWEEN)
        height = _card_height() if line.framed else max(34, theme().line() + 14)
        side = theme().scaled(SIDE)
        self._card = QRect(area.left() + side, top, area.width() - side, height)

    def draw(self, picture: Callable[[MediaHash], QImage | None]) -> None:
        """Card, colour, time, faces, words."""
        card, line = self._card, self._line
        if line.framed:
            self._draw_card()
        elif self._option.state & QStyle.StateFlag.State_MouseOver and line.place is not None:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(theme().colour("hover"))
            self._painter.drawRoundedRect(self._turned(card), 10, 10)
        right = self._draw_faces(picture)
        if line.framed:
            left = self._draw_time()
        elif line.icon:
            left = self._draw_icon()
        else:
            left = card.left() + 12
        self._draw_words(QRect(left, card.top(), right - left, card.height()))
        if self._option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(self._painter, self._turned(card), 10)

    def _draw_card(self) -> None:
        over = bool(self._option.state & QStyle.StateFlag.State_MouseOver)
        edge = "accent" if self._chosen else "borderStrong" if theme().high_contrast else "border"
        width = 1.5 if self._chosen else theme().border
        inset = width / 2  # all of the edge lies inside the row, or a trace of it would stay behind
        self._painter.setPen(QPen(theme().colour(edge), width))
        self._painter.setBrush(theme().colour("hover" if over and not self._chosen else "surface"))
        card = QRectF(self._turned(self._card)).adjusted(inset, inset, -inset, -inset)
        self._painter.drawRoundedRect(card, 10, 10)
        bar = QRect(self._card.left() + 13, self._card.top() + 12, 3, self._card.height() - 24)
        hue = self._line.hue
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(theme().colour("amber") if hue is None else theme().hue(hue)[1])
        self._painter.drawRoundedRect(self._turned(bar), 1.5, 1.5)

    def _draw_time(self) -> int:
        card, line = self._card, self._line
        width = theme().scaled(TIMES)
        left = card.left() + 28
        ink = "text2" if line.faint else "text"
        lines = [("body", ink, line.time), ("small", "text2", line.length)]
        self._draw_two(QRect(left, card.top(), width, card.height()), lines)
        return left + width + 6

    def _draw_icon(self) -> int:
        side = theme().scaled(18)
        left = self._card.left() + 28
        top = self._card.top() + (self._card.height() - side) // 2
        where = self._turned(QRect(left, top, side, side))
        self._painter.drawPixmap(where.topLeft(), pixmap(self._line.icon, "regular", "plum", side))
        return left + theme().scaled(TIMES) + 6

    def _draw_faces(self, picture: Callable[[MediaHash], QImage | None]) -> int:
        """Draw the people at the end; where the words have to end."""
        card = self._card
        left = card.right() + 1 - INSIDE
        shown = self._line.people[:MOST_FACES]
        for person in reversed(shown):
            left -= FACE
            place = QRect(left, card.top() + (card.height() - FACE) // 2, FACE, FACE)
            photo = picture(person.photo) if person.photo is not None else None
            draw_avatar(
                self._painter,
                QRectF(self._turned(place)),
                person.own_script or person.full_name,
                person.hue,
                picture=photo,
                organisation=person.is_organization,
            )
            left += 1
        return left - 12 if shown else left

    def _draw_words(self, room: QRect) -> None:
        line = self._line
        if line.framed:
            ink = "text2" if line.faint else "text"
            self._draw_two(
                room,
                [("bodyMedium", ink, line.title), ("small", "text2", line.beside)],
                struck=line.occurrence is not None and not line.occurrence.takes_place,
            )
            return
        nothing = line.kind is LineKind.NOTHING
        look, ink = ("body", "text2") if nothing else ("bodyMedium", "text")
        used = _write(self._painter, self._option, room, self._area, (look, ink, line.title))
        if line.beside and used + 40 < room.width():
            rest = room.adjusted(used + 6, 0, 0, 0)
            _write(self._painter, self._option, rest, self._area, ("body", "text2", line.beside))

    def _draw_two(self, room: QRect, said: list[tuple[str, str, str]], *, struck: bool = False) -> None:
        """One line above another, or the first alone where there is no second or no room."""
        compact = theme().appearance.compact
        lines = [one for one in said if one[2]][: 1 if compact else 2]
        total = sum(theme().line(look) for look, _ink, _text in lines) + (len(lines) - 1)
        top = room.top() + (room.height() - total) // 2
        for number, one in enumerate(lines):
            height = theme().line(one[0])
            place = QRect(room.left(), top, room.width(), height)
            _write(self._painter, self._option, place, self._area, one, struck=struck and number == 0)
            top += height + 1

    def _turned(self, place: QRect) -> QRect:
        return QStyle.visualRect(self._option.direction, self._area, place)
