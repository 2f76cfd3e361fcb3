"""*Look up…*, last in the menus of a person, and only while look-ups are on."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.services.preferences import Preferences, PreferencesService
from relate_desktop.ui.kit.buttons import dividing
from relate_desktop.ui.people.list import PeopleList
from relate_desktop.words.translation import _


class LookUpOffer(QObject):
    """Never for several people at once: a look-up is of one person, because the user asked."""

    asked = Signal(object, object)
    """The ContactId, and None: whomever the card names is asked."""

    def __init__(self, people: PeopleList, preferences: PreferencesService, room: QWidget) -> None:
        super().__init__(room)
        self._preferences, self._list = preferences, people
        self._in_menus: list[QAction] = []
        self._in_list = self._actions(people.view, self._chosen)
        people.view.addActions(self._in_list)
        people.view.selectionModel().selectionChanged.connect(self._fit)
        self.destroyed.connect(preferences.listen(self._prefer))
        self._fit()

    @property
    def on(self) -> bool:
        """Whether anybody may be looked up."""
        return self._preferences.current.lookups

    def acts(self, contact: ContactId) -> Mapping[str, Callable[[], object]]:
        """What the menu bar can do for the one who is chosen."""
        return {"person.lookup": lambda: self.asked.emit(contact, None)} if self.on else {}

    def add_to(self, menu: QMenu, whom: Callable[[], ContactId | None]) -> None:
        """Stand last in a menu."""
        actions = self._actions(menu, whom)
        menu.addActions(actions)
        self._in_menus += actions
        self._fit()

    def _actions(self, parent: QWidget, whom: Callable[[], ContactId | None]) -> list[QAction]:
        action = QAction(_("Look up…"), parent)
        action.triggered.connect(lambda _on: self._ask(whom()))
        return [dividing(parent), action]

    def _chosen(self) -> ContactId | None:
        chosen = self._list.chosen()
        return chosen[0] if len(chosen) == 1 else None

    def _ask(self, contact: ContactId | None) -> None:
        if contact is not None and self.on:
            self.asked.emit(contact, None)

    def _prefer(self, _now: Preferences) -> None:
        self._fit()

    def _fit(self) -> None:
        for action in self._in_menus:
            action.setVisible(self.on)
        one = self._chosen() is not None
        for action in self._in_list:
            action.setVisible(self.on and one)
