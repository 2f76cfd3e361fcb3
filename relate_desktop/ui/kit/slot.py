"""A part of a person's page that another room makes, filled by the shell.

The page reads everything of a person in one piece of work: what a part needs is read with it by
``read``, on a worker, and handed to ``show_person`` on the window's thread.
"""

from PySide6.QtCore import Signal

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.ids import ContactId
from relate_desktop.ui.kit.long_page import LongPage


class PersonSlot(LongPage):
    """A long page about one person. The page of the person puts its own parts into ``head``."""

    asked = Signal(object)
    """A Place to go to."""
    said = Signal(object)
    """A Message to show."""
    link_asked = Signal(str)
    """An address that somebody clicked."""

    def read(self, contact: ContactId) -> object:
        """What is shown of this person; on a worker."""
        raise NotImplementedError

    def show_person(self, contact: ContactId, called: str, gender: Gender, found: object) -> None:
        """Show what ``read`` found of the person, who is called and spoken of like this."""
        raise NotImplementedError

    def tell_source(self) -> bool:
        """Tell where what has the focus here came from; False where nothing here has it."""
        return False

    def keep(self) -> None:
        """Write down what is being edited."""
