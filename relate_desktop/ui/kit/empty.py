"""Empty pages: an icon, a heading, one sentence, one button, at most one quiet alternative."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel


class EmptyPage(QFrame):
    """Stands in the middle, at 40 % of the height."""

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str,
        *,
        button: Button | None = None,
        quiet: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        self.heading = SafeLabel(heading, "heading", wrap=True)
        self.sentence = SafeLabel(sentence, "body", "text2", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(8)
        box.addStretch(2)
        box.addWidget(IconLabel(icon, "light", "text3", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        buttons.addStretch(1)
        for one in (button, quiet):
            if one is not None:
                buttons.addWidget(one)
        buttons.addStretch(1)
        box.addLayout(buttons)
        box.addStretch(3)

    def say(self, heading: str, sentence: str) -> None:
        """Change the words."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
