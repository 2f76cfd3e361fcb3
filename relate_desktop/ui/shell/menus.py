"""Every command as an action: the menu bar, the side bar's menu and the shortcuts.

Each action has an id. Rooms answer some of them (``Room.acts``); the window does the others.
Actions are added to the window too, because a hidden menu bar's shortcuts do not work.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.icons import dress
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.ui.shell.commands import OVER_PANELS, ROOM_ACTS, Command, MenuPart, menu_parts


class Menus(QObject):
    """Makes the actions of a window and its menus; ``do`` says what they do."""

    used = Signal()
    """An action was triggered, by whatever way."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        self._does: dict[str, Callable[[], object]] = {}
        self._room: Mapping[str, Callable[[], object]] = {}
        self._parts = menu_parts()
        bar = QMenuBar(window)
        named(bar, "menubar", "")
        window.setMenuBar(bar)
        self.bar = bar
        themes = QActionGroup(window)
        for part in self._parts:
            menu = rounded(bar.addMenu(part.title))
            menu.setObjectName(part.id)
            menu.aboutToShow.connect(partial(self._dress, part))
            for command in part.commands:
                if isinstance(command, str):
                    menu.addSeparator()
                    continue
                action = self._made(command)
                menu.addAction(action)
                if command.id.startswith("theme."):
                    themes.addAction(action)

    def do(self, identifier: str, call: Callable[[], object]) -> None:
        """Say what an action of the window does, and enable it."""
        self._does[identifier] = call
        self.actions[identifier].setEnabled(True)

    def set_room_acts(self, acts: Mapping[str, Callable[[], object]]) -> None:
        """Take what the room in front answers now."""
        self._room = acts
        for identifier in ROOM_ACTS:
            self.actions[identifier].setEnabled(identifier in acts)

    def rename(self, identifier: str, words: str) -> None:
        """Change an action's words, such as what Undo would undo."""
        self.actions[identifier].setText(menu_text(words))

    def main_menu(self) -> QMenu:
        """The same tree for the button in the side bar."""
        menu = rounded(QMenu(self._window))
        for action in self.bar.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                menu.addMenu(inner)
        return menu

    def listed(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Menu titles with (words, keys) of every action that has keys, for the list of shortcuts."""
        result = []
        for part in self._parts:
            rows = [
                (command.words.rstrip("…"), self._keys_in_words(self.actions[command.id]))
                for command in part.commands
                if isinstance(command, Command) and self.actions[command.id].shortcuts()
            ]
            if rows:
                result.append((part.title.replace("&", ""), rows))
        return result

    def _made(self, command: Command) -> QAction:
        action = QAction(QIcon(), menu_text(command.words), self._window)
        action.setObjectName(f"action.{command.id}")
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(command.checkable)
        action.setMenuRole(command.role)
        action.setEnabled(False)
        action.triggered.connect(lambda: self._triggered(command.id))
        self._window.addAction(action)
        self.actions[command.id] = action
        return action

    def _dress(self, part: MenuPart) -> None:
        """Give a menu its icons when it is first opened: drawing them all would hold up the start."""
        for command in part.commands:
            if isinstance(command, Command) and command.icon and self.actions[command.id].icon().isNull():
                dress(self.actions[command.id], command.icon, size=16)

    def _triggered(self, identifier: str) -> None:
        self.used.emit()
        call = self._room.get(identifier) or self._does.get(identifier)
        if call is not None and (identifier in OVER_PANELS or self._way_is_free(identifier)):
            call()

    def _way_is_free(self, identifier: str) -> bool:
        """Whether no panel is open over the window; what leads elsewhere closes those that lose nothing."""
        from relate_desktop.ui.kit.overlays import make_way, panels_over  # noqa: PLC0415 - behind the first paint

        return not panels_over(self._window) if identifier in ROOM_ACTS else make_way(self._window)

    @staticmethod
    def _keys_in_words(action: QAction) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        texts = [keys.toString(native) for keys in action.shortcuts() if not keys.isEmpty()]
        return ", ".join(dict.fromkeys(texts[:2]))
