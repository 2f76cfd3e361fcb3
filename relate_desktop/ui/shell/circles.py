"""Circles in the side bar: kept as the book has them, and what is done with a whole circle."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from relate_desktop.domain.bulk import BulkEdit
from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import CircleSummary, PeopleFilter
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import display, fold
from relate_desktop.services.bulk import edit_of
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.circle_form import CircleForm
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.short_list import ShortEntry
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.circle_menu import CircleActs, fill_circle_menu
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.kept_desk import Ask, KeptDesk
from relate_desktop.words.circles import LONGEST, circle_row
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


@dataclass(frozen=True, slots=True)
class _Known:
    """The circles and the rhythms some of them have, by folded name."""

    circles: Sequence[CircleSummary] = ()
    rhythms: Mapping[str, Cadence] = field(default_factory=dict)


class CirclesDesk(KeptDesk):
    """Also takes people who are dropped onto a circle."""

    HEAD = "circle"

    def __init__(self, book: "OpenBook", work: Work, news: News, frame: Furniture, export: Ask) -> None:
        super().__init__(book, work, frame, export)
        self._known = _Known()
        self._form: CircleForm | None = None
        self._menu: QMenu | None = None
        side = frame.side
        side.offer_circles(self.ask_new)
        side.circles.menu_asked.connect(self._offer)
        side.circles.rename_asked.connect(self._rename)
        side.circles.remove_asked.connect(self._remove)
        side.circles.move_asked.connect(self._move)
        side.circles.people_dropped.connect(self._enter)
        frame.menus.do("circle.new", self.ask_new)
        circles = Fresh(work, self, lambda: self._read, self._show, lambda _error: None, kind=JobKind.DETAIL)
        news.changed.connect(circles.ask)
        circles.ask()

    @property
    def form(self) -> CircleForm:
        """The panel for name and colour, made when it is first needed."""
        if self._form is None:
            self._form = CircleForm(self._frame.window)
            self._form.made.connect(self._make)
            self._form.changed.connect(self._change)
            self._form.joined.connect(self._join)
            self._form.sought.connect(self._show_circle)
        return self._form

    @property
    def menu(self) -> QMenu:
        """The menu of the circle it was asked for last."""
        if self._menu is None:
            self._menu = rounded(QMenu(self._frame.side.circles))
            self._menu.setObjectName("circles.menu")
        return self._menu

    def ask_new(self) -> None:
        """Ask for the name of a new circle."""
        self.form.ask(None, self._known.circles)

    # following the book

    def _read(self) -> _Known:
        rhythms = self._book.rhythms.circles()
        return _Known(self._book.circles.all(), {fold(name): one for name, one in rhythms.items()})

    def _show(self, known: _Known) -> None:
        self._known = known
        self._frame.side.show_circles(
            [
                ShortEntry(
                    key=circle.name,
                    words=display(circle.name, LONGEST),
                    count=f"{circle.count:,}",
                    hue=circle.hue,
                    accessible=circle_row(circle.name, circle.count),
                )
                for circle in known.circles
            ]
        )
        self._frame.show_place()

    # what is asked

    def _offer(self, name: str, where: QPoint) -> None:
        circle = self._find(name)
        if circle is None:
            return
        acts = CircleActs(
            rename=self._rename,
            colour=lambda name, hue: self._write(lambda: self._book.circles.colour(name, hue)),
            rhythm=lambda name, cadence: self._write(lambda: self._book.rhythms.set_circle(name, cadence)),
            join=self._join,
            move=self._move,
            export=self._export_circle,
            remove=self._remove,
        )
        cadence = self._known.rhythms.get(fold(name))
        fill_circle_menu(self.menu, circle, self._known.circles, cadence, acts)
        self.menu.popup(where)

    def _find(self, name: str) -> CircleSummary | None:
        return next((one for one in self._known.circles if one.name == name), None)

    def _rename(self, name: str) -> None:
        circle = self._find(name)
        if circle is not None:
            self.form.ask(circle, self._known.circles)

    def _make(self, name: str, hue: int) -> None:
        self._write(lambda: self._book.circles.add(name, hue))

    def _change(self, old: str, new: str, hue: int) -> None:
        """Name and colour as the form gave them; each that differs is a change of its own."""
        circle = self._find(old)
        if circle is None:
            return
        if circle.hue != hue:
            self._write(lambda: self._book.circles.colour(old, hue))
        if new != old:
            self._write_all(
                circle, lambda job: self._book.circles.rename(old, new, job), lambda: self._moved(old, new)
            )

    def _join(self, kept: str, gone: str) -> None:
        self._write_all(
            self._find(gone),
            lambda job: self._book.circles.join(kept, [gone], job),
            lambda: self._moved(gone, kept),
        )

    def _names(self) -> Sequence[str]:
        return [one.name for one in self._known.circles]

    def _place(self, name: str, place: int) -> object:
        return self._book.circles.move(name, place)

    def _remove(self, name: str) -> None:
        self._write_all(
            self._find(name),
            lambda job: self._book.circles.remove(name, job),
            lambda: self._moved(name, ""),
        )

    def _enter(self, name: str, people: list[ContactId]) -> None:
        """People were dropped onto a circle."""
        edit = BulkEdit(enter=(name,))

        def done(changed: int) -> None:
            if not changed:
                words = _("Already in the circle {circle}").format(circle=display(name, LONGEST))
                self._frame.say(Message(words, "circle"))

        self._work.run(
            Lane.WRITE,
            lambda job: len(self._book.bulk.apply(people, edit, job).plan.changing),
            done,
            kind=edit_of(len(people)),
            owner=self,
        )

    def _write_all(
        self,
        circle: CircleSummary | None,
        write: Callable[[Job[object]], object],
        then: Callable[[], object],
    ) -> None:
        """A write to everybody in a circle, told of and stopped like any edit of so many."""
        kind = edit_of(circle.count if circle is not None else 0)
        self._work.run(Lane.WRITE, write, lambda _result: then(), kind=kind, owner=self)

    def _export_circle(self, name: str) -> None:
        self._export(lambda: self._book.contacts.ids(PeopleFilter(circle=name)))

    def _show_circle(self, name: str) -> None:
        self._frame.navigator.go(Place("people", f"circle/{name}"))
