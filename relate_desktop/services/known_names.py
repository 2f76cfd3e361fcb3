"""Whom a name in a line of text may mean, asked of the book once a name."""

from collections.abc import Sequence

from relate_desktop.domain.capture_parts import Candidate
from relate_desktop.domain.capture_people import candidate_for, find_mentions, without_honorific
from relate_desktop.domain.capture_tokens import tokenize
from relate_desktop.domain.capture_words import Language
from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.book import BookReader

LONGEST_TITLE = 160
"""Letters of a text that are looked through for names; each word costs a look into the book."""


class KnownNames:
    """Everybody in the book by name; fits ``KnownPeople``."""

    def __init__(self, book: BookReader) -> None:
        self._book = book
        self._known: dict[str, Sequence[Candidate]] = {}

    def named(self, name: str) -> Sequence[Candidate]:
        """Everybody who goes by this name or this part of one."""
        found = self._known.get(name)
        if found is None:
            plain = without_honorific(name)
            found = self._known[name] = self._found(name) or (() if plain == name else self._found(plain))
        return found

    def whole(self, contact: ContactId | None) -> Candidate | None:
        """Somebody by id; None when they are no longer there."""
        rows = self._book.contacts.summaries([contact]) if contact is not None else []
        return next((Candidate(row.id, row.called) for row in rows), None)

    def in_text(self, text: str, language: Language) -> tuple[ContactId, ...]:
        """Whom a text names, in order; everybody a name may mean where it means several."""
        tokens = tokenize(
            text[:LONGEST_TITLE],
            dot_ordinals=language.times.dot_ordinals,
            titles=language.titles,
            dotted=language.dotted,
        )
        mentions = find_mentions(tokens, language, self)
        return tuple(dict.fromkeys(one.contact for found in mentions for one in found.candidates))

    def _found(self, name: str) -> tuple[Candidate, ...]:
        going = self._book.contacts.going_by(name)
        met = (candidate_for(contact, called, names, name) for contact, called, names in going)
        return tuple(person for person in met if person is not None)
