"""All shortcuts on one panel, searchable (F1)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import IconButton
from relate_desktop.ui.kit.cards import Frame, Page, clear_layout
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.words.translation import _, pgettext

Listed = list[tuple[str, list[tuple[str, str]]]]


def everywhere() -> list[tuple[str, str]]:
    """Keys that are no commands of a menu."""
    return [
        (_("Move in a list"), "↑ ↓"),
        (_("Open"), pgettext("key", "Enter")),
        (_("Tick or select"), pgettext("key", "Space")),
        (_("Remove, can be undone"), pgettext("key", "Delete")),
        (_("What one can do with it"), "Shift+F10"),
        (_("Close, or empty the search"), pgettext("key", "Esc")),
        (_("Show the menu bar"), "Alt"),
    ]


class ShortcutsOverlay(Overlay):
    """The list, narrowed down by what is typed."""

    gives_way = True

    def __init__(self, host: QWidget, listed: Listed) -> None:
        super().__init__(host, "shortcuts", _("All shortcuts"), width=620)
        self._listed: Listed = [*listed, (_("In lists and everywhere"), everywhere())]
        self.search = SearchField("shortcuts.search", _("Search shortcuts"), _("What you want to do"))
        close = IconButton("x", _("Close"), "shortcuts.close", kind="quiet")
        close.clicked.connect(self.close_overlay)
        head = QHBoxLayout()
        head.addWidget(Heading(_("All shortcuts"), "shortcuts.title"), 1)
        head.addWidget(close)
        self.body.addLayout(head)
        self.body.addWidget(self.search)
        self._page = Page("surface")
        self._page.body.setContentsMargins(0, 0, 8, 0)
        self._page.setMinimumHeight(360)
        self.body.addWidget(self._page, 1)
        self.search.textChanged.connect(self._fill)
        self._fill("")

    def _fill(self, wanted: str) -> None:
        clear_layout(self._page.body)
        words = wanted.casefold().split()
        for title, rows in self._listed:
            found = [row for row in rows if all(word in " ".join(row).casefold() for word in words)]
            if found:
                self._page.body.addWidget(self._group(title, found))
        self._page.body.addStretch(1)

    @staticmethod
    def _group(title: str, rows: list[tuple[str, str]]) -> QWidget:
        group = Frame()
        box = QVBoxLayout(group)
        box.setContentsMargins(0, 0, 0, 8)
        box.addWidget(SafeLabel(title, "heading"))
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for number, (words, keys) in enumerate(rows):
            grid.addWidget(SafeLabel(words), number, 0)
            shown = SafeLabel(keys, "small", "text2")
            grid.addWidget(shown, number, 1, Qt.AlignmentFlag.AlignRight)
        box.addLayout(grid)
        return group
