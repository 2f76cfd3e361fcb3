"""Drafts of the person form: kept within a second of every letter, shown again when it is opened."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.person_form import PersonForm, form_of

if TYPE_CHECKING:
    from relate_desktop.services.drafts import DraftsService

KEPT_AFTER_MS = 1000


class FormDrafts(QObject):
    """Between the form and the file of drafts. ``keep`` puts down what is typed now."""

    def __init__(
        self, drafts: "DraftsService", work: Work, keep: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafts, self._work = drafts, work
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(keep)

    def touch(self) -> None:
        """Something was typed: it is kept in a moment, however long somebody goes on typing."""
        if not self._timer.isActive():
            self._timer.start(KEPT_AFTER_MS)

    def put(self, stored: Contact, wanted: Contact) -> None:
        """Keep how somebody is to be."""
        self._timer.stop()
        self._drafts.put_person(stored, wanted)
        self._write()

    def drop(self, contact: ContactId | None) -> None:
        """Forget it: it was saved, or is as it was."""
        self._timer.stop()
        self._drafts.drop_person(contact)
        self._write()

    def people(self) -> list[ContactId | None]:
        """Whose forms were left with unsaved changes; None for somebody new."""
        return self._drafts.people()

    def begun(self, stored: Contact) -> tuple[Contact, PersonForm]:
        """What the form goes on from: the draft, as far as it still fits what is stored now."""
        draft = self._drafts.person(stored.id)
        if draft is None:
            return stored, form_of(stored)
        if draft.before.properties == stored.properties:
            return draft.now, form_of(draft.now)
        return stored, carried(form_of(draft.before), form_of(draft.now), form_of(stored))

    def _write(self) -> None:
        self._work.run(
            Lane.WRITE, lambda _job: self._drafts.keep(), on_failed=lambda _error: None, kind=JobKind.EDIT
        )


def carried(before: PersonForm, wanted: PersonForm, now: PersonForm) -> PersonForm:
    """What was typed in plain fields, put into the form of somebody who was changed meanwhile."""
    typed: dict[str, Any] = {}
    for one in fields(PersonForm):
        value = getattr(wanted, one.name)
        if isinstance(value, str) and value != getattr(before, one.name):
            typed[one.name] = value
    return replace(now, **typed)
