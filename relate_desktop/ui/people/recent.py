"""What the page shows while nobody is chosen: who was in hand last, as large rows."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.cards import Page, Panel
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.people.model import context_line, row_name
from relate_desktop.words.translation import _

SHOWN = 3
WIDTH = 460


class RecentPage(Panel):
    """Up to three people to go on with; with nobody in the book, a quiet word."""

    opened = Signal(object)
    """The ContactId of a pressed row."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("people.recent", _("Lately in hand"), "surface", parent=parent)
        self._clock = clock
        self._rows: list[PersonButton] = []
        self._page = Page("surface", max_width=WIDTH)
        self._page.body.addStretch(2)
        self._page.body.addWidget(Heading(_("Lately in hand"), "people.recent.title", "heading"))
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        self._page.body.addLayout(self._box)
        self._page.body.addStretch(3)
        self._nobody = EmptyPage("address-book", _("Nobody chosen"), _("Choose somebody on the left."))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._page)

    def show_people(self, people: Sequence[ContactSummary]) -> None:
        """Show these people, the latest first."""
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = [PersonButton(person, self._clock()) for person in people[:SHOWN]]
        for row in self._rows:
            row.pressed_for.connect(self.opened)
            self._box.addWidget(row)
        self._stack.setCurrentWidget(self._page if self._rows else self._nobody)


class PersonButton(QPushButton):
    """One person as a large row."""

    pressed_for = Signal(object)

    def __init__(self, person: ContactSummary, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person, self._context = person, context_line(person, now)
        self.setProperty("kind", "card")
        named(self, f"people.recent.{person.id}", row_name(person), self._context)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.pressed_for.emit(ContactId(person.id)))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a large avatar and two lines."""
        return QSize(320, max(72, theme().line("heading") + theme().line("small") + 26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The card, then who it is."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        person, right = self._person, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        avatar = QRectF(self.width() - 16 - 44 if right else 16, (self.height() - 44) / 2, 44, 44)
        draw_avatar(
            painter,
            avatar,
            person.own_script or person.full_name,
            person.hue,
            organisation=person.is_organization,
        )
        words = self.rect().adjusted(16, 0, -74, 0) if right else self.rect().adjusted(74, 0, -16, 0)
        context = self._context
        line, small = theme().line("heading"), theme().line("small")
        top = (self.height() - line - (small if context else 0)) // 2
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        for style, colour, text, height in (
            ("heading", "text", row_name(person), line),
            ("small", "text2", context, small),
        ):
            painter.setFont(theme().font(style))
            painter.setPen(theme().colour(colour))
            shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words.left(), top, words.width(), height, flags, shown)
            top += height
        painter.end()
