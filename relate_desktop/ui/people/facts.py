"""What was kept of look-ups about somebody: each with its source and date, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relate_desktop.domain.lookup import Provider
from relate_desktop.ui.kit.buttons import Button, IconButton, rounded
from relate_desktop.ui.kit.cards import Panel, clear_layout
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel, breakable
from relate_desktop.words.translation import _

SHOWN = 6
"""So many stand on the page until all are asked for."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """One kept fact in words."""

    number: int
    text: str
    source: str
    url: str
    provider: Provider


class Facts(Panel):
    """Hidden while nothing was kept. The latest come first."""

    source_asked = Signal(str)
    """The address of the page where it is said."""
    check_asked = Signal(object, object)
    """The ContactId and the Provider to ask once more."""
    remove_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("person.facts", _("Kept from look-ups"), "plain", parent=parent)
        self._shown: tuple[object, Sequence[FactLine]] = (None, ())
        self._all = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 12, 0, 0)
        self._box.setSpacing(6)
        self.hide()

    @property
    def shown(self) -> Sequence[FactLine]:
        """All there are about who is shown."""
        return self._shown[1]

    def show_facts(self, contact: object, lines: Sequence[FactLine]) -> None:
        """Show these of somebody."""
        if (contact, lines) == self._shown:
            return
        if contact != self._shown[0]:
            self._all = False
        self._shown = (contact, lines)
        self._fill()

    def _fill(self) -> None:
        contact, lines = self._shown
        clear_layout(self._box)
        self.setVisible(bool(lines))
        if not lines:
            return
        self._box.addWidget(SafeLabel(_("Kept from look-ups"), "heading"))
        for line in lines if self._all else lines[:SHOWN]:
            self._box.addLayout(self._row(contact, line))
        if len(lines) > SHOWN and not self._all:
            more = Button(
                _("{count} more").format(count=len(lines) - SHOWN),
                "person.facts.more",
                kind="link",
                small=True,
            )
            more.clicked.connect(self._show_all)
            self._box.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _row(self, contact: object, line: FactLine) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(SafeLabel(breakable(line.text), "small", wrap=True))
        words.addWidget(SafeLabel(breakable(line.source), "caption", "text2", wrap=True))
        more = IconButton(
            "dots-three",
            _("More for {fact}").format(fact=line.text),
            f"person.fact.{line.number}.more",
            kind="quiet",
            small=True,
            weight="bold",
            description=line.source,
        )
        menu = rounded(QMenu(more))
        show = menu.addAction(_("Show source"), lambda: self.source_asked.emit(line.url))
        show.setEnabled(bool(line.url))
        menu.addAction(_("Check again"), lambda: self.check_asked.emit(contact, line.provider))
        menu.addSeparator()
        menu.addAction(_("Remove"), lambda: self.remove_asked.emit(line.number))
        more.setMenu(menu)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("globe-simple", size=16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return row
