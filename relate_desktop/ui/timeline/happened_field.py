"""A field for when something was, in plain words: ``yesterday``, ``12 Nov``, ``friday 14:00``."""

from PySide6.QtWidgets import QWidget

from relate_desktop.domain.capture_days import Toward
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.typed_due import zone_name
from relate_desktop.domain.wall_time import instant, zone_named
from relate_desktop.services.typed_words import TypedWords
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.words.due import due_in_field
from relate_desktop.words.timeline import when_in_full
from relate_desktop.words.translation import _


class HappenedField(TextField):
    """Says under it which day the words mean; what nobody touched stays to the second."""

    def __init__(self, identifier: str, typed: TypedWords, parent: QWidget | None = None) -> None:
        super().__init__(_("When"), identifier, parent=parent)
        self._typed = typed
        self._before: Happened | None = None
        self._shown = ""
        self.editor.textEdited.connect(self._echo)

    def show_happened(self, happened: Happened) -> None:
        """Show when it was, in words that mean the same when typed again."""
        present = self._typed.present
        zone = zone_named(happened.zone, present.here)
        at = None if happened.at is None else happened.at.astimezone(zone).time()
        self._before = happened
        self._shown = due_in_field(DueTime(happened.on, at), present.today)
        self.set_text(self._shown)
        self.set_hint(when_in_full(happened, present.here))

    def happened(self) -> Happened | None:
        """What the words mean; None when they name no day, which is said."""
        found = self._read()
        if found is None:
            self.set_error(_("Relate does not know this day. Try “yesterday” or “12 Nov”."))
        return found

    def _read(self) -> Happened | None:
        if self.text() == self._shown and self._before is not None:
            return self._before
        typed = self._typed.due(self.text(), Toward.PAST)
        if typed is None or typed.due is None or typed.repeats is not None:
            return None
        due, here = typed.due, self._typed.present.here
        if due.at is None:
            return Happened(due.on)
        name = self._before.zone if self._before is not None and self._before.at else zone_name(here)
        return Happened(due.on, instant(due.on, due.at, zone_named(name, here)), name)

    def _echo(self, _text: str) -> None:
        found = self._read()
        self.set_hint("…" if found is None else when_in_full(found, self._typed.present.here))
