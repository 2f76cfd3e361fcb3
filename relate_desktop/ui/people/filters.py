"""The row of chips over the list: everyone, circles, whom an import has just added."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from relate_desktop.domain.people import CircleSummary, PeopleFilter
from relate_desktop.domain.text import visible
from relate_desktop.ui.kit.buttons import IconButton, rounded
from relate_desktop.ui.kit.choices import Chips
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _

EVERYONE = ""
JUST_ADDED = "\0added"
"""No circle can be called so."""
LONGEST_CHIP = 24
"""Characters of a circle's name that a chip shows."""
CHIP_EXTRA = 32
"""Pixels of a chip that are not its words, the gap behind it included."""
MARGINS = 32
"""Pixels of the list beside the row."""
CHIPS_BESIDE = MARGINS + 36 + CHIP_EXTRA
"""Pixels of the row that are not chips: margins, the button for more, the first chip's edges."""


class Filters(QWidget):
    """Which people the list shows, one of a few; circles that find no room are in the menu."""

    chosen = Signal(object)
    """The PeopleFilter that the user picked."""
    searched = Signal(str)
    """Words of a search that the user picked, such as ``has:reminder``."""

    def __init__(self, room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._circles: Sequence[CircleSummary] = ()
        self._wanted = PeopleFilter()
        self.chips = Chips("people.filter", _("Show"))
        self.chips.set_choices([(EVERYONE, _("Everyone"), None)])
        self.chips.chosen.connect(self._chosen)
        self.more = IconButton(
            "caret-down", _("More filters"), "people.filter.more", kind="quiet", small=True
        )
        self.more.setMenu(rounded(QMenu(self.more)))
        self._fill_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chips)
        row.addWidget(self.more)
        row.addStretch(1)
        theme().changed.connect(self._refill)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width has room for other chips."""
        super().resizeEvent(event)
        self._room = self.width() + MARGINS
        self._refill()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The chips give way, the list does not grow with them."""
        return QSize(0, super().minimumSizeHint().height())

    def _refill(self) -> None:
        if [key for key, _words, _hue in self._fitting()] != self.chips.keys:
            self._fill()

    def show_filter(self, wanted: PeopleFilter) -> None:
        """Mark the filter that holds."""
        before, self._wanted = self._wanted, wanted
        if not self.chips.offers(_key(wanted)) or before.batch_changeset != wanted.batch_changeset:
            self._fill()
        self.chips.choose(_key(wanted))

    def show_circles(self, circles: Sequence[CircleSummary], room: int) -> None:
        """Offer these circles; ``room`` is the width of the list in pixels."""
        self._circles, self._room = circles, room
        self._fill()
        self._fill_menu()

    def _fill(self) -> None:
        fitting = self._fitting()
        self.chips.set_choices(fitting)
        self.chips.choose(_key(self._wanted))

    def _fill_menu(self) -> None:
        """All circles, then searches that are often wanted: each says its words in the search field."""
        menu = self.more.menu()
        menu.clear()
        for one in self._circles:
            words = _("{circle}, {count}").format(circle=one.name.replace("&", "&&"), count=one.count)
            menu.addAction(words, partial(self._chosen, one.name))
        menu.addSeparator()
        for words, query in (
            (_("Has a reminder"), "has:reminder"),
            (_("Rhythm set"), "has:rhythm"),
            (_("No rhythm"), "-has:rhythm"),
            (_("Missing a way to reach"), "-has:reach"),
            (_("Added this month"), "added:month"),
        ):
            menu.addAction(words, partial(self.searched.emit, query))

    def _fitting(self) -> list[tuple[str, str, int | None]]:
        """Everyone, and as many circles as there is room for; the chosen one first."""
        chips: list[tuple[str, str, int | None]] = [(EVERYONE, _("Everyone"), None)]
        if self._wanted.batch_changeset is not None:
            chips.append((JUST_ADDED, _("Added just now"), None))
        metrics = QFontMetrics(theme().font("small"))
        room = self._room - CHIPS_BESIDE - CHIP_EXTRA * (len(chips) - 1)
        room -= sum(metrics.horizontalAdvance(words) for _key, words, _hue in chips)
        for one in sorted(self._circles, key=lambda circle: circle.name != self._wanted.circle):
            words = visible(one.name, LONGEST_CHIP)
            room -= metrics.horizontalAdvance(words) + CHIP_EXTRA
            if room < 0:
                break
            chips.append((one.name, words, None))
        return chips

    def _chosen(self, key: str) -> None:
        if key != JUST_ADDED:
            self.chosen.emit(PeopleFilter(circle=key or None))


def _key(wanted: PeopleFilter) -> str:
    return JUST_ADDED if wanted.batch_changeset is not None else wanted.circle or EVERYONE
