"""A small panel that asks for a time in words."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.present import Present
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.wall_time import moved
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.when_field import Read, WhenField
from relate_desktop.words.translation import _


class AnotherTime(Overlay):
    """Asks until when. ``chosen`` carries a moment in UTC, or None for *when there is room*."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, present: Callable[[], Present], read: Read) -> None:
        super().__init__(host, "snooze.another", _("Another time"), width=400)
        self._present = present
        self.when = WhenField("snooze.when", read, present)
        self.snooze = Button(_("Snooze"), "snooze.set", kind="primary", icon="bell-simple-z")
        cancel = Button(_("Not now"), "snooze.cancel")
        self.body.addWidget(Heading(_("Another time"), "snooze.title", "heading"))
        self.body.addWidget(self.when)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.snooze)
        self.body.addLayout(row)
        cancel.clicked.connect(self.close_overlay)
        self.snooze.clicked.connect(self._choose)

    def ask(self) -> None:
        """Open with tomorrow, all of it selected: typing replaces it."""
        self.when.show_due(DueTime(moved(self._present().today, 1)))
        self.open_over(self.when.editor)
        self.when.editor.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter snoozes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        typed = self.when.typed()
        if typed is None:
            self.when.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        present = self._present()
        until = typed.moment(present)
        if until is not None and until <= present.now:
            self.when.set_error(_("That time has passed. Choose one that is still to come."))
            self.when.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_overlay()
        self.chosen.emit(until)
