"""The pane of what is chosen: it stands beside the list, or lies under it where there is little room."""

from PySide6.QtWidgets import QWidget

from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.theme import theme

WIDTH = 352
_NO_LIMIT = 16_777_215


class SidePane(Panel):
    """As wide as its text needs where it stands; ``lying`` pixels high where it lies."""

    def __init__(
        self, identifier: str, name: str, kind: str, *, lying: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(identifier, name, kind, parent=parent)
        self._height = lying
        self._lying = False
        theme().changed.connect(self.fit)
        self.fit()

    def lie_down(self, *, lying: bool) -> None:
        """Stand beside the list, or lie under it, as wide as it is."""
        self._lying = lying
        self.fit()

    def fit(self) -> None:
        """Take the room that the size of the text asks for."""
        if self._lying:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_NO_LIMIT)
            self.setFixedHeight(theme().scaled(self._height))
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(_NO_LIMIT)
            self.setFixedWidth(theme().scaled(WIDTH))
