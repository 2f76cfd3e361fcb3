"""Smart lists: searches kept under a name, with how many people answer them now."""

from dataclasses import replace

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.people import PeopleFilter
from relate_desktop.domain.saved_search import LONGEST_NAME, LONGEST_QUERY, SavedSearch, SmartList
from relate_desktop.domain.text import squeezed
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database


class SmartListsService:
    """Reads may be called on any thread, writes on any but the window's. Each write is one change."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def all(self) -> list[SavedSearch]:
        """Every smart list, in the user's order, without looking whom it finds."""
        with self._database.read() as book:
            return book.saved_searches.all()

    def counted(self) -> list[SmartList]:
        """Every smart list with how many people answer it, all at one moment."""
        with self._database.read() as book:
            return [
                SmartList(one, len(book.search.exactly(one.query, PeopleFilter())))
                for one in book.saved_searches.all()
            ]

    def find(self, name: str) -> SavedSearch | None:
        """The smart list of that name, however it is written."""
        with self._database.read() as book:
            return book.saved_searches.find(name)

    def add(self, name: str, query: str) -> SavedSearch:
        """A new smart list, behind the others.

        Raises UsageError: LIST_NAMELESS, LIST_EMPTY, LIST_THERE, TEXT_TOO_LONG.
        """
        called, asked = _named(name), _asked(query)
        with self._database.write(self._about(OperationKind.LIST_ADD, called)) as book:
            _must_be_free(book, called)
            return SavedSearch(book.saved_searches.add(called, asked), called, asked)

    def rename(self, old: str, new: str) -> SavedSearch:
        """Gives a smart list another name.

        Raises NotFoundError(LIST_UNKNOWN); UsageError: LIST_NAMELESS, LIST_THERE, TEXT_TOO_LONG.
        """
        called = _named(new)
        with self._database.write(self._about(OperationKind.LIST_EDIT, called)) as book:
            present = _known(book, old)
            _must_be_free(book, called, but=present)
            changed = replace(present, name=called)
            book.saved_searches.save(changed)
            return changed

    def ask_otherwise(self, name: str, query: str) -> SavedSearch:
        """Has a smart list look for something else.

        Raises NotFoundError(LIST_UNKNOWN); UsageError: LIST_EMPTY, TEXT_TOO_LONG.
        """
        asked = _asked(query)
        with self._database.write(self._about(OperationKind.LIST_EDIT, name)) as book:
            present = _known(book, name)
            book.note(list=present.name)
            changed = replace(present, query=asked)
            book.saved_searches.save(changed)
            return changed

    def remove(self, name: str) -> None:
        """Takes a smart list away; nobody is changed by that. Raises NotFoundError(LIST_UNKNOWN)."""
        with self._database.write(self._about(OperationKind.LIST_REMOVE, name)) as book:
            present = _known(book, name)
            book.note(list=present.name)
            book.saved_searches.remove(present.id)

    def move(self, name: str, place: int) -> bool:
        """Puts a smart list at a place among the others, counted from 0; whether it stood elsewhere.

        Raises NotFoundError(LIST_UNKNOWN).
        """
        with self._database.write(self._about(OperationKind.LIST_ORDER, name)) as book:
            present = _known(book, name)
            book.note(list=present.name)
            before = [one.id for one in book.saved_searches.all()]
            after = [one for one in before if one != present.id]
            after.insert(max(place, 0), present.id)
            if after == before:
                return False
            book.saved_searches.arrange(after)
            return True

    def _about(self, kind: OperationKind, name: str) -> Operation:
        return Operation(kind, self._origin, {"list": name})


def _known(book: BookReader | BookWriter, name: str) -> SavedSearch:
    found = book.saved_searches.find(name)
    if found is None:
        raise NotFoundError(ErrorKind.LIST_UNKNOWN, name=name)
    return found


def _must_be_free(book: BookWriter, name: str, *, but: SavedSearch | None = None) -> None:
    there = book.saved_searches.find(name)
    if there is not None and (but is None or there.id != but.id):
        raise UsageError(ErrorKind.LIST_THERE, name=there.name)


def _named(name: str) -> str:
    wanted = squeezed(name)
    if not wanted:
        raise UsageError(ErrorKind.LIST_NAMELESS)
    if len(wanted) > LONGEST_NAME:
        raise UsageError(ErrorKind.TEXT_TOO_LONG, most=LONGEST_NAME)
    return wanted


def _asked(query: str) -> str:
    wanted = squeezed(query)
    if not wanted:
        raise UsageError(ErrorKind.LIST_EMPTY)
    if len(wanted) > LONGEST_QUERY:
        raise UsageError(ErrorKind.TEXT_TOO_LONG, most=LONGEST_QUERY)
    return wanted
