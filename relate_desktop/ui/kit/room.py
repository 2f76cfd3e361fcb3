"""What the shell and a room know of each other.

The shell makes a room when it is first gone to, asks it to ``go`` to places, and shows its
``title``. A room never imports the shell or another room: it sends signals.

Changes are not announced by hand: after every write of this window the shell shows the change's
own sentence with Undo. ``said`` is for what is not a change (“Copied”).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind


@dataclass(frozen=True, slots=True)
class Message:
    """One line for the snackbar, with one button, seldom two.

    ``then`` is what may be done next, beside taking the change back: its words and what it does.
    Messages of the same ``kind`` that come within eight seconds fold into one by ``folded``.
    """

    text: str
    kind: str = ""
    action: str = ""
    act: Callable[[], object] | None = None
    folded: Callable[[int], str] | None = None
    """Words for so many of the kind, such as “3 people removed”."""
    then: tuple[str, Callable[[], object]] | None = None


class Room(QFrame):
    """The main widget of a feature. Subclasses override what they have."""

    asked = Signal(object)
    """A Place to go to."""
    said = Signal(object)
    """A Message to show."""
    offered = Signal(object)
    """A list of Path to look into before importing, empty: let the user choose."""
    jot_asked = Signal(str, object)
    """Words to begin a line with that is to be jotted down, and the ContactId it is about or None."""
    lookup_asked = Signal(object, object)
    """The ContactId of whom to look up, and the one Provider to ask or None for all."""
    notice_asked = Signal(object)
    """A Notice to show in the program's own pop-up window."""
    retitled = Signal()
    """``title`` is another one now."""
    acts_changed = Signal()
    """``acts`` are other ones now."""
    settled = Signal(object)
    """The Place the room is at now, when it went there by itself (a row was selected)."""

    progress_kinds: frozenset[JobKind] = frozenset()
    """Jobs whose progress the room shows itself while it is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")

    @property
    def title(self) -> str:
        """The place's name for the window's title, never a person's name."""
        raise NotImplementedError

    def go(self, place: Place) -> None:
        """Show a place of this room."""
        raise NotImplementedError

    def take_files(self, paths: Sequence[Path]) -> bool:  # noqa: ARG002 - for rooms that read files
        """Look into files; whether the room does such a thing."""
        return False

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What the menus can do here now, by action id, such as ``person.edit`` or ``find``.

        Ids are those of ``shell/menus.py``: find, person.edit, person.write, person.call,
        person.copy, person.around, person.graph, person.remove, person.export, person.previous,
        person.next, person.lookup, save,
        done, snooze, calendars.read. ``jot`` and ``reminder.new`` are the window's
        unless a room answers them here.
        """
        return {}

    def regions(self) -> Sequence[QWidget]:
        """Where F6 stops inside the room, in order; each takes the focus itself."""
        return [self]

    def default_focus(self) -> QWidget | None:
        """What gets the focus when the room comes to the front."""
        return None

    def warm(self) -> None:
        """Make what will soon be needed; called once, while the user does not wait for anything."""

    def keep(self) -> None:
        """Write drafts down; called before the program ends and when the room leaves the front."""
