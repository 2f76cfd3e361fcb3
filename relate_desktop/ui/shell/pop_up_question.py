"""Whether Relate may pop up: asked once, when the first reminder with an hour is there."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.change import Changes, OperationKind
from relate_desktop.domain.errors import StorageError
from relate_desktop.domain.reminder import due_of
from relate_desktop.services.at_login import AtLogin
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.due import asked_at
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class PopUpQuestion(QObject):
    """Looks for that reminder after every change of this window, until the question is answered."""

    def __init__(self, book: "OpenBook", work: Work, news: News, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._work, self._window = book, work, window
        self.panel: PopUpPanel | None = None
        news.changed.connect(self._news)

    def _news(self, changes: Changes) -> None:
        if self._book.preferences.current.popups_agreed or changes.changeset is None:
            return
        if changes.operation is OperationKind.SAMPLE:
            return  # nobody looks around in order to be asked
        if "reminders" in changes.tables:
            self._work.run(Lane.READ, lambda _job: self._first(), self._ask, kind=JobKind.DETAIL, owner=self)

    def _first(self) -> datetime | None:
        """The next hour at which something is to be told."""
        present = self._book.present()
        timed = [
            due.tell_at
            for reminder in self._book.reminders.open()
            if reminder.due is not None
            and reminder.due.at is not None
            and (due := due_of(reminder, present)) is not None
        ]
        return min((moment for moment in timed if moment > present.now), default=None)

    def _ask(self, at: datetime | None) -> None:
        if at is None or self._book.preferences.current.popups_agreed:
            return
        if self.panel is None:
            self.panel = PopUpPanel(self._window)
            self.panel.yes.clicked.connect(lambda: self._answer(popups=True))
            self.panel.no.clicked.connect(lambda: self._answer(popups=False))
        if self.panel.isHidden():
            self.panel.ask(asked_at(at, self._book.present()))

    def _answer(self, *, popups: bool) -> None:
        self._book.preferences.change(popups=popups, popups_agreed=True)
        if self.panel is None:
            return
        self.panel.close_overlay()
        if popups and self.panel.at_login.isChecked():
            book = self._book
            at_login = AtLogin(book.folder, book.preferences)
            try:
                at_login.set(on=True)
            except StorageError as error:
                self._work.failed.emit(error)


class PopUpPanel(Overlay):
    """The question. Closing it without an answer leaves it for the next time."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "popup.question", _("Pop-ups"), width=480)
        self._heading = Heading("", "popup.question.title", "heading")
        self._heading.setWordWrap(True)
        self.yes = Button(_("Yes, pop up"), "popup.question.yes", kind="primary")
        self.no = Button(_("Just show it in Today"), "popup.question.no")
        self.body.addWidget(self._heading)
        self.body.addWidget(
            SafeLabel(
                _("This holds for all reminders with an hour. Settings ▸ Reminders changes it."),
                tone="text2",
                wrap=True,
            )
        )
        self.at_login = CheckBox(
            _("Also while Relate is closed: start it with the desktop"), "popup.question.login"
        )
        self.body.addWidget(self.at_login)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.body.addLayout(row)

    def ask(self, at: str) -> None:
        """Open it about a moment."""
        self._heading.set_heading(_("Shall Relate pop up {when}?").format(when=at))
        self.open_over(self.yes)
