"""The panel that tells where something came from and what it said before."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.sentences import Sentence, Sentences
from relate_desktop.ui.kit.tall_page import TallPage
from relate_desktop.words.translation import _

CHANGE = "change/"
"""How a row begins that leads to a change; its number follows."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the panel tells: of one thing, or of all of them."""

    heading: str
    under: str
    rows: Sequence[Sentence]


class WhencePanel(Overlay):
    """A list of versions or of values. Enter goes to the change, or into the value."""

    gives_way = True

    chosen = Signal(str)

    def __init__(self, host: QWidget, story: Story) -> None:
        super().__init__(host, "whence", story.heading, width=520)
        self.body.addWidget(Heading(story.heading, "whence.title", "heading"))
        under = SafeLabel(story.under, "small", "text2", wrap=True)
        self.body.addWidget(under)
        under.setVisible(bool(story.under))
        self.list = Sentences("whence.list", story.heading)
        self.list.opened.connect(self._open)
        page = TallPage(story.heading)
        page.body.addWidget(self.list)
        page.body.addStretch(1)
        self.list.show_sentences(story.rows)
        self.body.addWidget(page, 1)
        close = Button(_("Close"), "whence.close")
        close.clicked.connect(self.close_overlay)
        row = QHBoxLayout()
        row.addWidget(SafeLabel(_("Enter shows more"), "caption", "text3"), 1)
        row.addWidget(close)
        self.body.addLayout(row)
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        """Open with the first row chosen."""
        self.open_over(self.list)
        self.list.setCurrentIndex(self.list.sentences.index(0, 0))

    def _open(self, key: str) -> None:
        self.close_overlay()
        self.chosen.emit(key)
