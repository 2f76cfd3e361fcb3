"""The quiet strip that offers to go on with a form that was left, or that an end of the program cut off."""

from PySide6.QtCore import QObject

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import display
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.rooms import Surroundings
from relate_desktop.words.translation import _

_LONGEST = 60
_EDITING = ("edit", "new")


class DraftStrip(QObject):
    """Looks whenever another place is shown; away from the forms it says what waits."""

    def __init__(self, frame: Furniture, around: Surroundings) -> None:
        super().__init__(frame)
        self._frame, self._around = frame, around
        self._draft = Fresh(around.work, self, lambda: self._waiting, self._show, lambda _error: None)
        frame.navigator.moved.connect(self.look)
        around.news.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Read whose form was left last."""
        place = self._frame.navigator.history.current
        if place is None or self._is_form(place):
            self._frame.draft_strip.hide()
            return
        self._draft.ask()

    def _waiting(self) -> tuple[ContactId | None, str] | None:
        """The person whose form waits, with what they are called; None when none does."""
        book = self._around.book
        for contact in book.drafts.people():
            if contact is None:
                return None, ""
            for row in book.contacts.summaries([contact]):
                return contact, row.called
        return None

    def _show(self, found: tuple[ContactId | None, str] | None) -> None:
        place = self._frame.navigator.history.current
        if found is None or place is None or self._is_form(place):
            self._frame.draft_strip.hide()
            return
        contact, called = found
        if contact is None:
            said, action = _("Somebody new is not saved yet."), _("Continue with the new person")
        else:
            name = display(called, _LONGEST)
            said = _("Your changes to {name} are not saved yet.").format(name=name)
            action = _("Continue editing {name}").format(name=name)
        wanted = Place("people", "new" if contact is None else f"{contact}/edit")
        self._frame.draft_strip.show_notice(
            said, _("Not saved yet"), action=action, act=lambda: self._frame.navigator.go(wanted)
        )

    @staticmethod
    def _is_form(place: Place) -> bool:
        return place.room == "people" and any(part in _EDITING for part in place.rest.split("/"))
