"""A timeline that can be filtered, read to its end and edited in place."""

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.ids import ContactId, EntryId, MomentId
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.place import Place
from relate_desktop.domain.timeline import TimelineEntry, TimelineFilter, TimelineWhich
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.choices import Chips
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.slot import PersonSlot
from relate_desktop.ui.kit.whence import CHANGE, Story, WhencePanel
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.timeline.editor import EntryEditor
from relate_desktop.ui.timeline.menu import Acts, entry_menu
from relate_desktop.ui.timeline.model import RowModel
from relate_desktop.ui.timeline.reading import CHANGES_FROM, Found, Reading
from relate_desktop.ui.timeline.rows import About, Row, row_of
from relate_desktop.ui.timeline.view import TimelineView
from relate_desktop.ui.timeline.whence import story_of_entry
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class Timeline(PersonSlot):
    """What happened with one person, or with everybody while ``about`` names nobody."""

    def __init__(
        self,
        identifier: str,
        book: "OpenBook",
        reading: Reading,
        work: Work,
        *,
        editor: Callable[[], EntryEditor],
        parent: QWidget | None = None,
    ) -> None:
        self._book, self._reading, self._work, self._make_editor = book, reading, work, editor
        self.about = About()
        self._changes: dict[int, Row] = {}
        self._which, self._words = TimelineWhich.ALL, ""
        self._editor: EntryEditor | None = None
        self._awaited: Found | None = None
        self.model = RowModel(self._rows)
        view = TimelineView(identifier, self.model)
        super().__init__(f"{identifier}.page", _("What happened"), view, parent)
        self._found = Fresh(work, self, self._reader, self.show_found, lambda _error: None)
        self.model.setParent(self)
        self.list = view
        self.filter = Chips(f"{identifier}.filter", _("Show on the timeline"), wraps=True)
        self.filter.set_choices([(which.value, words, None) for which, words in _choices()])
        self.empty = SafeLabel("", "body", "text2", wrap=True)
        self.head.addWidget(self.filter)
        self.head.addWidget(self.empty)
        self._connect()

    def _connect(self) -> None:
        self.filter.chosen.connect(lambda key: self.choose(TimelineWhich(key)))
        self.list.edit_asked.connect(self.edit)
        self.list.remove_asked.connect(self.remove)
        self.list.menu_asked.connect(lambda row, point: self.menu(row).popup(point))
        self.list.text_given.connect(self.note)
        self.list.link_asked.connect(self.link_asked)

    # what is shown

    def stay_within(self, pixels: int) -> None:
        """Have no line be longer than this."""
        self.widest = self.list.look.widest = pixels

    @property
    def wanted(self) -> TimelineFilter:
        """What is to be shown."""
        return TimelineFilter(self.about.contact, self._which, self._words)

    def read(self, contact: ContactId) -> Found:
        """The order of a person's timeline and the first page of it."""
        return self._reading.find(TimelineFilter(contact, self._which))

    def show_person(self, contact: ContactId, called: str, gender: Gender, found: object) -> None:
        """Show what was read; somebody else's timeline begins at its top."""
        about = About(contact, called, gender)
        if about.contact != self.about.contact:
            self.keep()
            self.list.look.unfolded.clear()
        other, self.about = about != self.about, about
        if isinstance(found, Found):
            self.show_found(found, anew=other)

    def choose(self, which: TimelineWhich) -> None:
        """Show this part of the timeline."""
        self._which = which
        self.filter.choose(which.value)
        self.reload()

    def search(self, words: str) -> None:
        """Show only what says these words, or is about somebody called so."""
        self._words = words
        self.reload()

    def reload(self) -> None:
        """Read again what is shown."""
        self._found.ask()

    def _reader(self) -> Callable[[], Found]:
        wanted = self.wanted
        return lambda: self._reading.find(wanted)

    def show_found(self, found: Found, *, anew: bool = False) -> None:
        """Show this order. What is being edited stays open; the row at the top stays at the top."""
        if found.wanted != self.wanted:
            if found.wanted.contact == self.about.contact:
                self.reload()
            return
        if self._editor is not None:
            self._awaited = found
            return
        top, hidden = self.list.place()
        held = self.model.id_at(self.model.index(top, 0)) if top >= 0 else None
        current = self.model.id_at(self.list.currentIndex())
        self._changes = dict(found.changes)
        present = self._reading.present()
        first = {int(one.id): row_of(one, self.about, present) for one in found.first} | self._changes
        known = list(takewhile(lambda row: row is not None, (first.get(one) for one in found.ids)))
        self.list.look.forget()
        self.model.fill(found.ids, [row for row in known if row is not None])
        self._say_empty(nothing=not found.ids)
        if anew:
            self.list.go_to(-1, 0)
            return
        if current is not None and (index := self.model.index_of(current)).isValid():
            self.list.setCurrentIndex(index)
        if held is not None and (index := self.model.index_of(held)).isValid():
            self.list.go_to(index.row(), hidden)
        else:
            self.list.go_to(-1, hidden if top < 0 else 0)

    def _rows(self, ids: Sequence[int]) -> Sequence[Row]:
        return self._reading.rows(ids, self.about, self._changes)

    def _say_empty(self, *, nothing: bool) -> None:
        words = {
            TimelineWhich.ALL: _("Nothing written yet. One line is enough: what did you last talk about?"),
            TimelineWhich.CONVERSATIONS: _("No conversations written down yet."),
            TimelineWhich.NOTES: _("No notes yet. Text pasted here becomes one."),
            TimelineWhich.MOMENTS: _("No moments yet."),
        }
        only_changes = self._which is TimelineWhich.ALL and set(self.model.ids()) <= set(self._changes)
        self.empty.setText(_("Nothing says these words.") if self._words.strip() else words[self._which])
        self.empty.setVisible(nothing or only_changes)

    # editing in place

    def edit(self, row: Row, *, date_first: bool = False) -> None:
        """Open the fields of an entry in its place."""
        self.keep()
        entry = row.entry
        index = self.model.index_of(row.id)
        if entry is None or not index.isValid():
            return
        editor = self._editor = self._make_editor()
        editor.show_entry(entry)
        editor.kept.connect(self.save)
        editor.ended.connect(self._end_edit)
        self.list.scrollTo(index)
        self.lay_over(index.row(), editor)
        (editor.when.editor if date_first else editor.first_field).setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep what is being edited, and end that."""
        if self._editor is not None:
            self._editor.keep(leaving=True)

    def _end_edit(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        had_focus = editor.isAncestorOf(editor.window().focusWidget() or editor)
        self.take_off()
        editor.deleteLater()
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            self.show_found(awaited)
        if had_focus:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # where it came from

    def tell_source(self) -> bool:
        """Tell where the row with the focus came from; False where none has it or nothing is known of it."""
        row = self.list.current()
        if row is None or not self.list.hasFocus():
            return False
        return self.tell_whence(row)

    def tell_whence(self, row: Row) -> bool:
        """Tell where a row came from; False where it only tells of something kept elsewhere."""
        entry, about, present = row.entry, self.about, self._reading.present()
        if entry is None:
            return False
        now = self._book.clock()
        self._work.run(
            Lane.READ,
            lambda _job: story_of_entry(self._book, entry, about, present, now),
            self._show_story,
            lambda _error: None,
            kind=JobKind.DETAIL,
            owner=self,
        )
        return True

    def _show_story(self, story: Story | None) -> None:
        if story is None or not self.isVisible():
            return
        panel = WhencePanel(self, story)
        panel.chosen.connect(lambda key: self.asked.emit(Place("history", key.removeprefix(CHANGE))))
        panel.begin()

    # writing

    def save(self, entry: TimelineEntry) -> None:
        """Write a changed entry."""
        self._write(lambda: self._book.timeline.save(entry))

    def remove(self, rows: Sequence[Row]) -> None:
        """Remove entries; what only tells of something kept elsewhere stays."""
        ids = [EntryId(row.id) for row in rows if row.entry is not None]
        moments = [MomentId(-row.id) for row in rows if -CHANGES_FROM < row.id < 0]
        if not ids and not moments:
            self.said.emit(Message(_("This tells of a change and stays."), "stays"))
            return
        index = self.list.currentIndex()
        below = self.model.index(index.row() + 1, 0)
        if below.isValid():
            self.list.setCurrentIndex(below)
        if ids:
            self._write(lambda: self._book.timeline.remove(ids))
        if moments:
            self._write(lambda: self._book.moments.remove(moments))

    def note(self, text: str) -> None:
        """Write a text down as a note of today about this person."""
        contact = self.about.contact
        if contact is None:
            self.said.emit(Message(_("Open somebody first: the text becomes a note about them."), "note"))
            return
        happened = Happened(self._reading.present().today)
        self._write(lambda: self._book.timeline.note([contact], text, happened))

    def _write(self, write: Callable[[], object]) -> None:
        self._work.run(Lane.WRITE, lambda _job: write(), kind=JobKind.EDIT, owner=self)

    # menu

    def menu(self, row: Row) -> QMenu:
        """What can be done with a row."""
        view = self.list
        foldable = view.look.can_fold(row, view.viewport().width(), view.layoutDirection())
        acts = Acts(
            edit=self.edit,
            edit_date=lambda row: self.edit(row, date_first=True),
            save=self.save,
            remind=self._remind,
            open=self._open_person,
            fold=lambda row: view.fold(self.model.index_of(row.id)),
            copy=lambda row: view.copy([row]),
            whence=self.tell_whence,
            remove=lambda row: self.remove([row]),
        )
        return entry_menu(self, row, acts, foldable=foldable, about=self.about.contact)

    def _open_person(self, contact: ContactId) -> None:
        self.asked.emit(Place.person(contact))

    def _remind(self, row: Row) -> None:
        people = row.entry.people if row.entry is not None else ()
        contact = self.about.contact or (people[0].id if people else None)
        self.asked.emit(Place("reminders", f"new/{contact}" if contact is not None else "new"))


def _choices() -> list[tuple[TimelineWhich, str]]:
    return [
        (TimelineWhich.ALL, _("All")),
        (TimelineWhich.CONVERSATIONS, _("Conversations")),
        (TimelineWhich.NOTES, _("Notes")),
        (TimelineWhich.MOMENTS, _("Moments")),
    ]
