"""Rows of quick capture: a part with its sign and chips, pills that open menus to put it right."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.avatars import draw_avatar
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.icons import dress, pixmap
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import menu_text, plain_words, tip

_EDGE, _GAP, _CARET, _FACE, _SIGN = 9, 6, 12, 18, 15
_WIDEST, _LEAST_WORDS = 220, 250
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})


class Chip(QPushButton):
    """``fill`` makes the menu each time it opens; ``colour`` is a pair of tokens such as ``amber``."""

    def __init__(
        self,
        words: str,
        identifier: str,
        name: str,
        fill: Callable[[QMenu], object],
        *,
        colour: str = "accent",
        icon: str = "",
        face: tuple[str, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(menu_text(words), parent)
        named(self, identifier, name)
        self._colour, self._icon, self._face = colour, icon, face
        self._fill = fill
        self._menu = rounded(QMenu(self))
        self._menu.setAccessibleName(name)
        self._menu.aboutToShow.connect(self._refill)
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip(name))

    def open_menu(self) -> None:
        """Take the focus and show what there is to choose, the first of it ready for the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        first = next((action for action in self._menu.actions() if action.isEnabled()), None)
        if first is not None:
            self._menu.setActiveAction(first)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens as well as Space."""
        if event.key() in _OPENS:
            self.open_menu()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words, sign and caret; long words end in …."""
        height = max(26, QFontMetrics(_font()).height() + 8)
        return QSize(min(_WIDEST, self._needed()), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It is shown as it is."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme().colour("accentText" if self._colour == "accent" else self._colour)
        edged = theme().high_contrast or self.underMouse()
        painter.setPen(QPen(ink, 1) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(f"{self._colour}Soft"))
        pill = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        sign = self._sign_width()
        middle = self.height() // 2
        if self._face is not None:
            draw_avatar(
                painter, QRectF(self._place(_EDGE - 4, middle - _FACE // 2, _FACE, _FACE)), *self._face
            )
        elif self._icon:
            drawn = pixmap(self._icon, colour=ink, size=_SIGN)
            painter.drawPixmap(self._place(_EDGE, middle - _SIGN // 2, _SIGN, _SIGN), drawn)
        right = self.width() - _EDGE - _CARET
        caret = pixmap("caret-down", colour=ink, size=_CARET)
        painter.drawPixmap(self._place(right, middle - _CARET // 2, _CARET, _CARET), caret)
        words = self._place(_EDGE + sign, 0, right - _GAP + 2 - _EDGE - sign, self.height())
        painter.setFont(_font())
        painter.setPen(ink)
        text, room = plain_words(self.text()), words.width()
        shown = QFontMetrics(_font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            draw_focus(painter, self.rect(), self.height() / 2)
        painter.end()

    def _place(self, left: int, top: int, width: int, height: int) -> QRect:
        """A place counted from where reading begins."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, top, width, height))

    def _sign_width(self) -> int:
        if self._face is not None:
            return _FACE - 4 + _GAP
        return _SIGN + _GAP if self._icon else 0

    def _needed(self) -> int:
        sign = _FACE - 4 + _GAP if self._face is not None else 15 + _GAP if self._icon else 0
        return (
            2 * _EDGE
            + sign
            + QFontMetrics(_font()).horizontalAdvance(plain_words(self.text()))
            + _GAP
            + _CARET
        )

    def _refill(self) -> None:
        self._menu.clear()
        self._fill(self._menu)


class KindButton(QPushButton):
    """The sign of a part, which opens a menu: another kind, or not at all."""

    def __init__(
        self,
        icon: str,
        identifier: str,
        name: str,
        fill: Callable[[QMenu], object],
        *,
        colour: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setProperty("small", "true")
        self.setProperty("icononly", "true")
        named(self, identifier, name)
        self.setToolTip(tip(name))
        dress(self, icon, colour=colour)
        self._fill = fill
        self._menu = rounded(QMenu(self))
        self._menu.setAccessibleName(name)
        self._menu.aboutToShow.connect(self._refill)
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens as well as Space."""
        if event.key() in _OPENS:
            self.showMenu()
            return
        super().keyPressEvent(event)

    def _refill(self) -> None:
        self._menu.clear()
        self._fill(self._menu)


class PartRow(QFrame):
    """A card with the sign of a part, its ``words``, and chips beside them or, in little room, below."""

    def __init__(self, identifier: str, sentence: str, sign: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        give_role(self, "item")
        named(self, identifier, sentence)
        self.words = QVBoxLayout()
        self.words.setSpacing(1)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(8)
        self._box.addLayout(self.words, 1)
        self._box.addLayout(self._chips)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 9, 14, 9)
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._box, 1)

    def add(self, chip: QWidget) -> None:
        """One more chip behind the others."""
        self._chips.addWidget(chip)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Chips stand beside the words as long as both have room."""
        super().resizeEvent(event)
        below = self._chips.sizeHint().width() + _LEAST_WORDS > self.width()
        wanted = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            start = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignVCenter
            self._box.setAlignment(self._chips, start)


def _font() -> QFont:
    font = theme().font("small")
    font.setWeight(QFont.Weight.Medium)
    return font
