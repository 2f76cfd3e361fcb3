"""Decoded photos for rows and pages: read and decoded in the background, kept a few hundred."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from relate_desktop.domain.ids import MediaHash
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.pictures import decoded
from relate_desktop.ui.kit.work import Work

KEPT = 400
SIDE = 160
"""Pixels of the longer side: enough for the largest avatar on a dense screen."""


class Photos(QObject):
    """Answers what it has at once and sends ``arrived`` when more is there."""

    arrived = Signal()

    def __init__(self, read: Callable[[MediaHash], bytes], work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._work = read, work
        self._held: OrderedDict[MediaHash, QImage | None] = OrderedDict()
        self._asked: set[MediaHash] = set()

    def picture(self, photo: MediaHash) -> QImage | None:
        """The picture if it is at hand; else it is asked for. What cannot be shown stays None."""
        if photo in self._held:
            self._held.move_to_end(photo)
            return self._held[photo]
        if photo not in self._asked:
            self._asked.add(photo)
            self._work.run(
                Lane.READ,
                lambda _job: (photo, decoded(self._read(photo), SIDE)),
                self._keep,
                lambda _error: self._keep((photo, None)),
                kind=JobKind.DETAIL,
                owner=self,
            )
        return None

    def _keep(self, found: tuple[MediaHash, QImage | None]) -> None:
        photo, image = found
        self._asked.discard(photo)
        self._held[photo] = image
        while len(self._held) > KEPT:
            self._held.popitem(last=False)
        if image is not None:
            self.arrived.emit()
