"""The results of Find or do as a list: headings one cannot stand on, and entries."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.domain.ids import MediaHash
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.shell.palette.entries import Entry, Group
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
ROW, HEADING, LINE, EDGE = 44, 30, 13, 9
SIGN, ICON = 28, 18
Picture = Callable[[MediaHash], QImage | None]


def row_height() -> int:
    """Height of an entry, in pixels."""
    return max(36 if theme().appearance.compact else ROW, theme().line() + 14)


def heights(groups: Sequence[Group]) -> int:
    """What the groups take in all, in pixels."""
    entries = sum(len(group.entries) for group in groups)
    headings = sum(_heading_height(group.title) for group in groups)
    return entries * row_height() + headings + EDGE


def _heading_height(title: str) -> int:
    return max(HEADING, theme().line("caption") + 14) if title else LINE


def drawn_icon(entry: Entry, *, chosen: bool = False) -> QPixmap:
    """The icon of an entry; drawn once, and kept."""
    return pixmap(entry.icon, "regular", "accentText" if chosen else "text2", theme().scaled(ICON))


class Results(QAbstractListModel):
    """Groups one after another; a group without a title begins with a hairline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    def show(self, groups: Sequence[Group]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            self._rows += [group.title, *group.entries]
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry in a row; None for headings and beyond the end."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Entry) else None

    def heading(self, row: int) -> str | None:
        """The heading in a row."""
        found = self._rows[row]
        return found if isinstance(found, str) else None

    def places(self) -> list[int]:
        """The rows that hold entries."""
        return [number for number, row in enumerate(self._rows) if isinstance(row, Entry)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries can be chosen, headings only read."""
        if not index.isValid() or self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else spoken_row(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(row, Entry):
            return row.keys
        return None


def spoken_row(entry: Entry) -> str:
    """A row as assistive tools say it."""
    return ", ".join(part for part in (entry.title, entry.subtitle) if part)


class ResultDelegate(QStyledItemDelegate):
    """Draws a row (mock 09): sign, title, what it is, and at the end how to do it without looking."""

    def __init__(self, picture: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """A heading is lower than an entry."""
        model = index.model()
        heading = model.heading(index.row()) if isinstance(model, Results) else None
        return QSize(40, row_height() if heading is None else _heading_height(heading))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        model = index.model()
        if not isinstance(model, Results):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = model.entry(index.row())
        area: QRect = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        place = _Place(painter, area, option.direction)
        if entry is None:
            place.heading(model.heading(index.row()) or "")
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if chosen or hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().colour("selected" if chosen else "hover"))
                painter.drawRoundedRect(area, 9, 9)
            place.sign(entry, self._picture, chosen=chosen)
            place.words(entry, chosen=chosen)
        painter.restore()


class _Place:
    """Where a row is drawn, in reading direction."""

    def __init__(self, painter: QPainter, area: QRect, direction: Qt.LayoutDirection) -> None:
        self._painter, self._area, self._direction = painter, area, direction

    def heading(self, title: str) -> None:
        """A caption, or a hairline where there is none."""
        if title:
            room = self._area.adjusted(12, 8, -12, 0)
            self._line(room, "caption", "text2", title, medium=True)
        else:
            self._painter.setPen(theme().colour("border"))
            middle = self._area.center().y()
            self._painter.drawLine(self._area.left() - EDGE, middle, self._area.right() + EDGE, middle)

    def sign(self, entry: Entry, picture: Picture, *, chosen: bool) -> None:
        """Avatar, dot of a circle, or icon."""
        side = min(theme().scaled(SIGN), self._area.height() - 8)
        square = QRect(self._area.left() + 12, 0, side, side)
        square.moveTop(self._area.center().y() - side // 2)
        square = QStyle.visualRect(self._direction, self._area, square)
        person = entry.person
        if person is not None:
            shown = picture(person.photo) if person.photo is not None else None
            name = person.own_script or person.full_name
            draw_avatar(
                self._painter,
                QRectF(square),
                name,
                person.hue,
                picture=shown,
                organisation=person.is_organization,
            )
        elif entry.hue is not None:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(theme().hue(entry.hue)[1])
            self._painter.drawEllipse(square.center(), theme().scaled(5), theme().scaled(5))
        elif entry.icon:
            image, centre = drawn_icon(entry, chosen=chosen), square.center()
            size = theme().scaled(ICON)
            self._painter.drawPixmap(centre.x() - size // 2 + 1, centre.y() - size // 2 + 1, image)

    def words(self, entry: Entry, *, chosen: bool) -> None:
        """Title, subtitle beside it, and at the end the keys or what Enter does."""
        room = self._area.adjusted(12 + theme().scaled(SIGN) + 12, 0, -12, 0)
        hint = entry.keys
        if chosen and not hint:
            hint = f"{_('Open') if entry.opens else _('Do')} \u21b5"
        if hint:
            taken = QFontMetrics(theme().font("small")).horizontalAdvance(hint)
            self._line(room, "small", "text2", hint, end=True)
            room = room.adjusted(0, 0, -taken - 16, 0)
        used = self._line(room, "bodyMedium", "text", entry.title)
        if entry.subtitle and used + 40 < room.width():
            self._line(room.adjusted(used + 12, 0, 0, 0), "small", "text2", entry.subtitle)

    def _line(
        self, place: QRect, style: str, colour: str, text: str, *, end: bool = False, medium: bool = False
    ) -> int:
        """Draw one elided line at the beginning or the end of a place; the width it took."""
        font = theme().font(style)
        if medium:
            font.setWeight(font.Weight.Medium)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        right = (self._direction == Qt.LayoutDirection.RightToLeft) != end
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.setFont(font)
        self._painter.setPen(theme().colour(colour))
        where = QStyle.visualRect(self._direction, self._area, place)
        self._painter.drawText(where, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
        return metrics.horizontalAdvance(shown)
