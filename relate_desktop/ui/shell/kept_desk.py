"""What the desks of circles and of smart lists do alike: rows of the side bar, kept by the user."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.furniture import Furniture

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

Ask = Callable[[Sequence[int]], object]


class KeptDesk(QObject):
    """Every deed is one change with its own sentence and Undo. ``export`` asks where to people go."""

    HEAD = ""
    """How the place of a row begins, such as ``circle``."""

    def __init__(self, book: "OpenBook", work: Work, frame: Furniture, export: Ask) -> None:
        super().__init__(frame)
        self._book, self._work, self._frame, self._ask_export = book, work, frame, export

    def _names(self) -> Sequence[str]:
        """The names of the rows, in order."""
        raise NotImplementedError

    def _place(self, name: str, place: int) -> object:
        """Writes that a row stands at a place among the others."""
        raise NotImplementedError

    def _move(self, name: str, step: int) -> None:
        names = list(self._names())
        place = names.index(name) + step if name in names else -1
        if 0 <= place < len(names):
            self._write(lambda: self._place(name, place))

    def _write(self, write: Callable[[], object], then: Callable[[], object] | None = None) -> None:
        def done(_result: object) -> None:
            if then is not None:
                then()

        self._work.run(Lane.WRITE, lambda _job: write(), done, kind=JobKind.EDIT, owner=self)

    def _export(self, people: Callable[[], Sequence[int]]) -> None:
        self._work.run(Lane.READ, lambda _job: people(), self._ask_export, kind=JobKind.LIST, owner=self)

    def _moved(self, old: str, new: str) -> None:
        """Who looked at a row that is called otherwise, or gone, goes along."""
        if self._frame.navigator.history.current == Place("people", f"{self.HEAD}/{old}"):
            self._frame.navigator.go(Place("people", f"{self.HEAD}/{new}" if new else ""))
