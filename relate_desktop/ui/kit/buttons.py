"""Buttons. Every one has an identifier and a name; icon-only ones get the name as tooltip.

Kinds: ``plain`` (white with an edge), ``primary`` (one a page), ``quiet`` (no edge), ``link``
(instead of a link in a label, which assistive tools cannot press), ``danger`` (erasing only).
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.icons import dress
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import menu_text, plain_words, tip

_SLACK = 2
"""Pixels by which words may be wider than they are measured."""


class Button(QPushButton):
    """A button with words. ``name`` is given only when it says more than the text."""

    def __init__(
        self,
        text: str,
        identifier: str,
        *,
        kind: str = "plain",
        icon: str = "",
        small: bool = False,
        name: str = "",
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.set_words(text, name or text)
        named(self, identifier, name or text, description)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if icon:
            gap = 6 if text else 0
            tones = {"primary": "onAccent", "link": "link", "danger": "danger", "quiet": "text2"}
            dress(self, icon, colour=tones.get(kind, "text"), gap=gap)

    def set_words(self, text: str, name: str = "") -> None:
        """Change text and accessible name together."""
        self.setText(menu_text(text))
        self.setAccessibleName(name or text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses as well as Space, everywhere and not in dialogs alone."""
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A focused filled button shows its ring inside, where it can be seen."""
        super().paintEvent(event)
        if self.property("kind") == "primary" and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("onAccent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 5, 5)
            painter.end()


class ElidedButton(Button):
    """A button whose words end in … where there is no room for them; the whole is its name and tooltip."""

    _LEAST = 96
    """Pixels that are left to it at the usual size of text."""

    def __init__(
        self, text: str, identifier: str, *, kind: str = "plain", small: bool = False, description: str = ""
    ) -> None:
        self._words = text
        super().__init__(text, identifier, kind=kind, small=small, description=description)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all words."""
        hint = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance(self._words) + _SLACK
        return QSize(self._edges() + words, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for some of them."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), theme().scaled(self._LEAST)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say as much as there is room for."""
        super().resizeEvent(event)
        room = self.width() - self._edges()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(menu_text(shown))
        self.setToolTip(tip(self._words) if shown != self._words else "")

    def _edges(self) -> int:
        """How much wider than its words it is."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(plain_words(self.text()))


class IconButton(Button):
    """A square button with an icon only; ``name`` is what it is called and its tooltip."""

    def __init__(
        self,
        icon: str,
        name: str,
        identifier: str,
        *,
        kind: str = "plain",
        small: bool = False,
        weight: str = "regular",
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "", identifier, kind=kind, small=small, name=name, description=description, parent=parent
        )
        self.setProperty("icononly", "true")
        dress(self, icon, weight, "onAccent" if kind == "primary" else "text2")
        self.setToolTip(tip(name))

    def set_name(self, name: str) -> None:
        """Change accessible name and tooltip together."""
        self.setAccessibleName(name)
        self.setToolTip(tip(name))


class CardButton(QPushButton):
    """A large choice: icon, heading and a sentence on a card."""

    def __init__(
        self, icon: str, heading: str, sentence: str, identifier: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        named(self, identifier, heading, sentence)
        self._heading = SafeLabel(heading, "bodyMedium", wrap=True)
        self._sentence = SafeLabel(sentence, "small", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 14)
        row.setSpacing(14)
        self._icon = IconLabel(icon, colour="accentText", size=24)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in (self._heading, self._sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses as well as Space."""
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same width for all, so that two share a row evenly."""
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words may wrap, but not a single one is cut."""
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height the words need at this width."""
        room = max(40, width - 18 - 14 - 18 - self._icon.width())
        words = self._heading.heightForWidth(room) + 3 + self._sentence.heightForWidth(room)
        return max(words, self._icon.height()) + 16 + 14


def _pressed_by_enter(button: QPushButton, event: QKeyEvent) -> bool:
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.isAutoRepeat():
        return False
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.NoModifier:
        return False
    if button.menu() is not None:
        button.showMenu()
    else:
        button.click()
    return True


def dividing(parent: QWidget) -> QAction:
    """The line between two groups of actions."""
    line = QAction(parent)
    line.setSeparator(True)
    return line


def rounded(menu: QMenu) -> QMenu:
    """Let a menu have the round corners of the style sheet."""
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    menu.setWindowFlags(
        menu.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
    )
    return menu
