"""The side bar: the mark, the main menu, where one can go, circles, import and settings."""

from collections.abc import Callable, Sequence
from operator import mul

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Panel, line
from relate_desktop.ui.kit.icons import dress
from relate_desktop.ui.kit.key_cap import native
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.mark import Mark
from relate_desktop.ui.kit.short_list import ShortEntry, ShortList
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.shell.circle_list import CircleList
from relate_desktop.ui.shell.find_button import FindButton
from relate_desktop.ui.shell.kept_list import KeptList
from relate_desktop.words.translation import _

WIDE, NARROW = 216, 60
LEAST_PLACES, LEAST_CIRCLES = 3, 2
"""Places and circles that are seen without scrolling in the lowest window with the largest text."""
MOST_LISTS = 5
"""Smart lists that are seen without scrolling, so that circles and places keep their room."""


class SideBar(Panel):
    """Asks for places by key: ``asked("people")``, ``circle_asked("Clients")``, …"""

    asked = Signal(str)
    circle_asked = Signal(str)
    list_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("side", _("Side bar"), "side", parent=parent)
        self._narrow = False
        self._place = ("", "", "")
        self._add_circle: Callable[[], object] | None = None
        self._circle_wanted = False
        self.mark = Mark(QSize(24, 18))
        self.called = SafeLabel(_("Relate"), "heading")
        self.menu = IconButton("list", _("Main menu"), "side.menu", kind="quiet")
        self.finding = FindButton(native("Ctrl+K"))
        self.navigation = ShortList("navigation", _("Main navigation"), 36)
        self.navigation.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.circles_heading = SafeLabel(_("Circles"), "caption", "text2")
        self.add_circle = IconButton("plus", _("New circle"), "circles.add", kind="quiet", small=True)
        self.circles = CircleList("circles", _("Circles"), 32)
        self.circles.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.lists_heading = SafeLabel(_("Smart lists"), "caption", "text2")
        self.lists = KeptList("lists", _("Smart lists"), 32)
        self.imports = self._entry("side.import", _("Import…"), "tray-arrow-down")
        self.settings = self._entry("side.settings", _("Settings"), "gear-six")
        self.foot_icon = IconLabel("lock-simple", "regular", "text3", 16)
        self.foot = SafeLabel(_("Only on this laptop"), "caption", "text2")
        self._lay_out()
        self.navigation.opened.connect(self.asked)
        self.circles.opened.connect(self.circle_asked)
        self.lists.opened.connect(self.list_asked)
        self.add_circle.clicked.connect(self._want_circle)
        self.imports.clicked.connect(lambda: self.asked.emit("import"))
        self.settings.clicked.connect(lambda: self.asked.emit("settings"))
        self.finding.clicked.connect(lambda: self.asked.emit("palette"))
        theme().changed.connect(self._share)
        self.show_circles(())
        self.show_lists(())
        self.setFixedWidth(theme().scaled(WIDE))
        self._top.setContentsMargins(7, 0, 1, 0)

    def offer_circles(self, add: Callable[[], object]) -> None:
        """Take how a circle is added; who has pressed for one while the book was opening gets it now."""
        self._add_circle = add
        if self._circle_wanted:
            self._want_circle()

    def _want_circle(self) -> None:
        self._circle_wanted = self._add_circle is None
        if self._add_circle is not None:
            self._add_circle()

    def set_menu(self, menu: QMenu) -> None:
        """Give the ≡ button its menu."""
        self.menu.setMenu(menu)

    def show_places(self, entries: Sequence[ShortEntry]) -> None:
        """Show where one can go; counts may be new while the places are the same."""
        keys = [entry.key for entry in self.navigation.entries.entries]
        if keys == [entry.key for entry in entries]:
            for entry in entries:
                self.navigation.entries.change(entry)
            return
        self.navigation.entries.show(entries)
        self._share()
        self.mark_place(*self._place)

    def show_circles(self, entries: Sequence[ShortEntry]) -> None:
        """Show these circles."""
        current = self.circles.currentIndex().row()
        self.circles.entries.show(entries)
        if 0 <= current < len(entries):
            self.circles.setCurrentIndex(self.circles.entries.index(current, 0))
        self.circles.setVisible(bool(entries))
        self._spacer.setVisible(not entries)
        self._share()

    def show_lists(self, entries: Sequence[ShortEntry]) -> None:
        """Show these smart lists; without any there is no heading for them."""
        current = self.lists.currentIndex().row()
        self.lists.entries.show(entries)
        if 0 <= current < len(entries):
            self.lists.setCurrentIndex(self.lists.entries.index(current, 0))
        self.lists_heading.setVisible(bool(entries) and not self._narrow)
        self.lists.setVisible(bool(entries))
        self._share()

    def mark_place(self, room: str, circle: str, smart_list: str = "") -> None:
        """Show where one is."""
        self._place = (room, circle, smart_list)
        self.navigation.mark("" if circle or smart_list else room)
        self.circles.mark(circle)
        self.lists.mark(smart_list)
        for key, button in (("import", self.imports), ("settings", self.settings)):
            look = ("true" if room == key else "false", "true" if self._narrow else "false")
            if (button.property("selected"), button.property("narrow")) == look:
                continue
            button.setProperty("selected", look[0])
            button.setProperty("narrow", look[1])
            button.style().unpolish(button)
            button.style().polish(button)
            self._dress(button, self._icons[key], selected=room == key)

    def set_narrow(self, *, narrow: bool) -> None:
        """Shrink to icons, or show words again; names for assistive tools stay."""
        width = theme().scaled(NARROW if narrow else WIDE)
        if narrow == self._narrow and width == self.width():
            return
        self._narrow = narrow
        self.setFixedWidth(width)
        for widget in (self.mark, self.called, self.foot, self._push):
            widget.setVisible(not narrow)
        self.circles_heading.setVisible(not narrow)
        self._heading.setContentsMargins(*((0, 0, 0, 0) if narrow else (10, 0, 0, 0)))
        self._foot.setContentsMargins(4 if narrow else 9, 10, 4, 4)
        self.finding.set_narrow(narrow=narrow)
        self.lists_heading.setVisible(not narrow and self.lists.entries.rowCount() > 0)
        for one in (self.navigation, self.circles, self.lists):
            one.look.narrow = narrow
            one.viewport().update()
        for button, words in ((self.imports, _("Import…")), (self.settings, _("Settings"))):
            button.setText("" if narrow else words)
            button.setToolTip(tip(words) if narrow else "")
        self.mark_place(*self._place)
        self._top.setContentsMargins(0 if narrow else 7, 0, 0 if narrow else 1, 0)
        self._share()

    def regions(self) -> list[QWidget]:
        """Where F6 stops."""
        return [self.navigation]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another height has room for other rows."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give the three lists what height there is; where it is short, they scroll."""
        lists = (self.navigation, self.circles, self.lists)
        rows = [one.entries.rowCount() for one in lists]
        high = [one.sizeHintForRow(0) if count else 0 for one, count in zip(lists, rows, strict=True)]
        shown = [rows[0], min(rows[1], LEAST_CIRCLES), min(rows[2], MOST_LISTS)]
        short = sum(map(mul, shown, high)) - self._room(lists)
        for place, least in ((2, 1), (1, 1), (0, LEAST_PLACES)):
            while short > 0 and shown[place] > least:
                shown[place] -= 1
                short -= high[place]
        self.navigation.setFixedHeight(shown[0] * high[0])
        self.circles.setMinimumHeight(shown[1] * high[1])
        self.lists.setFixedHeight(shown[2] * high[2])
        scrolls = shown[0] < rows[0]
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.navigation.setVerticalScrollBarPolicy(bar)

    def _room(self, lists: Sequence[QWidget]) -> int:
        """The height that is left to the lists."""
        box = self.layout()
        if box is None:
            return 0
        items = [box.itemAt(place) for place in range(box.count())]
        others = [one for one in items if one is not None and one.widget() not in {*lists, self._spacer}]
        margins = box.contentsMargins()
        needed = sum(one.sizeHint().height() for one in others if not one.isEmpty() or one.spacerItem())
        return self.height() - margins.top() - margins.bottom() - needed

    # making

    def _entry(self, identifier: str, words: str, icon: str) -> Button:
        button = Button(words, identifier, kind="nav")
        button.setProperty("selected", "false")
        button.setProperty("narrow", "false")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress(button, icon, selected=False)
        return button

    @property
    def _icons(self) -> dict[str, str]:
        return {"import": "tray-arrow-down", "settings": "gear-six"}

    def _dress(self, button: Button, icon: str, *, selected: bool) -> None:
        weight, colour = ("fill", "accentText") if selected else ("regular", "text2")
        dress(button, icon, weight, colour, gap=0 if self._narrow else 6)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 11, 12, 11)
        box.setSpacing(0)
        top = self._top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.mark)
        top.addWidget(self.called)
        self._push = QWidget()
        top.addWidget(self._push, 1)
        top.addWidget(self.menu)
        box.addLayout(top)
        box.addSpacing(11)
        box.addWidget(self.finding)
        box.addSpacing(12)
        box.addWidget(self.navigation)
        box.addSpacing(18)
        heading = self._heading = QHBoxLayout()
        heading.setContentsMargins(10, 0, 0, 0)
        heading.addWidget(self.circles_heading, 1)
        heading.addWidget(self.add_circle)
        box.addLayout(heading)
        box.addSpacing(2)
        box.addWidget(self.circles, 1)
        self.lists_heading.setContentsMargins(10, 10, 0, 2)
        box.addWidget(self.lists_heading)
        box.addWidget(self.lists)
        self._spacer = QWidget()
        box.addWidget(self._spacer, 1)
        box.addSpacing(8)
        box.addWidget(self.imports)
        box.addSpacing(2)
        box.addWidget(self.settings)
        box.addSpacing(9)
        box.addWidget(line())
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(9, 10, 4, 4)
        foot.setSpacing(10)
        foot.addWidget(self.foot_icon)
        foot.addWidget(self.foot, 1)
        box.addLayout(foot)
