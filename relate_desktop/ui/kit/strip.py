"""A strip at the top of a page: what happened, what is safe, one action."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.words.translation import _

ICONS = {"strip": ("warning-circle", "danger"), "notice": ("info", "amber"), "info": ("info", "accentText")}


class Strip(Panel):
    """Hidden until ``show_problem`` or ``show_notice``; identifier ``strip``, name “Problem”."""

    def __init__(self, parent: QWidget | None = None, identifier: str = "strip") -> None:
        super().__init__(identifier, _("Problem"), "strip", parent=parent)
        self._act: Callable[[], object] | None = None
        self._details = ""
        self._icon = IconLabel("warning-circle", "fill", "danger", 18)
        self._text = SafeLabel(wrap=True)
        self._technical = SafeLabel(wrap=True, look="small", tone="text2")
        self._button = Button("", f"{identifier}.action", small=True)
        self._more = Button(_("Show details"), f"{identifier}.details", kind="quiet", small=True)
        self._copy = Button(_("Copy details"), f"{identifier}.copy", kind="quiet", small=True)
        self._close = IconButton("x", _("Close message"), f"{identifier}.close", kind="quiet", small=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        for button in (self._more, self._copy, self._button, self._close):
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 8, 8)
        box.addLayout(row)
        box.addWidget(self._technical)
        self._button.clicked.connect(self._do)
        self._close.clicked.connect(self.hide)
        self._more.clicked.connect(self._show_details)
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self._details))
        self.hide()

    def show_problem(
        self,
        sentence: str,
        *,
        action: str = "",
        act: Callable[[], object] | None = None,
        details: str = "",
        harmless: bool = False,
    ) -> None:
        """Tell of a problem: data at risk or something that could not be done.

        A ``harmless`` one asks for something while everything is safe: it is not red.
        """
        self.setAccessibleName(_("Problem"))
        self._show("notice" if harmless else "strip", sentence, action, act, details)
        announce(self, sentence, assertive=not harmless)

    def show_notice(
        self, sentence: str, name: str, *, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Offer something quietly; ``name`` is what assistive tools call the strip."""
        self.setAccessibleName(name)
        self._show("info", sentence, action, act, "")

    def show_loss(self, sentence: str, details: str) -> None:
        """Tell what had to be left out: worth knowing, nothing at risk."""
        self.setAccessibleName(_("Notice"))
        self._show("notice", sentence, "", None, details)
        announce(self, sentence)

    def _show(
        self, kind: str, sentence: str, action: str, act: Callable[[], object] | None, details: str
    ) -> None:
        self.setProperty("kind", kind)
        self._icon.set_icon(ICONS[kind][0], "fill", ICONS[kind][1])
        self._text.setText(sentence)
        self._act, self._details = act, details
        if action:
            self._button.set_words(action)
        self._button.setVisible(bool(action))
        self._more.setVisible(bool(details))
        self._copy.hide()
        self._technical.hide()
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _show_details(self) -> None:
        self._technical.setText(self._details)
        self._technical.show()
        self._copy.show()
        self._more.hide()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


class StripShelf(QFrame):
    """Holds strips above a page and takes no room while none of them is shown."""

    def __init__(self, *strips: Strip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        self._strips = strips
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        for strip in strips:
            box.addWidget(strip)
            strip.installEventFilter(self)
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Come and go with the strips."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.setVisible(any(not strip.isHidden() for strip in self._strips))
        return False
