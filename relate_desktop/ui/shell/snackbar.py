"""The snackbar: one message at the bottom of the content, eight seconds, a button, seldom two."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QColor, QCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QWidget,
)

from relate_desktop.ui.kit.accessibility import announce, give_role, named
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Foot
from relate_desktop.ui.kit.icons import dress
from relate_desktop.ui.kit.labels import ElidedLabel
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _

SHOWN_MS = 8000
TICK_MS = 100
_LOW = 28
"""Pixels between a message and the lower edge."""
_GAP = 12
"""Pixels between a message and the foot of a page."""


class Snackbar(QFrame):
    """Lies over ``host`` at the bottom centre. It never takes the focus; F6 reaches it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._message: Message | None = None
        self._count = 0
        self._left = 0
        self.keeps = False
        """Whether messages stay until they are closed."""
        self.setProperty("kind", "snackbar")
        give_role(self, "panel")
        named(self, "snackbar", _("Message"))
        self.text = ElidedLabel(tone="onSnackbar", parent=self)
        self.text.setSizePolicy(self.sizePolicy())
        give_role(self.text, "label")
        named(self.text, "snackbar.text", "")
        self.undo = Button(_("Undo"), "snackbar.undo", kind="snack", small=True, parent=self)
        self.then = Button("", "snackbar.then", kind="snack", small=True, parent=self)
        self.close_button = IconButton("x", _("Close message"), "snackbar.close", kind="snack", small=True)
        dress(self.close_button, "x", colour="onSnackbar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.then)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._fade: QPropertyAnimation | None = None
        self.undo.clicked.connect(self._act)
        self.then.clicked.connect(self._go_on)
        self.close_button.clicked.connect(self.dismiss)
        host.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show a message; one of the same kind as the shown one folds into it."""
        before = self._message
        if before is not None and message.kind and before.kind == message.kind and message.folded:
            self._count += 1
            message = replace(message, text=message.folded(self._count))
        else:
            self._count = 1
        self._message = message
        self.text.setText(message.text)
        self.text.setAccessibleName(message.text)
        self.undo.setVisible(bool(message.action))
        if message.action:
            self.undo.set_words(message.action)
        self.then.setVisible(message.then is not None)
        if message.then is not None:
            self.then.set_words(message.then[0])
        self._left = SHOWN_MS
        self._timer.start()
        appearing = self.isHidden()
        self.show()
        self.raise_()
        self._place()
        if appearing:
            self._fade_in()
        announce(self._host, message.text)

    def dismiss(self) -> None:
        """Close the message; a focus inside goes back to the content."""
        had_focus = self._has_focus()
        self._timer.stop()
        self._message, self._count = None, 0
        self.hide()
        if had_focus:
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def waiting(self) -> bool:
        """Whether its time is running: not while one may be reading or using it."""
        return not (self.keeps or self._hovered() or self._has_focus() or not self.window().isActiveWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the bottom centre."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _tick(self) -> None:
        self._place()  # another page may end elsewhere
        if self.waiting:
            self._left -= TICK_MS
        if self._left <= 0:
            self.dismiss()

    def _act(self) -> None:
        message = self._message
        self.dismiss()
        if message is not None and message.act is not None:
            message.act()

    def _go_on(self) -> None:
        message = self._message
        self.dismiss()
        if message is not None and message.then is not None:
            message.then[1]()

    def _hovered(self) -> bool:
        # not underMouse(): it is already true when a widget appears anywhere in an entered window
        return self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _place(self) -> None:
        metrics = self.text.fontMetrics()
        buttons = self.close_button.sizeHint().width() + 60
        for button in (self.undo, self.then):
            if button.isVisibleTo(self):
                buttons += button.sizeHint().width() + 12
        wanted = metrics.horizontalAdvance(self.text.text()) + buttons
        width = min(max(wanted, 260), self._host.width() - 32)
        height = max(44, metrics.height() + 20)
        left = (self._host.width() - width) // 2
        low = self._foot() or _LOW
        self.setGeometry(left, self._host.height() - height - low, width, height)

    def _foot(self) -> int:
        """How high the foot of the page is, with a gap above; 0 where it has none."""
        host = self._host
        found = host.childAt(host.width() // 2, host.height() - 3)
        while found is not None and found is not host and not isinstance(found, Foot):
            found = found.parentWidget()
        return found.height() + _GAP if isinstance(found, Foot) else 0

    def _fade_in(self) -> None:
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(theme().duration("snackIn"))
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.finished.connect(lambda: QTimer.singleShot(0, self, self._rest))
        self._fade = fade
        fade.start()

    def _rest(self) -> None:
        self._fade = None
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
