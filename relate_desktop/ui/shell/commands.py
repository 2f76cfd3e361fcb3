"""Every command of the window: its words, keys and icon, menu by menu."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from relate_desktop.words.translation import _, pgettext

Keys = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class Command:
    """One action: its id, words, keys (the first is shown) and icon."""

    id: str
    words: str
    keys: tuple[Keys, ...] = ()
    icon: str = ""
    checkable: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


@dataclass(frozen=True, slots=True)
class MenuPart:
    """One menu: its title, its commands, "" for a line between them."""

    id: str
    title: str
    commands: tuple[Command | str, ...]


ROOM_ACTS = frozenset(
    {
        "find", "save", "person.edit", "person.write", "person.call", "person.copy", "person.remove",
        "person.around", "person.graph", "person.export", "person.sources", "person.history",
        "person.next", "person.previous", "person.lookup", "done", "snooze", "calendars.read",
    }
)  # fmt: skip
"""What the room in front answers; disabled while it does not."""
OVER_PANELS = frozenset(
    {
        "jot", "undo", "redo", "quit", "shortcuts", "popup", "larger", "smaller", "compact", "narrow",
        "menu_bar", "theme.system", "theme.light", "theme.dark",
    }
)  # fmt: skip
"""What leaves a panel over the window as it is. Acts of the room wait for its end; the rest leads away."""


def menu_parts() -> tuple[MenuPart, ...]:
    """The whole menu bar in today's language."""
    return (_file(), _edit(), _view(), _person(), _go(), _help())


def _file() -> MenuPart:
    """People in and out, and the end."""
    return MenuPart(
        "menu.file",
        pgettext("menu", "&File"),
        (
            Command("new", _("New person…"), (QKeySequence.StandardKey.New,), "user-plus"),
            Command("circle.new", _("New circle…"), ("Ctrl+Shift+N",), "users-three"),
            Command("jot", _("Jot down…"), ("Ctrl+J",), "pencil-simple-line"),
            Command("reminder.new", _("New reminder…"), ("Ctrl+R",), "bell-simple"),
            "",
            Command("import", _("Import…"), ("Ctrl+I",), "tray-arrow-down"),
            Command("export", _("Export people…"), (), "export"),
            Command("export.calendar", _("Export days and reminders…"), (), "calendar-blank"),
            Command("calendars.read", _("Read calendar files again"), ("F5",), "arrows-clockwise"),
            "",
            Command("quit", _("Quit"), ("Ctrl+Q",), role=QAction.MenuRole.QuitRole),
        ),
    )


def _edit() -> MenuPart:
    """What was done, and finding."""
    return MenuPart(
        "menu.edit",
        pgettext("menu", "&Edit"),
        (
            Command("undo", _("Undo"), (QKeySequence.StandardKey.Undo,), "arrow-counter-clockwise"),
            Command("redo", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
            "",
            Command("done", _("Done"), ("Ctrl+D",), "check"),
            Command("snooze", _("Snooze…"), ("Ctrl+.",), "bell-simple-z"),
            "",
            Command("palette", _("Find or do…"), ("Ctrl+K",), "magnifying-glass"),
            Command("find", _("Find on this page"), (QKeySequence.StandardKey.Find,)),
            Command("history", _("What changed"), (), "clock-counter-clockwise"),
            "",
            Command(
                "settings",
                _("Settings"),
                ("Ctrl+,",),
                "gear-six",
                role=QAction.MenuRole.PreferencesRole,
            ),
        ),
    )


def _view() -> MenuPart:
    """How it looks."""
    return MenuPart(
        "menu.view",
        pgettext("menu", "&View"),
        (
            Command("theme.system", _("Light or dark as the system"), checkable=True),
            Command("theme.light", _("Light"), checkable=True),
            Command("theme.dark", _("Dark"), checkable=True),
            "",
            Command("compact", _("Compact rows"), checkable=True),
            Command("larger", _("Larger text"), ("Ctrl++", "Ctrl+=")),
            Command("smaller", _("Smaller text"), ("Ctrl+-",)),
            "",
            Command("narrow", _("Narrow side bar"), ("Ctrl+B",), checkable=True),
            Command("menu_bar", _("Always show the menu bar"), checkable=True),
        ),
    )


def _person() -> MenuPart:
    """The open person."""
    return MenuPart(
        "menu.person",
        pgettext("menu", "&Person"),
        (
            Command("person.write", _("Write"), ("Ctrl+Shift+E",), "chat-circle-text"),
            Command("person.call", _("Call"), ("Ctrl+Shift+C",), "phone"),
            "",
            Command("person.edit", _("Edit"), ("Ctrl+E",), "pencil-simple"),
            Command("save", _("Save"), ("Ctrl+Return", "Ctrl+Enter", QKeySequence.StandardKey.Save)),
            Command("person.around", _("People around them…"), (), "users"),
            Command("person.graph", _("Who knows whom"), (), "users-three"),
            Command("person.copy", _("Copy details"), (), "note"),
            Command("person.export", _("Export as vCard…"), (), "export"),
            "",
            Command("person.sources", _("Where this came from"), ("F4", "Alt+Return"), "info"),
            Command("person.history", _("What changed about them"), (), "clock-counter-clockwise"),
            "",
            Command("person.previous", _("Previous person"), ("Ctrl+Up",)),
            Command("person.next", _("Next person"), ("Ctrl+Down",)),
            "",
            Command("person.remove", _("Remove"), (), "trash"),
            "",
            Command("person.lookup", _("Look up…"), (), "globe-simple"),
        ),
    )


def _go() -> MenuPart:
    """Places and parts of the window."""
    return MenuPart(
        "menu.go",
        pgettext("menu", "&Go"),
        (
            Command("today", _("Today"), ("Ctrl+1",), "sun-horizon"),
            Command("people", _("People"), ("Ctrl+2",), "users"),
            Command("reminders", _("Reminders"), ("Ctrl+3",), "bell-simple"),
            Command("calendar", _("Calendar"), ("Ctrl+4",), "calendar-blank"),
            Command("timeline", _("Timeline"), (), "path"),
            Command("duplicates", _("Possible duplicates"), (), "arrows-merge"),
            Command("names", _("Names to get right"), (), "tag"),
            Command("people/removed", _("Removed people"), (), "trash"),
            "",
            Command("back", _("Back"), ("Alt+Left",), "caret-left"),
            Command("forward", _("Forward"), ("Alt+Right",), "caret-right"),
            "",
            Command("region.next", _("Next part of the window"), ("F6",)),
            Command("region.previous", _("Previous part of the window"), ("Shift+F6",)),
            Command("popup", _("Answer the pop-up"), ("Ctrl+Alt+R",)),
        ),
    )


def _help() -> MenuPart:
    """What one can press, and what this is."""
    return MenuPart(
        "menu.help",
        pgettext("menu", "&Help"),
        (
            Command("shortcuts", _("All shortcuts"), ("F1", "Ctrl+/"), "keyboard"),
            Command("about", _("About Relate"), (), "info", role=QAction.MenuRole.AboutRole),
        ),
    )
