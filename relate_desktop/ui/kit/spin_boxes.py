"""Numbers and hours one can type or step; the wheel leaves them to the page."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QTimeEdit, QWidget

from relate_desktop.ui.kit.accessibility import named

_MARGINS = (8, 0, 0, 0)
STEP = 15
"""Minutes of an hour's step."""


class SpinBox(QSpinBox):
    """A number between two bounds."""

    def __init__(
        self, identifier: str, name: str, least: int, greatest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, identifier, name)
        self.setRange(least, greatest)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(*_MARGINS)
        # what is half typed is no choice yet
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling to the page."""
        event.ignore()


class HourBox(QTimeEdit):
    """An hour of the day. Steps are quarters of an hour; any minute can be typed."""

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, identifier, name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else Qt turns it round: 30:08
        self.setDisplayFormat("HH:mm")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(*_MARGINS)
        self.setWrapping(True)
        self.setKeyboardTracking(False)

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return self.time().hour() * 60 + self.time().minute()

    def show_minutes(self, minutes: int) -> None:
        """Show an hour; nobody is told when it is the same."""
        self.setTime(QTime(minutes // 60, minutes % 60))

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """A quarter of an hour up or down, to full quarters, round the clock."""
        edge = self.minutes // STEP * STEP if steps > 0 else -(-self.minutes // STEP) * STEP
        self.show_minutes((edge + steps * STEP) % (24 * 60))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling to the page."""
        event.ignore()
