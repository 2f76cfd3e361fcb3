"""The brief of a meeting, read and shown over the window when somebody asks for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.brief import Brief
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.brief_overlay import BriefOverlay
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.today.view import MeetingLine

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class Briefs(QObject):
    """Opens what to know before a meeting; ``asked`` carries a Place to go to."""

    asked = Signal(object)

    def __init__(self, book: "OpenBook", work: Work, host: QWidget) -> None:
        super().__init__(host)
        self._book, self._work, self._host = book, work, host
        self._overlay: BriefOverlay | None = None

    @property
    def overlay(self) -> BriefOverlay:
        """The panel over the window."""
        if self._overlay is None:
            self._overlay = BriefOverlay(self._host)
            self._overlay.opened.connect(lambda contact: self.asked.emit(Place.person(contact)))
        return self._overlay

    def open(self, line: MeetingLine) -> None:
        """Read the brief of a meeting and show it."""
        self._work.run(
            Lane.READ,
            lambda job: self._read(line, job),
            lambda brief: self.overlay.open_brief(brief, self._book.present()),
            lambda _error: None,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _read(self, line: MeetingLine, _job: Job[Brief]) -> Brief:
        if line.occurrence is not None:
            return self._book.briefs.before(line.occurrence)
        if line.entry is None:
            raise ValueError("a meeting stands in the timeline or in a calendar")
        return self._book.briefs.before_entry(line.entry)
