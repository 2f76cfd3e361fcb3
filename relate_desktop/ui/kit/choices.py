"""One of a few: segments in a frame, chips as filters. Radio buttons underneath."""

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QWidget,
)

from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.flow import Flow
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import menu_text, plain_words


class _Pill(QRadioButton):
    """A radio drawn as a pill or a segment, with an optional dot and count."""

    def __init__(
        self, text: str, identifier: str, name: str, hue: int | None, parent: QWidget | None
    ) -> None:
        super().__init__(menu_text(text), parent)
        self._hue = hue
        named(self, identifier, name or text)

    def font_used(self) -> QFont:
        """The font it paints with."""
        font = theme().font("small")
        font.setWeight(QFont.Weight.Medium)
        return font

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words with air around."""
        metrics = QFontMetrics(self.font_used())
        dot = 16 if self._hue is not None else 0
        return QSize(
            metrics.horizontalAdvance(plain_words(self.text())) + 20 + dot, max(28, metrics.height() + 10)
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It is shown whole or not at all."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(0, 2, 0, -2)
        radius = area.height() / 2
        back = "accentSoft" if self.isChecked() else ("hover" if self.underMouse() else "sunken")
        painter.setBrush(theme().colour(back))
        edge = theme().colour("borderStrong" if theme().high_contrast else back)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        words = area.adjusted(10, 0, -10, 0)
        if self._hue is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().hue(self._hue)[1])
            painter.drawEllipse(QPointF(words.left() + 4, area.center().y() + 0.5), 4, 4)
            words.adjust(16, 0, 0, 0)
        painter.setFont(self.font_used())
        painter.setPen(self._ink())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), plain_words(self.text()))
        if self.hasFocus():
            draw_focus(painter, area, radius)
        painter.end()

    def _ink(self) -> QColor:
        return theme().colour("accentText" if self.isChecked() else "text2")


class _Segment(_Pill):
    """One part of a segmented control."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words with air, as high as a button."""
        metrics = QFontMetrics(self.font_used())
        height = max(30, metrics.height() + 10)
        return QSize(metrics.horizontalAdvance(plain_words(self.text())) + 28, height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The chosen part is raised and bold in its edge, not by colour alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(2, 2, -2, -2)
        if self.isChecked():
            painter.setPen(QPen(theme().colour("borderStrong"), theme().border))
            painter.setBrush(theme().colour("surface"))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self.font_used())
        painter.setPen(theme().colour("text" if self.isChecked() else "text2"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), plain_words(self.text()))
        if self.hasFocus():
            draw_focus(painter, self.rect(), 8)
        painter.end()


class OneOf(QFrame):
    """A named row of choices of which one holds: ``Segments`` or ``Chips``.

    ``chosen`` carries the key when the user picks one; ``choose`` sets it silently.
    """

    chosen = Signal(str)

    def __init__(
        self, identifier: str, name: str, parent: QWidget | None = None, *, row: QLayout | None = None
    ) -> None:
        super().__init__(parent)
        give_role(self, "panel")
        named(self, identifier, name)
        self.row = QHBoxLayout() if row is None else row
        self.setLayout(self.row)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._keys: dict[str, QAbstractButton] = {}

    def add(self, key: str, button: QAbstractButton) -> None:
        """Add one choice."""
        self._group.addButton(button)
        self._keys[key] = button
        button.setProperty("key", key)
        self.row.addWidget(button)
        if len(self._keys) == 1:
            button.setChecked(True)

    def choose(self, key: str) -> None:
        """Mark one choice; an unknown key changes nothing."""
        if key in self._keys:
            self._keys[key].setChecked(True)

    def current(self) -> str:
        """The key that holds."""
        button = self._group.checkedButton()
        return str(button.property("key")) if button is not None else ""

    @property
    def keys(self) -> list[str]:
        """The choices there are, in order."""
        return list(self._keys)

    def offers(self, key: str) -> bool:
        """Whether there is such a choice."""
        return key in self._keys

    def button(self, key: str) -> QAbstractButton:
        """The button of a choice."""
        return self._keys[key]

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("key")))


class Segments(OneOf):
    """A few choices in one frame, such as System / Light / Dark."""

    def __init__(
        self, identifier: str, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(identifier, name, parent)
        self.setProperty("kind", "plain")
        self.row.setContentsMargins(1, 1, 1, 1)
        self.row.setSpacing(0)
        for key, words in choices:
            self.add(key, _Segment(words, f"{identifier}.{key}", "", None, self))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The trough."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border"), theme().border))
        painter.setBrush(theme().colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class Chips(OneOf):
    """Filters as pills. Choices may come and go with ``set_choices``; they may wrap onto more lines."""

    def __init__(
        self, identifier: str, name: str, parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(identifier, name, parent, row=Flow() if wraps else None)
        self.setProperty("kind", "plain")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self._choices: Sequence[tuple[str, str, int | None]] = ()

    def set_choices(self, choices: Sequence[tuple[str, str, int | None]]) -> None:
        """Have these choices: (key, words, hue of a dot or None); keeps the choice if it remains.

        Those in front that are the same stay as they are, with the keyboard where it was.
        """
        before = self.current()
        alike = (old == new for old, new in zip(self._choices, choices, strict=False))
        same = sum(takewhile(bool, alike))
        for key, _words, _hue in self._choices[same:]:
            button = self._keys.pop(key)
            self._group.removeButton(button)
            self.row.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._choices = tuple(choices)
        for number, (key, words, hue) in enumerate(self._choices[same:], same):
            pill = _Pill(words, f"{self.objectName()}.{number}", "", hue, self)
            self.add(key, pill)
            pill.show()  # a layout would do it one frame later
        self.choose(before if before in self._keys else next(iter(self._keys), ""))
