"""What stands in the room while there is no calendar: an invitation, or that one is being read."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from relate_desktop.services.jobs import Job, JobKind
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

LATE_MS = 300
"""After which a reading is spoken of."""


class NothingPage(EmptyPage):
    """``add`` asks for a file. ``on_its_way`` says whether the days are still being read."""

    def __init__(self, work: Work, on_its_way: Callable[[], bool], parent: QWidget | None = None) -> None:
        self.add = Button(_("Add a calendar file"), "calendar.empty.add", kind="primary", icon="plus")
        super().__init__("calendar-blank", "", "", button=self.add, parent=parent)
        self._on_its_way = on_its_way
        self._importing = False
        self._late = QTimer(self, interval=LATE_MS)
        self._late.timeout.connect(self._look)
        work.progressed.connect(self._progressed)
        self._say(reading=False)

    def expect(self) -> None:
        """The days are being read: say so once that takes long."""
        if not self._late.isActive():
            self._late.start()

    def settle(self) -> None:
        """The days are read."""
        self._late.stop()
        self._say(reading=self._importing)

    def _look(self) -> None:
        if self._on_its_way():
            self._say(reading=True)
        else:
            self.settle()

    def _progressed(self, job: Job[object]) -> None:
        """A file is being brought in, or no longer; what came of it has still to be read here."""
        if job.kind is not JobKind.IMPORT:
            return
        self._importing = not job.state.ended
        if self._importing:
            self._say(reading=True)
        else:
            self.expect()

    def _say(self, *, reading: bool) -> None:
        self.add.setVisible(not reading)
        if reading:
            self.say(_("Reading…"), _("What is in your calendars stands here in a moment."))
        else:
            self.say(
                _("No calendar yet"),
                _("Drop an .ics file here and Relate shows what you last talked about before each meeting."),
            )
