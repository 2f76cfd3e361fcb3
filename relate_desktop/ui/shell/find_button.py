"""The field-like button of the side bar that opens Find or do; a magnifying glass while narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.key_cap import KeyCap
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.translation import _, pgettext


class FindButton(Button):
    """Looks like a field, because it opens one."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "",
            "side.find",
            kind="find",
            name=_("Find or do"),
            description=pgettext("key", "Control K"),
            parent=parent,
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel("magnifying-glass", size=16)
        self._words = SafeLabel(_("Find or do…"), "small", "text2")
        self._cap = KeyCap(keys)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(9)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self._icon, self._words, self._cap):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the magnifying glass alone, or everything again."""
        self._words.setVisible(not narrow)
        self._cap.setVisible(not narrow)
        self._row.setContentsMargins(0 if narrow else 10, 0, 0 if narrow else 6, 0)
        middle = Qt.AlignmentFlag.AlignCenter if narrow else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._icon, middle)
        self.setToolTip(tip(self.accessibleName()) if narrow else "")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a control; the row inside never makes it wider."""
        return QSize(36, max(34, theme().line() + 14))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The magnifying glass."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ring of the focus, drawn so that nothing moves."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            draw_focus(painter, self.rect(), 9)
            painter.end()
