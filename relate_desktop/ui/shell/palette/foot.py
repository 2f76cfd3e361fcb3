"""The foot of Find or do: which keys do what, as caps between words."""

import re

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.key_cap import KeyCap
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _, pgettext

HEIGHT = 42
_SIDE, _GAP, _AIR = 19, 6, 60
_CAP = re.compile(r"\{(\w+)\}")


class PaletteFoot(Frame):
    """Hints only: everything said here can be found without them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("foot", parent)
        self._row = QHBoxLayout(self)
        self._there_is_more = False
        self._row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._row.setSpacing(_GAP)
        self._move = self._say(_("{up} {down} move"), up="↑", down="↓")
        self._row.addSpacing(14)
        self.more = self._say(_("{tab} more for this person"), tab=pgettext("key", "Tab"))
        self._row.addStretch(1)
        self._kinds = self._say(
            _("Type {commands} for commands, {circles} for circles"), commands=">", circles="#"
        )
        theme().changed.connect(self._fit)
        self._fit()

    def offer_more(self, *, there_is: bool) -> None:
        """Show whether Tab leads to more."""
        self._there_is_more = there_is
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        """What is worth knowing first stays longest when the text is large."""
        left = self.width() - 2 * _SIDE - _AIR
        hints = [(self.more, self._there_is_more), (self._kinds, True), (self._move, True)]
        for widgets, wanted in hints:
            needed = sum(one.sizeHint().width() + _GAP for one in widgets)
            shown = wanted and needed <= left
            left -= needed if shown else 0
            for one in widgets:
                one.setVisible(shown)

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
        self._choose()
