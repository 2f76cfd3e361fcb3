"""Before you meet: what to know of each person of an event, beside the agenda."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relate_desktop.domain.text import isolate
from relate_desktop.ui.calendar.event_view import PersonBriefView
from relate_desktop.ui.kit.cards import Panel, clear_layout
from relate_desktop.ui.kit.few_lines import FewLines
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.words.translation import _

LINES = 4
"""Lines that one thing takes at most."""


class BriefSection(Panel):
    """Hidden while nobody of the event is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calendar.event.brief", _("Before you meet"), parent=parent)
        self._shown: tuple[PersonBriefView, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_briefs(self, briefs: Sequence[PersonBriefView]) -> None:
        """Show these; the same ones stay as they are."""
        if tuple(briefs) == self._shown:
            return
        self._shown = tuple(briefs)
        clear_layout(self._box)
        for number, one in enumerate(briefs):
            if number:
                self._box.addSpacing(8)
            heading = _("Before you meet {name}").format(name=isolate(one.called))
            self._box.addWidget(_wrapped_heading(heading, f"calendar.event.brief.{number}"))
            if one.who:
                self._box.addWidget(SafeLabel(one.who, "small", "text2", wrap=True))
            if one.nothing:
                self._box.addWidget(SafeLabel(one.nothing, "small", "text2", wrap=True))
            for part in one.parts:
                self._box.addSpacing(2)
                self._box.addWidget(SafeLabel(part.heading, "smallMedium", "text"))
                for line in part.lines:
                    self._box.addWidget(FewLines(line, "small", "text2", lines=LINES))
        self.setVisible(bool(briefs))


def _wrapped_heading(words: str, identifier: str) -> Heading:
    heading = Heading(words, identifier, "heading")
    heading.setWordWrap(True)
    return heading
