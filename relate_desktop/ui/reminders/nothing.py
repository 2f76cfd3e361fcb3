"""What stands in a segment that has no rows."""

from PySide6.QtWidgets import QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.reminders.lines import BoardView
from relate_desktop.words.translation import _


class NothingPage(EmptyPage):
    """An invitation, other words for each segment. ``add`` makes a new reminder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.add = Button(_("New reminder"), "reminders.empty.add", kind="primary", icon="plus")
        super().__init__("bell-simple", "", "", button=self.add, parent=parent)

    def say_for(self, view: BoardView) -> None:
        """The words of a segment."""
        words = {
            BoardView.TO_DO: (
                _("Nothing promised"),
                _("Write “remind me…” in any note and it lands here."),
            ),
            BoardView.REPEATING: (
                _("Nothing comes back"),
                _("A reminder can come back every week, every year, or some time after you mark it done."),
            ),
            BoardView.DONE: (_("Nothing done yet"), _("What you mark done is kept here.")),
        }
        self.say(*words[view])
