"""The menu of an entry. It only repeats what keys and the fields of the row do as well."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Interaction
from relate_desktop.domain.text import display
from relate_desktop.domain.timeline import TimelineEntry
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.ui.timeline.rows import Row
from relate_desktop.words.conversations import direction_name
from relate_desktop.words.translation import _

MOST_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Acts:
    """What the menu can ask for."""

    edit: Callable[[Row], object]
    edit_date: Callable[[Row], object]
    save: Callable[[TimelineEntry], object]
    remind: Callable[[Row], object]
    open: Callable[[ContactId], object]
    fold: Callable[[Row], object]
    copy: Callable[[Row], object]
    whence: Callable[[Row], object]
    remove: Callable[[Row], object]


def entry_menu(parent: QWidget, row: Row, acts: Acts, *, foldable: bool, about: ContactId | None) -> QMenu:
    """The menu of a row, which goes when it is closed."""
    menu = rounded(QMenu(parent))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_people(menu, row, acts, about)
    entry = row.entry
    if entry is not None:
        menu.addAction(_("Edit"), lambda: acts.edit(row))
        if isinstance(entry.item, Interaction):
            _add_directions(menu, entry, entry.item, acts)
        menu.addAction(_("Change the date…"), lambda: acts.edit_date(row))
        if isinstance(entry.item, TimelineNote):
            _add_marks(menu, entry, entry.item, acts)
        menu.addAction(_("Make a reminder…"), lambda: acts.remind(row))
        menu.addSeparator()
    if foldable:
        menu.addAction(_("Show all of it or less"), lambda: acts.fold(row))
    menu.addAction(_("Copy text"), lambda: acts.copy(row))
    if row.entry is not None:
        menu.addAction(_("Where this came from…"), lambda: acts.whence(row))
    if row.removable:
        menu.addSeparator()
        menu.addAction(_("Remove"), lambda: acts.remove(row))
    return menu


def _add_people(menu: QMenu, row: Row, acts: Acts, about: ContactId | None) -> None:
    """Lead to those who took part and whose page this is not."""
    people = [one for one in row.people if one.id != about][:MOST_PEOPLE]
    for one in people:
        action = QAction(menu_text(_("Open {name}").format(name=display(one.called, 60))), menu)
        action.triggered.connect(lambda _on, contact=one.id: acts.open(contact))
        menu.addAction(action)
    if people:
        menu.addSeparator()


def _add_directions(menu: QMenu, entry: TimelineEntry, talk: Interaction, acts: Acts) -> None:
    part = rounded(QMenu(_("Change who reached out"), menu))
    for direction in (Direction.THEIRS, Direction.MINE, Direction.BOTH):
        action = QAction(direction_name(direction), part, checkable=True)
        action.setChecked(talk.direction is direction)
        changed = replace(entry, item=replace(talk, direction=direction))
        action.triggered.connect(lambda _on, changed=changed: acts.save(changed))
        part.addAction(action)
    menu.addMenu(part)


def _add_marks(menu: QMenu, entry: TimelineEntry, note: TimelineNote, acts: Acts) -> None:
    for words, on, changed in (
        (_("Pinned"), note.pinned, replace(note, pinned=not note.pinned)),
        (_("Told in confidence"), note.in_confidence, replace(note, in_confidence=not note.in_confidence)),
    ):
        action = QAction(words, menu, checkable=True)
        action.setChecked(on)
        action.triggered.connect(lambda _on, item=changed: acts.save(replace(entry, item=item)))
        menu.addAction(action)
