"""While somebody new is typed: whether they are in the book already."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.property import Property
from relate_desktop.domain.text import isolate
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.question import QuestionCard
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

Apart = Callable[[ContactId, ContactId], bool]
PAUSE_MS = 350
"""A pause in typing of so long is looked into."""


class TwinCard(QuestionCard):
    """“You already have Nattapon Srisuk.” It waits beside the form and never stops anybody."""

    open_asked = Signal(object)
    """The ContactId of the one who is there already."""

    def __init__(self, book: "OpenBook", work: Work, parent: QWidget | None = None) -> None:
        super().__init__("edit.twin", _("Here already"), parent)
        self._book, self._work = book, work
        self._typed: Sequence[Property] = ()
        self._shown: ContactSummary | None = None
        self._different: set[ContactId] = set()
        self._job: Job[ContactSummary | None] | None = None
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.answered.connect(self._decide)

    def look(self, properties: Sequence[Property]) -> None:
        """Look at the next pause whether there is somebody like this."""
        self._typed = tuple(properties)
        self._pause.start()

    def forget(self) -> None:
        """Another form: nothing was said of whom it is about."""
        self._pause.stop()
        self._typed, self._shown, self._different = (), None, set()
        self.hide()

    def settle(self, contact: ContactId) -> None:
        """The new person is in the book: who is not the same is remembered as another one."""
        others, keep_apart = sorted(self._different), self._book.merges.keep_apart
        self.forget()
        for other in others:
            self._work.run(
                Lane.WRITE,
                partial(_apart, keep_apart, contact, other),
                kind=JobKind.EDIT,
                owner=self,
            )

    def _ask(self) -> None:
        typed = self._typed
        if self._job is not None:
            self._job.cancel()
        self._job = self._work.run(
            Lane.READ,
            lambda _job: self._book.duplicates.like(typed) if typed else None,
            self._show,
            lambda _error: None,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _show(self, person: ContactSummary | None) -> None:
        self._job = None
        if person is None or person.id in self._different or not self._typed:
            self._shown = None
            self.hide()
            return
        if self._shown is not None and self._shown.id == person.id and self.isVisible():
            return
        self._shown = person
        words = _("You already have {name}.").format(name=isolate(person.called))
        name = _("Open {name}").format(name=person.called)
        self.ask("users", words, yes=(_("Open"), name), no=_("Not the same"))
        announce(self, words)

    def _decide(self, same: bool) -> None:
        person, self._shown = self._shown, None
        if person is not None and same:
            self.open_asked.emit(person.id)
        elif person is not None:
            self._different.add(person.id)
            self._pause.start()


def _apart(keep_apart: Apart, one: ContactId, other: ContactId, _job: Job[bool]) -> bool:
    return keep_apart(one, other)
