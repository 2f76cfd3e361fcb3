"""The pane of what is chosen: it stands beside the list, or lies under it where there is little room."""

from PySide6.QtWidgets import QWidget

from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.theme import theme

WIDTH = 352
_SHARE = 0.36
"""How much of a room's height it takes at most where it lies: the list above it needs the rest."""
_NO_LIMIT = 16_777_215


class SidePane(Panel):
    """As wide as its text needs where it stands; at most ``lying`` pixels high where it lies."""

    def __init__(
        self, identifier: str, name: str, kind: str, *, lying: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(identifier, name, kind, parent=parent)
        self._height = lying
        self._lying = 0
        theme().changed.connect(self.fit)
        self.fit()

    def lie_down(self, room: int) -> None:
        """Lie under the list, as wide as it is, in a room so high; stand beside it where ``room`` is 0."""
        self._lying = room
        self.fit()

    def fit(self) -> None:
        """Take the room that the size of the text asks for."""
        if self._lying:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_NO_LIMIT)
            self.setFixedHeight(min(theme().scaled(self._height), round(self._lying * _SHARE)))
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(_NO_LIMIT)
            self.setFixedWidth(theme().scaled(WIDTH))
