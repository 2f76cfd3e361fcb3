"""The one useful thing to know of somebody now."""

from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.moment import moments_of
from relate_desktop.domain.payback import Payback, payback
from relate_desktop.domain.present import Present
from relate_desktop.storage.book import BookReader, BookWriter

_LATELY = 30


def useful_about(
    book: BookReader | BookWriter,
    contact: ContactId,
    present: Present,
    besides: InteractionId | None = None,
) -> Payback | None:
    """An open promise, a day that comes or what they told last; ``besides`` is known already."""
    recent = [entry.item for entry in reversed(book.timeline.recent(contact, _LATELY))]
    return payback(
        contact,
        book.promises.of(contact),
        (*moments_of(book.contacts.get(contact)), *book.moments.of((contact,))),
        [item for item in recent if isinstance(item, Interaction) and item.id != besides],
        present,
    )
