"""Who an entry is about: names that can be taken out, a field to add somebody."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QFrame, QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary, SearchResults
from relate_desktop.domain.text import visible
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import line_edit
from relate_desktop.ui.kit.flow import Flow
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.search import SearchService

OFFERED = 8
LONGEST_NAME = 40
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class PeopleLine(QFrame):
    """At least one person stays. ``changed`` is sent when there are other ones."""

    changed = Signal()

    def __init__(
        self, identifier: str, search: "SearchService", work: Work, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._identifier, self._search, self._work = identifier, search, work
        self._people: list[tuple[ContactId, str]] = []
        self._pills: list[Button] = []
        give_role(self, "panel")
        named(self, identifier, _("Who"))
        self._flow = Flow(self)
        self.adding = line_edit()
        self.adding.setProperty("kind", "quiet")
        self.adding.setFixedWidth(150)
        named(self.adding, f"{identifier}.add", _("Add a person"))
        self.adding.setPlaceholderText(_("Add a person…"))
        self.adding.textEdited.connect(self._look)
        self._offers = QStandardItemModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.adding)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self._flow.addWidget(self.adding)

    def show_people(self, people: Sequence[ContactSummary]) -> None:
        """Show these people."""
        self._people = [(one.id, visible(one.called, LONGEST_NAME) or _("No name")) for one in people]
        self._draw()

    def ids(self) -> tuple[ContactId, ...]:
        """Who stands there now."""
        return tuple(contact for contact, _name in self._people)

    def _draw(self) -> None:
        for pill in self._pills:
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._flow.removeWidget(self.adding)
        self._pills = [self._pill(contact, name) for contact, name in self._people]
        for pill in self._pills:
            self._flow.addWidget(pill)
            pill.show()
        self._flow.addWidget(self.adding)
        self.updateGeometry()

    def _pill(self, contact: ContactId, name: str) -> Button:
        alone = len(self._people) == 1
        pill = Button(
            name,
            f"{self._identifier}.{contact}",
            small=True,
            icon="" if alone else "x",
            name=name if alone else _("Take out {name}").format(name=name),
            parent=self,
        )
        pill.setEnabled(not alone)
        pill.clicked.connect(lambda: self._drop(contact))
        return pill

    def _drop(self, contact: ContactId) -> None:
        self._people = [one for one in self._people if one[0] != contact]
        self._draw()
        self.adding.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _look(self, words: str) -> None:
        if not words.strip():
            return
        self._work.run(
            Lane.READ,
            lambda _job: self._search.find(words, OFFERED),
            self._offer,
            lambda _error: None,
            kind=JobKind.SEARCH,
            owner=self,
        )

    def _offer(self, found: SearchResults) -> None:
        if found.query != self.adding.text():
            return
        self._offers.clear()
        for hit in found.hits:
            item = QStandardItem(visible(hit.name, LONGEST_NAME) or _("No name"))
            item.setData(hit.contact, ID_ROLE)
            self._offers.appendRow(item)
        if found.hits:
            self._completer.complete()

    def put(self, contact: ContactId, name: str) -> None:
        """Add somebody who is not there yet."""
        if contact not in self.ids():
            self._people.append((contact, name))
            self._draw()
            self.changed.emit()

    def _take(self, index: QModelIndex) -> None:
        contact = index.data(ID_ROLE)
        # the completer writes the name into the field after this
        QTimer.singleShot(0, self.adding, self.adding.clear)
        if contact is not None:
            self.put(ContactId(contact), str(index.data(Qt.ItemDataRole.DisplayRole)))
