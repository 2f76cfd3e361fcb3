"""What the window holds: side bar, rooms, messages, menus; how one moves through it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.preferences import Preferences, PreferencesService
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.mark import program_icon
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.strip import Strip, StripShelf
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.shell.drop import DropOverlay
from relate_desktop.ui.shell.job_bar import JobBar
from relate_desktop.ui.shell.looks import Looks
from relate_desktop.ui.shell.menus import Menus
from relate_desktop.ui.shell.navigation import PLACES, entries
from relate_desktop.ui.shell.navigator import Navigator
from relate_desktop.ui.shell.rooms import ROOMS
from relate_desktop.ui.shell.side_bar import SideBar
from relate_desktop.ui.shell.snackbar import Snackbar
from relate_desktop.ui.shell.window import MainWindow
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.ui.shell.closing import Closing
    from relate_desktop.ui.shell.shortcuts import ShortcutsOverlay

NARROW_BELOW = 1000


class Furniture(QObject):
    """Makes the parts of a window and has them work together."""

    def __init__(self, window: MainWindow, preferences: PreferencesService) -> None:
        super().__init__(window)
        self.window = window
        self._preferences = preferences
        self.shortcuts: ShortcutsOverlay | None = None
        self.jot: Callable[[str, ContactId | None], object] | None = None
        self.closing: Closing | None = None
        window.setWindowIcon(program_icon())
        self.menus = Menus(window)
        self.side = SideBar()
        self.content = Frame("page")
        self.content.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack = QStackedWidget()
        self.stack.addWidget(Frame("page"))
        self.strip = Strip()
        self.sample_strip = Strip(identifier="sample")
        self.draft_strip = Strip(identifier="draft")
        self.jobs = JobBar(self.content)
        self.snackbar = Snackbar(self.content)
        self.navigator = Navigator(self.stack, self)
        self.looks = Looks(preferences, self.menus, self)
        self.drop = DropOverlay(window, self.look_into)
        self._lay_out()
        self._connect()
        self.side.set_menu(self.menus.main_menu())
        self.side.show_places(entries(ROOMS))
        self._show_title(_("People"))
        self._prefer(preferences.current)
        self._stop = preferences.listen(self._prefer)
        window.furnish(self)
        self.drop.watch()

    # what the start and the menus ask

    def look_into(self, paths: Sequence[Path]) -> None:
        """Show what is in these files before anything is imported; none: let the user choose."""
        if not paths:
            self.choose_files()
        else:
            self.navigator.look_into(paths)

    def choose_files(self) -> None:
        """Ask for files with contacts or calendars and look into them."""
        dialog = QFileDialog(self.window, _("Choose contacts or calendars"))
        named(dialog, "import.choose_files", _("Choose contacts or calendars"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                _("Contacts and calendars (*.vcf *.vcard *.VCF *.ics *.ICS *.vcs *.zip *.gz)"),
                _("All files (*)"),
            ]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.look_into([Path(name) for name in names]))
        dialog.open()

    def say(self, message: Message) -> None:
        """Show a message in the snackbar."""
        self.snackbar.show_message(message)

    def tell_loss(self, sentence: str, details: str) -> None:
        """Say on top what an export left out; it waits there to be read."""
        self.strip.show_loss(sentence, details)

    def offer_jot(self, jot: Callable[[str, ContactId | None], object]) -> None:
        """Take how something is jotted down: what is already typed, and whom it is about."""
        self.jot = jot
        self.navigator.jot_asked.connect(jot)
        self.menus.do("jot", lambda: jot("", self._in_front()))

    def show_shortcuts(self) -> None:
        """Show all shortcuts over the window."""
        from relate_desktop.ui.shell.shortcuts import ShortcutsOverlay  # noqa: PLC0415 - rarely needed

        if self.shortcuts is None:
            self.shortcuts = ShortcutsOverlay(self.window, self.menus.listed())
        self.shortcuts.open_over(self.shortcuts.search)

    def turn_region(self, step: int) -> None:
        """Give the focus to the next or previous part of the window."""
        regions = self._regions()
        focus = QApplication.focusWidget()
        here = next(
            (number for number, one in enumerate(regions) if focus and _holds(one, focus)),
            -1 if step > 0 else 0,
        )
        if regions:
            _enter(regions[(here + step) % len(regions)])

    def show_place(self) -> None:
        """Follow the navigator: title, side bar, menus."""
        room, place = self.navigator.room, self.navigator.history.current
        if room is None or place is None:
            return
        self._show_title(room.title)
        self.side.setVisible(place.room not in {"welcome", "choose"})
        head, _slash, rest = place.rest.partition("/")
        circle, smart_list = (
            rest if (place.room, head) == ("people", one) else "" for one in ("circle", "list")
        )
        self.side.mark_place(place.room, circle, smart_list)
        self.menus.set_room_acts(room.acts())
        self.jobs.hidden_kinds = room.progress_kinds
        self.menus.actions["back"].setEnabled(self.navigator.history.can_go_back)
        self.menus.actions["forward"].setEnabled(self.navigator.history.can_go_forward)

    # making

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(StripShelf(self.strip, self.draft_strip, self.sample_strip))
        column.addWidget(self.stack, 1)
        column.addWidget(self.jobs)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.content, 1)
        self.window.setCentralWidget(middle)

    def _connect(self) -> None:
        go, menus = self.navigator.go, self.menus
        self.navigator.moved.connect(self.show_place)
        self.navigator.said.connect(self.say)
        self.navigator.offered.connect(self.look_into)
        self.side.asked.connect(self._asked)
        self.side.circle_asked.connect(lambda name: go(Place("people", f"circle/{name}")))
        self.side.list_asked.connect(lambda name: go(Place("people", f"list/{name}")))
        self.menus.used.connect(self.window.forget_alt)
        theme().changed.connect(self.fit)
        calls: dict[str, Callable[[], object]] = {
            "quit": self.window.leave,
            "menu_bar": lambda: self._turn("show_menu_bar"),
            "narrow": lambda: self._turn("side_bar_narrow"),
            "shortcuts": self.show_shortcuts,
            "region.next": lambda: self.turn_region(1),
            "region.previous": lambda: self.turn_region(-1),
        }
        for identifier, call in calls.items():
            menus.do(identifier, call)
        self.menus.bar.installEventFilter(self)

    def _asked(self, key: str) -> None:
        """What the side bar was asked for: a command, or a place."""
        if key in {"import", "palette"}:
            self.menus.actions[key].trigger()
        else:
            self.navigator.go(Place(key))

    def offer_places(self) -> None:
        """Enable what leads to rooms, once there are rooms."""
        go, knows = self.navigator.go, self.navigator.knows
        calls: dict[str, Callable[[], object]] = {
            "import": self.choose_files,
            "new": lambda: go(Place("people", "new")),
            "about": lambda: go(Place("settings", "about")),
            "back": self.navigator.back,
            "forward": self.navigator.forward,
        }
        for room in PLACES:
            if knows(Place.parse(room)):
                calls[room] = partial(go, Place.parse(room))
        if knows(Place("reminders")):
            calls["reminder.new"] = self._new_reminder
        for identifier, call in calls.items():
            self.menus.do(identifier, call)

    def _new_reminder(self) -> None:
        """A new reminder, about the open person if there is one."""
        about = self._in_front()
        self.navigator.go(Place("reminders", "new" if about is None else f"new/{about}"))

    def _in_front(self) -> ContactId | None:
        """The open person."""
        place = self.navigator.history.current
        return place.contact if place is not None else None

    def _show_title(self, title: str) -> None:
        self.window.setWindowTitle(title)
        named(self.window, "main", _("{place} — Relate").format(place=title))

    def _regions(self) -> list[QWidget]:
        room = self.navigator.room
        regions = [*(self.side.regions()), *(room.regions() if room is not None else ())]
        if self.snackbar.isVisible():
            button = self.snackbar.undo if self.snackbar.undo.isVisible() else self.snackbar.close_button
            regions.append(button)
        return [one for one in regions if one.isVisible()]

    # preferences

    def _turn(self, name: str) -> None:
        self._preferences.change(**{name: not getattr(self._preferences.current, name)})

    def _prefer(self, preferences: Preferences) -> None:
        self.snackbar.keeps = preferences.keep_messages
        self.menus.bar.setVisible(preferences.show_menu_bar)
        self.menus.actions["menu_bar"].setChecked(preferences.show_menu_bar)
        self.menus.actions["narrow"].setChecked(preferences.side_bar_narrow)
        self.fit()

    def fit(self) -> None:
        """Shrink the side bar in a narrow window."""
        tight = self.window.width() < theme().scaled(NARROW_BELOW)
        self.side.set_narrow(narrow=tight or self._preferences.current.side_bar_narrow)

    def watch_drags(self) -> None:
        """Watch what is dragged over the native window."""
        self.drop.watch()

    def may_close(self) -> bool:
        """Whether closing the window ends the program."""
        self.navigator.keep()
        return self.closing is None or self.closing.may_close()

    def clear_away(self, geometry: str) -> None:
        """Keep drafts and where the window stood; the window closes."""
        self.navigator.keep()
        self._stop()
        self.looks.stop()
        self._preferences.change(window_geometry=geometry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hide the menu bar again when it was only asked for once and is left."""
        if (
            watched is self.menus.bar
            and isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() != Qt.FocusReason.PopupFocusReason
            and not self._preferences.current.show_menu_bar
        ):
            QTimer.singleShot(0, self.menus.bar, self.menus.bar.hide)
        return False

    def turn_menu_bar(self) -> None:
        """Show the menu bar for once, or hide it again."""
        bar = self.menus.bar
        if bar.isVisible() and not self._preferences.current.show_menu_bar:
            bar.hide()
        elif not bar.isVisible():
            bar.show()
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            bar.setActiveAction(bar.actions()[0])


def _holds(region: QWidget, focus: QWidget) -> bool:
    return region is focus or region.isAncestorOf(focus)


def _enter(region: QWidget) -> None:
    """Give a part of the window the focus, or what can take it inside."""
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        region.setFocus(Qt.FocusReason.TabFocusReason)
        return
    for child in region.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return
