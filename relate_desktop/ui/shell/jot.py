"""Jot something down from anywhere in the window (Ctrl+J), or in a small window of its own (mock 10)."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.text import isolate
from relate_desktop.services.captures import CaptureService, Saved
from relate_desktop.services.history import HistoryService
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import announce, give_role, named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.capture_field import CaptureField
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.numbers import listed
from relate_desktop.words.suggestions import payback_sentence
from relate_desktop.words.translation import _

_WIDTH = 680
_SHOWN_MS = 8000


def _field(captures: CaptureService, work: Work) -> CaptureField:
    return CaptureField(
        captures,
        work,
        "jot.text",
        _("Jot something down"),
        placeholder=_("Called Anna yesterday about the invoice, remind me in two weeks"),
        prefix="jot",
        alone=True,
    )


class JotOverlay(Overlay):
    """Over the window. Esc and a click beside it keep what was typed for the next time."""

    gives_way = True

    def __init__(self, host: QWidget, captures: CaptureService, work: Work) -> None:
        super().__init__(host, "jot", _("Jot something down"), width=_WIDTH)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.field = _field(captures, work)
        self.body.addWidget(self.field)
        self.field.saved.connect(self.close_overlay)
        self.field.cancelled.connect(self.close_overlay)

    def main_button(self) -> None:
        """The field hears Ctrl+Enter itself: it first asks what is not clear."""

    def open_with(self, text: str, about: ContactId | None) -> None:
        """Open it, with a line to begin with and somebody whom it is about if nobody is named."""
        self.field.set_about(about)
        if self.isHidden():
            self.open_over(self.field.line)
        self.field.start(text)


class JotWindow(QWidget):
    """The same alone, for a key of the desktop: it says what was written down, and closes."""

    closed = Signal()

    def __init__(self, captures: CaptureService, history: HistoryService, work: Work) -> None:
        super().__init__(None, Qt.WindowType.Dialog)
        self._history, self._work = history, work
        self._changeset: ChangesetId | None = None
        self.setWindowTitle(_("Jot something down"))
        give_role(self, "dialog")
        named(self, "jot", _("Jot something down"))
        self.field = _field(captures, work)
        self.told = QFrame()
        self.told.setProperty("kind", "plain")
        self._words = SafeLabel("", "body", wrap=True)
        undo = Button(_("Undo"), "jot.undo", kind="link")
        done = Button(_("Close"), "jot.close")
        row = QHBoxLayout(self.told)
        row.setContentsMargins(22, 20, 16, 20)
        row.addWidget(self._words, 1)
        row.addWidget(undo)
        row.addWidget(done)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        for part in (self.field, self.told):
            part.setFixedWidth(theme().scaled(_WIDTH))
            box.addWidget(part)
        self.told.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.close)
        self.field.saved.connect(self._tell)
        self.field.cancelled.connect(self.close)
        undo.clicked.connect(self._undo)
        done.clicked.connect(self.close)

    def open_in_front(self) -> None:
        """Show it in the middle of the screen's upper half, ready to type."""
        self._timer.stop()
        self.told.hide()
        self.field.show()
        screen = QGuiApplication.primaryScreen()
        if screen is not None and not self.isVisible():
            area = screen.availableGeometry()
            self.move(area.center().x() - self.width() // 2, area.top() + area.height() // 5)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes; what was typed waits for the next time."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that it is over."""
        self._timer.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _tell(self, saved: Saved) -> None:
        self._changeset = saved.changeset
        words = written_down(saved)
        self._words.setText(words)
        self.field.hide()
        self.told.show()
        announce(self, words)
        self._timer.start()

    def _undo(self) -> None:
        changeset = self._changeset
        if changeset is not None:
            self._work.run(
                Lane.WRITE,
                lambda _job: self._history.undo(changeset),
                lambda _done: self.close(),
                kind=JobKind.UNDO,
                owner=self,
            )


def written_down(saved: Saved) -> str:
    """What was written down for whom, with the useful thing that was not in it."""
    names = listed([isolate(person.called) for person in saved.people])
    said = _("Written down for {names}.").format(names=names) if names else _("Written down.")
    return f"{said} {useful_words(saved)}".rstrip()


def useful_words(saved: Saved) -> str:
    """The useful thing to say after saving; empty where there is none."""
    found = saved.payback
    if found is None:
        return ""
    called = next((person.called for person in saved.people if person.id == found.contact), "")
    return payback_sentence(found, called)
