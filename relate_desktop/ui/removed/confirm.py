"""The question before somebody is erased for good: the only way back from nothing is not to go."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.words.translation import _


class ConfirmErasing(Overlay):
    """The focus begins on the safe answer, and Enter gives that one."""

    def __init__(self, host: QWidget, heading: str, act: Callable[[], object]) -> None:
        super().__init__(host, "removed.confirm", heading, width=480)
        self.body.addWidget(Heading(heading, "removed.confirm.title", "heading"))
        self.body.addWidget(SafeLabel(_words(), "body", "text2", wrap=True))
        self.lists = SafeLabel("", "body", "text2", wrap=True)
        self.lists.hide()
        self.body.addWidget(self.lists)
        self.keep = Button(_("Keep"), "removed.confirm.keep")
        self.erase = Button(_("Erase for good"), "removed.confirm.erase", kind="danger", icon="trash")
        self.keep.clicked.connect(self.close_overlay)
        self.erase.clicked.connect(lambda: self._do(act))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.erase)
        self.body.addLayout(row)
        self.closed.connect(self.deleteLater)

    def tell(self, words: str) -> None:
        """What else is to be known of it, if anything."""
        self.lists.setText(words)
        self.lists.setVisible(bool(words))

    def _do(self, act: Callable[[], object]) -> None:
        self.close_overlay()
        act()


def _words() -> str:
    return _(
        "Their details, what was written about them alone, and their whole history leave this book and "
        "cannot be undone. Files you exported or copied elsewhere keep what is in them."
    )
