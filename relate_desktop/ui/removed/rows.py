"""The rows of removed people."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.people import RemovedPerson
from relate_desktop.domain.text import visible
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.marks import draw_focus, draw_ground, draw_rows_of_words
from relate_desktop.ui.kit.paged import PagedModel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.dates import elapsed
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 1
_LONGEST = 200
_AVATAR = 38


class RemovedModel(PagedModel[RemovedPerson]):
    """Removed people, the latest first."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[RemovedPerson]],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(fetch, lambda person: person.row.id, parent)
        self._clock = clock

    def name(self, person: RemovedPerson) -> str:
        """What somebody is called."""
        return visible(person.row.called, _LONGEST) or _("No name")

    def when(self, person: RemovedPerson) -> str:
        """When they were removed, and what else tells them apart."""
        known = visible(person.row.organization or person.row.email or person.row.phone, _LONGEST)
        words = _("Removed {when}").format(when=elapsed(person.removed_at, self._clock()))
        return " · ".join(part for part in (words, known) if part)

    def value(self, row: RemovedPerson, role: int) -> Any:
        """The row itself for the delegate, sentences for assistive tools."""
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.name(row)}, {self.when(row)}"
        return None


class RemovedDelegate(QStyledItemDelegate):
    """Avatar, name, and when they were removed."""

    def __init__(self, picture: Callable[[MediaHash], QImage | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Two lines."""
        return QSize(200, max(60, theme().line() + theme().line("small") + 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        person, model = index.data(ROW), index.model()
        if not isinstance(person, RemovedPerson) or not isinstance(model, RemovedModel):
            return
        area = QRect(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, area, option.state, 10)
        place = QRect(area.left() + 12, area.center().y() - _AVATAR // 2, _AVATAR, _AVATAR)
        row = person.row
        draw_avatar(
            painter,
            QRectF(QStyle.visualRect(option.direction, area, place)),
            row.own_script or row.full_name,
            row.hue,
            picture=self._picture(row.photo) if row.photo is not None else None,
            organisation=row.is_organization,
        )
        words = area.adjusted(12 + _AVATAR + 12, 0, -12, 0)
        lines = ((model.name(person), "bodyMedium", "text"), (model.when(person), "small", "text2"))
        draw_rows_of_words(painter, QStyle.visualRect(option.direction, area, words), lines)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area, 10)
        painter.restore()
