"""The foot of Find or do: which keys do what, as caps between words."""

import re

from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.key_cap import KeyCap
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _, pgettext

HEIGHT = 42
_CAP = re.compile(r"\{(\w+)\}")


class PaletteFoot(Frame):
    """Hints only: everything said here can be found without them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("foot", parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(19, 0, 19, 0)
        self._row.setSpacing(6)
        self._say(_("{up} {down} move"), up="↑", down="↓")
        self._row.addSpacing(14)
        self.more = self._say(_("{tab} more for this person"), tab=pgettext("key", "Tab"))
        self._row.addStretch(1)
        self._say(_("Type {commands} for commands, {circles} for circles"), commands=">", circles="#")
        theme().changed.connect(self._fit)
        self._fit()

    def offer_more(self, *, there_is: bool) -> None:
        """Show whether Tab leads to more."""
        for widget in self.more:
            widget.setVisible(there_is)

    def _say(self, sentence: str, **caps: str) -> list[QWidget]:
        """Lay out a sentence with caps at its named places; the widgets it became."""
        made: list[QWidget] = []
        for number, part in enumerate(_CAP.split(sentence)):
            if number % 2:
                made.append(KeyCap(caps[part]))
            elif part.strip():
                made.append(SafeLabel(part.strip(), "small", "text2"))
        for widget in made:
            self._row.addWidget(widget)
        return made

    def _fit(self) -> None:
        self.setFixedHeight(max(HEIGHT, theme().line("small") + 22))
