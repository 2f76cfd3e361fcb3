"""The quiet card after Write or Call: did you, or did you not? One click writes it down."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.text import isolate
from relate_desktop.domain.wall_time import day_of
from relate_desktop.ui.people.question import QuestionCard
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


class OpenedCard(QuestionCard):
    """Hidden while nothing was opened."""

    settled = Signal(object, bool)
    """The Opened, and whether it came to something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("person.sent", _("Did you write?"), parent)
        self._opened: Opened | None = None
        self.answered.connect(self._settle)

    def show_opened(self, opened: Opened | None, called: str, here: tzinfo) -> None:
        """Ask about this; None for nothing."""
        self._opened = opened
        if opened is None:
            self.hide()
            return
        facts = {"name": isolate(called), "time": f"{opened.at.astimezone(here):%H:%M}"}
        if opened.kind is InteractionKind.CALL:
            self.ask(
                "phone",
                _("You began a call to {name} at {time}.").format(**facts),
                yes=(_("You talked"), _("You talked to {name}").format(name=called)),
                no=_("Did not talk"),
            )
        else:
            self.ask(
                "paper-plane-tilt",
                _("You opened a message to {name} at {time}.").format(**facts),
                yes=(_("You wrote"), _("You wrote to {name}").format(name=called)),
                no=_("Did not send"),
            )

    def _settle(self, came: bool) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            self.settled.emit(opened, came)
