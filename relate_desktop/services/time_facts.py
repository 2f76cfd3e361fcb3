"""What a change of reminders, promises and the like says of itself in History."""

from collections.abc import Sequence

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.text import squeezed
from relate_desktop.storage.book import BookReader, BookWriter

_LONGEST = 80

Facts = dict[str, str | int]


def facts_about(
    book: BookReader | BookWriter, contacts: Sequence[ContactId], title: str = "", **more: str | int
) -> Facts:
    """The person's name or how many people there were, and what it was about, cut short."""
    facts: Facts = dict(more)
    if len(contacts) == 1:
        facts["contact"] = contacts[0]
        for row in book.contacts.summaries(contacts):
            facts["name"] = row.called
    elif contacts:
        facts["contacts"] = len(contacts)
    short = squeezed(title)
    if short:
        facts["title"] = short if len(short) <= _LONGEST else short[: _LONGEST - 1].rstrip() + "…"
    return facts
