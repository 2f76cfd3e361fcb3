"""A small pop-up in which somebody of the book is picked by the beginning of a name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relate_desktop.domain.people import ContactSummary
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import announce, give_role, named
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.short_list import ShortEntry, ShortList
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _, ngettext

Find = Callable[[str], Sequence[ContactSummary]]
_WIDTH = 300


class PersonPicker(QFrame):
    """Typing narrows the list, Enter or a click picks, Esc closes."""

    picked = Signal(object)
    """A ContactSummary."""

    def __init__(self, identifier: str, find: Find, work: Work, parent: QWidget) -> None:
        # no Popup: those stand outside what assistive tools see
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setProperty("kind", "overlay")
        give_role(self, "dialog")
        named(self, identifier, _("Pick somebody"))
        self._find, self._work = find, work
        self._found: Sequence[ContactSummary] = ()
        self.field = SearchField(f"{identifier}.name", _("Name"), _("Beginning of a name"))
        self.results = ShortList(f"{identifier}.results", _("People"), 34)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 10)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addWidget(self.results)
        self.setFixedWidth(_WIDTH)
        self.field.textChanged.connect(self._look)
        self.results.opened.connect(self._pick)

    def open_at(self, corner: QPoint) -> None:
        """Show it with its corner there, empty, ready to type."""
        self.field.clear()
        self._show(())
        self.move(corner)
        self.show()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        """Who goes elsewhere has decided not to pick."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.close()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move in the list while one types; Enter picks."""
        row = self.results.currentIndex().row()
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._found:
            self._stand_at((row + (1 if key == Qt.Key.Key_Down else -1)) % len(self._found))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= row < len(self._found):
            self._pick(str(row))
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _look(self, typed: str) -> None:
        if not typed.strip():
            self._show(())
            return
        self._work.run(
            Lane.READ,
            lambda _job: (typed, self._find(typed)),
            self._arrived,
            kind=JobKind.LIST,
            owner=self,
        )

    def _arrived(self, answer: tuple[str, Sequence[ContactSummary]]) -> None:
        typed, found = answer
        if typed == self.field.text():
            self._show(found)
            words = ngettext("{count} result", "{count} results", len(found))
            announce(self.field, words.format(count=len(found)))

    def _show(self, found: Sequence[ContactSummary]) -> None:
        self._found = found
        self.results.entries.show(
            [ShortEntry(str(row), told_apart(person), hue=person.hue) for row, person in enumerate(found)]
        )
        self.results.fit()
        self.results.setVisible(bool(found))
        self.adjustSize()
        if found:
            self._stand_at(0)

    def _stand_at(self, row: int) -> None:
        self.results.setCurrentIndex(self.results.entries.index(row, 0))

    def _pick(self, row: str) -> None:
        person = self._found[int(row)]
        self.close()
        self.picked.emit(person)


def told_apart(person: ContactSummary) -> str:
    """Somebody among others of the same name: called name, full name, company."""
    full = person.own_script or (person.full_name if person.full_name != person.called else "")
    return " · ".join(piece for piece in (person.called, full, person.organization) if piece)
