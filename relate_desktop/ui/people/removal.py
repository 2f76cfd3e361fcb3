"""A look at how many it is, before very many people are removed at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.words.numbers import people
from relate_desktop.words.translation import _

MANY = 20
"""More people than that are not removed by one press of a key."""


class RemovalPanel(Overlay):
    """Says how many, and that they can come back. Esc or Cancel leaves everybody where they are."""

    def __init__(self, host: QWidget, count: int, remove: Callable[[], object]) -> None:
        super().__init__(host, "people.removal", _("Remove many people"), width=480)
        self._remove = remove
        self.body.addWidget(
            Heading(_("Remove {people}?").format(people=people(count)), "people.removal.title", "heading")
        )
        words = _("They leave every list, and one Undo brings all of them back. Nothing is erased.")
        self.body.addWidget(SafeLabel(words, "body", "text2", wrap=True))
        self.cancel = Button(_("Cancel"), "people.removal.cancel")
        self.answer = Button(
            _("Remove {people}").format(people=people(count)), "people.removal.answer", kind="primary"
        )
        self.cancel.clicked.connect(self.close_overlay)
        self.answer.clicked.connect(self._answered)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.answer)
        self.body.addLayout(row)
        self.closed.connect(self.deleteLater)

    def _answered(self) -> None:
        self.close_overlay()
        self._remove()
