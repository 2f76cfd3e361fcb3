"""A paragraph behind an ⓘ, over the window."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.words.translation import _


class Explanation(Overlay):
    """Says how something is decided. Esc, a click beside it or the button closes it."""

    gives_way = True

    def __init__(self, host: QWidget, identifier: str, heading: str, paragraphs: str) -> None:
        super().__init__(host, identifier, heading, width=480)
        self.body.addWidget(Heading(heading, f"{identifier}.title", "heading"))
        self.body.addWidget(SafeLabel(paragraphs, "body", "text2", wrap=True))
        self.close_button = Button(_("Close"), f"{identifier}.close")
        self.close_button.clicked.connect(self.close_overlay)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.body.addLayout(row)
        self.closed.connect(self.deleteLater)
