"""What the program is doing: a slim line after 150 ms, words with a count and Cancel after 1 s."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from relate_desktop.services.jobs import Job, JobKind
from relate_desktop.ui.kit.accessibility import announce, named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.words.jobs import progress_words
from relate_desktop.words.translation import _

LINE_AFTER_MS = 150
WORDS_AFTER_MS = 1000


class SlimLine(QProgressBar):
    """Two pixels along the top of ``host``."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("kind", "slim")
        named(self, "jobs.line", _("Working"))
        self.setTextVisible(False)
        self.setRange(0, 0)
        host.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the top."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(0, 0, self._host.width(), 2)
        return False


class JobBar(Panel):
    """Listens to jobs; at the bottom of the content, hidden while nothing takes long."""

    def __init__(self, host: QWidget) -> None:
        super().__init__("jobs", _("Work under way"), "surface", parent=host)
        self._jobs: list[Job[Any]] = []
        self._told = 0
        self.hidden_kinds: frozenset[JobKind] = frozenset()
        """Jobs that the room in front shows itself."""
        self.line = SlimLine(host)
        self.words = SafeLabel()
        named(self.words, "jobs.words", "")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        named(self.bar, "jobs.progress", _("Progress"))
        self.cancel = Button(_("Cancel"), "jobs.cancel", small=True)
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 10, 28, 10)
        row.setSpacing(16)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._line_timer = self._single(LINE_AFTER_MS, self.refresh_line)
        self._words_timer = self._single(WORDS_AFTER_MS, self._show_words)
        self.hide()

    def follow(self, job: Job[Any]) -> None:
        """Take in that a job's state or progress changed; on the window's thread."""
        if job.state.ended:
            self._jobs = [one for one in self._jobs if one is not job]
            if not self._jobs:
                self._rest()
                return
        elif job not in self._jobs:
            self._jobs.append(job)
            if len(self._jobs) == 1:
                self._told = 0
                self._line_timer.start()
                self._words_timer.start()
        if self.isVisible():
            self._show_words()

    def refresh_line(self) -> None:
        """Show the slim line when something is still under way."""
        self.line.setVisible(bool(self._jobs))
        self.line.raise_()

    @property
    def shown_job(self) -> Job[Any] | None:
        """The job in words: the oldest long one that no room shows itself."""
        wanted = (job for job in self._jobs if job.kind.long and job.kind not in self.hidden_kinds)
        return next(wanted, None)

    def _show_words(self) -> None:
        job = self.shown_job
        self.setVisible(job is not None)
        if job is None:
            # a long one may begin while short ones hold the line
            if self._jobs and not self._words_timer.isActive():
                self._words_timer.start()
            return
        self.line.hide()
        words = progress_words(job.kind, job.progress)
        self.words.setText(words)
        self.words.setAccessibleName(words)
        fraction = job.progress.fraction
        self.bar.setRange(0, 0 if fraction is None else 100)
        if fraction is not None:
            self.bar.setValue(round(fraction * 100))
            quarter = int(fraction * 4)
            if quarter > self._told:
                self._told = quarter
                announce(self, words)
        self.cancel.setEnabled(not job.stopping)

    def _rest(self) -> None:
        self._line_timer.stop()
        self._words_timer.stop()
        self.line.hide()
        self.hide()

    def _cancel(self) -> None:
        job = self.shown_job
        if job is not None:
            job.cancel()
            self.cancel.setEnabled(False)

    def _single(self, milliseconds: int, call: Any) -> QTimer:  # a method without arguments
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer
