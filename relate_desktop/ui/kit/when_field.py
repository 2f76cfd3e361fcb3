"""A field for a time in plain words, which says under it what it understood."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.present import Present
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.typed_due import TypedDue
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.words.due import due_in_field, due_in_full
from relate_desktop.words.translation import _

Read = Callable[[str], TypedDue | None]


class WhenField(TextField):
    """``friday 14:00``, ``in 10 days``, ``when there is room``.

    ``read`` understands the words; ``present`` is asked what day it is. ``settled`` carries a
    TypedDue once the user is done with words that mean something else than before. Without
    ``room`` an empty field means no time at all, not *when there is room*.
    """

    settled = Signal(object)

    def __init__(
        self,
        identifier: str,
        read: Read,
        present: Callable[[], Present],
        *,
        label: str = "",
        room: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label or _("When"), identifier, parent=parent)
        self._read, self._present, self._room = read, present, room
        self._shown = ""
        self.editor.setPlaceholderText(_("friday 14:00, in 10 days, next week"))
        self.editor.textEdited.connect(self._echo)
        self.editor.editingFinished.connect(self._settle)

    def show_due(self, due: DueTime | None) -> None:
        """Show a due time, without telling anybody."""
        self._shown = due_in_field(due, self._present().today)
        self.set_text(self._shown)
        self._say(TypedDue(due))

    def show_day(self, day: date | None) -> None:
        """Show a day, or nothing at all, without telling anybody."""
        if day is not None:
            self.show_due(DueTime(day))
            return
        self._shown = ""
        self.set_text("")
        self.set_hint("")

    def typed(self) -> TypedDue | None:
        """What the words mean now; None when they are not understood, which is said."""
        found = self._read(self.text())
        if found is None:
            self.set_error(_("Relate does not know this time. Try “friday 14:00” or “in 10 days”."))
        else:
            self._say(found)
        return found

    def _echo(self, text: str) -> None:
        """While typing: say what is understood so far, and blame nobody for what is not yet."""
        found = self._read(text)
        if found is None:
            self.set_hint(_("…"))
        else:
            self._say(found)

    def _settle(self) -> None:
        if self.text() == self._shown:
            return
        found = self.typed()
        if found is not None:
            self._shown = self.text()
            self.settled.emit(found)

    def _say(self, found: TypedDue) -> None:
        silent = found.due is None and not self._room
        self.set_hint("" if silent else due_in_full(found, self._present().today))
