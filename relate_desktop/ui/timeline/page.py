"""The room of everything that happened, with everybody, in one list."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.addresses import safe_address
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Message, Room
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.timeline.making import timeline
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

SEARCH_WIDTH = 260
WIDEST = 920
"""Pixels; longer lines are hard to read."""


class TimelineRoom(Room):
    """Place: ``timeline``."""

    def __init__(self, book: "OpenBook", work: Work, news: News, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.timeline = timeline("timeline", book, work)
        self.timeline.said.connect(self.said)
        self.timeline.asked.connect(self.asked)
        self.timeline.link_asked.connect(self._open)
        heading = QHBoxLayout()
        heading.setContentsMargins(30, 24, 28, 0)
        heading.addWidget(Heading(_("What happened"), "timeline.title"))
        heading.addStretch(1)
        self.search = SearchField("timeline.search", _("Search what happened"), _("Words or a name"))
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.search.textChanged.connect(self.timeline.search)
        heading.addWidget(self.search)
        head = QFrame()
        head.setMaximumWidth(WIDEST)
        head.setLayout(heading)
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addStretch(0)
        self.timeline.stay_within(WIDEST)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.timeline, 1)
        news.changed.connect(self._news)

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("What happened")

    def go(self, _place: Place) -> None:
        """Show it."""
        self.timeline.reload()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Finding, and where an entry came from."""
        return {"find": self._find, "person.sources": self.timeline.tell_source}

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def regions(self) -> Sequence[QWidget]:
        """The list."""
        return [self.timeline.view]

    def default_focus(self) -> QWidget | None:
        """The list."""
        return self.timeline.view

    def keep(self) -> None:
        """Keep what is being edited."""
        self.timeline.keep()

    def _news(self, _changes: Changes) -> None:
        if self.isVisible():
            self.timeline.reload()

    def _open(self, address: str) -> None:
        safe = safe_address(address)
        if safe is None:
            self.said.emit(Message(_("Relate does not open this kind of address. It can be copied."), "open"))
            return
        QDesktopServices.openUrl(QUrl(safe, QUrl.ParsingMode.StrictMode))
