"""The end of every bug: a notice with a report that the user can read and copy. Nothing is sent."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop import __version__
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import Cancelled
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import PlainText
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.shell.window import MainWindow
from relate_desktop.words.translation import _

_WIDTH, _HEIGHT = 560, 400
"""The least the notice needs at the usual size of text."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashNotice(QDialog):
    """What happened, what is safe, the report, and what one can do."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        named(self, "crash", _("Something went wrong"))
        self._report = PlainText("crash.report", _("Report"), lines=9)
        self._report.setReadOnly(True)
        self._report.setPlainText(report)
        self._copy = Button(_("Copy the report"), "crash.copy", icon="files")
        quit_button = Button(_("Quit Relate"), "crash.quit")
        go_on = Button(_("Keep going"), "crash.keep", kind="primary")
        go_on.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(quit_button)
        buttons.addWidget(go_on)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(Heading(_("Something in Relate went wrong"), "crash.title"))
        box.addWidget(
            SafeLabel(
                _(
                    "Your people are safe: whatever was being changed was either kept whole or not at all. "
                    "You can keep going. If it happens again, quit and start Relate anew."
                ),
                wrap=True,
            )
        )
        box.addWidget(
            SafeLabel(
                _(
                    "This report says where in the program it happened. "
                    "It holds no names and nothing you wrote, and it is not sent anywhere."
                ),
                "small",
                "text2",
                wrap=True,
            )
        )
        box.addWidget(self._report, 1)
        box.addLayout(buttons)
        self._copy.clicked.connect(self._copied)
        go_on.clicked.connect(self.accept)
        quit_button.clicked.connect(self._quit)
        go_on.setFocus()
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def report(self) -> str:
        """The words of the report."""
        return self._report.toPlainText()

    def _fit(self) -> None:
        """Grow with the text, as far as the screen has room."""
        wanted = QSize(theme().scaled(_WIDTH), theme().scaled(_HEIGHT))
        self.setMinimumSize(wanted.boundedTo(self.screen().availableSize()))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme().pixels("small"))
        self._report.setFont(font)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._copy.set_words(_("Copied"))

    def _quit(self) -> None:
        self.accept()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.make_way()
        QApplication.quit()


class CrashReporter(QObject):
    """Hears of every bug on any thread and shows one notice at a time."""

    _came = Signal(str)

    def __init__(self, folder: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._clock = folder, clock
        self._seen: set[str] = set()
        self.notice: CrashNotice | None = None
        self._before: tuple[Hook, object] | None = None
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over what nobody caught, on this and every other thread."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = lambda given: self.report(given.exc_value) if given.exc_value else None

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before  # type: ignore[assignment]
            self._before = None

    def report(self, fault: BaseException) -> None:
        """Tell of a bug; may be called on any thread. The same one is told once a session."""
        if isinstance(fault, Cancelled | SystemExit | KeyboardInterrupt):
            return
        from relate_desktop.system.log import fault_report, keep_report  # noqa: PLC0415 - rarely needed

        now = self._clock()
        report = fault_report(fault, __version__, now)
        sys.stderr.write(report)
        # the first lines differ in the moment only
        what = "\n".join(report.splitlines()[2:])
        if what in self._seen:
            return
        self._seen.add(what)
        try:
            keep_report(self._folder, report, now)
        except OSError:
            sys.stderr.write("the report could not be kept\n")
        try:
            self._came.emit(report)
        except RuntimeError:
            # the program is ending: standard error has the report
            return

    def _uncaught(
        self, _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        self.report(fault)

    def _show(self, report: str) -> None:
        if self.notice is not None:
            return
        parent = QApplication.activeWindow()
        notice = CrashNotice(report, parent)
        notice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        notice.finished.connect(self._closed)
        self.notice = notice
        notice.open()

    def _closed(self) -> None:
        self.notice = None
