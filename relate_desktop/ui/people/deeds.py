"""What the page of a person writes: rhythms, wishes, kept promises, that one wrote or called."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from relate_desktop.domain.ids import ContactId, PromiseId
from relate_desktop.domain.interaction import Direction, Happened
from relate_desktop.domain.typed_due import zone_name
from relate_desktop.domain.wishes import Wishes
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.opened import Opened
from relate_desktop.ui.people.rhythm_menu import RhythmActs, fill_rhythm_menu
from relate_desktop.ui.people.standing import Standing

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class PersonDeeds(QObject):
    """Every deed is one change with its own sentence and Undo."""

    def __init__(self, book: "OpenBook", work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._work = book, work

    def fill_menu(self, menu: QMenu, contact: ContactId, standing: Standing) -> None:
        """Offer what can be chosen about staying in touch with somebody."""
        if standing.person is None or standing.present is None:
            return
        rhythms = self._book.rhythms
        acts = RhythmActs(
            choose=lambda cadence: self._write(lambda: rhythms.set(contact, cadence)),
            wish=lambda wishes: self._wish(contact, wishes),
            agree=lambda agreed: self._write(lambda: rhythms.agree(contact, agreed)),
        )
        fill_rhythm_menu(menu, standing.person, standing.present, acts)

    def agree(self, contact: ContactId, *, agreed: bool) -> None:
        """The answer to whether Relate keeps an eye on the usual rhythm."""
        self._write(lambda: self._book.rhythms.agree(contact, agreed))

    def keep_promise(self, promise: PromiseId) -> None:
        """A promise is kept."""
        self._write(lambda: self._book.promises.keep(promise))

    def remove_fact(self, fact: int) -> None:
        """Something kept of a look-up goes; what it replaced is said again."""
        self._write(lambda: self._book.lookups.facts.remove([fact]))

    def reached_out(self, opened: Opened) -> None:
        """What was opened came to something: write it down."""
        here = self._book.present().here
        happened = Happened.moment(opened.at, zone_name(here), here)
        log = self._book.timeline.log
        self._write(lambda: log([opened.contact], opened.kind, Direction.MINE, happened))

    def _wish(self, contact: ContactId, wishes: Wishes) -> None:
        self._write(lambda: self._book.rhythms.wish(contact, wishes))

    def _write(self, write: Callable[[], object]) -> None:
        self._work.run(Lane.WRITE, lambda _job: write(), kind=JobKind.EDIT, owner=self)
