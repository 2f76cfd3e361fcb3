"""Quick capture: what a jotted line means, and keeping it as one change."""

from collections.abc import Callable, Sequence

from relate_desktop.domain.capture import understand
from relate_desktop.domain.capture_parts import Candidate, Captured
from relate_desktop.domain.capture_people import candidate_for
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.languages import language_for, language_of
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database


class CaptureService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, present: PresentSource, spoken: Callable[[], str]) -> None:
        self._database = database
        self._present = present
        self._spoken = spoken

    def understand(self, sentence: str, about: ContactId | None = None) -> Captured:
        """What a line means; ``about`` is the person whose page is open, meant by a bare pronoun.

        The line is read in whichever language knows more of its words, the machine's on a tie.
        """
        language = language_of(sentence, language_for(self._spoken()))
        with self._database.read() as book:
            people = _PeopleOfBook(book)
            return understand(sentence, language, people, self._present(), people.whole(about))

    def whom(self, beginning: str, limit: int = 8) -> list[Candidate]:
        """People whose name begins so, to pick from behind an ``@``."""
        with self._database.read() as book:
            found = [hit.contact for hit in book.search.find(beginning, limit).hits]
            return [Candidate(row.id, row.called) for row in book.contacts.summaries(found)]


class _PeopleOfBook:
    """Everybody in the book by name, asked for once a line."""

    def __init__(self, book: BookReader) -> None:
        self._book = book
        self._known: dict[str, Sequence[Candidate]] = {}

    def named(self, name: str) -> Sequence[Candidate]:
        """Everybody who goes by this name or this part of one."""
        found = self._known.get(name)
        if found is None:
            going = self._book.contacts.going_by(name)
            met = (candidate_for(contact, called, names, name) for contact, called, names in going)
            found = self._known[name] = tuple(person for person in met if person is not None)
        return found

    def whole(self, contact: ContactId | None) -> Candidate | None:
        """Somebody by id; None when they are no longer there."""
        rows = self._book.contacts.summaries([contact]) if contact is not None else []
        return next((Candidate(row.id, row.called) for row in rows), None)
