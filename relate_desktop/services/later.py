"""A book that is still being opened: it can be handed out, and whoever asks it waits.

Loading and opening a book takes longer than painting a window. ``book_to_come`` gives the window
something to build its rooms around meanwhile. Everything asked of it on a worker waits there
until the book is open; its services may be passed on, kept and called later.
"""

import threading
from typing import TYPE_CHECKING, Any, NoReturn, cast

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.preferences import PreferencesService


class BookToCome:
    """The other end: whoever opens the book says here how it went.

    What is preferred is known before the book is open, and can be read of it at any time.
    """

    def __init__(self, preferences: "PreferencesService | None" = None) -> None:
        self.preferences = preferences
        self._settled = threading.Event()
        self._book: OpenBook | None = None
        self._error: BaseException | None = None

    def opened(self, book: "OpenBook") -> None:
        """The book is there: everybody who waits goes on."""
        self._book = book
        self._settled.set()

    def failed(self, error: BaseException) -> None:
        """There will be no book: everybody who waits gets the error."""
        self._error = error
        self._settled.set()

    def wait(self) -> "OpenBook":
        """The book, once it is open. Raises what kept it from being opened."""
        self._settled.wait()
        if self._book is None:
            raise self._error or RuntimeError("no book")
        return self._book

    def as_book(self) -> "OpenBook":
        """What can be handed out in place of the book."""
        return cast("OpenBook", _Part(self, ()))


class _Part:
    """A service or method of the book to come, found when it is called.

    It stands in for what is called, never for what is read: a property taken from it fails where
    it is first judged, compared, counted or written out, instead of being true whatever it says.
    """

    __slots__ = ("_coming", "_names")

    def __init__(self, coming: BookToCome, names: tuple[str, ...]) -> None:
        self._coming, self._names = coming, names

    def __getattr__(self, name: str) -> Any:
        if (self._names, name) == ((), "preferences") and self._coming.preferences is not None:
            return self._coming.preferences
        return _Part(self._coming, (*self._names, name))

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        found: Any = self._coming.wait()
        for name in self._names:
            found = getattr(found, name)
        return found(*arguments, **named)

    def _unread(self, *_arguments: object) -> NoReturn:
        what = ".".join(self._names)
        msg = f"{what} is read before the book is open: call it on a worker"
        raise TypeError(msg)

    __bool__ = __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = _unread
    __len__ = __iter__ = __contains__ = __getitem__ = __str__ = __format__ = _unread
    __hash__ = object.__hash__
