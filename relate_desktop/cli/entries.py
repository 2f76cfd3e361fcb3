"""Entries of a timeline as JSON and as rows for a person."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.output import iso, table

if TYPE_CHECKING:
    from relate_desktop.domain.ids import ContactId
    from relate_desktop.domain.interaction import Happened
    from relate_desktop.domain.present import Present
    from relate_desktop.domain.timeline import TimelineEntry
    from relate_desktop.services.book import OpenBook

_WIDEST_TEXT = 60
_READ = 1_000
"""Characters of a text that are looked at for its beginning."""


def entry_document(entry: "TimelineEntry") -> dict[str, Any]:
    """An entry as JSON."""
    from relate_desktop.domain.interaction import Interaction
    from relate_desktop.domain.moment import Moment

    item = entry.item
    if isinstance(item, Moment):
        raise TypeError("moments are told where moments are")
    talk = item if isinstance(item, Interaction) else None
    return {
        "id": str(entry.id),
        "kind": talk.kind.value if talk is not None else "note",
        "direction": talk.direction.value if talk is not None else None,
        "when": when_of(item.happened),
        "minutes": talk.minutes if talk is not None else None,
        "text": item.text,
        "people": [str(person.id) for person in entry.people],
        "source": entry.source,
    }


def when_of(happened: "Happened") -> str:
    """A day as it is, a moment in the system's zone with offset."""
    return iso(happened.at) or happened.on.isoformat()


def timeline_of(book: "OpenBook", contact: "ContactId") -> list["TimelineEntry"]:
    """The conversations and notes of somebody, as their timeline has them."""
    from relate_desktop.domain.timeline import TimelineFilter

    ids = book.timeline.ids(TimelineFilter(contact))
    return book.timeline.page([number for number in ids if number > 0])


def timeline_lines(entries: Sequence["TimelineEntry"], present: "Present") -> Iterator[str]:
    """A timeline as rows: the day, what it was, the beginning of its text."""
    from relate_desktop.domain.markdown import plain
    from relate_desktop.domain.moment import Moment

    rows = []
    for entry in entries:
        text = "" if isinstance(entry.item, Moment) else " ".join(plain(entry.item.text[:_READ]).split())
        rows.append((str(entry.id), entry_when(entry, present), entry_sentence(entry), text))
    yield from table(rows, _WIDEST_TEXT)


def entry_sentence(entry: "TimelineEntry") -> str:
    """What an entry is, with its people."""
    from relate_desktop.domain.interaction import Interaction
    from relate_desktop.domain.moment import Moment
    from relate_desktop.words.timeline import moment_title, note_title, talk_sentence

    names = [person.called for person in entry.people]
    if isinstance(entry.item, Interaction):
        return talk_sentence(entry.item, names)
    return moment_title(entry.item) if isinstance(entry.item, Moment) else note_title(names)


def entry_when(entry: "TimelineEntry", present: "Present") -> str:
    """When an entry was, as it is said in a row."""
    from relate_desktop.domain.moment import Moment
    from relate_desktop.words.timeline import moment_when, when_in_row

    item = entry.item
    return moment_when(item) if isinstance(item, Moment) else when_in_row(item.happened, present)
