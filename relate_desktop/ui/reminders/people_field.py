"""Whom a reminder is about: one row a person, and a line to find more by name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.text import isolate, visible
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import IconButton
from relate_desktop.ui.kit.cards import Frame, clear_layout
from relate_desktop.ui.kit.fields import line_edit
from relate_desktop.ui.kit.labels import ElidedLabel, SafeLabel
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.reminders.lines import LONGEST
from relate_desktop.words.translation import _

Find = Callable[[str], Sequence[ContactSummary]]
"""People who match some words, best first; called on a worker."""

OFFERED = 8
_ID = int(Qt.ItemDataRole.UserRole) + 1


class PeopleField(Frame):
    """``changed`` carries the contact ids, in order, when the user adds or takes away somebody."""

    changed = Signal(object)

    def __init__(
        self, find: Find, work: Work, *, identifier: str = "reminders.people", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._find, self._work = find, work
        self._people: tuple[ContactSummary, ...] = ()
        self._job: Job[Sequence[ContactSummary]] | None = None
        self._offered = QStandardItemModel(self)
        self._popup = QListView()
        self._popup.setAccessibleName(_("People found"))
        self.editor = _Line()
        named(self.editor, identifier, _("About"), _("Add a person by name"))
        self.editor.setPlaceholderText(_("Add a person by name"))
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self.editor)
        completer.setPopup(self._popup)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self._completer = completer
        label = SafeLabel(_("About"), "smallMedium", "text2")
        label.setBuddy(self.editor)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(label)
        box.addLayout(self._rows)
        box.addWidget(self.editor)
        self.editor.textEdited.connect(self._search)
        self.editor.taken.connect(self._take_first)
        self.editor.emptied.connect(self._drop_last)

    @property
    def contacts(self) -> tuple[ContactId, ...]:
        """Whom it is about, in order."""
        return tuple(person.id for person in self._people)

    @property
    def found(self) -> tuple[str, ...]:
        """The names that are offered now."""
        return tuple(self._offered.item(row).text() for row in range(self._offered.rowCount()))

    def show_people(self, people: Sequence[ContactSummary]) -> None:
        """Show these, without telling anybody."""
        self.editor.clear()
        self._put(people)

    def _put(self, people: Sequence[ContactSummary]) -> None:
        if tuple(people) == self._people:
            return
        self._people = tuple(people)
        clear_layout(self._rows)
        for person in self._people:
            self._rows.addWidget(self._row(person))

    def _row(self, person: ContactSummary) -> QWidget:
        called = visible(person.called, LONGEST) or _("No name")
        frame = Frame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        avatar = Avatar(26)
        avatar.show_person(
            person.own_script or person.full_name, person.hue, organisation=person.is_organization
        )
        away = IconButton(
            "x",
            _("Not about {name}").format(name=isolate(called)),
            f"{self.editor.objectName()}.{person.id}.away",
            kind="quiet",
            small=True,
        )
        away.clicked.connect(lambda: self._drop(person.id))
        row.addWidget(avatar)
        row.addWidget(ElidedLabel(called), 1)
        row.addWidget(away)
        return frame

    def _search(self, words: str) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not words.strip():
            self._popup.hide()
            return
        self._job = self._work.run(
            Lane.READ, lambda _job: self._find(words), self._offer, kind=JobKind.SEARCH, owner=self
        )

    def _offer(self, found: Sequence[ContactSummary]) -> None:
        self._job = None
        self._offered.clear()
        for person in [one for one in found if one.id not in self.contacts][:OFFERED]:
            called = visible(person.called, LONGEST) or _("No name")
            beside = visible(person.organization or person.role, 60)
            item = QStandardItem(f"{called} · {beside}" if beside else called)
            item.setData(person, _ID)
            self._offered.appendRow(item)
        if self._offered.rowCount() and self.editor.hasFocus():
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        person = index.data(_ID)
        if isinstance(person, ContactSummary):
            self._add(person)

    def _take_first(self) -> None:
        item = self._offered.item(0)
        if item is not None and self.editor.text().strip():
            self._add(item.data(_ID))

    def _add(self, person: ContactSummary) -> None:
        self._popup.hide()
        self._offered.clear()
        self.editor.clear()
        if person.id not in self.contacts:
            self._put((*self._people, person))
            self.changed.emit(self.contacts)

    def _drop_last(self) -> None:
        if self._people:
            self._drop(self._people[-1].id)

    def _drop(self, contact: ContactId) -> None:
        self._put([person for person in self._people if person.id != contact])
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.contacts)


class _Line(QLineEdit):
    """A line where Enter takes what was found and Backspace in an empty one takes back."""

    taken = Signal()
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(line_edit().maxLength())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Backspace mean people, not letters."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)
