"""The desktop's own pop-ups: what is shown, whether it was, and what the user answered.

One face for the three systems. Nothing here waits longer than ``PATIENCE``, and nothing of it
may be called on the window's thread. Where the desktop shows nothing, ``show`` says so, and
whoever asked shows it some other way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

PROGRAM_NAME = "Relate"
DESKTOP_ENTRY = "relate-desktop"
PATIENCE = 3.0
"""Seconds the desktop's service has to answer."""
RETRY_AFTER = 60.0
"""Seconds for which a service that failed is left alone."""
BODY = "default"
"""The answer of a click on the pop-up itself; also a button's key where it does the same."""
MOST_BUTTONS = 3


@dataclass(frozen=True, slots=True)
class Button:
    """One button of a pop-up: what it answers, and its label in the user's language."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One pop-up. ``key`` names the thing: a second notice of the same key replaces the first.

    ``title`` and ``body`` are plain text and may come from outside. ``stays`` asks for a pop-up
    that waits for an answer, where the desktop lets programs decide that.
    """

    key: str
    title: str
    body: str
    buttons: tuple[Button, ...] = ()
    stays: bool = False
    sound: bool = False


class Shown(StrEnum):
    """What became of a notice."""

    ACCEPTED = "accepted"
    """The desktop has taken it."""
    ABSENT = "absent"
    """There is no service that shows pop-ups."""
    SILENT = "silent"
    """The service did not answer in time."""
    REFUSED = "refused"
    """The service answered that it will not, or ended over it."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the desktop's pop-ups can do; ``working`` is False while there is nobody to show them."""

    working: bool
    buttons: bool = False
    markup: bool = False


NOTHING = Capabilities(working=False)

Answered = Callable[[str, str], None]
"""Takes a notice's key and the key of the button, or ``BODY``; called on a thread of the notifier's."""


class Notifier(Protocol):
    """Shows notices. Its methods may be called on any thread but the window's."""

    def capabilities(self) -> Capabilities:
        """What pop-ups can do here and now."""

    def show(self, notice: Notice) -> Shown:
        """Shows a notice, or says in at most ``PATIENCE`` seconds why not."""

    def withdraw(self, key: str) -> None:
        """Takes a pop-up away, also one that an earlier process has shown; no error if there is none."""

    def adopt(self, key: str) -> None:
        """Takes over the answers of a pop-up that an earlier process has shown."""

    def close(self) -> None:
        """Ends the work; what is shown stays, and nothing is answered any more."""
