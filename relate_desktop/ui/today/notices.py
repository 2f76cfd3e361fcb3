"""Quiet words below the rail's cards: who rests, for whom a late wish is welcome."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Frame, clear_layout
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.today.view import NoticeLine


class Notices(Frame):
    """One line of words for each, with an icon; nothing of it can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: tuple[NoticeLine, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(7, 0, 4, 0)
        self._box.setSpacing(12)

    def show_lines(self, lines: Sequence[NoticeLine]) -> None:
        """Show these."""
        self.setVisible(bool(lines))
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        clear_layout(self._box)
        for shown in lines:
            words = SafeLabel(shown.words, "small", "text2", wrap=True)
            named(words, f"today.{shown.key}.{shown.person.contact}", shown.name, shown.words)
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconLabel(shown.icon, "regular", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self._box.addLayout(row)
