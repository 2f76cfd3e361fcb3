"""While files are read or written: what is going on, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from relate_desktop.services.jobs import Progress
from relate_desktop.ui.kit.accessibility import announce, named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.words.translation import _


class ReadingPage(Panel):
    """A progress bar with words; the window stays usable."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import.reading", _("Reading"), "page", parent=parent)
        self._words = ""
        self._told = 0
        self.text = SafeLabel("", "heading")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count = SafeLabel("", "small", "text2")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(360)
        named(self.bar, "import.progress", _("Reading"))
        stop = Button(_("Cancel"), "import.progress.cancel", name=_("Stop reading"))
        stop.clicked.connect(self.stop_asked)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch(2)
        box.addWidget(
            IconLabel("tray-arrow-down", "light", "accentText", 40), 0, Qt.AlignmentFlag.AlignHCenter
        )
        box.addWidget(self.text)
        box.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.count)
        box.addWidget(stop, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def start(self, words: str) -> None:
        """Begin with something new to do."""
        self._words, self._told = words, 0
        self.text.setText(words)
        self.count.setText("")
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is; told aloud at every quarter."""
        fraction = progress.fraction
        if fraction is None:
            return
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(fraction * 1000))
        percent = round(fraction * 100)
        self.count.setText(_("{percent} %").format(percent=percent))
        if percent // 25 > self._told:
            self._told = percent // 25
            announce(self, f"{self._words}, {self.count.text()}")
