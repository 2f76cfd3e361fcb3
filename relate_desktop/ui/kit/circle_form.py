"""Over the window: a circle gets its name and colour; a name that is there joins the two."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.circle import CIRCLE_HUES, LONGEST_CIRCLE
from relate_desktop.domain.people import CircleSummary
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.swatches import Swatches
from relate_desktop.words.circles import circle_called, colour_name
from relate_desktop.words.translation import _

WIDTH = 400


class CircleForm(Overlay):
    """Enter answers, Esc closes and changes nothing."""

    made = Signal(str, int)
    """A new circle: its name and colour."""
    changed = Signal(str, str, int)
    """A circle by its present name, its new name and its colour."""
    joined = Signal(str, str)
    """The circle that stays, and the one that becomes part of it."""
    sought = Signal(str)
    """A new circle was wanted that is there already."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "circle", _("Circle"), width=WIDTH)
        self._circles: Sequence[CircleSummary] = ()
        self._circle: CircleSummary | None = None
        self._given = ""
        self.title = Heading("", "circle.title", "heading")
        self.field = TextField(_("Name of the circle"), "circle.name")
        colours = [(hue, colour_name(hue)) for hue in CIRCLE_HUES]
        self.colours = Swatches("circle.colour", _("Colour"), colours)
        self.cancel = Button(_("Cancel"), "circle.cancel", kind="quiet")
        self.answer = Button("", "circle.answer", kind="primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.answer)
        for part in (self.title, self.field, SafeLabel(_("Colour"), "smallMedium", "text2"), self.colours):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.field.editor.textChanged.connect(self._weigh)
        self.cancel.clicked.connect(self.close_overlay)
        self.answer.clicked.connect(self._answered)

    def ask(self, circle: CircleSummary | None, circles: Sequence[CircleSummary]) -> None:
        """Open for this circle, or for a new one; ``circles`` are all there are."""
        self._circle, self._circles = circle, circles
        title = _("New circle") if circle is None else _("Rename the circle")
        self.title.set_heading(title)
        self.panel.setAccessibleName(title)
        used = [one.hue for one in circles]
        hue = min(CIRCLE_HUES, key=used.count) if circle is None else circle.hue
        self.colours.choose(str(hue))
        self.field.set_text("" if circle is None else circle.name)
        self._given = self.field.text()
        self._weigh()
        self.open_over(self.field.editor)
        self.field.editor.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the name answers."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.answer.click()
            return
        super().keyPressEvent(event)

    def _weigh(self) -> None:
        """Say on the button what pressing it would do."""
        name, there = self._name, self._there()
        long = len(name) > LONGEST_CIRCLE and not self._untouched
        if long:
            words = _("Save")
            hint = _("A name has at most {most} letters.").format(most=LONGEST_CIRCLE)
        elif there is not None and self._circle is not None:
            words = _("Join with {circle}").format(circle=circle_called(there.name))
            hint = _("There is a circle called so already. The two become one.")
        elif there is not None:
            words = _("Show {circle}").format(circle=circle_called(there.name))
            hint = _("There is a circle called so already.")
        else:
            words = _("Make the circle") if self._circle is None else _("Save")
            hint = ""
        self.answer.set_words(words)
        self.answer.setEnabled(bool(name) and not long)
        self.field.set_hint(hint)

    @property
    def _untouched(self) -> bool:
        """Whether the name stands as it was shown: a field may not show every letter as it is."""
        return self._circle is not None and self.field.text() == self._given

    @property
    def _name(self) -> str:
        """The name as it shall be."""
        if self._circle is not None and self._untouched:
            return self._circle.name
        return squeezed(self.field.text())

    def _there(self) -> CircleSummary | None:
        """Another circle of the name that is typed."""
        wanted = fold(self._name)
        found = next((one for one in self._circles if fold(one.name) == wanted), None)
        return None if found is not None and found == self._circle else found

    def _answered(self) -> None:
        name, there, circle = self._name, self._there(), self._circle
        self.close_overlay()
        if there is not None and circle is not None:
            self.joined.emit(there.name, circle.name)
        elif there is not None:
            self.sought.emit(there.name)
        elif circle is None:
            self.made.emit(name, self.colours.hue)
        else:
            self.changed.emit(circle.name, name, self.colours.hue)
