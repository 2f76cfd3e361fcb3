"""Smart lists in the side bar: with live counts, and what is done with a whole list."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from relate_desktop.domain.saved_search import SmartList
from relate_desktop.domain.text import display
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.name_form import NameForm
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.short_list import ShortEntry
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.kept_desk import Ask, KeptDesk
from relate_desktop.words.smart_lists import LONGEST, list_row, list_there
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class SmartListsDesk(KeptDesk):
    """Counts whom each finds whenever something changes."""

    HEAD = "list"

    def __init__(self, book: "OpenBook", work: Work, news: News, frame: Furniture, export: Ask) -> None:
        super().__init__(book, work, frame, export)
        self._known: Sequence[SmartList] = ()
        self._renamed = ""
        lists = frame.side.lists
        lists.menu_asked.connect(self._offer)
        lists.rename_asked.connect(self._ask_name)
        lists.remove_asked.connect(self._remove)
        lists.move_asked.connect(self._move)
        counted = book.smart_lists.counted
        known = Fresh(work, self, lambda: counted, self._show, lambda _error: None)
        news.changed.connect(known.ask)
        known.ask()

    @cached_property
    def form(self) -> NameForm:
        """The panel in which a list gets another name."""
        form = NameForm(self._frame.window, "list", _("Name of the smart list"), _("Save"))
        form.answered.connect(self._rename)
        return form

    @cached_property
    def menu(self) -> QMenu:
        """The menu of the list it was asked for last."""
        menu = rounded(QMenu(self._frame.side.lists))
        menu.setObjectName("lists.menu")
        return menu

    # following the book

    def _show(self, known: Sequence[SmartList]) -> None:
        self._known = known
        self._frame.side.show_lists(
            [
                ShortEntry(
                    key=one.search.name,
                    words=display(one.search.name, LONGEST),
                    icon="magnifying-glass",
                    count=f"{one.count:,}",
                    accessible=list_row(one.search.name, one.count),
                    description=display(one.search.query),
                )
                for one in known
            ]
        )
        self._frame.show_place()

    # what is asked

    def _names(self) -> list[str]:
        return [one.search.name for one in self._known]

    def _offer(self, name: str, where: QPoint) -> None:
        names, menu = self._names(), self.menu
        if name not in names:
            return
        place = names.index(name)
        menu.clear()
        menu.addAction(_("Rename…"), partial(self._ask_name, name))
        menu.addSeparator()
        menu.addAction(_("Move up"), partial(self._move, name, -1)).setEnabled(place > 0)
        menu.addAction(_("Move down"), partial(self._move, name, 1)).setEnabled(place + 1 < len(names))
        menu.addSeparator()
        export = menu.addAction(_("Export…"), partial(self._export_list, name))
        export.setEnabled(self._known[place].count > 0)
        menu.addAction(_("Remove list (people stay)"), partial(self._remove, name))
        menu.popup(where)

    def _ask_name(self, name: str) -> None:
        names = self._names()
        if name in names:
            self._renamed = name
            self.form.ask(_("Rename the smart list"), name, names, list_there())

    def _rename(self, name: str) -> None:
        old = self._renamed
        self._write(lambda: self._book.smart_lists.rename(old, name), lambda: self._moved(old, name))

    def _place(self, name: str, place: int) -> object:
        return self._book.smart_lists.move(name, place)

    def _remove(self, name: str) -> None:
        self._write(lambda: self._book.smart_lists.remove(name), lambda: self._moved(name, ""))

    def _export_list(self, name: str) -> None:
        query = next((one.search.query for one in self._known if one.search.name == name), "")
        self._export(lambda: self._book.search.exactly(query))
