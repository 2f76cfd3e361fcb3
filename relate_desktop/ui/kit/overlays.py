"""Panels over the window: a scrim, a panel in the middle, the focus kept inside until it closes.

Not top-level windows: Wayland forbids placing those. ``Overlay(host, identifier, name)`` covers the
whole window that ``host`` is in; put content into ``.body`` and call ``open_over``.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.marks import draw_shadow
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tokens import tokens

_TOP, _EDGE = 62, 16
"""Pixels above a panel, and what is always left around it."""
_TIGHT = 640
"""Below this height, which grows with the text, a panel begins at the upper edge: it needs the room."""


class Overlay(QWidget):
    """The scrim with one panel on it. Esc and a click beside the panel close it.

    ``width`` is the greatest one at the usual size of text, and grows with it.
    """

    closed = Signal()
    gives_way = False
    """Whether closing it loses nothing: then it closes when a key leads elsewhere."""

    def __init__(self, host: QWidget, identifier: str, name: str, *, width: int = 560) -> None:
        super().__init__(host.window())
        self._window = host.window()
        self._before: QWidget | None = None
        self._width = width
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._fade.valueChanged.connect(lambda _share: self.update())
        self.panel = QFrame(self)
        self.panel.setProperty("kind", "overlay")
        give_role(self.panel, "dialog")
        named(self.panel, identifier, name)
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(24, 22, 24, 22)
        self.body.setSpacing(14)
        self._edges = QHBoxLayout(self)
        self._edges.setContentsMargins(_EDGE, _TOP, _EDGE, _EDGE)
        self._edges.addStretch(1)
        self._edges.addWidget(self.panel, 100, Qt.AlignmentFlag.AlignTop)
        self._edges.addStretch(1)
        self._fit()
        theme().changed.connect(self._fit)
        self.hide()
        self._window.installEventFilter(self)

    def open_over(self, focus: QWidget | None = None) -> None:
        """Show it, remember where the focus was and give it to ``focus`` or the first control."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        # the scrim alone: an effect over all of it has Qt lay out every hidden room before it can paint
        self._fade.setDuration(theme().duration("overlayIn"))
        self._fade.start()
        target = focus or next(iter(self._stops()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_overlay(self) -> None:
        """Hide it and give the focus back to where it was."""
        if self.isHidden():
            return
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._fade.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    @property
    def comes_in(self) -> bool:
        """Whether its scrim still fades in."""
        return self._fade.state() == QVariantAnimation.State.Running

    @property
    def room(self) -> int:
        """How high a panel may be."""
        margins = self._edges.contentsMargins()
        return self._window.height() - margins.top() - margins.bottom()

    def _fit(self) -> None:
        """Keep lines as long as they are meant to be at any size of text."""
        self.panel.setMaximumWidth(theme().scaled(self._width))
        top = _EDGE if self._window.height() < theme().scaled(_TIGHT) else _TOP
        self._edges.setContentsMargins(_EDGE, top, _EDGE, _EDGE)

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the room there is."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the window's size; keep Tab inside, and Ctrl+Enter from the room behind."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        if watched is self.panel and event.type() == QEvent.Type.Resize:
            self.update()  # the shadow around it as well
        if isinstance(event, QKeyEvent) and _goes_on(event) and self._inside(watched):
            return self._go_on(event)
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        pressed = event.type() == QEvent.Type.KeyPress and self._inside(watched)
        if pressed and isinstance(event, QKeyEvent) and event.key() in steps:
            return self._turn(steps[Qt.Key(event.key())])
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes, unless what has the focus has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click beside the panel closes."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The scrim."""
        painter = QPainter(self)
        shade = QColor(theme().colour("tooltip" if not theme().dark else "sidebar"))
        alpha = 110 if not theme().dark else 170
        shade.setAlpha(round(alpha * self._fade.currentValue()) if self.comes_in else alpha)
        painter.fillRect(self.rect(), shade)
        draw_shadow(painter, self.panel.geometry(), tokens().radius["overlay"])
        painter.end()

    def _inside(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched is QApplication.focusWidget() and self._holds(watched)

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _stops(self) -> list[QWidget]:
        return [
            child
            for child in self.panel.findChildren(QWidget)
            if child.isVisibleTo(self.panel)
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]

    def _go_on(self, event: QKeyEvent) -> bool:
        """Ctrl+Enter presses the main button, from anywhere in the panel; the room behind never hears it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        main = self.main_button() if event.type() == QEvent.Type.KeyPress else None
        if main is None:
            return False
        if not event.isAutoRepeat():
            main.click()
        return True

    def main_button(self) -> QAbstractButton | None:
        """What Ctrl+Enter presses: the filled button, where there is one that can be pressed."""
        buttons = (one for one in self.panel.findChildren(QAbstractButton) if one.isVisibleTo(self.panel))
        return next((one for one in buttons if one.property("kind") == "primary" and one.isEnabled()), None)

    def _turn(self, step: int) -> bool:
        """Move on at the two ends only, so that inside the usual order of Qt holds."""
        stops = self._stops()
        focus = QApplication.focusWidget()
        if not stops or focus not in stops:
            return False
        position = stops.index(focus) + step
        stops[position % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def panels_over(window: QWidget) -> list[Overlay]:
    """The panels that are open over a window, the uppermost last."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [one for one in window.findChildren(Overlay, options=direct) if not one.isHidden()]


def make_way(window: QWidget) -> bool:
    """Close the panels over a window, to go elsewhere; not while one would lose something by it."""
    panels = panels_over(window)
    if not all(one.gives_way for one in panels):
        return False
    for panel in reversed(panels):
        panel.close_overlay()
    return True


def _goes_on(event: QKeyEvent) -> bool:
    """Whether this is Ctrl+Enter."""
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
