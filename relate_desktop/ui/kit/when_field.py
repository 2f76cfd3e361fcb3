"""A field for a time in plain words, which says under it what it understood."""

from collections.abc import Callable

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
    TypedDue once the user is done with words that mean something else than before.
    """

    settled = Signal(object)

    def __init__(
        self,
        identifier: str,
        read: Read,
        present: Callable[[], Present],
        *,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label or _("When"), identifier, parent=parent)
        self._read, self._present = read, present
        self._shown = ""
        self.editor.setPlaceholderText(_("friday 14:00, in 10 days, next week"))
        self.editor.textEdited.connect(self._echo)
        self.editor.editingFinished.connect(self._settle)

    def show_due(self, due: DueTime | None) -> None:
        """Show a due time, without telling anybody."""
        self._shown = due_in_field(due, self._present().today)
        self.set_text(self._shown)
        self._say(TypedDue(due))

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
        self.set_hint(due_in_full(found, self._present().today))
