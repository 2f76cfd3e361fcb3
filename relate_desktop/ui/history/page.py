"""What changed: every change in words, newest first; any of them can be taken back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from relate_desktop.domain.change import Changes, HistoryEntry
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.history.model import ICONS, HistoryModel, may_take_back
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.history import HistoryService

SHOWN = 1000
"""Changes listed; older ones are reached from a person's page."""


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
        entry = model.entry(index) if isinstance(model, HistoryModel) else None
        if entry is None or not isinstance(model, HistoryModel):
            return
        area = QRect(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected" if selected else "hover"))
            painter.drawRoundedRect(QRectF(area), 10, 10)
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
        height = sum(theme().line(style) for _words, style, _ink in rows)
        top = area.center().y() - height // 2 + 1
        for words, style, ink in rows:
            font = theme().font(style)
            painter.setFont(font)
            painter.setPen(theme().colour(ink))
            line = QRect(area.left(), top, area.width(), theme().line(style))
            elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), elided)
            top += theme().line(style)


class HistoryRoom(Room):
    """Place: ``history``."""

    def __init__(
        self, history: "HistoryService", work: Work, news: News, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._history, self._work, self._clock = history, work, clock
        self.model = HistoryModel(self)
        self.view = QListView()
        named(self.view, "history.list", _("What changed"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(HistoryDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.take_back = Button(_("Take back"), "history.take_back", icon="arrow-counter-clockwise")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(
            EmptyPage(
                "clock-counter-clockwise",
                _("Nothing has changed yet"),
                _("Every change you make is listed here, and any of them can be taken back."),
            )
        )
        self._lay_out()
        self.take_back.clicked.connect(self._take_back)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        news.changed.connect(self._news)
        self._chosen()

    @property
    def title(self) -> str:
        """The place's name."""
        return _("History")

    def go(self, place: Place) -> None:  # noqa: ARG002 - there is one place here
        """Read the changes."""
        self._read()

    def regions(self) -> Sequence[QWidget]:
        """The list, then what can be done with the chosen change."""
        return [self.view, self.take_back]

    def default_focus(self) -> QWidget | None:
        """The list."""
        return self.view

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Heading(_("What changed"), "history.title"))
        words.addWidget(
            SafeLabel(
                _("Newest first. Taking one back keeps what was changed since."), tone="text2", wrap=True
            )
        )
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(36, 28, 28, 12)
        box.setSpacing(16)
        box.addLayout(head)
        box.addWidget(self._stack, 1)

    def _news(self, _changes: Changes) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._work.run(
            Lane.READ,
            lambda _job: self._history.entries(limit=SHOWN),
            self._show,
            kind=JobKind.LIST,
            owner=self,
        )

    def _show(self, entries: list[HistoryEntry]) -> None:
        before = self.model.entry(self.view.currentIndex())
        self.model.show(entries, self._clock())
        self._stack.setCurrentIndex(0 if entries else 1)
        position = next(
            (row for row, entry in enumerate(entries) if before and entry.changeset == before.changeset), 0
        )
        self.view.setCurrentIndex(self.model.index(position, 0))
        self._chosen()

    def _chosen(self) -> None:
        entry = self.model.entry(self.view.currentIndex())
        self.take_back.setEnabled(entry is not None and may_take_back(entry))

    def _take_back(self) -> None:
        entry = self.model.entry(self.view.currentIndex())
        if entry is None or not may_take_back(entry):
            return
        changeset = entry.changeset
        self.take_back.setEnabled(False)
        self._work.run(
            Lane.WRITE,
            lambda _job: self._history.undo(changeset),
            lambda _reverted: self.view.setFocus(),
            kind=JobKind.UNDO,
            owner=self,
        )
