"""While hosts are asked: which, how many have answered, and a way to stop at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from relate_desktop.domain.lookup import LookupRequest
from relate_desktop.domain.text import isolate
from relate_desktop.services.jobs import Progress
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.lookups.reading import Wanted
from relate_desktop.words.looking_up import request_words
from relate_desktop.words.translation import _


class ProgressPanel(Overlay):
    """Closing it in any way stops the look-up; what was answered by then is dropped."""

    stopped = Signal()

    def __init__(self, host: QWidget, wanted: Wanted, requests: Sequence[LookupRequest]) -> None:
        title = _("Asking what {name} says in public").format(name=isolate(wanted.called))
        super().__init__(host, "lookup.progress", title, width=480)
        self._wanted, self._requests = wanted, requests
        self._ended = False
        heading = Heading(title, "lookup.progress.title", "heading")
        heading.setWordWrap(True)
        self.body.addWidget(heading)
        self.bar = QProgressBar()
        named(self.bar, "lookup.progress.bar", title)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, max(1, len(requests)))
        self.body.addWidget(self.bar)
        self.words = SafeLabel("", "small", "text2", wrap=True)
        self.body.addWidget(self.words)
        self.stop = Button(_("Stop"), "lookup.progress.cancel")
        self.stop.clicked.connect(self.close_overlay)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        self.body.addLayout(row)
        self.show_progress(Progress(0, len(requests)))
        self.closed.connect(self._closed)

    def show_progress(self, progress: Progress) -> None:
        """Say who is being asked now."""
        if not self._requests:
            return
        number = min(progress.done, len(self._requests) - 1)
        self.bar.setValue(progress.done)
        self.words.setText(
            _("Asking {who}: {number} of {count}").format(
                who=request_words(self._requests[number], self._wanted.gender),
                number=number + 1,
                count=len(self._requests),
            )
        )

    def end(self) -> None:
        """The answers are here."""
        self._ended = True
        self.close_overlay()

    def _closed(self) -> None:
        if not self._ended:
            self.stopped.emit()
        self.deleteLater()
