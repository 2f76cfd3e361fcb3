"""Puts a timeline together from what the shell has."""

from typing import TYPE_CHECKING

from relate_desktop.services.typed_words import TypedWords
from relate_desktop.system.language import spoken
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.timeline.editor import EntryEditor
from relate_desktop.ui.timeline.people_line import PeopleLine
from relate_desktop.ui.timeline.reading import Reading
from relate_desktop.ui.timeline.section import Timeline

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


def timeline(identifier: str, book: "OpenBook", work: Work) -> Timeline:
    """A timeline of this book."""
    reading = Reading(book.timeline, book.history, book.present)
    typed = TypedWords(book.present, spoken)

    def editor() -> EntryEditor:
        return EntryEditor(typed, PeopleLine("entry.people", book.search, work))

    return Timeline(identifier, book, reading, work, editor=editor)
