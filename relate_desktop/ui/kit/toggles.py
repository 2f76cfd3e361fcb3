"""Controls that are on or off and paint themselves: check box, radio, switch, ring, star.

All are QCheckBox or QRadioButton underneath, so that assistive tools, Space and arrow keys work.
Their words are plain: an ampersand is an ampersand.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_check, draw_focus, draw_radio, mark_side
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import menu_text, plain_words, tip


def _draw_marked(button: QAbstractButton, painter: QPainter, indent: int) -> None:
    """The words beside a mark, and the focus ring around both."""
    area = button.rect()
    if button.text():
        painter.setFont(button.font())
        painter.setPen(theme().colour("text" if button.isEnabled() else "text3"))
        words = area.adjusted(indent, 0, -4, 0)
        if button.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words = area.adjusted(4, 0, -indent, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        shown = button.fontMetrics().elidedText(
            plain_words(button.text()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, flags, shown)
    if button.hasFocus():
        draw_focus(painter, area, 7)


def _mark_box(button: QAbstractButton) -> QRect:
    side = mark_side()
    top = (button.height() - side) // 2
    left = 5 if button.layoutDirection() == Qt.LayoutDirection.LeftToRight else button.width() - side - 5
    return QRect(left, top, side, side)


def _marked_size(button: QAbstractButton) -> QSize:
    words = button.fontMetrics().horizontalAdvance(plain_words(button.text()))
    height = max(28, button.fontMetrics().height() + 8, mark_side() + 10)
    return QSize(mark_side() + 10 + (words + 12 if button.text() else 0), height)


class CheckBox(QCheckBox):
    """A check box with words beside it. The text is plain: ``&`` is an ampersand."""

    def __init__(
        self,
        text: str,
        identifier: str,
        *,
        name: str = "",
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(menu_text(text), parent)
        named(self, identifier, name or text, description)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Box, words and room for the ring."""
        return _marked_size(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The words may be cut short, the box not."""
        return QSize(mark_side() + 10, _marked_size(self).height())

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw box and words."""
        painter = QPainter(self)
        draw_check(painter, _mark_box(self), self.checkState(), enabled=self.isEnabled())
        _draw_marked(self, painter, mark_side() + 14)
        painter.end()


class RadioButton(QRadioButton):
    """A radio button with words beside it. The text is plain."""

    def __init__(
        self,
        text: str,
        identifier: str,
        *,
        name: str = "",
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(menu_text(text), parent)
        named(self, identifier, name or text, description)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Circle, words and room for the ring."""
        return _marked_size(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The words may be cut short, the circle not."""
        return QSize(mark_side() + 10, _marked_size(self).height())

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw circle and words."""
        painter = QPainter(self)
        draw_radio(painter, _mark_box(self), on=self.isChecked(), enabled=self.isEnabled())
        _draw_marked(self, painter, mark_side() + 14)
        painter.end()


class Switch(QCheckBox):
    """A switch: a setting that takes effect at once. Its words stand in the row's label."""

    _WIDTH, _HEIGHT, _EDGE = 38, 22, 3

    def __init__(
        self, identifier: str, name: str, *, description: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, identifier, name, description)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The switch and room for the ring."""
        return QSize(theme().scaled(self._WIDTH) + 8, theme().scaled(self._HEIGHT) + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It does not shrink."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A pill with a knob; the knob's place says the state, not the colour alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, theme().scaled(self._WIDTH), theme().scaled(self._HEIGHT))
        area.moveCenter(QRectF(self.rect()).center())
        on = self.isChecked()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            theme().colour(("accent" if on else "borderStrong") if self.isEnabled() else "border")
        )
        half = area.height() / 2
        painter.drawRoundedRect(area, half, half)
        painter.setBrush(theme().colour("onAccent" if on else "surface"))
        right = on != rtl
        centre = QPointF(area.right() - half if right else area.left() + half, area.center().y())
        painter.drawEllipse(centre, half - self._EDGE, half - self._EDGE)
        if self.hasFocus():
            draw_focus(painter, self.rect(), half + self._EDGE)
        painter.end()


class Ring(QCheckBox):
    """The round check of a reminder or a star-like mark: icon off, icon on."""

    def __init__(
        self,
        identifier: str,
        name: str,
        *,
        off: str = "circle",
        on: str = "check-circle",
        colour: str = "accent",
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = (off, on, colour)
        self._size = size
        named(self, identifier, name)
        self.setToolTip(tip(name))

    def set_name(self, name: str) -> None:
        """Change accessible name and tooltip together."""
        self.setAccessibleName(name)
        self.setToolTip(tip(name))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square target."""
        side = max(34, theme().scaled(self._size) + 10)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It does not shrink."""
        return QSize(28, 28)

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the icon: filled when on, an outline when off."""
        painter = QPainter(self)
        off, on, colour = self._icons
        side = theme().scaled(self._size)
        image = (
            pixmap(on, "fill", colour, side) if self.isChecked() else pixmap(off, "regular", "text2", side)
        )
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, image)
        if self.hasFocus():
            draw_focus(painter, self.rect(), 7)
        painter.end()


class Star(Ring):
    """Whether something is the preferred one."""

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, off="star", on="star", colour="amber", parent=parent)
