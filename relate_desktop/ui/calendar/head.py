"""The line above the calendar: title, agenda or month, and the way back to today."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.choices import Segments
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.words.translation import _

AGENDA, MONTH = "agenda", "month"


class CalendarHead(Frame):
    """``chosen`` carries AGENDA or MONTH when the user picks one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.views = Segments(
            "calendar.view", _("Calendar view"), [(AGENDA, _("Agenda")), (MONTH, _("Month"))]
        )
        self.today = Button(_("Today"), "calendar.today", name=_("Go to today"))
        self.title = Heading(_("Calendar"), "calendar.title")
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.views)
        self._row.addWidget(self.today)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(36, 24, 32, 0)
        self._box.setSpacing(10)
        self._box.addLayout(self._row)
        self.views.chosen.connect(self.chosen)

    def fit(self, width: int) -> None:
        """The segments go under the title where all of it does not fit in a line."""
        wanted = sum(widget.sizeHint().width() + 10 for widget in (self.title, self.views, self.today))
        stacked = wanted > width - 68
        if stacked == (self._box.indexOf(self.views) >= 0):
            return
        if stacked:
            self._box.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            self._row.insertWidget(1, self.views)
