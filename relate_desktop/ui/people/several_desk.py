"""What is done with everybody who is chosen: circles, rhythm, lines, removal; each one change."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from relate_desktop.domain.bulk import BulkEdit, RhythmChange
from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import Changes
from relate_desktop.domain.ids import ContactId
from relate_desktop.services.bulk import BulkDone, edit_of
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.circle_form import CircleForm
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.bulk_editor import BulkEditor
from relate_desktop.ui.people.circles_menu import fill_entering, fill_leaving, fill_membership
from relate_desktop.ui.people.removal import MANY, RemovalPanel
from relate_desktop.ui.people.rhythm_menu import add_rhythms
from relate_desktop.ui.people.several import FACES, SeveralPage, SeveralView
from relate_desktop.words.bulk import done_words

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

AT_ONCE = 200
"""People of whom the circles are read while a menu opens."""


class SeveralDesk(QObject):
    """``page`` shows who is chosen; every menu and button of it acts on ``chosen()``."""

    said = Signal(object)
    """A Message to show."""

    def __init__(
        self,
        book: "OpenBook",
        work: Work,
        *,
        photos: Photos,
        chosen: Callable[[], Sequence[ContactId]],
        room: QWidget,
    ) -> None:
        super().__init__(room)
        self._book, self._work, self._chosen, self._room = book, work, chosen, room
        self._form: CircleForm | None = None
        self.page = page = SeveralPage(photos)
        self._view = Fresh(work, self, self._reader, page.show_several, kind=JobKind.DETAIL)
        page.enter_menu.aboutToShow.connect(self._fill_enter)
        page.leave_menu.aboutToShow.connect(self._fill_leave)
        page.rhythm_menu.aboutToShow.connect(lambda: self.fill_rhythms(page.rhythm_menu))
        page.edit_asked.connect(self.ask_change)

    # showing

    def show(self) -> None:
        """Show who is chosen now: their number at once, and who they are when that is read."""
        people = tuple(self._chosen())
        if len(people) != self.page.view.count:
            self.page.show_several(SeveralView(len(people)))
        self._view.ask()

    def _reader(self) -> Callable[[], SeveralView]:
        people = tuple(self._chosen())
        return lambda: self._read(people)

    def follow(self, _changes: Changes) -> None:
        """Circles and names may be others now."""
        if self.page.isVisible():
            self.show()

    def _read(self, people: Sequence[ContactId]) -> SeveralView:
        shared = self._book.circles.shared(people)
        circles = [(circle, shared.get(circle.name, 0)) for circle in self._book.circles.all()]
        return SeveralView(len(people), self._book.contacts.summaries(people[:FACES]), circles)

    # menus

    def fill_circles(self, menu: QMenu) -> None:
        """Offer the circles for who is chosen, ticked where all of them are in it."""
        people = tuple(self._chosen())
        view = self._read(people) if len(people) <= AT_ONCE else self.page.view
        fill_membership(
            menu, view.circles, view.count, enter=self._enter, leave=self._leave, new=self._ask_circle
        )

    def fill_rhythms(self, menu: QMenu) -> None:
        """Offer rhythms for all who are chosen when one is picked."""
        menu.clear()
        add_rhythms(menu, None, self._set_rhythm, several=True)

    def _fill_enter(self) -> None:
        view = self.page.view
        fill_entering(self.page.enter_menu, view.circles, view.count, enter=self._enter, new=self._ask_circle)

    def _fill_leave(self) -> None:
        fill_leaving(self.page.leave_menu, self.page.view.circles, self.page.view.count, leave=self._leave)

    # doing

    def _enter(self, circle: str) -> None:
        self.apply(BulkEdit(enter=(circle,)))

    def _leave(self, circle: str) -> None:
        self.apply(BulkEdit(leave=(circle,)))

    def _set_rhythm(self, cadence: Cadence | None) -> None:
        self.apply(BulkEdit(rhythm=RhythmChange(cadence)))

    def _ask_circle(self, _name: str) -> None:
        """Ask for the name of a circle into which they shall come."""
        if self._form is None:
            self._form = CircleForm(self._room)
            self._form.made.connect(lambda name, hue: self.apply(BulkEdit(enter=(name,), hue=hue)))
            self._form.sought.connect(self._enter)
        self._form.ask(None, [circle for circle, _count in self._read(()).circles])

    def ask_change(self) -> None:
        """Ask for a line that is to be changed for all of them."""
        people = tuple(self._chosen())
        editor = BulkEditor(
            self._room, len(people), lambda edit, job: self._book.bulk.plan(people, edit, job), self._work
        )
        editor.answered.connect(lambda edit: self.apply(edit, people))
        editor.open_over(editor.which.editor)

    def remove(self, expect: Callable[[], object]) -> None:
        """Remove who is chosen; of very many it is asked first. ``expect`` is told before they go."""
        people = tuple(self._chosen())

        def remove() -> None:
            expect()
            self.apply(BulkEdit(remove=True), people)

        if len(people) > MANY:
            panel = RemovalPanel(self._room, len(people), remove)
            panel.open_over(panel.cancel)
        else:
            remove()

    def apply(self, edit: BulkEdit, people: Sequence[ContactId] | None = None) -> None:
        """Do it with who is chosen, or with these; what changed is told like every change."""
        wanted = tuple(self._chosen()) if people is None else tuple(people)
        self._work.run(
            Lane.WRITE,
            lambda job: self._book.bulk.apply(wanted, edit, job),
            self._done,
            kind=edit_of(len(wanted)),
            owner=self,
        )

    def _done(self, done: BulkDone) -> None:
        if done.changeset is None:
            self.said.emit(Message(done_words(done.plan), "bulk"))
