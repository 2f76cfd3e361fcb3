"""The timeline of a person: what happened so far, newest first (mock 02, middle)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.fixed import FixedModel
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
MOMENT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
DISC = 32
GAP = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened: what, when, and its few words."""

    icon: str
    tint: str
    """A pair of tokens: ``accent``, ``amber``, ``plum``, ``blue`` or ``plain``."""
    title: str
    when: str
    when_in_full: str
    text: str = ""


def _answers(moment: Moment) -> dict[int, object]:
    """What a moment is for each role."""
    head = f"{moment.title}, {moment.when}"
    return {
        MOMENT_ROLE: moment,
        Qt.ItemDataRole.DisplayRole: moment.title,
        Qt.ItemDataRole.AccessibleTextRole: f"{head}: {moment.text}" if moment.text else head,
        Qt.ItemDataRole.AccessibleDescriptionRole: moment.when_in_full,
        Qt.ItemDataRole.ToolTipRole: tip(moment.when_in_full),
    }


class MomentDelegate(QStyledItemDelegate):
    """A disc with an icon, joined by a thread; title and day on one line, words under it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as the words at the list's width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        moment: Moment = index.data(MOMENT_ROLE)
        text = _wrapped(moment.text, width - DISC - GAP - 4) if moment.text else 0
        head = QFontMetrics(theme().font("bodyMedium")).height()
        return QSize(width, max(DISC + 16, 5 + head + text + 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one moment."""
        moment: Moment = index.data(MOMENT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, direction = option.rect, option.direction
        disc = QStyle.visualRect(direction, area, QRect(area.left(), area.top() + 2, DISC, DISC))
        if index.row() + 1 < index.model().rowCount():
            painter.setPen(QPen(theme().colour("border"), 2))
            painter.drawLine(disc.center().x(), disc.bottom() + 4, disc.center().x(), area.bottom())
        soft, ink = _colours(moment.tint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(soft))
        painter.drawEllipse(disc)
        image = pixmap(moment.icon, colour=ink, size=16)
        painter.drawPixmap(disc.center().x() - 7, disc.center().y() - 7, image)
        self._draw_words(painter, option, moment)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, area.adjusted(DISC + 4, -1, 0, -8), 6)
        painter.restore()

    def _draw_words(self, painter: QPainter, option: QStyleOptionViewItem, moment: Moment) -> None:
        area, direction = option.rect, option.direction
        right = direction == Qt.LayoutDirection.RightToLeft
        near = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        words = area.adjusted(DISC + GAP, 5, -4, 0)
        head = QFontMetrics(theme().font("bodyMedium")).height()
        line = QRect(words.topLeft(), QSize(words.width(), head))
        small = theme().font("small")
        painter.setFont(small)
        painter.setPen(theme().colour("text2"))
        painter.drawText(QStyle.visualRect(direction, area, line), int(far | absolute), moment.when)
        room = line.width() - QFontMetrics(small).horizontalAdvance(moment.when) - GAP
        font = theme().font("bodyMedium")
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        title = QFontMetrics(font).elidedText(moment.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QStyle.visualRect(direction, area, line), int(near | absolute), title)
        if moment.text:
            rest = words.adjusted(0, head + 2, 0, 0)
            painter.setFont(small)
            painter.setPen(theme().colour("text2"))
            flags = int(near | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(QStyle.visualRect(direction, area, rest), flags, moment.text)


class Timeline(QListView):
    """What happened with a person, as high as it is long; the page scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "person.timeline", _("Timeline"))
        self.moments = FixedModel[Moment](_answers, self)
        self.setModel(self.moments)
        self.setItemDelegate(MomentDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Replace what is shown."""
        self.moments.show(moments)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrapped words need another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, sum(self.sizeHintForRow(row) for row in range(self.moments.rowCount()))))


def _wrapped(text: str, width: int) -> int:
    metrics = QFontMetrics(theme().font("small"))
    return metrics.boundingRect(
        QRect(0, 0, max(width - 3, 60), 10_000), int(Qt.TextFlag.TextWordWrap), text
    ).height()


def _colours(tint: str) -> tuple[str, str]:
    """The fill and the ink of a disc."""
    pairs = {
        "accent": ("accentSoft", "accentText"),
        "amber": ("amberSoft", "amber"),
        "plum": ("plumSoft", "plum"),
        "blue": ("blueSoft", "blue"),
    }
    return pairs.get(tint, ("sunken", "text2"))
