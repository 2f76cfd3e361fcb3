"""The room of people: list left, the chosen person right (mock 02)."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary, PeopleFilter, PeopleSort
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.addresses import safe_address
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Message, Room
from relate_desktop.ui.kit.slot import PersonSlot
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.list import PeopleList
from relate_desktop.ui.people.recent import SHOWN, RecentPage
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.ui.people.editor import PersonEditor
    from relate_desktop.ui.people.person import PersonPage
    from relate_desktop.ui.people.person_view import PersonView
    from relate_desktop.ui.people.several import SeveralPage

LIST_WIDTH = 308


class PeopleRoom(Room):
    """Places: ``people``, ``people/<id>``, ``people/<id>/edit``, ``people/new``, ``people/circle/<name>``,
    ``people/added/<changeset>``; ``people/<id>/write`` and ``people/<id>/call`` do that once it is shown."""

    def __init__(
        self,
        book: "OpenBook",
        work: Work,
        news: News,
        clock: Clock,
        *,
        timeline: Callable[[], PersonSlot],
        first: Sequence[ContactSummary] = (),
    ) -> None:
        super().__init__()
        self._book, self._work, self._clock = book, work, clock
        self._make_timeline = timeline
        self._job: Job[PersonView] | None = None
        self._shown: ContactId | None = None
        self._then = ""
        self._photos = Photos(book.contacts.photo, work, self)
        self.list = PeopleList(
            contacts=book.contacts,
            search=book.search,
            exports=book.exports,
            photos=self._photos,
            work=work,
            news=news,
        )
        self.recent = RecentPage()
        self._build()
        self._connect(news)
        if first:
            self.list.show_first(first)
        self.list.refresh()
        self._load_latest()

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        if self._editing:
            return _("New person") if self.editor.is_new else _("Edit person")
        return _("People")

    def go(self, place: Place) -> None:
        """Show everybody, a circle, a person, or the form for one."""
        head, _slash, tail = place.rest.partition("/")
        if head == "new":
            self._edit(None, tail)
            return
        if head == "circle":
            self.list.filter_by(PeopleFilter(circle=tail))
        elif head == "added" and tail.isdecimal():
            self.list.filter_by(PeopleFilter(batch_changeset=int(tail)))
        elif not head:
            self.list.filter_by(PeopleFilter())
        elif place.contact is not None and tail == "edit":
            self._edit(place.contact)
            return
        elif place.contact is not None:
            self._then = tail
            self.list.choose(place.contact)
            self._open([place.contact])
        self._stack.setCurrentWidget(self._split)
        self.retitled.emit()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What can be done here now."""
        if self._editing:
            return {"save": self.editor.save}
        acts: dict[str, Callable[[], object]] = {
            "find": self.list.focus_search,
            "person.previous": lambda: self.list.step(-1),
            "person.next": lambda: self.list.step(1),
        }
        chosen = self.list.chosen() or ([self._shown] if self._shown is not None else [])
        if chosen:
            acts |= {"person.remove": self._remove, "person.export": self._export}
        if len(chosen) == 1:
            acts |= {"person.edit": self._edit_shown, "person.copy": self._copy}
            view = self.person.view if self._made("person") else None
            if view is not None and view.write:
                acts["person.write"] = self.person.header.ask_write
            if view is not None and view.call:
                acts["person.call"] = self.person.header.ask_call
        return acts

    def regions(self) -> Sequence[QWidget]:
        """List, then page; or the form."""
        if self._editing:
            return [self.editor.first_field]
        return [self.list.view, self.person.timeline.view] if self._made("person") else [self.list.view]

    def default_focus(self) -> QWidget | None:
        """The list, or the first field of the form."""
        return self.regions()[0]

    def keep(self) -> None:
        """Keep what is typed into the form."""
        if self._made("editor"):
            self.editor.keep()
        if self._made("person"):
            self.person.timeline.keep()

    def warm(self) -> None:
        """Make the page of a person, so that the first is opened as quickly as the next."""
        self.person.ensurePolished()

    # building

    def _build(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(self.recent)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("people.split")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.list)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(1, 1)
        self.list.setMaximumWidth(420)
        self._split.setSizes([LIST_WIDTH, 1000])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _connect(self, news: News) -> None:
        news.changed.connect(self._news)
        self.list.opened.connect(self._open)
        self.recent.opened.connect(lambda contact: self.go(Place.person(contact)))
        self.list.edit_asked.connect(self._edit_shown)
        self.list.remove_asked.connect(self._remove)
        self.list.export_asked.connect(self._export)
        self.list.new_asked.connect(
            lambda name: self.asked.emit(Place("people", f"new/{name}" if name else "new"))
        )

    # what is made when it is first needed, so that a start does not wait for it

    @cached_property
    def person(self) -> "PersonPage":
        """The page of one person."""
        from relate_desktop.ui.people.person import PersonPage  # noqa: PLC0415

        page = PersonPage(self._photos, self._make_timeline())
        header = page.header
        header.edit_asked.connect(self._edit_shown)
        header.remove_asked.connect(self._remove)
        header.export_asked.connect(self._export)
        header.write_asked.connect(lambda address: self._open_address(f"mailto:{address}"))
        header.call_asked.connect(self._call)
        page.copied.connect(self._copy_text)
        page.opened.connect(self._open_address)
        page.timeline.said.connect(self.said)
        page.timeline.asked.connect(self.asked)
        self._right.addWidget(page)
        return page

    @cached_property
    def several(self) -> "SeveralPage":
        """The page of several people at once."""
        from relate_desktop.ui.people.several import SeveralPage  # noqa: PLC0415

        page = SeveralPage()
        page.export_asked.connect(self._export)
        page.remove_asked.connect(self._remove)
        self._right.addWidget(page)
        return page

    @cached_property
    def editor(self) -> "PersonEditor":
        """The form."""
        from relate_desktop.ui.people.editor import PersonEditor  # noqa: PLC0415

        editor = PersonEditor(self._book.contacts, self._work, self._clock)
        editor.saved.connect(self._saved)
        editor.left.connect(self._leave_editor)
        self._stack.addWidget(editor)
        return editor

    def _made(self, name: str) -> bool:
        """Whether one of these was needed already."""
        return name in vars(self)

    @property
    def _editing(self) -> bool:
        return self._made("editor") and self._stack.currentWidget() is self.editor

    # showing people

    def _open(self, chosen: Sequence[ContactId]) -> None:
        self.acts_changed.emit()
        if not chosen:
            if self._shown is None:
                self._right.setCurrentWidget(self.recent)
            return
        if len(chosen) > 1:
            self.several.show_count(len(chosen))
            self._right.setCurrentWidget(self.several)
            return
        self._load(chosen[0])
        self.settled.emit(Place.person(chosen[0]))

    def _load(self, contact: ContactId) -> None:
        self._shown = contact
        if self._job is not None:
            self._job.cancel()
        timeline = self.person.timeline
        self._job = self._work.run(
            Lane.READ,
            lambda _job: self._compose(contact, timeline),
            self._show,
            lambda _error: self._gone(contact),
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _compose(self, contact: ContactId, timeline: PersonSlot) -> "PersonView":
        from relate_desktop.ui.people.person_view import view_of  # noqa: PLC0415 - on a worker

        now = self._clock()
        contacts = self._book.contacts
        happened = timeline.read(contact)
        found = contacts.get(contact)
        return view_of(
            found,
            contacts.summaries([contact])[0],
            provenance=contacts.provenance(contact),
            happened=happened,
            circles=contacts.circles(),
            now=now,
        )

    def _show(self, view: "PersonView") -> None:
        if view.id != self._shown:
            return
        self.person.show_person(view)
        if len(self.list.chosen()) <= 1:
            self._right.setCurrentWidget(self.person)
        self.acts_changed.emit()
        then, self._then = self._then, ""
        if then in {"write", "call"}:
            header = self.person.header
            header.ask_write() if then == "write" else header.ask_call()

    def _gone(self, contact: ContactId) -> None:
        if contact == self._shown:
            self._shown = None
            self._right.setCurrentWidget(self.recent)
            self.acts_changed.emit()

    def _load_latest(self) -> None:
        self._work.run(
            Lane.READ,
            lambda _job: self._read_latest(),
            self.recent.show_people,
            lambda _error: None,
            kind=JobKind.LIST,
            owner=self,
        )

    def _read_latest(self) -> Sequence[ContactSummary]:
        contacts = self._book.contacts
        latest = contacts.ids(PeopleFilter(), PeopleSort.RECENT)[:SHOWN]
        return contacts.summaries([ContactId(one) for one in latest])

    def _news(self, changes: Changes) -> None:
        self._load_latest()
        if self._shown is not None and changes.touches(self._shown):
            self._load(self._shown)

    # acting

    def _selected(self) -> list[ContactId]:
        return self.list.chosen() or ([self._shown] if self._shown is not None else [])

    def _edit_shown(self) -> None:
        if self._shown is not None:
            self.asked.emit(Place("people", f"{self._shown}/edit"))

    def _edit(self, contact: ContactId | None, name: str = "") -> None:
        self.editor.start(contact, name)
        self._stack.setCurrentWidget(self.editor)
        self.retitled.emit()
        self.acts_changed.emit()
        self.editor.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, contact: ContactId) -> None:
        self._stack.setCurrentWidget(self._split)
        self.asked.emit(Place.person(contact))

    def _leave_editor(self) -> None:
        self._stack.setCurrentWidget(self._split)
        place = Place.person(self._shown) if self._shown is not None else Place("people")
        self.asked.emit(place)

    def _remove(self) -> None:
        chosen = self._selected()
        self.list.expect_removal()
        self._work.run(
            Lane.WRITE,
            lambda _job: self._book.contacts.trash(chosen),
            kind=JobKind.EDIT,
            owner=self,
        )

    def _export(self) -> None:
        chosen = self._selected()
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Export as vCard"), str(Path.home() / "people.vcf"), _("vCard files (*.vcf)")
        )
        if name:
            self._work.run(
                Lane.READ,
                lambda job: self._book.exports.export(
                    Path(name), format=ExportFormat.VCARD4, ids=chosen, job=job
                ),
                lambda _report: self.said.emit(Message(_("Exported to {file}").format(file=Path(name).name))),
                kind=JobKind.EXPORT,
                owner=self,
            )

    def _copy(self) -> None:
        view = self.person.view
        if view is not None:
            self._copy_text(view.full_name)

    def _copy_text(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.said.emit(Message(_("Copied"), "copied"))

    def _call(self, number: str) -> None:
        self.said.emit(Message(_("Call {number}").format(number=number), "call"))
        self._open_address(f"tel:{number}")

    def _open_address(self, address: str) -> None:
        safe = safe_address(address)
        if safe is None:
            self.said.emit(Message(_("Relate does not open this kind of address. It can be copied."), "open"))
            return
        QDesktopServices.openUrl(QUrl(safe, QUrl.ParsingMode.StrictMode))
