"""Rows of Today, and walking through them with the arrow keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.few_lines import FewLines
from relate_desktop.ui.kit.theme import theme

SIDE, TOP = 8, 3
"""Air around the words of a row, inside their focus ring."""


class RowText(QPushButton):
    """The words of a row: pressed, they open what the row is about."""

    def __init__(self, identifier: str, *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        named(self, identifier, "")
        self._text = FewLines("", "bodyMedium", lines=lines)
        self._reason = FewLines("", "small", "text2", lines=lines)
        box = QVBoxLayout(self)
        box.setContentsMargins(SIDE, TOP, SIDE, TOP)
        box.setSpacing(1)
        box.addStretch(1)
        for label in (self._text, self._reason):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(label)
        box.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, reason: str, name: str, description: str = "") -> None:
        """Show these words; ``name`` and ``description`` are for assistive tools."""
        self._text.setText(text)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the words on one line."""
        width = max(self._text.sizeHint().width(), self._reason.sizeHint().width()) + 2 * SIDE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters, on as many lines as it takes."""
        return QSize(theme().scaled(90), self.heightForWidth(max(self.width(), theme().scaled(90))))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height the words need at this width."""
        room = max(40, width - 2 * SIDE)
        height = self._text.heightForWidth(room)
        if not self._reason.isHidden():
            height += 1 + self._reason.heightForWidth(room)
        return height + 2 * TOP


class Row(Panel):
    """One row. ``stops`` are its controls from start to end; the arrows arrive at ``main``."""

    main: QWidget
    edge: QWidget
    """The line above it."""

    def stops(self) -> Sequence[QWidget]:
        """What can have the focus in it."""
        return [self.main]

    def arrive(self, _step: int) -> None:
        """Take the focus, coming from above (1) or from below (-1)."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def stays(self) -> bool:
        """Whether it is there to be walked to."""
        return self.isVisibleTo(self.window())

    def tick(self) -> None:
        """What Space does while the words have the focus."""

    def open_row(self) -> None:
        """What Enter does."""


Rows = Callable[[], Sequence[Sequence[Row]]]
"""The rows of each section, in order."""

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Walk(QObject):
    """Up and Down between the rows of all sections, Left and Right within one.

    Each section is one stop of the Tab key: where one was last, else its first row.
    """

    moved = Signal()
    """Another row has the focus."""

    def __init__(self, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._last: dict[int, Row] = {}

    def watch(self, row: Row) -> None:
        """Follow the keys and the focus of a row."""
        for stop in row.stops():
            stop.installEventFilter(self)

    def here(self) -> Row | None:
        """The row that has the focus."""
        return next((row for row in self._all() if any(stop.hasFocus() for stop in row.stops())), None)

    def step(self, step: int, start: Row | None = None) -> bool:
        """Go to the next row or the one before; whether there was one."""
        rows = self._all()
        row = start or self.here()
        if row not in rows:
            return False
        number = rows.index(row) + step
        if not 0 <= number < len(rows):
            return False
        rows[number].arrive(step)
        return True

    def leave_if_here(self, row: Row) -> bool:
        """Give the focus to a neighbour of a row that goes away: the next, else the one before."""
        if not any(stop.hasFocus() for stop in row.stops()):
            return False
        rows = [one for section in self._rows() for one in section if one is row or one.stays]
        number = rows.index(row) if row in rows else -1
        if number < 0 or len(rows) == 1:
            return False
        step = 1 if number + 1 < len(rows) else -1
        rows[number + step].arrive(step)
        return True

    def settle(self) -> None:
        """Make each section one stop of the Tab key; to be called when rows came or went."""
        for number, section in enumerate(self._rows()):
            rows = [row for row in section if row.stays]
            last = self._last.get(number)
            current = last if last in rows else (rows[0] if rows else None)
            for row in section:
                for stop in row.stops():
                    chosen = row is current and stop is row.main
                    stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The keys of rows."""
        if event.type() == QEvent.Type.FocusIn:
            self._arrived()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(watched, event)
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        row = self.here()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row is None or not plain:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key in _ASIDE:
            self._aside(row, _ASIDE[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._jump(0 if key == Qt.Key.Key_Home else -1)
        elif watched is row.main and not event.isAutoRepeat() and key == Qt.Key.Key_Space:
            row.tick()
        elif watched is row.main and not event.isAutoRepeat() and key in _ENTER:
            row.open_row()
        else:
            return False
        return True

    def _aside(self, row: Row, step: int) -> None:
        stops = [stop for stop in row.stops() if stop.isVisible() and stop.isEnabled()]
        here = next((number for number, stop in enumerate(stops) if stop.hasFocus()), 0)
        if row.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        stops[min(max(here + step, 0), len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _jump(self, number: int) -> None:
        rows = self._all()
        rows[number].arrive(1 if number == 0 else -1)

    def _arrived(self) -> None:
        for number, section in enumerate(self._rows()):
            for row in section:
                if any(stop.hasFocus() for stop in row.stops()):
                    self._last[number] = row
        self.settle()
        self.moved.emit()

    def _all(self) -> list[Row]:
        return [row for section in self._rows() for row in section if row.stays]
