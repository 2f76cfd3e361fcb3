"""What was kept of look-ups about somebody, read for the page."""

from typing import TYPE_CHECKING

from relate_desktop.domain.ids import ContactId
from relate_desktop.ui.people.facts import FactLine
from relate_desktop.words.looking_up import fact_source, fact_words

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


def fact_lines(book: "OpenBook", contact: ContactId) -> tuple[FactLine, ...]:
    """Each fact with where it came from, the latest first."""
    return tuple(
        FactLine(fact.id, fact_words(fact), fact_source(fact), fact.source_url, fact.target.provider)
        for fact in book.lookups.facts.of(contact)
        if fact.id is not None
    )
