"""What closing the window means: the end, or waiting in the tray for reminders; asked once."""

from enum import Enum

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.services.preferences import KeepRunning, PreferencesService
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.shell.tray import Tray
from relate_desktop.ui.shell.window import MainWindow
from relate_desktop.words.translation import _


class Ending(Enum):
    """What is to become of the program when its window is closed."""

    QUIT = "quit"
    HIDE = "hide"
    ASK = "ask"


def ending(keep: KeepRunning, *, tray: bool) -> Ending:
    """Without a tray there is no way back to a hidden window, so the program ends.

    Whoever has Relate open at login is still reminded then: by the agent.
    """
    if not tray or keep is KeepRunning.NO:
        return Ending.QUIT
    return Ending.HIDE if keep is KeepRunning.YES else Ending.ASK


class Closing(QObject):
    """Decides each time the window is closed, and remembers what was answered."""

    def __init__(self, window: MainWindow, preferences: PreferencesService, tray: Tray) -> None:
        super().__init__(window)
        self._window, self._preferences, self._tray = window, preferences, tray
        self.question: ClosingQuestion | None = None

    def may_close(self) -> bool:
        """Whether the window is to be closed for good now; otherwise it is hidden, or asks."""
        found = ending(self._preferences.current.keep_running, tray=self._tray.available())
        if found is Ending.HIDE:
            self._tray.appear()
            self._window.hide()
        elif found is Ending.ASK:
            self._ask()
        return found is Ending.QUIT

    def _ask(self) -> None:
        if self.question is None:
            self.question = ClosingQuestion(self._window)
            self.question.keep.clicked.connect(lambda: self._answer(KeepRunning.YES))
            self.question.leave.clicked.connect(lambda: self._answer(KeepRunning.NO))
        if self.question.isHidden():
            self.question.open_over(self.question.keep)

    def _answer(self, answer: KeepRunning) -> None:
        if self.question is not None:
            self.question.close_overlay()
        self._preferences.change(keep_running=answer)
        if answer is KeepRunning.YES:
            self.may_close()
        else:
            self._window.leave()


class ClosingQuestion(Overlay):
    """The one question; Esc goes back to the window and asks again next time."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "closing", _("Keep Relate running for reminders?"), width=460)
        self.keep = Button(_("Keep running"), "closing.keep", kind="primary")
        self.leave = Button(_("Quit"), "closing.quit")
        self.body.addWidget(Heading(_("Keep Relate running for reminders?"), "closing.title", "heading"))
        words = _(
            "Reminders can only pop up while Relate runs. It waits quietly beside the clock, "
            "and Settings has this choice again."
        )
        self.body.addWidget(SafeLabel(words, tone="text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        self.body.addLayout(row)
