"""The quiet card after Write or Call: did you, or did you not? One click writes it down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.text import isolate
from relate_desktop.domain.wall_time import day_of
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.words.translation import _


@dataclass(frozen=True, slots=True)
class Opened:
    """That a message or a call was begun. Whether it came to anything, only the user knows."""

    contact: ContactId
    kind: InteractionKind
    at: datetime

    def on(self, here: tzinfo) -> date:
        """The day it was, where the laptop is."""
        return day_of(self.at, here)


class OpenedToday:
    """Remembers for the day what was opened and not answered yet; the latest of each person."""

    def __init__(self) -> None:
        self._opened: dict[ContactId, Opened] = {}

    def add(self, opened: Opened) -> None:
        """Something was opened."""
        self._opened[opened.contact] = opened

    def settle(self, contact: ContactId) -> None:
        """The user said what became of it."""
        self._opened.pop(contact, None)

    def of(self, contact: ContactId, now: datetime, here: tzinfo) -> Opened | None:
        """What was opened for a person today."""
        found = self._opened.get(contact)
        if found is not None and found.on(here) != day_of(now, here):
            self.settle(contact)
            return None
        return found


class OpenedCard(Panel):
    """Hidden while nothing was opened."""

    answered = Signal(object, bool)
    """The Opened, and whether it came to something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("person.sent", _("Did you write?"), "info", parent=parent)
        self._opened: Opened | None = None
        self._icon = IconLabel("paper-plane-tilt", colour="accentText", size=18)
        self._text = SafeLabel("", "small", wrap=True)
        self.yes = Button("", "person.sent.yes", small=True)
        self.no = Button("", "person.sent.no", kind="quiet", small=True)
        self.yes.clicked.connect(self._answer(came=True))
        self.no.clicked.connect(self._answer(came=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    def show_opened(self, opened: Opened | None, called: str, here: tzinfo) -> None:
        """Ask about this; None for nothing."""
        self._opened = opened
        self.setVisible(opened is not None)
        if opened is None:
            return
        calls = opened.kind is InteractionKind.CALL
        self._icon.set_icon("phone" if calls else "paper-plane-tilt", colour="accentText")
        facts = {"name": isolate(called), "time": f"{opened.at.astimezone(here):%H:%M}"}
        if calls:
            self._text.setText(_("You began a call to {name} at {time}.").format(**facts))
            self.yes.set_words(_("You talked"), _("You talked to {name}").format(name=called))
            self.no.set_words(_("Did not talk"))
        else:
            self._text.setText(_("You opened a message to {name} at {time}.").format(**facts))
            self.yes.set_words(_("You wrote"), _("You wrote to {name}").format(name=called))
            self.no.set_words(_("Did not send"))

    def _answer(self, *, came: bool) -> Callable[[], None]:
        def answer() -> None:
            opened, self._opened = self._opened, None
            self.hide()
            if opened is not None:
                self.answered.emit(opened, came)

        return answer
