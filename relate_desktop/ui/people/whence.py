"""Where a value came from, how old it is and what it said before: one key away on a person's page."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import display
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.sentences import Sentence
from relate_desktop.ui.kit.whence import CHANGE, Story, WhencePanel
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.lines import LINE_ROLE, Line, LineList
from relate_desktop.words.provenance import version_words, whence_words
from relate_desktop.words.row_changes import line_name, line_value
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

_LINE = "line/"


def story_of_line(book: "OpenBook", line: PropertyId, now: datetime) -> Story | None:
    """One value: what it said from the beginning on, newest first; None where there is none."""
    versions = book.history.story(line)
    said = next((version.said for version in versions if version.said is not None), None)
    if said is None:
        return None
    rows = [
        Sentence(
            "circle" if number else "check-circle",
            line_value(version.said) if version.said is not None else _("Taken away"),
            version_words(version, now),
            f"{CHANGE}{version.entry.changeset}",
        )
        for number, version in enumerate(versions)
    ]
    return Story(line_name(said), whence_words(versions, now), rows)


def story_of_person(book: "OpenBook", contact: ContactId, now: datetime) -> Story:
    """Every value of somebody, with where it came from."""
    person = book.contacts.get(contact)
    versions = {line.id: book.history.story(line.id) for line in person.properties if line.id is not None}
    rows = [
        Sentence(
            "tag",
            _("{what}: {value}").format(what=line_name(line), value=line_value(line)),
            whence_words(versions[line.id], now),
            f"{_LINE}{line.id}",
        )
        for line in person.properties
        if line.id is not None and (line.value.strip() or line.media is not None)
    ]
    name = next((display(row.called, 80) for row in book.contacts.summaries([contact])), "")
    return Story(_("Where everything came from"), name, rows)


class Whence(QObject):
    """Reads and shows where values came from."""

    asked = Signal(object)
    """The Place of a change in History."""

    def __init__(self, book: "OpenBook", work: Work, host: QWidget) -> None:
        super().__init__(host)
        self._book, self._work, self._host = book, work, host
        self._turn = 0

    def leave(self) -> None:
        """Somebody else is shown now: what is still being read is told to nobody."""
        self._turn += 1

    def ask(self, contact: ContactId) -> None:
        """Tell of the value that has the focus; of every value of the person where none has."""
        line = focused_line(self._host)
        now = self._book.clock()
        if line is not None:
            self._read(lambda: story_of_line(self._book, line, now))
        else:
            self._read(lambda: story_of_person(self._book, contact, now))

    def tell(self, line: PropertyId) -> None:
        """Tell of one value."""
        now = self._book.clock()
        self._read(lambda: story_of_line(self._book, line, now))

    def _read(self, read: Callable[[], Story | None]) -> None:
        self.leave()
        turn = self._turn
        self._work.run(
            Lane.READ,
            lambda _job: read(),
            lambda story: self._show(story, turn),
            lambda _error: None,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _show(self, story: Story | None, turn: int) -> None:
        if story is None or turn != self._turn or not self._host.isVisible():
            return
        panel = WhencePanel(self._host, story)
        panel.chosen.connect(self._go)
        panel.begin()

    def _go(self, key: str) -> None:
        if key.startswith(_LINE):
            self.tell(PropertyId(int(key.removeprefix(_LINE))))
        else:
            self.asked.emit(Place("history", key.removeprefix(CHANGE)))


def focused_line(page: QWidget) -> PropertyId | None:
    """The line of a card that the focus of the page's window is on."""
    lines = page.window().focusWidget()
    if not isinstance(lines, LineList):
        return None
    line = lines.currentIndex().data(LINE_ROLE)
    return line.line if isinstance(line, Line) else None
