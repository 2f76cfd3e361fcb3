"""The way from a person to joining them with somebody, and to separating them again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.person_picker import PersonPicker
from relate_desktop.ui.kit.work import Work

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


def join_place(one: ContactId, other: ContactId) -> Place:
    """Where two people are looked at beside each other; the first stays."""
    return Place("duplicates", f"{one}+{other}")


def separate_place(contact: ContactId) -> Place:
    """Where somebody who was joined is separated again."""
    return Place("duplicates", f"separate/{contact}")


class Joining(QObject):
    """Asks with whom, and sends the window to where both are beside each other."""

    asked = Signal(object)
    """A Place to go to."""

    def __init__(self, book: "OpenBook", work: Work, host: QWidget) -> None:
        super().__init__(host)
        self._book = book
        self._contact: ContactId | None = None
        self.picker = PersonPicker("person.join", self._find, work, host)
        self.picker.picked.connect(self._picked)

    def ask(self, contact: ContactId, beside: QWidget) -> None:
        """Ask with whom somebody is to be joined."""
        self._contact = contact
        corner = beside.mapToGlobal(beside.rect().bottomRight())
        corner.setX(corner.x() - self.picker.width())
        self.picker.open_at(corner)

    def _find(self, typed: str) -> Sequence[ContactSummary]:
        """Who that may be, but not the same person."""
        return [one for one in self._book.captures.whom(typed) if one.id != self._contact]

    def _picked(self, person: ContactSummary) -> None:
        if self._contact is not None and person.id != self._contact:
            self.asked.emit(join_place(self._contact, person.id))
