"""Smart lists in the list of people: showing whom one finds, keeping what is typed under a name."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relate_desktop.domain.people import PeopleFilter
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.name_form import NameForm
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.list import PeopleList
from relate_desktop.words.smart_lists import list_there
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.smart_lists import SmartListsService


class KeptSearches(QObject):
    """The words of a smart list stand in the search field, where they can be changed for once."""

    asked = Signal(object)
    """A Place to go to."""

    def __init__(self, people: PeopleList, lists: "SmartListsService", work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._people, self._lists, self._work = people, lists, work
        self._shown = ""
        people.foot.save_asked.connect(self._ask_name)

    def show(self, name: str) -> None:
        """Show whom the smart list of that name finds."""
        found = self._lists.find(name)
        if found is not None:
            self._shown = found.query
            self._people.filter_by(PeopleFilter())
            self._people.show_exactly(found.query)

    def leave(self) -> None:
        """Take the words of the list that was shown away, unless others were typed since."""
        self._people.exactly = ""
        if self._shown and self._people.search.text() == self._shown:
            self._people.search.clear()
        self._shown = ""

    @cached_property
    def form(self) -> NameForm:
        """The panel in which a smart list gets its name."""
        form = NameForm(self._people, "list", _("Name of the smart list"), _("Keep the list"))
        form.answered.connect(self._keep)
        return form

    def _ask_name(self) -> None:
        self._work.run(
            Lane.READ,
            lambda _job: [one.name for one in self._lists.all()],
            lambda names: self.form.ask(_("New smart list"), "", names, list_there()),
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _keep(self, name: str) -> None:
        query = self._people.search.text()
        self._work.run(
            Lane.WRITE,
            lambda _job: self._lists.add(name, query),
            lambda kept: self.asked.emit(Place("people", f"list/{kept.name}")),
            kind=JobKind.EDIT,
            owner=self,
        )
